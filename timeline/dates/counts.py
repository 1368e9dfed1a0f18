"""Rules for numbers and amounts: "21", "twenty-one", "a couple of", "two and a half", "several"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.dates.tokens import Run


class Bound(StrEnum):
    """What hedging words make of an amount."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more"
    LESS = "less"


_HEDGES = frozenset({"approximate", "comparison", "at", "no"})
#: What an amount can begin with, and a hedged one.
_AMOUNTS = frozenset({"couple", "vague", "a", "number"})
AMOUNT_STARTS = (*sorted(_HEDGES), *sorted(_AMOUNTS))


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, up to which token; `count` is None where the words do not tell it; `between` for "five or six"."""

    count: float | None
    end: int
    between: tuple[float, float] | None = None


def figures(run: Run, at: int) -> Amount | None:
    """Read figures: "14", "1,200", "2.5", "5 1/2"."""
    value = run.get(at, "number")
    if value is None or run.get(at, "figures") is None:
        return None
    count, end = float(value), at + 1
    while run.word(end, ",") and run.glued(end) and run.glued(end + 1) and run.get(end + 1, "figures") == 3:
        count, end = count * 1000 + run.get(end + 1, "number"), end + 2
    if run.word(end, ".") and run.glued(end) and run.glued(end + 1) and run.get(end + 1, "number") is not None:
        count += run.get(end + 1, "number") / 10 ** run.get(end + 1, "figures")
        end += 2
    return _with_fraction(run, Amount(count, end))


def _with_fraction(run: Run, whole: Amount) -> Amount | None:
    """Read what follows a number: "/2" makes it a fraction, "1/2" adds one."""
    assert whole.count is not None
    if run.word(whole.end, "/"):
        below = run.get(whole.end + 1, "number")
        return Amount(whole.count / below, whole.end + 2) if below and run.glued(whole.end + 1) else None
    above, below = run.get(whole.end, "number"), run.get(whole.end + 2, "number")
    if above and below and run.word(whole.end + 1, "/") and above < below:
        return Amount(whole.count + above / below, whole.end + 3)
    return whole


def words(run: Run, at: int) -> Amount | None:
    """Read a number in words: "three", "twenty-one", "two thousand"."""
    value = run.get(at, "number")
    if value is None or run.get(at, "figures") is not None:
        return None
    count, end = float(value), at + 1
    if value >= 20:
        ones = end + 1 if run.word(end, "-") else end
        unit = run.get(ones, "number")
        if unit is not None and 0 < unit < 10 and run.get(ones, "figures") is None:
            count, end = count + unit, ones + 1
    while (times := run.get(end, "multiplier")) is not None:
        count, end = count * times, end + 1
    return Amount(count, end)


def number(run: Run, at: int) -> Amount | None:
    """Read a number in figures or words, with "and a half" where it follows."""
    found = figures(run, at) or words(run, at)
    if found is None or found.count is None:
        return None
    hyphen = run.word(found.end, "-")
    after = found.end + hyphen
    if run.word(after, "and") and run.word(after + 1 + hyphen, "a") and run.get(after + 2 + 2 * hyphen, "half"):
        return Amount(found.count + 0.5, after + 3 + 2 * hyphen)
    return found


def amount(run: Run, at: int) -> Amount | None:
    """Read an amount: a number, "a", "a couple of", "several", "two or three", "12 to 18"."""
    if not run.may_begin(at, _AMOUNTS):
        return None
    if run.get(at, "couple"):
        return Amount(2.0, at + 1 + run.word(at + 1, "of"))
    if run.get(at, "vague"):
        return Amount(None, at + 1)
    if run.word(at, "a", "an"):
        return _after_article(run, at + 1)
    first = number(run, at)
    if first is None or first.count is None:
        return first
    if run.word(first.end, "-") and run.word(first.end + 1, "plus"):
        return Amount(first.count, first.end + 2)
    if run.word(first.end, "to", "or", "-") and (second := number(run, first.end + 1)) and second.count is not None:
        known = first.count if second.count == first.count + 1 else None
        return Amount(known, second.end, (first.count, second.count) if first.count < second.count else None)
    return first


def _after_article(run: Run, at: int) -> Amount:
    if run.get(at, "couple"):
        return Amount(2.0, at + 1 + run.word(at + 1, "of"))
    if run.word(at, "few"):
        return Amount(None, at + 1)
    if run.word(at, "dozen"):
        return Amount(12.0, at + 1)
    if run.get(at, "multiplier"):
        count, end = 1.0, at
        while (times := run.get(end, "multiplier")) is not None:
            count, end = count * times, end + 1
        return Amount(count, end)
    return Amount(1.0, at)


def hedge(run: Run, at: int) -> int:
    """Skip words that blur an amount ("about", "more than", "at least"); returns where it begins."""
    if not run.may_begin(at, _HEDGES):
        return at
    if run.get(at, "approximate") and not run.get(at, "vague"):
        return hedge(run, at + 1)
    if run.get(at, "comparison") and run.word(at + 1, "than", "to"):
        return hedge(run, at + 2)
    if run.word(at, "at") and run.word(at + 1, "least", "most"):
        return hedge(run, at + 2)
    if run.word(at, "no") and run.get(at + 1, "comparison") and run.word(at + 2, "than"):
        return hedge(run, at + 3)
    return at


def bound(run: Run, start: int, end: int) -> Bound:
    """Return what the words skipped by `hedge` make of an amount: more than it, less, or about as much."""
    for at in range(start, end):
        if run.get(at, "comparison") in {"more", "least"} or run.word(at, "over"):
            return Bound.LESS if run.word(at - 1, "no") else Bound.MORE
        if run.get(at, "comparison") in {"less", "most", "up"} or run.word(at, "within"):
            return Bound.MORE if run.word(at - 1, "no") else Bound.LESS
    return Bound.ABOUT if blurs(run, start, end) else Bound.EXACT


def blurs(run: Run, start: int, end: int) -> bool:
    """Whether the words skipped by `hedge` leave the amount open around its value."""
    return any(run.get(at, "approximate") or run.get(at, "comparison") for at in range(start, end))
