"""Rules for dates that are counted from publication or from a date told before: "last week", "two days later"."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.anchored import InYear, Shifted, Vague, Weekday, Yearly
from timeline.dates.calendar_rules import CALENDAR, calendar_date
from timeline.dates.composed import Close, Offset, Part
from timeline.dates.counts import AMOUNT_STARTS, Amount, Bound, amount, blurs, bound, hedge
from timeline.dates.proper import neighbour
from timeline.dates.recurring import Month, MonthDay, Quarter, Season
from timeline.dates.rules import Found, Rules, starts
from timeline.dates.stretches import CLOCK_UNITS, Stretch, Unit
from timeline.dates.tokens import Run, is_capitalised, is_of_an_age
from timeline.dates.values import Comparison, Counted, Fixed, Value, unknown

_STEPS = {"last": -1, "this": 0, "current": 0, "next": 1}
_TOLD_STEPS = {"following": 1, "previous": -1, "same": 0}
#: Units that a determiner makes a date; "this hour" is none.
_DATED = frozenset(Unit) - CLOCK_UNITS


@starts("relative_day")
def relative_day(run: Run, at: int) -> Found | None:
    """Read "today", "yesterday", "tomorrow"."""
    step = run.get(at, "relative_day")
    return None if step is None or is_of_an_age(run, at) else Found(Shifted(Unit.DAY, step), at, at + 1, "relative-day")


@starts("tonight")
def tonight(run: Run, at: int) -> Found | None:
    """Read "tonight" as the day; its part of the day is added where days and times meet."""
    return Found(Shifted(Unit.DAY, 0), at, at + 1, "relative-day") if run.get(at, "tonight") else None


@starts("weekday", "which", "the")
def weekday(run: Run, at: int) -> Found | None:
    """Read "Friday", "last Friday", "this coming Friday"."""
    which, begin = _which(run, at)
    number = run.get(begin, "weekday")
    return None if number is None else Found(Weekday(number, which), at, begin + 1, "weekday")


def _which(run: Run, at: int) -> tuple[str | None, int]:
    """Read "last", "this", "next", "this past", "this coming", "the coming"."""
    start = at + run.word(at, "this", "the")
    second = run.get(start, "which") if start > at else None
    if second in ("last", "next"):
        return ("recent" if second == "last" else "coming"), start + 1
    if run.word(at, "past", "coming", "upcoming"):
        return ("recent" if run.word(at, "past") else "coming"), at + 1
    which = run.get(at, "which")
    return (which, at + 1) if which in ("last", "this", "next") else (None, at)


@starts("which", "the", "other")
def named(run: Run, at: int) -> Found | None:
    """Read "last March", "next spring", "this past summer", "last Oct. 23", "the previous Friday"."""
    which, begin = _which(run, at)
    if begin == at:
        return _told_weekday(run, at)
    side = {"recent": "last", "coming": "next"}.get(which or "", which)
    if which == "recent":
        side = None
    if (code := run.get(begin, "season")) is not None:
        return Found(Yearly(Season(code), side), at, begin + 1, "which-season")
    number = run.get(begin, "month")
    if number is None:
        return None
    day_at = begin + 1 + run.word(begin + 1, ".")
    if (day := run.get(day_at, "day")) is not None:
        return Found(Yearly(MonthDay(number, day), side), at, day_at + 1, "which-day")
    return Found(Yearly(Month(number), side), at, begin + 1, "which-month")


def _told_weekday(run: Run, at: int) -> Found | None:
    begin = at + run.word(at, "the")
    step = run.get(begin, "other")
    number = run.get(begin + 1, "weekday")
    if step not in ("following", "previous") or number is None or begin == at:
        return None
    inner = Weekday(number, "coming" if step == "following" else None, counted=Counted.TOLD)
    shifted = Offset(inner, Unit.DAY, -7) if step == "previous" else inner
    return Found(shifted, at, begin + 2, "told-weekday")


@starts("the", "which")
def unit(run: Run, at: int) -> Found | None:
    """Read "last week", "this month", "the current quarter", "next year's first quarter"."""
    begin = at + run.word(at, "the")
    which = run.get(begin, "which")
    of_told = begin > at and which in ("last", "next")
    begin += 1
    begin += which == "this" and run.word(begin, "past", "coming", "current", "very")
    unit_name = run.get(begin, "unit") or (run.get(begin + 1, "unit") if run.get(begin, "fiscal") else None)
    if which not in _STEPS or unit_name is None or run.get(begin, "plural") or Unit(unit_name) not in _DATED:
        return None
    begin += run.get(begin, "fiscal") is not None
    if is_capitalised(run, at, begin):
        return None
    if of_told:
        return None  # "the next day" is counted from what was told; "the last week" is a length
    if which == "this" and unit_name == "weekend" and run.word(begin - 1, "this"):
        return Found(Offset(Weekday(6, "near"), Unit.WEEKEND, 0), at, begin + 1, "weekend")
    step = _STEPS[which]
    if run.word(begin - 1, "past"):
        step = -1 if unit_name == "weekend" else 0
    return _of_unit(run, at, Shifted(Unit(unit_name), step), begin + 1)


def _of_unit(run: Run, at: int, value: Shifted, end: int) -> Found:
    """Add a quarter that stands in the year ("this year's third quarter")."""
    number = run.get(end + 1, "ordinal")
    if value.unit is Unit.YEAR and run.word(end, "'s", "’s") and number in (1, 2, 3, 4):
        quarter_at = end + 2 + run.word(end + 2, "-")
        if run.word(quarter_at, "quarter"):
            return Found(InYear(value, Quarter(number)), at, quarter_at + 1, "quarter")
    if value.unit is Unit.YEAR and run.word(end, "'s", "’s") and run.word(end + 1, "quarter", "period"):
        return Found(replace(value, comparison=Comparison.ANYWHERE), at, end + 2, "year-ago")
    return Found(value, at, end, "which-unit")


@starts("the", "other")
def told_unit(run: Run, at: int) -> Found | None:
    """Read "that day", "the following month", "the same week", "the previous year"."""
    begin = at + run.word(at, "the", "that", "this")
    step = run.get(begin, "other")
    if step is None and begin > at and run.word(at, "that"):
        begin, step = at, "same"
    if step not in _TOLD_STEPS or (begin == at and step != "same"):
        return None
    unit_name = run.get(begin + 1, "unit")
    if unit_name is None or run.get(begin + 1, "plural") or Unit(unit_name) not in _DATED:
        return None
    if _is_length(run, at, begin + 2):
        return None
    if step == "same" and _is_of_its_own(run, at, begin + 2):
        return Found(Fixed(Stretch(unknown(Unit(unit_name)), None)), at, begin + 2, "told-unit")
    return Found(Shifted(Unit(unit_name), _TOLD_STEPS[step], Counted.TOLD), at, begin + 2, "told-unit")


def _is_length(run: Run, at: int, end: int) -> bool:
    """Whether "the next month" is no date ("within the next month", "the previous year and a half")."""
    word = run.parsed(at)
    before = neighbour(word, -1) if word is not None else None
    if run.word(at + 1, "next") and before is not None and before.lower in {"within", "over"}:
        return True
    return run.word(end, "and") and run.get(end + 2, "half") is not None


def _is_of_its_own(run: Run, at: int, end: int) -> bool:
    """Whether words behind "the same month" say which ("the same day that she left", "the same month last year"), and
    nothing told before; set beside a date it is that one ("in 2004, the same year that she left")."""
    if run.word(at, "the") and run.word(end, "that", "as", "when"):
        return not run.word(at - 1, ",", "-", "–", "—")
    other_year = run.get(end, "which") in {"last", "next"} and run.word(end + 1, "year")
    return bool(other_year) or (run.word(end, "a") and run.word(end + 1, "year"))


@starts(*AMOUNT_STARTS, "unit")
def ago(run: Run, at: int) -> Found | None:
    """Read "ten days ago", "about a year earlier", "several weeks later"."""
    begin = hedge(run, at)
    hedged = bound(run, at, begin)
    count = amount(run, begin)
    unit_at = count.end if count else begin
    unit_at += run.word(unit_at, "-")
    unit_at += run.word(unit_at, "trading", "business", "working", "full", "short", "long")
    unit_name = run.get(unit_at, "unit")
    if unit_name is None or (count is None and not run.get(unit_at, "plural")):
        return None
    end = unit_at + 1 + (run.word(unit_at + 1, "or") and run.word(unit_at + 2, "so")) * 2
    if end > unit_at + 1 and hedged is Bound.EXACT:
        hedged = Bound.ABOUT
    end += run.word(end, "-")
    from_now = run.word(end, "from") and run.word(end + 1, "now")
    side = "from-now" if from_now else run.get(end, "after_duration")
    if side is None or _is_conjunction(run, end):
        return None
    value = _away(Unit(unit_name), count, side, hedged)
    end += 1 + from_now
    end += side == "ago" and run.get(end, "relative_day") == 0
    return Found(value, at, end, f"amount-{side}")


def _is_conjunction(run: Run, at: int) -> bool:
    """Whether "before" or "after" opens a clause or a phrase of its own instead of closing the expression."""
    word = run.parsed(at)
    if word is None or not run.word(at, "before", "after", "previously"):
        return False
    words = word.sentence.words
    following = words[word.i - words[0].i + 1 :]
    return (
        bool(word.children)
        or word.dep == "mark"
        or bool(following and following[0].pos not in {"PUNCT", "VERB", "AUX"})
    )


def _away(of: Unit, amount: Amount | None, side: str, hedged: Bound) -> Value:
    counted = Counted.PUBLISHED if side in {"ago", "from-now"} else Counted.TOLD
    forward = side in {"later", "from-now"}
    if amount is not None and amount.between is not None:
        least, most = amount.between if forward else (-amount.between[0], -amount.between[1])
        return Shifted(of, least, counted, hedged, most=most)
    count = amount.count if amount else None
    if count is None:
        return Vague(of, forward, counted)
    is_comparison = of is Unit.YEAR and count == 1 and not forward
    comparison = Comparison.NEAR if is_comparison else Comparison.NONE
    return Shifted(of, count if forward else -count, counted, hedged, comparison)


@starts("the")
def day_before(run: Run, at: int) -> Found | None:
    """Read "the day before", "the day after" where nothing follows that it is before."""
    begin = at + run.word(at, "the")
    unit_name = run.get(begin, "unit")
    if begin == at or unit_name is None or run.get(begin, "plural") or Unit(unit_name) not in _DATED:
        return None
    side = run.get(begin + 1, "after_duration")
    if side is None or side == "ago" or _is_conjunction(run, begin + 1):
        return None
    return Found(Shifted(Unit(unit_name), 1 if side == "later" else -1, Counted.TOLD), at, begin + 2, "unit-beside")


@starts(*AMOUNT_STARTS, "unit", "the")
def beside_date(run: Run, at: int) -> Found | None:
    """Read "the day before yesterday", "two weeks after March 3", "a week from Friday"."""
    begin = hedge(run, at)
    blurred = blurs(run, at, begin)
    start = begin + run.word(begin, "the")
    count = amount(run, start)
    unit_at = count.end if count else start
    unit_name = run.get(unit_at, "unit")
    if unit_name is None:
        return None
    sign = -1 if run.word(unit_at + 1, "before", "preceding") else 1
    if not run.word(unit_at + 1, "before", "after", "from", "following", "preceding"):
        return None
    inner = _BESIDE.longest(run, unit_at + 2)
    number = count.count if count else 1.0
    if inner is None or number is None or (count is None and run.get(unit_at, "plural")):
        return None
    if inner.rule == "which-unit" and run.word(inner.end, "'s", "’s"):
        return None
    return Found(Offset(inner.value, Unit(unit_name), sign * number, blurred), at, inner.end, "beside-date")


@starts("the", "unit")
def unit_of_date(run: Run, at: int) -> Found | None:
    """Read "the week of March 6", "the weekend of April 2"."""
    begin = at + run.word(at, "the")
    unit_name = run.get(begin, "unit")
    if unit_name not in ("week", "weekend") or not run.word(begin + 1, "of"):
        return None
    inner = calendar_date(run, begin + 2)
    if inner is None or (not isinstance(getattr(inner.value, "pattern", None), MonthDay) and inner.rule != "month-day"):
        return None
    return Found(Offset(inner.value, Unit(unit_name), 0), at, inner.end, "unit-of-date")


@starts("within", "sometime")
def within(run: Run, at: int) -> Found | None:
    """Read "earlier this month", "later that day", "sometime next year"."""
    if run.get(at, "within") is None and not run.word(at, "sometime"):
        return None
    begin = at + 1 + run.word(at + 1, "in")
    inner = _WITHIN.longest(run, begin)
    if inner is None or (inner.rule == "the-unit" and (begin == at + 1 or run.word(inner.end, "of"))):
        return None  # "sometime in the week of May 9" is that week
    return Found(inner.value, at, inner.end, f"within-{inner.rule}")


@starts("the")
def the_unit(run: Run, at: int) -> Found | None:
    """Read "the month", "the year" inside a larger expression, as the one of publication."""
    unit_name = run.get(at + 1, "unit")
    if not run.word(at, "the") or unit_name is None or run.get(at + 1, "plural") or Unit(unit_name) not in _DATED:
        return None
    counted = Counted.DAY if unit_name == "day" else Counted.PUBLISHED
    return Found(Shifted(Unit(unit_name), 0, counted), at, at + 2, "the-unit")


@starts("the")
def weekend(run: Run, at: int) -> Found | None:
    """Read "the weekend" as the last or the coming one."""
    if not run.word(at, "the") or not run.word(at + 1, "weekend"):
        return None
    return Found(Offset(Weekday(6), Unit.WEEKEND, 0), at, at + 2, "weekend")


@starts("the", "part")
def part(run: Run, at: int) -> Found | None:
    """Read "early March", "late 2015", "mid-June", "the end of 2011", "early next week"."""
    begin = at + run.word(at, "the")
    side = run.get(begin, "part")
    if side is None:
        return None
    inner_at = begin + 1 + run.word(begin + 1, "-") + run.word(begin + 1, "hours")
    of = run.word(inner_at, "of")
    noun = run.word(begin, "end", "beginning", "start", "middle", "close")
    if (noun or run.word(inner_at - 1, "hours")) != of:
        return None
    inner = _PARTED.longest(run, inner_at + of)
    if inner is None or (inner.rule == "the-unit" and not of):
        return None
    return Found(Part(inner.value, side, narrows=not of), at, inner.end, f"part-{inner.rule}")


@starts("the", "unit")
def year_end(run: Run, at: int) -> Found | None:
    """Read "year-end", "year's end", "year end"."""
    begin = at + run.word(at, "the")
    mark = run.word(begin + 1, "-", "'s", "’s")
    if not run.word(begin, "year", "month") or not run.word(begin + 1 + mark, "end"):
        return None
    word = run.parsed(begin)
    gone = word is not None and any(above.lower == "since" for above in word.ancestors() if above.dep == "prep")
    inner = Shifted(Unit(run.get(begin, "unit")), -1 if gone else 0)
    value = Close(inner) if run.word(begin + 1, "-") else inner
    return Found(value, at, begin + 2 + mark, "year-end")


#: What "two weeks after ..." can stand before, "earlier ..." can lie in, and "the end of ..." can belong to.
_BESIDE = Rules(*CALENDAR.rules, relative_day, weekday, named, unit)
_WITHIN = Rules(unit, told_unit, relative_day, weekday, named, tonight, the_unit)
_PARTED = Rules(*CALENDAR.rules, unit, named, weekday, relative_day, told_unit, the_unit)

RULES = (
    relative_day,
    tonight,
    weekday,
    named,
    unit,
    told_unit,
    ago,
    day_before,
    beside_date,
    unit_of_date,
    within,
    part,
    year_end,
    weekend,
)
