"""The matcher: senses over the parse, giving candidate contacts with the mentions that take part.

It fills a sense's slots by grammar (`slots`), asks whether enough take part, and lets the guards of the sense speak;
status is read by `status`, dates and occasions are decided later. `look` tells what stopped a sense.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.candidates import Candidate
from timeline.events.guards import GUARDS
from timeline.events.participants import distinct
from timeline.events.senses import Sense, senses_of, words
from timeline.events.slots import Slots
from timeline.events.status import status_of
from timeline.events.status_words import Verdict
from timeline.language.gapping import ORPHAN
from timeline.language.lexicon import lexicon
from timeline.language.mentions import Entry, Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import is_passive, objects_of
from timeline.model import ActorKind, ClaimType, Status

#: Prepositions that name everybody who took part.
_AMONG = ("between", "among")
#: Parts of speech that contact words have, as their senses call them.
_KINDS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun"}


@dataclass(frozen=True, slots=True)
class Look:
    """What became of one sense at one trigger: a candidate, or the check that stopped it."""

    trigger: Word
    sense: Sense
    sides: tuple[tuple[str, ...], ...]
    candidate: Candidate | None
    stopped_by: str


def find_contacts(parsed: Parsed, people: People) -> list[Candidate]:
    """Return the candidate contacts of a document in text order."""
    out: list[Candidate] = []
    for word in (w for w in parsed.words if w.pos in _KINDS):
        for sense in _senses_of(word):
            match = _Match(word, sense, people)
            candidate = match.candidate()
            if candidate is not None:
                out += candidate.apart() if sense.each else [candidate]
                out += _gapped(candidate, match.slots)
                break
    return [c for c in out if not _is_echo(c, out)]


def _is_echo(candidate: Candidate, told: list[Candidate]) -> bool:
    """Whether it tells only that somebody was at the hearing whose words its sentence tells ("Roe faced questions from
    Lund at the hearing")."""
    if candidate.type is not ClaimType.HEARING or len(candidate.entries) > 1 or candidate.sense.pos != "noun":
        return False
    near = (c for c in told if c.trigger in candidate.trigger.ancestors() and c.type is ClaimType.HEARING)
    return any(candidate.entries[0] in c.entries for c in near)


def look(parsed: Parsed, people: People) -> Iterator[Look]:
    """Yield what became of every sense at every word that has one, in text order."""
    for word in parsed.words:
        for sense in _senses_of(word):
            match = _Match(word, sense, people)
            candidate = match.candidate()
            names = tuple(tuple(entry.name for entry in distinct([side])) for side in match.sides)
            yield Look(word, sense, names, candidate, match.stopped_by)


def _gapped(candidate: Candidate, slots: Slots) -> Iterator[Candidate]:
    """Yield the contacts whose verb is left out: "met Roe on Monday and Lund on Tuesday"."""
    trigger, sides = candidate.trigger, candidate.sides
    verb = trigger if trigger.pos == "VERB" else trigger.head
    before = [side for side in sides if side and all(m.head.i < verb.i for m in side)]
    for orphan in (c for c in verb.children if c.dep == ORPHAN):
        whom = list(slots.mentions([orphan]))
        if whom and len(sides) == 2 and len(before) == 1 and not is_passive(verb):
            both = [whom if side is not before[0] else side for side in sides]
            yield Candidate(trigger, candidate.sense, both, candidate.verdict, distinct(both), orphan)


def _senses_of(word: Word) -> tuple[Sense, ...]:
    kind = _KINDS.get(word.pos)
    return senses_of(kind).get(word.lemma.lower(), ()) if kind is not None else ()


class _Match:
    def __init__(self, trigger: Word, sense: Sense, people: People) -> None:
        self.trigger, self.sense = trigger, sense
        self.slots = Slots(trigger, sense, people)
        self.sides: list[list[Mention]] = []
        self.stopped_by = ""

    def candidate(self) -> Candidate | None:
        """Return the contact told here, or None and why in `stopped_by`."""
        self.stopped_by = self._guarded()
        if not self.stopped_by:
            self.sides = self._filled()
            self.stopped_by = self._lacking() or self._kept_apart()
        if self.stopped_by:
            return None
        verdict = status_of(self.trigger)
        if verdict.status is Status.DENIED and self._denies_a_subject():
            self.stopped_by = "a subject is denied, not the talk"
            return None
        if verdict.status is Status.ASSERTED and (undone := _came_to_nothing(self.trigger)):
            verdict = Verdict(Status.HYPOTHETICAL, undone)
        return Candidate(self.trigger, self.sense, self.sides, verdict, distinct(self.sides))

    def _guarded(self) -> str:
        """Return the guard that refuses the trigger, or nothing."""
        trigger, sense = self.trigger, self.sense
        near = {c.lower for c in trigger.children if c.dep in {"prt", "advmod", "prep"}}
        if sense.particles and not near & set(sense.particles):
            return f"none of {', '.join(sense.particles)} beside it"
        if trigger.lemma.lower() in sense.plain_only_plural and trigger.tag == "NN" and not near & {"with", "between"}:
            return "the singular tells of no contact"
        return next((f"guard {name}" for name in sense.guards if not GUARDS[name](self.slots)), "")

    def _filled(self) -> list[list[Mention]]:
        """Return who stands on each side."""
        sides = [self.slots.side(names) for names in self.sense.sides]
        if self.slots.adjunct and not sides[-1]:
            sides[-1] = self.slots.spoken_to(sides[0])
        among = self.slots.side(_AMONG)
        if not self.sense.weak and (len(distinct([among])) > 1 or (among and self._is_between())):
            return [among]
        if self._answered(sides):
            sides = [self.slots.side(("from",)), self.slots.side(("holder",))]
        if self.sense.weak:
            sides = [[m for m in side if m.entry.named and m.head.lower != "us"] for side in sides]
        return sides

    def _is_between(self) -> bool:
        """Whether a noun tells of others' meeting, one of whom is not known ("talks between Roe and a bank")."""
        others = any(c.dep == "poss" for c in self.trigger.children)
        return self.sense.pos == "noun" and not others and any(c.lower == "between" for c in self.trigger.children)

    def _lacking(self) -> str:
        """Return what is missing among the sides, or nothing."""
        filled = [side for side in self.sides if side]
        if self.sense.single and filled:
            heard = not all(map(_is_body, distinct(self.sides)))
            return "" if self.sides[0] and heard else "nobody on the first side"
        if len(distinct(self.sides)) < 2:
            return "fewer than two take part"
        if self.sense.all_sides:
            return "" if all(self.sides[1:]) else "a side is empty"
        if len(filled) == len(self.sides):
            return ""
        joint = self._joint() and not self.slots.adjunct and len(distinct(filled)) > 1
        return "" if joint else "a side is empty"

    def _kept_apart(self) -> str:
        """Return why those who stand there make no contact, or nothing."""
        entries = distinct(self.sides)
        if self.sense.weak and not _is_once(self.trigger):
            return "told of no occasion"
        if self.sense.weak and not all(e.kind is ActorKind.PERSON for e in entries):
            return "words with one who is no person"
        if self.sense.weak and (_is_public(self.trigger) or _is_told_by_nobody(self.trigger)):
            return "told in public, or by nobody"
        if not any(e.named for e in entries):
            return "nobody is named"
        if self.trigger.lemma.lower() in _SPEECH and self._is_audience():
            return "a speech to an audience"
        if self.slots.adjunct and self.sides[-1] and self._is_its_own():
            return "the meeting of a body that somebody was at"
        if self.sense.person_object and any(m.entry.kind is ActorKind.ORG for m in self.sides[-1]):
            return "what stands last is no person"
        return ""

    def _answered(self, sides: list[list[Mention]]) -> bool:
        """Whether holder and sender of something written both stand on its first side ("he has a letter from her")."""
        sent = self.sense.pos == "noun" and self.sense.type is ClaimType.CORRESPONDENCE and not sides[-1]
        if any(c.dep == "poss" for c in self.trigger.children):
            return False  # "its letter, written by her": hers and its own
        return sent and bool(self.slots.side(("from",))) and bool(self.slots.side(("holder",)))

    def _joint(self) -> bool:
        """Whether one side in the plural is enough ("they met"); of some senses only with a word that says so."""
        if self.trigger.tag == "VBG" and self.trigger.head.lemma in words().showing:
            return False  # "they were quoted speaking of it"
        if self._is_with_somebody_else():
            return False
        if not self.sense.joint or not self.sense.joint_with:
            return self.sense.joint
        near = [w for c in self.trigger.children if c.dep in {"prep", "advmod", "dobj"} for w in c.subtree()[:6]]
        pair = any(m.form != "name" and m.others for m in self.sides[0])
        return pair or any(w.lower in self.sense.joint_with for w in near)

    def _is_with_somebody_else(self) -> bool:
        """Whether two did it with one whom nothing tells ("Roe and Lund have talked with him"), and not with each
        other."""
        phrases = (c for c in self.trigger.children if c.dep == "prep" and c.lower in {"with", "to"})
        whom = (o for phrase in phrases for o in objects_of(phrase))
        return any(o.lower in {"him", "her", "them"} and self.slots.people.mention_at(o) is None for o in whom)

    def _is_audience(self) -> bool:
        """Whether somebody spoke to a body, and not with it."""
        to = self.slots.side(("to",))
        return bool(to) and all(m.entry.kind is ActorKind.ORG for m in to) and not self.slots.side(("with",))

    def _is_its_own(self) -> bool:
        """Whether "of" names the body whose meeting it is ("at the meeting of the union, she said")."""
        own = self.slots.side(("of",))
        return bool(own) and own == self.sides[-1] and all(m.entry.kind is ActorKind.ORG for m in own)

    def _denies_a_subject(self) -> bool:
        """Whether what is denied is a subject of talk and not the talk ("denied discussing the lease with her")."""
        lemma, children = self.trigger.lemma.lower(), self.trigger.children
        spoke = lemma == "discuss" and any(c.dep == "dobj" for c in children)
        return spoke or (lemma in {"talk", "speak"} and any(c.dep == "prep" and c.lower in _ABOUT for c in children))


def _is_body(entry: Entry) -> bool:
    """Whether an actor is what hears people, or a place, by its name ("House", "Finance Committee")."""
    known = any(word.lower() in lexicon().org_heads for word in entry.name.split())
    return entry.kind is ActorKind.ORG and (entry.place or known)


#: Verbs that tell of speeches as well.
_SPEECH = frozenset({"speak", "talk"})
_ABOUT = frozenset({"about", "of"})
_WHERE = frozenset({"in", "on", "at", "during", "for", "via", "with"})


def _is_public(verb: Word) -> bool:
    """Whether words go through print, the air or the net, or over a stage ("told her in a debate")."""
    where = [o for c in verb.children if c.dep == "prep" and c.lower in _WHERE for o in objects_of(c)]
    return any(o.lemma.lower() in words().public for o in where)


#: Prepositions of what somebody goes for.
_FOR = frozenset({"for", "to", "into"})


def _came_to_nothing(noun: Word) -> str:
    """Return by which word a sentence tells that what somebody only went for failed ("flew to Bonn for talks with her,
    but he never came"), or nothing."""
    behind = (w for w in noun.sentence.words if w.i > noun.i)
    undone = next((w.text for w in behind if w.lower in words().undone), "")
    return undone if noun.dep == "pobj" and noun.head.lower in _FOR else ""


def _is_told_by_nobody(verb: Word) -> bool:
    """Whether it is short for a passive ("when told Roe had left, he laughed"): who told it is not said."""
    begins = any(c.lower in {"when", "if", "once", "until"} and c.i < verb.i for c in verb.children)
    return verb.dep == "advcl" and begins and not any(c.dep.startswith("nsubj") for c in verb.children)


def _is_once(verb: Word) -> bool:
    """Whether a verb of words can tell of one occasion: not what somebody does for years ("has advised him", "is
    advising him")."""
    told = {"aux", "auxpass", *({"agent"} if verb.lemma != "ask" else ())}
    if verb.tag == "VBN" and not any(c.dep in told for c in verb.children):
        return (
            False  # "when told Roe was ill, she wept", "asked by Roe" (mostly the press), but "joined by Roe, she wept"
        )
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    for_years = verb.lemma == "advise" and (
        helpers & {"is", "are"} or (verb.tag == "VBN" and helpers & {"has", "have"})
    )
    return verb.tag not in {"VBZ", "VBP"} and not for_years
