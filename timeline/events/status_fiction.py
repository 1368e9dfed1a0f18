"""What happens in a novel or on a stage, to somebody fictional or who is played, or according to a legend."""

from __future__ import annotations

from timeline.events.status_reports import marks_of
from timeline.events.status_words import Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status

#: What is told in a work is told in the present; a memoir tells the past.
_PRESENT = frozenset({"VBZ", "VBP"})


def of_fiction(trigger: Word, verb: Word) -> Verdict | None:
    """Read that a trigger, or the verb it stands at, tells of what is made up."""
    above = next((w for w in verb.ancestors() if w.pos == "VERB"), verb) if verb.dep == "advcl" else verb
    placed = (_in_a_work(verb) or _in_a_work(above) or _in_a_work(_first(above))) or _of_a_work(verb)
    return placed or _by_one_made_up(verb) or _told_by_a_work(verb) or _rumoured(trigger) or _as_they_say(trigger, verb)


def _first(verb: Word) -> Word:
    """Return the verb that another goes on from: "picks up the phone and calls her"."""
    own = any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children)
    return verb.head if verb.dep == "conj" and not own else verb


def _told_by_a_work(verb: Word) -> Verdict | None:
    """Read "the opera ends as she meets him", "played a banker who meets him"."""
    if verb.tag not in {*_PRESENT, "VBG"} or verb.head is verb:
        return None
    if verb.dep == "relcl":
        role = verb.head.dep == "dobj" and verb.head.head.lemma in classes().works_playing
        return Verdict(Status.HYPOTHETICAL, f"{verb.head.head.text} a part") if role else None
    subjects = [c for c in verb.head.children if c.dep == "nsubj"] if verb.dep in {"advcl", "ccomp", "xcomp"} else []
    work = next((s for s in subjects if verb.head.tag in _PRESENT and is_work(s, verb)), None)
    return Verdict(Status.HYPOTHETICAL, f"{work.text} {verb.head.text}") if work is not None else None


def _as_they_say(trigger: Word, verb: Word) -> Verdict | None:
    """Read "as legend has it", "picture the scene: she meets him"."""
    text = " ".join(w.lower for w in trigger.sentence.words)
    saying = next((s for s in classes().works_sayings if f" {s} " in f" {text} "), None)
    if saying is not None:
        return Verdict(Status.HYPOTHETICAL, saying)
    scene = next((s for s in classes().works_scenes if text.startswith((f"{s} :", f"{s} ,"))), None)
    return Verdict(Status.HYPOTHETICAL, scene) if scene is not None and verb.tag in _PRESENT else None


def _in_a_work(verb: Word) -> Verdict | None:
    """Read "in the novel she meets him", "in the film version she met him", "meets him in the second act"."""
    places = [o for c in verb.children if c.dep == "prep" and c.lower == "in" for o in c.children if o.dep == "pobj"]
    if any(c.dep == "prep" and c.lower == "on" and any(o.lower == "screen" for o in c.children) for c in verb.children):
        return Verdict(Status.HYPOTHETICAL, "on screen")
    work = next((o for o in places if is_work(o, verb)), None)
    if work is not None:
        return Verdict(Status.HYPOTHETICAL, f"in the {work.text}")
    other = next((o for o in places if _is_another_world(o)), None)
    if other is not None:
        return Verdict(Status.HYPOTHETICAL, f"in another {other.text}")
    return _marked(places)


def _is_another_world(noun: Word) -> bool:
    """Read "a parallel universe", "an ideal world"."""
    marks = {c.lower for c in noun.children if c.dep in {"amod", "compound"}}
    return noun.lemma.lower() in classes().works_worlds and bool(marks & classes().works_other)


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
    """Read "according to legend", "according to a discredited report"."""
    sources = [
        source
        for word in trigger.sentence.words
        if word.lower == "according"
        for to in word.children
        for source in to.children
    ]
    table = classes()
    false = next((s for s in sources if marks_of(s) & (table.reports_untrue | table.works_adjectives)), None)
    if false is not None:
        return Verdict(Status.DENIED, f"according to an untrue {false.text}")
    legend = next((s for s in sources if s.lemma.lower() in classes().works_tellers), None)
    return Verdict(Status.HYPOTHETICAL, f"according to {legend.text}") if legend is not None else None
