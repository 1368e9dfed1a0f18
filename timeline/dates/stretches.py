"""Stretches of the calendar (days, weeks, months, seasons), each with its TIMEX3 value, and steps between them."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from timeline.dates.uncertain import UncertainDate

#: The years that a step may reach: far enough for any article, and every unit around them fits the calendar.
_FIRST_YEAR, _LAST_YEAR = 100, 9900
#: Season codes of TIMEX3 by their first month.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Unit(StrEnum):
    """A unit of the calendar or the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


#: A quarter of a company's own year, whose number by the calendar nobody tells.
UNNUMBERED = "-QX"
#: Units of the clock: a date is never told by them.
CLOCK_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000}
_DAYS = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.FORTNIGHT: 14.0, Unit.WEEKEND: 7.0}
_HOURS = {Unit.HOUR: 1.0, Unit.MINUTE: 1 / 60, Unit.SECOND: 1 / 3600}
#: The letter of a duration, with how many of that letter one unit is.
_LETTERS = {
    Unit.SECOND: ("S", 1),
    Unit.MINUTE: ("M", 1),
    Unit.HOUR: ("H", 1),
    Unit.DAY: ("D", 1),
    Unit.WEEK: ("W", 1),
    Unit.FORTNIGHT: ("W", 2),
    Unit.WEEKEND: ("D", 2),
    Unit.MONTH: ("M", 1),
    Unit.QUARTER: ("M", 3),
    Unit.YEAR: ("Y", 1),
    Unit.DECADE: ("Y", 10),
    Unit.CENTURY: ("Y", 100),
    Unit.MILLENNIUM: ("Y", 1000),
}
#: The smaller unit in which half of one is told.
_HALVES = {Unit.YEAR: "6M", Unit.HOUR: "30M", Unit.MINUTE: "30S", Unit.DAY: "T12H"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A TIMEX3 value beside the days it stands for; `date` is None where no days are told."""

    timex: str
    date: UncertainDate | None


def day(when: date) -> Stretch:
    """Return one day."""
    return Stretch(when.isoformat(), UncertainDate.day(when))


def week(when: date) -> Stretch:
    """Return the calendar week, Monday to Sunday, that holds a day."""
    year, number, weekday = when.isocalendar()
    monday = when - timedelta(days=weekday - 1)
    return Stretch(f"{year:04d}-W{number:02d}", UncertainDate.between(monday, monday + timedelta(days=6)))


def weekend(when: date) -> Stretch:
    """Return the Saturday and Sunday of the calendar week that holds a day."""
    whole = week(when)
    sunday = when + timedelta(days=7 - when.isoweekday())
    return Stretch(f"{whole.timex}-WE", UncertainDate.between(sunday - timedelta(days=1), sunday))


def month(when: date) -> Stretch:
    """Return the month that holds a day."""
    return Stretch(f"{when.year:04d}-{when.month:02d}", UncertainDate.month(when.year, when.month))


def quarter(when: date) -> Stretch:
    """Return the quarter that holds a day."""
    return quarter_of(when.year, (when.month + 2) // 3)


def year(when: date) -> Stretch:
    """Return the year that holds a day."""
    return year_of(when.year)


def decade(when: date) -> Stretch:
    """Return the decade that holds a day."""
    return Stretch(f"{when.year // 10:03d}", UncertainDate.parse(f"{when.year // 10:03d}X"))


def century(when: date) -> Stretch:
    """Return the century that holds a day, counted as EDTF counts it: the years that share two digits."""
    return Stretch(f"{when.year // 100:02d}", UncertainDate.parse(f"{when.year // 100:02d}XX"))


def month_of(of_year: int, number: int) -> Stretch:
    """Return a month by its number."""
    return month(date(of_year, number, 1))


def year_of(number: int) -> Stretch:
    """Return a year by its number."""
    return Stretch(f"{number:04d}", UncertainDate.year(number))


def quarter_of(of_year: int, number: int) -> Stretch:
    """Return the first to fourth quarter of a year, as a range of months."""
    return Stretch(f"{of_year:04d}-Q{number}", _months(of_year, number * 3 - 2, 3))


def fiscal_of(number: int) -> Stretch:
    """Return a fiscal year: it may close with January of the year it is named by, or open in its February."""
    return Stretch(f"{number:04d}", UncertainDate.parse(f"{number - 1:04d}-02/{number + 1:04d}-01"))


def half_of(of_year: int, number: int) -> Stretch:
    """Return the first or second half of a year, as a range of months."""
    return Stretch(f"{of_year:04d}-H{number}", _months(of_year, number * 6 - 5, 6))


def season_of(of_year: int, code: str) -> Stretch:
    """Return a season by its TIMEX3 code; winter begins in December of the year."""
    return Stretch(f"{of_year:04d}-{code}", _months(of_year, SEASONS[code], 3))


def _months(of_year: int, first: int, count: int) -> UncertainDate:
    start = date(of_year, first, 1)
    end = step(start, Unit.MONTH, count)
    return UncertainDate.between(start, end - timedelta(days=1) if end else date.max)


_AROUND: dict[Unit, Callable[[date], Stretch]] = {
    Unit.DAY: day,
    Unit.WEEK: week,
    Unit.FORTNIGHT: week,
    Unit.WEEKEND: weekend,
    Unit.MONTH: month,
    Unit.QUARTER: quarter,
    Unit.YEAR: year,
    Unit.DECADE: decade,
    Unit.CENTURY: century,
    Unit.MILLENNIUM: century,
}


def around(unit: Unit, when: date) -> Stretch:
    """Return the stretch of a unit that holds a day; a unit of the clock gives its day."""
    return _AROUND.get(unit, day)(when)


def step(when: date, unit: Unit, count: float) -> date | None:
    """Go `count` units onward (back if negative); None beyond the calendar. A month's missing day is its last."""
    try:
        if unit in _MONTHS:
            reached = _step_months(when, round(count * _MONTHS[unit]))
        else:
            days = count * _DAYS[unit] if unit in _DAYS else int(count * _HOURS[unit] / 24)
            reached = when + timedelta(days=round(days))
    except (OverflowError, ValueError):
        return None
    return reached if _FIRST_YEAR <= reached.year <= _LAST_YEAR else None


def _step_months(when: date, count: int) -> date:
    months = when.year * 12 + when.month - 1 + count
    year_reached, index = divmod(months, 12)
    last = calendar.monthrange(year_reached, index + 1)[1]
    return date(year_reached, index + 1, min(when.day, last))


def duration(unit: Unit, count: float | None) -> str:
    """Return the TIMEX3 value of a duration; None counts an unknown number of units (`PXD`)."""
    letter, factor = _LETTERS[unit]
    clock = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        return f"P{clock}XQ" if unit is Unit.QUARTER else f"P{clock}X{letter}"
    total = count * factor
    if total == int(total):
        return f"P{clock}{int(total)}{letter}"
    if total % 1 == 0.5 and factor == 1 and unit in _HALVES:
        return f"P{clock}{int(total) or ''}{letter if int(total) else ''}{_HALVES[unit]}"
    return f"P{clock}{total:g}{letter}"
