"""The pronouns that may mean an actor, and why one means nobody who is known."""

from __future__ import annotations

from timeline.language.parse import Word

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "both", "themselves"})
FIRST = frozenset({"i", "me", "my", "myself", "we", "us", "our"})
_ALL = MALE | FEMALE | PLURAL | FIRST | {"you"}


def is_pronoun(word: Word) -> bool:
    """Whether a word may mean actors told of elsewhere."""
    return word.lower in _ALL and (word.pos in {"PRON", "DET"} or word.tag in {"PRP", "PRP$"})


def why_nobody(word: Word, *, quoted: bool) -> str:
    """Return what a pronoun lacks that means nobody known."""
    if word.lower in FIRST:
        return "no known speaker of the quotation" if quoted else "outside a quotation it means nobody known"
    if word.lower in PLURAL:
        return "in a quotation it is left open" if quoted else "no two joined by “and”, and no such pair, just before"
    if word.lower == "you":
        return "nobody is addressed by name beside it"
    return "nobody near before it fits, or several fit alike"
