"""Expressions that date nothing of what is told: of what something is compared with."""

from __future__ import annotations

from timeline.language.parse import Word

#: Words before what something is compared with, and those that make one of "from" and "than".
_COMPARING = frozenset({"versus", "vs", "vs.", "compared"})
_MORE_OR_LESS = frozenset({"up", "down", "more", "less", "higher", "lower", "fewer", "%", "percent"})
_FAR = 14


def is_compared(words: list[Word]) -> bool:
    """Whether an expression dates what something is compared with ("a loss, up from 3 million a year earlier")."""
    before = [w for w in words[0].sentence.words if w.i < words[0].i][-_FAR:]
    for at, word in reversed(list(enumerate(before))):
        if word.lower in _COMPARING:
            return True
        if word.lower == "from" or (word.lower == "than" and before[-1].i == word.i + 1 and before[-1].pos == "ADP"):
            return any(w.lower in _MORE_OR_LESS for w in before[max(0, at - 3) : at])
        if word.pos in {"VERB", "AUX"} or word.lower == "to":
            return False
    return False
