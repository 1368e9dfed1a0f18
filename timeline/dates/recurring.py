"""What comes round every year: months, days of a month, seasons, quarters, halves and named periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from timeline.dates.periods import Period
from timeline.dates.stretches import Stretch, day, half_of, month_of, quarter_of, season_of


class Recurring(Protocol):
    """A pattern that has at most one stretch in every year; alike ones are equal."""

    def __hash__(self) -> int:
        """Return the same for alike ones."""
        ...

    def at(self, year: int) -> Stretch | None:
        """Return the stretch of that year, if it has one."""
        ...

    @property
    def unknown(self) -> str:
        """Return the TIMEX3 value while the year is unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name."""

    number: int

    def at(self, year: int) -> Stretch | None:
        """Return the month of that year."""
        return month_of(year, self.number)

    @property
    def unknown(self) -> str:
        """Return the month of an unknown year."""
        return f"XXXX-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month; with a weekday, only the years where the two agree, if the calendar has one near."""

    month: int
    day: int
    weekday: int | None = None

    def at(self, year: int) -> Stretch | None:
        """Return the day of that year, None in a year that lacks it or gives it another weekday."""
        try:
            when = date(year, self.month, self.day)
        except ValueError:
            return None
        return day(when) if self.weekday in (None, when.isoweekday()) else None

    @property
    def unknown(self) -> str:
        """Return the day of an unknown year."""
        return f"XXXX-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its TIMEX3 code."""

    code: str

    def at(self, year: int) -> Stretch | None:
        """Return the season of that year."""
        return season_of(year, self.code)

    @property
    def unknown(self) -> str:
        """Return the season of an unknown year."""
        return f"XXXX-{self.code}"


@dataclass(frozen=True, slots=True)
class Quarter:
    """The first to fourth quarter."""

    number: int

    def at(self, year: int) -> Stretch | None:
        """Return the quarter of that year."""
        return quarter_of(year, self.number)

    @property
    def unknown(self) -> str:
        """Return the quarter of an unknown year."""
        return f"XXXX-Q{self.number}"


@dataclass(frozen=True, slots=True)
class Half:
    """The first or second half."""

    number: int

    def at(self, year: int) -> Stretch | None:
        """Return the half of that year."""
        return half_of(year, self.number)

    @property
    def unknown(self) -> str:
        """Return the half of an unknown year."""
        return f"XXXX-H{self.number}"


@dataclass(frozen=True, slots=True)
class Named:
    """A named period: a holiday or an occasion."""

    period: Period

    def at(self, year: int) -> Stretch | None:
        """Return its days in that year."""
        days = self.period.at(year)
        return Stretch(days.edtf, days) if days else None

    @property
    def unknown(self) -> str:
        """Return an unknown day."""
        return "XXXX-XX-XX"
