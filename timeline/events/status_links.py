"""What the link from a word to its governor makes of what is told below: a clause, an infinitive, an object, a phrase.

A verdict ends the way to the root; None leaves it to the governor.
"""

from __future__ import annotations

from timeline.events.status_beside import is_report, is_that, reported
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.lexicon import lexicon
from timeline.language.parse import Word
from timeline.model import Status

_GOVERNED = frozenset(
    {"dobj", "ccomp", "xcomp", "pobj", "pcomp", "nsubjpass", "acl", "prep", "compound", "poss", "attr"}
)
_OBJECTS = frozenset({"dobj", "xcomp", "nsubjpass", "pcomp", "pobj"})
#: Conjunctions of a time or a reason, whose clause holds by itself.
_HOLDING = frozenset({"after", "when", "while", "as", "since", "because", "where", "once"})
_ANY = frozenset({"a", "an", "any", "every", "each", "no"})


def link(word: Word) -> Verdict | None:
    """Read the link from a word to its governor."""
    infinitive = word.pos in {"VERB", "AUX"} and any(c.dep == "aux" and c.lower == "to" for c in word.children)
    if word.dep == "relcl":
        return _relative(word, infinitive=infinitive)
    if infinitive:
        return _infinitive(word.head)
    if word.dep in {"ccomp", "csubj", "advcl", "acl", "appos", "pcomp"}:
        verdict = _clause(word)
        if verdict is not None:
            return verdict
    if word.dep == "advcl":
        return _adverbial(word)
    return _governed(word) if word.dep in _GOVERNED else None


def _relative(clause: Word, *, infinitive: bool) -> Verdict | None:
    """Read a relative clause, which holds by itself, unless it tells what a report says or whom somebody looks for."""
    noun = clause.head
    if infinitive:
        return Verdict(Status.HYPOTHETICAL, "to " + clause.text)
    if is_report(noun) and is_that(clause):
        return reported(noun)
    return None if _is_anybody(noun) else ASSERTED


def _is_anybody(noun: Word) -> bool:
    """Whether a noun means nobody in particular: what is told of such a one holds only if the clause around does."""
    if noun.lower in {"anyone", "anybody", "someone", "somebody", "those"}:
        return True
    person = noun.lemma.lower() in lexicon().roles | lexicon().collectives
    return person and any(c.dep == "det" and c.lower in _ANY for c in noun.children)


def _clause(word: Word) -> Verdict | None:
    """Read a clause by what its governor takes for granted, reports, or calls untrue."""
    table, head = classes(), word.head
    if word.dep == "ccomp" and head.lemma in table.factive_verbs:
        return ASSERTED
    if word.dep == "ccomp" and head.lemma in {"claim", "allege"} and _is_disputed(word):
        return Verdict(Status.ALLEGED, head.text)
    if word.dep in {"acl", "ccomp", "appos"} and is_report(head):
        return reported(head)
    if word.dep == "acl" and head.lemma.lower() not in table.unreal_nouns | table.plan_nouns:
        return ASSERTED
    return _untrue(word)


def _untrue(word: Word) -> Verdict | None:
    """Read "it is untrue that", "falsely said that", "lied that"."""
    table, head = classes(), word.head
    if word.dep in {"ccomp", "csubj", "advcl"} and head.lemma == "be":
        judged = {w.lower for c in head.children if c.dep in {"acomp", "attr"} for w in (c, *c.children)}
        if judged & table.reports_untrue:
            negated = any(c.dep == "neg" for c in head.children)
            why = f"{min(judged & table.reports_untrue)} that"
            return Verdict(Status.ASSERTED if negated else Status.DENIED, why)
    if word.dep == "ccomp" and any(c.lower in table.adverbs_untrue for c in head.children):
        return Verdict(Status.DENIED, f"{head.text}, untruly")
    if word.dep in {"ccomp", "pcomp"} and head.lemma == "lie":
        return Verdict(Status.DENIED, head.text)
    return None


def _is_disputed(word: Word) -> bool:
    return any(w.lemma in {"dispute", "deny", "reject", "contest"} for w in word.sentence.words)


def _adverbial(clause: Word) -> Verdict | None:
    """Read an adverbial clause: one of time or reason holds by itself."""
    if not any(c.dep == "mark" for c in clause.children):
        return None
    marks = {c.lower for c in clause.children if c.dep in {"mark", "advmod"}}
    return ASSERTED if marks & _HOLDING else None


def _infinitive(head: Word) -> Verdict | None:
    """Read "to meet" behind a verb, an adjective or a noun."""
    table, lemma = classes(), head.lemma.lower()
    if head.lemma in table.alleged_verbs and any(c.dep in {"auxpass", "nsubjpass"} for c in head.children):
        return Verdict(Status.ALLEGED, f"{head.text} to")
    if head.pos in {"VERB", "AUX"}:
        return _behind_verb(head)
    planned = lemma in table.plan_nouns | table.plan_adjectives and not any(c.lower == "no" for c in head.children)
    return Verdict(Status.PLANNED if planned else Status.HYPOTHETICAL, f"{head.text} to")


def _behind_verb(verb: Word) -> Verdict | None:
    table, lemma, why = classes(), verb.lemma.lower(), f"{verb.text} to"
    if lemma in table.real_verbs:
        return None
    if lemma in table.plan_verbs:
        negated = any(c.dep == "neg" for c in verb.children)
        return Verdict(Status.DENIED, f"not {verb.text}") if negated else Verdict(Status.PLANNED, why)
    return Verdict(Status.PLANNED if lemma == "be" else Status.HYPOTHETICAL, why)


def _governed(word: Word) -> Verdict | None:
    """Read an object, a gerund or a phrase by what governs it."""
    table, head = classes(), word.head
    lemma = head.lemma.lower()
    if head.pos in {"NOUN", "PROPN"} and word.dep in {"prep", "acl", "compound", "pcomp", "poss"}:
        return _at_noun(word, head)
    if head.pos == "ADP" or word.dep == "prep":
        return _through_preposition(head if head.pos == "ADP" else word)
    if lemma in table.deny_verbs:
        negated = any(c.dep == "neg" for c in head.children)
        return Verdict(Status.HYPOTHETICAL if negated else Status.DENIED, head.text)
    if word.dep in _OBJECTS:
        if lemma in table.unreal_verbs and not (lemma == "discuss" and word.pos == "VERB"):
            return Verdict(Status.HYPOTHETICAL, head.text)
        if lemma in table.plan_verbs:
            return Verdict(Status.PLANNED, head.text)
    if word.dep == "ccomp" and (
        lemma in table.thought_verbs or (lemma in table.thought_bidding and not _is_past(word))
    ):
        return Verdict(Status.HYPOTHETICAL, head.text)
    return None


def _is_past(verb: Word) -> bool:
    tensed = any(c.dep == "aux" and c.tag in {"VBD", "VBZ", "VBP"} for c in verb.children)
    return tensed or verb.tag in {"VBD", "VBZ"}


def _at_noun(word: Word, noun: Word) -> Verdict | None:
    """Read "a request for a meeting", "plans of meeting her"."""
    table, lemma = classes(), noun.lemma.lower()
    if word.dep == "prep" and word.lower not in {"of", "for", "about", "to", "on"}:
        return None
    if lemma in table.unreal_nouns:
        return Verdict(Status.HYPOTHETICAL, noun.text)
    return Verdict(Status.PLANNED, noun.text) if lemma in table.plan_nouns else None


def _through_preposition(preposition: Word) -> Verdict | None:
    """Read "reports of a meeting", "no memory of meeting her", "accused of meeting her", "without meeting her"."""
    table, governor = classes(), preposition.head
    about = preposition.lower in {"of", "about"}
    if is_report(governor) and about:
        verdict = reported(governor)
        return None if verdict is ASSERTED else verdict
    if governor.lemma == "dream" and about:
        return Verdict(Status.HYPOTHETICAL, "dream of")
    if governor.pos == "NOUN" and governor.lemma in table.memory_nouns:
        lacking = any(c.lower == "no" for c in governor.children)
        return Verdict(Status.DENIED, f"no {governor.text} of") if lacking else None
    if governor.lemma.lower() in table.accused_verbs and preposition.lower in {"of", "with"}:
        return Verdict(Status.ALLEGED, f"{governor.text} {preposition.text}")
    if preposition.lower in {"without", "instead"}:
        return Verdict(Status.DENIED, preposition.text)
    return _toward(preposition, governor)


def _toward(preposition: Word, governor: Word) -> Verdict | None:
    """Read "called for a meeting", "interested in meeting her", "prepared for a meeting", "barred from meeting her"."""
    table, lemma, why = classes(), governor.lemma.lower(), f"{governor.text} {preposition.text}"
    if preposition.lower == "from":
        return Verdict(Status.DENIED, why) if lemma in table.deny_from else None
    if governor.pos not in {"VERB", "ADJ"} or preposition.lower not in {
        "for",
        "about",
        "in",
        "on",
        "against",
        "to",
        "toward",
    }:
        return None
    if preposition.lower == "in" and lemma != "interested":
        return None
    if lemma in table.unreal_for:
        return Verdict(Status.HYPOTHETICAL, why)
    return Verdict(Status.PLANNED, why) if lemma in table.plan_for else None
