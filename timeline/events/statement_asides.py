"""A sentence that a saying between commas interrupts, whole: "Rather, she said, the news will help"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.statement_clauses import clause, core, run_of
from timeline.events.statement_lexicon import VerbClass, senses
from timeline.events.statement_voice import FINITE, has_subject
from timeline.language.parse import Word

_BREAKS = frozenset({";", ":", "—", "–", "--", "-", "(", ")", "?", "!"})
#: Words by which a sentence goes on behind a saying although it was whole before.
_JOINING = frozenset({"but", "so", "and", "or", "yet", "because", "though", "although"})


def whole_clause(cue: Word, of: VerbClass) -> list[Word]:
    """Return the clause said, with what the parse lost of a sentence that the saying interrupts."""
    words = clause(cue, of)
    low, high = run_of(cue, core(cue))
    sentence, base = cue.sentence.words, cue.sentence.words[0].i
    left, right = sentence[: max(0, low - base - 1)], sentence[high - base + 2 :]
    if not words or not left or not right or not _between_commas(sentence, low - base - 1, high - base + 1):
        return words
    known = {w.i for w in words}
    since = max((w.i for w in left if w.text == ";"), default=-1)
    kept = [w for w in words if w.i > since]
    return kept + ([] if right[0].i in known else _goes_on(_unbroken(left[::-1]), _unbroken(right)))


def _between_commas(sentence: Sequence[Word], before: int, after: int) -> bool:
    return before > 0 and sentence[before].text == "," and sentence[after].text == ","


def _unbroken(words: Sequence[Word]) -> list[Word]:
    """Return words up to a break or a quotation mark."""
    end = next((k for k, w in enumerate(words) if w.text in _BREAKS or w.tag in {"``", "''"}), len(words))
    return list(words[:end])


def _goes_on(left: Sequence[Word], right: Sequence[Word]) -> list[Word]:
    """Return the words behind a saying if the sentence goes on with them: what stood before was a fragment, or they are
    joined to it; a participle and another's saying are the article's own."""
    if not right or right[0].tag == "VBG" or any(senses(w) and has_subject(w) and w.tag in FINITE for w in right):
        return []
    fragment = not any(w.tag in FINITE or w.tag == "MD" for w in left)
    opened = bool(left) and left[0].tag in {"WRB", "WDT", "WP"}  # "when, he said, thieves were hanged"
    return list(right) if (fragment and not opened) or right[0].lower in _JOINING else []
