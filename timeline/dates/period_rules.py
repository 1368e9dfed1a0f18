"""Rules for named periods: "Thanksgiving", "two weeks before the election", "the convention in July"."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.anchored import InYear, Yearly
from timeline.dates.calendar_rules import calendar_date
from timeline.dates.composed import HolidayWeek, Narrowed, Near, Offset
from timeline.dates.contests import is_of_others
from timeline.dates.counts import AMOUNT_STARTS, amount, blurs, hedge
from timeline.dates.periods import Period, by_first_word
from timeline.dates.recurring import Named
from timeline.dates.rules import Found, starts
from timeline.dates.stretches import Unit, year_of
from timeline.dates.tokens import Run
from timeline.dates.values import Counted, Fixed, Kind, Value
from timeline.dates.years import year_number

#: What is named by a holiday and stands for no day ("Christmas trees").
_THINGS = frozenset(
    {
        "tree",
        "card",
        "gift",
        "present",
        "mask",
        "costume",
        "song",
        "carol",
        "music",
        "shopping",
        "decoration",
        "movie",
        "candy",
    }
)
_ARTICLES = frozenset({"the"})


def name(run: Run, at: int) -> tuple[Period, int | None, int] | None:
    """Read a name of the calendar of periods, with a year inside or after it; returns period, year and end."""
    begin = at + run.word(at, "the")
    year = year_number(run, begin)
    starts: list[tuple[int, int | None]] = [(begin, None)] if year is None else [(year[1], year[0])]
    if begin > at and year is None:
        starts.insert(0, (at, None))
    for start, number in starts:
        if (found := _named(run, start)) is None:
            continue
        period, end = found
        after = year_number(run, end + run.word(end, "of", "in", ","))
        if number is None and after is not None:
            return period, after[0], after[1]
        return period, number, end
    return None


def _named(run: Run, at: int) -> tuple[Period, int] | None:
    if at >= len(run):
        return None
    for words, period in by_first_word().get(run.tokens[at].lower, ()):
        if run.row(at, words) and _is_name(run, at, words):
            return None if is_of_others(run, at + len(words), words) else (period, at + len(words))
    return None


def _is_name(run: Run, at: int, words: tuple[str, ...]) -> bool:
    """Whether the words are the whole noun: neither "the election commission" nor a lower-case "easter"."""
    last = run.parsed(at + len(words) - 1)
    if last is None:
        return True
    of_week = last.head.lower in {"week", "weekend"}
    if last.dep == "compound" and last.head.i == last.i + 1 and last.head.entity == last.entity and not of_week:
        return False
    if last.dep == "compound" and last.head.lemma.lower() in _THINGS:
        return False
    if len(words) > 1 and words[0] in _ARTICLES | {"presidential", "general"}:
        return True
    return run.tokens[at].text[0].isupper()


def _beside(run: Run, at: int) -> Found | None:
    """Read "the previous presidential election", "the next inauguration"."""
    begin = at + run.word(at, "the")
    told = begin > at and run.get(begin, "other") in {"previous", "following"} and not run.word(begin, "next")
    side = {"previous": "last", "following": "next"}.get(run.get(begin, "other")) if told else run.get(begin, "which")
    found = _named(run, begin + 1) if side in {"last", "next"} else None
    if found is None:
        return None
    kind = Kind.DATE if found[0].kind == "holiday" else Kind.PERIOD
    value = Yearly(Named(found[0]), side, kind, Counted.TOLD if told else Counted.PUBLISHED)
    beside = Found(value, at, found[1], f"period:{found[0].id}")
    return _with_week(run, beside, found[0]) if kind is Kind.DATE else beside


@starts("period_word", "period_end", "the", "number", "'", "other", "which", "month")
def period(run: Run, at: int) -> Found | None:
    """Read "Thanksgiving", "Christmas 2015", "Easter weekend", "the Republican convention in July"."""
    if (beside := _beside(run, at)) is not None:
        return beside
    found = name(run, at)
    if found is None:
        return None
    which, year, end = found
    value = _value(which, year)
    if year is None and run.word(end, "in", "on", ",", "this", "last", "next"):
        beside = calendar_date(run, end + run.word(end, "in", "on", ","))
        if beside is not None and which.kind == "event":
            return Found(Narrowed(beside.value, Named(which)), at, beside.end, f"period:{which.id}")
    found_name = Found(value, at, end, f"period:{which.id}")
    return _with_week(run, found_name, which, year) if which.kind == "holiday" else found_name


def _with_week(run: Run, holiday: Found, which: Period, year: int | None = None) -> Found:
    """Take in "week" or "weekend" behind a holiday, and the year behind that."""
    value, end = holiday.value, holiday.end + 1
    if (unit_name := run.get(holiday.end, "unit")) not in ("week", "weekend"):
        return holiday
    after = year_number(run, end + run.word(end, "of", "in", ",")) if year is None else None
    if after is not None:
        value, end = _value(which, after[0]), after[1]
    return replace(holiday, value=HolidayWeek(value, Unit(unit_name)), end=end)


def _value(which: Period, year: int | None) -> Value:
    kind = Kind.DATE if which.kind == "holiday" else Kind.PERIOD
    if year is None:
        return Yearly(Named(which), kind=kind)
    if which.at(year) is None:
        return Fixed(year_of(year), kind)
    return InYear(Fixed(year_of(year)), Named(which), kind)


@starts(*AMOUNT_STARTS, "unit", "the")
def beside_period(run: Run, at: int) -> Found | None:
    """Read "two weeks before the election", "the day after Christmas", "the week of the Republican convention"."""
    begin = hedge(run, at)
    blurred = blurs(run, at, begin)
    start = begin + run.word(begin, "the")
    count = amount(run, start)
    unit_at = count.end if count else start
    unit_name = run.get(unit_at, "unit")
    if unit_name is None:
        return None
    signs = {"before": -1, "preceding": -1, "after": 1, "following": 1, "of": 0}
    side = next((sign for word, sign in signs.items() if run.word(unit_at + 1, word)), None)
    inner = period(run, unit_at + 2) if side is not None else None
    if side is None or inner is None:
        return None
    number = count.count if count else (None if run.get(unit_at, "plural") else 1.0)
    if number is not None:
        return Found(Offset(inner.value, Unit(unit_name), side * number, blurred), at, inner.end, inner.rule)
    return Found(Near(inner.value, Unit(unit_name), side > 0), at, inner.end, inner.rule) if side else None


@starts("the", "eve")
def eve(run: Run, at: int) -> Found | None:
    """Read "the eve of the Republican convention"."""
    begin = at + run.word(at, "the")
    inner = period(run, begin + 2) if run.word(begin, "eve") and run.word(begin + 1, "of") else None
    return Found(Offset(inner.value, Unit.DAY, -1), at, inner.end, inner.rule) if inner else None


RULES = (period, beside_period, eve)
