"""Periods of accounts: a company's own quarters and years, those told by their end, and the same quarter of a year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from timeline.dates.anchored import Shifted, Yearly
from timeline.dates.recurring import Quarter
from timeline.dates.stretches import UNNUMBERED, Stretch, Unit, fiscal_of, quarter, quarter_of, step, year_of
from timeline.dates.uncertain import UncertainDate, hull
from timeline.dates.values import Context, Counted, Kind, Value, Wrapped


def is_of_calendar(timex: str, days: UncertainDate) -> bool:
    """Whether a quarter has the days that its number has in the calendar."""
    if not timex[:4].isdigit() or not timex[-1].isdigit():
        return False
    return quarter_of(int(timex[:4]), int(timex[-1])).date == days


def is_reported_early(value: Value, context: Context) -> bool:
    """Whether a quarter runs at publication: what is told of it as done is of a company's own quarter."""
    if not isinstance(value, Yearly) or not isinstance(value.pattern, Quarter) or context.published is None:
        return False
    date = value.read(context).date
    return date is not None and date.contains(context.published)


#: Days by which a period may be longer than its months, where it ends within one.
_SLACK = 6


@dataclass(frozen=True, slots=True)
class Fiscal(Wrapped):
    """A quarter or year of a company's own calendar, which the words do not tell: its days are as wide as it can be."""

    def read(self, context: Context) -> Stretch:
        """Return it by its number, with the days that a fiscal year of that number can have."""
        found = self.inner.read(context)
        number = found.timex[:4]
        if not number.isdigit():
            return found
        days = fiscal_of(int(number)).date
        told = context.published if self.counted is Counted.PUBLISHED else None
        return Stretch(found.timex, (hull(days, told) if days and told and not told.overlaps(days) else None) or days)


@dataclass(frozen=True, slots=True)
class Ended(Wrapped):
    """A period told by the day that it ended on ("the quarter ended June 30")."""

    end: Value
    unit: Unit
    count: float
    #: "Ended" and not "ending".
    over: bool

    @property
    def kind(self) -> Kind:
        """Return the sort of the period: a date, or a length."""
        return self.inner.kind

    def read(self, context: Context) -> Stretch:
        """Return the period, of a quarter with its days."""
        named = self.inner.read(context).timex
        days = self.days(context)
        if self.kind is Kind.DURATION or days is None or days.latest is None:
            return Stretch(named, None)
        if not isinstance(self.inner, Shifted):
            return Stretch(f"{days.latest.year:04d}{named[4:]}", days)
        of_calendar = quarter(days.latest)
        number = of_calendar.timex[4:] if of_calendar.date == days else UNNUMBERED
        if context.fiscal is not None:
            number = context.fiscal[4:]
        return Stretch(f"{days.latest.year:04d}{number}", days)

    def days(self, context: Context) -> UncertainDate | None:
        """Return the days up to its end; a period that ends within a month may have begun some days before."""
        end = self.end.read(replace(context, future=context.future and not self.over)).date
        beyond = step(end.latest, Unit.DAY, 1) if end and end.latest else None
        begin = step(beyond, self.unit, -self.count) if beyond else None
        if end is None or begin is None:
            return None
        if beyond is not None and beyond.day != 1:
            begin -= timedelta(days=_SLACK)
        return UncertainDate.between(begin, end.latest)


@dataclass(frozen=True, slots=True)
class SameQuarter(Wrapped):
    """The quarter that the text speaks about, in another year ("the 1988 quarter")."""

    year: int
    #: "The 1988 period" may be nine months of it or the whole: its days are those of the year.
    wide: bool = False

    def read(self, context: Context) -> Stretch:
        """Return that quarter; where none is spoken of, the year."""
        found = self.inner.read(context).date
        if found is None or found.earliest is None or (self.wide and not context.quarter_is_near):
            return year_of(self.year)
        if context.fiscal is not None:
            return Stretch(f"{self.year:04d}{context.fiscal[4:]}", fiscal_of(self.year).date)
        quarter = quarter_of(self.year, (found.earliest.month + 2) // 3)
        return Stretch(quarter.timex, UncertainDate.year(self.year)) if self.wide else quarter
