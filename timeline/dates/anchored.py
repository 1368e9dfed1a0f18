"""Values that count from a day: what comes round, weekdays, and stretches some units away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline.dates.recurring import MonthDay, Recurring
from timeline.dates.stretches import (
    Stretch,
    Unit,
    around,
    day,
    step,
)
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Counted, Kind, Value, roughly, spread, unknown


@dataclass(frozen=True, slots=True)
class Yearly:
    """Something that comes round, in the year that the context makes likely.

    `which` is "last", "this" or "next" where the words say so. A weekday that no near year has is left aside.
    """

    pattern: Recurring
    which: str | None = None
    kind: Kind = Kind.DATE
    counted: Counted = Counted.PUBLISHED

    def read(self, context: Context) -> Stretch:
        """Return the stretch last begun, or the next not yet over."""
        anchor = context.published
        if anchor is None:
            return Stretch(self.pattern.unknown, None)
        day_known = anchor.earliest or anchor.latest
        assert day_known is not None
        return self._near(day_known, future=context.future) or Stretch(self.pattern.unknown, None)

    def _near(self, when: date, *, future: bool) -> Stretch | None:
        pattern = self._agreeing(when)
        if self.which == "this":
            return pattern.at(when.year)
        all_near = [s for n in range(-9, 10) if 0 < when.year + n < 9999 and (s := pattern.at(when.year + n))]
        if self.which == "next" or (self.which is None and future):
            strict = self.which == "next"
            return next((s for s in all_near if _begins(s) > when or (not strict and _ends(s) >= when)), None)
        last = self.which == "last"
        return next((s for s in reversed(all_near) if _ends(s) < when or (not last and _begins(s) <= when)), None)

    def _agreeing(self, when: date) -> Recurring:
        pattern = self.pattern
        if isinstance(pattern, MonthDay) and pattern.weekday is not None:
            years = (when.year + n for n in range(-1, 2))
            if not any(pattern.at(y) for y in years if 0 < y < 9999):
                return replace(pattern, weekday=None)
        return pattern

    def nearer_future(self, published: date) -> bool:
        """Whether without any verb the coming one is meant: it is near, and the last one far."""
        past, future = self._near(published, future=False), self._near(published, future=True)
        if past is None or future is None or self.which is not None:
            return past is None and future is not None
        ahead, ago = (_begins(future) - published).days, (published - _ends(past)).days
        return ago > 2 * ahead and ago > 90


def _begins(stretch: Stretch) -> date:
    return stretch.date.bounds[0] if stretch.date else date.max


def _ends(stretch: Stretch) -> date:
    return stretch.date.bounds[1] if stretch.date else date.min


@dataclass(frozen=True, slots=True)
class InYear:
    """Something that comes round, in a year told by the words ("March of last year", "the 2016 election")."""

    pattern: Recurring
    year: Value
    kind: Kind = Kind.DATE

    @property
    def counted(self) -> Counted:
        """Return what the year is counted from."""
        return self.year.counted

    def read(self, context: Context) -> Stretch:
        """Return the stretch of that year; a pattern that the year lacks leaves the year."""
        found = self.year.read(context)
        if found.date is None or found.date.earliest is None:
            return Stretch(self.pattern.unknown, None)
        return self.pattern.at(found.date.earliest.year) or found


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week."""

    number: int
    which: str | None = None
    kind: Kind = Kind.DATE
    counted: Counted = Counted.PUBLISHED

    def read(self, context: Context) -> Stretch:
        """Return the last such day up to the anchor, or the next one; "last" and "next" mean the weeks beside."""
        anchor = context.anchor(self.counted)
        found = spread(anchor, lambda when: self._near(when, future=context.future)) if anchor else None
        return found or Stretch(f"XXXX-WXX-{self.number}", None)

    def _near(self, when: date, *, future: bool) -> Stretch | None:
        ahead = self.number - when.isoweekday()
        if self.which in ("last", "this", "next"):
            days = ahead + {"last": -7, "this": 0, "next": 7}[self.which]
        elif self.which == "coming" or (self.which is None and future):
            days = ahead % 7
        else:
            days = -(-ahead % 7)
        reached = step(when, Unit.DAY, days)
        return day(reached) if reached else None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day by its number alone ("the 14th"), in the month told before, else the one around publication."""

    number: int
    kind: Kind = Kind.DATE
    counted: Counted = Counted.TOLD

    def read(self, context: Context) -> Stretch:
        """Return that day of the month told last."""
        anchor = context.told or context.published
        found = spread(anchor, self._in_month) if anchor else None
        return found or Stretch(f"XXXX-XX-{self.number:02d}", None)

    def _in_month(self, when: date) -> Stretch | None:
        try:
            return day(when.replace(day=self.number))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Shifted:
    """A stretch some units away: "last week", "two days ago", "the following month", "that day"."""

    unit: Unit
    count: float
    counted: Counted = Counted.PUBLISHED
    approximate: bool = False
    #: A comparison, which keeps to the quarter that the text speaks about ("a year earlier").
    comparison: bool = False
    kind: Kind = Kind.DATE

    def read(self, context: Context) -> Stretch:
        """Return the stretch of the unit, shifted from the anchor."""
        if self.comparison and context.quarter is not None:
            found = spread(context.quarter, lambda when: self._reach(when, Unit.QUARTER))
        else:
            anchor = context.anchor(self.counted)
            found = spread(anchor, lambda when: self._reach(when, self.unit)) if anchor else None
        found = found or Stretch(unknown(self.unit), None)
        return roughly(found) if self.approximate else found

    def _reach(self, when: date, grain: Unit) -> Stretch | None:
        reached = step(when, self.unit, self.count)
        return around(grain, reached) if reached else None


@dataclass(frozen=True, slots=True)
class Vague:
    """Before or after the anchor, nobody says how long: "a few days ago", "several years later"."""

    unit: Unit
    forward: bool
    counted: Counted = Counted.PUBLISHED
    kind: Kind = Kind.REF

    def read(self, context: Context) -> Stretch:
        """Return an interval that is open on the far side."""
        timex = "FUTURE_REF" if self.forward else "PAST_REF"
        anchor = context.anchor(self.counted)
        edge = (anchor.earliest if self.forward else anchor.latest) if anchor else None
        if edge is None:
            return Stretch(timex, None)
        return Stretch(timex, UncertainDate.between(edge, None) if self.forward else UncertainDate.between(None, edge))
