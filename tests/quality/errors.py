"""`make errors`: each contact missed and each found that is none, in its sentence, grouped by what went wrong.

Reads the tuning set beside the checkout with its own scorer's matching of ties, and writes one page: the sentence, its
parse, the actors known there, and what became of every sense that might have told it.
"""

from __future__ import annotations

import html
import importlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.scorecard import PARSES, ROOT, shared
from timeline.events.matcher import Look, look
from timeline.extract import read_parsed
from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import People, find_people
from timeline.language.parse import Parsed, Sentence
from timeline.language.parses import parse_cached
from timeline.language.repairs import repair
from timeline.model import CONTACT_TYPES, Article, Claim, Span
from timeline.sources import ReadOptions, paragraphs, read_record

PAGE = ROOT / ".cache/errors.html"
_TOLD = {"asserted", "alleged"}


@dataclass(frozen=True)
class Document:
    """A document as it was read, with what was found in it and what should be."""

    article: Article
    parsed: Parsed
    people: People
    looks: tuple[Look, ...]
    claims: tuple[Claim, ...]
    gold: list[dict[str, Any]]


@dataclass(frozen=True)
class Case:
    """One tie missed, or found without being one."""

    cause: str
    weight: float
    document: Document
    tie: str
    sentences: list[Sentence]


def documents(folder: Path) -> Iterator[Document]:
    """Read the tuning set."""
    corpus = folder / "corpus/contacts-tune"
    gold = {each["doc"]: each["contacts"] for each in json.loads((corpus / "gold.json").read_text(encoding="utf-8"))}
    records = json.loads((corpus / "documents.json").read_text(encoding="utf-8"))
    articles = [a for record in records if isinstance(a := read_record(record, ReadOptions()), Article)]
    parses = parse_cached([(a.text, paragraphs(a.text)) for a in articles], PARSES)
    for article, parsed in zip(articles, parses, strict=True):
        repair(parsed)
        people = find_people(parsed, article.title)
        resolve_pronouns(parsed, people)
        looks = tuple(look(parsed, people))
        claims = tuple(c for c in read_parsed(article, parsed).claims if c.type in CONTACT_TYPES)
        yield Document(article, parsed, people, looks, claims, gold[article.id])


def cases(document: Document, scorer: Any) -> Iterator[Case]:
    """Yield the errors of one document, by the scorer's own pairing."""
    wanted, got = _ties(document.gold, scorer), _ties([_as_gold(c) for c in document.claims], scorer)
    _, missed, spurious = scorer.match([t[:5] for t in wanted], [t[:5] for t in got])
    for number in missed:
        first, second, day, _, weight, contact = wanted[number]
        sentences = _sentences(document, contact["evidence"])
        cause = _cause(document, first, second, sentences, scorer)
        yield Case(cause, weight, document, f"missed: {first} / {second} {day} ({contact['trigger']})", sentences)
    for number in spurious:
        first, second, day, _, weight, contact = got[number]
        again = any(scorer.alike(w, got[number]) for w in wanted)
        cause = "found: told twice" if again else f"found: {contact['rule']}"
        sentences = _sentences(document, contact["evidence"])
        yield Case(cause, weight, document, f"found: {first} / {second} {day} ({contact['trigger']})", sentences)


def _as_gold(claim: Claim) -> dict[str, Any]:
    people = [{"name": p.actor.name, "named": p.actor.named} for p in claim.participants]
    first = claim.evidence[0]
    return {
        "type": claim.type.value,
        "status": claim.status.value,
        "date": claim.date.date.edtf if claim.date else None,
        "participants": people,
        "evidence": [e.quote for e in claim.evidence],
        "trigger": first.trigger.text if first.trigger else "",
        "rule": first.rule,
    }


def _ties(contacts: list[dict[str, Any]], scorer: Any) -> list[tuple[Any, ...]]:
    out: list[tuple[Any, ...]] = []
    for contact in contacts:
        if contact["status"] in _TOLD:
            pairs = scorer.pairs(contact)
            size = len({name for pair in pairs for name in pair})
            out += [(*pair, contact.get("date"), contact["status"], 2 / size, contact) for pair in pairs]
    return out


def _sentences(document: Document, quotes: list[str]) -> list[Sentence]:
    found: dict[int, Sentence] = {}
    for quote in quotes:
        start = document.article.text.find(quote)
        for word in document.parsed.words_in(Span(start, start + len(quote))) if start >= 0 else ():
            found.setdefault(word.sentence.i, word.sentence)
    return list(found.values())


def _cause(document: Document, first: str, second: str, sentences: list[Sentence], scorer: Any) -> str:
    """Return how far the reading came: to the sense, the actors, the candidate, its status."""
    inside = {s.i for s in sentences}
    looks = [at for at in document.looks if at.trigger.sentence.i in inside]
    names = {n for s in sentences for n in _names(document, s)}
    both = [at for at in looks if at.candidate and _has(at, first, scorer) and _has(at, second, scorer)]
    if both:
        status = both[0].candidate.verdict.status.value if both[0].candidate else ""
        return f"missed: candidate is there, told as {status}" if status not in _TOLD else "missed: joined to another"
    if not looks:
        return "missed: no word of contact"
    known = [any(scorer.same(wanted, name) for name in names) for wanted in (first, second)]
    if not all(known):
        return "missed: an actor is not known there" if any(known) else "missed: neither actor is known there"
    if any(at.candidate for at in looks):
        return "missed: a candidate lacks a participant"
    return f"missed: stopped by {looks[0].stopped_by}"


def _has(at: Look, name: str, scorer: Any) -> bool:
    return any(scorer.same(name, entry.name) for entry in (at.candidate.entries if at.candidate else ()))


def _names(document: Document, sentence: Sentence) -> Iterator[str]:
    for word in sentence.words:
        mention = document.people.mention_at(word)
        if mention is not None:
            yield from (entry.name for entry in (mention.entry, *mention.others))


def page(found: list[Case]) -> str:
    """Return the page: causes by weight, each with its cases."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        groups[case.cause].append(case)
    ranked = sorted(groups.items(), key=lambda item: -sum(c.weight for c in item[1]))
    index = "".join(f"<li>{sum(c.weight for c in g):.1f} {html.escape(cause)}</li>" for cause, g in ranked)
    body = "".join(f"<h2>{html.escape(cause)}</h2>" + "".join(map(_shown, g)) for cause, g in ranked)
    style = "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto}pre{white-space:pre-wrap;color:#555}"
    return f"<!doctype html><meta charset=utf-8><title>Errors</title><style>{style}</style><ol>{index}</ol>{body}"


def _shown(case: Case) -> str:
    parts = [f"<h3>{html.escape(case.document.article.id)}: {html.escape(case.tie)}</h3>"]
    for sentence in case.sentences[:4]:
        names = ", ".join(dict.fromkeys(_names(case.document, sentence)))
        parse = " ".join(f"{w.text}/{w.dep}&lt;{html.escape(w.head.text)}" for w in sentence.words)
        looks = "\n".join(_line(at) for at in case.document.looks if at.trigger.sentence is sentence)
        text = html.escape(sentence.span.of(case.document.article.text))
        parts.append(f"<p>{text}<pre>{html.escape(names)}\n{html.escape(looks)}\n{parse}</pre>")
    return "".join(parts)


def _line(at: Look) -> str:
    sides = " | ".join(", ".join(side) or "-" for side in at.sides)
    end = at.candidate.verdict.status.value if at.candidate else f"stopped by {at.stopped_by}"
    return f"{at.trigger.text} [{at.sense.rule}] {sides}: {end}"


def main() -> None:
    """Write the page, and print the causes by weight."""
    folder = shared()
    if folder is None:
        sys.exit("no evaluation corpora beside this checkout (WHOMET_SHARED)")
    sys.path.insert(0, str(folder / "eval"))
    scorer = importlib.import_module("score_contacts")
    found = [case for document in documents(folder) for case in cases(document, scorer)]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(found), encoding="utf-8")
    weights: dict[str, float] = defaultdict(float)
    for case in found:
        weights[case.cause] += case.weight
    for cause, weight in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"{weight:6.1f}  {cause}")
    print(f"written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
