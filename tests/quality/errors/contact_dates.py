"""Dates of contacts in the tuning set: ties that are right, with another date than annotated.

The cause says what the date is beside the annotated one, and where the annotated words stand: an expression beside the
word of contact that was not taken is another fault than one that was misread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.quality.errors.cases import Case, Lines, passage
from tests.quality.errors.contacts import as_gold, ties
from tests.quality.errors.documents import Document
from timeline.dates.readings import Reading
from timeline.language.parse import Sentence
from timeline.model import CONTACT_TYPES, Claim, DateReading, Span


def cases(document: Document, gold: list[dict[str, Any]], scorer: Any) -> Iterator[Case]:
    """Yield the right ties of one document whose date is not the annotated one."""
    for wanted, found in _right(document, gold, scorer):
        days, ours = scorer.interval(wanted[2]), scorer.interval(found[2])
        if days != ours:
            yield _case(document, wanted, found[5]["claim"], outcome(days, ours))


def whole(document: Document, gold: list[dict[str, Any]], scorer: Any) -> Counter[str]:
    """Return the weight of the right ties, and of those with the annotated date."""
    right = list(_right(document, gold, scorer))
    dated = (wanted for wanted, found in right if scorer.interval(wanted[2]) == scorer.interval(found[2]))
    return Counter(right=sum(wanted[4] for wanted, _ in right), dated=sum(wanted[4] for wanted in dated))


def _right(
    document: Document, gold: list[dict[str, Any]], scorer: Any
) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Yield the ties that are right, as annotated and as found."""
    found = (as_gold(claim) for claim in document.claims if claim.type in CONTACT_TYPES)
    wanted, got = ties(gold, scorer), ties(found, scorer)
    hits, _, _ = scorer.match([t[:5] for t in wanted], [t[:5] for t in got])
    yield from ((wanted[i], got[j]) for i, j in hits)


def outcome(days: Any, ours: Any) -> str:
    """Return what a date is beside the annotated one, as the scorer counts."""
    if days is None:
        return "a date where none is annotated"
    if ours is None:
        return "no date"
    if ours[0] <= days[0] and ours[1] >= days[1]:
        return "a wider date"
    return "a narrower date" if days[0] <= ours[0] and ours[1] <= days[1] else "another date"


def _case(document: Document, tie: tuple[Any, ...], claim: Claim, what: str) -> Case:
    first, second, day, _, weight, contact = tie
    date, words = claim.date, contact["date_text"] or ""
    gold = _places(document, words)
    told = document.sentences(*(e.span for e in claim.evidence))
    ours = [date.span] if date and date.span else []
    evidence = document.quoted(contact["evidence"])
    near = (*told, *evidence, *document.sentences(*ours, *gold[:1]))
    seen = sorted({s.i: s for s in near}.values(), key=lambda s: s.i)
    annotated = f"{day or 'none'}, from {f'“{words}”' if words else 'no words'}"
    facts = (("annotated", annotated), *_ours(document, claim))
    passages = tuple(passage(document, s, gold, ours, _expressions(document, s)) for s in seen)
    cause = f"{what}; {_where(document, words, gold, (told, evidence), date)}"
    detail = _rule(document, date)
    return Case(cause, detail, weight, document.article.id, f"{first} / {second}", facts, passages)


def _places(document: Document, words: str) -> list[Span]:
    """Return where the annotated words stand."""
    at = document.article.text.find(words) if words else -1
    out = []
    while at >= 0:
        out.append(Span(at, at + len(words)))
        at = document.article.text.find(words, at + 1)
    return out


def _where(
    document: Document,
    words: str,
    gold: list[Span],
    telling: tuple[list[Sentence], list[Sentence]],
    date: DateReading | None,
) -> str:
    """Return where the annotated words stand, seen from the sentences that are read and annotated as telling it, and
    how far they came."""
    if not words:
        return "annotated from no words"
    if date and date.span and any(place.overlaps(date.span) for place in gold):
        return "read from the annotated words"
    if not gold:
        return "the annotated words are no stretch of the text"
    near, annotated = ([place for place in gold if any(place.overlaps(s.span) for s in told)] for told in telling)
    if not near:
        where = "in a sentence that is not read as telling it" if annotated else "elsewhere in the text"
        return f"the annotated words stand {where}"
    read = any(place.overlaps(r.span) for place in near for r in document.readings)
    return "the annotated words beside it are " + ("read, and not taken" if read else "not read as a date")


def _ours(document: Document, claim: Claim) -> Lines:
    date = claim.date
    trigger = claim.evidence[0].trigger
    out = (("told by", f"“{trigger.text if trigger else ''}” by {claim.evidence[0].rule}"),)
    if date is None:
        return (("read", "no date"), *out)
    how = f"{_rule(document, date)}: {date.derivation}"
    return (("read", f"{date.date.edtf}, from “{date.words}”"), ("how", how), *out)


def _rule(document: Document, date: DateReading | None) -> str:
    """Return the rule that read the expression of a date."""
    if date is None:
        return "no expression"
    found = next((r for r in document.readings if date.span and r.span == date.span), None)
    carried = "; carried on" in date.derivation
    return f"rule {found.expression.rule if found else 'of an adverb'}{', carried on' if carried else ''}"


def _expressions(document: Document, sentence: Sentence) -> Lines:
    inside = [r for r in document.readings if r.span.overlaps(sentence.span)]
    return tuple((f"“{r.expression.text}”", _read(r)) for r in inside)


def _read(reading: Reading) -> str:
    edtf = reading.date.edtf if reading.date else reading.expression.timex_value
    return f"{edtf}, rule {reading.expression.rule}, {reading.preposition.value}: {reading.derivation}"
