"""Where an occasion was: the place or event that its own words put it at."""

from __future__ import annotations

from timeline.events.dating import NEXT
from timeline.language.mentions import noun_phrase
from timeline.language.parse import Word
from timeline.language.syntax import objects_of
from timeline.model import DateReading

_AT = frozenset({"in", "at"})
_PLACES = frozenset({"GPE", "FAC", "LOC", "ORG"})
#: Nouns for where people come together: with a name before them they tell where ("a Lund Institute event").
_GATHERINGS = frozenset(
    {"event", "conference", "convention", "summit", "rally", "reception", "ceremony", "fundraiser", "gala", "festival"}
    | {
        "hotel",
        "restaurant",
        "club",
        "home",
        "house",
        "residence",
        "office",
        "embassy",
        "airport",
        "palace",
        "building",
    }
)


def place_of(trigger: Word, date: DateReading | None) -> str | None:
    """Return the place told at a trigger; with a date, only one that is told beside it, for a trigger that tells of
    several occasions."""
    for child in trigger.children:
        if child.dep == "prep" and child.lower in _AT:
            for thing in objects_of(child):
                if _is_place(thing) and (date is None or _beside(child, date)):
                    return " ".join(w.text for w in noun_phrase(thing))
    return None


def _is_place(thing: Word) -> bool:
    named = any(c.entity in _PLACES for c in thing.children if c.dep in {"compound", "nmod", "poss"})
    return thing.entity in _PLACES or (thing.lemma.lower() in _GATHERINGS and named)


def _beside(preposition: Word, date: DateReading) -> bool:
    """Whether a date stands behind a place with nothing between that begins the next occasion."""
    if date.span is None or date.span.start < preposition.start:
        return False
    between = (w for w in preposition.sentence.words if preposition.start < w.start < date.span.start)
    return not any(w.lower in NEXT for w in between)
