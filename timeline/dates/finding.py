"""Finding the temporal expressions of a parsed text and reading them from the day of its publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from timeline.dates.anchored import Shifted, Weekday, Yearly
from timeline.dates.composed import Clock, Narrowed
from timeline.dates.course import Course, as_told
from timeline.dates.direction import Side, View, side
from timeline.dates.grammar import readings
from timeline.dates.lengths import Duration, Reference
from timeline.dates.narration import is_news, narrates
from timeline.dates.readings import Preposition, Reading, Relative
from timeline.dates.rules import Found
from timeline.dates.stretches import Stretch, Unit
from timeline.dates.tense import Tense, is_attribute, is_loose, is_of_picture, tense_over
from timeline.dates.tokens import Run, runs
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Counted, Kind, Value
from timeline.language.parse import Parsed, Word
from timeline.model import Publication, Span, TimeExpression

_PREPOSITIONS = {
    **dict.fromkeys(("since", "after", "following", "from", "post"), Preposition.AFTER),
    **dict.fromkeys(("before", "by", "until", "till", "through", "pre"), Preposition.BEFORE),
    "for": Preposition.FOR,
}
#: After these an event lies wholly before the days named.
_STRICTLY = frozenset({"before", "pre"})
#: How many paragraphs that open with a time of the clock make a report of the running day.
_ENTRIES = 3
#: A plan told in the past is for a day that may be over: its reading ahead holds both days.
_PLANS = frozenset({Tense.INTENDED, Tense.UNDONE})
_SOON = Reference("FUTURE_REF")
_UNTIL = frozenset({"until", "till", "through"})
_ENDED = frozenset({"ended"})
_TIMEX_TYPES = {
    Kind.DATE: "DATE",
    Kind.TIME: "TIME",
    Kind.DURATION: "DURATION",
    Kind.SET: "SET",
    Kind.REF: "DATE",
    Kind.PERIOD: "DATE",
}


def find(parsed: Parsed, publication: Publication) -> list[Reading]:
    """Return the temporal expressions of a text, in text order, none overlapping.

    Without a day of publication what counts from it has no date (never "today's"); absolute dates still have theirs.
    """
    expressions = [(run, found) for run in runs(parsed) for found in readings(run)]
    course = Course(UncertainDate.day(publication.day) if publication.day else None)
    course.narrating = narrates((found.value for _, found in expressions), publication.day)
    entries = sum(isinstance(found.value, Clock) and _opens(parsed, run, found) for run, found in expressions)
    course.running = entries >= _ENTRIES
    readings_found = [reading for run, found in expressions if (reading := _next(course, parsed, run, found))]
    return _join_ranges(parsed, readings_found)


def _opens(parsed: Parsed, run: Run, found: Found) -> bool:
    """Whether an expression opens its paragraph."""
    token = run.tokens[found.start]
    return token.word is not None and token.start == parsed.paragraphs[token.word.sentence.paragraph].start


def _next(course: Course, parsed: Parsed, run: Run, found: Found) -> Reading | None:
    """Read one expression and note what later ones may count from."""
    span = Span(run.tokens[found.start].start, run.tokens[found.end - 1].end)
    word = _head(run, found)
    tense, paragraph = tense_over(word), word.sentence.paragraph
    if tense is Tense.PAST and found.value == _SOON:
        return None
    quoted = _is_quoted(parsed, span, paragraph)
    spoken = course.spoken(paragraph) if quoted and is_news(found.value) else None
    context = as_told(
        course.context(word.sentence, opens=_opens(parsed, run, found)),
        course.back(found.value, tense, paragraph),
        spoken,
    )
    if found.rule.endswith("the-unit"):
        context = course.moved_to_scene(context)
    reading = _read(span, span.of(parsed.text), found, word, context)
    course.note(found.value, reading, word.sentence, passing=quoted or is_attribute(word))
    return reading


def _is_quoted(parsed: Parsed, span: Span, paragraph: int) -> bool:
    """Whether an expression stands within quotation marks."""
    before = parsed.text[parsed.paragraphs[paragraph].start : span.start]
    return (before.count('"') + before.count("“") + before.count("”")) % 2 == 1


def _head(run: Run, found: Found) -> Word:
    """Return the expression's word whose governor stands outside it."""
    words = [token.word for token in run.tokens[found.start : found.end] if token.word is not None]
    inside = {word.i for word in words}
    return next((word for word in words if word.head is word or word.head.i not in inside), words[0])


def _read(span: Span, text: str, found: Found, word: Word, context: Context) -> Reading:
    value = found.value
    coming = replace(context, future=True)
    past, future = value.read(context), value.read(coming)
    before = _before(word, span)
    view = View(tense_over(word), before in _UNTIL, is_loose(word), opens=span.start - word.sentence.words[0].start < 4)
    if before in _ENDED or (view.tense is Tense.PRESENT and is_of_picture(word)):
        view = View(Tense.PAST)
    meant = Side(ahead=False) if before in _ENDED else side(value, view, context)
    ahead = meant.ahead and future.date is not None
    chosen = future if ahead else past
    anchor = _anchor(value, context)
    expression = TimeExpression(
        span,
        text,
        _timex_type(value, chosen),
        chosen.timex,
        _either(past, future, chosen, meant) if value.kind is not Kind.REF else None,
        anchor,
        found.rule,
    )
    days_past, days_future = _days(value, past, context), _days(value, future, coming)
    ambiguous = past.date != future.date
    if view.tense in _PLANS and not meant.sure and ambiguous:
        days_future = _either(past, future, chosen, meant)
    preposition = _PREPOSITIONS.get(before, Preposition.WITHIN)
    if before in _STRICTLY and value.kind in (Kind.DATE, Kind.PERIOD):
        days_past = days_future = _ahead_of(days_future if ahead else days_past)
        preposition = Preposition.BETWEEN
    return Reading(
        expression,
        value.kind,
        days_past,
        days_future,
        preposition,
        Relative(value, value.counted in (Counted.TOLD, Counted.DAY)) if value.counted else None,
        value.stated.read(coming if ahead else context).date
        if isinstance(value, Narrowed)
        else None,
        _derivation(found.rule, view.tense if ambiguous else None, anchor),
        ahead,
    )


def _either(past: Stretch, future: Stretch, chosen: Stretch, meant: Side) -> UncertainDate | None:
    """Return the days meant: those from the one reading to the other where the words do not say which."""
    if meant.sure or past.date is None or future.date is None or past.date == future.date:
        return chosen.date
    return _hull(past.date, future.date) or chosen.date


def _timex_type(value: Value, read: Stretch) -> str:
    return "TIME" if value.kind is Kind.DATE and "T" in read.timex else _TIMEX_TYPES[value.kind]


def _days(value: Value, read: Stretch, context: Context) -> UncertainDate | None:
    if isinstance(value, Duration | Reference):
        return value.days(context)
    now = context.published.earliest if context.published else None
    if _is_this_week(value) and read.date is not None and now is not None:
        days = UncertainDate.between(now, None) if context.future else UncertainDate.between(None, now)
        return read.date.intersection(days)
    return read.date


def _is_this_week(value: Value) -> bool:
    """Whether it is the running week, of which the past reading ends, and the coming one begins, at publication."""
    return (
        isinstance(value, Shifted)
        and (value.unit, value.count) == (Unit.WEEK, 0)
        and value.counted is Counted.PUBLISHED
    )


def _anchor(value: Value, context: Context) -> str:
    """Name what the expression was counted from."""
    if context.scene is not None and isinstance(value, Yearly | Weekday) and value.which is None:
        return f"told before: {context.scene}"
    match value.counted:
        case Counted.NOTHING:
            return ""
        case Counted.PUBLISHED:
            return f"published {context.published}" if context.published else "publication, which is unknown"
        case Counted.DAY:
            return f"day told: {context.here}" if context.here else "a day told in the paragraph, which is not there"
        case Counted.TOLD:
            return f"told before: {context.told}" if context.told else "a date told before, which is not there"
    assert_never(value.counted)


def _derivation(rule: str, tense: Tense | None, anchor: str) -> str:
    pieces = [rule.replace("-", " ") + (" named" if not rule.startswith("period:") else "")]
    if tense is not None:
        pieces.append(f"{tense} tense" if tense not in {Tense.NONE, *_PLANS} else tense)
    return ", ".join([*pieces, anchor] if anchor else pieces)


def _before(word: Word, span: Span) -> str:
    """Return the word before the expression, in lower case; "prior to" and "up to" as one."""
    words = word.sentence.words
    inside = next((w for w in words if w.start < span.end and span.start < w.end), word)
    at = inside.i - words[0].i - 1
    if at >= 1 and words[at].lower == "to" and words[at - 1].lower in {"prior", "up"}:
        return "before" if words[at - 1].lower == "prior" else "until"
    if at >= 2 and words[at].lower == "than" and words[at - 1].lower in {"later", "earlier"}:
        later = (words[at - 1].lower == "later") != (words[at - 2].lower in {"no", "not"})
        return "since" if later else "until"
    return words[at].lower if at >= 0 else ""


def _ahead_of(days: UncertainDate | None) -> UncertainDate | None:
    """Return all days before the first of these ("prior to May")."""
    if days is None or days.earliest is None or days.earliest <= date.min + timedelta(days=1):
        return days
    return UncertainDate.between(None, days.earliest - timedelta(days=1))


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
    if between not in joined and between not in {"-", "–", "—", "through", "thru"}:
        return None
    if low.past is None or high.past is None or low.kind is not Kind.DATE or high.kind is not Kind.DATE:
        return None
    return _past_hull(low, high), _hull(low.future or low.past, high.future or high.past)


def _past_hull(low: Reading, high: Reading) -> UncertainDate | None:
    """Return the range that is over; of "between May and March" the beginning is the one before the end."""
    if low.past is None or high.past is None:
        return None
    earlier = low.relative.reanchor(high.past) if low.relative else None
    return _hull(low.past, high.past) or (_hull(earlier, high.past) if earlier else None)


def _hull(low: UncertainDate, high: UncertainDate) -> UncertainDate | None:
    start, end = low.earliest, high.latest
    if start is None or end is None or start > end:
        return None
    return UncertainDate.between(start, end, approximate=low.approximate or high.approximate)
