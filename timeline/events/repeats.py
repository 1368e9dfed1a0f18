"""What a telling says of itself beside other occasions: that it is one more, at another time, or that it is several."""

from __future__ import annotations

from timeline.events.senses import words
from timeline.language.parse import Word
from timeline.language.syntax import governing_clause

NUMBERS = {"two": "2", "both": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
_SEVERAL = "several"
#: What puts a clause on one side of something else that happened.
_BEFORE_OR_AFTER = frozenset({"after", "before", "following", "upon"})


def is_another(trigger: Word) -> bool:
    """Whether a trigger tells of one more than was told before ("they met again", "another call")."""
    return any(c.lower in words().another for c in trigger.children)


def is_later(trigger: Word) -> bool:
    """Whether it was later than what was told before ("she later wrote")."""
    return any(c.lower in words().later for c in _clause(trigger).children)


def is_on_an_occasion(trigger: Word) -> bool:
    """Whether it was on an occasion that is told of nowhere else ("on one occasion, she told him")."""
    phrases = (c for c in _clause(trigger).children if c.lower == "on")
    occasions = (c for phrase in phrases for c in phrase.children if c.lower == "occasion")
    return any(c.lower in {"one", "another"} for occasion in occasions for c in occasion.children)


def is_numbered(trigger: Word) -> bool:
    """Whether a noun tells which one it is ("the second meeting")."""
    return any(c.lower in words().ordinals for c in trigger.children)


def is_at_another_time(trigger: Word) -> bool:
    """Whether the clause of a trigger says that it was at a time of its own, if not at which ("had previously met",
    "after the vote she told him"); "as he had said before" takes up what was told."""
    clause = _clause(trigger)
    if any(c.dep == "mark" and c.lower == "as" for c in clause.children):
        return False
    if any(c.lower in words().earlier for c in clause.children):
        return True
    while clause.dep == "conj" and clause.head.pos == "VERB":
        clause = clause.head
    return any(c.i < clause.i and _tells_order(c) and trigger not in c.subtree() for c in clause.children)


def _tells_order(phrase: Word) -> bool:
    match phrase.dep:
        case "prep":
            return phrase.lower in _BEFORE_OR_AFTER
        case "advcl":
            return any(c.dep == "mark" and c.lower in _BEFORE_OR_AFTER for c in phrase.children)
        case "npadvmod":
            return any(c.lower in _BEFORE_OR_AFTER for c in phrase.children)
    return False


def count_of(trigger: Word) -> str | None:
    """Return how many occasions a trigger tells without telling them apart: digits, "several", or None for one."""
    if trigger.tag == "NNS" and (number := _number_beside(trigger)) is not None:
        return number
    told = (_number(child) for word in (trigger, _clause(trigger)) for child in word.children)
    found = next((number for number in told if number is not None), None)
    return found or ("2" if any(_is_twice_before(child) for child in trigger.children) else None)


def _is_twice_before(preposition: Word) -> bool:
    """Whether the parser hung "twice" on the phrase behind it ("met her twice before the vote")."""
    return preposition.dep == "prep" and any(
        c.lower == "twice" and c.i == preposition.i - 1 for c in preposition.children
    )


def _number(child: Word) -> str | None:
    if child.lower == "twice":
        return "2"
    if child.lower in words().often:
        return _SEVERAL
    if child.lower == "times":
        return _number_beside(child) or _SEVERAL
    occasions = [c for c in child.children if c.lower == "occasions"] if child.lower == "on" else []
    return _number_beside(occasions[0]) if occasions else None


def _number_beside(noun: Word) -> str | None:
    for child in noun.children:
        if child.dep == "nummod":
            return child.text if child.text.isdigit() else NUMBERS.get(child.lower, _SEVERAL)
        if child.lower in words().many:
            return _SEVERAL
    return None


def _clause(trigger: Word) -> Word:
    return trigger if trigger.pos == "VERB" else governing_clause(trigger)
