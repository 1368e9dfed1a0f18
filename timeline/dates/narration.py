"""Whether a text tells of long ago (a report, a chronology) and not of the days around its publication.

In such a text "on May 9" is the May 9 of the story, not the one before publication: the date told last carries on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.dates.anchored import Shifted, Weekday, Yearly
from timeline.dates.composed import Clock, Part, Roughly
from timeline.dates.recurring import MonthDay
from timeline.dates.stretches import Unit
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Counted, Fixed, Value

#: Days before publication from which a date tells of long ago.
LONG_AGO = 300
#: How many such dates make a text a narration, if fewer expressions point to the days of publication, or none at all.
_ENOUGH, _ENOUGH_ALONE = 3, 2
#: How many of them one "on Friday" outweighs that the article tells itself: it looks back, and is news.
_OUTWEIGHS = 3
#: Days or months: a year by itself is background, not a scene.
_SCENE = 31


def narrates(values: Iterable[Value], published: date | None, news: int = 0) -> bool:
    """Whether dates of long ago, told to the day or the month, outweigh those told by the day of publication; `news`
    are those of the latter that the article tells itself, and nobody whom it quotes."""
    if published is None:
        return False
    old = recent = 0
    for value in values:
        old += is_long_ago(value, published) or _is_of_no_near_year(value, published)
        recent += is_news(value)
    return old > max(recent, _OUTWEIGHS * news) and old >= (_ENOUGH if recent else _ENOUGH_ALONE)


def opening_scene(values: Iterable[Value], published: date | None) -> UncertainDate | None:
    """Return the first date of long ago: a day of a month told before it, without a year, is near it."""
    first = next((v for v in values if published is not None and is_long_ago(v, published)), None)
    return first.read(Context()).date if first is not None else None


def is_long_ago(value: Value, published: date, widest: int = _SCENE) -> bool:
    """Whether it is an absolute date of long ago, no wider than so many days."""
    while isinstance(value, Part | Roughly | Clock):
        value = value.inner
    if not isinstance(value, Fixed):
        return False
    when = value.read(Context()).date
    if when is None or when.latest is None or (when.width or 0) > widest:
        return False
    return (published - when.latest).days > LONG_AGO


def _is_of_no_near_year(value: Value, published: date) -> bool:
    """Whether its weekday is that of no year around publication ("Friday, May 5" in a text of 2019)."""
    pattern = value.pattern if isinstance(value, Yearly) else None
    if not isinstance(pattern, MonthDay) or pattern.weekday is None:
        return False
    return not any(pattern.at(published.year + n) for n in (-1, 0, 1) if 0 < published.year + n < 9999)


def is_day_of_month(value: Value) -> bool:
    """Whether it is a day of a month without a year, in whichever the context makes likely."""
    return isinstance(value, Yearly) and value.which is None and isinstance(value.pattern, MonthDay)


def is_named_day(value: Value) -> bool:
    """Whether it names a day by itself: a date, a day of a month, a weekday."""
    if isinstance(value, Fixed):
        return value.stretch.date is not None and value.stretch.date.is_day
    return is_day_of_month(value) or (isinstance(value, Weekday) and value.which is None)


def is_news(value: Value) -> bool:
    """Whether it is told by the day of publication: "Friday", "yesterday", "last week"."""
    inner = value.inner if isinstance(value, Clock) else value
    if isinstance(inner, Weekday):
        return inner.counted is Counted.PUBLISHED
    return isinstance(inner, Shifted) and inner.counted is Counted.PUBLISHED and inner.unit in (Unit.DAY, Unit.WEEK)
