"""What stands beside a telling and makes it unreal: "neither", "almost", "rather than", a report that is refused."""

from __future__ import annotations

from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status


def beside(trigger: Word) -> Verdict | None:
    """Read what stands right beside a trigger: "rather than", "instead of", "allegedly", "almost", "in the novel"."""
    table = classes()
    before = [w.lower for w in trigger.sentence.words if trigger.i - 3 <= w.i < trigger.i]
    if before[-2:] == ["rather", "than"] or before[-2:] in (["instead", "of"], ["short", "of"]):
        return Verdict(Status.DENIED, " ".join(before[-2:]))
    verb = trigger if trigger.pos in {"VERB", "AUX"} else trigger.head
    denied = _denying_words(trigger, verb, before)
    if denied:
        return Verdict(Status.DENIED, denied)
    adverbs = {w.lower for c in verb.children if c.dep == "advmod" for w in (c, *c.children)}
    if adverbs & table.adverbs_unreal:
        return Verdict(Status.HYPOTHETICAL, min(adverbs & table.adverbs_unreal))
    if adverbs & table.adverbs_alleged:
        return Verdict(Status.ALLEGED, min(adverbs & table.adverbs_alleged))
    places = [o for c in verb.children if c.dep == "prep" and c.lower == "in" for o in c.children if o.dep == "pobj"]
    work = next((o for o in places if o.lemma.lower() in table.works_nouns), None)
    return Verdict(Status.HYPOTHETICAL, f"in the {work.text}") if work is not None else None


def _denying_words(trigger: Word, verb: Word, before: list[str]) -> str:
    """Return the words around a trigger that say it did not happen, or nothing: "met neither", "at no time", "far from
    meeting", "no longer", "zero contact"."""
    below = [
        w
        for c in verb.children
        if c.dep in {"prep", "dobj", "advmod", "npadvmod", "cc", "preconj"}
        for w in c.subtree()
    ]
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
    return noun.pos == "NOUN" and noun.lemma.lower() in classes().reports_nouns


def is_that(clause: Word) -> bool:
    """Whether a clause at a noun tells what it says ("reports that she met him", parsed as a relative clause)."""
    return any(c.lower == "that" and c.dep in {"mark", "det", "dobj", "nsubj"} for c in clause.children)


def reported(noun: Word) -> Verdict:
    """Return what is made of a report, claim or allegation: refused, called untrue, missing, or left standing."""
    table, verb = classes(), noun.head
    if any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return Verdict(Status.DENIED, f"no {noun.text}")
    if any(c.dep in {"amod", "compound"} and c.lower in table.reports_untrue for c in noun.children):
        return Verdict(Status.DENIED, f"untrue {noun.text}")
    if verb.lower in {"contrary", "to"} and any(w.lower == "contrary" for w in (verb, verb.head)):
        return Verdict(Status.DENIED, "contrary to")
    if verb.pos == "ADP":
        verb = verb.head
    said = {
        w.lower for c in verb.children if c.dep in {"attr", "acomp", "oprd", "prep", "advcl"} for w in (c, *c.children)
    }
    if verb.lemma in table.reports_refused_by or said & table.reports_untrue:
        refused = not any(c.dep == "neg" for c in verb.children)
        return Verdict(Status.DENIED if refused else Status.HYPOTHETICAL, f"{noun.text}, {verb.text}")
    if any(c.dep == "neg" for c in verb.children):
        return Verdict(Status.HYPOTHETICAL, f"not {verb.text} {noun.text}")
    if noun.lemma.lower() in table.reports_alleged:
        return Verdict(Status.ALLEGED, noun.text)
    return ASSERTED
