"""What a clause makes of what was told before it: takes it back, calls it untrue, says that it was only a plan."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.status_negation import is_negated, is_nobody
from timeline.events.status_words import Verdict, classes
from timeline.language.lexicon import lexicon
from timeline.language.parse import Sentence, Word
from timeline.model import Status

_PRONOUNS = frozenset({"it", "that", "this", "which"})
_PEOPLE = frozenset({"he", "she", "they", "neither", "both"})
_CLAUSES = frozenset({"relcl", "acl", "conj", "parataxis", "ROOT", "advcl"})
#: What may stand beside a verb that only says that it was not so: "but in fact she did not".
_BARE = frozenset({"nsubj", "neg", "punct", "cc", "advmod", "mark", "prep", "aux"})
#: Which of several tellings is meant: "the second claim was false".
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "latter": -1, "last": -1}
_HAPPENING = frozenset({"happen", "occur", "take", "exist"})


def numbered(sentence: Sentence) -> int | None:
    """Return which of the tellings before a sentence means, or None if it does not say."""
    reports = (w for w in sentence.words if w.dep in {"nsubj", "nsubjpass", "dobj"} and _is_telling(w))
    places = (c.lower for w in reports for c in w.children if c.lower in _PLACES)
    latter = (w.lower for w in sentence.words if w.dep in {"nsubj", "nsubjpass", "dobj"} and w.lower in _PLACES)
    return next((_PLACES[place] for place in (*places, *latter)), None)


def replies(trigger: Word, sentence: Sentence, *, told: bool) -> Iterator[Verdict]:
    """Yield what a sentence makes of what a trigger tells: the clauses behind it in its own, the main ones of another;
    `told` is whether the text tells it on somebody's word."""
    if sentence is not trigger.sentence and _goes_on_about(sentence):
        return
    if sentence is trigger.sentence:
        for verb in sentence.words:
            if verb.i > trigger.i and verb.pos in {"VERB", "AUX"} and verb.dep in _CLAUSES:
                yield from _reply(verb, told=told, aloud=False)
        return
    if told and _is_not_so(sentence):
        yield Verdict(Status.ALLEGED if _is_said(sentence) else Status.DENIED, "not so")
    if _was_the_plan(sentence.root):
        yield Verdict(Status.PLANNED, "the plan")
    for verb, aloud in _main_clauses(sentence.root):
        yield from _reply(verb, told=told, aloud=aloud)


def _goes_on_about(sentence: Sentence) -> bool:
    """Whether only a part of it is set right: "That was wrong; the meeting was on May 4"."""
    for word in sentence.words:
        if word.dep == "nsubj" and word.lemma.lower() in {"meeting", "call", "encounter", "letter"} and _means_it(word):
            verb = word.head
            dated = any(c.dep == "prep" and any(o.entity == "DATE" for o in c.children) for c in verb.children)
            if verb.lemma == "be" and dated and not is_negated(verb):
                return True
    return False


def _main_clauses(root: Word) -> Iterator[tuple[Word, bool]]:
    """Yield the root of a sentence and the clauses that it says or shows, or that a colon joins to it; the second of
    each is whether somebody says it aloud."""
    yield root, False
    table, said = classes(), root.lemma in lexicon().saying
    for clause in (c for c in root.children if c.dep == "ccomp"):
        if said or root.lemma in table.corrections_showing or clause.i < root.i:
            yield clause, said and root.lemma not in table.corrections_admitting


def _is_said(sentence: Sentence) -> bool:
    return any(w.lemma in lexicon().saying for w in sentence.words)


def _is_not_so(sentence: Sentence) -> bool:
    """Read "Not true.", "Pure invention", and the same as what somebody says."""
    table = classes()
    words: list[str] = []
    for word in sentence.words:
        if word.dep == "punct" and words:
            break
        words += [] if word.dep == "punct" else [word.lower]
    if words in (["not", "so"], ["not", "true"], ["not", "at", "all"], ["absolutely", "not"], ["certainly", "not"]):
        return True
    short = 0 < len(words) <= 3 and words[-1] in table.reports_untrue | table.corrections_scorn
    return short and all(w in table.corrections_wholly for w in words[:-1])


def _was_the_plan(verb: Word) -> bool:
    """Read "That, at least, was the plan", "Or so they had planned"."""
    table, subject = classes(), _subject(verb)
    if verb.lemma == "plan" and any(c.lower == "so" and c.i < verb.i for c in verb.children):
        return True
    if verb.lemma != "be" or subject is None or subject.lower not in _PRONOUNS or is_negated(verb):
        return False
    plans = (c for c in verb.children if c.dep == "attr" and c.lemma in table.plan_nouns | table.corrections_ideas)
    return any(all(c.dep == "det" and c.lower == "the" for c in noun.children) for noun in plans)


def _reply(verb: Word, *, told: bool, aloud: bool) -> Iterator[Verdict]:
    """Yield what one clause makes of what was told before; `aloud` is whether somebody says that clause."""
    if told and (_is_untrue(verb) or _never_was(verb) or _did_not(verb) or _is_taken_back(verb)):
        yield Verdict(Status.ALLEGED if aloud else Status.DENIED, f"taken back: {verb.text}")
    elif told and _is_perjured(verb):
        convicted = verb.lemma in classes().corrections_convicting
        yield Verdict(Status.DENIED if convicted else Status.ALLEGED, f"{verb.text}: perjury")
    elif _is_disputed(verb) or (told and _is_shaken(verb)):
        yield Verdict(Status.ALLEGED, f"disputed: {verb.text}")


def _subject(verb: Word) -> Word | None:
    return next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)


def _is_telling(noun: Word) -> bool:
    return noun.lemma.lower() in classes().reports_nouns | classes().corrections_things


def _means_it(word: Word | None) -> bool:
    """Whether a word takes up what was told: "that", "the report", and not "the report on the dam"."""
    if word is None:
        return False
    if word.lower in _PRONOUNS or word.lower in {"former", "latter"}:
        return True
    definite = any(c.dep == "poss" or c.lower in {"the", "this", "that", "these", "those"} for c in word.children)
    own = any(c.dep in {"prep", "acl", "relcl"} for c in word.children)
    return definite and not own and _is_telling(word)


def _is_untrue(verb: Word) -> bool:
    """Read "that was wrong", "the report is not true", "it turned out to be a hoax", "he was mistaken"."""
    table, subject = classes(), _subject(verb)
    if subject is None or verb.lemma not in {"be", "lie"} | table.corrections_turning:
        return False
    if verb.lemma == "lie":
        return (
            subject.lower in _PEOPLE and all(c.dep in _BARE - {"prep"} for c in verb.children) and not is_negated(verb)
        )
    inner = [verb, *(c for c in verb.children if c.dep == "xcomp")]
    said = [c for v in inner for c in v.children if c.dep in {"acomp", "attr", "oprd"}]
    words = {w.lower for c in said for w in (c, *c.children)} | {v.lower for v in inner}
    if _is_about(verb, (*said, *inner)):
        return False
    if _means_it(subject) or (subject.lower == "they" and not words & table.corrections_of_people):
        return bool(words & (table.reports_true if is_negated(verb) else table.reports_untrue))
    person = subject.lower in _PEOPLE or subject.lemma in lexicon().press_words | {"paper", "newspaper"}
    bare = all(c.dep in {"advmod", "punct"} for noun in said for c in noun.children)
    ends = all(c.dep not in {"ccomp", "advcl"} for c in verb.children if c.i > verb.i)
    return person and bare and ends and bool(words & table.corrections_of_people) and not is_negated(verb)


def _is_about(verb: Word, said: tuple[Word, ...]) -> bool:
    """Whether only a part is called untrue: "was wrong about the date"."""
    behind = (c for up in said for c in up.children if c.i > verb.i)
    return any(c.dep in {"prep", "xcomp"} and c.lower != "be" for c in behind)


def _never_was(verb: Word) -> bool:
    """Read "that never happened", "no such meeting took place", "there is no record of it", "nothing of the kind"."""
    subject = _subject(verb)
    if subject is not None and subject.lower == "nothing" and verb.lemma in {"happen", "occur"}:
        return any(w.lower in {"kind", "sort"} for w in subject.subtree())
    if any(w.lower == "such" and is_nobody(w.head) for w in verb.subtree()):
        return True
    if any(_is_unrecorded(c) for c in verb.children if c.dep in {"nsubj", "nsubjpass", "attr", "dobj"}):
        return True
    if verb.lemma not in _HAPPENING or subject is None:
        return False
    return _is_telling(subject) if is_nobody(subject) else _means_it(subject) and is_negated(verb)


def _is_unrecorded(noun: Word) -> bool:
    """Whether there is nothing that shows what was told: "no record of such a meeting", "no evidence for it"."""
    table = classes()
    if noun.lemma.lower() not in table.memory_nouns | table.corrections_showings or not is_nobody(noun):
        return False
    of = [o for c in noun.children if c.dep == "prep" and c.lower in {"of", "for"} for o in c.children]
    return any(_means_it(o) or any(c.lower == "such" for c in o.children) for o in of)


def _did_not(verb: Word) -> bool:
    """Read "she did not", "but they had not", "he has never laid eyes on her"."""
    subject = _subject(verb)
    person = subject is not None and (subject.lower in _PEOPLE or subject.pos == "PROPN")
    if not person or not any(c.dep == "neg" for c in verb.children):
        return False
    eyes = verb.lemma in {"lay", "set", "clap"} and any(c.lemma == "eye" for c in verb.children)
    return eyes or (verb.lemma in {"do", "have"} and all(c.dep in _BARE or c.lower == "which" for c in verb.children))


def _is_taken_back(verb: Word) -> bool:
    """Read "later retracted the story", "apologised for the error", "he had made it up", "the witness recanted"."""
    table, lemma = classes(), verb.lemma.lower()
    things = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"}]
    things += [o for c in verb.children if c.dep == "prep" and c.lower == "for" for o in c.children]
    things += [o for c in verb.children if c.lower == "up" for o in c.children]  # "made [it up]"
    if is_negated(verb):
        return False
    if lemma in table.corrections_sorry:
        return any(c.lemma.lower() in table.corrections_errors and _means_it(c) for c in things)
    if lemma in table.corrections_recanting and not things:
        return verb.dep in {"ROOT", "conj", "ccomp"}
    phrases = {f"{lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "advmod", "ccomp", "prep"}}
    back = lemma in table.corrections_verbs or bool(phrases & table.corrections_phrases)
    return back and any(map(_means_it, things))


def _is_perjured(verb: Word) -> bool:
    """Read "was charged with perjury", "now faces a charge of perjury"."""
    if verb.lemma not in classes().corrections_convicting | classes().corrections_charging:
        return False
    return any(w.lemma.lower() == "perjury" for w in verb.subtree())


def _is_shaken(verb: Word) -> bool:
    """Read "has changed her story", "says that he does not know her", "printed a correction"."""
    own = [c for c in verb.children if c.dep == "dobj" and _is_telling(c)]
    if verb.lemma == "change" and any(c.dep == "poss" for noun in own for c in noun.children):
        return not is_negated(verb)
    if any(c.dep == "dobj" and c.lemma == "correction" for c in verb.children):
        return verb.lemma in classes().reports_giving and not is_negated(verb)
    known = any(c.dep == "dobj" and (c.pos == "PROPN" or c.lower in {"him", "her", "them"}) for c in verb.children)
    return verb.lemma == "know" and known and is_negated(verb)


def _is_disputed(verb: Word) -> bool:
    """Read "she denies it", "which he disputes", "a claim that she rejects", "something both deny"."""
    if verb.lemma in classes().corrections_calling:
        return _is_called_untrue(verb)
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


def _is_called_untrue(verb: Word) -> bool:
    """Read "both called it absurd", "described the story as nonsense"."""
    scorn = classes().corrections_scorn | classes().reports_untrue
    # The parse may take "the report fiction" for one noun.
    nouns = [*verb.children, *(n for c in verb.children if c.dep == "dobj" for n in c.children if n.dep == "compound")]
    meant = any(_means_it(n) or (n.dep == "compound" and _is_telling(n)) for n in nouns)
    return meant and any(w.lower in scorn for w in verb.subtree())
