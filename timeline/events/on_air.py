"""Whether words are said on the air or on a stage: what hosts and guests say to each other there is said to all."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.senses import words
from timeline.language.parse import Sentence, Word

#: How many sentences before may tell of the broadcast.
_BEFORE = 3


def is_on_air(verb: Word) -> bool:
    """Whether a sentence of a broadcast, a debate or a crowd stands there or right before."""
    return any(map(_tells_of_air, _passage(verb.sentence)))


def is_on_stage(verb: Word) -> bool:
    """Whether it was done before a crowd ("hugged her on stage", "joined her onstage")."""
    behind = (w for w in verb.sentence.words if verb.i < w.i <= verb.i + _BEHIND)
    return any(w.lower == "onstage" or (w.lower == "stage" and w.head.lower == "on") for w in behind)


#: How many words behind the verb may tell that it was done on a stage.
_BEHIND = 8


def _passage(sentence: Sentence) -> Iterator[Sentence]:
    here: Sentence | None = sentence
    for _ in range(_BEFORE + 1):
        if here is None:
            return
        yield here
        here = here.previous


def _tells_of_air(sentence: Sentence) -> bool:
    lemmas = {w.lemma.lower() for w in sentence.words if w.pos in {"NOUN", "PROPN", "ADJ", "ADV"}}
    inquiry = any(w.lower in words().inquirers for w in sentence.words)
    return bool(lemmas & words().on_air) or ("interview" in lemmas and not inquiry)
