"""Rules for weeks and weekdays told by their place: "the first week of March", "the last Monday of May"."""

from __future__ import annotations

from timeline.dates.anchored import Shifted
from timeline.dates.calendar_rules import calendar_date, month
from timeline.dates.composed import Clock, DaysOf, NthWeekday, WeekdayBeside, WeekdayOf
from timeline.dates.period_rules import period
from timeline.dates.rules import Found, starts
from timeline.dates.stretches import Stretch, Unit
from timeline.dates.tokens import Run
from timeline.dates.values import Fixed

#: The days of the month that its weeks may have, by their number; -1 is the last.
_WEEKS = {1: (1, 10), 2: (6, 17), 3: (13, 24), 4: (20, 31), -1: (19, 31)}
_STEPS = {"last": -1, "this": 0, "next": 1}
_BESIDE = {"before": False, "preceding": False, "after": True, "following": True}
_BEYOND = {("after", "next"): 2, ("before", "last"): -2}


@starts("the", "ordinal", "which", "final")
def of_month(run: Run, at: int) -> Found | None:
    """Read "the first week of March", "the last weekend of May 2016", "the second Tuesday in June"."""
    begin = at + run.word(at, "the")
    number = -1 if run.word(begin, "last", "final") else run.get(begin, "ordinal")
    if number not in _WEEKS or not run.word(begin + 2, "of", "in"):
        return None
    weekday = run.get(begin + 1, "weekday")
    inner = month(run, begin + 3) if weekday or run.word(begin + 1, "week", "weekend") else None
    if inner is None:
        return None
    value = NthWeekday(inner.value, weekday, number) if weekday else DaysOf(inner.value, *_WEEKS[number])
    return Found(value, at, inner.end, f"place-in-{inner.rule}")


@starts("the")
def beyond(run: Run, at: int) -> Found | None:
    """Read "the week after next", "the month before last"."""
    unit_name = run.get(at + 1, "unit")
    steps = next((n for words, n in _BEYOND.items() if run.word(at + 2, words[0]) and run.word(at + 3, words[1])), None)
    if unit_name not in ("week", "weekend", "month", "year") or steps is None or run.get(at + 4, "unit"):
        return None
    return Found(Shifted(Unit(unit_name), steps), at, at + 4, "which-unit")


@starts("weekday", "the")
def of_week(run: Run, at: int) -> Found | None:
    """Read "Thursday next week", "the Monday of last week", "Tuesday morning this week"."""
    begin = at + run.word(at, "the")
    number, part = run.get(begin, "weekday"), run.get(begin + 1, "daypart")
    week_at = begin + 1 + (part is not None)
    week_at += run.word(week_at, "of")
    step = _STEPS.get(run.get(week_at, "which") or "")
    if number is None or step is None or not run.word(week_at + 1, "week"):
        return None
    value = WeekdayOf(Shifted(Unit.WEEK, step), number)
    return Found(Clock(value, f"T{part}") if part else value, at, week_at + 2, "weekday-of-week")


@starts("the")
def beside(run: Run, at: int) -> Found | None:
    """Read "the Monday after May 3"; where what it stands beside is no date, it has no day either."""
    number = run.get(at + 1, "weekday")
    if number is not None and run.word(at + 2, "of"):
        return Found(Fixed(Stretch(f"XXXX-WXX-{number}", None)), at, at + 2, "weekday-beside")
    forward = next((after for word, after in _BESIDE.items() if run.word(at + 2, word)), None)
    if number is None or forward is None:
        return None
    inner = calendar_date(run, at + 3) or period(run, at + 3)
    if inner is None:
        return Found(Fixed(Stretch(f"XXXX-WXX-{number}", None)), at, at + 3, "weekday-beside")
    return Found(WeekdayBeside(inner.value, number, forward), at, inner.end, "weekday-beside")


RULES = (of_month, beyond, of_week, beside)
