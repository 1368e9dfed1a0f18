"""Verbs, nouns and channels of speech, read from the data files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.language.parse import Word
from timeline.model import Stance


class Frame(StrEnum):
    """What may carry the words of a verb of speech; `speech_verbs.toml` explains each."""

    QUOTE = "quote"
    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    OBJECT = "object"
    WHOLE = "whole"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class VerbClass:
    """A class of verbs of speech with its frames, under one name."""

    name: str
    frames: frozenset[Frame]
    stance: Stance
    prepositions: frozenset[str] = frozenset()
    particle: str = ""
    documents: bool = False
    #: Prepositions of which one must follow, or a quotation inside the object.
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NounClass:
    """A class of nouns of speech: what may follow them as the words said."""

    stance: Stance
    clause: bool = False
    infinitive: bool = False
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it, by lemma."""

    verbs: Mapping[str, tuple[VerbClass, ...]]
    nouns: Mapping[str, tuple[NounClass, ...]]
    channels: frozenset[str]
    addressees: frozenset[str]
    documents: frozenset[str]
    channel_prepositions: frozenset[str]
    told: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read at the first call."""
    verbs, nouns, channels = _read("speech_verbs"), _read("speech_nouns"), _read("speech_channels")
    return Lexicon(
        verbs=_by_lemma([(entry["lemmas"], _verb_class(entry)) for entry in verbs["verbs"]]),
        nouns=_by_lemma([(entry["lemmas"], _noun_class(entry)) for entry in nouns["nouns"]]),
        channels=frozenset(channels["channels"]),
        addressees=frozenset(channels["addressees"]),
        documents=frozenset(channels["documents"]),
        channel_prepositions=frozenset(channels["prepositions"]),
        told=frozenset(channels["told"]),
    )


def senses(verb: Word) -> tuple[VerbClass, ...]:
    """Return the classes of a verb whose particle, if they need one, stands beside it."""
    classes = lexicon().verbs.get(verb.lemma.lower(), ())
    if not any(of.particle for of in classes):
        return classes
    particles = {c.lower for c in verb.children if c.dep == "prt" or (c.dep == "advmod" and c.i == verb.i + 1)}
    fitting = [of for of in classes if not of.particle or of.particle in particles]
    return tuple(sorted(fitting, key=lambda of: not of.particle))


def entries() -> list[dict[str, Any]]:
    """Return the classes of verbs and nouns as the files give them, with examples and refused texts."""
    return [*_read("speech_verbs")["verbs"], *_read("speech_nouns")["nouns"]]


def _read(name: str) -> dict[str, Any]:
    text = files("timeline.events").joinpath("data", f"{name}.toml").read_text(encoding="utf8")
    return tomllib.loads(text)


def _by_lemma[T](classes: list[tuple[list[str], T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for lemmas, value in classes:
        for lemma in lemmas:
            found[lemma] = (*found.get(lemma, ()), value)
    return found


def _verb_class(entry: Mapping[str, Any]) -> VerbClass:
    return VerbClass(
        name=entry["class"],
        frames=frozenset(map(Frame, entry["frames"])),
        stance=Stance(entry["stance"]),
        prepositions=frozenset(entry.get("prepositions", ())),
        particle=entry.get("particle", ""),
        documents=entry.get("documents", False),
        needs=frozenset(entry.get("needs", ())),
    )


def _noun_class(entry: Mapping[str, Any]) -> NounClass:
    return NounClass(
        stance=Stance(entry["stance"]),
        clause=entry.get("clause", False),
        infinitive=entry.get("infinitive", False),
        prepositions=frozenset(entry.get("prepositions", ())),
    )
