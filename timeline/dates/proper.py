"""Words of the calendar that are part of a proper name, or of a number, and date nothing."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.vocabulary import words_of_names
from timeline.language.lexicon import lexicon
from timeline.language.parse import Sentence, Word

SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
#: Months that are surnames.
MONTHS = frozenset({"march", "april", "may", "june", "july", "august"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_BORNE = SEASONS | MONTHS | WEEKDAYS
#: Titles behind which no weekday stands ("met the President Tuesday", but "met Mr. Friday").
_SHORT = frozenset({"mr.", "mrs.", "ms.", "miss", "dr.", "mr", "mrs", "ms", "dr"})
#: What stands before a date, and before no name.
_OF_DATE = frozenset({"in", "last", "this", "next", "early", "late", "mid", "since", "until", "of", "during", "every"})
_INSIDE = frozenset({"compound", "nmod", "nummod"})
#: What no weekday stands behind, as it would behind "on".
_OF_PLACE = frozenset({"in", "at", "near", "to", "from", "of", "through", "outside", "inside", "into"})


def is_weekday_of_name(word: Word) -> bool:
    """Whether a weekday belongs to the capitalised name behind it ("in Friday Harbour", "the Tuesday Group")."""
    head = _named_by(word)
    if head is None or _is_headline(word.sentence):
        return False
    before = neighbour(word, -1)
    if before is not None and before.lower in _OF_PLACE | {"the", "'s"}:
        return True
    after = neighbour(word, 1)
    return after is not None and after is not head and after.lower in words_of_names("dayparts")


def is_month_of_name(word: Word) -> bool:
    """Whether a month belongs to the name of a place or a body ("May 3 Square"), or is somebody's ("her aunt June")."""
    before, after = neighbour(word, -1), neighbour(word, 1)
    if before is not None and before.lower in words_of_names("bearers"):
        return after is None or not after.text[0].isdigit()
    head = _named_by(word)
    return head is not None and head.lower in words_of_names("places")


def names_borne(words: Sequence[Word]) -> frozenset[str]:
    """Return the calendar words that somebody of a text is called by ("Mr. Winter", "Donna Summer"), written small."""
    return frozenset(w.lower for w in words if w.lower in _BORNE and w.text[0].isupper() and _is_called(w))


def is_borne(word: Word, borne: frozenset[str]) -> bool:
    """Whether a calendar word is somebody's name: he bears it here, or elsewhere in the text and no date's words stand
    beside it."""
    if word.lower not in borne or not word.text[0].isupper():
        return False
    if _is_called(word):
        return True
    before, after = neighbour(word, -1), neighbour(word, 1)
    dated = (before is not None and before.lower in _OF_DATE) or (after is not None and after.text[0].isdigit())
    return not dated


def _is_called(word: Word) -> bool:
    """Whether a title or a given name stands before a word, and no figures behind it."""
    before, after = neighbour(word, -1), neighbour(word, 1)
    if before is None or not before.text[0].isupper() or (after is not None and after.text[0].isdigit()):
        return False
    if word.lower in WEEKDAYS:
        return before.lower in _SHORT
    if before.lower in lexicon().titles:
        return True
    return lexicon().is_given_name(before.text) and before.pos == "PROPN" and word.pos == "PROPN"


def is_numbered(word: Word) -> bool:
    """Whether a number is that of the thing before it ("room 2014", "the class of 2012")."""
    before, second = neighbour(word, -1), neighbour(word, -2)
    if before is None:
        return False
    of_class = before.lower == "of" and second is not None and second.lower == "class"
    return of_class or before.lower in words_of_names("numbered")


def neighbour(word: Word, step: int) -> Word | None:
    """Return the word some places on in the sentence."""
    words = word.sentence.words
    at = word.i - words[0].i + step
    return words[at] if 0 <= at < len(words) else None


def _named_by(word: Word) -> Word | None:
    """Return the capitalised noun that ends the name a word stands in, if there is one behind it."""
    head = word
    while head.dep in _INSIDE and head.head.i > head.i:
        head = head.head
    between = [w for w in word.sentence.words if word.i < w.i <= head.i]
    named = all(w.text[0].isupper() or w.text[0].isdigit() for w in between)
    return head if between and named and head.pos == "PROPN" else None


def _is_headline(sentence: Sentence) -> bool:
    """Whether no verb is written small: then capitals tell no name from other words."""
    return not any(w.pos in {"VERB", "AUX"} and w.text.islower() for w in sentence.words)
