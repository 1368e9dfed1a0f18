"""The senses of contact words, read from `data/contacts.toml`: what the matcher looks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.language.lexicon import read
from timeline.model import WORDS_ONLY, ClaimType


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of some lemmas; see the head of the data file for the fields."""

    lemmas: tuple[str, ...]
    pos: str
    type: ClaimType
    #: The sides' slots, in order: "agent", "object", "holder" or a preposition.
    sides: tuple[tuple[str, ...], ...]
    joint: bool = False
    #: Words that must stand with it for one side to be enough; none asks for nothing.
    joint_with: frozenset[str] = frozenset()
    all_sides: bool = False
    person_object: bool = False
    single: bool = False
    each: bool = False
    weak: bool = False
    particles: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    plain_only_plural: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """Return the name under which claims cite this sense."""
        return f"{WORDS_ONLY if self.weak else 'contacts'}.{self.pos}.{self.lemmas[0]}"


@dataclass(frozen=True, slots=True)
class Words:
    """What the matcher asks for beside a trigger; `data/contact_words.toml` explains each."""

    writings: frozenset[str]
    missives: frozenset[str]
    to_somebody: frozenset[str]
    going: frozenset[str]
    meals: frozenset[str]
    purposes: frozenset[str]
    causes: frozenset[str]
    undone: frozenset[str]
    showing: frozenset[str]
    light: frozenset[str]
    talks: frozenset[str]
    spoken: frozenset[str]
    wires: frozenset[str]
    platforms: frozenset[str]
    open_platforms: frozenset[str]
    matches: frozenset[str]
    rivers: frozenset[str]
    lists: frozenset[str]
    called_to: frozenset[str]
    met_things: frozenset[str]
    anyhow: frozenset[str]
    another: frozenset[str]
    ordinals: frozenset[str]
    later: frozenset[str]
    earlier: frozenset[str]
    often: frozenset[str]
    many: frozenset[str]
    at_once: frozenset[str]
    inquirers: frozenset[str]
    carrying: frozenset[str]
    askers: frozenset[str]
    panels: frozenset[str]
    chambers: frozenset[str]
    own_bodies: frozenset[str]
    staying: frozenset[str]
    public: frozenset[str]
    on_air: frozenset[str]
    spent: frozenset[str]
    holidays: frozenset[str]
    pacts: frozenset[str]
    ties: frozenset[str]
    going_there: frozenset[str]
    disclosing: frozenset[str]
    undoing: frozenset[str]
    ages: frozenset[str]
    topics: frozenset[str]
    other_times: frozenset[str]
    ends: frozenset[str]
    spans: frozenset[str]
    becoming: frozenset[str]
    only: frozenset[str]
    of_hours: frozenset[str]
    slow: frozenset[str]
    airing: frozenset[str]
    signals: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words of `data/contact_words.toml`."""
    data = read("timeline.events", "contact_words.toml")
    return Words(**{name: frozenset(data[name]) for name in data})


@lru_cache(maxsize=1)
def senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Return the senses by (part of speech, lemma)."""
    data = read("timeline.events", "contacts.toml")
    index: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for pos in ("verb", "noun"):
        for row in data[pos]:
            sense = _sense(pos, row)
            for lemma in sense.lemmas:
                index[pos, lemma] = (*index.get((pos, lemma), ()), sense)
    return index


@lru_cache(maxsize=2)
def senses_of(pos: str) -> dict[str, tuple[Sense, ...]]:
    """Return the senses of a part of speech by lemma."""
    return {lemma: of for (kind, lemma), of in senses().items() if kind == pos}


def _sense(pos: str, row: dict[str, Any]) -> Sense:
    return Sense(
        lemmas=tuple(row["lemmas"]),
        pos=pos,
        type=ClaimType(row["type"]),
        sides=tuple(tuple(side.split()) for side in row["sides"].split("|")),
        joint=row.get("joint", False),
        joint_with=frozenset(row.get("joint_with", [])),
        all_sides=row.get("all_sides", False),
        person_object=row.get("person_object", False) or row.get("person_sides", False),
        single=row.get("single", False),
        each=row.get("each", False),
        weak=row.get("tier", "strong") == "weak",
        particles=tuple(row.get("particles", [])),
        guards=tuple(row.get("guard", [])),
        roles=tuple(row.get("roles", [])),
        plain_only_plural=tuple(row.get("plain_only_plural", [])),
    )
