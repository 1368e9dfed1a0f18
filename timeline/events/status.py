"""Whether an occurrence is told as real, read from its trigger up to the root of the sentence.

Bare infinitives assert nothing; a negated factive leaves its complement standing ("did not disclose that he met").
"""

from __future__ import annotations

from timeline.events.status_beside import beside, is_report, is_that, reported
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.lexicon import lexicon
from timeline.language.parse import Word
from timeline.model import Status

_NEGATIVE_DETERMINERS = frozenset({"no", "any", "neither", "never"})
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "no-one", "neither", "nothing"})


def status_of(trigger: Word) -> Verdict:
    """Return the status of what a trigger tells."""
    if trigger.sentence.words[-1].text == "?" or any(w.text == "?" for w in trigger.sentence.words[-2:]):
        return Verdict(Status.HYPOTHETICAL, "a question")
    word, first = trigger, True
    nearby = beside(trigger)
    if nearby is not None:
        return nearby
    if trigger.pos in {"NOUN", "PROPN"}:
        verdict = _undone(trigger) or _noun(trigger)
        if verdict is not None:
            return verdict
        if _is_judged(trigger):
            return ASSERTED
    while True:
        verdict = _at(word, first=first)
        if verdict is not None:
            return verdict
        if word.head is word:
            return ASSERTED
        step = _step(word)
        if step is not None:
            return step
        word, first = word.head, False


#: Verbs with a word by which an occasion is told to have failed ("fell through", "went unanswered").
_FAILING = {"fall": {"through"}, "go": {"unanswered", "unreturned"}, "come": {"naught", "nothing"}}


def _undone(noun: Word) -> Verdict | None:
    """Read what became of a meeting that is the subject or object of a verb: cancelled, or said never to have been."""
    verb = noun.head
    if noun.dep in {"nsubjpass", "dobj", "nsubj"} and verb.lemma in {"cancel", "scrap", "abort", "abandon"}:
        return Verdict(Status.HYPOTHETICAL, verb.text)
    table = classes()
    if noun.dep == "nsubj" and verb.tag in {"VBN", "VBD"} and verb.lemma in table.plan | table.unreal:
        dropped = any(c.lemma in {"cancel", "scrap", "abort", "abandon"} for c in verb.children)
        return Verdict(Status.HYPOTHETICAL if dropped else Status.PLANNED, verb.text)
    off = any(c.lower == "off" for c in verb.children)
    beside_it = {c.lower for c in verb.children}
    if noun.dep == "nsubj" and any(verb.lemma == lemma and words & beside_it for lemma, words in _FAILING.items()):
        return Verdict(Status.HYPOTHETICAL, verb.text)
    if noun.dep in {"nsubjpass", "dobj"} and verb.lemma in {"call", "put", "break"} and off:
        return Verdict(Status.HYPOTHETICAL, f"{verb.text} off")
    return None


def _is_judged(noun: Word) -> bool:
    """Whether a sentence says what a meeting was not, which takes it for granted ("his meeting is no endorsement")."""
    verb = noun.head
    about = noun.dep == "nsubj" and verb.lemma == "be" and any(c.dep in {"attr", "acomp"} for c in verb.children)
    owned = any(c.dep == "poss" or c.lower in {"the", "this", "that"} for c in noun.children)
    return about and owned and any(c.dep == "neg" for c in verb.children)


def is_conditional(word: Word) -> bool:
    """Whether a word stands in a clause with "if" or "whether" ("asked whether he regretted it")."""
    return any(
        c.dep == "mark" and c.lower in classes().conditions for up in (word, *word.ancestors()) for c in up.children
    )


def _noun(noun: Word) -> Verdict | None:
    """Read a nominal trigger's own modifiers."""
    table = classes()
    for child in noun.children:
        if child.dep == "det" and child.lower == "no":
            return Verdict(Status.DENIED, "no " + noun.text)
        if child.dep == "neg":
            return Verdict(Status.DENIED, "not " + noun.text)
        if child.dep == "acl" and child.tag == "VBN" and child.lemma in table.plan | table.unreal:
            return Verdict(Status.PLANNED if child.lemma in table.plan else Status.HYPOTHETICAL, child.text)
        if child.dep in {"amod", "advmod", "compound"}:
            if child.lower in table.unreal_adjectives:
                return Verdict(Status.HYPOTHETICAL, child.text)
            if child.lower in table.plan_adjectives and child.lower != "next":
                return Verdict(Status.PLANNED, child.text)
    return None


def _at(word: Word, *, first: bool) -> Verdict | None:
    """Read what stands at a word: negation, modals, conditions."""
    if word.pos not in {"VERB", "AUX", "ADJ"} and not (word.pos == "NOUN" and word.head is word):
        return None
    table = classes()
    for child in word.children:
        if child.dep == "neg" or (child.dep == "advmod" and child.lower in {"never", "hardly"}):
            if first or word.lemma not in table.factive:
                return (
                    Verdict(Status.DENIED, child.text)
                    if first or _light(word)
                    else Verdict(Status.HYPOTHETICAL, f"{child.text} {word.text}")
                )
            return None
        if child.dep == "mark" and (child.lower in table.conditions or _is_as_though(child)):
            return Verdict(Status.HYPOTHETICAL, child.text)
        if child.dep in {"aux", "auxpass"}:
            verdict = _auxiliary(child, word)
            if verdict is not None:
                return verdict
        if child.dep == "nsubj" and (
            child.lower in _NEGATIVE_SUBJECTS
            or any((g.dep == "det" and g.lower == "no") or g.lower == "neither" for g in child.children)
        ):
            return Verdict(Status.DENIED, child.text)
    return None


def _is_as_though(mark: Word) -> bool:
    words = mark.sentence.words
    before = words[mark.i - words[0].i - 1] if mark.i > words[0].i else mark
    return mark.lower == "though" and before.lower == "as"


def _light(word: Word) -> bool:
    return word.lemma in {
        "have",
        "hold",
        "attend",
        "take",
        "be",
        "make",
        "get",
        "do",
        "happen",
        "occur",
        "receive",
        "send",
        "begin",
        "start",
    }


def _auxiliary(child: Word, word: Word) -> Verdict | None:
    table = classes()
    if child.lower in table.plan_modals or (child.lower == "wo" and child.tag == "MD"):
        return Verdict(Status.PLANNED, child.text)
    if (
        child.lower == "would"
        and word.dep == "ccomp"
        and word.head.tag in {"VBD", "VBN"}
        and word.tag == "VB"
        and not any(c.lower == "have" for c in word.children)
    ):
        return Verdict(Status.PLANNED, f"{word.head.text} ... would")
    if child.lower in table.unreal_modals and child.tag == "MD":
        return Verdict(Status.HYPOTHETICAL, child.text)
    if child.lower == "to" and word.dep in {"ROOT", "ccomp"}:
        return Verdict(Status.PLANNED, "to")
    return None


def _step(word: Word) -> Verdict | None:
    """Read the link from a word to its governor; a verdict ends the way, None goes on."""
    table, head = classes(), word.head
    infinitive = word.pos in {"VERB", "AUX"} and any(c.dep == "aux" and c.lower == "to" for c in word.children)
    if word.dep == "relcl" and not infinitive and is_report(head) and is_that(word):
        return reported(head)
    if word.dep == "relcl" and not infinitive and _is_anybody(head):
        return None
    if word.dep == "relcl":
        return ASSERTED if not infinitive else Verdict(Status.HYPOTHETICAL, "to " + word.text)
    if word.dep == "ccomp" and not infinitive and head.lemma in table.factive:
        return ASSERTED
    if word.dep == "ccomp" and head.lemma in {"claim", "allege"} and _disputed(word):
        return Verdict(Status.ALLEGED, head.text)
    if word.dep in {"acl", "relcl", "ccomp", "appos"} and not infinitive and is_report(head):
        return reported(head)
    if word.dep == "acl" and not infinitive and head.lemma.lower() not in table.unreal_nouns | table.plan_nouns:
        return ASSERTED
    if word.dep in {"ccomp", "csubj", "advcl"} and head.lemma == "be" and not infinitive:
        judged = {w.lower for c in head.children if c.dep in {"acomp", "attr"} for w in (c, *c.children)}
        if judged & table.untrue:
            negated = any(c.dep == "neg" for c in head.children)
            return Verdict(Status.ASSERTED if negated else Status.DENIED, f"{min(judged & table.untrue)} that")
    if word.dep == "ccomp" and any(c.lower in table.untrue_adverbs for c in head.children):
        return Verdict(Status.DENIED, f"{head.text}, untruly")
    if word.dep in {"ccomp", "pcomp"} and head.lemma == "lie":
        return Verdict(Status.DENIED, head.text)
    if infinitive:
        return _infinitive(head)
    if word.dep in {
        "dobj",
        "ccomp",
        "xcomp",
        "pobj",
        "pcomp",
        "nsubjpass",
        "acl",
        "prep",
        "compound",
        "poss",
        "conj",
        "attr",
    }:
        return _governed(word, head)
    if word.dep == "advcl" and not any(c.dep == "mark" for c in word.children):
        return None
    if word.dep == "advcl":
        marks = {c.lower for c in word.children if c.dep in {"mark", "advmod"}}
        if marks & {"after", "when", "while", "as", "since", "because", "where", "once"}:
            return ASSERTED
    return None


_ANY = frozenset({"a", "an", "any", "every", "each", "no"})


def _is_anybody(noun: Word) -> bool:
    """Whether a noun means nobody in particular: what is told of such a one holds only if the clause around does."""
    if noun.lower in {"anyone", "anybody", "someone", "somebody", "those"}:
        return True
    person = noun.lemma.lower() in lexicon().roles | lexicon().collectives
    return person and any(c.dep == "det" and c.lower in _ANY for c in noun.children)


def _disputed(word: Word) -> bool:
    return any(w.lemma in {"dispute", "deny", "reject", "contest"} for w in word.sentence.words)


def _infinitive(head: Word) -> Verdict | None:
    table = classes()
    if head.lemma in {"believe", "say", "think", "report", "rumor", "allege"} and any(
        c.dep in {"auxpass", "nsubjpass"} for c in head.children
    ):
        return Verdict(Status.ALLEGED, f"{head.text} to")
    lemma = head.lemma.lower()
    if head.pos in {"VERB", "AUX"}:
        if lemma in table.real:
            return None
        if lemma in table.plan:
            return _unless_denied(head, Verdict(Status.PLANNED, f"{head.text} to"))
        if lemma == "be" or (lemma == "go" and head.tag == "VBG"):
            return Verdict(Status.PLANNED, f"{head.text} to")
        return Verdict(Status.HYPOTHETICAL, f"{head.text} to")
    if (lemma in table.plan_nouns or lemma in table.plan_adjectives) and not any(
        c.lower == "no" for c in head.children
    ):
        return Verdict(Status.PLANNED, f"{head.text} to")
    return Verdict(Status.HYPOTHETICAL, f"{head.text} to")


def _unless_denied(head: Word, verdict: Verdict) -> Verdict:
    if any(c.dep == "neg" for c in head.children):
        return Verdict(Status.DENIED, f"not {head.text}")
    return verdict


def _governed(word: Word, head: Word) -> Verdict | None:
    table, lemma = classes(), head.lemma.lower()
    if word.dep == "conj":
        return None
    if head.pos in {"NOUN", "PROPN"} and word.dep in {"prep", "acl", "compound", "pcomp", "poss"}:
        linked = word.lower in {"of", "for", "about", "to", "on"} or word.dep != "prep"
        if linked and lemma in table.unreal_nouns:
            return Verdict(Status.HYPOTHETICAL, head.text)
        if linked and lemma in table.plan_nouns:
            return Verdict(Status.PLANNED, head.text)
        return None
    if head.pos == "ADP" or word.dep == "prep":
        return _through_preposition(word, head)
    if lemma in table.deny:
        negated = any(c.dep == "neg" for c in head.children)
        return Verdict(Status.HYPOTHETICAL if negated else Status.DENIED, head.text)
    if word.dep in {"dobj", "xcomp", "nsubjpass", "pcomp", "pobj"} and word.dep != "ccomp":
        if lemma in table.unreal and not (lemma == "discuss" and word.pos == "VERB"):
            return Verdict(Status.HYPOTHETICAL, head.text)
        if lemma in table.plan:
            return Verdict(Status.PLANNED, head.text)
    if word.dep == "ccomp" and lemma in {
        "suppose",
        "hope",
        "wish",
        "doubt",
        "suggest",
        "demand",
        "request",
        "propose",
        "wonder",
        "pretend",
        "imagine",
        "dream",
        "fantasize",
        "ask",
        "urge",
        "insist",
    }:
        past = any(c.dep == "aux" and c.tag in {"VBD", "VBZ", "VBP"} for c in word.children) or word.tag in {
            "VBD",
            "VBZ",
        }
        if not past or lemma in {
            "hope",
            "wish",
            "doubt",
            "suppose",
            "wonder",
            "pretend",
            "imagine",
            "dream",
            "fantasize",
            "ask",
        }:
            return Verdict(Status.HYPOTHETICAL, head.text)
    return None


def _through_preposition(word: Word, head: Word) -> Verdict | None:
    """Read "called for a meeting", "interested in meeting", "about a meeting"."""
    preposition = head if head.pos == "ADP" else word
    governor = preposition.head
    if is_report(governor) and preposition.lower in {"of", "about"}:
        verdict = reported(governor)
        return None if verdict is ASSERTED else verdict
    if governor.lemma == "dream" and preposition.lower in {"of", "about"}:
        return Verdict(Status.HYPOTHETICAL, "dream of")
    if governor.pos == "NOUN" and governor.lemma in {"memory", "recollection"}:
        lacking = any(c.lower == "no" for c in governor.children)
        return Verdict(Status.DENIED, f"no {governor.text} of") if lacking else None
    if governor.lemma.lower() in classes().accusing and preposition.lower in {"of", "with"}:
        return Verdict(Status.ALLEGED, f"{governor.text} {preposition.text}")
    if preposition.lower in {"without", "instead", "before"} and preposition.lower != "before":
        return Verdict(Status.DENIED, preposition.text)
    if preposition.lower in {"for", "about", "in", "on", "against", "of", "from", "to", "toward"}:
        if preposition.lower == "in" and governor.lemma.lower() != "interested":
            return None
        if governor.pos in {"VERB", "ADJ"} and preposition.lower in {
            "for",
            "about",
            "in",
            "on",
            "against",
            "to",
            "toward",
        }:
            if governor.lemma.lower() in {
                "call",
                "ask",
                "push",
                "press",
                "plead",
                "hope",
                "wait",
                "interested",
                "look",
                "invite",
                "appeal",
                "advocate",
                "argue",
                "open",
                "willing",
                "eager",
            }:
                return Verdict(Status.HYPOTHETICAL, f"{governor.text} {preposition.text}")
            if governor.lemma.lower() in {"prepare", "ready", "schedule", "plan"}:
                return Verdict(Status.PLANNED, f"{governor.text} {preposition.text}")
        if preposition.lower == "from" and governor.lemma in {"refrain", "prevent", "bar", "ban", "abstain"}:
            return Verdict(Status.DENIED, f"{governor.text} from")
    return None
