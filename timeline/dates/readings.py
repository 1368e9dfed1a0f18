"""A temporal expression as events use it: both its readings, how it binds an event, and how to count it anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Kind, Value
from timeline.model import Span, TimeExpression


class Preposition(StrEnum):
    """How an expression bounds the date of what it belongs to."""

    #: No preposition, or one that puts the event inside ("in", "on", "during", "at").
    WITHIN = "within"
    #: "since", "after", "from": the event lies in or after.
    AFTER = "after"
    #: "before", "by", "until": the event lies in or before.
    BEFORE = "before"
    #: An end of "between ... and ..." or "from ... to ...": `past` and `future` are already the whole interval.
    BETWEEN = "between"
    #: "for": how long, or for when.
    FOR = "for"


@dataclass(frozen=True, slots=True)
class Relative:
    """What an expression means apart from its anchor, so that it can be counted from another date."""

    value: Value
    #: True for one that points back in the text ("two days later", "that day") and not to publication.
    anaphoric: bool

    def reanchor(self, anchor: UncertainDate, *, future: bool = False) -> UncertainDate | None:
        """Read it again as counted from a date; None where it names no days."""
        day = anchor if anchor.is_day else None
        context = Context(published=anchor, told=anchor, day=day, here=day, future=future, scene=anchor)
        return self.value.read(context).date


@dataclass(frozen=True, slots=True)
class Reading:
    """A temporal expression of the text with both its readings.

    `expression.date` is the likelier of `past` and `future`. Of a length of time ("the past three years") or a
    mere reference ("recently") the expression has no date, while `past` and `future` hold the days it bounds. Where
    the words leave the side open, the expression's date runs from the one to the other.
    """

    expression: TimeExpression
    kind: Kind
    past: UncertainDate | None
    future: UncertainDate | None
    preposition: Preposition
    relative: Relative | None
    #: What the words alone say, where a calendar of named periods made the date narrower.
    stated: UncertainDate | None
    #: How the words became the date, in words.
    derivation: str
    #: Whether `future` is the likelier one.
    ahead: bool = False

    @property
    def span(self) -> Span:
        """Return where the expression stands."""
        return self.expression.span

    @property
    def date(self) -> UncertainDate | None:
        """Return the likelier date."""
        return self.expression.date

    @property
    def is_time_of_day(self) -> bool:
        """Whether it tells an hour or a part of the day."""
        return self.kind is Kind.TIME

    @property
    def is_anaphoric(self) -> bool:
        """Whether it counts from a date told before."""
        return self.relative is not None and self.relative.anaphoric

    def reanchor(self, anchor: UncertainDate, *, future: bool = False) -> UncertainDate | None:
        """Read it again as counted from a date; an absolute date stays what it is."""
        return self.relative.reanchor(anchor, future=future) if self.relative else self.expression.date
