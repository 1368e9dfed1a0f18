"""Whose election or inauguration a bare noun tells of: a mayor's, a town's or a bridge's is not the president's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from timeline.dates.tokens import Run
from timeline.language.parse import Word


@lru_cache(maxsize=1)
def tables() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of `contests.toml`."""
    text = files("timeline.dates").joinpath("contests.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@lru_cache(maxsize=8)
def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in tables()[name])


def is_of_others(run: Run, end: int, words: tuple[str, ...]) -> bool:
    """Whether what stands behind or over a bare "the election" says that it is another one."""
    noun = run.parsed(end - 1)
    if noun is None or " ".join(words) not in _words("bare"):
        return False
    return any(_names_another(prep) for prep in noun.children if prep.dep == "prep") or _won_by_another(noun)


def _names_another(prep: Word) -> bool:
    held = {w.lower.removesuffix("-elect") for w in prep.subtree()}
    if prep.lower in {"of", "for", "to"}:
        objects = [w for w in prep.children if w.dep == "pobj"]
        named = any(w.pos in {"NOUN", "PROPN"} and w.entity != "DATE" for w in objects)
        return named and not held & _words("stood", "office", "country")
    places = [w for w in prep.children if w.dep == "pobj" and w.entity in {"GPE", "LOC"}]
    return prep.lower == "in" and bool(places) and not held & _words("country")


def _won_by_another(noun: Word) -> bool:
    """Whether somebody named who never stood for president won or lost it."""
    if noun.dep != "dobj" or noun.head.lemma not in {"win", "lose"}:
        return False
    names = [w for w in noun.head.children if w.dep == "nsubj" and w.pos == "PROPN"]
    return bool(names) and not any(w.lower in _words("stood") for w in names)
