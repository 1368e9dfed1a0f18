"""Temporal values: what an expression means before it is known from which day it counts.

Each value reads itself in a `Context`; the same value reads differently as past or future, and can be read again
from another anchor. A value whose anchor is missing keeps its TIMEX3 value with `X` for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from timeline.dates.stretches import (
    CLOCK_UNITS,
    Stretch,
    Unit,
    around,
    century,
    day,
    decade,
    month,
    step,
    year,
)
from timeline.dates.uncertain import UncertainDate


class Kind(StrEnum):
    """What sort of expression it is; a `PERIOD` is an occasion that TimeML does not mark by itself."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    REF = "ref"
    PERIOD = "period"


class Counted(StrEnum):
    """What an expression is counted from."""

    NOTHING = ""
    PUBLISHED = "published"
    TOLD = "told"
    #: The day told in the paragraph, or in a day's running report that of publication: a time of the clock's.
    DAY = "day"


class Comparison(StrEnum):
    """How far a comparison reaches for the quarter that the text speaks about."""

    NONE = "none"
    #: Within a few sentences ("a year earlier").
    NEAR = "near"
    #: Anywhere before ("the year-ago quarter", "the quarter").
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression can be counted from."""

    published: UncertainDate | None = None
    #: The date told last before the expression.
    told: UncertainDate | None = None
    #: The single day told last before the expression.
    day: UncertainDate | None = None
    #: The quarter that the text speaks about, and whether it was told close by.
    quarter: UncertainDate | None = None
    quarter_is_near: bool = False
    #: The TIMEX3 value of that quarter, if it is of a company's own calendar.
    fiscal: str | None = None
    #: The day that a time of the clock belongs to, and a "today" within it.
    here: UncertainDate | None = None
    #: In a text that tells of long ago, the date it has reached.
    scene: UncertainDate | None = None
    future: bool = False
    #: What gives the day of publication that is counted from: the article's own, or its dateline.
    given_by: str = "published"

    def anchor(self, counted: Counted) -> UncertainDate | None:
        """Return the date that such an expression is counted from."""
        if counted is Counted.DAY:
            return self.here
        return self.told if counted is Counted.TOLD else self.published

    def spoken_quarter(self, comparison: Comparison) -> UncertainDate | None:
        """Return the quarter that a comparison keeps to; for one about a quarter, the last full one by default."""
        if comparison is Comparison.NEAR:
            return self.quarter if self.quarter_is_near else None
        if comparison is Comparison.NONE or self.quarter is not None:
            return self.quarter if comparison is Comparison.ANYWHERE else None
        before = step(self.published.bounds[0], Unit.QUARTER, -1) if self.published else None
        return around(Unit.QUARTER, before).date if before else None


class Value(Protocol):
    """The meaning of an expression."""

    @property
    def kind(self) -> Kind:
        """Return the sort of expression."""
        ...

    @property
    def counted(self) -> Counted:
        """Return what it is counted from."""
        ...

    def read(self, context: Context) -> Stretch:
        """Return its TIMEX3 value and days; the days are None while the anchor is unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """An absolute date."""

    stretch: Stretch
    kind: Kind = Kind.DATE
    counted: Counted = Counted.NOTHING

    def read(self, context: Context) -> Stretch:  # noqa: ARG002 the protocol's signature
        """Return it as it is."""
        return self.stretch


@dataclass(frozen=True, slots=True)
class Wrapped:
    """What the values made of one other have in common: they are counted from what that one is."""

    inner: Value

    @property
    def kind(self) -> Kind:
        """Return that it is a date, whatever the other is."""
        return Kind.DATE

    @property
    def counted(self) -> Counted:
        """Return what the other is counted from."""
        return self.inner.counted


def covering(low: date, high: date) -> Stretch:
    """Return the days from low to high, under the TIMEX3 value of the smallest unit that holds them all."""
    days = UncertainDate.between(low, high)
    for unit in (day, month, year, decade, century):
        if (stretch := unit(low)).date is not None and stretch.date.contains(days):
            return Stretch(stretch.timex, days)
    return Stretch("XXXX", days)


def spread(anchor: UncertainDate, reach: Callable[[date], Stretch | None]) -> Stretch | None:
    """Apply a reading to every day that the anchor may be: an uncertain anchor gives an equally uncertain date."""
    low = reach(anchor.earliest) if anchor.earliest else None
    high = reach(anchor.latest) if anchor.latest else None
    if low is not None and low == high:
        return roughly(low) if anchor.approximate else low
    first, last = low.date if low else None, high.date if high else None
    start, end = first.earliest if first else None, last.latest if last else None
    if start and end:
        found = covering(start, end)
        return roughly(found) if anchor.approximate else found
    if start or end:
        return Stretch("XXXX", UncertainDate.between(start, end, approximate=anchor.approximate))
    return None


def about(when: UncertainDate) -> UncertainDate:
    """Mark a date as approximate."""
    return when if when.approximate else replace(when, edtf=when.edtf + "~", approximate=True)


def roughly(stretch: Stretch) -> Stretch:
    """Mark a stretch as approximate."""
    return Stretch(stretch.timex, about(stretch.date)) if stretch.date else stretch


def unknown(unit: Unit) -> str:
    """Return the TIMEX3 value of an unknown stretch of a unit."""
    if unit in (Unit.DAY, *CLOCK_UNITS):
        return "XXXX-XX-XX"
    return {Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX", Unit.QUARTER: "XXXX-QX", Unit.WEEKEND: "XXXX-WXX-WE"}.get(
        unit, "XXXX"
    )
