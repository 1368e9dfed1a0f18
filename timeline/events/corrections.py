"""Tellings that the text takes back or disputes right after them.

"The Courier wrote that she met him. That was wrong" tells of no meeting; "he says she met him, a claim she denies"
tells of one that is disputed. Only what is told on somebody's word can be taken back; who takes it back in somebody
else's words disputes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.events.candidates import Candidate
from timeline.events.status_negation import is_negated, is_nobody
from timeline.events.status_words import Verdict, classes
from timeline.language.coreference import quoted_words
from timeline.language.lexicon import lexicon
from timeline.language.parse import Parsed, Sentence, Word
from timeline.model import COUNTED_STATUSES, Status

_PRONOUNS = frozenset({"it", "that", "this", "which"})
_PEOPLE = frozenset({"he", "she", "they", "neither", "both"})
_CLAUSES = frozenset({"relcl", "acl", "conj", "parataxis", "ROOT", "advcl"})
#: What may stand beside a verb that only says that it was not so: "but in fact she did not".
_BARE = frozenset({"nsubj", "neg", "punct", "cc", "advmod", "mark", "prep", "aux"})


def with_corrections(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates, those taken back as denied and those disputed as alleged."""
    quoted = quoted_words(parsed)
    return [_corrected(candidate, parsed, candidates, quoted) for candidate in candidates]


def _corrected(one: Candidate, parsed: Parsed, candidates: Sequence[Candidate], quoted: set[int]) -> Candidate:
    if one.verdict.status not in COUNTED_STATUSES:
        return one
    told = one.trigger.i in quoted or _is_told(one.trigger)
    found = [*_unsaid(one, candidates, told=told), *_replies(one.trigger, parsed, told=told)]
    verdict = min(found, key=lambda v: v.status is Status.ALLEGED, default=None)
    return replace(one, verdict=verdict) if verdict is not None else one


def _is_told(trigger: Word) -> bool:
    """Whether the text tells it on somebody's word."""
    if any(w.lower in {"according", *classes().adverbs_alleged} for w in trigger.sentence.words):
        return True
    saying, below = lexicon().saying | classes().corrections_telling, trigger
    for up in trigger.ancestors():
        if up.lemma.lower() in classes().reports_nouns or (up.lemma in saying and below.dep not in {"conj", "advcl"}):
            return True
        below = up
    return False


def _unsaid(one: Candidate, candidates: Iterable[Candidate], *, told: bool) -> Iterator[Verdict]:
    """Yield the denial by a later telling of the same people: "In fact they never met"."""
    people = {id(e) for e in one.entries}
    denied = (o for o in candidates if told and o.verdict.status is Status.DENIED and o.trigger.i > one.trigger.i)
    for other in denied:
        near = other.trigger.sentence.i - one.trigger.sentence.i <= 1
        if near and {id(e) for e in other.entries} == people and _is_whole(other.trigger):
            status = Status.ALLEGED if _is_told(other.trigger) else Status.DENIED
            yield Verdict(status, f"{other.verdict.why} {other.trigger.text}")


def _is_whole(denial: Word) -> bool:
    """Whether a denial has no limits: not "never met again", "did not meet in June"."""
    limits = [c for c in denial.children if c.dep in {"prep", "advmod", "npadvmod", "advcl"} and c.i > denial.i]
    return denial.pos == "VERB" and all(c.lower in {"at", "with"} for c in limits)


def _replies(trigger: Word, parsed: Parsed, *, told: bool) -> Iterator[Verdict]:
    """Yield what the clauses behind a trigger, and the next sentence, make of what it tells."""
    for verb in trigger.sentence.words:
        if verb.i > trigger.i and verb.pos in {"VERB", "AUX"} and verb.dep in _CLAUSES:
            yield from _reply(verb, told=told, aloud=False)
    following = parsed.sentences[trigger.sentence.i + 1 : trigger.sentence.i + 2]
    for sentence in following:
        if told and _opens_with_not_so(sentence):
            yield Verdict(Status.DENIED, "not so")
        root = sentence.root
        yield from _reply(root, told=told, aloud=False)
        if root.lemma in lexicon().saying:
            for clause in (c for c in root.children if c.dep == "ccomp"):
                yield from _reply(clause, told=told, aloud=root.lemma not in {"admit", "acknowledge"})


def _opens_with_not_so(sentence: Sentence) -> bool:
    words = [w.lower for w in sentence.words if w.dep != "punct"]
    return words in (["not", "so"], ["not", "true"], ["wrong"], ["untrue"], ["false"])


def _reply(verb: Word, *, told: bool, aloud: bool) -> Iterator[Verdict]:
    """Yield what one clause makes of what was told before; `aloud` is whether somebody says that clause."""
    if told and (_is_untrue(verb) or _never_was(verb) or _did_not(verb) or _is_taken_back(verb)):
        yield Verdict(Status.ALLEGED if aloud else Status.DENIED, f"taken back: {verb.text}")
    elif _is_unsent(verb):
        yield Verdict(Status.DENIED, f"not {verb.text}")
    elif _is_disputed(verb):
        yield Verdict(Status.ALLEGED, f"disputed: {verb.text}")


def _subject(verb: Word) -> Word | None:
    return next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)


def _means_it(word: Word | None) -> bool:
    """Whether a word takes up what was told: "that", "the report", and not "the report on the dam"."""
    if word is None:
        return False
    if word.lower in _PRONOUNS:
        return True
    definite = any(c.dep == "poss" or c.lower in {"the", "this", "that", "these", "those"} for c in word.children)
    own = any(c.dep in {"prep", "acl", "relcl"} for c in word.children)
    return definite and not own and word.lemma.lower() in classes().reports_nouns | classes().corrections_things


def _is_untrue(verb: Word) -> bool:
    """Read "that was wrong", "the report is not true", "it turned out to be a hoax", "he was mistaken"."""
    table, subject = classes(), _subject(verb)
    if subject is None or verb.lemma not in {"be", "prove", "turn", "lie"}:
        return False
    if verb.lemma == "lie":
        return (
            subject.lower in _PEOPLE and all(c.dep in _BARE - {"prep"} for c in verb.children) and not is_negated(verb)
        )
    inner = [verb, *(c for c in verb.children if c.dep == "xcomp")]
    said = [c for v in inner for c in v.children if c.dep in {"acomp", "attr", "oprd"}]
    words = {w.lower for c in said for w in (c, *c.children)} | {v.lower for v in inner}
    if any(
        c.dep in {"prep", "xcomp"} and c.lower != "be" for up in (*said, *inner) for c in up.children if c.i > verb.i
    ):
        return False  # "was wrong about the date"
    if _means_it(subject) or (subject.lower == "they" and not words & table.corrections_of_people):
        return bool(words & (table.reports_true if is_negated(verb) else table.reports_untrue))
    person = subject.lower in _PEOPLE or subject.lemma in lexicon().press_words | {"paper", "newspaper"}
    bare = all(c.dep in {"advmod", "punct"} for noun in said for c in noun.children)
    ends = all(c.dep not in {"ccomp", "advcl"} for c in verb.children if c.i > verb.i)
    return person and bare and ends and bool(words & table.corrections_of_people) and not is_negated(verb)


def _never_was(verb: Word) -> bool:
    """Read "that never happened", "no such meeting took place", "there was no such meeting", "nothing of the kind"."""
    subject = _subject(verb)
    if subject is not None and subject.lower == "nothing" and verb.lemma in {"happen", "occur"}:
        return any(w.lower in {"kind", "sort"} for w in subject.subtree())
    such = [w for w in verb.subtree() if w.lower == "such"]
    if any(is_nobody(w.head) for w in such):
        return True
    return _means_it(subject) and is_negated(verb) and verb.lemma in {"happen", "occur", "take", "exist"}


def _did_not(verb: Word) -> bool:
    """Read "she did not", "but they had not"."""
    subject = _subject(verb)
    person = subject is not None and (subject.lower in _PEOPLE or subject.pos == "PROPN")
    bare = verb.lemma in {"do", "have"} and all(c.dep in _BARE or c.lower == "which" for c in verb.children)
    return person and bare and any(c.dep == "neg" for c in verb.children)


def _is_taken_back(verb: Word) -> bool:
    """Read "later retracted the story", "apologised for the error", "he had made it up"."""
    table, lemma = classes(), verb.lemma.lower()
    things = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"}]
    things += [o for c in verb.children if c.dep == "prep" and c.lower == "for" for o in c.children]
    if lemma in table.corrections_sorry:
        return any(c.lemma.lower() in table.corrections_errors and _means_it(c) for c in things)
    up = lemma == "make" and any(c.lower == "up" for c in verb.children)
    return (up or lemma in table.corrections_verbs) and any(map(_means_it, things)) and not is_negated(verb)


def _is_unsent(verb: Word) -> bool:
    """Read "wrote him a letter but never sent it"."""
    unsent = verb.dep == "conj" and verb.lemma in classes().undone_sending and is_negated(verb)
    return unsent and any(c.dep == "dobj" and c.lower in {"it", "them"} for c in verb.children)


def _is_disputed(verb: Word) -> bool:
    """Read "she denies it", "which he disputes", "a claim that she rejects", "something both deny", "both called it
    absurd"."""
    if verb.lemma in {"call", "label", "brand"}:
        scorn = classes().corrections_scorn | classes().reports_untrue
        return any(map(_means_it, verb.children)) and any(w.lower in scorn for w in verb.subtree())
    if verb.lemma not in classes().deny_saying | classes().corrections_disputing or is_negated(verb):
        return False
    subject = _subject(verb)
    if verb.dep in {"relcl", "acl"} and verb.head.lemma.lower() in classes().reports_nouns | {
        "something",
        "allegation",
    }:
        return subject is not None and subject.lower not in {"who", "which", "that"} and verb.head.dep != "nsubj"
    if any(c.lower == "something" for c in verb.children):
        return True
    own = subject is not None and subject.lower != "who"
    return own and any(c.dep in {"dobj", "nsubjpass"} and _means_it(c) for c in verb.children)
