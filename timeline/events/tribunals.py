"""The guards of hearings: whether what somebody spoke, stood or was questioned before hears people."""

from __future__ import annotations

from timeline.events.participants import expand
from timeline.events.senses import words
from timeline.events.slots import Slots
from timeline.language.mentions import Entry, Mention, fold_name
from timeline.language.parse import Word
from timeline.language.syntax import objects, objects_of, obliques
from timeline.model import ActorKind

_JUDGES = frozenset({"judge", "justice", "magistrate"})
_COURTS = frozenset({"court", "tribunal", "jury"})
_CHAMBERS = frozenset({"house", "parliament", "senate"})
#: Where somebody is questioned.
_HEARINGS = frozenset({"deposition", "hearing", "inquest", "testimony", "trial"})
#: What a witness gives.
_EVIDENCE = frozenset({"evidence", "testimony"})
_AT = frozenset({"at", "during", "in"})
#: Verbs of what is done to somebody who need not be there, and by which words he was not.
_ABSENT = frozenset({"absentia", "absence"})
#: By what else a body is told something.
_MEANS = frozenset({"address", "brief", "filing", "report"})


def before_a_body(at: Slots) -> bool:
    """Ask for a body or judge after "before"."""
    return any((_is_org(m.entry) and not m.entry.place) or _is_judge(m) for m in _before(at))


def heard_before(at: Slots) -> bool:
    """Ask for what hears people after "before"; a chamber does so where somebody appeared, else it is spoken in."""
    chambers = _CHAMBERS if at.trigger.pos == "NOUN" else frozenset()
    return any(_is_heard_by(m.entry, chambers) or _is_judge(m) for m in _before(at))


def in_court(at: Slots) -> bool:
    """Ask for a court."""
    found = obliques(at.trigger, ("in", "at"), at.is_actor)
    mentions = [m for w in found for m in expand(w, at.people)]
    return any("court" in m.entry.name.lower().split() for m in mentions if _is_org(m.entry))


def before_a_tribunal(at: Slots) -> bool:
    """Ask for a court or a judge on the last side, and nobody else, and for one who was there."""
    judging = at.side(at.sense.sides[-1])
    absent = any(w.lower in _ABSENT for w in at.trigger.subtree())
    return bool(judging) and not absent and all(_is_court(m.entry) or _is_judge(m) for m in judging)


def told_a_panel(at: Slots) -> bool:
    """Ask for a panel that hears people, and somebody before it; what it is told to do, or in writing, is not said to
    it there."""
    mentions = [m for slots in at.sense.sides for m in at.side(slots)]
    ordered = any(c.dep == "xcomp" for c in at.trigger.children)
    persons = any(m.entry.kind is ActorKind.PERSON for m in mentions)
    return persons and not ordered and not _in_writing(at.trigger) and any(_is_heard_by(m.entry) for m in mentions)


def of_evidence(at: Slots) -> bool:
    """Ask for evidence that is given by a person, in no letter, to a judge or to what hears people."""
    given = any(o.lemma.lower() in _EVIDENCE for o in objects(at.trigger))
    mentions = [m for slots in at.sense.sides for m in at.side(slots)]
    persons = [m for m in mentions if m.entry.kind is ActorKind.PERSON]
    judging = any(_is_heard_by(m.entry) or _is_judge(m) for m in mentions)
    return given and bool(persons) and judging and not _in_writing(at.trigger)


def at_a_hearing(at: Slots) -> bool:
    """Ask for a hearing or trial at which it was."""
    places = [w for w in at.trigger.subtree() if w.dep == "prep" and w.lower in _AT]
    return any(o.lemma.lower() in _HEARINGS for c in places for o in objects_of(c))


def _before(at: Slots) -> list[Mention]:
    return [m for w in obliques(at.trigger, ("before",), at.is_actor) for m in expand(w, at.people)]


def _is_heard_by(entry: Entry, chambers: frozenset[str] = frozenset()) -> bool:
    """Whether an organisation hears people, by its name."""
    parts = {word.lower() for word in entry.name.split()}
    hears = parts & (words().panels | _COURTS) or fold_name(entry.name) in words().chambers or parts & chambers
    return _is_org(entry) and bool(hears) and not parts & words().own_bodies


def _is_court(entry: Entry) -> bool:
    return _is_org(entry) and bool(_COURTS & {word.lower() for word in entry.name.split()})


def _is_judge(mention: Mention) -> bool:
    """Whether somebody is a judge, by his office or by the title at this place."""
    near = [mention.head, *mention.head.children]
    titled = any(w.lemma.lower() in _JUDGES for w in near if w is mention.head or w.dep in {"compound", "appos"})
    return mention.entry.kind is ActorKind.PERSON and (titled or any(r.noun in _JUDGES for r in mention.entry.roles))


def _in_writing(verb: Word) -> bool:
    """Whether something is told in a letter, a speech or a report."""
    where = [o for c in verb.children if c.dep == "prep" and c.lower in {"in", "by", "via"} for o in objects_of(c)]
    return any(o.lemma.lower() in words().public | words().writings | _MEANS for o in where)


def _is_org(entry: Entry) -> bool:
    return entry.kind is ActorKind.ORG
