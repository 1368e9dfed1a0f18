"""Rules for dates by name and number: days, months, years, quarters, seasons, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.dates.accounts import Fiscal
from timeline.dates.anchored import InYear, Shifted, Yearly
from timeline.dates.composed import Clock, Range
from timeline.dates.recurring import Half, Month, MonthDay, Quarter, Recurring, Season
from timeline.dates.rules import Found, Rules, starts
from timeline.dates.stretches import (
    Stretch,
    Unit,
    century,
    day,
    decade,
    fiscal_of,
    month_of,
    quarter_of,
    season_of,
    year_of,
)
from timeline.dates.tokens import Run
from timeline.dates.values import Counted, Fixed, Value, unknown
from timeline.dates.years import counts_things, full_year, year_number, years_joined

#: The season that two years share.
_WINTER = "WI"
_STEPS = {"last": -1, "this": 0, "current": 0, "next": 1}


def year_value(run: Run, at: int) -> tuple[Value, int] | None:
    """Read a year that something else stands in: a number, "last year", "the same year"."""
    if found := year_number(run, at):
        return Fixed(year_of(found[0])), found[1]
    begin = at + run.word(at, "the")
    which = run.get(begin, "which")
    if which in _STEPS and run.word(begin + 1, "year"):
        return Shifted(Unit.YEAR, _STEPS[which]), begin + 2
    if run.get(begin, "other") == "same" and run.word(begin + 1, "year"):
        return Shifted(Unit.YEAR, 0, Counted.TOLD), begin + 2
    return None


def in_year(run: Run, start: int, pattern: Recurring, end: int, rule: str, *, comma: bool = True) -> Found:
    """Put a pattern into the year told after it, or leave it to the context."""
    at = end + (comma and run.word(end, ","))
    at += run.word(at, "of", "in") and at == end
    if (year := year_value(run, at)) and not counts_things(run, year[1]):
        return Found(_placed(pattern, year[0]), start, year[1], rule)
    return Found(Yearly(pattern), start, end, rule)


def _placed(pattern: Recurring, year: Value) -> Value:
    """Put a pattern into a year: a weekday that its day lacks is dropped, a day that the year lacks leaves it."""
    if isinstance(year, Fixed) and year.stretch.date and year.stretch.date.earliest:
        number = year.stretch.date.earliest.year
        any_weekday = replace(pattern, weekday=None) if isinstance(pattern, MonthDay) else pattern
        stretch = pattern.at(number) or any_weekday.at(number)
        return Fixed(stretch) if stretch else year
    return InYear(year, pattern)


@starts("month", "weekday", "figures", "ordinal", "the")
def month_day(run: Run, at: int) -> Found | None:
    """Read "March 3", "March 3rd, 2016", "July 18-21", "Friday, March 3", "Friday night, March 3"."""
    weekday = run.get(at, "weekday")
    part = run.get(at + 1, "daypart") if weekday else None
    begin = at + 1 + (part is not None) if weekday else at
    begin += weekday is not None and run.word(begin, ",")
    begin += run.word(begin, "the") and run.get(begin + 1, "ordinal") is not None
    found = _month_first(run, at, begin, weekday) or _day_first(run, at, begin, weekday)
    return replace(found, value=Clock(found.value, f"T{part}")) if found and part else found


def _month_first(run: Run, start: int, at: int, weekday: int | None) -> Found | None:
    month = run.get(at, "month")
    if month is None:
        return None
    at += 1 + run.word(at + 1, ".", "the")
    number = run.get(at, "day") or _spoken_day(run, at)
    if number is None or not _is_day(run, at):
        return None
    until = _day_range(run, at + 1)
    if until is not None:
        return _range(run, start, month, (number, until[0]), until[1])
    if _has_broken_year(run, at + 1):
        return Found(Fixed(Stretch(unknown(Unit.DAY), None)), start, at + 3, "month-day")
    return in_year(run, start, MonthDay(month, number, weekday), at + 1, "month-day")


def _has_broken_year(run: Run, at: int) -> bool:
    """Whether three figures stand where the year should, counting nothing ("May 3, 216")."""
    word = run.parsed(at + 1)
    counts = word is not None and word.dep in {"nummod", "nsubj", "nsubjpass", "quantmod"} and word.head.i > word.i
    ends = not (run.glued(at + 2) and run.word(at + 2, "-", "–", ":", "/", "%"))
    return run.word(at, ",") and run.get(at + 1, "figures") == 3 and ends and not counts


def _spoken_day(run: Run, at: int) -> int | None:
    number = run.get(at, "ordinal")
    return number if isinstance(number, int) else None


def _is_day(run: Run, at: int) -> bool:
    """Whether the figures are no clock time, no longer number and no amount of something."""
    if run.word(at + 1, ":", ".", "/") and run.glued(at + 1) and run.get(at + 2, "figures") and run.glued(at + 2):
        return False
    return not (run.word(at + 1, ",") and run.glued(at + 1) and run.glued(at + 2) and run.get(at + 2, "figures") == 3)


def _day_range(run: Run, at: int) -> tuple[int, int] | None:
    """Read "-21" or "to 21" after a day; returns the last day and the end."""
    last = run.get(at + 1, "day")
    if run.word(at, "-", "–", "to", "through", "—") and last and _is_day(run, at + 1):
        return last, at + 2
    return None


def _last_of(run: Run, at: int) -> tuple[int, int] | None:
    """Read "and 12 May" behind a day, "between" before it, or "-12 May"; returns the last day and the month."""
    last, month = run.get(at + 1, "day"), run.get(at + 2, "month")
    between = run.word(at, "and") and run.word(at - 2, "between")
    if last is None or month is None or not (between or run.word(at, "-", "–", "to", "through", "—")):
        return None
    return last, month


def _range(run: Run, start: int, month: int, days: tuple[int, int], end: int) -> Found | None:
    low = in_year(run, start, MonthDay(month, days[0]), end, "day-range")
    high = in_year(run, start, MonthDay(month, days[1]), end, "day-range")
    if days[0] >= days[1]:
        return None
    return Found(Range(low.value, high.value), start, low.end, "day-range")


def _day_first(run: Run, start: int, at: int, weekday: int | None) -> Found | None:
    number = run.get(at, "day") or run.get(at, "ordinal")
    if number is not None and (last := _last_of(run, at + 1)) is not None:
        return _range(run, start, last[1], (number, last[0]), at + 4)
    month_at = at + 1 + run.word(at + 1, "of")
    month = run.get(month_at, "month")
    if number is None or month is None or run.get(month_at + 1, "day") is not None:
        return None
    end = month_at + 1
    return in_year(run, start, MonthDay(month, number, weekday), end, "day-month")


@starts("month")
def month(run: Run, at: int) -> Found | None:
    """Read "March", "March 2016", "March of last year"."""
    number = run.get(at, "month")
    if number is None:
        return None
    end = at + 1 + (run.word(at + 1, ".") and run.glued(at + 1) and run.get(at + 2, "year") is not None)
    return in_year(run, at, Month(number), end, "month")


@starts("the", "unit", "number", "'")
def year(run: Run, at: int) -> Found | None:
    """Read a year by itself: "1998", "the year 2000", "'98", or some: "1991-92"."""
    if several := years_joined(run, at):
        return Found(Range(Fixed(year_of(several[0])), Fixed(year_of(several[1]))), at, several[2], "year")
    begin = at + run.word(at, "the")
    named = run.word(begin, "year")
    found = year_number(run, begin + 1 if named else at)
    if found is None or (not named and not _stands_for_year(run, at, found[1])):
        return None
    if run.word(at, "'", "’", "‘") and run.get(found[1], "plural"):
        return None
    return Found(Fixed(year_of(found[0])), at, found[1], "year")


def _stands_for_year(run: Run, at: int, end: int) -> bool:
    """Whether figures alone are a year and not an amount: by their size, what they count, and what they belong to."""
    number = run.get(at, "year")
    word = run.parsed(at)
    if number is None or word is None:
        return True
    if not 1800 <= number <= 2060 or _joined(run, at, end):
        return bool(word.dep == "pobj" and number >= 1000 and not _joined(run, at, end))
    if word.dep == "nummod" and word.head.i > word.i:
        plural_next = word.head.tag == "NNS" and word.head.i == word.i + 1
        return number >= 1900 and (run.word(at - 1, "the", "its", "their") or not plural_next)
    return True


def _joined(run: Run, at: int, end: int) -> bool:
    """Whether marks glue the figures to others, as in a telephone number or a score."""
    before = run.glued(at) and run.word(at - 1, "-", "/", ".", ":", ",")
    before = before and not (run.get(at - 2, "part") or run.word(at - 2, "post", "pre"))
    after = run.glued(end) and run.word(end, "/", ".", ":", ",") and run.glued(end + 1)
    return bool(before or after)


@starts("the", "decade", "figures", "'")
def decades(run: Run, at: int) -> Found | None:
    """Read "the 1990s", "the '80s", "the nineties"."""
    begin = at + run.word(at, "the")
    quoted = run.word(begin, "'", "’", "‘")
    first = _decade_start(run, begin + quoted, at_name=begin > at)
    if first is None:
        return None
    number, end = first
    return Found(Fixed(decade(date(number, 1, 1))), at, end, "decade")


def _decade_start(run: Run, at: int, *, at_name: bool) -> tuple[int, int] | None:
    named = run.get(at, "decade")
    if named is not None:
        return (1900 + named, at + 1) if at_name else None
    number = run.get(at, "year")
    if number is None and run.get(at, "short_year") is not None:
        number = 1900 + run.get(at, "short_year")
    tail = at + 1 + (run.word(at + 1, "'", "’") and run.glued(at + 1))
    if number is None or number % 10 or not run.word(tail, "s", "'s", "’s") or not run.glued(tail):
        return None
    return number, tail + 1


@starts("the", "ordinal")
def centuries(run: Run, at: int) -> Found | None:
    """Read "the 19th century"."""
    begin = at + run.word(at, "the")
    number = run.get(begin, "ordinal")
    end = begin + 1 + run.word(begin + 1, "-")
    if number is None or not run.word(end, "century") or not 2 <= number <= 21:
        return None
    return Found(Fixed(century(date(number * 100 - 100, 1, 1))), at, end + 1, "century")


@starts("the", "ordinal", "final", "quarter_letter", "number", "'", "fiscal", "which")
def quarter(run: Run, at: int) -> Found | None:
    """Read "the third quarter", "the fiscal first quarter of 2014", "Q4 2016", "the 1988 third quarter"."""
    begin = at + run.word(at, "the")
    year = year_value(run, begin)
    inner = year[1] + run.word(year[1], "'s", "’s") if year else begin
    is_fiscal = run.get(inner, "fiscal") is not None
    inner += is_fiscal and 1 + run.word(inner + 1, "-")
    found = _quarter_number(run, inner)
    if found is None:
        return None
    number, end = found
    if year is not None:
        dated = Found(_placed(Quarter(number), year[0]), at, end, "quarter")
    elif run.word(end, "of", "in") and run.get(end + 1, "fiscal") and (named := year_number(run, end + 2)):
        return Found(Fiscal(Fixed(quarter_of(named[0], number))), at, named[1], "quarter")
    else:
        dated = in_year(run, at, Quarter(number), end, "quarter")
    return replace(dated, value=Fiscal(dated.value)) if is_fiscal else dated


def _quarter_number(run: Run, at: int) -> tuple[int, int] | None:
    if run.word(at, "last", "final") and run.word(at + 1, "quarter") and run.word(at + 2, "of"):
        return (4, at + 2) if year_value(run, at + 3) else None
    if run.get(at, "quarter_letter") and run.glued(at + 1) and run.get(at + 1, "number") in (1, 2, 3, 4):
        return run.get(at + 1, "number"), at + 2
    number = run.get(at, "ordinal")
    unit_at = at + 1 + run.word(at + 1, "-")
    if number in (1, 2, 3, 4) and run.word(unit_at, "quarter"):
        return number, unit_at + 1
    return None


@starts("the", "ordinal", "which")
def half(run: Run, at: int) -> Found | None:
    """Read "the first half of 2015", "the second half of last year"."""
    begin = at + run.word(at, "the")
    number = run.get(begin, "ordinal") or (2 if run.word(begin, "last", "latter") else None)
    if number in (1, 2) and run.word(begin + 1, "two") and run.word(begin + 2, "quarters"):
        year = year_value(run, begin + 4) if run.word(begin + 3, "of") else None
        return Found(_placed(Half(number), year[0]), at, year[1], "half") if year else None
    end = begin + 1 + run.word(begin + 1, "-")
    if number not in (1, 2) or not run.get(end, "half"):
        return None
    if run.word(end + 1, "of") and (year := year_value(run, end + 2)):
        return Found(_placed(Half(number), year[0]), at, year[1], "half")
    return None


@starts("the", "season")
def season(run: Run, at: int) -> Found | None:
    """Read "spring 2016", "the fall of 2011", "the summer"."""
    begin = at + run.word(at, "the")
    code = run.get(begin, "season")
    if code is None:
        return None
    if several := years_joined(run, begin + 1 + run.word(begin + 1, "of", "in")):
        within = Range(Fixed(year_of(several[0])), Fixed(year_of(several[1])))
        winter = Fixed(season_of(several[0], code)) if code == _WINTER and several[1] == several[0] + 1 else within
        return Found(winter, at, several[2], "season")
    return in_year(run, at, Season(code), begin + 1, "season")


@starts("fiscal", "the", "number", "'")
def fiscal(run: Run, at: int) -> Found | None:
    """Read "fiscal 2014", "the 2014 fiscal year", "FY2014"."""
    begin = at + run.word(at, "the")
    if year := year_number(run, begin):
        if run.get(year[1], "fiscal") and run.word(year[1] + 1, "year"):
            return Found(Fixed(fiscal_of(year[0])), at, year[1] + 2, "fiscal-year")
        return None
    if not run.get(begin, "fiscal"):
        return None
    year = year_number(run, begin + 1 + run.word(begin + 1, "year"))
    return Found(Fixed(fiscal_of(year[0])), at, year[1], "fiscal-year") if year else None


@starts("figures")
def numeric(run: Run, at: int) -> Found | None:
    """Read figures with marks: "2016-03-04", "11/2/89", "03-02-98", "3.4.2016"."""
    values: list[tuple[int, int]] = []
    place, mark = at, ""
    while len(values) < 3 and run.get(place, "number") is not None and run.get(place, "figures"):
        values.append((run.get(place, "number"), run.get(place, "figures")))
        place += 1
        if len(values) == 3 or not run.glued(place) or not run.word(place, mark or "-", *([] if mark else ["/", "."])):
            break
        mark = run.tokens[place].lower
        place += run.glued(place + 1)
    if len(values) < 3 or (run.glued(place) and run.word(place, "-", "/")):
        return None
    stretch = _numeric_day(values, mark)
    if stretch is None and values[0][1] == 4 and mark == "-":
        stretch = Stretch(unknown(Unit.DAY), None)
    return Found(Fixed(stretch), at, place, "numeric") if stretch else None


def _numeric_day(values: list[tuple[int, int]], mark: str) -> Stretch | None:
    (first, width), (second, _), (third, third_width) = values
    if width == 4:
        return _real_day(first, second, third)
    if third_width not in (2, 4) or mark == ".":
        return _real_day(third, second, first) if third_width == 4 else None
    number = third if third_width == 4 else full_year(third)
    return _real_day(number, first, second) or _real_day(number, second, first)


def _real_day(number: int, month_number: int, day_number: int) -> Stretch | None:
    try:
        return day(date(number, month_number, day_number))
    except ValueError:
        return None


@starts("year")
def iso_month(run: Run, at: int) -> Found | None:
    """Read "2016-03"."""
    number, second = run.get(at, "year"), run.get(at + 2, "number")
    if number is None or not run.word(at + 1, "-") or run.get(at + 2, "figures") != 2 or not run.glued(at + 2):
        return None
    if not 1 <= second <= 12 or run.glued(at + 3) or not run.glued(at + 1):
        return None
    return Found(Fixed(month_of(number, second)), at, at + 3, "iso-month")


#: All dates by name and number.
CALENDAR = Rules(numeric, iso_month, month_day, month, fiscal, quarter, half, decades, centuries, season, year)


def calendar_date(run: Run, at: int) -> Found | None:
    """Read the longest date by name and number that begins there."""
    return CALENDAR.longest(run, at)
