"""Calls that nobody took and letters that never arrived: attempts, and no contacts."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.candidates import Candidate
from timeline.events.status_negation import is_negated, is_nobody
from timeline.events.status_words import Verdict, classes
from timeline.language.parse import Parsed, Word
from timeline.model import ClaimType, Status

#: What takes up something written.
_IT = frozenset({"it", "which", "that", "they"})


def unreached(one: Candidate, parsed: Parsed) -> Verdict | None:
    """Read that the one called did not answer, or that what was written did not arrive."""
    if one.type is ClaimType.CORRESPONDENCE:
        found = (_undelivered(verb, one.trigger) for verb in _after(one.trigger, parsed))
        return _drafted(one.trigger) or next(filter(None, found), None)
    if one.type is not ClaimType.CALL:
        return None
    missed = next((v for v in _after(one.trigger, parsed) if _is_missed(v)), None)
    return Verdict(Status.HYPOTHETICAL, f"called, {missed.text}") if missed is not None else None


def _after(trigger: Word, parsed: Parsed) -> Iterator[Word]:
    """Yield the verbs that go on from a trigger: its own as of a noun, those behind it, that of the next sentence."""
    if trigger.dep in {"nsubj", "nsubjpass"}:
        yield trigger.head
    for word in trigger.sentence.words:
        apart = word.dep == "ROOT" and any(w.text in {";", ":"} for w in word.lefts)
        if (
            word.i > trigger.i
            and (apart or word.dep in {"conj", "relcl", "advcl", "ccomp"})
            and word.pos in {"VERB", "AUX"}
        ):
            yield word
    for sentence in parsed.sentences[trigger.sentence.i + 1 : trigger.sentence.i + 2]:
        yield sentence.root


def _is_missed(verb: Word) -> bool:
    """Read "nobody answered", "he did not pick up", "got only voicemail", "there was no answer"."""
    table, objects = classes(), [c for c in verb.children if c.dep in {"dobj", "attr", "nsubj"}]
    below = [*objects, *(o for c in verb.children if c.dep == "prep" and c.lower in {"to", "with"} for o in c.children)]
    machine = any(w.lemma.lower() in table.undone_machines and w.dep != "nsubj" for w in below)
    if machine and verb.lemma in table.undone_reaching:
        return True
    if verb.lemma in {"be", "get", "receive"} and any(
        c.lemma in {"answer", "reply", "response"} and is_nobody(c) for c in objects
    ):
        return True
    picked = verb.lemma == "pick" and any(c.lower == "up" for c in verb.children)
    taken = [c for c in verb.children if c.dep == "dobj"]
    own = all(c.lemma in {"call", "phone", "telephone", "it"} for c in taken)
    if not own or any(c.dep == "prep" for c in verb.children):
        return False
    return (picked or verb.lemma == "answer") and is_negated(verb)


def _drafted(trigger: Word) -> Verdict | None:
    """Read "wrote a draft letter to him", but not "sent him a draft letter"."""
    written = [trigger, *(c for c in trigger.children if c.dep == "dobj")]
    draft = any(
        c.lower in classes().undone_drafts for n in written for c in n.children if c.dep in {"amod", "compound"}
    )
    verb = trigger if trigger.pos == "VERB" else trigger.head
    return Verdict(Status.HYPOTHETICAL, "a draft") if draft and verb.lemma in classes().undone_drafting else None


def _undelivered(verb: Word, trigger: Word) -> Verdict | None:
    """Read "but it bounced", "which was never sent", "was lost in the post", "but never sent it", "but tore it up"."""
    table, subject = classes(), _subject(verb)
    negated = is_negated(verb)
    own = any(c.dep == "dobj" and c.lower in {"it", "them"} for c in verb.children) or _is_of_the_letter(verb)
    if own and negated and verb.lemma in {"get", "receive"}:
        return Verdict(Status.HYPOTHETICAL, f"not {verb.text}")
    if own and (verb.lemma in table.undone_sending if negated else _is_destroyed(verb, trigger)):
        return Verdict(Status.DENIED, f"{'not ' if negated else ''}{verb.text}")
    if subject is None or (subject.lower not in _IT and subject.lemma.lower() not in table.undone_missives):
        return None
    passive = subject.dep == "nsubjpass"
    if negated and passive and verb.lemma in table.undone_sending:
        return Verdict(Status.DENIED, f"not {verb.text}")
    gone = verb.lemma in table.undone_bouncing or (verb.lemma == "lose" and passive and _is_on_its_way(verb))
    back = verb.lemma in {"return", "come"} and any(w.lower == "undeliverable" for w in verb.subtree())
    late = negated and verb.lemma in table.undone_arriving
    return Verdict(Status.HYPOTHETICAL, verb.text) if gone or back or late else None


def _subject(verb: Word) -> Word | None:
    """Return a verb's subject, also that of the verb before it: "was written but never sent"."""
    own = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    joined = own is None and verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}
    return _subject(verb.head) if joined else own


def _is_of_the_letter(verb: Word) -> bool:
    """Whether a relative clause tells what was done with a letter: "a letter that she never sent"."""
    of_letter = verb.dep == "relcl" and verb.head.lemma.lower() in classes().undone_missives
    below = verb.dep == "ccomp" and any(
        c.dep == "dobj" and c.lemma in classes().undone_missives for c in verb.head.children
    )
    if not (of_letter or below):
        return False
    things = [c for c in verb.children if c.dep == "dobj"]
    return all(c.lower in {"that", "which"} for c in things)


def _is_destroyed(verb: Word, trigger: Word) -> bool:
    """Read "wrote him a letter, but tore it up"; what was sent may be destroyed by who got it."""
    wrote = trigger if trigger.pos == "VERB" else trigger.head
    table = classes()
    return verb.lemma in table.undone_destroying and verb.head is wrote and wrote.lemma not in table.undone_sending


def _is_on_its_way(lost: Word) -> bool:
    """Whether something was lost as post is, and not years later in a fire."""
    if any(c.dep in {"npadvmod", "advmod"} and c.i > lost.i for c in lost.children):
        return False
    places = [o for c in lost.children if c.dep == "prep" for o in c.children]
    return all(o.lemma.lower() in classes().undone_ways for o in places)
