"""What a later date tells of an earlier one: "That evening he called. The next day, July 9, 2017, ...".

A day that is counted from one told before, and named beside, says which day that was: what goes before it on that day
has its date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.dates.anchored import Shifted
from timeline.dates.composed import Clock, Part
from timeline.dates.readings import Reading
from timeline.dates.stretches import Unit
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Counted, Kind
from timeline.language.parse import Parsed

_PASSED = frozenset({Kind.DURATION, Kind.SET, Kind.REF})
_COUNTED = frozenset({Counted.TOLD, Counted.DAY})


def counted_back(parsed: Parsed, found: Sequence[Reading]) -> list[Reading]:
    """Return the readings, with those dated that a day named behind them dates."""
    out = list(found)
    for at in range(1, len(out)):
        step = _step(out[at - 1])
        day = out[at].date
        if not step or day is None or not day.is_day or not _is_beside(parsed, out[at - 1], out[at]):
            continue
        out[at - 1] = _of(out[at - 1], day)
        before = _moved(day, -step)
        for earlier in _of_that_day(out[: at - 1]):
            out[earlier] = _of(out[earlier], before)
    return out


def _of_that_day(before: Sequence[Reading]) -> list[int]:
    """Return the places of the expressions last told of the same day ("that evening"), past those of a length."""
    out: list[int] = []
    for at in range(len(before) - 1, -1, -1):
        if _step(before[at]) == 0:
            out.append(at)
        elif before[at].kind not in _PASSED:
            break
    return out


def _step(reading: Reading) -> int | None:
    """Return how many days behind the day told before an expression is, None if it is not counted from that."""
    value = reading.relative.value if reading.relative is not None else None
    while isinstance(value, Clock | Part):
        value = value.inner
    if not isinstance(value, Shifted) or value.unit is not Unit.DAY or value.counted not in _COUNTED:
        return None
    return int(value.count) if value.most is None and value.count == int(value.count) else None


def _is_beside(parsed: Parsed, one: Reading, other: Reading) -> bool:
    """Whether a day is named right behind an expression, and by itself ("the next day, July 9, 2017")."""
    between = parsed.text[one.span.end : other.span.start].strip()
    return (
        between in {",", ", on", "on", "("} and not other.is_anaphoric and other.expression.rule.endswith("month-day")
    )


def _moved(day: UncertainDate, step: int) -> UncertainDate:
    return UncertainDate.day(day.bounds[0] + timedelta(days=step))


def _of(reading: Reading, day: UncertainDate) -> Reading:
    told = f"{reading.derivation}; counted back from a day named behind it"
    expression = replace(reading.expression, date=day)
    return replace(reading, expression=expression, past=day, future=day, derivation=told)
