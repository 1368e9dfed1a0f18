"""Finding the temporal expressions of a parsed text and reading them from the day of its publication."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from timeline.dates.anchored import Weekday, Yearly
from timeline.dates.composed import Narrowed
from timeline.dates.grammar import readings
from timeline.dates.lengths import Duration, Reference
from timeline.dates.readings import Preposition, Reading, Relative
from timeline.dates.rules import Found
from timeline.dates.stretches import Stretch
from timeline.dates.tense import Tense, tense_over
from timeline.dates.tokens import Run, runs
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Counted, Kind, Value
from timeline.language.parse import Parsed, Word
from timeline.model import Publication, Span, TimeExpression

#: How many sentences a quarter stays in reach of "a year earlier".
_REACH = 2
_PREPOSITIONS = {
    **dict.fromkeys(("since", "after", "following", "from", "post"), Preposition.AFTER),
    **dict.fromkeys(("before", "by", "until", "till", "through", "to", "prior", "pre"), Preposition.BEFORE),
    "for": Preposition.FOR,
}
_TIMEX_TYPES = {
    Kind.DATE: "DATE",
    Kind.TIME: "TIME",
    Kind.DURATION: "DURATION",
    Kind.SET: "SET",
    Kind.REF: "DATE",
    Kind.PERIOD: "DATE",
}


@dataclass(slots=True)
class _Course:
    """What the reading has come across so far: the date told last, and the quarter spoken of."""

    published: UncertainDate | None
    told: UncertainDate | None = None
    quarter: UncertainDate | None = None
    quarter_sentence: int = -9
    out: list[Reading] = field(default_factory=list)

    def context(self, sentence: int) -> Context:
        """Return what an expression in a sentence can be counted from."""
        near = sentence - self.quarter_sentence <= _REACH
        return Context(self.published, self.told, self.quarter if near else None)


def find(parsed: Parsed, publication: Publication) -> list[Reading]:
    """Return the temporal expressions of a text, in text order, none overlapping.

    Without a day of publication what counts from it has no date (never "today's"); absolute dates still have theirs.
    """
    course = _Course(UncertainDate.day(publication.day) if publication.day else None)
    for run in runs(parsed):
        for found in readings(run):
            _add(course, parsed, run, found)
    return _join_ranges(parsed, course.out)


def _add(course: _Course, parsed: Parsed, run: Run, found: Found) -> None:
    """Read one expression and note what later ones may count from."""
    first, last = run.tokens[found.start], run.tokens[found.end - 1]
    span = Span(first.start, last.end)
    word = _head(run, found)
    context = course.context(word.sentence.i)
    reading = _read(span, span.of(parsed.text), found, word, context)
    course.out.append(reading)
    date = reading.date
    if date is None or reading.kind not in (Kind.DATE, Kind.TIME):
        return
    course.told = date
    if "-Q" in reading.expression.timex_value:
        course.quarter, course.quarter_sentence = date, word.sentence.i


def _head(run: Run, found: Found) -> Word:
    """Return the expression's word whose governor stands outside it."""
    words = [token.word for token in run.tokens[found.start : found.end] if token.word is not None]
    inside = {word.i for word in words}
    return next((word for word in words if word.head is word or word.head.i not in inside), words[0])


def _read(span: Span, text: str, found: Found, word: Word, context: Context) -> Reading:
    value = found.value
    past, future = value.read(context), value.read(replace(context, future=True))
    tense = tense_over(word)
    ahead = _is_ahead(value, tense, context) and future.date is not None
    chosen = future if ahead else past
    anchor = _anchor(value, context)
    expression = TimeExpression(
        span,
        text,
        _timex_type(value, chosen),
        chosen.timex,
        chosen.date if value.kind is not Kind.REF else None,
        anchor,
        found.rule,
    )
    days_past, days_future = _days(value, past, context), _days(value, future, context)
    ambiguous = past.date != future.date
    return Reading(
        expression,
        value.kind,
        days_past,
        days_future,
        _preposition(word, span),
        Relative(value, value.counted is Counted.TOLD) if value.counted else None,
        value.stated.read(replace(context, future=ahead)).date if isinstance(value, Narrowed) else None,
        _derivation(found.rule, tense if ambiguous else None, anchor),
    )


def _timex_type(value: Value, read: Stretch) -> str:
    return "TIME" if value.kind is Kind.DATE and "T" in read.timex else _TIMEX_TYPES[value.kind]


def _days(value: Value, read: Stretch, context: Context) -> UncertainDate | None:
    return value.days(context) if isinstance(value, Duration | Reference) else read.date


def _is_ahead(value: Value, tense: Tense, context: Context) -> bool:
    """Whether the coming one is meant: by the verb, or where no verb speaks, because it is near."""
    match tense:
        case Tense.FUTURE:
            return True
        case Tense.PAST:
            return False
        case Tense.PRESENT | Tense.NONE:
            return _ahead_by_distance(value, tense, context)
    assert_never(tense)


def _ahead_by_distance(value: Value, tense: Tense, context: Context) -> bool:
    published = context.published.earliest if context.published else None
    inner = value
    while not isinstance(inner, Yearly | Weekday):
        below = getattr(inner, "inner", None) or getattr(inner, "low", None) or getattr(inner, "stated", None)
        if below is None:
            return False
        inner = below
    if isinstance(inner, Weekday):
        return tense is Tense.PRESENT
    return published is not None and inner.nearer_future(published)


def _anchor(value: Value, context: Context) -> str:
    """Name what the expression was counted from."""
    match value.counted:
        case Counted.NOTHING:
            return ""
        case Counted.PUBLISHED:
            return f"published {context.published}" if context.published else "publication, which is unknown"
        case Counted.TOLD:
            return f"told before: {context.told}" if context.told else "a date told before, which is not there"
    assert_never(value.counted)


def _derivation(rule: str, tense: Tense | None, anchor: str) -> str:
    pieces = [rule.replace("-", " ") + (" named" if not rule.startswith("period:") else "")]
    if tense is not None:
        pieces.append(f"{tense} tense" if tense is not Tense.NONE else "no verb")
    return ", ".join([*pieces, anchor] if anchor else pieces)


def _preposition(word: Word, span: Span) -> Preposition:
    """Read the preposition before the expression, if one stands there."""
    words = word.sentence.words
    inside = [w for w in words if w.start < span.end and span.start < w.end]
    at = inside[0].i - words[0].i - 1 if inside else -1
    if at >= 1 and words[at].lower == "to" and words[at - 1].lower in {"prior", "up"}:
        return Preposition.BEFORE
    if at >= 0:
        return _PREPOSITIONS.get(words[at].lower, Preposition.WITHIN)
    return Preposition.WITHIN


def _join_ranges(parsed: Parsed, found: list[Reading]) -> list[Reading]:
    """Give both ends of "from March to May" and "between 1989 and 1991" the whole interval."""
    out = list(found)
    for at in range(len(out) - 1):
        whole = _whole(parsed, out[at], out[at + 1])
        if whole is None:
            continue
        for end in (at, at + 1):
            out[end] = replace(
                out[end],
                past=whole[0],
                future=whole[1],
                preposition=Preposition.BETWEEN,
                derivation=f"an end of a range, {out[end].derivation}",
            )
    return out


def _whole(parsed: Parsed, low: Reading, high: Reading) -> tuple[UncertainDate | None, UncertainDate | None] | None:
    between = parsed.text[low.span.end : high.span.start].strip().lower()
    before = parsed.text[max(0, low.span.start - 9) : low.span.start].strip().lower().rsplit(" ", 1)[-1]
    joined = {"from": {"to", "until", "till", "through", "and until"}, "between": {"and"}}.get(before, set())
    if between not in joined and between not in {"-", "–", "—"}:
        return None
    if low.past is None or high.past is None or low.kind is not Kind.DATE or high.kind is not Kind.DATE:
        return None
    return _hull(low.past, high.past), _hull(low.future or low.past, high.future or high.past)


def _hull(low: UncertainDate, high: UncertainDate) -> UncertainDate | None:
    start, end = low.earliest, high.latest
    if start is None or end is None or start > end:
        return None
    return UncertainDate.between(start, end, approximate=low.approximate or high.approximate)
