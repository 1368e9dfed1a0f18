"""What negates a verb: "not" and "never", and subjects that are nobody; not "not only"."""

from __future__ import annotations

from timeline.events.status_words import classes
from timeline.language.parse import Word

#: Behind "not", these take the negation off: "did not just meet her".
_BESIDES = frozenset({"only", "just", "merely", "simply"})


def negates(child: Word) -> bool:
    """Whether a word negates the verb that it stands at."""
    if child.dep in {"nsubj", "nsubjpass"}:
        return is_nobody(child)
    if child.dep in {"aux", "auxpass"}:
        return any(c.dep == "neg" for c in child.children)  # "did not, as reported, meet her"
    if child.dep == "advmod" and child.lower == "longer":
        return any(c.lower == "no" for c in child.children)
    if child.lower == "nor" and child.i < child.head.i:
        return any(c.dep in {"aux", "auxpass"} and c.i < child.head.i for c in child.head.children)
    if child.dep != "neg" and not (child.dep == "advmod" and child.lower in {"never", "hardly"}):
        return False
    behind = [w.lower for w in child.sentence.words if child.i < w.i <= child.i + 1]
    return not _BESIDES.intersection(behind) and not _is_until(child.head)


def is_negated(verb: Word) -> bool:
    """Whether a verb is negated."""
    return any(negates(child) for child in verb.children)


def is_nobody(subject: Word) -> bool:
    """Whether a subject says that nobody did it."""
    without = any((c.dep == "det" and c.lower == "no") or c.lower == "neither" for c in subject.children)
    return subject.lower in classes().negation_subjects or without


def _is_until(verb: Word) -> bool:
    """Whether something was done, only late: "did not meet her until June"."""
    done = any(c.dep == "aux" and c.lower == "did" for c in verb.children)
    return done and any(c.dep == "prep" and c.lower in {"until", "till"} for c in verb.children)
