"""Full names that only a document's title has, for surnames that its text has alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from timeline.language.lexicon import Lexicon
from timeline.language.parse import Word

#: Given names with which a title may begin that are no name there ("Will Roe Resign?").
_WORDS = frozenset({"will", "may", "hope", "mark", "bill", "rob", "sue", "grant", "rich", "frank", "faith"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj"})
_MARKS = "\"'“”‘’,:;()"


def title_names(title: str, words: Iterable[Word], lex: Lexicon) -> list[tuple[str, str]]:
    """Return given name and surname of those whom the title names in full and the text, in these words, by surname."""
    named = Counter(w.text for w in words if w.pos == "PROPN" and w.dep in _ARGUMENTS)
    found = []
    in_title = [w.strip(_MARKS) for w in re.sub(r"['’]s\b", "", title).split()]
    for place, (first, last, after) in enumerate(zip(in_title, in_title[1:], [*in_title[2:], ""], strict=False)):
        if named[last] < 2 or lex.is_given_name(last) or (last.lower() in lex.roles and last.lower() not in lex.titles):
            continue
        whole = after.lower() not in lex.suffixes and after.lower() not in lex.org_heads
        given = first[:1].isupper() and lex.is_given_name(first) and whole
        if given and not (place == 0 and first.lower() in _WORDS):
            found.append((first, last))
    return found
