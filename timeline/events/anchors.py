"""The date of what is told by its place beside another occasion: "the day after the dinner", "shortly before it".

Days are counted; "shortly after" and "hours after" are about that day; "after" alone leaves the other end open, but
where a clause goes on from an occasion of some hours ("After the call, she briefed him").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from timeline.dates.uncertain import UncertainDate
from timeline.events.repeats import NUMBERS
from timeline.events.senses import words
from timeline.language.parse import Word
from timeline.language.syntax import governing_clause
from timeline.model import DateReading

_AFTER = frozenset({"after", "following"})
_ORDER = _AFTER | {"before"}
_UNITS = frozenset({"day", "days"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


@dataclass(frozen=True, slots=True)
class _Place:
    """How a phrase puts a clause beside something else: behind or before it, how far, and what that is."""

    mark: Word
    beside: Word

    @property
    def distance(self) -> list[Word]:
        """Return the words of distance right before the mark ("two days", "shortly"), outermost first."""
        out: list[Word] = []
        for word in reversed(self.mark.sentence.words[: self.mark.i - self.mark.sentence.words[0].i]):
            if word.dep not in {"npadvmod", "advmod", "nummod", "det", "pobj"} or word.pos == "PROPN":
                break
            out.insert(0, word)
            if word.dep == "det":
                break
        return out

    @property
    def days(self) -> int | None:
        """Return the days told between the two, 0 for "shortly" and for a part of the same day, None for no words."""
        for word in self.distance:
            if word.lower in _UNITS:
                return _number(next((c.lower for c in word.children if c.dep in {"nummod", "det"}), ""))
            if word.lower in words().at_once or word.lower in _PARTS:
                return 0
        return None


def is_at_distance(trigger: Word) -> bool:
    """Whether the clause of a trigger is told to be so long before or after something else."""
    return any(place.distance for place in _places(trigger))


def anchored(trigger: Word, known: Mapping[int, DateReading]) -> DateReading | None:
    """Return the date of a trigger from the occasion that its clause is told to be beside; `known` has the days of
    other triggers by their place in the text."""
    for place in _places(trigger):
        beside = known.get(place.beside.i)
        if beside is not None and beside.date.earliest is not None and beside.date.is_day:
            told = " ".join(word.text.lower() for word in [*place.distance, place.mark])
            date = _moved(beside.date.earliest, place)
            return replace(
                beside, date=date, derivation=f"{beside.derivation}; told as {told} “{place.beside.text}”", stated=None
            )
    return None


def _moved(day: dt.date, place: _Place) -> UncertainDate:
    after = place.mark.lower in _AFTER
    if place.days is None and after and _is_of_hours(place):
        return UncertainDate.between(day, day, approximate=True)
    if place.days is None:
        return UncertainDate.between(day, None) if after else UncertainDate.between(None, day)
    if place.days == 0:
        return UncertainDate.between(day, day, approximate=True)
    return UncertainDate.day(day + dt.timedelta(days=place.days if after else -place.days))


def _is_of_hours(place: _Place) -> bool:
    """Whether a clause opens with what took some hours, and goes on with what was done then ("After the call, she
    briefed him"). Said at the end it tells only the order, and a letter takes its time."""
    mark, noun = place.mark, place.beside
    verb = mark.head
    if verb.lemma in words().slow or any(c.dep == "dobj" and c.lemma.lower() in words().slow for c in verb.children):
        return False
    if noun.pos != "NOUN" or noun.lemma.lower() not in words().of_hours or noun.tag == "NNS":
        return False
    return verb.tag == "VBD" and mark.i < verb.i and verb.dep in {"ROOT", "conj"} and not place.distance


def _places(trigger: Word) -> Iterator[_Place]:
    """Yield the phrases that place the clause of a trigger; those at its opening count for all its verbs."""
    clause = trigger if trigger.pos in {"VERB", "AUX"} else governing_clause(trigger)
    fronted = False
    while True:
        for phrase in clause.children:
            if trigger not in phrase.subtree() and (not fronted or phrase.i < clause.i):
                yield from _placed(phrase)
        if clause.dep != "conj" or clause.head.pos != "VERB":
            return
        clause, fronted = clause.head, True


def _placed(phrase: Word) -> Iterator[_Place]:
    """Yield what a phrase of a clause puts it beside: its own, or that of a noun or preposition in it ("in the
    afternoon following the hearing")."""
    match phrase.dep:
        case "advcl" if phrase.lower in _ORDER:
            yield from (_Place(phrase, c) for c in phrase.children if c.dep == "dobj")
        case "advcl":
            yield from (_Place(c, phrase) for c in phrase.children if c.dep == "mark" and c.lower in _ORDER)
        case "prep" if phrase.lower in _ORDER:
            yield from (_Place(phrase, c) for c in phrase.children if c.dep == "pobj")
        case "prep" | "npadvmod" | "pobj":
            for child in phrase.children:
                if child.dep in {"prep", "pobj"}:
                    yield from _placed(child)


def _number(told: str) -> int | None:
    number = "1" if told in {"a", "one", "the"} else NUMBERS.get(told, told)
    return int(number) if number.isdecimal() else None
