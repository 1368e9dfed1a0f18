"""Repairs of a parse, where the model is known to go wrong in the same way again and again.

A phrase in front of the clause swallows its subject: in "At the request of Lund, Roe met ..." the model makes Roe an
apposition of Lund, and the verb has no subject. Here Roe becomes the subject again, for every rule that reads on.
"""

from __future__ import annotations

from timeline.language.parse import Parsed, Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_FRONTED = frozenset({"prep", "agent", "pcomp"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl"})
#: Words that begin a phrase, and that the model may take for the beginning of a clause.
_MARKS = frozenset({"after", "before", "since", "until", "during", "in", "at", "on"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def repair(parsed: Parsed) -> None:
    """Give verbs back the subject that a phrase before them swallowed; a repaired parse stays as it is."""
    for verb in parsed.words:
        if verb.pos in {"VERB", "AUX"} and verb.dep in _CLAUSES and _is_finite(verb):
            subjects = [c for c in verb.children if c.dep in _SUBJECTS]
            if not subjects:
                _give_back(verb, [c for c in verb.children if c.dep in _FRONTED and c.i < verb.i])
            elif len(subjects) == 1:
                _unmark(verb, subjects[0])


def _is_finite(verb: Word) -> bool:
    return verb.tag in _FINITE or any(c.tag in _FINITE for c in verb.children if c.dep in {"aux", "auxpass"})


def _give_back(verb: Word, fronted: list[Word]) -> None:
    for phrase in fronted:
        swallowed = _swallowed(phrase, verb)
        if swallowed is not None:
            _attach(swallowed, verb, _subject_label(verb))
            return


def _unmark(verb: Word, subject: Word) -> None:
    """Make a phrase of "After her talks with Lund, Roe flew", where the talks were made the subject."""
    marks = [c for c in verb.children if c.dep == "mark" and c.lower in _MARKS and c.i < subject.i]
    swallowed = _swallowed(subject, verb) if marks and subject.i < verb.i else None
    if swallowed is not None:
        _attach(subject, marks[-1], "pobj")
        marks[-1].dep = "prep"
        _attach(swallowed, verb, _subject_label(verb))


def _swallowed(phrase: Word, verb: Word) -> Word | None:
    """Return the first name behind a comma in a phrase that reaches up to the verb, if the rest of it hangs below."""
    words = verb.sentence.words
    inside = phrase.subtree()
    for word in inside:
        listed = word.dep == "conj" and word.entity == word.head.entity == "GPE"
        if word.dep in {"appos", "conj"} and word.pos in {"PROPN", "PRON"} and word.head.i < word.i and not listed:
            below = word.subtree()
            before = words[below[0].i - words[0].i - 1]
            if before.text == "," and below[-1] is inside[-1] and _reaches(below[-1], verb):
                return word
    return None


def _reaches(last: Word, verb: Word) -> bool:
    """Whether nothing but a comma, adverbs and auxiliaries stand between a word and a verb."""
    between = [w for w in verb.sentence.words if last.i < w.i < verb.i]
    return all(w.head is verb and (w.text == "," or w.pos in {"ADV", "AUX", "PART"}) for w in between)


def _subject_label(verb: Word) -> str:
    return "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj"


def _attach(word: Word, head: Word, label: str) -> None:
    word.head.children.remove(word)
    word.head, word.dep = head, label
    head.children.append(word)
    head.children.sort(key=lambda w: w.i)
