"""What somebody who denies leaves standing: "did not deny", "falsely denied", "stopped denying", "neither confirmed nor
denied"."""

from __future__ import annotations

from timeline.events.status_negation import is_negated
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status


def is_denial(verb: Word) -> bool:
    """Whether a verb denies what stands below it: "deny", "ruled out"."""
    table, lemma = classes(), verb.lemma.lower()
    return lemma in table.deny_verbs or any(f"{lemma} {c.lower}" in table.deny_particles for c in verb.children)


def denial(verb: Word) -> Verdict:
    """Return what a verb of denial makes of what it denies."""
    if verb.lemma not in classes().deny_saying:
        return Verdict(Status.HYPOTHETICAL if is_negated(verb) else Status.DENIED, verb.text)
    if _is_left_open(verb):
        return Verdict(Status.HYPOTHETICAL, f"neither confirmed nor {verb.text}")
    if is_negated(verb):
        return Verdict(Status.HYPOTHETICAL, verb.text) if _is_to_come(verb) else ASSERTED
    if _is_untrue(verb) or _is_given_up(verb):
        return ASSERTED
    return Verdict(Status.DENIED, verb.text)


def leaves_open(verb: Word) -> bool:
    """Whether somebody confirms nothing and denies nothing, where the parse puts what is told below the first."""
    return verb.lemma in classes().factive_confirming and any(v.lemma in classes().deny_saying for v in _or(verb))


def _is_left_open(denying: Word) -> bool:
    """Read "neither confirmed nor denied", "declined to confirm or deny"."""
    return any(v.lemma in classes().factive_confirming for v in _or(denying))


def _or(verb: Word) -> list[Word]:
    """Return the verbs that a verb is joined with as one of two: not "denied this and confirmed that"."""
    joined = [*([verb.head] if verb.dep == "conj" else []), *(c for c in verb.children if c.dep == "conj")]
    between = (
        verb.sentence.words[min(v.i, verb.i) - verb.sentence.words[0].i : max(v.i, verb.i) - verb.sentence.words[0].i]
        for v in joined
    )
    return [
        v
        for v, words in zip(joined, between, strict=True)
        if is_negated(v) or any(w.lower in {"or", "nor"} for w in words)
    ]


def _is_to_come(verb: Word) -> bool:
    return any(c.dep == "aux" and c.lower in {"would", "will", "wo"} for c in verb.children)


def _is_untrue(denying: Word) -> bool:
    """Read "falsely denied", "lied when she denied", "was wrong to deny"."""
    table, above = classes(), denying.head
    if any(c.lower in table.adverbs_untrue for c in denying.children):
        return True
    if lie_around(denying) is not None:
        return True
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in denying.children)
    return infinitive and above.lower in table.corrections_of_people


def lie_around(saying: Word) -> Word | None:
    """Return the lie that a saying is told to have been: "lied when she said", "accused her of lying in saying"."""
    above = saying.head.head if saying.dep == "pcomp" else saying.head
    if saying.dep not in {"advcl", "pcomp"} or above.pos != "VERB":
        return None
    behind = [g for c in above.children if c.dep == "prep" for g in c.children if g.dep in {"pcomp", "pobj"}]
    return next((v for v in (above, *behind) if v.lemma in classes().reports_lying), None)


def _is_given_up(denying: Word) -> bool:
    """Read "stopped denying", "gave up denying"."""
    above = denying.head
    if denying.tag != "VBG" or denying.dep not in {"xcomp", "dobj", "ccomp", "advcl"}:
        return False
    up = any(c.lower == "up" for c in above.children)
    return (above.lemma in classes().deny_ending or (above.lemma == "give" and up)) and not is_negated(above)
