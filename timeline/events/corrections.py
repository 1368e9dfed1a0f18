"""Tellings that the text takes back or disputes right after them.

"The Courier wrote that she met him. That was wrong" tells of no meeting; "he says she met him, a claim she denies"
tells of one that is disputed. Only what is told on somebody's word can be taken back; who takes it back in somebody
else's words disputes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.events.candidates import Candidate
from timeline.events.replies import numbered, replies
from timeline.events.senses import senses
from timeline.events.status import status_of
from timeline.events.status_nouns import undone
from timeline.events.status_words import Verdict, classes
from timeline.events.unreached import unreached
from timeline.language.lexicon import lexicon
from timeline.language.mentions import Entry
from timeline.language.parse import Parsed, Sentence, Word
from timeline.language.quotations import quoted_words
from timeline.model import COUNTED_STATUSES, ClaimType, Status

#: What the parse may make of "the Courier wrote" behind what it wrote.
_ASIDES = frozenset({"conj", "parataxis", "advcl", "ccomp"})


def with_corrections(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates: what was taken back as denied, what is disputed as alleged, what reached nobody as unreal."""
    quoted = quoted_words(parsed)
    corrected = [_corrected(candidate, parsed, candidates, quoted) for candidate in candidates]
    return [_in_writing(candidate, corrected) for candidate in corrected]


def _corrected(one: Candidate, parsed: Parsed, candidates: Sequence[Candidate], quoted: frozenset[int]) -> Candidate:
    if one.verdict.status is Status.PLANNED:
        off = _called_off(one, parsed)
        return one if off is None else replace(one, verdict=off)
    if one.verdict.status not in COUNTED_STATUSES:
        return one
    told = one.trigger.i in quoted or _is_told(one.trigger)
    found = list(_unsaid(one, candidates, told=told))
    for sentence in (one.trigger.sentence, *_answers(one, parsed, candidates)):
        found += replies(one.trigger, sentence, told=told)
    found += [Verdict(Status.DENIED, "told untruly")] if _is_told_untruly(one.trigger) else []
    failed = unreached(one, parsed) or _cancelled(one.trigger, parsed)
    if failed is None and _is_purpose(one.trigger):
        failed = _called_off(one, parsed)
    found += [failed] if failed is not None else []
    verdict = min(found, key=lambda v: v.status is Status.ALLEGED, default=None)
    return replace(one, verdict=verdict) if verdict is not None else one


def _answers(one: Candidate, parsed: Parsed, candidates: Iterable[Candidate]) -> Iterator[Sentence]:
    """Yield the sentences that may take a telling back: the next one, unless it means another ("the second claim")."""
    here = one.trigger.sentence.i
    for sentence in parsed.sentences[here + 1 : here + 3]:
        place = numbered(sentence)
        if place is None and sentence.i == here + 1:
            yield sentence
        elif place is not None:
            near = [c for c in candidates if sentence.i - 2 <= c.trigger.sentence.i < sentence.i]
            if -len(near) <= place < len(near) and near[place] is one:
                yield sentence


def _is_told(trigger: Word) -> bool:
    """Whether the text tells it on somebody's word."""
    if any(w.lower in {"according", *classes().adverbs_alleged} for w in trigger.sentence.words):
        return True
    saying, below = lexicon().saying | classes().corrections_telling, trigger
    for up in trigger.ancestors():
        if up.lemma.lower() in classes().reports_nouns or (up.lemma in saying and below.dep not in {"conj", "advcl"}):
            return True
        below = up
    return any(_is_aside(w, trigger) for w in trigger.sentence.words if w.i > trigger.i and w.lemma in saying)


def _is_told_untruly(trigger: Word) -> bool:
    """Whether a clause behind says that it is untrue ("..., the Courier wrongly reported")."""
    telling = lexicon().saying | classes().corrections_telling
    behind = (w for w in trigger.sentence.words if w.i > trigger.i and w.lemma in telling)
    return any(_is_aside(w, trigger) and any(c.lower in classes().adverbs_untrue for c in w.children) for w in behind)


def _is_aside(saying: Word, trigger: Word) -> bool:
    """Whether a clause behind what is told only says who told it ("..., the Courier wrote")."""
    first = saying.subtree()[0].i
    comma = any(w.text == "," and w.i == first - 1 for w in saying.sentence.words)
    told = comma and saying.dep in _ASIDES and saying.head in (trigger, *trigger.ancestors())
    joined = any(c.dep == "cc" for c in saying.head.children if trigger.i < c.i < saying.i)
    joined = joined or any(c.dep == "mark" or c.tag == "WRB" for c in saying.children)
    own = {"ccomp"} if saying.lemma in {"tell", "inform"} else {"dobj", "ccomp"}
    subject = any(c.dep == "nsubj" for c in saying.children)
    return told and subject and not joined and not any(c.dep in own for c in saying.children)


def _unsaid(one: Candidate, candidates: Iterable[Candidate], *, told: bool) -> Iterator[Verdict]:
    """Yield the denial by a later telling: "In fact they never met", "In fact it was Roe who met him"."""
    people = {id(e) for e in one.entries}
    for other in (o for o in candidates if told and o.trigger.i > one.trigger.i):
        near = other.trigger.sentence.i - one.trigger.sentence.i <= 1
        theirs = {id(e) for e in other.entries}
        alike = theirs == people or {id(e) for e in other.entries if not _is_the_man(e)} < people
        if near and other.verdict.status is Status.DENIED and alike and _is_whole(other.trigger):
            status = Status.ALLEGED if _is_told(other.trigger) else Status.DENIED
            yield Verdict(status, f"{other.verdict.why} {other.trigger.text}")
        if near and theirs != people and theirs & people and _is_cleft(other.trigger):
            yield Verdict(Status.DENIED, "it was another")


def _is_the_man(entry: Entry) -> bool:
    """Whether somebody is only pointed at ("I have never met the man")."""
    return not entry.named and entry.name.lower() in {"the man", "the woman", "this man", "this woman"}


def _is_whole(denial: Word) -> bool:
    """Whether a denial has no limits: not "never met again", "did not meet in June"."""
    limits = [c for c in denial.children if c.dep in {"prep", "advmod", "npadvmod", "advcl"} and c.i > denial.i]
    return denial.pos == "VERB" and all(c.lower in {"at", "with"} for c in limits)


def _in_writing(one: Candidate, corrected: Iterable[Candidate]) -> Candidate:
    """Return what somebody told in a letter as what became of it: "in a letter that was never sent, she told him"."""
    if not one.sense.weak or one.verdict.status not in COUNTED_STATUSES:
        return one
    people, below = {id(e) for e in one.entries}, [c for c in one.trigger.children if c.dep == "prep"]
    inside = (o for o in corrected if o.type is ClaimType.CORRESPONDENCE and o.trigger.head in below)
    unsent = (o for o in inside if {id(e) for e in o.entries} == people and o.verdict.status not in COUNTED_STATUSES)
    return next((replace(one, verdict=o.verdict) for o in unsent), one)


def _is_cleft(verb: Word) -> bool:
    """Whether a sentence says who it was that did it: "it was Roe who met him"."""
    copula = verb.head.head
    it = any(c.dep in {"nsubj", "expl"} and c.lower == "it" for c in copula.children)
    return verb.dep == "relcl" and verb.head.dep == "attr" and copula.lemma == "be" and it


def _is_purpose(verb: Word) -> bool:
    """Whether it is told as what somebody went for: "flew to Bonn to meet him"."""
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in verb.children)
    return infinitive and verb.head.lemma in classes().real_going


def _called_off(plan: Candidate, parsed: Parsed) -> Verdict | None:
    """Read that a plan came to nothing: "was to see him on Friday, but the meeting was cancelled"."""
    last = parsed.sentences[min(plan.trigger.sentence.i + 1, len(parsed.sentences) - 1)].words[-1].i
    for word in parsed.words[plan.trigger.i + 1 : last + 1]:
        kinds = senses().get(("noun", word.lemma.lower()), ())
        definite = any(c.dep == "det" and c.lower in {"the", "that", "this"} for c in word.children)
        if not definite or not any(s.type is plan.type for s in kinds):
            continue
        if word.dep in {"nsubj", "nsubjpass", "dobj"} and not any(c.tag == "MD" for c in word.head.children):
            verdict = undone(word) or status_of(word)
            off = verdict.status is Status.DENIED or (verdict.status is Status.HYPOTHETICAL and undone(word))
            return verdict if off else None
    return None


def _cancelled(noun: Word, parsed: Parsed) -> Verdict | None:
    """Read what became of a meeting that somebody only went for: "flew to Bonn for talks with her. The talks were
    cancelled"."""
    if noun.dep != "pobj" or noun.head.lower not in {"for", "to"} or noun.pos != "NOUN":
        return None
    for sentence in parsed.sentences[noun.sentence.i + 1 : noun.sentence.i + 2]:
        for word in sentence.root.children:
            definite = any(c.lower in {"the", "that", "this"} for c in word.children)
            if word.lemma == noun.lemma and word.dep in {"nsubj", "nsubjpass"} and definite:
                verdict = status_of(word)
                return verdict if verdict.status not in COUNTED_STATUSES else None
    return None
