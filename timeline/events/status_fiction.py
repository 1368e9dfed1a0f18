"""What happens in a novel or on a stage, to somebody fictional or who is played, or according to a legend."""

from __future__ import annotations

from timeline.events.status_words import Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status

#: What is told in a work is told in the present; a memoir tells the past.
_PRESENT = frozenset({"VBZ", "VBP"})


def of_fiction(trigger: Word, verb: Word) -> Verdict | None:
    """Read that a trigger, or the verb it stands at, tells of what is made up."""
    above = next((w for w in verb.ancestors() if w.pos == "VERB"), verb) if verb.dep == "advcl" else verb
    return _in_a_work(verb) or _in_a_work(above) or _of_a_work(verb) or _by_one_made_up(verb) or _rumoured(trigger)


def _in_a_work(verb: Word) -> Verdict | None:
    """Read "in the novel she meets him", "in the film version she met him", "meets him in the second act"."""
    places = [o for c in verb.children if c.dep == "prep" and c.lower == "in" for o in c.children if o.dep == "pobj"]
    if any(c.dep == "prep" and c.lower == "on" and any(o.lower == "screen" for o in c.children) for c in verb.children):
        return Verdict(Status.HYPOTHETICAL, "on screen")
    work = next((o for o in places if is_work(o, verb)), None)
    if work is not None:
        return Verdict(Status.HYPOTHETICAL, f"in the {work.text}")
    return _marked(places)


def _of_a_work(verb: Word) -> Verdict | None:
    """Read "a novel in which she meets him"."""
    inside = any(
        c.dep == "prep" and c.lower == "in" and any(o.lower == "which" for o in c.children) for c in verb.children
    )
    where = any(c.lower == "where" and c.i < verb.i for c in verb.children)
    if verb.dep != "relcl" or not (inside or where) or not is_work(verb.head, verb):
        return None
    return Verdict(Status.HYPOTHETICAL, f"a {verb.head.text} in which")


def _by_one_made_up(verb: Word) -> Verdict | None:
    """Read "a fictional minister meets him", "Roe, (a character) played by Stein, meets him"."""
    doers = [c for c in verb.children if c.dep == "nsubj"]
    called = [*doers, *(c for noun in doers for c in noun.children if c.dep == "appos")]
    played = (c for noun in called for c in noun.children if c.dep == "acl" and c.lemma in classes().works_playing)
    actor = next((c for c in played if any(by.lower == "by" for by in c.children)), None)
    if actor is not None:
        return Verdict(Status.HYPOTHETICAL, f"{actor.text} by")
    return _marked(doers)


def _marked(nouns: list[Word]) -> Verdict | None:
    marks = {c.lower for noun in nouns for c in noun.children if c.dep in {"amod", "compound"}}
    invented = marks & classes().works_adjectives
    return Verdict(Status.HYPOTHETICAL, min(invented)) if invented else None


def is_work(noun: Word, verb: Word) -> bool:
    """Whether a noun is a work of fiction, or a part of one, for what a verb tells: "film", "the stage version"."""
    table, lemma = classes(), noun.lemma.lower()
    kinds = {c.lemma.lower() for c in noun.children if c.dep in {"compound", "amod"}}
    version = lemma in table.works_versions and bool(kinds & (table.works_nouns | {"stage", "screen"}))
    return lemma in table.works_nouns or version or (lemma in table.works_parts and verb.tag in _PRESENT)


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
