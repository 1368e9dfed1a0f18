"""Whether the verb that governs an expression tells of what was or of what is to come."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.language.parse import Word


class Tense(StrEnum):
    """What a governing verb says about the time of its adjuncts."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "no verb"


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """Return the lists of `tense.toml`."""
    return tomllib.loads(files("timeline.dates").joinpath("tense.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _auxiliaries() -> frozenset[str]:
    return frozenset(lexicon()["auxiliaries"])


@lru_cache(maxsize=1)
def _planning() -> frozenset[str]:
    return frozenset(lexicon()["planning"])


@lru_cache(maxsize=1)
def _announcing() -> frozenset[str]:
    return frozenset(lexicon()["announcing"])


def governing(word: Word) -> Word | None:
    """Return the nearest verb above a word."""
    return next((above for above in word.ancestors() if above.pos in {"VERB", "AUX"}), None)


def tense_over(word: Word) -> Tense:
    """Return the tense over a word: that of its governing verb, unless a planning word stands between."""
    if word.dep in {"poss", "compound", "nmod", "nummod"}:
        ahead = word.head.lemma.lower() in _planning()
        return Tense.FUTURE if ahead else Tense.NONE
    for above in word.ancestors():
        if above.pos in {"VERB", "AUX"}:
            return _tense(above)
        if above.lemma.lower() in _planning():
            return Tense.FUTURE
    return Tense.NONE


def _tense(verb: Word) -> Tense:
    """Climb from a verb to what decides its tense."""
    seen = 0
    while seen < 8:
        seen += 1
        found = _own_tense(verb)
        if found is not None:
            return found
        above = governing(verb)
        if above is None:
            return Tense.NONE
        if verb.dep in {"xcomp", "ccomp", "acl", "advcl"} and _looks_ahead(verb, above):
            return Tense.FUTURE
        verb = above
    return Tense.NONE


def _looks_ahead(verb: Word, above: Word) -> bool:
    """Whether "to" with a planning word, or "is to", stands over an infinitive."""
    to = any(child.lower == "to" and child.dep == "aux" for child in verb.children)
    if not to:
        return False
    if verb.head.lemma.lower() in _planning():
        return True
    return above is verb.head and above.lemma == "be"


def _own_tense(verb: Word) -> Tense | None:
    """Read the tense of a verb with its auxiliaries; None for a form that borrows it from above."""
    auxiliaries = [child for child in verb.children if child.dep in {"aux", "auxpass"}]
    forms = {child.lower for child in auxiliaries}
    if forms & _auxiliaries():
        return Tense.PAST if "have" in forms else Tense.FUTURE
    if "to" in forms:
        return Tense.PAST if "have" in forms else None
    return _finite_tense(verb, auxiliaries)


def _finite_tense(verb: Word, auxiliaries: list[Word]) -> Tense | None:
    forms = {child.lower for child in auxiliaries}
    finite = [child.tag for child in auxiliaries if child.tag in {"VBD", "VBZ", "VBP"}]
    if verb.lemma.lower() in _announcing() or (verb.lemma.lower() in _planning() and verb.tag == "VBN"):
        return Tense.FUTURE
    if verb.tag == "VBD" or "VBD" in finite or forms & {"have", "has", "'ve", "having", "had"}:
        return Tense.PAST
    if verb.tag == "VBN":
        return Tense.PRESENT if "VBZ" in finite or "VBP" in finite else Tense.PAST
    if verb.tag in {"VBZ", "VBP"} or (verb.tag == "VBG" and finite):
        return Tense.PRESENT
    return None if verb.head is not verb else Tense.NONE
