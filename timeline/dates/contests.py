"""Whose election or inauguration a bare noun tells of: a mayor's, a town's or a bridge's is not the president's."""

from __future__ import annotations

from timeline.dates.tokens import Run
from timeline.language.parse import Word

_BARE = frozenset({"the election", "the general election", "the inauguration"})
#: Who stood in the elections that the calendar of periods holds.
_STOOD = frozenset({"clinton", "bush", "dole", "perot", "gore", "kerry", "obama", "mccain", "romney", "trump", "biden"})
_STOOD |= {"harris"}
_OFFICE = _STOOD | {"president", "presidential", "presidency"}
_COUNTRY = frozenset({"u.s.", "us", "united", "america", "usa"})


def is_of_others(run: Run, end: int, words: tuple[str, ...]) -> bool:
    """Whether what stands behind or over a bare "the election" says that it is another one."""
    noun = run.parsed(end - 1)
    if noun is None or " ".join(words) not in _BARE:
        return False
    return any(_names_another(prep) for prep in noun.children if prep.dep == "prep") or _won_by_another(noun)


def _names_another(prep: Word) -> bool:
    held = {w.lower.removesuffix("-elect") for w in prep.subtree()}
    if prep.lower in {"of", "for", "to"}:
        objects = [w for w in prep.children if w.dep == "pobj"]
        named = any(w.pos in {"NOUN", "PROPN"} and w.entity != "DATE" for w in objects)
        return named and not held & (_OFFICE | _COUNTRY)
    places = [w for w in prep.children if w.dep == "pobj" and w.entity in {"GPE", "LOC"}]
    return prep.lower == "in" and bool(places) and not held & _COUNTRY


def _won_by_another(noun: Word) -> bool:
    """Whether somebody named who never stood for president won or lost it."""
    if noun.dep != "dobj" or noun.head.lemma not in {"win", "lose"}:
        return False
    names = [w for w in noun.head.children if w.dep == "nsubj" and w.pos == "PROPN"]
    return bool(names) and not any(w.lower in _STOOD for w in names)
