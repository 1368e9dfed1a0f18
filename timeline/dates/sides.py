"""Reading one expression on both sides of publication, and how it bounds the event that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from timeline.dates.accounts import Ended
from timeline.dates.anchored import Shifted, Weekday, Yearly
from timeline.dates.composed import Narrowed
from timeline.dates.direction import Side, View, side
from timeline.dates.lengths import Duration, Reference
from timeline.dates.readings import Preposition, Reading, Relative
from timeline.dates.rules import Found
from timeline.dates.stretches import Stretch, Unit
from timeline.dates.tense import Tense, is_loose, is_of_picture, is_past_perfect, tense_over
from timeline.dates.uncertain import UncertainDate, hull
from timeline.dates.values import Context, Counted, Kind, Value
from timeline.language.parse import Word
from timeline.model import Span, TimeExpression

_PREPOSITIONS = {
    **dict.fromkeys(("since", "after", "following", "from", "post"), Preposition.AFTER),
    **dict.fromkeys(("before", "by", "until", "till", "through", "pre"), Preposition.BEFORE),
    "for": Preposition.FOR,
}
#: After these an event lies wholly before the days named.
_STRICTLY = frozenset({"before", "pre"})
#: A plan told in the past is for a day that may be over: its reading ahead holds both days.
_PLANS = frozenset({Tense.INTENDED, Tense.UNDONE})
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


@dataclass(frozen=True, slots=True)
class Sides:
    """A value read as the one that is over and as the one to come, and which of them the words mean."""

    value: Value
    context: Context
    view: View
    meant: Side
    past: Stretch
    future: Stretch
    #: The context in which the one to come is read.
    coming: Context

    @classmethod
    def of(cls, value: Value, context: Context, view: View, meant: Side) -> Sides:
        """Read a value on both sides."""
        coming = replace(context, future=True)
        return cls(value, context, view, meant, value.read(context), value.read(coming), coming)

    @property
    def ahead(self) -> bool:
        """Whether the one to come is the likelier."""
        return self.meant.ahead and self.future.date is not None

    @property
    def chosen(self) -> Stretch:
        """Return the likelier reading."""
        return self.future if self.ahead else self.past

    @property
    def differ(self) -> bool:
        """Whether the two are different days."""
        return self.past.date != self.future.date

    @property
    def either(self) -> UncertainDate | None:
        """Return the days meant: those from the one reading to the other where the words do not say which."""
        past, future = self.past.date, self.future.date
        if self.meant.sure or past is None or future is None or past == future:
            return self.chosen.date
        return hull(past, future) or self.chosen.date

    @property
    def days(self) -> tuple[UncertainDate | None, UncertainDate | None]:
        """Return the days that bound an event, on both sides; of a plan told in the past the coming ones hold both."""
        past = _days(self.value, self.past, self.context)
        if self.view.tense in _PLANS and not self.meant.sure and self.differ:
            return past, self.either
        return past, _days(self.value, self.future, self.coming)


def read(span: Span, text: str, found: Found, word: Word, context: Context) -> Reading:
    """Read an expression whose head is a word, as counted from a context."""
    value, before = found.value, _before(word, span)
    view, meant = _viewed(value, before, word, context, span)
    sides = Sides.of(value, context, view, meant)
    anchor = _anchor(value, context)
    (past, future), preposition = sides.days, _PREPOSITIONS.get(before, Preposition.WITHIN)
    if before in _STRICTLY and value.kind in (Kind.DATE, Kind.PERIOD):
        past = future = _ahead_of(future if sides.ahead else past)
        preposition = Preposition.BETWEEN
    return Reading(
        _expression(span, text, found, sides, anchor),
        value.kind,
        past,
        future,
        preposition,
        Relative(value, value.counted in (Counted.TOLD, Counted.DAY)) if value.counted else None,
        value.inner.read(replace(context, future=sides.ahead)).date if isinstance(value, Narrowed) else None,
        _derivation(found.rule, view.tense if sides.differ else None, anchor),
        sides.ahead,
    )


def _viewed(value: Value, before: str, word: Word, context: Context, span: Span) -> tuple[View, Side]:
    """Return how the words around an expression look at it, and which side they mean."""
    opens = span.start - word.sentence.words[0].start < 4
    view = View(tense_over(word), before in _UNTIL, is_loose(word), opens, is_past_perfect(word))
    if before in _ENDED or (view.tense is Tense.PRESENT and is_of_picture(word)):
        view = View(Tense.PAST)
    return view, Side(ahead=False) if before in _ENDED else side(value, view, context)


def _expression(span: Span, text: str, found: Found, sides: Sides, anchor: str) -> TimeExpression:
    value, timex = found.value, sides.chosen.timex
    date_meant = sides.either if value.kind is not Kind.REF else None
    return TimeExpression(span, text, _timex_type(value, timex), timex, date_meant, anchor, found.rule)


def _timex_type(value: Value, timex: str) -> str:
    return "TIME" if value.kind is Kind.DATE and "T" in timex else _TIMEX_TYPES[value.kind]


def _days(value: Value, read: Stretch, context: Context) -> UncertainDate | None:
    if isinstance(value, Duration | Reference | Ended):
        return value.days(context)
    now = context.published.earliest if context.published else None
    if _is_this_week(value) and read.date is not None and now is not None:
        days = UncertainDate.between(now, None) if context.future else UncertainDate.between(None, now)
        within = read.date.intersection(days)
        return read.date if within is None or within.is_day else within  # told on a Monday it is no "today"
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
            return f"{context.given_by} {context.published}" if context.published else "publication, which is unknown"
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
    """Return all days before the first of these ("prior to May"); a single day is left in, as it is by "after" too."""
    if days is None or days.earliest is None or days.earliest <= date.min + timedelta(days=1):
        return days
    return UncertainDate.between(None, days.earliest - timedelta(days=0 if days.is_day else 1))
