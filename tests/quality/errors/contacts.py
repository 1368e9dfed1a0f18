"""Contacts of the tuning set: ties missed or found without being one, and right ones with another date than annotated.

Ties are paired by the scorer that lies beside the corpora.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tests.quality.errors.cases import Case, Lines, Passage, passage
from tests.quality.errors.documents import Document
from timeline.events.matcher import Look
from timeline.language.parse import Sentence
from timeline.model import CONTACT_TYPES, COUNTED_STATUSES, Claim, Span

#: What a claim found wrongly is grouped by, beside "told twice".
_KINDS = {"meeting": "a meeting", "call": "a call", "correspondence": "a letter or message", "hearing": "a hearing"}
_TOLD = {status.value for status in COUNTED_STATUSES}


def cases(document: Document, gold: list[dict[str, Any]], scorer: Any) -> Iterator[Case]:
    """Yield the ties of one document that are missed or found wrongly."""
    wanted, got = ties(gold, scorer), ties(map(as_gold, _contacts(document)), scorer)
    _, missed, spurious = scorer.match([t[:5] for t in wanted], [t[:5] for t in got])
    for number in missed:
        yield _missed(document, wanted[number], scorer)
    unreal = ties(gold, scorer, told=False)
    for number in spurious:
        again = any(scorer.alike(w, got[number]) for w in wanted)
        false = not again and any(scorer.alike(u, got[number]) for u in unreal)
        yield _spurious(document, got[number], again=again, false=false)


def whole(document: Document, gold: list[dict[str, Any]], scorer: Any) -> Counter[str]:
    """Return the weight of the ties annotated and found."""
    found = ties(map(as_gold, _contacts(document)), scorer)
    return Counter(annotated=sum(t[4] for t in ties(gold, scorer)), found=sum(t[4] for t in found))


def _contacts(document: Document) -> Iterator[Claim]:
    return (claim for claim in document.claims if claim.type in CONTACT_TYPES)


def as_gold(claim: Claim) -> dict[str, Any]:
    """Return a claim in the shape of an annotated contact, with itself beside."""
    first = claim.evidence[0]
    return {
        "type": claim.type.value,
        "status": claim.status.value,
        "date": claim.date.date.edtf if claim.date else None,
        "participants": [{"name": p.actor.name, "named": p.actor.named} for p in claim.participants],
        "evidence": [e.quote for e in claim.evidence],
        "trigger": first.trigger.text if first.trigger else "",
        "claim": claim,
    }


def ties(contacts: Iterable[dict[str, Any]], scorer: Any, *, told: bool = True) -> list[tuple[Any, ...]]:
    """Return the ties of contacts that count (or of those that do not), each with its weight and its contact."""
    out: list[tuple[Any, ...]] = []
    for contact in contacts:
        if (contact["status"] in _TOLD) is told:
            pairs = scorer.pairs(contact)
            size = len({name for pair in pairs for name in pair})
            out += [(*pair, contact.get("date"), contact["status"], 2 / size, contact) for pair in pairs]
    return out


def _missed(document: Document, tie: tuple[Any, ...], scorer: Any) -> Case:
    first, second, day, status, weight, contact = tie
    sentences = document.quoted(contact["evidence"])
    cause, detail = _cause(document, first, second, sentences, scorer)
    facts = (("annotated", f"{contact['type']}, {status}, {day or 'no date'}, told by “{contact['trigger']}”"),)
    told, words = f"{first} / {second}", _words(sentences, contact["trigger"])
    seen = shown(document, sentences, gold=words)
    return Case(f"missed: {cause}", detail, weight, document.article.id, told, facts, seen)


def _words(sentences: list[Sentence], word: str) -> list[Span]:
    """Return where a word stands in sentences."""
    return [Span(w.start, w.end) for s in sentences for w in s.words if w.text == word]


def _spurious(document: Document, tie: tuple[Any, ...], *, again: bool, false: bool) -> Case:
    first, second, day, status, weight, contact = tie
    claim: Claim = contact["claim"]
    rule = claim.evidence[0].rule
    kind = "words between two" if rule.startswith("words") else _KINDS[claim.type.value]
    cause = "FALSE TIE, told as denied, planned or possible" if false else "one occasion told twice" if again else kind
    facts = (
        ("found", f"{contact['type']}, {status}, {day or 'no date'}, told by “{contact['trigger']}”"),
        ("rule", rule),
        ("confidence", f"{claim.confidence.value:.2f}: {claim.confidence.detail}"),
    )
    sentences = document.sentences(*(e.span for e in claim.evidence))
    words = [e.trigger.span for e in claim.evidence if e.trigger]
    told, seen = f"{first} / {second}", shown(document, sentences, ours=words)
    return Case(f"wrongly found: {cause}", rule, weight, document.article.id, told, facts, seen)


def _cause(document: Document, first: str, second: str, sentences: list[Sentence], scorer: Any) -> tuple[str, str]:
    """Return how far the reading came: to the sense, the actors, the candidate, its status; and the check."""
    inside = {s.i for s in sentences}
    looks = [at for at in document.looks if at.trigger.sentence.i in inside]
    for at in looks:
        if at.candidate and all(_has(at, name, scorer) for name in (first, second)):
            verdict = at.candidate.verdict
            if verdict.status in COUNTED_STATUSES:
                return "found there, and joined to another occasion of theirs", at.sense.rule
            return f"found there, and told as {verdict.status.value}", verdict.why
    if not looks:
        return "no word of contact there", "none"
    names = {n for s in sentences for n in document.names(s)}
    known = [any(scorer.same(wanted, name) for name in names) for wanted in (first, second)]
    if not all(known):
        which = "one of the two is not known there" if any(known) else "neither of the two is known there"
        return which, looks[0].stopped_by or looks[0].sense.rule
    found = next((at for at in looks if at.candidate), None)
    if found is not None:
        return "a contact is found there, without one of the two", found.sense.rule
    far = next((at for at in looks if at.sides), looks[0])
    why = "with fewer than two who could take part" if far.sides else "and a guard or its particle stopped it"
    return f"a word of contact is there, {why}", far.stopped_by


def _has(at: Look, name: str, scorer: Any) -> bool:
    return any(scorer.same(name, entry.name) for entry in (at.candidate.entries if at.candidate else ()))


def shown(
    document: Document, sentences: list[Sentence], *, gold: Iterable[Span] = (), ours: Iterable[Span] = ()
) -> tuple[Passage, ...]:
    """Return sentences with who is known there and what became of every sense of a word of contact."""
    return tuple(passage(document, s, gold, ours, _seen(document, s)) for s in sentences)


def _seen(document: Document, sentence: Sentence) -> Lines:
    names = ", ".join(dict.fromkeys(document.names(sentence))) or "nobody"
    looks = [at for at in document.looks if at.trigger.sentence is sentence]
    senses = dict.fromkeys((f"“{at.trigger.text}” {at.sense.rule}", _became(at)) for at in looks)
    return (("known there", names), *senses)


def _became(at: Look) -> str:
    sides = " | ".join(", ".join(side) or "-" for side in at.sides)
    verdict = at.candidate.verdict if at.candidate else None
    end = f"{verdict.status.value} ({verdict.why})" if verdict else f"stopped: {at.stopped_by}"
    return f"{sides}: {end}" if sides else end
