"""The year of a day told without one, where the text tells that day in full ("on May 5, 2017 ... the May 5 call")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.dates.anchored import Yearly
from timeline.dates.recurring import MonthDay
from timeline.dates.rules import Found
from timeline.dates.stretches import Stretch
from timeline.dates.values import Context, Counted, Fixed, Kind, Value


@dataclass(frozen=True, slots=True)
class ToldInFull:
    """A day of a month, in the year that the text gives it elsewhere."""

    pattern: MonthDay
    year: int
    kind: Kind = Kind.DATE
    counted: Counted = Counted.NOTHING

    def read(self, context: Context) -> Stretch:  # noqa: ARG002 the protocol's signature
        """Return the day of that year."""
        return self.pattern.at(self.year) or Stretch(self.pattern.unknown, None)


def with_years(found: Sequence[Found]) -> list[Found]:
    """Give each day without a year the one that the text gives it in full, if it gives it only one."""
    years = _years(found)
    return [_with_year(one, years) for one in found] if years else list(found)


def is_day_of_month(value: Value) -> bool:
    """Whether it is a day of a month without a year, in whichever the context makes likely."""
    return isinstance(value, Yearly) and value.which is None and isinstance(value.pattern, MonthDay)


def _years(found: Sequence[Found]) -> dict[tuple[int, int], set[int]]:
    years: dict[tuple[int, int], set[int]] = {}
    for one in found:
        when = one.value.read(Context()).date if isinstance(one.value, Fixed) else None
        if when is not None and when.is_day and when.earliest is not None:
            years.setdefault((when.earliest.month, when.earliest.day), set()).add(when.earliest.year)
    return years


def _with_year(found: Found, years: dict[tuple[int, int], set[int]]) -> Found:
    value = found.value
    if not isinstance(value, Yearly) or not isinstance(value.pattern, MonthDay) or not is_day_of_month(value):
        return found
    told = [y for y in years.get((value.pattern.month, value.pattern.day), ()) if value.pattern.at(y)]
    return replace(found, value=ToldInFull(value.pattern, told[0])) if len(told) == 1 else found
