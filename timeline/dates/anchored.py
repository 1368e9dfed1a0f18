"""Values that count from a day: what comes round, weekdays, and stretches some units away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from timeline.dates.counts import Bound
from timeline.dates.recurring import MonthDay, Named, Recurring
from timeline.dates.stretches import (
    CLOCK_UNITS,
    Stretch,
    Unit,
    around,
    day,
    step,
)
from timeline.dates.uncertain import UncertainDate, hull
from timeline.dates.values import Comparison, Context, Counted, Kind, Wrapped, roughly, spread, unknown

#: Units that are counted from a single day where one was told.
_BY_DAY = frozenset({Unit.DAY, *CLOCK_UNITS})
_SUNDAY = 7
#: Units that are counted from a year; from a date so wide "that day" and "two weeks later" tell nothing.
_LONG = frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY})
#: Days of an age, from which nothing is counted ("in the 1960s ... two years later").
_AGE = 3 * 366 - 1
#: Days that a date may be wide to say which year a story has reached, or for days and months to be counted from it.
_SCENE = 92


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
        anchor = context.anchor(self.counted) or context.published
        found: Stretch | None = None
        if self.which is None and context.scene is not None:
            is_year = (context.scene.width or 0) > _SCENE
            read = self._since if is_year else self._onward
            found = read(_known(context.scene), context.published)
        elif anchor is not None:
            found = self.near(_known(anchor), future=context.future)
        return found or Stretch(self.pattern.unknown, None)

    def _since(self, when: date, published: UncertainDate | None) -> Stretch | None:
        """Return all days from the first one of a story that has reached but a year, to the last by publication."""
        first = self.near(when, future=True)
        last = self.near(_known(published), future=False) if published else None
        if first is None or last is None or first.date is None or last.date is None:
            return first
        return Stretch(last.timex, hull(first.date, last.date) or last.date)

    def _onward(self, when: date, published: UncertainDate | None) -> Stretch | None:
        """Return the nearest one, counting the way back double: a story goes onward, as far as its publication."""
        sides = [found for ahead in (True, False) if (found := self.near(when, future=ahead))]
        if published is not None and when <= published.bounds[1]:
            sides = [found for found in sides if _begins(found) <= published.bounds[1]]
        return min(sides, key=lambda s: max(_begins(s) - when, 2 * (when - _ends(s))), default=None)

    def near(self, when: date, *, future: bool) -> Stretch | None:
        """Return the one last begun by a day, or the next not yet over; the words may say which."""
        pattern, reach = self._agreeing(when)
        if self.which == "this":
            return pattern.at(when.year)
        years: Iterable[int] = range(max(1, when.year - reach), min(9999, when.year + reach + 1))
        if isinstance(pattern, Named) and pattern.period.rule is None:
            years = sorted(pattern.period.dates)
        all_near = [s for year in years if (s := _in_year(pattern, year))]
        if self.which == "next" or (self.which is None and future):
            strict = self.which == "next"
            ahead = (s for s in all_near if _begins(s) > when or (not strict and _ends(s) >= when))
            return next(ahead, all_near[0] if reach == 1 and all_near else None)
        last = self.which == "last"
        back = (s for s in reversed(all_near) if _ends(s) < when or (not last and _begins(s) <= when))
        return next(back, all_near[-1] if reach == 1 and all_near else None)

    def _agreeing(self, when: date) -> tuple[Recurring, int]:
        """Return the pattern and how many years around it can be sought: a weekday narrows both."""
        pattern = self.pattern
        if not isinstance(pattern, MonthDay) or pattern.weekday is None:
            return pattern, 9 if isinstance(pattern, Named) or pattern == MonthDay(2, 29) else 2
        if any(pattern.at(when.year + n) for n in (-1, 0, 1) if 0 < when.year + n < 9999):
            return pattern, 1
        return replace(pattern, weekday=None), 2


@lru_cache(maxsize=4096)
def _in_year(pattern: Recurring, year: int) -> Stretch | None:
    """Return the stretch of a year: the few years around publication are asked for again and again."""
    return pattern.at(year)


def _known(when: UncertainDate) -> date:
    known = when.earliest or when.latest
    assert known is not None
    return known


def _begins(stretch: Stretch) -> date:
    return stretch.date.bounds[0] if stretch.date else date.max


def _ends(stretch: Stretch) -> date:
    return stretch.date.bounds[1] if stretch.date else date.min


@dataclass(frozen=True, slots=True)
class InYear(Wrapped):
    """Something that comes round, in a year told by the words ("March of last year", "the 2016 election")."""

    pattern: Recurring
    kind: Kind = Kind.DATE

    def read(self, context: Context) -> Stretch:
        """Return the stretch of that year; a pattern that the year lacks leaves the year."""
        found = self.inner.read(context)
        if found.date is None or found.date.earliest is None:
            return Stretch(self.pattern.unknown, None)
        return self.pattern.at(found.date.earliest.year) or found


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `which` is "near" for that of "this weekend", on either side of publication."""

    number: int
    which: str | None = None
    kind: Kind = Kind.DATE
    counted: Counted = Counted.PUBLISHED

    def read(self, context: Context) -> Stretch:
        """Return the last such day up to the anchor, or the next one; "last" and "next" mean the weeks beside."""
        anchor, future = context.anchor(self.counted), context.future
        if self.which is None and self.counted is Counted.PUBLISHED and context.scene is not None:
            anchor, future = context.scene, True
        found = spread(anchor, lambda when: self._near(when, future=future)) if anchor else None
        return found or Stretch(f"XXXX-WXX-{self.number}", None)

    def _near(self, when: date, *, future: bool) -> Stretch | None:
        ahead = self.number - when.isoweekday()
        if self.which == "last" and ahead < 0:
            return self._last(when, ahead)
        if self.which in ("last", "this", "next"):
            days = ahead + {"last": -7, "this": 0, "next": 7}[self.which]
        elif self.which == "coming" or (self.which in {None, "near"} and future):
            days = ahead % 7
        else:
            days = -(-ahead % 7)
        reached = step(when, Unit.DAY, days)
        return day(reached) if reached else None

    def _last(self, when: date, ahead: int) -> Stretch | None:
        """Return "last Tuesday" told on a Thursday: that of the week before, or the day before yesterday."""
        low, high = step(when, Unit.DAY, ahead - 7), step(when, Unit.DAY, ahead)
        return Stretch(low.isoformat(), UncertainDate.between(low, high)) if low and high else None


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
    #: "More than", "about": what the words make of the count.
    bound: Bound = Bound.EXACT
    #: A comparison, which keeps to the quarter that the text speaks about ("a year earlier", "the year-ago quarter").
    comparison: Comparison = Comparison.NONE
    kind: Kind = Kind.DATE
    #: The count at most, where the words tell two ("five or six years ago").
    most: float | None = None

    def read(self, context: Context) -> Stretch:
        """Return the stretch of the unit, shifted from the anchor."""
        if self.most is not None:
            return self._between(replace(self, most=None), replace(self, count=self.most, most=None), context)
        quarter = context.spoken_quarter(self.comparison)
        if quarter is not None and context.fiscal is not None and quarter == context.quarter:
            return self._in_fiscal(quarter, context.fiscal)
        if quarter is not None:
            found = spread(quarter, lambda when: self._reach(when, Unit.QUARTER))
            return self._compared(found) if found else Stretch(unknown(self.unit), None)
        anchor = context.anchor(self.counted)
        if self.counted is Counted.TOLD and self.unit in _BY_DAY:
            anchor = context.day or anchor
        widest = _AGE if self.unit in _LONG else _SCENE
        if self.counted is Counted.TOLD and anchor is not None and (anchor.width or _AGE) > widest:
            return Stretch(unknown(self.unit), None)
        found = spread(anchor, lambda when: self._reach(when, self.unit)) if anchor else None
        if found is None or anchor is None:
            return Stretch(unknown(self.unit), None)
        return self._bounded(self._around_sunday(found, anchor), anchor)

    @staticmethod
    def _between(one: Shifted, other: Shifted, context: Context) -> Stretch:
        """Return all days from the one count to the other."""
        near, far = one.read(context), other.read(context)
        if near.date is None or far.date is None:
            return near
        (low, high), (other_low, other_high) = near.date.bounds, far.date.bounds
        first, last = min(low, other_low), max(high, other_high)
        days = UncertainDate.between(None if first == date.min else first, None if last == date.max else last)
        return Stretch(near.timex, days)

    def _in_fiscal(self, quarter: UncertainDate, named: str) -> Stretch:
        """Return a fiscal quarter that the text speaks about, or the one so many years before."""
        years = int(self.count) if self.unit is Unit.YEAR else 0
        low, high = (step(when, Unit.YEAR, years) for when in quarter.bounds)
        if low is None or high is None:
            return Stretch(unknown(Unit.QUARTER), None)
        timex = f"{int(named[:4]) + years:04d}{named[4:]}"
        if self.comparison is Comparison.NEAR:
            low, high = low.replace(month=1, day=1), high.replace(month=12, day=31)
        return Stretch(timex, UncertainDate.between(low, high))

    def _compared(self, found: Stretch) -> Stretch:
        """Leave the days of "a year earlier" as wide as their year: that a quarter is meant, the text only suggests."""
        if self.comparison is not Comparison.NEAR or found.date is None or found.date.earliest is None:
            return found
        return Stretch(found.timex, UncertainDate.year(found.date.earliest.year))

    def _around_sunday(self, found: Stretch, anchor: UncertainDate) -> Stretch:
        """Widen "last week", told on a Sunday, which may open the week or close it."""
        by_week = self.unit is Unit.WEEK and self.counted is Counted.PUBLISHED and abs(self.count) <= 1
        if not by_week or not anchor.is_day or anchor.bounds[0].isoweekday() != _SUNDAY or found.date is None:
            return found
        low, high = found.date.bounds
        return Stretch(found.timex, UncertainDate.between(low, high + timedelta(days=7)))

    def _bounded(self, found: Stretch, anchor: UncertainDate) -> Stretch:
        """Open what "more than" leaves open, and reach up to the anchor for "less than"."""
        if self.bound is Bound.EXACT or found.date is None:
            return found
        if self.bound is Bound.ABOUT or self.unit in CLOCK_UNITS:
            return roughly(found)
        forward, more = self.count > 0, self.bound is Bound.MORE
        near = anchor.latest if forward else anchor.earliest
        if forward:
            low, high = (found.date.earliest, None) if more else (near, found.date.latest)
        else:
            low, high = (None, found.date.latest) if more else (found.date.earliest, near)
        return Stretch(found.timex, UncertainDate.between(low, high))

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
