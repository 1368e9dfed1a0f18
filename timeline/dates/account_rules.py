"""Rules for the periods of accounts: "the year-ago quarter", "the latest period", "the quarter ended June 30"."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.accounts import Ended, Fiscal, SameQuarter
from timeline.dates.anchored import InYear, Shifted
from timeline.dates.counts import amount
from timeline.dates.lengths import Duration
from timeline.dates.recurring import Quarter
from timeline.dates.rules import Found, starts
from timeline.dates.stretches import Unit
from timeline.dates.tokens import Run
from timeline.dates.values import Comparison, Counted, Kind, Value
from timeline.dates.years import year_number

_STEPS = {"last": -1, "this": 0, "current": 0, "next": 1}
#: Units of a length that may be told by its end.
_LENGTHS = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})


@starts("the", "unit", "comparable")
def year_ago(run: Run, at: int) -> Found | None:
    """Read the comparisons "year-ago", "the year-earlier quarter", "the year-ago third quarter"."""
    begin = at + run.word(at, "the")
    begin += run.word(begin, "comparable", "corresponding")
    if not run.word(begin, "year") or not run.word(begin + 1, "-") or not run.word(begin + 2, "ago", "earlier"):
        return None
    end = begin + 3
    noun = run.word(end, "quarter", "period")
    comparison = Comparison.ANYWHERE if noun else Comparison.NEAR
    value: Value = Shifted(Unit.YEAR, -1, Counted.PUBLISHED, comparison=comparison)
    number = run.get(end, "ordinal")
    if number in (1, 2, 3, 4) and run.word(end + 1, "quarter"):
        return Found(InYear(value, Quarter(number)), at, end + 2, "year-ago")
    if (count := amount(run, end)) is not None and count.count and run.word(count.end, "months", "weeks"):
        return Found(Duration(Unit(run.get(count.end, "unit")), count.count), at, count.end + 1, "length")
    end += run.word(end, "quarter", "period", "month")
    return Found(value, at, end, "year-ago")


@starts("the", "latest", "comparable")
def the_quarter(run: Run, at: int) -> Found | None:
    """Read "the quarter", "the latest quarter", "the latest period", "the 1988 period"."""
    begin = at + run.word(at, "the")
    year = year_number(run, begin)
    if begin > at and year is not None and run.word(year[1], "quarter", "period"):
        return _quarter_in(run, at, year)
    if (compared := _compared(run, at)) is not None:
        return compared
    begin += run.word(begin, "latest", "recent")
    if begin == at or not (run.word(begin, "quarter") or (run.word(begin - 1, "latest") and run.word(begin, "period"))):
        return None
    if run.word(begin + 1, "-") and run.word(begin + 2, "to"):
        return None
    return Found(Shifted(Unit.QUARTER, 0, comparison=Comparison.ANYWHERE), at, begin + 1, "the-quarter")


def _compared(run: Run, at: int) -> Found | None:
    """Read "the quarter a year ago", "the corresponding period last year", "the same period a year earlier"."""
    begin = at + run.word(at, "the")
    same = run.word(begin, "corresponding", "comparable", "same", "like", "similar")
    begin += same
    if begin == at or not (run.word(begin, "quarter") or (same and run.word(begin, "period"))):
        return None
    year = begin + 1 + run.word(begin + 1, "of", "in")
    ago = run.word(year, "a") and run.word(year + 1, "year") and run.word(year + 2, "ago", "earlier", "before")
    if not ago and not (run.word(year, "last", "the") and run.word(year + 1, "year", "previous", "prior")):
        return None
    end = year + 2 + (ago or run.word(year + 2, "year"))
    return Found(Shifted(Unit.YEAR, -1, comparison=Comparison.ANYWHERE), at, end, "year-ago")


def _quarter_in(run: Run, at: int, year: tuple[int, int]) -> Found:
    inner = Shifted(Unit.QUARTER, 0, comparison=Comparison.ANYWHERE)
    return Found(SameQuarter(inner, year[0], wide=not run.word(year[1], "quarter")), at, year[1] + 1, "the-quarter")


@starts("the", "which", "latest")
def fiscal_year(run: Run, at: int) -> Found | None:
    """Read "this fiscal year", "the latest fiscal year"."""
    begin = at + run.word(at, "the")
    step = -1 if run.word(begin, "latest") else _STEPS.get(run.get(begin, "which") or "")
    if step is None or not run.get(begin + 1, "fiscal") or not run.word(begin + 2, "year"):
        return None
    return Found(Fiscal(Shifted(Unit.YEAR, step)), at, begin + 3, "which-unit")


@starts("the", "full", "trading")
def full_year(run: Run, at: int) -> Found | None:
    """Read "the full year" as that of publication."""
    begin = at + run.word(at, "the")
    if run.word(begin, "full", "entire", "calendar") and run.word(begin + 1, "year"):
        return Found(Shifted(Unit.YEAR, 0), at, begin + 2, "which-unit")
    return None


def told_by_its_end(run: Run, before: Found, end: Found) -> Found | None:
    """Give "the quarter", "the nine months" or "the year" the day that it is said to have ended on."""
    at = before.end + run.word(before.end, ",")
    if not run.word(at, "ended", "ending") or end.start != at + 1 or end.value.kind is not Kind.DATE:
        return None
    value = before.value
    if before.rule in {"quarter", "the-quarter"}:
        return replace(before, value=Ended(value, end.value, Unit.MONTH, 3, over=run.word(at, "ended")))
    if isinstance(value, Duration) and value.unit in _LENGTHS and value.count:
        return replace(before, value=Ended(value, end.value, value.unit, value.count, over=run.word(at, "ended")))
    return None


RULES = (fiscal_year, year_ago, the_quarter, full_year)
