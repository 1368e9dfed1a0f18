"""What becomes of a report becomes of what it tells: "a false report that she met him", "dismissed claims that"."""

from __future__ import annotations

from timeline.events.status_negation import is_negated
from timeline.events.status_words import ASSERTED, Verdict, classes
from timeline.language.lexicon import lexicon
from timeline.language.parse import Word
from timeline.model import Status


def is_report(noun: Word) -> bool:
    """Whether a noun tells what somebody says is so."""
    return noun.pos == "NOUN" and noun.lemma.lower() in classes().reports_nouns | classes().reports_denials


def is_report_clause(clause: Word) -> bool:
    """Whether a clause at a noun tells what it says ("reports that she met him", "reports she met him"), and is not
    about the report itself ("the report she wrote")."""
    if any(c.lower == "that" and c.dep in {"mark", "det", "dobj", "nsubj", "pobj"} for c in clause.children):
        return True
    parts = {c.dep for c in clause.children}
    relative = any(c.tag in {"WP", "WDT"} for c in clause.children)
    return {"nsubj", "dobj"} <= parts and "dative" not in parts and not relative


def reported(noun: Word) -> Verdict:
    """Return what is made of a report, claim or allegation: refused, called untrue, missing, or left standing."""
    table, verb = classes(), noun.head
    if noun.lemma.lower() in table.reports_denials:
        dropped = verb.lemma in table.corrections_verbs | {"drop"}
        return ASSERTED if dropped else Verdict(Status.DENIED, noun.text)
    if any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return Verdict(Status.DENIED, f"no {noun.text}")
    if noun.lemma.lower() in table.reports_untrue:
        return Verdict(Status.HYPOTHETICAL if is_negated(verb) else Status.DENIED, noun.text)
    if any(c.dep == "nsubj" and c is not noun and c.lemma.lower() in table.works_tellers for c in verb.children):
        return Verdict(Status.HYPOTHETICAL, f"{verb.text} the {noun.text}")  # "trolls spread the story"
    marks = marks_of(noun)
    if marks & table.reports_untrue:
        return Verdict(Status.DENIED, f"untrue {noun.text}")
    if marks & table.works_adjectives:
        return Verdict(Status.HYPOTHETICAL, f"{min(marks & table.works_adjectives)} {noun.text}")
    if verb.lower in {"contrary", "to"} and any(w.lower == "contrary" for w in (verb, verb.head)):
        return Verdict(Status.DENIED, "contrary to")
    unproven = Verdict(Status.ALLEGED, f"{noun.text}, {verb.text}")
    spread = verb.lemma in table.reports_spreading and noun.dep == "dobj" and noun.lemma not in {"news", "word"}
    received = regretted(noun) or _received(noun)
    doubtful = spread or bool(marks & table.reports_unproven)
    return unproven if received is ASSERTED and doubtful else received


def marks_of(noun: Word) -> set[str]:
    """Return the words that stand before a noun and say of what kind it is: "AI-generated" as one."""
    marks = [c for c in noun.children if c.dep in {"amod", "compound", "nmod"}]
    whole = {"".join(w.lower for w in c.subtree()) for c in marks}
    return whole | {c.lower for c in marks}


def regretted(telling: Word) -> Verdict | None:
    """Read what came of a telling to who told it: "apologised for reporting that", "sued her over the claim that",
    "won damages from the paper, which had written that"."""
    table = classes()
    made = telling.head if telling.dep in {"pcomp", "pobj"} and telling.head.lower in {"for", "over"} else None
    if (made is None and not _is_by_the_paper(telling)) or is_negated(telling):
        return None
    for verb in telling.ancestors():
        got = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"}]
        if made is not None and _is_taken_to_court(verb):
            return Verdict(Status.ALLEGED, f"{verb.text} to court")
        if any(c.lemma in table.reports_paid for c in got):
            return Verdict(Status.DENIED, f"{verb.text} damages")
        if any(c.lemma in table.reports_sued | table.corrections_sorry for c in got):
            given = verb.lemma in table.reports_giving
            return Verdict(Status.DENIED if given else Status.ALLEGED, f"{verb.text} {got[0].text}")
    return _reproached(made) if made is not None else None


def _reproached(made: Word) -> Verdict | None:
    """Read "apologised for", "sued her over", "called him a liar for"."""
    table, governor = classes(), made.head
    why = f"{governor.text} {made.text}"
    if governor.lemma in table.corrections_sorry:
        return Verdict(Status.DENIED, why)
    liar = any(w.lemma == "liar" for w in (governor, *governor.subtree()) if w.i < made.i)
    told = any(c.lemma in lexicon().saying | table.corrections_telling for c in made.children)
    reproached = told and governor.lemma in table.reports_reproaching
    return Verdict(Status.ALLEGED, why) if liar or reproached or governor.lemma in table.reports_sued else None


def _is_taken_to_court(verb: Word) -> bool:
    """Read "took the paper to court"."""
    to = [o for c in verb.children if c.dep == "prep" and c.lower == "to" for o in c.children]
    return verb.lemma in classes().reports_court and any(o.lemma == "court" for o in to)


def source_of(clause: Word) -> Word:
    """Return what tells a clause: the report or the saying right before "that", else its governor."""
    that = next((c for c in clause.children if c.lower == "that" and c.i < clause.i), None)
    before = [w for w in clause.sentence.words if that is not None and w.i == that.i - 1]
    told = (w for w in before if is_report(w) or (w.lower.endswith("ing") and w.head.pos == "ADP"))
    return next(told, clause.head)


def _is_by_the_paper(telling: Word) -> bool:
    """Whether a clause beside another tells what a thing said: "which had claimed that", "after it wrote that"."""
    return telling.dep in {"relcl", "advcl"} and any(
        c.dep == "nsubj" and c.lower in {"it", "which", "that"} for c in telling.children
    )


def _verb_of(noun: Word) -> Word:
    """Return the verb that a report stands at, also where the parse hangs it on what it is called: "rejected as pure
    invention reports that"."""
    above = noun.head
    if noun.dep in {"appos", "conj", "dep", "dobj"} and above.dep == "pobj" and above.head.lower == "as":
        above = above.head
    return above.head if above.pos in {"ADP", "SCONJ"} else above


def _called(noun: Word, verb: Word) -> set[str]:
    """Return what a report is called before it is named: "branded as fake news a report that"."""
    between = [w for w in noun.sentence.words if verb.i < w.i < noun.i]
    as_what = any(w.lower == "as" and w.head is verb for w in between)
    return {w.lower for w in between if w.pos in {"NOUN", "ADJ", "VERB"}} if as_what else set()


def _received(noun: Word) -> Verdict:
    """Return what the verb that a report is subject or object of makes of it."""
    table, verb = classes(), _verb_of(noun)
    how = {noun.head.lower}
    how |= {c.lower for c in verb.children if c.dep in {"prt", "advmod", "prep"}}
    said = {
        w.lower
        for v in (verb, *(c for c in verb.children if c.dep == "xcomp" and c.lemma == "be"))
        for c in v.children
        if c.dep in {"attr", "acomp", "oprd", "prep", "advcl"} or (c.dep == "dobj" and c is not noun)
        for w in (c, *c.children)
    }
    if verb.lemma in {"call", "label", "brand"}:  # the parse puts "a lie" into the clause before
        said |= {w.lower for w in verb.sentence.words if w.i > noun.i and w.pos in {"NOUN", "ADJ"}}
    refused = verb.lemma in table.reports_refused_by or any(
        f"{verb.lemma} {word}" in table.reports_refused_with for word in how
    )
    said |= _called(noun, verb)
    if refused or said & (table.reports_untrue | table.corrections_scorn):
        return Verdict(Status.HYPOTHETICAL if is_negated(verb) else Status.DENIED, f"{noun.text}, {verb.text}")
    if is_negated(verb):
        return Verdict(Status.HYPOTHETICAL, f"not {verb.text} {noun.text}")
    suits = (c for c in verb.children if c.dep == "nsubj" and c is not noun)
    if verb.lemma in table.reports_complaining or any(s.lemma in table.reports_sued for s in suits):
        return Verdict(Status.ALLEGED, f"{verb.text} {noun.text}")
    if noun.lemma.lower() in table.reports_unsure:
        return Verdict(Status.HYPOTHETICAL, noun.text)
    return Verdict(Status.ALLEGED, noun.text) if noun.lemma.lower() in table.reports_alleged else ASSERTED
