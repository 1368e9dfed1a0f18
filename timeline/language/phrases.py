"""The words of a noun phrase."""

from __future__ import annotations

from collections import deque
from operator import attrgetter

from timeline.language.parse import Word

_LONGEST_PHRASE = 100
_OUTSIDE = frozenset({"relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "preconj", "dep", "parataxis"})


def noun_phrase(word: Word) -> list[Word]:
    """Return the words of the phrase a noun heads, up to its relative clauses, appositions and conjuncts; of a phrase
    longer than any person writes, those nearest to the noun."""
    kept, todo = [word], deque([word])
    while todo and len(kept) < _LONGEST_PHRASE:
        parts = _phrase_parts(todo.popleft())
        kept += parts
        todo += (part for part in parts if part.dep != "prep")
    kept.sort(key=attrgetter("i"))
    return kept


def _phrase_parts(word: Word) -> list[Word]:
    """Return the parts of a phrase that hang on one of its words."""
    parts: list[Word] = []
    for child in word.children:
        if child.dep in _OUTSIDE:
            continue
        if child.dep == "prep":
            if child.lower in {"of", "for", "to", "from", "in"} and child.i == word.i + 1:
                parts += (child, *(inner for inner in child.children if inner.dep == "pobj"))
        elif child.i < word.i:
            parts.append(child)
    return parts
