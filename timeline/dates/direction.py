"""Which reading of an ambiguous expression is meant: what was, or what is to come.

The verb decides. What a writer would never leave out decides against it: a day almost a year away is not told
without its year when another one, close by, has the same name.
"""

from __future__ import annotations

from datetime import date
from typing import assert_never

from timeline.dates.anchored import Weekday, Yearly
from timeline.dates.recurring import Month, MonthDay, Quarter
from timeline.dates.stretches import Stretch
from timeline.dates.tense import Tense
from timeline.dates.values import Context, Value

#: Days: nearer than this is close by, farther than that would be told with its year.
_CLOSE, _FAR = 100, 240
#: A quarter that ended within the last one is the one reported on.
_A_QUARTER = 92


def is_ahead(value: Value, tense: Tense, context: Context, *, until: bool) -> bool:
    """Whether the coming one is meant; `until` for an expression after "until"."""
    inner = _directed(value)
    published = context.published.earliest if context.published else None
    if inner is None or published is None:
        return tense is Tense.FUTURE
    if isinstance(inner, Yearly) and (clear := _by_distance(inner, published)) is not None:
        return clear
    match tense:
        case Tense.FUTURE:
            return True
        case Tense.PAST:
            return until and isinstance(inner, Weekday)
        case Tense.PRESENT:
            return (isinstance(inner, Weekday) and not _was_yesterday(inner, published)) or _is_nearer_ahead(
                inner, published
            )
        case Tense.NONE:
            return isinstance(inner, Yearly) and _is_nearer_ahead(inner, published)
    assert_never(tense)


def _directed(value: Value) -> Yearly | Weekday | None:
    """Return the part of a value that can lie on either side of publication."""
    while not isinstance(value, Yearly | Weekday):
        below = getattr(value, "inner", None) or getattr(value, "low", None) or getattr(value, "stated", None)
        if below is None:
            return None
        value = below
    return value


def _distances(value: Yearly, published: date) -> tuple[int, int] | None:
    """Return how many days the last one lies back and the coming one ahead; None where the words say which."""
    past, future = value.near(published, future=False), value.near(published, future=True)
    if value.which is not None or past is None or future is None:
        return None
    return (published - _end(past)).days, (_begin(future) - published).days


def _by_distance(value: Yearly, published: date) -> bool | None:
    """Return the side that distance alone decides, whatever the verb: of days, months and quarters."""
    distances = _distances(value, published)
    if distances is None:
        return None
    ago, ahead = distances
    match value.pattern:
        case MonthDay():
            if ago > _FAR and ahead <= _CLOSE:
                return True
            return False if ago <= _CLOSE and ahead > _FAR else None
        case Quarter():
            return False if ago <= _A_QUARTER else None
        case Month():
            return False if ago <= 0 else None
        case _:
            return None


def _is_nearer_ahead(value: Yearly | Weekday, published: date) -> bool:
    """Whether the coming one is near and the last one far."""
    distances = _distances(value, published) if isinstance(value, Yearly) else None
    if distances is None:
        return False
    ago, ahead = distances
    return ago > 2 * ahead and ago > 90


def _was_yesterday(value: Weekday, published: date) -> bool:
    """Whether the last such day is the day before publication, of which the present tense of a headline tells."""
    return (published.isoweekday() - value.number) % 7 == 1


def _begin(stretch: Stretch) -> date:
    return stretch.date.bounds[0] if stretch.date else date.max


def _end(stretch: Stretch) -> date:
    return stretch.date.bounds[1] if stretch.date else date.min
