"""Nouns that take up a contact told before: "The meeting took place on May 4", "At that dinner she asked ...".

A definite noun without participants of its own is of the last contact that fits it, told in one of the three sentences
before; it takes over who took part, and may tell the date, or that what was planned did take place. A noun that opens
its sentence is of those whom the sentence then names ("At their May 4 meeting, Roe told Poe ...").
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.senses import Sense, senses
from timeline.events.status import status_of
from timeline.events.status_words import Verdict
from timeline.language.parse import Parsed, Word
from timeline.model import ClaimType, Status

_REACH = 3
#: What is only wished for, asked for or denied is not taken up as told.
_TOLD = frozenset({Status.ASSERTED, Status.PLANNED})
_DEFINITE = frozenset({"the", "that", "this", "those", "these", "both"})
#: Verbs by which an occasion itself is told, as their subject.
_HAPPENING = frozenset(
    {"take", "occur", "happen", "last", "begin", "start", "end", "come", "go", "run", "follow", "be"}
)
#: Participles that tell that it took place.
_HELD = frozenset({"hold", "convene", "conduct"})
#: Verbs of those who were there.
_HOLDING = frozenset({"hold", "have", "attend", "host", "end", "leave", "open", "begin", "join"})
#: Prepositions by which something is told to have been at it, or after it.
_AT = frozenset({"at", "during", "in", "after", "before", "following"})
#: What a noun may take up besides its own type: talk may be by telephone.
_LOOSE = {
    ClaimType.MEETING: frozenset({ClaimType.MEETING, ClaimType.CALL}),
    ClaimType.CALL: frozenset({ClaimType.CALL, ClaimType.MEETING}),
}


def with_recalls(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates with those that a noun takes up, in text order; a noun that names one participant by itself
    ("at the hearing, Roe said") is of the whole occasion where it takes one up."""
    recalls = _find_recalls(parsed, candidates)
    taken = {c.trigger.i for c in recalls}
    kept = [c for c in candidates if c.trigger.i not in taken]
    return sorted([*kept, *recalls], key=lambda c: c.trigger.i)


def _find_recalls(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    triggers = {c.trigger.i for c in candidates if len(c.entries) > 1}
    told = [c for c in candidates if not c.sense.weak and c.verdict.status in _TOLD]
    out: list[Candidate] = []
    for word in parsed.words:
        if word.i not in triggers and word.pos == "NOUN":
            sense = next(iter(senses().get(("noun", word.lemma.lower()), ())), None)
            if sense is None:
                continue
            recalled = _recalled(word, sense, told) if _is_definite(word) else _of_whom_follows(word, sense, candidates)
            if recalled is not None:
                out.append(recalled)
    return out


def _of_whom_follows(noun: Word, sense: Sense, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the contact of those who are told behind "their" to have talked at it."""
    theirs = any(word.dep == "poss" and word.lower == "their" for word in noun.subtree() if word.i < noun.i)
    if noun.i > noun.sentence.root.i or not theirs:
        return None
    first = noun
    while first.dep == "conj":
        first = first.head
    verdict = _verdict(first) if first.dep == "pobj" else None
    there = next((c for c in candidates if c.trigger is first.head.head and len(c.entries) > 1), None)
    if verdict is None or there is None or there.verdict.status is not Status.ASSERTED:
        return None
    return Candidate(noun, sense, there.sides, verdict, there.entries)


def _is_definite(noun: Word) -> bool:
    if any(c.dep in {"prep", "poss", "relcl", "acl"} and c.lower not in {"in", "at", "on"} for c in noun.children):
        return False
    return any(c.dep in {"det", "predet"} and c.lower in _DEFINITE for c in noun.children)


def _recalled(noun: Word, sense: Sense, told: Sequence[Candidate]) -> Candidate | None:
    verdict = _verdict(noun)
    types = _LOOSE.get(sense.type, frozenset({sense.type}))
    if verdict is None:
        return None
    above = {word.i for word in noun.ancestors()}
    before = (c for c in reversed(told) if c.trigger.i < noun.i and c.type in types and c.trigger.i not in above)
    last = next(before, None)
    own = next((c.entries[0] for c in told if c.trigger is noun), None)
    if last is not None and own is not None and own not in last.entries:
        return None
    if last is None or noun.sentence.i - last.trigger.sentence.i > _REACH or len(last.entries) < 2:
        return None
    if last.verdict.status is not Status.ASSERTED and noun.head.lower == "before":
        return None
    plan = last if last.verdict.status is Status.PLANNED else None
    return Candidate(noun, last.sense, last.sides, verdict, last.entries, plan=plan)


def _verdict(noun: Word) -> Verdict | None:
    """Return that the occasion took place, where the noun's clause says so; None where it leaves that open."""
    verb = noun.head
    happened = noun.dep == "nsubj" and verb.lemma in _HAPPENING and verb.tag in {"VBD", "VBN"}
    happened = happened or (noun.dep == "nsubjpass" and verb.lemma in _HELD)
    happened = happened or (noun.dep == "dobj" and verb.lemma in _HOLDING and verb.tag == "VBD")
    if not happened and not _is_beside(noun):
        return None
    verdict = status_of(noun)
    return verdict if verdict.status is Status.ASSERTED else None


def _is_beside(noun: Word) -> bool:
    """Whether something is told to have been done at an occasion, or before or after it ("the day after the call")."""
    mark = noun.head
    if mark.lower not in _AT or noun.dep not in {"pobj", "dobj"} or mark.dep not in {"prep", "advcl"}:
        return False
    verb = mark.head
    while verb.pos not in {"VERB", "AUX"} and verb.head is not verb and verb.dep in {"npadvmod", "pobj", "prep"}:
        verb = verb.head
    return verb.tag == "VBD"
