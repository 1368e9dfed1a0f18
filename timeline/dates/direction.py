"""Which reading of an ambiguous expression is meant: what was, or what is to come.

The verb decides. What a writer would never leave out decides against it: a day almost a year away is not told
without its year when another one, close by, has the same name. Where neither speaks clearly, the side is not sure, and
the date is as wide as both readings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from timeline.dates.anchored import Weekday, Yearly
from timeline.dates.recurring import Month, MonthDay, Named, Quarter
from timeline.dates.stretches import Stretch
from timeline.dates.tense import Tense
from timeline.dates.values import Context, Value

#: Days: nearer than this is close by, farther than that would be told with its year.
_CLOSE, _FAR = 100, 240
#: A quarter that ended within the last one is the one reported on.
_A_QUARTER = 92


@dataclass(frozen=True, slots=True)
class View:
    """How the words around an expression look at it."""

    tense: Tense
    #: It stands behind "until" or "through".
    until: bool = False
    #: It belongs to a noun, or is what a verb is about: the verb's tense says little of it.
    loose: bool = False
    #: It opens its sentence.
    opens: bool = False
    #: Its verb tells what had been by then.
    before_then: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """Whether the coming one is meant, and whether that is sure."""

    ahead: bool
    sure: bool = True


def side(value: Value, view: View, context: Context) -> Side:
    """Return which one is meant."""
    inner = directed(value)
    published = context.published.earliest if context.published else None
    if inner is None or published is None:
        return Side(view.tense is Tense.FUTURE)
    if isinstance(inner, Weekday):
        return _weekday(inner, view, published)
    return _yearly(inner, view, published)


def _weekday(value: Weekday, view: View, published: date) -> Side:
    ago, ahead = (published.isoweekday() - value.number) % 7, (value.number - published.isoweekday()) % 7
    match view.tense:
        case Tense.FUTURE:
            return Side(ahead=True)
        case Tense.PAST:
            return Side(view.until and not view.before_then, sure=not view.until)
        case Tense.PRESENT:
            return Side(ago != 1)
        case Tense.INTENDED:
            return Side(ahead <= ago, sure=False)
        case Tense.UNDONE:
            return Side(ahead=False, sure=False)
        case Tense.NONE:
            return Side(value.which == "near" and ahead < ago)
    assert_never(view.tense)


def _yearly(value: Yearly, view: View, published: date) -> Side:
    distances = _distances(value, published)
    if distances is None:
        return Side(view.tense is Tense.FUTURE)
    ago, ahead = distances
    if (clear := _by_distance(value, view, ago, ahead)) is not None:
        return Side(clear)
    coming, far = ahead <= _CLOSE, ago > _FAR
    match view.tense:
        case Tense.FUTURE:
            return Side(ahead=True, sure=not (view.loose and ahead > _FAR and ago <= _CLOSE))
        case Tense.PAST if coming and far and not isinstance(value.pattern, Named):
            ahead_of_verb = view.until or view.loose
            return Side(ahead_of_verb, sure=ahead_of_verb or view.opens)
        case Tense.PAST:
            return Side(ahead=False)
        case Tense.INTENDED | Tense.UNDONE:
            return Side(ahead < ago, sure=(coming and far) or (ago <= _CLOSE and ahead > _FAR))
        case Tense.PRESENT | Tense.NONE:
            return Side(ago > 2 * ahead and ago > 90)
    assert_never(view.tense)


def directed(value: Value) -> Yearly | Weekday | None:
    """Return the part of a value that can lie on either side of publication."""
    while not isinstance(value, Yearly | Weekday):
        below = getattr(value, "inner", None) or getattr(value, "low", None)
        if below is None:
            return None
        value = below
    return value


def _distances(value: Yearly, published: date) -> tuple[int, int] | None:
    """Return how many days the last one lies back and the coming one ahead; None where the words say which."""
    if value.which is not None:
        return None
    past, future = value.near(published, future=False), value.near(published, future=True)
    if past is None or future is None:
        return None
    return (published - _end(past)).days, (_begin(future) - published).days


def _by_distance(value: Yearly, view: View, ago: int, ahead: int) -> bool | None:
    """Return the side that distance alone decides, whatever the verb."""
    match value.pattern:
        case MonthDay():
            if ago > _FAR and ahead <= _CLOSE:
                return True
            return False if ago <= _CLOSE and ahead > _FAR else None
        case Quarter():
            return False if ago <= _A_QUARTER else None
        case Month():
            return False if ago <= 0 else None
        case Named() if view.tense is not Tense.FUTURE and (view.tense is not Tense.PAST or view.loose):
            return ahead < ago
        case _:
            return None


def _begin(stretch: Stretch) -> date:
    return stretch.date.bounds[0] if stretch.date else date.max


def _end(stretch: Stretch) -> date:
    return stretch.date.bounds[1] if stretch.date else date.min
