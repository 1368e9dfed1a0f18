"""Verdicts on whether something is told as real, and the word classes that they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.language.lexicon import read
from timeline.model import Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the words that decided it."""

    status: Status
    why: str


@dataclass(frozen=True, slots=True)
class _Classes:
    deny: frozenset[str]
    plan: frozenset[str]
    unreal: frozenset[str]
    real: frozenset[str]
    factive: frozenset[str]
    plan_nouns: frozenset[str]
    unreal_nouns: frozenset[str]
    plan_adjectives: frozenset[str]
    unreal_adjectives: frozenset[str]
    plan_modals: frozenset[str]
    unreal_modals: frozenset[str]
    conditions: frozenset[str]
    reports: frozenset[str]
    alleged_reports: frozenset[str]
    refused_by: frozenset[str]
    untrue: frozenset[str]
    alleged_adverbs: frozenset[str]
    unreal_adverbs: frozenset[str]
    untrue_adverbs: frozenset[str]
    accusing: frozenset[str]
    works: frozenset[str]


@lru_cache(maxsize=1)
def classes() -> _Classes:
    """Return the word classes of `data/status.toml`."""
    data = read("timeline.events", "status.toml")
    verbs = {name: frozenset(part.get("verbs", [])) for name, part in data.items()}
    return _Classes(
        deny=verbs["deny"],
        plan=verbs["plan"],
        unreal=verbs["unreal"],
        real=verbs["real"],
        factive=verbs["factive"],
        plan_nouns=frozenset(data["plan"]["nouns"]),
        unreal_nouns=frozenset(data["unreal"]["nouns"]),
        plan_adjectives=frozenset(data["plan"]["adjectives"]),
        unreal_adjectives=frozenset(data["unreal"]["adjectives"]),
        plan_modals=frozenset(data["modals"]["plan"]),
        unreal_modals=frozenset(data["modals"]["unreal"]),
        conditions=frozenset(data["conditions"]["marks"]),
        reports=frozenset(data["reports"]["nouns"]),
        alleged_reports=frozenset(data["reports"]["alleged"]),
        refused_by=frozenset(data["reports"]["refused_by"]),
        untrue=frozenset(data["reports"]["untrue"]),
        alleged_adverbs=frozenset(data["adverbs"]["alleged"]),
        unreal_adverbs=frozenset(data["adverbs"]["unreal"]),
        untrue_adverbs=frozenset(data["adverbs"]["untrue"]),
        accusing=frozenset(data["accused"]["verbs"]),
        works=frozenset(data["works"]["nouns"]),
    )


ASSERTED = Verdict(Status.ASSERTED, "told as a fact")
