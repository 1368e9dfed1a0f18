"""What stands beside a telling and makes it unreal: "neither", "almost", "rather than", a report that is refused."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from timeline.events.status_negation import is_negated
from timeline.events.status_words import ASSERTED, Verdict, classes
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
    verb = trigger if trigger.pos in {"VERB", "AUX"} else trigger.head
    denied = denying_words(trigger, verb, before)
    if denied:
        return Verdict(Status.DENIED, denied)
    adverbs = {w.lower for c in verb.children if c.dep == "advmod" for w in (c, *c.children)}
    if adverbs & table.adverbs_unreal:
        return Verdict(Status.HYPOTHETICAL, min(adverbs & table.adverbs_unreal))
    if adverbs & table.adverbs_alleged:
        return Verdict(Status.ALLEGED, min(adverbs & table.adverbs_alleged))
    return supposed(trigger) or _invented(verb) or _rumoured(trigger)


def _rumoured(trigger: Word) -> Verdict | None:
    """Read "according to legend"."""
    sources = [
        source
        for word in trigger.sentence.words
        if word.lower == "according"
        for to in word.children
        for source in to.children
    ]
    legend = next((s for s in sources if s.lemma.lower() in classes().works_tellers), None)
    return Verdict(Status.HYPOTHETICAL, f"according to {legend.text}") if legend is not None else None


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


def _invented(verb: Word) -> Verdict | None:
    """Read what happens in a novel, in an imaginary conversation, or to a fictional somebody."""
    table = classes()
    places = [o for c in verb.children if c.dep == "prep" and c.lower == "in" for o in c.children if o.dep == "pobj"]
    doers = [c for c in verb.children if c.dep == "nsubj"]
    work = next((o for o in places if o.lemma.lower() in table.works_nouns), None)
    if work is not None:
        return Verdict(Status.HYPOTHETICAL, f"in the {work.text}")
    marks = {c.lower for noun in (*places, *doers) for c in noun.children if c.dep in {"amod", "compound"}}
    invented = marks & table.works_adjectives
    return Verdict(Status.HYPOTHETICAL, min(invented)) if invented else None


def denying_words(trigger: Word, verb: Word, before: list[str]) -> str:
    """Return the words around a trigger that say it did not happen, or nothing: "met neither", "at no time", "far from
    meeting", "no longer", "zero contact"."""
    none = any(w.lower in _NONE for w in verb.sentence.words)
    below = [w for c in verb.children if none and c.dep in _BELOW for w in c.subtree()]
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


def is_report(noun: Word) -> bool:
    """Whether a noun tells what somebody says is so."""
    return noun.pos == "NOUN" and noun.lemma.lower() in classes().reports_nouns | classes().reports_denials


def is_report_clause(clause: Word) -> bool:
    """Whether a clause at a noun tells what it says ("reports that she met him", "reports she met him"), and is not
    about the report itself ("the report she wrote")."""
    if any(c.lower == "that" and c.dep in {"mark", "det", "dobj", "nsubj"} for c in clause.children):
        return True
    parts = {c.dep for c in clause.children}
    relative = any(c.tag in {"WP", "WDT"} for c in clause.children)
    return {"nsubj", "dobj"} <= parts and "dative" not in parts and not relative


def reported(noun: Word) -> Verdict:
    """Return what is made of a report, claim or allegation: refused, called untrue, missing, or left standing."""
    table, verb = classes(), noun.head
    if noun.lemma.lower() in table.reports_denials:
        dropped = verb.lemma in table.corrections_verbs | {"drop"}
        return ASSERTED if dropped else Verdict(Status.DENIED, noun.text)
    if any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return Verdict(Status.DENIED, f"no {noun.text}")
    marks = {c.lower for c in noun.children if c.dep in {"amod", "compound"}}
    if marks & table.reports_untrue:
        return Verdict(Status.DENIED, f"untrue {noun.text}")
    if marks & table.works_adjectives:
        return Verdict(Status.HYPOTHETICAL, f"{min(marks & table.works_adjectives)} {noun.text}")
    if verb.lower in {"contrary", "to"} and any(w.lower == "contrary" for w in (verb, verb.head)):
        return Verdict(Status.DENIED, "contrary to")
    return _received(noun)


def _received(noun: Word) -> Verdict:
    """Return what the verb that a report is subject or object of makes of it."""
    table, verb, how = classes(), noun.head, {noun.head.lower}
    if verb.pos == "ADP":
        verb = verb.head
    how |= {c.lower for c in verb.children if c.dep in {"prt", "advmod", "prep"}}
    said = {
        w.lower
        for v in (verb, *(c for c in verb.children if c.dep == "xcomp" and c.lemma == "be"))
        for c in v.children
        if c.dep in {"attr", "acomp", "oprd", "prep", "advcl"} or (c.dep == "dobj" and c is not noun)
        for w in (c, *c.children)
    }
    if verb.lemma in {"call", "label", "brand"}:  # the parse puts "a lie" into the clause before
        said |= {w.lower for w in verb.sentence.words if w.i > noun.i and w.pos in {"NOUN", "ADJ"}}
    refused = verb.lemma in table.reports_refused_by or any(
        f"{verb.lemma} {word}" in table.reports_refused_with for word in how
    )
    if refused or said & table.reports_untrue:
        return Verdict(Status.HYPOTHETICAL if is_negated(verb) else Status.DENIED, f"{noun.text}, {verb.text}")
    if is_negated(verb):
        return Verdict(Status.HYPOTHETICAL, f"not {verb.text} {noun.text}")
    return Verdict(Status.ALLEGED, noun.text) if noun.lemma.lower() in table.reports_alleged else ASSERTED
