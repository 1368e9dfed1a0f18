"""Datelines ("ALDREN, March 2 (Wire) — ..."): the day of writing, from which the article counts "today"."""

from __future__ import annotations

from timeline.dates.uncertain import UncertainDate
from timeline.language.parse import Word

#: Days before publication that a dateline may lie to be that of this article.
_BEFORE = 14
#: How far into a sentence the dash of a dateline may stand, in words.
_DATELINE = 16
_DASHES = frozenset({"—", "–", "--", "-"})


def is_dateline(words: list[Word]) -> bool:
    """Whether an expression is of a dateline ("ALDREN, March 2 (Wire) — ..."): the day of writing, not of the deed."""
    opening = words[0].sentence.words[:_DATELINE]
    dash = next((w for w in opening if w.text in _DASHES and w.i > words[-1].i), None)
    if dash is None or not opening[0].text.isupper() or len(opening[0].text) < 3:
        return False
    before = [w for w in opening if w.i < words[0].i]
    return all(w.pos in {"PROPN", "PUNCT", "NOUN", "X", "ADJ"} or w.text.isupper() for w in before)


def written_on(words: list[Word], date: UncertainDate | None, published: UncertainDate | None) -> UncertainDate | None:
    """Return the day of writing that an expression at the head of an article gives, if it is that of a dateline and
    close before publication."""
    if date is None or published is None or not date.is_day or not words or words[0].sentence.paragraph > 1:
        return None
    apart = (published.bounds[0] - date.bounds[0]).days
    return date if 0 < apart <= _BEFORE and is_dateline(words) else None
