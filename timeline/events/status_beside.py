"""What stands beside a telling and makes it unreal: "neither", "almost", "rather than", "allegedly", "suppose"."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from timeline.events.status_fiction import of_fiction
from timeline.events.status_words import Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status

#: Words without which nothing below a verb denies it, and how what is below it hangs on it.
_NONE = frozenset({"neither", "no"})
_BELOW = frozenset({"prep", "dobj", "advmod", "npadvmod", "cc", "preconj"})
#: What parts clauses.
_STOPS = frozenset({",", ";", ":", "(", "-", "–", "—", '"', "“", "”", "but"})


def beside(trigger: Word) -> Verdict | None:
    """Read what stands right beside a trigger: "rather than", "instead of", "allegedly", "almost", "in the novel"."""
    table = classes()
    before = [w.lower for w in trigger.sentence.words if trigger.i - 3 <= w.i < trigger.i]
    if before[-2:] == ["rather", "than"] or before[-2:] in (["instead", "of"], ["short", "of"]):
        return Verdict(Status.DENIED, " ".join(before[-2:]))
    if before[-2:] == ["all", "but"]:
        return Verdict(Status.HYPOTHETICAL, "all but")
    if before[-1:] == ["than"] and trigger.tag == "VB":
        return Verdict(Status.HYPOTHETICAL, "than")
    verb = trigger if trigger.pos in {"VERB", "AUX"} else trigger.head
    denied = denying_words(trigger, verb, before)
    if denied:
        return Verdict(Status.DENIED, denied)
    adverbs = {w.lower for c in verb.children if c.dep == "advmod" for w in (c, *c.children)}
    if adverbs & table.adverbs_unreal:
        return Verdict(Status.HYPOTHETICAL, min(adverbs & table.adverbs_unreal))
    if adverbs & table.adverbs_alleged:
        return Verdict(Status.ALLEGED, min(adverbs & table.adverbs_alleged))
    return supposed(trigger) or of_fiction(trigger, verb)


def supposed(trigger: Word) -> Verdict | None:
    """Read a clause that opens with a condition or a supposition: "as long as she meets him", "assume she met him"."""
    words = trigger.sentence.words
    first = at = trigger.i - words[0].i
    while first and words[first - 1].text not in _STOPS:
        first -= 1
    phrases = _openings().get(words[first].lower, ()) if first < at else ()
    opening = " ".join(w.lower for w in words[first:at]) + " " if phrases else ""
    phrase = next((p for p in phrases if opening.startswith(p + " ")), "")
    return Verdict(Status.HYPOTHETICAL, phrase) if phrase else None


@lru_cache(maxsize=1)
def _openings() -> dict[str, list[str]]:
    """Return the phrases that open a supposition by their first words."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(classes().conditions_openings, key=len, reverse=True):
        by_first[phrase.split()[0]].append(phrase)
    return dict(by_first)


def denying_words(trigger: Word, verb: Word, before: list[str]) -> str:
    """Return the words around a trigger that say it did not happen, or nothing: "met neither", "at no time", "far from
    meeting", "no longer", "zero contact"."""
    none = not _NONE.isdisjoint([w.lower for w in verb.sentence.words])
    beside = (c for c in verb.children if none and c.dep in _BELOW)
    below = [w for c in beside for w in c.subtree() if not _is_within_a_clause(w, verb)]
    near = {w.lower for w in below}
    if "neither" in near and "nor" in near:
        return "neither"
    phrase = next((p for p in ("time", "point", "moment", "way") if {"no", p} <= near), "")
    if phrase and any(w.lower == "no" and w.head.lower == phrase for w in below):
        return f"no {phrase}"
    if before[-2:] == ["far", "from"] or (before[-1:] == ["longer"] and before[-2:-1] == ["no"]):
        return " ".join(before[-2:])
    nothing = trigger.pos == "NOUN" and any(c.lower in {"zero", "nil"} for c in trigger.children)
    return "zero" if nothing else ""


def _is_within_a_clause(word: Word, verb: Word) -> bool:
    """Whether a clause of its own stands between a word and a verb above it ("on a day that was neither")."""
    between = [word]
    for up in word.ancestors():
        if up is verb:
            break
        between.append(up)
    return any(w.dep in {"relcl", "acl", "advcl", "ccomp", "appos"} for w in between)
