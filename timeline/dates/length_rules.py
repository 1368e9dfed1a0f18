"""Rules for what names no days: lengths of time, recurrences, and the past, present and future as such."""

from __future__ import annotations

from timeline.dates.accounts import Fiscal
from timeline.dates.anchored import Shifted
from timeline.dates.counts import Amount, amount, hedge
from timeline.dates.lengths import Duration, Every, Reference
from timeline.dates.proper import neighbour
from timeline.dates.recurring import Month, Season
from timeline.dates.rules import Found, starts
from timeline.dates.stretches import Unit, duration
from timeline.dates.tokens import Run, is_capitalised
from timeline.dates.vocabulary import KNOWN
from timeline.language.parse import Word

_SIDES = {"last": -1, "next": 1}
#: What makes "the year" a length.
_DURING = frozenset({"for", "in", "during", "of", "throughout"})


@starts(
    "approximate",
    "comparison",
    "at",
    "no",
    "couple",
    "vague",
    "a",
    "number",
    "unit",
    "the",
    "these",
    "which",
    "ordinal",
)
def length(run: Run, at: int) -> Found | None:
    """Read "three days", "at least a year", "the past two years", "the next few weeks", "18-month"."""
    begin, side = _opening(run, at)
    count = amount(run, begin)
    unit_at = _unit_at(run, count.end if count else begin)
    unit_name = run.get(unit_at, "unit")
    if unit_name is None or (count is None and not _bare(run, begin, unit_at, side)):
        return None
    of = Unit(unit_name)
    end = _tail(run, unit_at + 1)
    if _is_no_length(run, begin, unit_at, end) or (count is None and of is Unit.QUARTER and not side):
        return None
    number = count.count if count else (_counted_by(run, unit_at) if run.get(unit_at, "plural") else 1.0)
    end = _and_another(run, end) if count is None else end
    return _half_more(run, Found(Duration(of, number, side), at, end, "length"), of, number, side)


def _opening(run: Run, at: int) -> tuple[int, int]:
    """Return where the amount begins behind "the", "these", "the past", "the first", and the side that they tell."""
    begin = hedge(run, at)
    begin += run.word(begin, "the", "these", "those")
    begin = hedge(run, begin)
    side = 0
    if run.get(begin, "which") in _SIDES:
        side = _SIDES[run.get(begin, "which")]
        begin += 1
    elif run.word(begin, "first", "latest") and run.get(begin + 1, "number") is not None:
        begin += 1
    return hedge(run, begin), side


def _is_no_length(run: Run, begin: int, unit_at: int, end: int) -> bool:
    """Whether it is an age, a rate, a name or a part of something."""
    if _is_ordinal(run, unit_at) or _is_age(run, unit_at) or _is_fraction(run, unit_at) or _is_title(run, unit_at):
        return True
    every = run.word(end, "a", "an") and run.get(end + 1, "unit") and run.get(end + 2, "after_duration") is None
    return bool(every) or _is_rate(run, begin)


def _and_another(run: Run, at: int) -> int:
    """Take in a second unit that is not counted either ("weeks or months")."""
    another = run.word(at, "or", "and") and run.get(at + 1, "plural") and run.get(at + 1, "unit")
    return at + 2 if another else at


def _unit_at(run: Run, at: int) -> int:
    """Skip what may stand between an amount and its unit ("two more weeks", "eight trading days", "two-week")."""
    at += run.word(at, "-")
    while run.word(at, "more", "additional", "consecutive", "straight", "full", "trading", "business", "working", "of"):
        at += 1
    return at


def _bare(run: Run, begin: int, unit_at: int, side: int) -> bool:
    """Whether a unit without an amount is a length: "the past year", "years", "the coming weeks"."""
    if unit_at != begin:
        return False
    return side != 0 or run.get(unit_at, "plural") is not None


def _counted_by(run: Run, at: int) -> float | None:
    """Return the number that counts a plural unit from beyond words that the grammar lacks ("three long weeks")."""
    word = run.parsed(at)
    numbers = [c for c in word.children if c.dep == "nummod" and c.i < word.i] if word else []
    known = KNOWN.get(numbers[0].lower) if len(numbers) == 1 else None
    return float(known.atoms[0].senses["number"]) if known and "number" in known.atoms[0].senses else None


def _is_ordinal(run: Run, at: int) -> bool:
    word = run.parsed(at)
    return run.word(at, "second") and word is not None and word.pos != "NOUN"


def _is_age(run: Run, at: int) -> bool:
    """Whether it tells how old somebody is ("the 52-year-old", "six months old")."""
    if not run.word(at, "year", "years", "month", "months", "week", "weeks", "day", "days"):
        return False
    return run.word(at + 1 + run.word(at + 1, "-"), "old")


def _is_rate(run: Run, begin: int) -> bool:
    """Whether it tells how much there is of something in a time ("four flights a week", "$2 million a year")."""
    word = run.parsed(begin)
    return word is not None and run.word(begin, "a", "an") and _is_counted(word)


def _is_counted(word: Word) -> bool:
    """Whether an amount stands before it ("four flights", "20%")."""
    before = neighbour(word, -1)
    if before is None:
        return False
    counted = before.pos == "NUM" or any(c.pos == "NUM" for c in before.children)
    return counted and before.pos in {"NUM", "NOUN", "SYM"}


def _is_title(run: Run, at: int) -> bool:
    """Whether the unit is written as in a name ("60 Minutes")."""
    word = run.parsed(at)
    return word is not None and word is not word.sentence.words[0] and at > 0 and is_capitalised(run, at, at)


def _is_fraction(run: Run, at: int) -> bool:
    """Whether "quarter" is a fourth of something ("three-quarters", "a quarter of")."""
    if not run.word(at, "quarter", "quarters"):
        return False
    return run.word(at, "quarter") or (run.word(at - 1, "-") and run.word(at, "quarters"))


def _tail(run: Run, at: int) -> int:
    """Take in "or so", "-old" and "-long"."""
    if run.word(at, "or") and run.word(at + 1, "so"):
        return at + 2
    if run.word(at, "-") and run.word(at + 1, "long"):
        return at + 2
    return at


def _half_more(run: Run, found: Found, of: Unit, number: float | None, side: int) -> Found:
    """Add "and a half"."""
    end = found.end
    if number is not None and run.word(end, "and") and run.word(end + 1, "a") and run.get(end + 2, "half"):
        return Found(Duration(of, number + 0.5, side), found.start, end + 3, found.rule)
    return found


@starts("half")
def half_unit(run: Run, at: int) -> Found | None:
    """Read "half an hour", "half a year"."""
    if not run.get(at, "half") or not run.word(at + 1, "a", "an") or run.get(at + 2, "unit") is None:
        return None
    return Found(Duration(Unit(run.get(at + 2, "unit")), 0.5), at, at + 3, "length")


@starts("the")
def the_year(run: Run, at: int) -> Found | None:
    """Read "in the year", "for the year ended June 30" as a length, and "for the year" as that reported on."""
    end = at + 1 + (run.get(at + 1, "fiscal") is not None)
    word = run.parsed(end)
    if not run.word(at, "the") or not run.word(end, "year") or (word is not None and word.dep != "pobj"):
        return None
    before = word.head.lower if word is not None else run.tokens[at - 1].lower
    of_account = before == "for" or (before == "of" and _is_share(run, at - 2))
    if of_account and not run.word(end + 1, "ended", "ending"):
        return Found(Fiscal(Shifted(Unit.YEAR, 0)), at, end + 1, "the-year")
    return Found(Duration(Unit.YEAR, 1.0), at, end + 1, "length") if before in _DURING else None


def _is_share(run: Run, at: int) -> bool:
    """Whether the noun is a part of a year ("nine months of the year", "the second half of the year")."""
    return run.get(at, "plural") is not None or run.word(at, "half", "quarter")


@starts("every")
def every(run: Run, at: int) -> Found | None:
    """Read "every week", "each July", "every two years", "every Tuesday"."""
    if not run.get(at, "every"):
        return None
    if (weekday := run.get(at + 1, "weekday")) is not None:
        return Found(Every(f"XXXX-WXX-{weekday}"), at, at + 2, "every")
    if (month := run.get(at + 1, "month")) is not None:
        return Found(Every(Month(month).unknown), at, at + 2, "every")
    if (season := run.get(at + 1, "season")) is not None:
        return Found(Every(Season(season).unknown), at, at + 2, "every")
    count = amount(run, at + 1) or Amount(1.0, at + 1)
    unit_name = run.get(count.end, "unit")
    if unit_name is None or _is_ordinal(run, count.end):
        return None
    return Found(Every(duration(Unit(unit_name), count.count)), at, count.end + 1, "every")


@starts("recurring", "weekday", "weekdays")
def recurring(run: Run, at: int) -> Found | None:
    """Read "weekly", "daily", "on Mondays", "Tuesday nights"."""
    if (value := run.get(at, "recurring")) is not None and _recurs(run, at):
        return Found(Every(value), at, at + 1, "recurring")
    weekday, part = run.get(at, "weekday"), run.get(at + 1, "dayparts")
    if weekday is not None and part is not None:
        return Found(Every(f"XXXX-WXX-{weekday}T{part}"), at, at + 2, "recurring")
    if (plural := run.get(at, "weekdays")) is not None:
        return Found(Every(f"XXXX-WXX-{plural}"), at, at + 1, "recurring")
    return None


def _recurs(run: Run, at: int) -> bool:
    """Whether it is an adverb of how often, and neither a paper ("the daily Courier") nor a rate ("20% annually")."""
    word = run.parsed(at)
    if word is None:
        return True
    return _is_adverb(run, at) and word.dep != "amod" and not _is_counted(word)


@starts("reference", "reference_adjective", "reference_noun", "the", "these", "near")
def reference(run: Run, at: int) -> Found | None:
    """Read "now", "recently", "the near future", "current"."""
    if run.get(at, "reference") and run.word(at - 1, "right") and is_capitalised(run, at - 1, at):
        return None
    if (value := run.get(at, "reference")) is not None and _is_adverb(run, at) and not _is_bound(run, at):
        return Found(Reference(value), at, at + 1, "reference")
    if (value := run.get(at, "reference_adjective")) is not None:
        return _with_unit(run, at, value)
    begin = at + run.word(at, "the")
    if run.word(begin, "future") and run.get(begin + 1, "plural"):
        return Found(Reference("FUTURE_REF"), at, begin + 2, "reference")
    if run.word(at, "these") and run.word(at + 1, "days"):
        return Found(Reference("PRESENT_REF"), at, at + 2, "reference")
    begin += run.word(begin, "near", "foreseeable")
    value = run.get(begin, "reference_noun")
    if value is not None and _is_noun(run, begin) and not run.word(begin + 1, "of"):
        return Found(Reference(value), at, begin + 1, "reference")
    return None


def _with_unit(run: Run, at: int, value: str) -> Found | None:
    """Take in the unit of "recent years"; "current" and "recent" stand alone before other nouns."""
    end = at + 1 + (run.get(at + 1, "plural") is not None)
    word = run.parsed(at)
    if word is not None and word.tag not in {"JJ", "JJR"}:
        return None
    if run.word(at, "recent") and end > at + 1 and (unit_name := run.get(at + 1, "unit")):
        return Found(Duration(Unit(unit_name), None, -1), at, _and_another(run, end), "length")
    return Found(Reference(value), at, end, "reference")


def _is_bound(run: Run, at: int) -> bool:
    """Whether it belongs to a conjunction ("as soon as", "now that") or measures another time ("soon after")."""
    return run.word(at - 1, "as") or run.word(at + 1, "as", "that", "after", "before", "thereafter")


def _is_adverb(run: Run, at: int) -> bool:
    word = run.parsed(at)
    return word is None or word.pos in {"ADV", "SCONJ"}


def _is_noun(run: Run, at: int) -> bool:
    word = run.parsed(at)
    return word is None or (word.pos == "NOUN" and word.dep != "compound")


RULES = (reference, length, half_unit, the_year, every, recurring)
