"""Whether an occurrence is told as real, read from its trigger up to the root of the sentence.

Bare infinitives assert nothing; a negated factive leaves its complement standing ("did not disclose that he met").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.language.lexicon import lexicon, read
from timeline.language.parse import Word
from timeline.model import Status

_NEGATIVE_DETERMINERS = frozenset({"no", "any", "neither", "never"})
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "no-one", "neither", "nothing"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the words that decided it."""

    status: Status
    why: str


@dataclass(frozen=True, slots=True)
class _Classes:
    deny: frozenset[str]
    plan: frozenset[str]
    unreal: frozenset[str]
    real: frozenset[str]
    factive: frozenset[str]
    plan_nouns: frozenset[str]
    unreal_nouns: frozenset[str]
    plan_adjectives: frozenset[str]
    unreal_adjectives: frozenset[str]
    plan_modals: frozenset[str]
    unreal_modals: frozenset[str]
    conditions: frozenset[str]
    reports: frozenset[str]
    alleged_reports: frozenset[str]
    refused_by: frozenset[str]
    untrue: frozenset[str]
    alleged_adverbs: frozenset[str]
    unreal_adverbs: frozenset[str]
    untrue_adverbs: frozenset[str]
    accusing: frozenset[str]
    works: frozenset[str]


@lru_cache(maxsize=1)
def classes() -> _Classes:
    """Return the word classes of `data/status.toml`."""
    data = read("timeline.events", "status.toml")
    verbs = {name: frozenset(part.get("verbs", [])) for name, part in data.items()}
    return _Classes(
        deny=verbs["deny"],
        plan=verbs["plan"],
        unreal=verbs["unreal"],
        real=verbs["real"],
        factive=verbs["factive"],
        plan_nouns=frozenset(data["plan"]["nouns"]),
        unreal_nouns=frozenset(data["unreal"]["nouns"]),
        plan_adjectives=frozenset(data["plan"]["adjectives"]),
        unreal_adjectives=frozenset(data["unreal"]["adjectives"]),
        plan_modals=frozenset(data["modals"]["plan"]),
        unreal_modals=frozenset(data["modals"]["unreal"]),
        conditions=frozenset(data["conditions"]["marks"]),
        reports=frozenset(data["reports"]["nouns"]),
        alleged_reports=frozenset(data["reports"]["alleged"]),
        refused_by=frozenset(data["reports"]["refused_by"]),
        untrue=frozenset(data["reports"]["untrue"]),
        alleged_adverbs=frozenset(data["adverbs"]["alleged"]),
        unreal_adverbs=frozenset(data["adverbs"]["unreal"]),
        untrue_adverbs=frozenset(data["adverbs"]["untrue"]),
        accusing=frozenset(data["accused"]["verbs"]),
        works=frozenset(data["works"]["nouns"]),
    )


ASSERTED = Verdict(Status.ASSERTED, "told as a fact")


def status_of(trigger: Word) -> Verdict:
    """Return the status of what a trigger tells."""
    if trigger.sentence.words[-1].text == "?" or any(w.text == "?" for w in trigger.sentence.words[-2:]):
        return Verdict(Status.HYPOTHETICAL, "a question")
    word, first = trigger, True
    beside = _beside(trigger)
    if beside is not None:
        return beside
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


def _beside(trigger: Word) -> Verdict | None:
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
    if adverbs & table.unreal_adverbs:
        return Verdict(Status.HYPOTHETICAL, min(adverbs & table.unreal_adverbs))
    if adverbs & table.alleged_adverbs:
        return Verdict(Status.ALLEGED, min(adverbs & table.alleged_adverbs))
    places = [o for c in verb.children if c.dep == "prep" and c.lower == "in" for o in c.children if o.dep == "pobj"]
    work = next((o for o in places if o.lemma.lower() in table.works), None)
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


def _is_report(noun: Word) -> bool:
    return noun.pos == "NOUN" and noun.lemma.lower() in classes().reports


def _is_that(clause: Word) -> bool:
    """Whether a clause at a noun tells what it says ("reports that she met him", parsed as a relative clause)."""
    return any(c.lower == "that" and c.dep in {"mark", "det", "dobj", "nsubj"} for c in clause.children)


def _reported(noun: Word) -> Verdict:
    """Return what is made of a report, claim or allegation: refused, called untrue, missing, or left standing."""
    table, verb = classes(), noun.head
    if any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return Verdict(Status.DENIED, f"no {noun.text}")
    if any(c.dep in {"amod", "compound"} and c.lower in table.untrue for c in noun.children):
        return Verdict(Status.DENIED, f"untrue {noun.text}")
    if verb.lower in {"contrary", "to"} and any(w.lower == "contrary" for w in (verb, verb.head)):
        return Verdict(Status.DENIED, "contrary to")
    if verb.pos == "ADP":
        verb = verb.head
    said = {
        w.lower for c in verb.children if c.dep in {"attr", "acomp", "oprd", "prep", "advcl"} for w in (c, *c.children)
    }
    if verb.lemma in table.refused_by or said & table.untrue:
        refused = not any(c.dep == "neg" for c in verb.children)
        return Verdict(Status.DENIED if refused else Status.HYPOTHETICAL, f"{noun.text}, {verb.text}")
    if any(c.dep == "neg" for c in verb.children):
        return Verdict(Status.HYPOTHETICAL, f"not {verb.text} {noun.text}")
    if noun.lemma.lower() in table.alleged_reports:
        return Verdict(Status.ALLEGED, noun.text)
    return ASSERTED


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
        if child.dep == "mark" and child.lower in table.conditions:
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
    if word.dep == "relcl" and not infinitive and _is_report(head) and _is_that(word):
        return _reported(head)
    if word.dep == "relcl" and not infinitive and _is_anybody(head):
        return None
    if word.dep == "relcl":
        return ASSERTED if not infinitive else Verdict(Status.HYPOTHETICAL, "to " + word.text)
    if word.dep == "ccomp" and not infinitive and head.lemma in table.factive:
        return ASSERTED
    if word.dep == "ccomp" and head.lemma in {"claim", "allege"} and _disputed(word):
        return Verdict(Status.ALLEGED, head.text)
    if word.dep in {"acl", "relcl", "ccomp", "appos"} and not infinitive and _is_report(head):
        return _reported(head)
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
