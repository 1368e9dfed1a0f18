"""A calendar day written in the ways that bylines, datelines and page elements write it; nothing less than a day."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS.split("|"), 1)}
_MONTH = rf"(?P<month>{_MONTHS}|{'|'.join(_SHORT)}|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

#: "March 2, 2017", "2 March 2017", "2017-03-02"; in running text, so that a month alone is never taken.
WRITTEN = (
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
    rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)",
)
#: "3 March", "March 3": a day once a year is known.
YEARLESS = (rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\b", rf"{_WEEKDAY}{_DAY}\s+{_MONTH}(?!\w)")
#: The span of years in which something can have been published.
FIRST_YEAR, LAST_YEAR = 1600, 2199


def day_of(match: re.Match[str], year: int | None = None) -> dt.date | None:
    """Return the day that a match of one of the patterns names, or None when the calendar has no such day."""
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdigit() else _SHORT[month[:3].lower()]
    return real_day(int(parts.get("year") or year or 0), number, int(parts["day"]))


def real_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None when the calendar has no such day or it lies outside the span of years."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
