"""Years by their figures or in words: "1998", "'98", "nineteen ninety-seven", "1991-92"."""

from __future__ import annotations

from timeline.dates.counts import words
from timeline.dates.proper import is_numbered
from timeline.dates.tokens import Run

#: Years of two figures: those up to this one are of this century.
_TURN = 40
#: The last year that figures are taken for, and for how many years "1914-18" may stand.
_LAST, _LONGEST = 2060, 20
#: What a year can begin with.
_YEARS = frozenset({"year", "number", "'"})


def full_year(short: int) -> int:
    """Return the year that two figures mean."""
    return short + (2000 if short <= _TURN else 1900)


def year_number(run: Run, at: int) -> tuple[int, int] | None:
    """Read a year: "1998", "'98", "nineteen ninety-seven", "two thousand eleven"; returns it and the end."""
    if not run.may_begin(at, _YEARS):
        return None
    year = run.get(at, "year")
    if year is not None:
        return year, at + 1
    short = run.get(at + 1, "short_year")
    if run.word(at, "'", "’", "‘") and short is not None and run.glued(at + 1):
        return full_year(short), at + 2
    hundreds = run.get(at, "number")
    if hundreds in (18, 19, 20) and run.get(at, "figures") is None:
        rest = words(run, at + 1)
        if rest and rest.count and 10 <= rest.count < 100 and (rest.end == at + 2 or rest.count >= 20):
            return int(hundreds * 100 + rest.count), rest.end
    if run.word(at, "two") and run.word(at + 1, "thousand"):
        return _thousands(run, at + 2) or ((2000, at + 2) if run.word(at - 1, "year") else None)
    return None


def _thousands(run: Run, at: int) -> tuple[int, int] | None:
    rest = words(run, at + run.word(at, "and"))
    if rest and rest.count and 0 < rest.count < 100:
        return int(2000 + rest.count), rest.end
    return None


def years_joined(run: Run, at: int) -> tuple[int, int, int] | None:
    """Read years joined by a mark ("1991-92", "1914-18", "1999/2000"); returns the first, the last and the end."""
    first, word = run.get(at, "year"), run.parsed(at)
    last = run.get(at + 2, "year") or _in_century(run, first, at + 2)
    if first is None or last is None or not 1800 <= first <= _LAST:
        return None
    glued = run.glued(at + 1) and run.glued(at + 2) and run.word(at + 1, "-", "–", "/")
    far = 1 if run.word(at + 1, "/") else _LONGEST
    if not glued or not first < last <= first + far or run.glued(at) or (word is not None and is_numbered(word)):
        return None
    return None if run.glued(at + 3) and counts_things(run, at + 3) else (first, last, at + 3)


def _in_century(run: Run, first: int | None, at: int) -> int | None:
    """Return the year that two figures mean behind another."""
    short = run.get(at, "short_year")
    if first is None or short is None or run.get(at, "figures") != 2:
        return None
    return int(first - first % 100 + short)


def counts_things(run: Run, end: int) -> bool:
    """Whether the figures before are an amount, because letters or more figures are glued to them."""
    return run.glued(end) and run.word(end, "-", "/", ":") and run.get(end + 1, "figures") is not None
