"""Values made of others: parts of a stretch, times on a day, distances from a date, ranges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline.dates.periods import nth_weekday
from timeline.dates.recurring import Named
from timeline.dates.stretches import Stretch, Unit, around, day, step
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Counted, Kind, Value, Wrapped, roughly, spread, unknown

_SUNDAY = 7
#: How far "the days after" reach: what is longer is told by a larger unit.
_LARGER = {Unit.DAY: Unit.MONTH, Unit.WEEK: Unit.QUARTER, Unit.MONTH: Unit.YEAR}


@dataclass(frozen=True, slots=True)
class Part(Wrapped):
    """The early, middle or late part of a stretch ("late 2015"), or the beginning or end of it."""

    part: str
    #: "late 2015" is narrower than the year; "the end of 2015" and "earlier this year" are left as wide as the whole.
    narrows: bool = False

    @property
    def kind(self) -> Kind:
        """Return the sort of the whole."""
        return self.inner.kind

    def read(self, context: Context) -> Stretch:
        """Return the whole, of a year's late part its last quarter.

        The early and middle part have no such edge: "early 2012" may reach into May, so they stay the whole year.
        """
        found = self.inner.read(context)
        edtf = found.date.edtf if found.date else ""
        if self.narrows and self.part == "END" and len(edtf) == 4 and edtf.isdigit():
            return Stretch(found.timex, UncertainDate.parse(f"{edtf}-10/{edtf}-12"))
        if self.narrows and found.date is not None and len(edtf) == 4:
            return roughly(found)
        return found


@dataclass(frozen=True, slots=True)
class Roughly(Wrapped):
    """A date that its words blur: "around Thanksgiving", "about June 9"."""

    @property
    def kind(self) -> Kind:
        """Return the sort of the date that is blurred."""
        return self.inner.kind

    def read(self, context: Context) -> Stretch:
        """Return the date, marked as approximate."""
        return roughly(self.inner.read(context))


@dataclass(frozen=True, slots=True)
class Near(Wrapped):
    """Some units before or after another date, nobody says how many: "the days after the election"."""

    unit: Unit
    forward: bool

    def read(self, context: Context) -> Stretch:
        """Return the days on that side, as far as the next larger unit; of years, all."""
        found = self.inner.read(context).date
        edge = (found.latest if self.forward else found.earliest) if found else None
        sign = 1 if self.forward else -1
        begin = step(edge, Unit.DAY, sign) if edge else None
        if edge is None or begin is None:
            return Stretch(unknown(self.unit), None)
        far = step(edge, _LARGER[self.unit], sign) if self.unit in _LARGER else None
        low, high = (begin, far) if self.forward else (far, begin)
        return Stretch(unknown(self.unit), UncertainDate.between(low, high))


@dataclass(frozen=True, slots=True)
class HolidayWeek(Wrapped):
    """The week or weekend of a holiday ("Easter week", "Labor Day weekend")."""

    unit: Unit

    def read(self, context: Context) -> Stretch:
        """Return the weekend that is nearest, with the holiday; of a Sunday, the weeks on both sides of it."""
        holiday = self.inner.read(context).date
        if holiday is None or holiday.earliest is None:
            return Stretch(unknown(self.unit), None)
        since_saturday = (holiday.earliest.isoweekday() + 1) % 7
        to_saturday = -since_saturday if since_saturday <= 3 else 7 - since_saturday
        shift = 1 if self.unit is Unit.WEEK else to_saturday
        own, other = holiday.earliest, step(holiday.earliest, Unit.DAY, shift)
        named = around(self.unit, own if self.unit is Unit.WEEK else other or own)
        days = [d for d in (holiday, named.date, around(self.unit, other or own).date) if d]
        low, high = min(d.bounds[0] for d in days), max(d.bounds[1] for d in days)
        return Stretch(named.timex, UncertainDate.between(low, high))


@dataclass(frozen=True, slots=True)
class NthWeekday(Wrapped):
    """A weekday of a month by its place: "the first Monday of May"; -1 is the last."""

    weekday: int
    nth: int

    def read(self, context: Context) -> Stretch:
        """Return that day; without a month that is known, nothing."""
        found = self.inner.read(context)
        if found.date is None or found.date.earliest is None:
            return found
        return day(nth_weekday(found.date.earliest.year, found.date.earliest.month, self.weekday, self.nth))


@dataclass(frozen=True, slots=True)
class WeekdayOf(Wrapped):
    """A weekday of a week: "Thursday next week"."""

    weekday: int

    def read(self, context: Context) -> Stretch:
        """Return that day; of a Sunday, which may open the week or close it, the days between the two."""
        week = self.inner.read(context).date
        if week is None or week.earliest is None:
            return Stretch(f"XXXX-WXX-{self.weekday}", None)
        found = step(week.earliest, Unit.DAY, self.weekday - 1)
        first = step(week.earliest, Unit.DAY, -1) if self.weekday == _SUNDAY else found
        if found is None or first is None:
            return Stretch(f"XXXX-WXX-{self.weekday}", None)
        return Stretch(found.isoformat(), UncertainDate.between(first, found))


@dataclass(frozen=True, slots=True)
class WeekdayBeside(Wrapped):
    """The first such weekday after a date, or the last before it: "the Monday after May 3"."""

    weekday: int
    forward: bool

    def read(self, context: Context) -> Stretch:
        """Return that day, as uncertain as the date."""
        anchor = self.inner.read(context).date
        found = spread(anchor, self._beside) if anchor is not None else None
        return found or Stretch(f"XXXX-WXX-{self.weekday}", None)

    def _beside(self, when: date) -> Stretch | None:
        days = (self.weekday - when.isoweekday() - 1) % 7 + 1
        reached = step(when, Unit.DAY, days if self.forward else days - 7 or -7)
        return day(reached) if reached else None


@dataclass(frozen=True, slots=True)
class Close(Wrapped):
    """The close of a year or month ("year-end"), told by its last day; its days are left as wide as the whole."""

    def read(self, context: Context) -> Stretch:
        """Return the whole, with the last day as the TIMEX3 value."""
        found = self.inner.read(context)
        return Stretch(found.date.latest.isoformat(), found.date) if found.date and found.date.latest else found


@dataclass(frozen=True, slots=True)
class DaysOf(Wrapped):
    """Some days of a month, by their numbers: "the first week of March"."""

    first: int
    last: int

    def read(self, context: Context) -> Stretch:
        """Return these days, under the TIMEX3 value of the month."""
        found = self.inner.read(context)
        if found.date is None or found.date.earliest is None or found.date.latest is None:
            return found
        low, end = found.date.earliest.replace(day=self.first), found.date.latest
        return Stretch(found.timex, UncertainDate.between(low, end.replace(day=min(self.last, end.day))))


@dataclass(frozen=True, slots=True)
class Clock(Wrapped):
    """A part of a day or a time of the clock on a day: the days stay those of the day."""

    #: What follows the day in the TIMEX3 value: "TMO", "T16:43".
    time: str

    @property
    def kind(self) -> Kind:
        """Return that it is a time."""
        return Kind.TIME

    def read(self, context: Context) -> Stretch:
        """Return the day, with the time in the TIMEX3 value."""
        found = self.inner.read(context)
        return Stretch(found.timex.split("T")[0] + self.time, found.date)


@dataclass(frozen=True, slots=True)
class Offset(Wrapped):
    """Some units before or after another date: "two weeks before the election", "the day after Christmas"."""

    unit: Unit
    count: float
    approximate: bool = False

    def read(self, context: Context) -> Stretch:
        """Return the stretch, shifted from the other date's end or beginning."""
        found = self.inner.read(context).date
        edge = (found.earliest if self.count < 0 else found.latest) if found else None
        reached = step(edge, self.unit, self.count) if edge else None
        if found is None or reached is None:
            return Stretch(unknown(self.unit), None)
        stretch = around(self.unit, reached)
        if self.unit is Unit.DAY and found.width != 1 and not isinstance(getattr(self.inner, "pattern", None), Named):
            stretch = spread(found, lambda when: _stepped(when, self.count)) or stretch
        return roughly(stretch) if self.approximate else stretch


def _stepped(when: date, days: float) -> Stretch | None:
    reached = step(when, Unit.DAY, days)
    return day(reached) if reached else None


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another, both included: "July 18-21"."""

    low: Value
    high: Value
    kind: Kind = Kind.DATE

    @property
    def counted(self) -> Counted:
        """Return what the ends are counted from."""
        return self.low.counted or self.high.counted

    def read(self, context: Context) -> Stretch:
        """Return the interval, the end read as the first one after the beginning."""
        low, high = self.low.read(context), self.high.read(context)
        timex = f"{low.timex}/{high.timex}"
        if low.date is None or high.date is None:
            return Stretch(timex, None)
        if low.date.bounds[0] > high.date.bounds[1]:
            later = self.high.read(replace(context, published=low.date, told=low.date, future=True))
            low_again = self.low.read(replace(context, published=high.date, told=high.date, future=False))
            high, low = (later, low) if context.future else (high, low_again)
        if low.date is None or high.date is None or low.date.bounds[0] > high.date.bounds[1]:
            return Stretch(timex, None)
        whole = UncertainDate.between(
            low.date.earliest, high.date.latest, approximate=low.date.approximate or high.date.approximate
        )
        return Stretch(f"{low.timex}/{high.timex}", whole)


@dataclass(frozen=True, slots=True)
class Narrowed(Wrapped):
    """A named period with a date beside it ("the convention in July"): the days of that one period."""

    pattern: Named

    def read(self, context: Context) -> Stretch:
        """Return the period's days inside what is stated, on the side where it has any; else what is stated."""
        stated = self.inner.read(context)
        return self._days(stated) or self._days(self.inner.read(replace(context, future=not context.future))) or stated

    def _days(self, stated: Stretch) -> Stretch | None:
        if stated.date is None or stated.date.earliest is None or stated.date.latest is None:
            return None
        for number in range(stated.date.earliest.year, stated.date.latest.year + 1):
            found = self.pattern.at(number)
            if found and found.date and (days := found.date.intersection(stated.date)):
                return Stretch(days.edtf, days)
        return None
