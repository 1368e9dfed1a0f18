"""What a governor makes of a clause with a tense of its own: "denied that she met him", "it is untrue that", "why".

A verdict ends the way to the root; None leaves it to what stands above.
"""

from __future__ import annotations

from timeline.events.status_denying import denial, is_denial, leaves_open, lie_around
from timeline.events.status_negation import is_negated
from timeline.events.status_reports import is_report, is_report_clause, marks_of, regretted, reported, source_of
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.lexicon import lexicon
from timeline.language.parse import Word
from timeline.model import Status

#: Conjunctions of a time or a reason, whose clause holds by itself.
_HOLDING = frozenset({"after", "when", "while", "as", "since", "because", "where", "once", "although", "though"})
_ANY = frozenset({"a", "an", "any", "every", "each", "no"})
_TOLD = frozenset({"ccomp", "csubj", "advcl", "relcl", "acl"})


def relative(clause: Word) -> Verdict | None:
    """Read a relative clause, which holds by itself, unless it tells what a report says or whom somebody looks for."""
    noun, regret = clause.head, regretted(source_of(clause))
    if regret is not None:
        return regret
    if is_report(noun) and is_report_clause(clause):
        return reported(noun)
    if _is_not_the_one(clause):
        return Verdict(Status.DENIED, f"not {noun.text}")
    judged = _judged(clause) or _unquestioned(clause)
    if judged is not None:
        return judged
    return None if _is_anybody(noun) else ASSERTED


def _is_not_the_one(clause: Word) -> bool:
    """Read "it was not she who met him", but not "it was not she but Roe who met him"."""
    noun, verb = clause.head, clause.head.head
    if noun.dep == "appos" and _is_crossed_out(noun):
        return True
    who = next((c for c in clause.children if c.dep in {"nsubj", "nsubjpass"} and c.lower in {"who", "that"}), None)
    if who is None or verb.lemma != "be" or not any(c.dep == "nsubj" and c.lower == "it" for c in verb.children):
        return False
    near = [w for w in clause.sentence.words if noun.i - 4 <= w.i < noun.i]
    nots = [w for w in clause.sentence.words if w.dep == "neg" and w.i < noun.i and w.head in {verb, noun}]
    but = any(w.lower == "but" for w in clause.sentence.words if nots and nots[-1].i < w.i < who.i)
    return bool(nots) and not but and any(w is nots[-1] for w in near)


def _is_crossed_out(named: Word) -> bool:
    """Read "it was she, not Roe, who met him", where the clause hangs on the wrong one."""
    first = min((w.i for w in named.lefts), default=named.i)
    return any(w.i == first - 1 and w.lower == "not" for w in named.sentence.words)


def _is_late(clause: Word) -> bool:
    """Read "it was not until June that she met him", "it was not in Rome but in Bonn that"."""
    verb = clause.head
    if verb.lemma != "be" or not is_negated(verb) or not any(c.lower == "that" for c in clause.children):
        return False
    between = [w for w in clause.sentence.words if verb.i < w.i < clause.i]
    placed = any(w.dep == "prep" and w.head in {verb, *between} for w in between[:3])
    that = next(w.i for w in clause.children if w.lower == "that")
    return placed and any(w.lower in {"until", "till", "but"} for w in between if w.i < that)


def _is_anybody(noun: Word) -> bool:
    """Whether a noun means nobody in particular: what is told of such a one holds only if the clause around does."""
    if noun.lower in {"anyone", "anybody", "someone", "somebody", "those"}:
        return True
    person = noun.lemma.lower() in lexicon().roles | lexicon().collectives
    return person and any(c.dep == "det" and c.lower in _ANY for c in noun.children)


def clause(word: Word) -> Verdict | None:
    """Read a clause by what its governor takes for granted, reports, denies, imagines or calls untrue."""
    table, head = classes(), word.head
    untold = regretted(source_of(word)) or _untold(word)
    if untold is not None:
        return untold
    if word.dep in {"ccomp", "advcl", "acl", "relcl"} and _is_late(word):
        return ASSERTED
    if word.dep == "ccomp" and (_is_set_apart(word) or _is_asked_why(word) or _is_granted(head)):
        return ASSERTED
    if word.dep == "ccomp" and head.lemma in {"claim", "allege"} and _is_disputed(word):
        return Verdict(Status.ALLEGED, head.text)
    if word.dep in {"acl", "ccomp", "appos"} and is_report(head):
        return reported(head)
    found = _unquestioned(word) or _judged(word)
    found = found or _is_rumoured(word)
    if found is None and word.dep == "acl" and head.lemma.lower() not in table.unreal_nouns | table.plan_nouns:
        return ASSERTED
    return found or (_reported_by_verb(word, head) if word.dep in {"ccomp", "pcomp"} else None)


def _is_set_apart(word: Word) -> bool:
    """Whether a semicolon or a colon parts a clause from the verb that the parse puts above it."""
    return any(w.text in {";", ":"} for w in word.sentence.words if word.i < w.i < word.head.i)


def _is_asked_why(clause: Word) -> bool:
    """Whether a past clause tells why, how, where or when: who asks or hides that takes it for granted."""
    return is_past(clause) and any(c.tag == "WRB" and c.i < clause.i for c in clause.children)


def is_past(verb: Word) -> bool:
    """Whether a verb has a past or perfect tense."""
    return verb.tag == "VBD" or any(c.dep == "aux" and c.tag in {"VBD", "VBZ", "VBP"} for c in verb.children)


def _is_granted(head: Word) -> bool:
    """Whether what a governor says of a clause takes it for granted: "did not disclose that", "was sorry that"."""
    table = classes()
    if head.lemma in table.factive_verbs or head.lower in table.factive_adjectives:
        return True
    if head.lemma in {"be", "feel"} and any(
        c.dep in {"acomp", "attr"} and c.lower in table.factive_adjectives for c in head.children
    ):
        return True
    if head.lemma in table.thought_doubting and is_negated(head):
        return not any(c.dep == "aux" and c.lower in {"would", "will", "wo"} for c in head.children)
    return head.lemma in table.withheld_saying and _is_withheld(head)


def _is_withheld(saying: Word) -> bool:
    """Whether somebody kept from saying what is so: "forgot to tell them that", "did not inform them that"."""
    above = saying.head
    if any(c.dep == "aux" and c.lower == "to" for c in saying.children):
        return above.lemma in classes().withheld_verbs
    speaker = next((c.lower for c in saying.children if c.dep in {"nsubj", "nsubjpass"}), "")
    silent = saying.dep == "pcomp" or speaker not in {"i", "we", ""}
    informing = saying.lemma in classes().withheld_informing and silent
    return informing and is_negated(saying)


def _unquestioned(word: Word) -> Verdict | None:
    """Read "there is no doubt that"."""
    noun = word.head
    if noun.pos != "NOUN" or noun.lemma.lower() not in classes().factive_doubts:
        return None
    return ASSERTED if any(c.lower in {"no", "little"} for c in noun.children) or is_negated(noun.head) else None


def _judged(word: Word) -> Verdict | None:
    """Read "it is untrue that", "it is not the case that", "called it a lie that", "is it likely that"."""
    table, head = classes(), word.head
    verb = head.head if head.dep in {"attr", "acomp", "oprd"} else head
    aside = word.dep == "advcl" and any(c.dep in {"mark", "advmod"} and c.lower != "that" for c in word.lefts)
    if aside or word.dep not in _TOLD or (verb.lemma not in {"be", "seem", "call"} and head.pos != "ADJ"):
        return None
    judges = [c for c in verb.children if c.dep in {"acomp", "attr", "oprd"}]
    said = {w.lower for c in judges for w in (c, *c.children)} | ({head.lower} if head.pos == "ADJ" else set())
    negated = is_negated(verb)
    if said & table.reports_untrue:
        return Verdict(Status.ASSERTED if negated else Status.DENIED, f"{min(said & table.reports_untrue)} that")
    if negated and said & table.reports_true:
        return Verdict(Status.DENIED, f"not {min(said & table.reports_true)} that")
    if not negated and said & table.thought_unless and word.dep != "acl":
        return ASSERTED
    unsure = said & (table.thought_judged | (table.thought_unless if negated else frozenset()))
    return Verdict(Status.HYPOTHETICAL, f"{min(unsure)} that") if unsure and word.dep != "acl" else None


def _untold(word: Word) -> Verdict | None:
    """Read "falsely said that", "lied that", "an earlier version said that", "a satirical site wrote that"."""
    table, head = classes(), word.head
    if word.dep in {"ccomp", "pcomp"} and head.lemma in table.reports_misstating:
        return Verdict(Status.DENIED, head.text)
    if word.dep != "ccomp" or is_denial(head):
        return None
    if any(c.lower in table.adverbs_untrue for c in head.children):
        return Verdict(Status.DENIED, f"{head.text}, untruly")
    return _lied(head) or _told_by_untrue(head)


def _lied(saying: Word) -> Verdict | None:
    """Read "lied when he said that", which holds as far as the one who says so."""
    lying = lie_around(saying)
    if lying is None:
        return None
    told = (
        any(w.lemma in {"accuse", "suspect", "charge", *lexicon().saying} for w in lying.ancestors())
        or lying.dep == "pcomp"
    )
    return Verdict(Status.ALLEGED if told else Status.DENIED, f"{lying.text} when")


def _told_by_untrue(saying: Word) -> Verdict | None:
    """Read a clause by who tells it: an earlier version, a satirical site, a debunked article, or one retracted."""
    table = classes()
    if saying.dep == "relcl" and is_report(saying.head) and not any(c.dep == "dobj" for c in saying.children):
        refused = reported(saying.head)
        return refused if refused.status in {Status.DENIED, Status.ALLEGED} else None
    teller = next((c for c in saying.children if c.dep == "nsubj" and c.pos == "NOUN"), None)
    if teller is None:
        return None
    marks = marks_of(teller)
    if teller.lemma in {"version", "edition"} and marks & {"earlier", "previous", "original", "initial", "prior"}:
        return Verdict(Status.DENIED, "an earlier version")
    if teller.lemma.lower() in table.works_tellers or marks & table.works_adjectives:
        return Verdict(Status.HYPOTHETICAL, teller.text)
    if marks & table.reports_untrue:
        return Verdict(Status.DENIED, f"untrue {teller.text}")
    exposed = _exposed(teller)
    if exposed is not None:
        return exposed
    dropped = {c.lemma for c in teller.children if c.dep in {"relcl", "acl"}} & {"delete", "retract", "withdraw"}
    unproven = dropped or (marks | {teller.lower}) & table.reports_unproven
    return Verdict(Status.ALLEGED, f"{min(unproven)} {teller.text}") if unproven else None


def _exposed(teller: Word) -> Verdict | None:
    """Read "the memo, which the police say was forged, says that", "a site known for hoaxes said that"."""
    table, told = classes(), [c for c in teller.children if c.dep in {"relcl", "acl"}]
    for verb in (v for c in told for v in (c, *(g for g in c.children if g.dep == "ccomp")) if not is_negated(v)):
        passive = verb.dep == "acl" or any(c.dep in {"nsubjpass", "auxpass"} for c in verb.children)
        behind = [o for c in verb.children if c.dep == "prep" and c.lower in {"as", "for"} for o in c.children]
        named = [c for c in verb.children if verb.lemma == "be" and c.dep in {"attr", "acomp"}]
        judged = [*([verb, *behind] if passive else []), *named]
        if any(w.lower in table.reports_untrue | table.works_adjectives for w in judged):
            return Verdict(Status.DENIED, f"{teller.text}, {verb.text}")
        if any(w.lemma.lower() in table.works_tellers for w in judged):
            return Verdict(Status.HYPOTHETICAL, f"{teller.text}, {verb.text}")
    return None


def _is_rumoured(word: Word) -> Verdict | None:
    """Read "word on the street is that", "the rumour is that"."""
    subject = next((c for c in word.head.children if c.dep == "nsubj"), word)
    rumour = subject.lemma.lower() in classes().reports_unsure | {"word"} and subject.pos in {"NOUN", "PROPN"}
    is_that = word.dep == "ccomp" and word.head.lemma == "be" and rumour
    return Verdict(Status.HYPOTHETICAL, f"{subject.text} is that") if is_that else None


def _reported_by_verb(word: Word, head: Word) -> Verdict | None:
    """Read what a verb of denying, thinking or bidding makes of its clause."""
    table, lemma = classes(), head.lemma.lower()
    if leaves_open(head):
        return Verdict(Status.HYPOTHETICAL, f"neither {head.text} nor denied")
    if is_denial(head):
        return denial(head)
    if lemma in table.alleged_that and any(g.dep == "auxpass" for g in head.children):
        return Verdict(Status.ALLEGED, f"{head.text} that")
    if lemma in table.thought_verbs | table.thought_doubting:
        return Verdict(Status.HYPOTHETICAL, head.text)
    supposed = lemma == "say" and head.tag == "VB" and head is head.sentence.words[0]
    if supposed or (lemma == "think" and head.tag == "VBD"):
        return Verdict(Status.HYPOTHETICAL, head.text)
    if (lemma in table.thought_believing or _is_opinion(head)) and not is_negated(head):
        return Verdict(Status.ALLEGED, head.text)
    bid = lemma in table.thought_bidding and not is_past(word)
    return Verdict(Status.HYPOTHETICAL, head.text) if bid else None


def _is_opinion(verb: Word) -> bool:
    """Read "the police believe that", but not "I think that"."""
    others = any(c.dep == "nsubj" and c.lower not in {"i", "we", "you"} for c in verb.children)
    return verb.lemma in classes().thought_opinion and verb.tag in {"VBZ", "VBP"} and others


def _is_disputed(word: Word) -> bool:
    return any(w.lemma in {"dispute", "deny", "reject", "contest"} for w in word.sentence.words)


def adverbial(clause: Word) -> Verdict | None:
    """Read an adverbial clause: one of time or reason holds by itself, but not "will rest when she meets him"; so does
    "had not slept before she met him"."""
    marks = {c.lower for c in clause.children if c.dep in {"mark", "advmod"} and c.i < clause.i}
    if "before" in marks and clause.tag == "VBD" and is_negated(clause.head):
        return ASSERTED
    to_come = marks & {"when", "once", "while", "where", "after", "before"} if clause.tag in {"VBZ", "VBP"} else set()
    if to_come - {"while", "where"}:
        return Verdict(Status.PLANNED, f"{min(to_come)} ... {clause.text}")
    return ASSERTED if marks & _HOLDING and not to_come else None
