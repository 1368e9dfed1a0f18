"""Words as names and searches compare them: without case, without diacritics, split at everything but letters
and digits. Both engines index exactly these words, so that neither's own tokenizer decides anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

#: Longer words are cut: the engines' indexes have limits of their own, and this one is the same for both.
LONGEST_WORD = 64
_WORD = re.compile(r"[^\W_]+")
#: Letters that Unicode does not take apart, as readers without them on the keyboard write them.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, in order: "Łukasz O’Brien" gives ("lukasz", "o", "brien")."""
    return tuple(_fold_ascii(text) if text.isascii() else _fold(text))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return a name's folded words joined with spaces: two names are equal when these are."""
    return " ".join(fold(name))


def has_words(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether every wanted word is there, the last as the beginning of one; no wanted words are found nowhere."""
    if not wanted:
        return False
    there = set(words)
    return all(word in there for word in wanted[:-1]) and any(word.startswith(wanted[-1]) for word in there)


def folded_text(parts: Iterable[str]) -> str:
    """Return the distinct folded words of several texts, sorted, as one line: what an index is given."""
    return " ".join(sorted({word for part in parts for word in fold(part)}))


def _fold_ascii(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _WORD.findall(text.lower())]


def _fold(text: str) -> list[str]:
    bare = _without_marks(text).casefold().translate(_LETTERS)
    return [word[:LONGEST_WORD] for word in _WORD.findall(_without_marks(bare))]


def _without_marks(text: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKD", text) if not unicodedata.combining(ch))
