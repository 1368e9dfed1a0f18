"""The word lists about people, organisations and states, read once from `data/`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists in lower case; see the data files for what each is for."""

    titles: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    weak_titles: frozenset[str]
    #: Titles that names of organisations begin with as well, and the weak ones.
    shared_titles: frozenset[str]
    #: Titles before a name that is nobody's surname.
    thrones: frozenset[str]
    roles: frozenset[str]
    male_roles: frozenset[str]
    female_roles: frozenset[str]
    kin: frozenset[str]
    relations: frozenset[str]
    #: Title in short or in the plural -> its noun.
    long_titles: dict[str, str]
    fillers: frozenset[str]
    #: Word beside an office -> the one spelling it is read under.
    spellings: dict[str, str]
    #: Role noun -> those that can mean the same person.
    groups: dict[str, frozenset[str]]
    collectives: frozenset[str]
    org_heads: frozenset[str]
    #: Roles that many in a text may have.
    common_roles: frozenset[str]
    #: A noun by which an organisation is taken up again -> what its name may end in.
    org_nouns: dict[str, frozenset[str]]
    public_bodies: frozenset[str]
    #: Adjective of a body that hears people -> its name.
    body_adjectives: dict[str, str]
    #: What a firm owns, does, undergoes, is taken up by, and does as people do: "owned", "does", "undergoes" and so on.
    firms: dict[str, frozenset[str]]
    saying: frozenset[str]
    press_words: frozenset[str]
    press_roles: frozenset[str]
    #: Trades of the press, and what one may be for the press or not.
    press_trades: frozenset[str]
    writers: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    #: Adjective or short form of a state -> its name in lower case.
    nationalities: dict[str, str]
    #: Part of a state, or its abbreviation -> its name in lower case.
    regions: dict[str, str]
    #: Verbs of people, and nouns for what is theirs.
    human_verbs: frozenset[str]
    belongings: frozenset[str]
    sites: frozenset[str]
    epithets: frozenset[str]
    #: Short given name -> the name in full.
    short_names: dict[str, str]
    no_names: frozenset[str]

    def alike(self, noun: str) -> frozenset[str]:
        """Return the role nouns that can take one up, itself among them."""
        return self.groups.get(noun, frozenset({noun}))

    def gender_of_name(self, first: str) -> str:
        """Return "m", "f" or "" for a given name."""
        key = first.lower().rstrip(".")
        male, female = key in self.male_names, key in self.female_names
        return "" if male == female else "m" if male else "f"

    def is_outlet(self, word: str) -> bool:
        """Whether a word of a name, in lower case, marks a news medium."""
        return word in self.press_words or (len(word) > 2 and word.endswith("tv"))

    def is_given_name(self, word: str) -> bool:
        """Whether the word is in the list of given names."""
        return word.lower() in self.male_names or word.lower() in self.female_names


def _lists(*groups: list[str]) -> frozenset[str]:
    return frozenset(word for group in groups for word in group)


def _by_word(places: dict[str, list[str]]) -> dict[str, str]:
    """Return the name of every place by each word for it, in lower case."""
    return {word: place.lower() for place, words in places.items() for word in [*words, place.lower()]}


def _groups(rows: list[list[str]]) -> dict[str, frozenset[str]]:
    """Return the union of the rows that each word stands in."""
    words = {word for row in rows for word in row}
    return {word: _lists(*(row for row in rows if word in row)) for word in words}


def read(package: str, name: str) -> dict[str, Any]:
    """Read a data file that lies in a package's `data` folder."""
    return tomllib.loads((files(package) / "data" / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lists, read at the first call."""
    people, places = read("timeline.language", "people.toml"), read("timeline.language", "places.toml")
    names = people["names"]
    titles, roles, given = people["titles"], people["roles"], people["given"]
    return Lexicon(
        titles=_lists(titles["male"], titles["female"], titles["any"]),
        male_titles=_lists(titles["male"]),
        female_titles=_lists(titles["female"]),
        weak_titles=_lists(titles["weak"]),
        shared_titles=_lists(titles["weak"], titles["shared"]),
        thrones=_lists(titles["thrones"]),
        roles=_lists(roles["male"], roles["female"], roles["any"]),
        male_roles=_lists(roles["male"]),
        female_roles=_lists(roles["female"]),
        long_titles=titles["long"],
        fillers=_lists(roles["filler"]),
        spellings=_by_word(roles["spellings"]),
        groups=_groups(roles["alike"]),
        relations=_lists(roles["relations"]),
        kin=_lists(roles["kin"]),
        collectives=_lists(people["collectives"]["any"]),
        org_heads=_lists(people["organisations"]["heads"]),
        common_roles=_lists(people["roles"]["common"]),
        public_bodies=_lists(people["organisations"]["public"]),
        body_adjectives=people["organisations"]["adjectives"],
        org_nouns={noun: frozenset(ends) for noun, ends in people["organisations"]["again"].items()},
        firms={name: frozenset(words) for name, words in people["organisations"]["firms"].items()},
        saying=_lists(people["saying"]["verbs"]),
        press_words=_lists(people["press"]["words"]),
        press_roles=_lists(people["press"]["roles"]),
        press_trades=_lists(people["press"]["trades"]),
        writers=_lists(people["press"]["writers"]),
        male_names=_lists(given["male"]),
        female_names=_lists(given["female"]),
        particles=_lists(people["particles"]["any"]),
        suffixes=_lists(people["particles"]["suffixes"]),
        nationalities=_by_word(places["states"]),
        regions=_by_word(places["regions"]),
        human_verbs=_lists(names["human"]),
        belongings=_lists(names["belongings"]),
        epithets=_lists(names["epithets"]),
        short_names=names["short"],
        sites=_lists(names["sites"]),
        no_names=_lists(names["none"]),
    )
