"""Whether an occurrence is told as real, read from its trigger up to the root of the sentence.

Bare infinitives assert nothing; a negated factive leaves its complement standing ("did not disclose that he met").
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.senses import words
from timeline.events.status_beside import beside
from timeline.events.status_links import link
from timeline.events.status_negation import is_negated, negates
from timeline.events.status_nouns import held, of_noun
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.parse import Word
from timeline.model import Status

_ASKING = frozenset({"appeal", "ask", "call", "demand", "plead", "press", "propose", "request", "seek", "urge"})


def status_of(trigger: Word) -> Verdict:
    """Return the status of what a trigger tells."""
    if any(w.text == "?" for w in trigger.sentence.words[-2:]):
        return Verdict(Status.HYPOTHETICAL, "a question")
    noun = trigger.pos in {"NOUN", "PROPN"}
    happened = held(trigger) if noun and not any(c.lower == "no" for c in trigger.children) else None
    near = beside(trigger) or (of_noun(trigger) if noun and happened is None else None)
    verdict = near or _upward(happened or trigger)
    if verdict is ASSERTED and any(c.dep == "det" and c.lower == "any" for c in trigger.children):
        return Verdict(Status.HYPOTHETICAL, f"any {trigger.text}")
    return verdict


def _upward(trigger: Word) -> Verdict:
    """Walk from a trigger to the root until something decides; what somebody claims holds only if all above it does."""
    word, claimed = _asking_by(trigger) or trigger, None
    apart = False
    while True:
        verdict = _at(word, first=word is trigger, apart=apart)
        if verdict is None and word.head is not word:
            verdict = link(word)
        if verdict is not None and verdict.status is Status.ALLEGED:
            claimed, verdict = claimed or verdict, None
        if verdict is None and word.head is word:
            verdict = ASSERTED
        if verdict is not None:
            return claimed or verdict if verdict.status is Status.ASSERTED else verdict
        apart = _stands_alone(word)
        word = _tried(word) or (_told_above(word) if apart else word.head)


def _told_above(joined: Word) -> Word:
    """Return the verb that a clause with a tense goes on from: not an infinitive that the parse joins it to ("offered
    to help and sent him a letter")."""
    above = joined.head
    while joined.tag != "VB" and above.dep == "xcomp" and any(c.lower == "to" for c in above.children):
        above = above.head
    return above


def _tried(by: Word) -> Word | None:
    """Return the verb of trying above a phrase of means, for the means were used whatever came of it: "tried to stop
    the deal by calling her"."""
    end = by.head
    if by.lower != "by" or by.dep != "prep" or end.dep != "xcomp" or not any(c.dep == "pcomp" for c in by.children):
        return None
    return end.head if end.head.lemma in classes().real_trying and end.head.tag in {"VBD", "VBN"} else None


def _stands_alone(joined: Word) -> bool:
    """Whether a verb joined to another has a subject or a tense of its own, so that what denies or plans the first
    says nothing of it: "did not resign, and he met her", "did not resign and met her"."""
    first = joined.head
    if joined.dep != "conj" or joined.pos not in {"VERB", "AUX"} or first.pos not in {"VERB", "AUX"}:
        return False
    if any(c.dep in {"nsubj", "nsubjpass", "expl"} or _is_finite_helper(c) for c in joined.children):
        return True
    return joined.tag in {"VBD", "VBZ", "VBP"} and first.tag == "VB"


def _is_finite_helper(word: Word) -> bool:
    return word.dep in {"aux", "auxpass"} and word.lower not in {"to", "have", "be", "been", "being"}


def _nor(verb: Word) -> Word | None:
    """Return the "nor" of an inverted clause: "nor did she meet him"."""
    helper = next((c for c in verb.children if c.dep in {"aux", "auxpass"}), None)
    if helper is None or not any(c.dep in {"nsubj", "nsubjpass"} and c.i > helper.i for c in verb.children):
        return None
    words = verb.sentence.words
    before = words[helper.i - words[0].i - 1] if helper.i > words[0].i else None
    return before if before is not None and before.lower in {"nor", "neither"} else None


def _condition(word: Word) -> Word | None:
    """Return the "if" of a clause, or of the one that the parse hangs on the clause joined to it ("If she came and he
    met her, nobody knew")."""
    joined = [c for c in word.children if c.dep == "advcl" and c.i < word.i < word.head.i]
    joined = [c for c in joined if any(cc.dep == "cc" and cc.i > c.i for cc in c.children)]
    return next((m for c in (word, *joined) for m in c.children if m.dep == "mark" and _is_conditional(m)), None)


def _asking_by(noun: Word) -> Word | None:
    """Return the verb of asking for something in a letter: it is no part of what is asked for, wherever it hangs."""
    if noun.dep != "pobj" or noun.head.lower != "in" or noun.lemma.lower() not in words().missives:
        return None
    verb = next((w for w in noun.ancestors() if w.pos in {"VERB", "AUX"}), None)
    return verb if verb is not None and verb.lemma in _ASKING else None


def _at(word: Word, *, first: bool, apart: bool = False) -> Verdict | None:
    """Read what stands at a word: negation, modals, conditions, a subject that is nobody; for a clause joined to it
    that stands apart only the condition."""
    if word.pos not in {"VERB", "AUX", "ADJ"} and not (word.pos == "NOUN" and word.head is word):
        return None
    conditional = _condition(word)
    if apart:
        return Verdict(Status.HYPOTHETICAL, conditional.text) if conditional is not None else None
    negation = next((c for c in word.children if negates(c)), None) or _nor(word)
    if negation is not None and not first and word.lemma in classes().factive_verbs:
        return Verdict(Status.HYPOTHETICAL, conditional.text) if conditional is not None else None
    own = first or word.lemma in classes().light_verbs
    if negation is not None and own and _is_counterfactual(word, conditional):
        return ASSERTED
    if conditional is not None or _is_had_it(word):
        return Verdict(Status.HYPOTHETICAL, conditional.text if conditional is not None else "had")
    helped = (_auxiliary(c, word) for c in word.children if c.dep in {"aux", "auxpass"})
    modal = next((v for v in helped if v is not None), None)
    if negation is not None and (modal is None or modal.status is Status.PLANNED):
        return _negated(negation, word, first=first)
    if modal is not None:
        return modal
    return Verdict(Status.HYPOTHETICAL, "an order") if first and _is_order(word) else None


def _is_counterfactual(verb: Word, conditional: Word | None) -> bool:
    """Whether it is only imagined that something did not happen: "had she not met him, she would have lost"."""
    had = next((c for c in verb.children if c.dep == "aux" and c.lower == "had"), None)
    if had is None or verb.dep != "advcl" or verb.tag not in {"VBN", "VBD"}:
        return False
    inverted = any(c.dep == "nsubj" and had.i < c.i for c in verb.children)
    would = any(c.dep == "aux" and c.lower in {"would", "could", "might"} for c in verb.head.children)
    return would and (inverted or (conditional is not None and conditional.lower == "if"))


def _is_had_it(verb: Word) -> bool:
    """Read "had she met him, he would have stayed", where the parse joins what would have been to it."""
    opening = verb.sentence.words[0]
    inverted = opening.lower == "had" and opening.head is verb and verb.tag in {"VBN", "VBD"}
    would = (c for w in verb.children if w.dep in {"conj", "ccomp"} for c in w.children if c.dep == "aux")
    return inverted and any(c.lower in {"would", "could", "might"} for c in would)


def _is_order(verb: Word) -> bool:
    """Whether a verb opens its sentence as an order: "Call her", and "Let me call her" above it."""
    opens = verb.dep == "advcl" and verb is next((w for w in verb.sentence.words if w.pos != "PUNCT"), None)
    bare = verb.tag == "VB" and (verb.dep in {"ROOT", "ccomp"} or opens)
    if bare and verb.head.lemma == "let" and verb.head.tag == "VB":
        return True
    return bare and not any(c.dep in {"nsubj", "nsubjpass", "aux", "expl"} for c in verb.children)


def _is_limited(verb: Word) -> bool:
    """Whether only how, or when, it was is denied: "did not meet her alone", "never met her without a lawyer", "did not
    meet her in May but in June"."""
    if any(c.tag == "MD" for c in verb.children):
        return False
    ways = [c for c in verb.children if c.dep in {"advmod", "acomp", "oprd", "prep"} and c.i > verb.i]
    if any(c.lower in {"alone", "without"} for c in ways):
        return True
    row, prepositions = verb.sentence.words, {c.lower for c in ways if c.dep == "prep"}
    pairs = pairwise(row[verb.i + 1 - row[0].i :])
    return any(a.lower == "but" and b.pos == "ADP" and b.lower in prepositions for a, b in pairs)


def _negated(negation: Word, word: Word, *, first: bool) -> Verdict:
    if first and negation.dep == "neg" and _is_limited(word):
        return ASSERTED
    unsure = word.head if word.dep == "ccomp" and word.head.pos == "ADJ" else None
    if unsure is not None and unsure.lower in classes().thought_unless and is_negated(unsure.head):
        return Verdict(Status.HYPOTHETICAL, f"not {unsure.text}")
    if first or word.lemma in classes().light_verbs or negation.dep == "nsubj":
        return Verdict(Status.DENIED, negation.text)
    return Verdict(Status.HYPOTHETICAL, f"{negation.text} {word.text}")


def _is_conditional(mark: Word) -> bool:
    """Whether a clause begins with "if", "whether" and their like, "as though", or "looked like"."""
    words = mark.sentence.words
    before = words[mark.i - words[0].i - 1] if mark.i > words[0].i else mark
    seeming = mark.lower == "like" and mark.head.head.lemma in classes().conditions_seeming
    return mark.lower in classes().conditions_marks or (mark.lower == "though" and before.lower == "as") or seeming


def _auxiliary(child: Word, word: Word) -> Verdict | None:
    table = classes()
    if child.lower in table.modals_plan or (child.lower == "wo" and child.tag == "MD"):
        return Verdict(Status.PLANNED, child.text)
    if child.lower == "would" and _is_foretold(word):
        return Verdict(Status.PLANNED, f"{word.head.text} ... would")
    if child.lower in table.modals_unreal and child.tag == "MD":
        return Verdict(Status.HYPOTHETICAL, child.text)
    if child.lower in {"had", "'d"} and word.tag == "VB" and any(c.lower == "better" for c in word.children):
        return Verdict(Status.HYPOTHETICAL, "had better")
    if child.lower == "to" and word.dep in {"ROOT", "ccomp"}:
        return Verdict(Status.PLANNED, "to")
    return None


def _is_foretold(verb: Word) -> bool:
    """Whether a verb with "would" stands in words told in the past: "said that he would meet"."""
    told = verb.dep == "ccomp" and verb.head.tag in {"VBD", "VBN"} and verb.tag == "VB"
    return told and not any(c.lower == "have" for c in verb.children)
