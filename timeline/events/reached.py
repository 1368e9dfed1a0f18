"""Whom a verb reaches through what it does: "shook her hand", "called to thank her", "hosted a dinner for her"."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.senses import words
from timeline.language.parse import Word
from timeline.language.syntax import is_passive, objects, objects_of


def beyond_the_object(verb: Word, slots: Collection[str]) -> list[Word]:
    """Return who stands behind the object of a verb, as its slots ask: "owner", "purpose", "guest", and with "at_home"
    and "next_to" at whose place and beside whom something is done."""
    found: list[Word] = []
    if "owner" in slots:
        found += [c for o in objects(verb) for c in o.children if c.dep == "poss"]
    if "purpose" in slots and not is_passive(verb) and not any(c.dep == "dobj" for c in verb.children):
        aims = [
            c for c in verb.children if c.dep in {"xcomp", "advcl"} and c.lemma in words().purposes and c.i > verb.i
        ]
        found += [o for c in aims if any(to.lower == "to" for to in c.children) for o in objects(c)]
    if "guest" in slots:
        meals = [o for o in objects(verb) if o.lemma.lower() in words().meals]
        found += [o for m in meals for c in (*m.children, *verb.children) if c.lower == "for" for o in objects_of(c)]
    if "at_home" in slots:
        found += _at_whose_place(verb)
    if "next_to" in slots:
        found += _next_to(verb)
    return found


_HOMES = frozenset({"apartment", "cabin", "desk", "hospital", "home", "house", "office", "room", "suite", "table"})
_AT = frozenset({"at", "by", "in"})
_NEXT = frozenset({"alongside", "beside"})


def _at_whose_place(verb: Word) -> list[Word]:
    """Return whose office or house somebody stops at ("dropped by her office")."""
    places = [c for c in verb.children if c.dep in {"prep", "agent"} and c.lower in _AT]
    where = [o for c in places for o in (*objects_of(c), *_inner(c))]
    return [c for o in where if o.lemma.lower() in _HOMES for c in o.children if c.dep == "poss"]


def _inner(preposition: Word) -> list[Word]:
    return [o for c in preposition.children if c.dep == "prep" for o in objects_of(c)]


def _next_to(verb: Word) -> list[Word]:
    """Return beside whom somebody sits."""
    beside = [c for c in verb.children if c.dep == "prep" and c.lower in _NEXT]
    beside += [c for n in verb.children if n.lower == "next" for c in n.children if c.lower == "to"]
    return [o for c in beside for o in objects_of(c)]
