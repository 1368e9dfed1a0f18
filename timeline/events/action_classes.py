"""The classes of `data/actions.toml`, by lemma, with the guards that a verb's surroundings must satisfy."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from timeline.events.action_parts import things
from timeline.language.parse import Word
from timeline.language.syntax import is_passive
from timeline.model import ClaimType

_PARTICLES = frozenset({"prt", "advmod", "prep"})
_ATTRIBUTES = frozenset({"attr", "oprd", "dobj", "acomp"})
_PREDICATES = frozenset({"oprd", "attr", "ccomp", "xcomp", "dobj", "appos"})


@dataclass(frozen=True, slots=True)
class Class:
    """One class: what it is, and its entry in the data."""

    type: ClaimType
    name: str
    entry: Mapping[str, Any]

    @property
    def rule(self) -> str:
        """Return the name under which a claim says what found it."""
        return f"{self.type}: {self.name}"

    def fits(self, word: Word) -> bool:
        """Whether every guard holds that needs no actor."""
        return all(check(word, self.entry[guard]) for guard, check in _GUARDS.items() if guard in self.entry)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data, by lemma."""

    verbs: Mapping[str, tuple[Class, ...]]
    nouns: Mapping[str, Class]
    light_verbs: frozenset[str]
    #: The class of every deed that has none of its own, and the verbs that tell of no deed.
    action: Class
    not_actions: frozenset[str]
    offices: frozenset[str]
    #: Deeds of which nobody is accused unless the clause itself says who did it.
    grave: frozenset[str]
    #: Verbs that judge somebody for a deed: "blamed Roe for leaking it".
    judging: frozenset[str]
    #: Words that show that a legal verb is meant in earnest.
    court: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the data once."""
    data = tomllib.loads(resources.files("timeline.events").joinpath("data/actions.toml").read_text(encoding="utf-8"))
    verbs: dict[str, tuple[Class, ...]] = {}
    action = Class(ClaimType.ACTION, "any other deed", {"possessor": "patient", "of": "patient"})
    nouns = dict.fromkeys(data["action"]["nouns"], action)
    for entry in data["class"]:
        made = Class(ClaimType(entry["type"]), entry["name"], entry)
        for lemma in entry.get("verbs", ()):
            verbs[lemma] = (*verbs.get(lemma, ()), made)
        nouns |= dict.fromkeys(entry.get("nouns", ()), made)
    lights, not_verbs, offices = (
        frozenset(x) for x in (data["light_verbs"], data["action"]["not_verbs"], data["offices"])
    )
    grave, judging, court = (frozenset(data[name]) for name in ("grave", "judging", "court"))
    return Lexicon(verbs, nouns, lights, action, not_verbs, offices, grave, judging, court)


def _has_attribute(verb: Word, wanted: bool) -> bool:
    offices = lexicon().offices
    return any(c.dep in _ATTRIBUTES and c.lemma in offices for c in verb.children) is wanted


def _has_predicate(verb: Word, wanted: bool) -> bool:
    """Whether an object complement names an office, also where the parser takes it for the object or a clause."""
    offices = lexicon().offices
    below = [c for c in verb.children if c.dep in _PREDICATES or (c.dep == "prep" and c.lower == "as")]
    parts = (w for c in below for w in (c, *c.children) if w.dep not in ("compound", "poss"))
    return any(w.lemma in offices for w in parts) is wanted


def _in_earnest(word: Word, wanted: bool) -> bool:
    """Whether a court, a charge or a crime stands in the same sentence ("prosecuted her opponent in the debate")."""
    return any(w is not word and w.lemma.lower() in lexicon().court for w in word.sentence.words) is wanted


_GUARDS: Mapping[str, Callable[[Word, Any], bool]] = {
    "particle": lambda verb, given: any(c.dep in _PARTICLES and c.lower in given for c in verb.children),
    "object": lambda verb, given: any(o.lemma in given for o in things(verb)),
    "not_object": lambda verb, given: not any(o.lemma in given for o in things(verb)),
    "preposition": lambda verb, given: any(c.dep == "prep" and c.lower in given for c in verb.children),
    "without": lambda word, given: not any(c.dep == "prep" and c.lower in given for c in word.children),
    "not_particle": lambda verb, given: not any(c.dep in _PARTICLES and c.lower in given for c in verb.children),
    "court": _in_earnest,
    "complement": lambda verb, given: any(c.lower in given for c in verb.children),
    "attribute": _has_attribute,
    "predicate": _has_predicate,
    "active": lambda verb, given: is_passive(verb) is not given,
    "infinitive": lambda verb, given: any(c.dep == "xcomp" and c.tag == "VB" for c in verb.children) is given,
    "clause": lambda verb, given: any(c.dep == "ccomp" for c in verb.children) is given,
    "noun": lambda verb, given: any(c.dep == "attr" and c.pos in {"NOUN", "PROPN"} for c in verb.children) is given,
    "thing": lambda verb, given: (bool(things(verb)) or is_passive(verb)) is given,
}
