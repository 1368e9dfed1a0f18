"""What the link from a word to its governor makes of what is told below: a clause, an infinitive, an object, a phrase.

A verdict ends the way to the root; None leaves it to the governor.
"""

from __future__ import annotations

from timeline.events.senses import words
from timeline.events.status_clauses import adverbial, clause, relative
from timeline.events.status_denying import denial, is_denial, leaves_open, lie_around
from timeline.events.status_negation import is_negated
from timeline.events.status_reports import is_report, reported
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.lexicon import lexicon
from timeline.language.parse import Word
from timeline.model import Status

_GOVERNED = frozenset(
    {"dobj", "ccomp", "xcomp", "pobj", "pcomp", "nsubjpass", "acl", "prep", "compound", "poss", "attr"}
)
_OBJECTS = frozenset({"dobj", "xcomp", "nsubjpass", "pcomp", "pobj"})
#: What one gets without having asked for it ("got a call from her", not "got a meeting with her").
_RECEIVED = frozenset({"call", "e-mail", "email", "letter", "message", "note", "text", "voicemail"})


def link(word: Word) -> Verdict | None:
    """Read the link from a word to its governor."""
    infinitive = word.pos in {"VERB", "AUX"} and any(c.dep == "aux" and c.lower == "to" for c in word.children)
    if word.dep == "relcl":
        return Verdict(Status.HYPOTHETICAL, "to " + word.text) if infinitive else relative(word)
    if infinitive:
        return _infinitive(word)
    if word.dep in {"ccomp", "csubj", "advcl", "acl", "appos", "pcomp"}:
        verdict = clause(word)
        if verdict is not None:
            return verdict
    when = word.dep == "ccomp" and any(c.lower == "when" and c.i < word.i for c in word.children)
    if word.dep == "advcl" or (when and word.tag in {"VBZ", "VBP"}):
        return adverbial(word)
    if word.dep == "conj":
        return _joined(word)
    return _governed(word) if word.dep in _GOVERNED else None


def _joined(word: Word) -> Verdict | None:
    """Read a verb that the parse joins to a denial before it: "denied that she flew there and met him"."""
    verb = word.head
    own = any(c.dep in {"nsubj", "nsubjpass", "aux"} for c in word.children)
    own = own or any(c.dep == "ccomp" for c in word.children)  # "denied that she met him but said that"
    that = any(c.dep == "ccomp" and verb.i < c.i < word.i and c.tag == word.tag for c in verb.children)
    return denial(verb) if is_denial(verb) and that and not own else None


def _infinitive(word: Word) -> Verdict | None:
    """Read "to meet" behind a verb, an adjective or a noun."""
    table, head = classes(), word.head
    lemma = head.lemma.lower()
    if head.lemma in table.alleged_verbs and any(c.dep in {"auxpass", "nsubjpass"} for c in head.children):
        if any(c.lower in table.adverbs_truly for c in head.children):
            return None
        return Verdict(Status.DENIED if _is_untrue(head) else Status.ALLEGED, f"{head.text} to")
    if head.lemma == "claim" and (_is_untrue(head) or lie_around(head) is not None or _is_only(head)):
        return Verdict(Status.DENIED, f"{head.text}, untruly")
    called = _said_to_be(word)
    if called is not None:
        return called
    if head.pos in {"VERB", "AUX"}:
        return _behind_verb(head, word)
    done = any(c.dep == "aux" and c.lower == "have" for c in word.children)
    if head.lower in table.factive_adjectives and done:
        return None
    if head.lower == "able" and head.head.tag in {"VBD", "VBN"}:
        return None
    planned = lemma in table.plan_nouns | table.plan_adjectives and not any(c.lower == "no" for c in head.children)
    return Verdict(Status.PLANNED if planned else Status.HYPOTHETICAL, f"{head.text} to")


def _is_only(claiming: Word) -> bool:
    """Read "had only claimed to have met her"."""
    return any(c.lower in {"only", "merely"} and c.i < claiming.i for c in claiming.children)


def _said_to_be(saying: Word) -> Verdict | None:
    """Read "it is false to say that she met him", "it would be a lie to claim that"."""
    table, verb = classes(), saying.head if saying.head.lemma == "be" else saying.head.head
    if verb.lemma != "be" or saying.lemma not in lexicon().saying | table.corrections_telling:
        return None
    if not any(c.dep in {"nsubj", "expl"} and c.lower == "it" for c in verb.children):
        return None
    judged = {w.lower for c in verb.children if c.dep in {"acomp", "attr"} for w in (c, *c.children)}
    said = judged & (table.reports_untrue | table.corrections_scorn)
    if not said:
        return ASSERTED if judged & table.reports_fair and not is_negated(verb) else None
    return ASSERTED if is_negated(verb) else Verdict(Status.DENIED, f"{min(said)} to {saying.text}")


def _behind_verb(verb: Word, word: Word) -> Verdict | None:
    table, lemma, why = classes(), verb.lemma.lower(), f"{verb.text} to"
    if lemma == "go" and verb.tag == "VBG" and is_negated(verb):
        return Verdict(Status.DENIED, f"not {why}")
    if lemma == "be" or (lemma == "go" and verb.tag == "VBG"):
        return Verdict(Status.PLANNED, why)
    if lemma in table.real_verbs or (lemma == "get" and verb.tag == "VBD"):
        return None
    if lemma in table.real_going:
        failed = any(w.lower in words().undone for w in word.sentence.words if w.i > word.i)
        return Verdict(Status.HYPOTHETICAL, why) if failed or is_negated(verb) else _of_way(verb, why)
    if lemma in table.plan_verbs:
        negated = any(c.dep == "neg" for c in verb.children)
        return Verdict(Status.DENIED, f"not {verb.text}") if negated else Verdict(Status.PLANNED, why)
    return Verdict(Status.HYPOTHETICAL, why)


def _of_way(going: Word, why: str) -> Verdict | None:
    """Read "flew to Bonn to meet her": who went did, who is on the way is to."""
    if going.tag in {"VBD", "VB"}:  # a bare infinitive stands below what decides of it: "will fly", "refused to fly"
        return None
    return Verdict(Status.HYPOTHETICAL if going.tag == "VBN" else Status.PLANNED, why)


def _governed(word: Word) -> Verdict | None:
    """Read an object, a gerund or a phrase by what governs it."""
    table, head = classes(), word.head
    lemma = head.lemma.lower()
    if head.pos in {"NOUN", "PROPN"} and word.dep in {"prep", "acl", "compound", "pcomp", "poss"}:
        return _at_noun(word, head)
    if head.pos == "ADP" or word.dep == "prep":
        return _through_preposition(head if head.pos == "ADP" else word)
    if leaves_open(head):
        return Verdict(Status.HYPOTHETICAL, f"neither {head.text} nor denied")
    if is_denial(head):
        return denial(head)
    if lemma in table.memory_verbs and word.tag == "VBG" and is_negated(head):
        return Verdict(Status.DENIED, f"not {head.text}")
    if word.dep == "dobj" and lemma in lexicon().saying and _is_untrue(head):
        return Verdict(Status.DENIED, f"{head.text}, untruly")
    if word.dep == "dobj" and lemma in table.factive_hiding and _is_granted(word, head):
        return ASSERTED
    real = (lemma == "discuss" and word.pos == "VERB") or (lemma == "get" and word.lemma.lower() in _RECEIVED)
    real = real or (lemma == "tell" and word.dep == "dobj" and word.pos == "NOUN")  # "told a hearing": it is addressed
    if word.dep in _OBJECTS and lemma in table.unreal_verbs and not real:
        return Verdict(Status.HYPOTHETICAL, head.text)
    return Verdict(Status.PLANNED, head.text) if word.dep in _OBJECTS and lemma in table.plan_verbs else None


def _is_granted(noun: Word, verb: Word) -> bool:
    """Whether who hides a meeting or speaks of it takes it for granted: "tried to hide her call", "failed to disclose a
    meeting"."""
    owned = any(c.dep == "poss" for c in noun.children)
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in verb.children)
    return owned or (infinitive and verb.head.lemma in classes().withheld_verbs)


def _at_noun(word: Word, noun: Word) -> Verdict | None:
    """Read "a request for a meeting", "plans of meeting her"."""
    table, lemma = classes(), noun.lemma.lower()
    if word.dep == "prep" and word.lower not in {"of", "for", "about", "to", "on"}:
        return None
    if lemma == "question" and _is_known(word):
        return None
    if word.lower == "for" and any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return Verdict(Status.HYPOTHETICAL, f"no {noun.text} for")
    if word.lower == "for" and noun.dep == "dobj" and noun.head.lemma in table.plan_for:
        return Verdict(Status.PLANNED, f"{noun.head.text} {noun.text} for")
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
    if governor.lemma == "ask" and _is_known(preposition):
        return None
    phrase = f"{governor.lemma.lower()} {preposition.lower}"
    if not table.unreal_phrases.isdisjoint({phrase, f"{governor.head.lower} {phrase}"}):
        return Verdict(Status.HYPOTHETICAL, f"{governor.text} {preposition.text}")
    if governor.pos == "NOUN" and governor.lemma in table.memory_nouns:
        lacking = any(c.lower == "no" for c in governor.children)
        return Verdict(Status.DENIED, f"no {governor.text} of") if lacking else None
    accused = _accused(preposition, governor)
    if accused is not None:
        return accused
    if about and any(w.lower == "nothing" for w in (governor, *governor.children)):
        return Verdict(Status.HYPOTHETICAL, "nothing about")
    unspoken = is_negated(governor) or governor.dep == "pcomp"  # "stopped short of apologising for meeting her"
    if preposition.lower == "for" and governor.lemma in table.factive_judging and unspoken:
        return ASSERTED
    if about and _is_kept_quiet(preposition, governor):
        return ASSERTED
    if governor.lemma in table.reports_misstating and about:
        return Verdict(Status.ALLEGED, f"{governor.text} {preposition.text}")
    if preposition.lower == "without" and _is_imagined(preposition):
        return ASSERTED
    if preposition.lower == "before" and governor.lemma == "die":
        return Verdict(Status.HYPOTHETICAL, f"{governor.text} before")
    if preposition.lower in {"without", "instead"}:
        return Verdict(Status.DENIED, preposition.text)
    return _toward(preposition, governor)


def _is_known(about: Word) -> bool:
    """Whether who asks takes for granted what it is about: "asked about her meeting with him", but not "about a
    meeting" or "about her hopes of meeting him"."""
    asked = [c for c in about.children if c.dep == "pobj"]
    return about.lower == "about" and any(g.dep == "poss" for c in asked for g in c.children)


def _is_imagined(without: Word) -> bool:
    """Whether only what would have been otherwise is told: "without having met her, he would have lost"."""
    having = any(c.lower == "having" for gerund in without.children for c in gerund.children)
    return having and any(c.dep == "aux" and c.lower in {"would", "could"} for c in without.head.children)


def _accused(preposition: Word, governor: Word) -> Verdict | None:
    """Read "accused of meeting her", "cleared of meeting her", "wrongly described as having met her"; the parser may
    hang the phrase on the name of who is accused."""
    if governor.dep == "dobj" and governor.pos == "PROPN":
        governor = governor.head
    table, why = classes(), f"{governor.text} {preposition.text}"
    cleared = governor.lemma.lower() in table.accused_cleared
    guilty = governor.lower == "guilty" and preposition.lower == "of"
    if preposition.lower in {"of", "over", "in"} and (cleared or guilty):
        denied = is_negated(governor) or is_negated(governor.head) if guilty else not is_negated(governor)
        return Verdict(Status.DENIED if denied else Status.ALLEGED, why)
    accused = governor.lemma.lower() in table.accused_verbs and preposition.lower in {"of", "with"}
    described = governor.lemma.lower() in table.accused_describing and preposition.lower == "as"
    boasted = governor.lemma in table.accused_boasting and preposition.lower in {"of", "about"}
    if (accused or described or boasted) and _is_untrue(governor):
        return Verdict(Status.DENIED, f"{why}, untruly")
    return Verdict(Status.ALLEGED, why) if accused else None


def _is_untrue(saying: Word) -> bool:
    return any(c.lower in classes().adverbs_untrue for c in saying.children)


def _is_kept_quiet(preposition: Word, verb: Word) -> bool:
    """Whether somebody did not speak of an own meeting: "never told them about her call"."""
    owned = any(c.dep == "poss" for noun in preposition.children for c in noun.children)
    kept = is_negated(verb) or verb.head.lemma in {"decline", "refuse"}
    return owned and verb.lemma in classes().withheld_saying | {"speak", "talk"} and kept


def _toward(preposition: Word, governor: Word) -> Verdict | None:
    """Read "called for a meeting", "interested in meeting her", "prepared for a meeting", "barred from meeting her"."""
    table, lemma, why = classes(), governor.lemma.lower(), f"{governor.text} {preposition.text}"
    if preposition.lower == "from":
        return Verdict(Status.DENIED, why) if lemma in table.deny_from else None
    if governor.pos not in {"VERB", "ADJ", "AUX"} or preposition.lower not in {
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
    judged = [governor, *(c for c in governor.children if c.dep == "acomp")]
    too = any(c.lower == "too" for adjective in judged for c in adjective.children if adjective.pos == "ADJ")
    if lemma in table.unreal_for or (too and preposition.lower == "for"):
        return Verdict(Status.HYPOTHETICAL, why)
    return Verdict(Status.PLANNED, why) if lemma in table.plan_for else None
