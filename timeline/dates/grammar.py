"""The grammar of dates: the rules put together, times of day joined to days, and the longest reading taken."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates import account_rules, calendar_rules, length_rules, period_rules, relative_rules, week_rules
from timeline.dates.anchored import DayOfMonth, Shifted, Yearly
from timeline.dates.calendar_rules import in_year
from timeline.dates.composed import Clock, Roughly
from timeline.dates.counts import blurs, hedge
from timeline.dates.recurring import Month, MonthDay, Season
from timeline.dates.rules import Found, Rules, starts
from timeline.dates.stretches import Unit
from timeline.dates.tokens import Run
from timeline.dates.values import Counted, Fixed, Kind, Value

_DAYS = Rules(
    *account_rules.RULES, *relative_rules.RULES, *week_rules.RULES, *calendar_rules.CALENDAR.rules, *period_rules.RULES
)
#: Words after which a bare ordinal is a day ("on the 14th").
_BEFORE_ORDINAL = ("on", "until", "from", "by", "since", "between")


def clock(run: Run, at: int) -> tuple[str, int] | None:
    """Read a time of the clock: "4:43 p.m.", "10:35", "noon", "9 a.m. EST"; returns `T16:43` and the end."""
    if (named := run.get(at, "hour")) is not None:
        return f"T{named}", at + 1
    hour = run.get(at, "number")
    if hour is None or (run.glued(at) and run.word(at - 1, "-", "/", ".")):
        return None
    minute, end = _minute(run, at + 1)
    meridiem = run.get(end, "meridiem")
    spoken = run.word(end, "o'clock")
    in_morning = run.word(end, "in") and run.word(end + 1, "the") and run.get(end + 2, "daypart")
    if meridiem is None and not spoken and not in_morning:
        return _bare_clock(run, at, hour, minute, end)
    if not 0 < hour <= 12:
        return None
    late = meridiem == "p" or (in_morning in ("AF", "EV", "NI"))
    hour = hour % 12 + 12 * late if meridiem or in_morning else hour
    end += 3 if in_morning and not meridiem and not spoken else 1
    end += run.get(end, "zone") is not None
    return f"T{hour:02d}:{minute or 0:02d}", end


def _minute(run: Run, at: int) -> tuple[int | None, int]:
    minute = run.get(at + 1, "number")
    if run.word(at, ":") and run.glued(at) and run.get(at + 1, "figures") == 2 and minute < 60:
        return minute, at + 2
    return None, at


def _bare_clock(run: Run, at: int, hour: int, minute: int | None, end: int) -> tuple[str, int] | None:
    """Take "10:35" for a time only after "at" or with a time zone."""
    if minute is None or hour > 24:
        return None
    zone = run.get(end, "zone") is not None
    if not zone and not run.word(at - 1, "at", "until", "before", "after"):
        return None
    return f"T{hour:02d}:{minute:02d}", end + zone


def _part_of_day(run: Run, at: int) -> tuple[str, int] | None:
    part = run.get(at, "daypart")
    return (f"T{part}", at + 1) if part is not None else None


@starts("hour", "number", "daypart", "approximate", *_DAYS.starts)
def timed(run: Run, at: int) -> Found | None:
    """Read a time joined to its day, in either order: "10 p.m. Wednesday", "Friday night", "noon on May 3"."""
    begin = at if (clock(run, at) or _part_of_day(run, at)) else hedge(run, at)
    return _time_first(run, at, begin) or _day_first(run, at) or _told_part(run, at)


def _time_first(run: Run, start: int, at: int) -> Found | None:
    time = clock(run, at)
    if time is None and run.get(at, "part") == "MID" and (part := _part_of_day(run, at + 1 + run.word(at + 1, "-"))):
        time = part
    if time is None and run.word(start - 1, "in", "the") and run.word(at + 1, "of"):
        time = _part_of_day(run, at)
    if time is None:
        return None
    value, end = time
    day_at = end + run.word(end, ",", "on", "of")
    day = _DAYS.longest(run, day_at)
    if day is not None and _is_day(day.value):
        return Found(Clock(day.value, value), start, day.end, f"time-{day.rule}")
    inner = _part_day(run, end)
    return Found(Clock(inner[0], value), start, inner[1], "time")


def _part_day(run: Run, at: int) -> tuple[Value, int]:
    """Read "this morning" or "that afternoon" after a clock time; without it the day is the one told."""
    if run.get(at + 1, "daypart") and run.word(at, "this", "that"):
        counted = Counted.TOLD if run.word(at, "that") else Counted.PUBLISHED
        return Shifted(Unit.DAY, 0, counted), at + 2
    return Shifted(Unit.DAY, 0, Counted.DAY), at


def _is_day(value: Value) -> bool:
    if isinstance(value, Yearly):
        return isinstance(value.pattern, MonthDay)
    if isinstance(value, Shifted):
        return value.unit is Unit.DAY
    return value.kind.value == "date"


def _day_first(run: Run, at: int) -> Found | None:
    if run.get(at, "tonight"):
        return Found(Clock(Shifted(Unit.DAY, 0), "TNI"), at, at + 1, "time-tonight")
    if run.get(at + 1, "daypart") and (which := run.get(at, "which")) in ("last", "this"):
        step = -1 if which == "last" else 0
        return Found(Clock(Shifted(Unit.DAY, step), f"T{run.get(at + 1, 'daypart')}"), at, at + 2, "which-part")
    day = _DAYS.longest(run, at)
    if day is None or not _is_day(day.value):
        return None
    after = day.end + run.word(day.end, ",", "at")
    time = _part_of_day(run, day.end) or clock(run, after)
    if time is None and run.word(after, "in", "during") and run.word(after + 1, "the"):
        time = _part_of_day(run, after + 2)
    if time is None and run.get(day.end, "part") and (part := _part_of_day(run, day.end + 1)):
        time = part
    return Found(Clock(day.value, time[0]), at, time[1], f"time-{day.rule}") if time else None


def _told_part(run: Run, at: int) -> Found | None:
    """Read "that evening", "the next morning", "the following night", "the night before"."""
    begin = at + run.word(at, "the")
    if begin > at and run.get(begin, "daypart") and run.get(begin + 1, "after_duration") in ("earlier", "later"):
        step = 1 if run.get(begin + 1, "after_duration") == "later" else -1
        inner = Shifted(Unit.DAY, step, Counted.TOLD)
        return Found(Clock(inner, f"T{run.get(begin, 'daypart')}"), at, begin + 2, "told-part")
    step_of = {"following": 1, "previous": -1, "same": 0}.get(run.get(begin, "other") or "")
    part = run.get(begin + 1, "daypart")
    if step_of is None or part is None or (step_of and begin == at):
        return None
    return Found(Clock(Shifted(Unit.DAY, step_of, Counted.TOLD), f"T{part}"), at, begin + 2, "told-part")


@starts("the")
def ordinal_day(run: Run, at: int) -> Found | None:
    """Read "the 14th" where a preposition says that it is a day, no noun follows, and another expression does soon."""
    number = run.get(at + 1, "ordinal")
    if not run.word(at, "the") or number is None or not run.word(at - 1, *_BEFORE_ORDINAL):
        return None
    word = run.parsed(at + 1)
    if word is not None and (word.dep != "pobj" or not word.text[0].isdigit()):
        return None
    return Found(DayOfMonth(number), at, at + 2, "day-of-month")


_DATED = Rules(timed, *_DAYS.rules)
#: All rules; the longest reading wins.
EVERY = Rules(*_DATED.rules, *length_rules.RULES, ordinal_day)


def expression(run: Run, at: int) -> Found | None:
    """Read the longest expression that begins at a token, with the words that blur it."""
    found = EVERY.longest(run, at)
    begin = hedge(run, at)
    if begin > at and blurs(run, at, begin) and not run.word(begin - 1, "over"):
        inner = _DATED.longest(run, begin)
        if inner is not None and (found is None or inner.end > found.end) and not _is_topic(run, inner):
            dated = inner.value.kind in {Kind.DATE, Kind.PERIOD} and not run.word(begin - 1, "some")
            return Found(Roughly(inner.value) if dated else inner.value, at, inner.end, inner.rule)
    return found


def _is_topic(run: Run, inner: Found) -> bool:
    """Whether "about" or "around" governs the date instead of blurring it ("about the election")."""
    return inner.value.kind is Kind.PERIOD or run.word(inner.end, "'s", "’s")


def readings(run: Run) -> list[Found]:
    """Return the expressions of a run from left to right; none overlap."""
    out: list[Found] = []
    at = 0
    while at < len(run):
        found = _next_day(run, at, out[-1]) if out and out[-1].end == at else None
        at = at if found else run.next_start(at)
        found = found or expression(run, at)
        if found is None:
            at += 1
            continue
        if out and (shared := _with_year_of(run, out[-1], found)):
            out[-1] = shared
        if out and (closed := account_rules.told_by_its_end(run, out[-1], found)):
            out[-1] = closed
        out.append(found)
        at = found.end
    return out


def _with_year_of(run: Run, before: Found, found: Found) -> Found | None:
    """Give "July 30" the year of "July 30 and August 1, 2016"."""
    value, last = before.value, found.value
    blurred = isinstance(value, Roughly)
    value = value.inner if isinstance(value, Roughly) else value
    if not run.word(before.end, "and", "or", "to", "through", "until", "-", "–", ",") or found.start > before.end + 2:
        return None
    if (
        not isinstance(value, Yearly)
        or not isinstance(value.pattern, MonthDay | Month | Season)
        or value.which is not None
    ):
        return None
    end = last.stretch.date if isinstance(last, Fixed) else None
    if (
        end is None
        or end.earliest is None
        or found.rule not in {"month-day", "day-month", "month", "next-day", "season"}
    ):
        return None
    years = (end.earliest.year, end.earliest.year - 1)
    stretches = (stretch for year in years if (stretch := value.pattern.at(year)))
    fitting = next((s for s in stretches if s.date and s.date.bounds[0] <= end.bounds[1]), None)
    dated = Fixed(fitting) if fitting else None
    return replace(before, value=Roughly(dated) if blurred else dated) if dated else None


def _next_day(run: Run, at: int, before: Found) -> Found | None:
    """Read the second day of "April 24 and 25" and of "November 18 and 19, 2015"."""
    if not run.word(at, "and", "or", ","):
        return None
    begin = at + 1 + (run.word(at, ",") and run.word(at + 1, "and"))
    number = run.get(begin, "day")
    value = before.value.inner if isinstance(before.value, Roughly) else before.value
    if number is None or not isinstance(value, Yearly) or not isinstance(value.pattern, MonthDay):
        return None
    if run.get(begin + 1, "month") or run.get(begin + 1, "unit") or run.get(begin, "figures") is None:
        return None
    word = run.parsed(begin)
    if word is not None and word.dep == "nummod" and word.head.i > word.i:
        return None
    pattern = MonthDay(value.pattern.month, number)
    found = in_year(run, begin, pattern, begin + 1, "next-day")
    return found if isinstance(found.value, Fixed) else replace(found, value=replace(value, pattern=pattern))
