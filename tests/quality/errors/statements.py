"""Statements against PolNeAR's attributions: missed, found without being annotated, with another speaker.

As the scorer counts: a statement is found if at least half of the longer content is shared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tests.quality.errors.cases import Case, Lines, passage
from tests.quality.errors.documents import Document
from timeline.events.statement_lexicon import lexicon
from timeline.model import Claim, Span

type Spans = list[tuple[int, int]]


def cases(document: Document, gold: list[dict[str, Any]], scorer: Any) -> Iterator[Case]:
    """Yield the errors of one document."""
    found = [claim for claim in document.claims if claim.statement is not None]
    gold = [said for said in gold if said["content"]]
    hits = {id(c): [g for g in gold if _is_hit(_content(c), g["content"], scorer)] for c in found}
    taken = {id(g) for each in hits.values() for g in each}
    for said in gold:
        if said["speech"] and id(said) not in taken:
            yield _missed(document, said, found, scorer)
    for claim in found:
        if not hits[id(claim)]:
            yield _spurious(document, claim, gold, scorer)
        elif not any(scorer.shared(_speaker(claim), said["source"]) for said in hits[id(claim)]):
            yield _misattributed(document, claim, hits[id(claim)][0])


def whole(document: Document, gold: list[dict[str, Any]]) -> Counter[str]:
    """Return how many verbs of speech are annotated, and how many statements are found."""
    spoken = sum(bool(said["content"] and said["speech"]) for said in gold)
    return Counter(annotated=spoken, found=sum(claim.statement is not None for claim in document.claims))


def _is_hit(ours: Spans, gold: Spans, scorer: Any) -> bool:
    return bool(scorer.shared(ours, gold) * 2 >= max(scorer.length(ours), scorer.length(gold)))


def _content(claim: Claim) -> Spans:
    return [(s.start, s.end) for s in claim.statement.content] if claim.statement else []


def _speaker(claim: Claim) -> Spans:
    span = claim.statement.speaker_span if claim.statement else None
    return [(span.start, span.end)] if span else []


def _cue(claim: Claim) -> Spans:
    return [(claim.statement.cue.span.start, claim.statement.cue.span.end)] if claim.statement else []


def _missed(document: Document, said: dict[str, Any], found: list[Claim], scorer: Any) -> Case:
    at_cue = [claim for claim in found if scorer.shared(_cue(claim), said["cue"])]
    if at_cue:
        part = any(scorer.shared(_content(claim), said["content"]) for claim in at_cue)
        cause = "its cue is read, with " + ("more or fewer of its words" if part else "other words")
        return _case(document, f"missed: {cause}", at_cue[0].evidence[0].rule, said, at_cue[0])
    within = any(scorer.shared(_content(claim), said["content"]) for claim in found)
    words = [w for span in _spans(said["cue"]) for w in document.parsed.words_in(span)]
    known = [w for w in words if w.lemma.lower() in lexicon().verbs or w.lemma.lower() in lexicon().nouns]
    if not known:
        detail = " ".join(w.lemma for w in words) or "no cue"
        return _case(document, "missed: its cue is no word of speech here", detail, said, None)
    cause = "its words are read as another's" if within else "no statement is read there"
    return _case(document, f"missed: {cause}", known[0].lemma.lower(), said, None)


def _spurious(document: Document, claim: Claim, gold: list[dict[str, Any]], scorer: Any) -> Case:
    same = next((g for g in gold if scorer.shared(_cue(claim), g["cue"])), None)
    within = next((g for g in gold if scorer.shared(_content(claim), g["content"])), None)
    if same is not None:
        cause = "annotated with more, fewer or other words"
    elif within is not None:
        cause = "annotated under another cue"
    else:
        cause = "nothing is annotated there"
    return _case(document, f"wrongly found: {cause}", claim.evidence[0].rule, same or within, claim)


def _misattributed(document: Document, claim: Claim, said: dict[str, Any]) -> Case:
    if not said["source"]:
        cause = "a speaker where none is annotated" if _speaker(claim) else "none is annotated"
    else:
        cause = "another than annotated" if _speaker(claim) else "none read"
    return _case(document, f"speaker: {cause}", claim.evidence[0].rule, said, claim)


def _case(document: Document, cause: str, detail: str, said: dict[str, Any] | None, claim: Claim | None) -> Case:
    gold = _spans((said["cue"] + said["source"] + said["content"]) if said else [])
    ours = _spans(_cue(claim) + _speaker(claim) + _content(claim)) if claim else []
    facts = (*_facts(document, "annotated", said), *_read(document, claim))
    told = _words(document, said["cue"] if said else _cue(claim) if claim else [])
    sentences = document.sentences(*gold, *ours)
    shown = tuple(passage(document, s, gold, ours) for s in sentences)
    return Case(cause, detail, 1.0, document.article.id, told, facts, shown)


def _facts(document: Document, name: str, said: dict[str, Any] | None) -> Lines:
    if said is None:
        return ((name, "nothing"),)
    who, cue, words = (_words(document, said[part]) or "nobody" for part in ("source", "cue", "content"))
    return ((name, f"{who} | {cue} | {words}"),)


def _read(document: Document, claim: Claim | None) -> Lines:
    if claim is None or claim.statement is None:
        return (("read", "nothing"),)
    parts = {"source": _speaker(claim), "cue": _cue(claim), "content": _content(claim)}
    rule = claim.evidence[0].rule
    how = f"rule {rule}, {claim.status.value}, {claim.statement.stance.value}, confidence {claim.confidence.value:.2f}"
    return (*_facts(document, "read", parts), ("how", how))


def _words(document: Document, spans: Spans) -> str:
    return " ... ".join(" ".join(span.of(document.article.text).split()) for span in _spans(sorted(spans)))


def _spans(pairs: Iterable[tuple[int, int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs if start < end]
