"""What is told of a meeting by a noun: what stands at it, and what becomes of it ("a planned call", "called off")."""

from __future__ import annotations

from timeline.events.senses import words
from timeline.events.status_negation import is_negated
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status

_COPULAS = frozenset({"be", "have", "exist", "prove", "turn", "remain", "seem", "look"})


def of_noun(noun: Word) -> Verdict | None:
    """Read a noun's verb as far as it makes or unmakes the meeting, then the noun's own modifiers."""
    verdict = _written(noun) or undone(noun) or _planned(noun) or _modified(noun)
    return verdict or (ASSERTED if _is_judged(noun) else None)


def undone(noun: Word) -> Verdict | None:
    """Read that a meeting was cancelled, called off, or fell through."""
    table, verb = classes(), noun.head
    beside = {c.lower for c in verb.children}
    if noun.dep in {"nsubjpass", "dobj", "nsubj"} and verb.lemma in table.undone_verbs:
        return ASSERTED if is_negated(verb) else Verdict(Status.HYPOTHETICAL, verb.text)
    if noun.dep in {"nsubjpass", "dobj"} and verb.lemma in table.plan_arranging and "indefinitely" in beside:
        return Verdict(Status.HYPOTHETICAL, f"{verb.text} indefinitely")
    if (noun.dep == "nsubjpass" and verb.lemma in table.undone_dropped) or _ends_unbegun(noun):
        return Verdict(Status.HYPOTHETICAL, verb.text)
    if noun.dep == "nsubj" and any(f"{verb.lemma} {word}" in table.undone_phrases for word in beside):
        return Verdict(Status.HYPOTHETICAL, verb.text)
    if noun.dep in {"nsubjpass", "dobj"} and (
        verb.lemma in table.undone_inventing or (verb.lemma == "make" and "up" in beside)
    ):
        return Verdict(Status.DENIED, verb.text)
    if noun.dep == "nsubj" and verb.lemma == "fail":
        held = not any(c.lemma in table.undone_failing for c in verb.children if c.dep == "xcomp")
        return ASSERTED if held else Verdict(Status.HYPOTHETICAL, verb.text)
    held = any(c.lower == "on" and any(o.lower in {"hold", "ice"} for o in c.children) for c in verb.children)
    if noun.dep in {"nsubjpass", "dobj"} and verb.lemma in table.undone_off and ("off" in beside or held):
        return Verdict(Status.HYPOTHETICAL, f"{verb.text} {'on hold' if held else 'off'}")
    return _said_of(noun) if noun.dep == "nsubj" and verb.lemma in _COPULAS else None


def _ends_unbegun(noun: Word) -> bool:
    """Whether talks "collapsed before they began"."""
    before = [c for c in noun.head.children if c.dep == "advcl" and any(m.lower == "before" for m in c.children)]
    unbegun = any(c.lemma in classes().undone_failing for c in before)
    return noun.dep == "nsubj" and unbegun and not any(c.dep == "dobj" for c in noun.head.children)


def _said_of(noun: Word) -> Verdict | None:
    """Read what a sentence says of a meeting: "is off", "was a hoax", "is in doubt", "was to be held", "has yet to"."""
    table, verb = classes(), noun.head
    infinitive = any(c.dep == "xcomp" and any(to.lower == "to" for to in c.children) for c in verb.children)
    if (
        verb.lemma in {"be", "have"}
        and infinitive
        and not any(c.dep in {"acomp", "attr", "dobj"} for c in verb.children)
    ):
        return Verdict(Status.PLANNED, f"{verb.text} to")
    if is_negated(verb):
        return None
    inner = [verb, *(c for c in verb.children if c.dep == "xcomp")]
    about = [c for v in inner for c in v.children if c.dep in {"acomp", "attr", "oprd", "prep", "advmod", "prt"}]
    words = {w.lower for c in about for w in (c, *(k for k in c.children if k.dep in {"pobj", "prep"}))}
    words |= {w.lower for c in about if c.lower == "out" for w in c.subtree()}  # "is out of the question"
    open_to_doubt = words & table.undone_said
    if open_to_doubt:
        return Verdict(Status.HYPOTHETICAL, f"{verb.text} {min(open_to_doubt)}")
    return Verdict(Status.DENIED, f"{verb.text} untrue") if words & table.reports_untrue else None


def held(noun: Word) -> Word | None:
    """Return the verb by which a meeting is told to have been held, joined to another or its own: "was planned for May
    and took place in June"."""
    if noun.dep not in {"nsubj", "nsubjpass"}:
        return None
    verbs = [noun.head, *(c for c in noun.head.children if c.dep == "conj")]
    did = [v for v in verbs if v.tag in {"VBD", "VBN"} or any(c.lower == "did" for c in v.children)]
    done = (v for v in did if v.lemma in classes().real_happening)
    own = (v for v in done if not any(c.dep == "nsubj" and c is not noun and c.lower != "it" for c in v.children))
    as_told = (v for v in own if not _is_of_others(noun, v))
    return next((v for v in as_told if v.lemma != "take" or any(c.lower == "place" for c in v.children)), None)


def _is_of_others(noun: Word, verb: Word) -> bool:
    """Whether it was held "with Roe instead", or without one of those whom the noun names."""
    named = {w.lower for w in noun.subtree() if w.pos == "PROPN"}
    without = [o for c in verb.children if c.dep == "prep" and c.lower == "without" for o in c.children]
    return any(c.lower == "instead" for c in verb.children) or any(o.lower in named for o in without)


def _written(noun: Word) -> Verdict | None:
    """Read what became of something written: "was never answered", "never replied to it", but "was never sent"."""
    verb = noun.head
    unanswered = any(c.dep == "acomp" and c.lower in {"unanswered", "unread"} for c in verb.children)
    came = noun.dep == "nsubj" and noun.lemma.lower() in words().writings
    if answering(noun) is not None or (came and unanswered):
        return ASSERTED
    if noun.dep != "nsubjpass" or noun.lemma.lower() not in words().missives or not is_negated(verb):
        return None
    if verb.lemma in classes().undone_answers:
        return ASSERTED
    return Verdict(Status.DENIED, f"not {verb.text}") if verb.lemma in classes().undone_sending else None


def answering(noun: Word) -> Word | None:
    """Return by what somebody replies, or does not, to a letter that came; nothing where that is a habit or a wish."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "to" else noun.head
    table, helpers = classes(), {c.lower for c in verb.children if c.dep == "aux"}
    if noun.dep not in {"dobj", "pobj"} or noun.lemma.lower() not in words().writings:
        return None
    unreal = verb.tag in {"VBZ", "VBP"} or helpers & ({"do", "does"} | table.modals_unreal)
    return None if unreal or verb.lemma not in table.undone_replies else verb


def _planned(noun: Word) -> Verdict | None:
    """Read a participle taken for the noun's verb: "a meeting planned for May was cancelled"."""
    table, verb = classes(), noun.head
    if noun.dep != "nsubj" or verb.tag not in {"VBN", "VBD"} or any(c.dep == "dobj" for c in verb.children):
        return None
    if verb.lemma not in (table.plan_verbs | table.unreal_verbs if verb.tag == "VBN" else table.plan_arranging):
        return None
    dropped = any(c.lemma in table.undone_verbs for c in verb.children)
    return Verdict(Status.HYPOTHETICAL if dropped else Status.PLANNED, verb.text)


def _modified(noun: Word) -> Verdict | None:
    """Read the noun's own modifiers."""
    table = classes()
    for child in noun.children:
        if child.dep == "det" and child.lower == "no":
            return Verdict(Status.DENIED, "no " + noun.text)
        if child.dep == "neg":
            return Verdict(Status.DENIED, "not " + noun.text)
        if child.dep == "acl" and child.tag == "VBN" and child.lemma in table.plan_verbs | table.unreal_verbs:
            return Verdict(Status.PLANNED if child.lemma in table.plan_verbs else Status.HYPOTHETICAL, child.text)
        if child.dep in {"amod", "advmod", "compound"}:
            if child.lower in table.unreal_adjectives | table.works_adjectives:
                return Verdict(Status.HYPOTHETICAL, child.text)
            if child.lower in table.plan_adjectives and child.lower != "next":
                return Verdict(Status.PLANNED, child.text)
    return None


def _is_judged(noun: Word) -> bool:
    """Whether a sentence says what a meeting was not, which takes it for granted: "his meeting is no endorsement",
    "denied that his meeting was improper"."""
    verb = noun.head
    about = noun.dep == "nsubj" and verb.lemma == "be" and any(c.dep in {"attr", "acomp"} for c in verb.children)
    owned = any(c.dep == "poss" or c.lower in {"the", "this", "that"} for c in noun.children)
    if noun.dep in {"nsubj", "nsubjpass"} and owned and is_negated(verb) and verb.tag in {"VBD", "VBN", "VB"}:
        unlisted = verb.lemma == "be" and any(
            o.lemma in {"schedule", "calendar", "agenda"} for c in verb.children if c.dep == "prep" for o in c.children
        )
        went = verb.lemma == "go" and not any(c.lower in {"ahead", "forward", "through"} for c in verb.children)
        if (
            unlisted
            or went
            or (verb.lemma in classes().factive_unsaid and not any(c.tag == "MD" for c in verb.children))
        ):
            return True
    denied = verb.dep == "ccomp" and verb.tag == "VBD" and verb.head.lemma in classes().deny_saying
    return about and owned and (denied or any(c.dep == "neg" for c in verb.children))
