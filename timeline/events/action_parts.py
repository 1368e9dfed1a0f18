"""Who acts and who is acted on: the words in the agent's and in the patient's place of a verb or a noun."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from timeline.language.parse import Word
from timeline.language.syntax import agents, objects, objects_of

_PATIENT_PREPOSITIONS = frozenset({"into", "against", "on"})


def verb_parts(verb: Word, *, owners: bool = False) -> tuple[list[Word], list[Word]]:
    """Return the words in the agent's and in the patient's place of a verb; with `owners`, whose thing it is done to is
    a patient ("raided the offices of the firm")."""
    done_to = [*objects(verb), *(c for c in verb.children if c.dep == "oprd")]
    before = [c for o in done_to for c in o.children if c.dep == "compound" and c.pos == "PROPN"]
    return agents(verb), [*done_to, *before, *(_owners(done_to) if owners else [])]


def noun_parts(noun: Word, possessor: str, of: str, light: Word | None) -> tuple[list[Word], list[Word]]:
    """Return the same of a noun: `possessor` and `of` say in which place "X's" and "of X" stand ("agent" or
    "patient"), but beside "of Y" X acts ("X's purchase of Y"); the subject of a light verb acts."""
    parts: dict[str, list[Word]] = {"agent": [], "patient": []}
    if possessor == of == "patient" and any(c.dep == "prep" and c.lower == "of" for c in noun.children):
        possessor = "agent"
    for child in noun.children:
        if child.dep == "poss":
            parts[possessor].append(child)
        elif child.dep == "prep":
            place = of if child.lower == "of" else "patient" if child.lower in _PATIENT_PREPOSITIONS else "agent"
            if place != "agent" or child.lower in ("of", "by"):
                parts[place] += objects_of(child)
    if light is not None:
        parts["agent"] += verb_parts(light)[0]
    return parts["agent"], parts["patient"]


def light_verb(noun: Word, lemmas: Collection[str]) -> Word | None:
    """Return the verb of these that governs the noun ("opened an inquiry"), if one does."""
    governs = noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in lemmas
    return noun.head if governs else None


def things(verb: Word) -> list[Word]:
    """Return the direct objects of an active verb, the subject of a passive one."""
    return [c for c in verb.children if c.dep in ("dobj", "nsubjpass")]


def _owners(words: list[Word]) -> list[Word]:
    """Return whose the words are: "the offices of X", "X's office"."""
    children = list(chain.from_iterable(w.children for w in words))
    of = (p for c in children if c.dep == "prep" and c.lower == "of" for p in objects_of(c))
    return [*(c for c in children if c.dep == "poss"), *of]
