"""Nouns that take up a contact told before: "The meeting took place on May 4", "At that dinner she asked ...".

A definite noun without participants of its own is of the last contact that fits it, told in one of the three sentences
before; it takes over who took part, and may tell the date, or that what was planned did take place. A noun that opens
its sentence is of those whom the sentence then names ("At their May 4 meeting, Roe told Poe ...").
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.attendance import attending, present_too
from timeline.events.candidates import Candidate
from timeline.events.participants import distinct
from timeline.events.repeats import count_of
from timeline.events.senses import Sense, senses, words
from timeline.events.status import status_of
from timeline.events.status_negation import is_negated
from timeline.events.status_words import Verdict
from timeline.language.mentions import Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import governing_clause, grammatical_subject, objects_of
from timeline.model import ClaimType, Status

#: How many sentences before its noun an occasion may be told, of several and if it is the only one.
_REACH, _FAR = 3, 12
#: How many sentences before a word of presence alone.
_NEAR = 2
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
_WHILE = frozenset({"at", "during", "in"})
#: How a word hangs on a noun that tells which one of several it means, and words there that only describe it.
_TELLING_APART = frozenset({"compound", "amod", "nummod", "nmod"})
_DESCRIBING = frozenset({"long", "brief", "short", "private", "secret", "same", "hour", "minute", "door", "face"})
#: What a noun may take up besides its own type: talk may be by telephone.
_LOOSE = {
    ClaimType.MEETING: frozenset({ClaimType.MEETING, ClaimType.CALL}),
    ClaimType.CALL: frozenset({ClaimType.CALL, ClaimType.MEETING}),
}


def with_recalls(parsed: Parsed, people: People, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates with those that a noun takes up, in text order; a noun that names one participant by itself
    ("at the hearing, Roe said") is of the whole occasion where it takes one up."""
    recalls = _find_recalls(parsed, people, candidates)
    taken = {c.trigger.i for c in recalls}
    kept = [c for c in candidates if c.trigger.i not in taken]
    out = sorted([*kept, *recalls], key=lambda c: c.trigger.i)
    return sorted([*out, *_find_latecomers(parsed, people, out)], key=lambda c: c.trigger.i)


def _find_latecomers(parsed: Parsed, people: People, told: Sequence[Candidate]) -> list[Candidate]:
    """Return what is told anew by naming more of those who were there ("Also present were Roe and Lund")."""
    out: list[Candidate] = []
    for word in parsed.words:
        present = present_too(word, people)
        before = [c for c in told if c.trigger.i < word.i and not c.sense.weak] if present else []
        if not before or word.sentence.i - before[-1].trigger.sentence.i > _NEAR:
            continue
        if any(_is_occasion(w) for w in parsed.words[before[-1].trigger.i + 1 : word.i]):
            continue
        last, verdict = before[-1], status_of(word)
        fits = last.type in _LOOSE and last.verdict.status is Status.ASSERTED
        if fits and verdict.status is Status.ASSERTED and governing_clause(word).tag != "VBP":
            sides = [*last.sides, present]
            out.append(Candidate(word, last.sense, sides, verdict, distinct(sides), taken_up=last))
    return out


def _is_occasion(noun: Word) -> bool:
    """Whether a noun tells of an occasion of its own ("a trial opened", "a dinner was held")."""
    known = ("noun", noun.lemma.lower()) in senses()
    if noun.pos != "NOUN" or (known and _is_plain(noun)):
        return False
    told = noun.dep == "nsubj" and noun.head.lemma in _HAPPENING | {"open"}
    told = told or (noun.dep == "nsubjpass" and noun.head.lemma in _HELD)
    return told or known


def _is_plain(noun: Word) -> bool:
    """Whether a noun only points back ("the meeting") and says nothing of which one it is."""
    return _is_definite(noun) and not _telling_apart(noun) - _DESCRIBING


def _telling_apart(noun: Word) -> set[str]:
    """Return the words at a noun that say which one it is; "that Berlin meeting" points back all the same."""
    return set() if _points(noun) else {c.lower for c in noun.children if c.dep in _TELLING_APART}


def _find_recalls(parsed: Parsed, people: People, candidates: Sequence[Candidate]) -> list[Candidate]:
    triggers = {c.trigger.i for c in candidates if len(c.entries) > 1}
    told = [c for c in candidates if not c.sense.weak and c.verdict.status in _TOLD]
    invited = [c for c in candidates if not c.sense.weak and _is_invitation(c)]
    out: list[Candidate] = []
    for word in parsed.words:
        sense = next(iter(senses().get(("noun", word.lemma.lower()), ())), None) if word.pos == "NOUN" else None
        if sense is None:
            continue
        present = attending(word, people)
        if present or word.i not in triggers:
            if _is_definite(word):
                recalled = _recalled(word, sense, told, present, people)
                if recalled is None and present and _is_said_of_more(word):
                    recalled = _recalled(word, sense, invited, present, people)
            else:
                recalled = _of_whom_follows(word, sense, candidates)
            if recalled is not None:
                out.append(recalled)
    return out


def _is_invitation(candidate: Candidate) -> bool:
    """Whether somebody is only invited to it ("invited her to lunch")."""
    verb = candidate.trigger.head.head
    return candidate.trigger.dep == "pobj" and verb.lemma == "invite" and not is_negated(verb)


def _is_said_of_more(noun: Word) -> bool:
    """Whether others are told to have been at it as well ("Roe also attended the lunch"): so those told before were."""
    verb = governing_clause(noun)
    return any(c.lower in {"also", "too"} for c in verb.children)


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
    told_more = {"prep", "poss", "relcl", "acl"}
    near = {"in", "at", "on"}
    if any(c.dep in told_more and c.lower not in near and c.lemma not in words().going for c in noun.children):
        return False
    return any(c.dep in {"det", "predet"} and c.lower in _DEFINITE for c in noun.children)


def _recalled(
    noun: Word, sense: Sense, told: Sequence[Candidate], present: list[Mention], people: People
) -> Candidate | None:
    verdict = _verdict_of_presence(noun) if present else _verdict(noun)
    if verdict is None:
        return None
    last = _meant(noun, sense, told)
    if last is None or _is_told_apart(noun, last) or (_is_past_another(noun, sense, last) and not _points(noun)):
        return None
    if not present and _is_of_others(noun, last, people):
        return None
    if last.verdict.status is not Status.ASSERTED and noun.head.lower == "before":
        return None
    absent = _absent(noun, people)
    sides = [[m for m in side if id(m.entry) not in absent] for side in last.sides]
    sides = [*sides, present] if present else sides
    if absent and len(distinct(sides)) < 2:
        return None
    return Candidate(noun, last.sense, sides, verdict, distinct(sides), taken_up=last)


def _absent(noun: Word, people: People) -> set[int]:
    """Return (by identity) those without whom it was held ("took place without Roe")."""
    without = (c for c in noun.head.children if c.dep == "prep" and c.lower == "without")
    mentions = (people.mention_at(o) for c in without for o in objects_of(c))
    return {id(m.entry) for m in mentions if m is not None}


def _is_told_apart(noun: Word, last: Candidate) -> bool:
    """Whether a noun says which one it is by words that the earlier telling lacks ("the annual meeting")."""
    known = {w.lower for w in last.trigger.sentence.words} | _DESCRIBING
    if count_of(last.trigger) is not None:
        known |= {"first", *words().ordinals}
    return bool(_telling_apart(noun) - known)


def _is_past_another(noun: Word, sense: Sense, last: Candidate) -> bool:
    """Whether another of the kind, told without people, stands between ("a separate meeting was held in June")."""
    sentence, between = noun.sentence, [w for w in noun.sentence.words if w.i < noun.i]
    while sentence.i > last.trigger.sentence.i + 1 and sentence.previous is not None:
        sentence = sentence.previous
        between += sentence.words
    types = _LOOSE.get(sense.type, frozenset({sense.type}))
    alike = (w for w in between if w.lemma == noun.lemma)
    return sentence.i > last.trigger.sentence.i and any(_is_one_more(w, types) for w in alike)


def _is_one_more(noun: Word, types: frozenset[ClaimType]) -> bool:
    """Whether a noun tells of an occasion of some types that was not told before."""
    kinds = senses().get(("noun", noun.lemma.lower()), ()) if noun.pos == "NOUN" else ()
    return any(s.type in types for s in kinds[:1]) and not _is_plain(noun)


def _is_of_others(noun: Word, last: Candidate, people: People) -> bool:
    """Whether somebody who did not take part speaks or acts at what the noun means: then it is another occasion."""
    if noun.dep != "pobj" or noun.head.lower not in _WHILE:
        return False
    mentions = (people.mention_at(w) for w in grammatical_subject(governing_clause(noun)))
    return any(m.entry.named and m.entry not in last.entries for m in mentions if m is not None)


def _meant(noun: Word, sense: Sense, told: Sequence[Candidate]) -> Candidate | None:
    """Return the occasion a definite noun means: the last that fits, if it is near or the only one so far; what is only
    planned where nothing of the kind was told as done."""
    types = _LOOSE.get(sense.type, frozenset({sense.type}))
    above = {word.i for word in noun.ancestors()}
    before = [c for c in told if c.trigger.i < noun.i and c.type in types and len(c.entries) > 1]
    before = [c for c in before if c.trigger.i not in above]
    if noun.lemma.lower() in words().meals:
        before = [c for c in before if c.trigger.lemma == noun.lemma]
    before = [c for c in before if c.verdict.status is Status.ASSERTED] or before
    if not before:
        return None
    last = before[-1]
    only = all(set(map(id, c.entries)) == set(map(id, last.entries)) for c in before)
    return last if noun.sentence.i - last.trigger.sentence.i <= (_FAR if only else _REACH) else None


def _verdict_of_presence(noun: Word) -> Verdict | None:
    """Return that somebody was there, if it is told as a fact of the past."""
    verb = governing_clause(noun)
    going = [c for c in noun.children if c.dep in {"acl", "relcl"} and c.lemma in words().going]
    verdict = status_of(going[0] if going else noun)
    past = (going[0] if going else verb).tag in {"VBD", "VBN"}
    return verdict if past and verdict.status is Status.ASSERTED else None


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


def _points(noun: Word) -> bool:
    """Whether "that" or "this" points to what was told last ("that Berlin meeting")."""
    return any(c.dep == "det" and c.lower in {"that", "this"} for c in noun.children)
