"""Temporal expressions against TIMEX3: missed, with another value, found without being annotated, days that leave the
annotated ones out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.quality.errors.cases import Case, Passage, passage
from tests.quality.errors.documents import Document
from timeline.dates.readings import Reading
from timeline.model import Span

#: What a TIMEX3 value looks like, and is.
_SHAPES = {
    r"\d{4}-\d\d-\d\dT.*|.*T(?:MO|AF|EV|NI|DT)|.*T\d\d.*": "a time of day",
    r"P[\dTX].*": "a length",
    r"\w+_REF": "a mere reference",
    r"\d{4}-\d\d-\d\d": "a day",
    r"\d{4}-\d\d": "a month",
    r"\d{4}-W\d\d(?:-WE)?": "a week",
    r"\d{4}-(?:Q|H)\w": "a quarter or half",
    r"\d{4}-(?:SP|SU|FA|WI)": "a season",
    r"\d{4}": "a year",
    r"\d{2,3}X?": "a decade or century",
}


def cases(document: Document, gold: list[dict[str, Any]], interval: Any) -> Iterator[Case]:
    """Yield the errors of one document; each annotated expression is compared with the one that overlaps it most."""
    left = list(document.readings)
    for wanted in gold:
        span = Span(wanted["start"], wanted["end"])
        best = max((r for r in left if r.span.overlaps(span)), key=lambda r: _shared(r.span, span), default=None)
        if best is None:
            yield _case(document, f"missed: {shape(wanted['value'])}", wanted["type"], wanted, None)
            continue
        left.remove(best)
        yield from _compared(document, wanted, best, interval)
    for reading in left:
        kind = shape(reading.expression.timex_value)
        yield _case(document, f"found, and not annotated: {kind}", f"rule {reading.expression.rule}", None, reading)


def _compared(document: Document, wanted: dict[str, Any], found: Reading, interval: Any) -> Iterator[Case]:
    value, rule = found.expression.timex_value, f"rule {found.expression.rule}"
    if value != wanted["value"]:
        ours, theirs = shape(value), shape(wanted["value"])
        if ours == theirs:
            yield _case(document, f"another value: {ours}", rule, wanted, found)
        else:
            yield _case(document, "another kind of value", f"{ours} instead of {theirs}", wanted, found)
    days, read = interval(wanted["value"]), interval(found.date.edtf if found.date else None)
    if wanted["type"] in {"DATE", "TIME"} and days and read and not (read[0] <= days[0] and days[1] <= read[1]):
        yield _case(document, f"days leave out the annotated ones: {shape(wanted['value'])}", rule, wanted, found)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def shape(value: str | None) -> str:
    """Return what a TIMEX3 value is: a day, a year, a length."""
    return next((name for form, name in _SHAPES.items() if re.fullmatch(form, value or "")), "unknown in part")


def _case(document: Document, cause: str, detail: str, wanted: dict[str, Any] | None, found: Reading | None) -> Case:
    facts, gold, ours = [], [], []
    if wanted is not None:
        facts.append(("annotated", f"“{wanted['text']}” {wanted['type']} {wanted['value']}"))
        gold.append(Span(wanted["start"], wanted["end"]))
    if found is not None:
        one = found.expression
        days = one.date.edtf if one.date else "no days"
        facts.append(("read", f"“{one.text}” {one.timex_type} {one.timex_value}, {days}"))
        facts.append(("how", f"rule {one.rule}, from {one.anchor or 'nothing'}: {found.derivation}"))
        ours.append(found.span)
    facts.append(("published", str(document.article.published.day or "unknown")))
    told = wanted["text"] if wanted is not None else found.expression.text if found else ""
    return Case(cause, detail, 1.0, document.article.id, told, tuple(facts), _passages(document, gold, ours))


def _passages(document: Document, gold: list[Span], ours: list[Span]) -> tuple[Passage, ...]:
    return tuple(passage(document, s, gold, ours) for s in document.sentences(*gold, *ours))
