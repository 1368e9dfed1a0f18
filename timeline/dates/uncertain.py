"""Dates as uncertain as their words: an EDTF string beside the closed interval of days it stands for.

Convention, stated here once: an interval `[earliest, latest]` is closed, both days belong to it; `None` for one
end means open (not known), never "today". EDTF is ISO 8601-2 level 1, with the quarters (33-36) of level 2.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d{2})XX")
#: EDTF seasons (21-24, northern hemisphere) and quarters (33-36) as first and last month; winter crosses the year.
_GROUPS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 2),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
}


class EdtfError(ValueError):
    """The text is not in the subset of EDTF that whomet reads."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not an EDTF date: {text!r}")
        self.text = text


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """One date, exactly as precise as its source: build it with `parse` or one of the named constructors."""

    edtf: str
    #: First day that is possible, inclusive; None when the beginning is open.
    earliest: date | None
    #: Last day that is possible, inclusive; None when the end is open.
    latest: date | None
    #: "about": the words themselves blur the interval (EDTF `~`).
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise EdtfError(self.edtf)
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise EdtfError(self.edtf)

    def __str__(self) -> str:
        return self.edtf

    @classmethod
    def parse(cls, edtf: str) -> UncertainDate:
        """Read an EDTF string; raises EdtfError for what is not in the subset or no real day."""
        if "/" in edtf:
            low, _, high = edtf.partition("/")
            start = None if low in ("", "..") else cls._part(low, edtf)
            end = None if high in ("", "..") else cls._part(high, edtf)
            rough = any(part.endswith("~") for part in (low, high))
            return cls(edtf, start[0] if start else None, end[1] if end else None, rough)
        first, last = cls._part(edtf, edtf)
        return cls(edtf, first, last, edtf.endswith("~"))

    @classmethod
    def day(cls, day: date) -> UncertainDate:
        """Return the date of one known day."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def month(cls, year: int, month: int) -> UncertainDate:
        """Return a whole month."""
        return cls.parse(f"{year:04d}-{month:02d}")

    @classmethod
    def year(cls, year: int) -> UncertainDate:
        """Return a whole year."""
        return cls.parse(f"{year:04d}")

    @classmethod
    def between(cls, earliest: date | None, latest: date | None, *, approximate: bool = False) -> UncertainDate:
        """Return the closed interval of two days in its shortest exact EDTF form; None leaves an end open."""
        if earliest is not None and latest is not None:
            return cls(_shortest(earliest, latest) + "~" * approximate, earliest, latest, approximate)
        low = earliest.isoformat() if earliest else ".."
        high = latest.isoformat() if latest else ".."
        return cls(f"{low}/{high}", earliest, latest, approximate)

    @staticmethod
    def _part(text: str, whole: str) -> tuple[date, date]:
        try:
            return _days(text.rstrip("~?%"))
        except (ValueError, KeyError):
            raise EdtfError(whole) from None

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is possible."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def width(self) -> int | None:
        """Return the number of days possible, or None for an open interval."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: UncertainDate) -> bool:
        """Whether some day is possible for both."""
        low, high = self.bounds
        other_low, other_high = other.bounds
        return low <= other_high and other_low <= high

    def contains(self, other: UncertainDate) -> bool:
        """Whether every day possible for the other is possible here."""
        low, high = self.bounds
        other_low, other_high = other.bounds
        return low <= other_low and other_high <= high

    @property
    def bounds(self) -> tuple[date, date]:
        """Return the interval with open ends as the calendar's first and last day, for comparing only."""
        return self.earliest or date.min, self.latest or date.max

    def intersection(self, other: UncertainDate) -> UncertainDate | None:
        """Return the days possible for both, or None; equal intervals keep this date's own form."""
        if not self.overlaps(other):
            return None
        if other.contains(self):
            return self
        if self.contains(other):
            return other
        low, high = max(self.bounds[0], other.bounds[0]), min(self.bounds[1], other.bounds[1])
        return UncertainDate.between(
            None if low == date.min else low,
            None if high == date.max else high,
            approximate=self.approximate or other.approximate,
        )

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Return the one order of dates: by first day (open first), then last day (open last), then EDTF."""
        return (*self.bounds, self.edtf)


def hull(low: UncertainDate, high: UncertainDate) -> UncertainDate | None:
    """Return all days from the beginning of one to the end of the other; None where these are open or crossed."""
    start, end = low.earliest, high.latest
    if start is None or end is None or start > end:
        return None
    return UncertainDate.between(start, end, approximate=low.approximate or high.approximate)


def _days(text: str) -> tuple[date, date]:
    if match := _DAY.fullmatch(text):
        day = date(*map(int, match.groups()))
        return day, day
    if match := _MONTH.fullmatch(text):
        return _month_or_group(int(match[1]), int(match[2]))
    if _YEAR.fullmatch(text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if match := _DECADE.fullmatch(text):
        return date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31)
    if match := _CENTURY.fullmatch(text):
        return date(int(match[1]) * 100, 1, 1), date(int(match[1]) * 100 + 99, 12, 31)
    raise ValueError(text)


def _month_or_group(year: int, number: int) -> tuple[date, date]:
    if number <= 12:
        return date(year, number, 1), _month_end(year, number)
    first, last = _GROUPS[number]
    return date(year, first, 1), _month_end(year + (last < first), last)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _shortest(earliest: date, latest: date) -> str:
    if earliest == latest:
        return earliest.isoformat()
    starts_month, ends_month = earliest.day == 1, (latest + timedelta(days=1)).day == 1
    if starts_month and ends_month:
        if earliest.month == 1 and latest.month == 12:
            low, high = f"{earliest.year:04d}", f"{latest.year:04d}"
        else:
            low, high = f"{earliest:%Y-%m}", f"{latest:%Y-%m}"
        return low if low == high else f"{low}/{high}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"
