"""Who acts and who is acted on: the words in the agent's and in the patient's place of a verb or a noun."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from timeline.language.parse import Word

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"WDT", "WP"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_PATIENT_PREPOSITIONS = frozenset({"into", "against", "on"})
#: How far a subject is looked for above its verb.
_DEPTH = 4


def verb_parts(verb: Word) -> tuple[list[Word], list[Word]]:
    """Return the words in the agent's and in the patient's place of a verb."""
    subjects = _subjects(verb)
    objects = [c for c in verb.children if c.dep in _OBJECTS]
    objects += [c for o in objects for c in o.children if c.dep == "compound" and c.pos == "PROPN"]
    if not is_passive(verb):
        return subjects, [*objects, *_owners(objects)]
    by = [p for c in verb.children if c.dep == "agent" for p in _objects_of(c)]
    return by, [*subjects, *_owners(subjects), *(o for o in objects if o not in subjects)]


def noun_parts(noun: Word, possessor: str, of: str, light: Word | None) -> tuple[list[Word], list[Word]]:
    """Return the same of a noun: `possessor` and `of` say in which place "X's" and "of X" stand ("agent" or
    "patient"); the subject of a light verb acts."""
    parts: dict[str, list[Word]] = {"agent": [], "patient": []}
    for child in noun.children:
        if child.dep == "poss":
            parts[possessor].append(child)
        elif child.dep == "prep":
            place = of if child.lower == "of" else "patient" if child.lower in _PATIENT_PREPOSITIONS else "agent"
            if place != "agent" or child.lower in ("of", "by"):
                parts[place] += _objects_of(child)
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


def is_passive(verb: Word) -> bool:
    """Whether the verb's subject is acted on, participles and shared auxiliaries included."""
    if any(c.dep == "auxpass" for c in verb.children):
        return True
    if verb.tag != "VBN" or any(c.dep == "aux" for c in verb.children):
        return False
    if verb.dep == "conj" and not any(c.dep in _SUBJECTS for c in verb.children):
        return is_passive(verb.head)
    return verb.dep in ("acl", "advcl", "ccomp") or any(c.dep == "agent" for c in verb.children)


def _subjects(verb: Word, depth: int = 0) -> list[Word]:
    """Return the verb's subject, its own or the one it shares with the word it hangs on."""
    own = [c for c in verb.children if c.dep in _SUBJECTS]
    if own:
        return [verb.head] if verb.dep == "relcl" and own[0].tag in _RELATIVE else own
    head = verb.head
    if head is verb or depth > _DEPTH:
        return []
    if head.pos not in _VERBAL:
        return _subject_beside(verb, depth)
    if verb.dep == "xcomp":
        return [c for c in head.children if c.dep == "dobj"] or _subjects(head, depth + 1)
    return _subjects(head, depth + 1) if verb.dep in ("conj", "advcl") else []


def _subject_beside(verb: Word, depth: int) -> list[Word]:
    """Return the subject of a verb that hangs on a noun (a participle) or a preposition ("after resigning")."""
    if verb.dep in ("acl", "relcl"):
        return [verb.head]
    above = verb.head.head
    return _subjects(above, depth + 1) if verb.dep == "pcomp" and above.pos in _VERBAL else []


def _owners(words: list[Word]) -> list[Word]:
    """Return whose the words are: "the offices of X", "X's office"."""
    children = list(chain.from_iterable(w.children for w in words))
    of = (p for c in children if c.dep == "prep" and c.lower == "of" for p in _objects_of(c))
    return [*(c for c in children if c.dep == "poss"), *of]


def _objects_of(preposition: Word) -> list[Word]:
    return [p for p in preposition.children if p.dep == "pobj"]
