"""The words of the grammar of dates, read from `vocabulary.toml`, and the scanner that finds them inside a token."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.dates.periods import PERIODS

#: Numbers that begin a year told in words ("nineteen ninety-seven").
_YEAR_WORDS = frozenset({18, 19, 20})
#: Tables whose words make a stretch of text worth the grammar's while; the others only hold expressions together.
CORE = frozenset(
    {
        "multiplier",
        "latest",
        "month",
        "weekday",
        "weekdays",
        "season",
        "unit",
        "daypart",
        "dayparts",
        "hour",
        "meridiem",
        "decade",
        "relative_day",
        "tonight",
        "recurring",
        "reference",
        "reference_adjective",
        "reference_noun",
        "period_end",
    }
)


class Senses(dict[str, Any]):
    """The senses of a form, by the table of the vocabulary, with the value there; not to be changed once made.

    `names` tells what the form can begin: the tables, and a glue word by itself.
    """

    __slots__ = ("core", "names")

    def __init__(self, senses: dict[str, Any]) -> None:
        super().__init__(senses)
        self.names = frozenset(self) - {"glue"} | ({self["glue"]} if "glue" in self else set())
        self.core = not CORE.isdisjoint(self) or "year" in self or self.get("number") in _YEAR_WORDS


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a word: its senses and where it stands in the word."""

    senses: Senses
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A word the grammar knows: its atoms, and whether it can carry an expression."""

    atoms: tuple[Atom, ...]
    core: bool


def tables() -> dict[str, Any]:
    """Return the vocabulary as it is written."""
    return tomllib.loads(files("timeline.dates").joinpath("vocabulary.toml").read_text(encoding="utf-8"))


def _load() -> dict[str, Senses]:
    forms: dict[str, dict[str, Any]] = {}
    for table, body in tables().items():
        for value, *names in body["values"]:
            for name in names:
                forms.setdefault(name, {})[table] = value
    for period in PERIODS:
        for name in period.names:
            *before, last = name
            for form in before:
                if not _is_of_calendar(form, forms):
                    forms.setdefault(form, {})["period_word"] = True
            forms.setdefault(last, {})["period_end"] = True
    return {form: Senses(senses) for form, senses in forms.items()}


def _is_of_calendar(form: str, forms: dict[str, dict[str, Any]]) -> bool:
    """Whether the scanner reads a form of its own accord ("Sept.", "11")."""
    return form.isdigit() or (form not in forms and form.rstrip(".") in forms)


def _name_table() -> dict[str, Any]:
    return tomllib.loads(files("timeline.dates").joinpath("names.toml").read_text(encoding="utf-8"))


def _names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the names that are made of words of the calendar, by their first word."""
    index: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in _name_table()["names"]:
        words = tuple(name.lower().split())
        index[words[0]] = (*index.get(words[0], ()), words)
    return index


NAMES = _names()


@lru_cache(maxsize=8)
def words_of_names(table: str) -> frozenset[str]:
    """Return the words of a list in `names.toml`."""
    return frozenset(_name_table()[table])


#: Nouns with which "today" means the age and no day ("today's youth").
AGES = frozenset(_name_table()["ages"])
_FORMS = _load()
#: Whole words without need of a scan.
KNOWN = {form: Entry((Atom(senses, 0, len(form)),), core=senses.core) for form, senses in _FORMS.items()}


@lru_cache(maxsize=1 << 16)
def scan(lower: str) -> Entry | None:
    """Take apart a word with figures, hyphens or dots; None when a piece of it is not known."""
    if lower in KNOWN:
        return KNOWN[lower]
    atoms: list[Atom] = []
    at = 0
    while at < len(lower):
        end, senses = _piece(lower, at)
        if senses is None:
            return None
        atoms.append(Atom(senses, at, end))
        at = end
    return Entry(tuple(atoms), core=_is_core(atoms))


def _piece(lower: str, at: int) -> tuple[int, Senses | None]:
    end = at + 1
    if lower[at].isascii() and lower[at].isdigit():
        while end < len(lower) and lower[end].isascii() and lower[end].isdigit():
            end += 1
        if lower[end : end + 2] in {"st", "nd", "rd", "th"} and lower[at : end + 2] in _FORMS:
            return end + 2, _FORMS[lower[at : end + 2]]
        return end, _figures(lower[at:end])
    if lower[at].isalpha():
        while end < len(lower) and lower[end].isalpha():
            end += 1
        senses = _FORMS.get(lower[at:end])
        if senses is not None and lower[end : end + 1] == "." and ("month" in senses or "weekday" in senses):
            end += 1
        elif senses is None and lower[at : at + 4] in {"a.m.", "p.m."}:
            return at + 4, _FORMS[lower[at : at + 4]]
        return end, senses
    return end, _FORMS.get(lower[at])


@lru_cache(maxsize=4096)
def _figures(digits: str) -> Senses:
    """Return what figures can be: a number, a year of four or two figures, a day or a month."""
    if len(digits) > 4:
        return Senses({"figures": len(digits)})
    value = int(digits)
    senses: dict[str, Any] = {"number": value, "figures": len(digits)}
    if len(digits) == 4 and 1000 <= value <= 2199:
        senses["year"] = value
    if len(digits) <= 2 and 1 <= value <= 31:
        senses["day"] = value
    if len(digits) == 2:
        senses["short_year"] = value
    return Senses(senses)


def _is_core(atoms: list[Atom]) -> bool:
    """Whether an atom carries an expression: a core word, a year, or figures joined by marks ("3/4/98")."""
    if any(atom.senses.core for atom in atoms):
        return True
    figures = sum("figures" in atom.senses for atom in atoms)
    return figures >= 1 and len(atoms) >= 2
