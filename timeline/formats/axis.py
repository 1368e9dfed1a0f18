"""A time axis in percent: which days it spans, where a day lies on it, and its ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.dates.uncertain import UncertainDate

#: Months between two ticks, from fine to coarse; the first that needs no more than this many ticks is taken.
_STEPS = (1, 3, 12, 24, 60, 120, 240, 600)
_MOST_TICKS = 10
#: The share of the axis that is kept free at either end.
_ROOM = 0.03
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid with its label."""

    x: float
    label: str
    #: A new year, or the beginning of the axis.
    strong: bool
    #: Kept where there is little room.
    kept: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` up to, not including, `end`."""

    first: date
    end: date
    #: Months between ticks.
    step: int

    @classmethod
    def of(cls, dates: Iterable[UncertainDate]) -> Axis | None:
        """Return the axis on which all known days of the dates lie with room at both ends; None without any day."""
        days = [day for when in dates for day in (when.earliest, when.latest) if day is not None]
        if not days:
            return None
        axes = (cls._padded(min(days), max(days), step) for step in _STEPS)
        return next(
            (axis for axis in axes if len(axis.ticks()) <= _MOST_TICKS), cls._padded(min(days), max(days), 1200)
        )

    @classmethod
    def _padded(cls, low: date, high: date, step: int) -> Axis:
        """Return the axis of whole steps that leaves some room before the first and after the last day."""
        start, stop = _month_number(low) // step * step, (_month_number(high) // step + 1) * step
        room = (_month_start(stop) - _month_start(start)).days * _ROOM
        if (low - _month_start(start)).days < room:
            start -= step
        if (_month_start(stop) - high).days < room:
            stop += step
        return cls(_month_start(start), _month_start(stop), step)

    def x(self, day: date, *, after: float = 0.0) -> float:
        """Return where the day begins, in percent; `after` adds a part of a day."""
        return ((day - self.first).days + after) * 100 / (self.end - self.first).days

    def ticks(self) -> tuple[Tick, ...]:
        """Return the grid, the beginning of the axis first."""
        numbers = range(_month_number(self.first), _month_number(self.end), self.step)
        return tuple(self._tick(number, number == numbers[0]) for number in numbers)

    def _tick(self, number: int, opens: bool) -> Tick:
        day = _month_start(number)
        year = day.month == 1
        label = str(day.year) if year else f"{_SHORT[day.month - 1]} {day.year}" if opens else _SHORT[day.month - 1]
        kept = self.step >= 12 and (day.year - self.first.year) // (self.step // 12) % 2 == 0
        return Tick(self.x(day), label, year or opens, kept or (self.step < 12 and day.month == 7))


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_start(number: int) -> date:
    number = min(max(number, 12), 9999 * 12 + 11)
    return date(number // 12, number % 12 + 1, 1)
