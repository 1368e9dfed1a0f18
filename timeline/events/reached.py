"""Whom a verb reaches through what it does: "shook her hand", "called to thank her", "hosted a dinner for her"."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.senses import words
from timeline.language.parse import Word
from timeline.language.syntax import is_passive, objects, objects_of


def beyond_the_object(verb: Word, slots: Collection[str]) -> list[Word]:
    """Return who stands behind the object of a verb, as its slots ask: "owner", "purpose" or "guest"."""
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
    return found
