"""Verdicts on whether something is told as real, and the word classes that they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.language.lexicon import read
from timeline.model import Status

type _Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the words that decided it."""

    status: Status
    why: str


@dataclass(frozen=True, slots=True)
class Classes:
    """The lists of `data/status.toml`, each under the names of its section and its field."""

    deny_verbs: _Words
    deny_from: _Words
    plan_verbs: _Words
    plan_nouns: _Words
    plan_adjectives: _Words
    plan_for: _Words
    unreal_verbs: _Words
    unreal_nouns: _Words
    unreal_adjectives: _Words
    unreal_for: _Words
    thought_verbs: _Words
    thought_bidding: _Words
    real_verbs: _Words
    factive_verbs: _Words
    modals_plan: _Words
    modals_unreal: _Words
    conditions_marks: _Words
    reports_nouns: _Words
    reports_alleged: _Words
    reports_refused_by: _Words
    reports_untrue: _Words
    adverbs_alleged: _Words
    adverbs_unreal: _Words
    adverbs_untrue: _Words
    alleged_verbs: _Words
    accused_verbs: _Words
    works_nouns: _Words
    undone_verbs: _Words
    undone_off: _Words
    undone_phrases: _Words
    light_verbs: _Words
    memory_nouns: _Words


@lru_cache(maxsize=1)
def classes() -> Classes:
    """Return the word classes of `data/status.toml`."""
    data = read("timeline.events", "status.toml")
    return Classes(
        **{
            f"{part}_{field}": frozenset(words)
            for part, fields in data.items()
            for field, words in fields.items()
            if field != "examples"
        }
    )


ASSERTED = Verdict(Status.ASSERTED, "told as a fact")
