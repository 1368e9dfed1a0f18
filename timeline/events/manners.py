"""Guards of what two do together by the way: travel, spend time, sign a treaty, cross paths, see each other."""

from __future__ import annotations

from timeline.events.senses import words
from timeline.events.slots import Slots
from timeline.language.parse import Word
from timeline.language.syntax import is_passive, objects, objects_of
from timeline.model import ActorKind

_AGAIN = frozenset({"again", "later"})
_WHICH = frozenset({"last", "first", "next"})
_GOING = frozenset({"come", "drive", "fly", "go", "stop", "travel"})


def along(at: Slots) -> bool:
    """Ask for one journey with somebody ("flew home with her"), no habit, no staff travelling with her, no bargain that
    is driven."""
    return at.trigger.tag in {"VBD", "VBN"} and not any(c.dep == "dobj" for c in at.trigger.children)


def time_spent(at: Slots) -> bool:
    """Ask for hours or days that are spent with somebody; who spent years with them worked there."""
    return any(o.lemma.lower() in words().spent for o in objects(at.trigger))


def in_person(at: Slots) -> bool:
    """Ask that somebody goes to see the other, sees them again, or the last time; not "saw her win", "as a rival"."""
    verb = at.trigger
    if any(c.dep in {"xcomp", "ccomp", "acomp"} or c.lower == "as" for c in verb.children):
        return False
    if _i_saw(verb):
        return True
    if verb.dep in {"xcomp", "advcl", "conj"} and verb.head.lemma in _GOING:
        return not any(c.dep == "conj" for c in verb.children) or verb.dep != "conj"
    times = [
        w for w in (verb.head, *verb.children) if w.lemma == "time" and (w.dep == "npadvmod" or verb.dep == "relcl")
    ]
    if times:
        return any(c.lower in _WHICH for c in times[0].children)
    return any(c.dep == "advmod" and c.lower in _AGAIN for c in verb.children)


def _i_saw(verb: Word) -> bool:
    """Whether somebody tells whom he saw on a day ("I saw Roe on Monday"), and on nothing else."""
    mine = verb.tag == "VBD" and any(c.dep == "nsubj" and c.lower == "i" for c in verb.children)
    where = [o for c in verb.children if c.dep == "prep" for o in objects_of(c)]
    return mine and bool(where) and all(o.entity == "DATE" for o in where)


def pact(at: Slots) -> bool:
    """Ask for a treaty that persons sign."""
    signed = objects(at.trigger)
    if at.trigger.dep == "acl" and is_passive(at.trigger):
        signed = [at.trigger.head]
    persons = all(m.entry.kind is ActorKind.PERSON for slots in at.sense.sides for m in at.side(slots))
    return persons and any(o.lemma.lower() in words().pacts for o in signed)


def paths(at: Slots) -> bool:
    """Ask for paths that cross."""
    return any(o.lemma == "path" for o in objects(at.trigger))
