"""Reading a whole string as one absolute date, as datelines and pages give them."""

from __future__ import annotations

from timeline.dates.composed import Clock, Range
from timeline.dates.grammar import expression
from timeline.dates.tokens import run_of
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Fixed, Value


def read_date(text: str) -> UncertainDate | None:
    """Return the absolute date that a string is ("March 3, 2016", "2016-03", "Fri., 3 March 2016, 4 p.m."), or None."""
    run = run_of(text.strip().rstrip("."))
    if run is None:
        return None
    found = expression(run, 0)
    if found is None or found.end != len(run) or not _is_absolute(found.value):
        return None
    return found.value.read(Context()).date


def _is_absolute(value: Value) -> bool:
    match value:
        case Fixed():
            return True
        case Clock(inner=inner):
            return _is_absolute(inner)
        case Range(low=low, high=high):
            return _is_absolute(low) and _is_absolute(high)
        case _:
            return False
