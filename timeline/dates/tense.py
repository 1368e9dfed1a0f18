"""Whether the verb that governs an expression tells of what was or of what is to come."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.language.lexicon import lexicon as language
from timeline.language.parse import Word

_VERBS = frozenset({"VERB", "AUX"})
_AS_MODIFIER = frozenset({"poss", "compound", "nmod", "nummod"})
#: Prepositions of time: what they govern says when.
_WHEN = frozenset(
    {"in", "on", "at", "during", "after", "since", "before", "by", "around", "over", "following", "through"}
)
#: What names a subject, and no time.
_ABOUT = frozenset({"about", "concerning", "regarding"})


class Tense(StrEnum):
    """What a governing verb says about the time of its adjuncts."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    #: A plan told in the past tense ("was to meet"): its day may be over or not.
    INTENDED = "a plan told in the past"
    #: A plan told in the past perfect ("had been due to expire"): its day is over, or was changed.
    UNDONE = "a plan told in the past perfect"
    NONE = "no verb"


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """Return the lists of `tense.toml`."""
    return tomllib.loads(files("timeline.dates").joinpath("tense.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def _words(table: str) -> frozenset[str]:
    return frozenset(lexicon()[table])


def governing(word: Word) -> Word | None:
    """Return the nearest verb above a word."""
    return next((above for above in word.ancestors() if above.pos in _VERBS), None)


def tense_over(word: Word) -> Tense:
    """Return the tense over a word: that of its governing verb, unless a planning word stands between."""
    if word.dep in _AS_MODIFIER:
        return _over_occasion(word.head)
    for above in word.ancestors():
        if above.pos in _VERBS:
            return Tense.FUTURE if _of_upcoming(above, word) else _tense(above)
        if _noun_looks_ahead(above):
            return Tense.FUTURE
    return Tense.NONE


def tells_of_past(word: Word) -> bool:
    """Whether the verb over a word reports what was, and neither plans nor expects."""
    verb = governing(word)
    if verb is None or _own_tense(verb) is not Tense.PAST:
        return False
    return not any(above.lemma.lower() in _words("planning") for above in word.ancestors())


def tells_of_saying(word: Word) -> bool:
    """Whether a word tells when somebody said something, in the past."""
    verb = governing(word)
    return verb is not None and verb.lemma in language().saying and _own_tense(verb) is Tense.PAST


def is_past_perfect(word: Word) -> bool:
    """Whether the verb over a word tells what had been."""
    verb = governing(word)
    return verb is not None and any(child.lower in {"had", "'d"} and child.dep == "aux" for child in verb.children)


def is_loose(word: Word) -> bool:
    """Whether an expression belongs to a noun ("the summit in April") or is what a verb is about, and not its time."""
    if word.dep == "dobj" and word.head.lemma in {"win", "lose"} and word.head.tag == "VBD":
        return False
    if word.dep == "pobj":
        return word.head.lower not in _WHEN or word.head.head.pos not in _VERBS
    return word.dep not in {"npadvmod", "advmod"}


def is_attribute(word: Word) -> bool:
    """Whether an expression only tells which thing is meant ("the March 20 testimony")."""
    return word.dep != "pobj" and word.head.pos in {"NOUN", "PROPN"} and word.head.i > word.i


def is_of_topic(word: Word) -> bool:
    """Whether an expression tells which thing something is about, or is done to ("a story about the May 3 dinner")."""
    if word.dep == "pobj":
        return word.head.lower in _ABOUT
    noun = word
    while noun.dep in _AS_MODIFIER | {"amod"} and noun.head.pos in {"NOUN", "PROPN"}:
        noun = noun.head
    if not is_attribute(word):
        return False
    treated = noun.dep == "dobj" and noun.head.lemma in _words("treating")
    return treated or (noun.dep == "pobj" and noun.head.lower in _ABOUT | {"of", "on"})


def is_of_picture(word: Word) -> bool:
    """Whether a verb over a word tells, in the present tense, what a picture shows."""
    verb = governing(word)
    return verb is not None and verb.tag == "VBZ" and verb.lemma.lower() in _words("picturing")


def _over_occasion(noun: Word) -> Tense:
    """Return the tense over an occasion named by its day ("Thursday's meeting"): ahead where a verb looks there."""
    if noun.lemma.lower() == "deadline":
        verb = governing(noun)
        past = verb is not None and _tense(verb) in {Tense.PAST, Tense.NONE} and verb.tag in {"VBD", "VBN", "VBG"}
        return Tense.INTENDED if past else Tense.FUTURE
    if noun.lemma.lower() in _words("standing"):
        return Tense.FUTURE
    if noun.lemma.lower() not in _words("occasions"):
        return Tense.NONE
    for above in noun.ancestors():
        if above.lemma.lower() in _words("planning"):
            return Tense.FUTURE
        if above.pos in _VERBS:
            return Tense.FUTURE if _tense(above) is Tense.FUTURE else Tense.NONE
    return Tense.NONE


def _of_upcoming(verb: Word, word: Word) -> bool:
    """Whether what stands between verb and date is called upcoming ("faced a looming showdown in July")."""
    before = [c for c in verb.children if c.dep in {"dobj", "prep"} and c.i < word.i]
    objects = [o for c in before for o in ([c] if c.dep == "dobj" else c.children)]
    return any(_is_upcoming(o) or o.lower in {"planning", "preparations"} for o in objects)


def _is_upcoming(noun: Word) -> bool:
    return any(c.lower in _words("upcoming") for c in noun.children if c.dep == "amod")


def _noun_looks_ahead(noun: Word) -> bool:
    if noun.pos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    if noun.lemma.lower() in (_words("planning") | _words("standing")) - _words("bound"):
        return True
    return _is_upcoming(noun)


def _tense(verb: Word) -> Tense:
    """Return the tense of a verb; what a plan waits for is told in the past and may be to come."""
    found = _climbed(verb)
    return Tense.INTENDED if found is Tense.PAST and _is_awaited(verb) else found


def _is_awaited(verb: Word) -> bool:
    """Whether something to come waits for it ("would vote as soon as the talks ended on Friday")."""
    above = governing(verb)
    if verb.tag not in {"VBD", "VBN"} or verb.dep != "advcl" or above is None:
        return False
    links = {c.lower for c in verb.children if c.dep in {"mark", "advmod"}}
    awaited = bool(links & _words("conditions")) or "when" in links or verb.head.lower == "soon"
    return awaited and _climbed(above) in {Tense.FUTURE, Tense.INTENDED}


def _climbed(verb: Word) -> Tense:
    """Climb from a verb to what decides its tense."""
    for _ in range(8):
        found = _own_tense(verb)
        if found is not None:
            return found
        above = governing(verb)
        if above is None:
            return Tense.NONE
        if verb.dep in {"xcomp", "ccomp", "acl", "advcl", "relcl"} and _looks_ahead(verb, above):
            return _planned(verb.head, above)
        verb = above
    return Tense.NONE


def _looks_ahead(verb: Word, above: Word) -> bool:
    """Whether "to" with a planning word, or "is to", stands over an infinitive."""
    to = any(child.lower == "to" and child.dep == "aux" for child in verb.children)
    if not to:
        return False
    if verb.head.lemma.lower() in _words("planning"):
        return True
    return above is verb.head and above.lemma == "be"


def _planned(plan: Word, verb: Word) -> Tense:
    """Tell a plan that stands from one told in the past, whose day may be over."""
    if plan.pos == "NOUN" and plan.lemma.lower() in _words("decided"):
        return Tense.INTENDED
    if plan.pos == "NOUN" or plan.lemma.lower() not in _words("wishing"):
        return Tense.FUTURE
    forms = {c.lower for c in (*verb.children, *plan.children) if c.dep in {"aux", "auxpass"}}
    if "had" in forms:
        return Tense.UNDONE
    past = verb.tag == "VBD" or plan.tag == "VBD" or forms & {"was", "were"}
    return Tense.INTENDED if past else Tense.FUTURE


def _own_tense(verb: Word) -> Tense | None:
    """Read the tense of a verb with its auxiliaries; None for a form that borrows it from above."""
    auxiliaries = [child for child in verb.children if child.dep in {"aux", "auxpass"}]
    forms = {child.lower for child in auxiliaries}
    if forms & _words("auxiliaries"):
        ahead = forms & {"will", "'ll", "shall"}  # "will have met by May"
        return Tense.PAST if "have" in forms and not ahead else Tense.FUTURE
    if "to" in forms:
        return Tense.PAST if "have" in forms else None
    return _finite_tense(verb, auxiliaries)


def _finite_tense(verb: Word, auxiliaries: list[Word]) -> Tense | None:
    forms = {child.lower for child in auxiliaries}
    finite = [child.tag for child in auxiliaries if child.tag in {"VBD", "VBZ", "VBP"}]
    if _plans(verb):
        return _plan_of(verb, forms)
    if verb.tag == "VBD" or "VBD" in finite or forms & {"have", "has", "'ve", "having", "had"}:
        return Tense.PAST
    if verb.tag == "VBN":
        return Tense.PRESENT if "VBZ" in finite or "VBP" in finite else Tense.PAST
    if verb.tag in {"VBZ", "VBP"} or (verb.tag == "VBG" and finite):
        conditional = any(c.lower in _words("conditions") for c in verb.children if c.dep in {"mark", "advmod"})
        ahead = conditional or (verb.lemma.lower() in _words("scheduling") and verb.tag != "VBG")
        return Tense.FUTURE if ahead else Tense.PRESENT
    return None if verb.head is not verb else Tense.NONE


def _plans(verb: Word) -> bool:
    """Whether a verb by itself puts what stands with it ahead ("scheduled for Friday", "planned a rally")."""
    lemma = verb.lemma.lower()
    if lemma in _words("announcing"):
        return True
    if lemma not in _words("planning") or verb.tag not in {"VBN", "VBG"}:
        return False
    to = {c.lower for c in verb.children if c.dep in {"prep", "dative"}}
    if verb.tag == "VBG":
        return "for" in to
    return lemma not in _words("bound") or bool(to & {"for", "to"})


def _plan_of(verb: Word, forms: set[str]) -> Tense:
    before = {c.lower for c in verb.children if c.i < verb.i}
    if "had" in forms or before & {"previously", "originally", "as"}:
        return Tense.UNDONE
    above = verb.head.head if verb.dep == "acl" else None
    wished = verb.tag == "VBD" and any(c.dep == "xcomp" for c in verb.children)
    dropped = above is not None and verb.head.dep in {"nsubj", "nsubjpass"} and _own_tense(above) is Tense.PAST
    return Tense.INTENDED if dropped or wished or forms & {"was", "were"} else Tense.FUTURE
