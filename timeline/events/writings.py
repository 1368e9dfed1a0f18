"""Who wrote and who was sent something, told by clauses at it: "a letter signed by Roe", "an email sent to Lund"."""

from __future__ import annotations

from collections.abc import Callable, Collection

from timeline.events.senses import words
from timeline.events.status_nouns import answering
from timeline.language.parse import Word
from timeline.language.syntax import agents, conjuncts, objects_of, obliques

#: By what one is its author, and by what it reaches somebody.
_WRITING = frozenset({"sign", "write", "author", "pen", "compose", "co-sign", "cosign", "co-author"})
_SENDING = frozenset({"send", "address", "deliver", "forward", "submit", "write"})


def authors(noun: Word) -> list[Word]:
    """Return who signed or wrote it ("a letter signed by Roe", "the letter, which Roe wrote")."""
    return [w for clause in _clauses(noun) if clause.lemma in _WRITING for w in agents(clause)]


def recipients(noun: Word, is_closed: Callable[[Word], bool]) -> list[Word]:
    """Return to whom it went ("a letter addressed to Lund", "the letter was sent to Lund", "he ignored her letter")."""
    verb = answering(noun)
    theirs = any(c.dep == "prep" and c.lower == "to" for c in noun.children)
    owned = noun.dep == "dobj" or any(c.dep == "poss" for c in noun.children)
    if verb is not None and verb.pos == "VERB" and owned and not theirs:
        return agents(verb)
    verbs = [clause for clause in _clauses(noun) if clause.lemma in _SENDING]
    if noun.dep == "nsubjpass" and noun.head.lemma in _SENDING:
        verbs.append(noun.head)
    return [w for verb in verbs for w in obliques(verb, ("to",), is_closed)]


def passed_between(noun: Word, prepositions: Collection[str]) -> list[Word]:
    """Return whom "from ... to ..." right behind something written names, where the parser hung both on the verb of
    who made it known ("released notes from Roe to Lund")."""
    behind = [c for c in noun.head.children if c.dep in {"prep", "dative"} and c.i > noun.i]
    both = [c.lower for c in behind[:2]] == ["from", "to"] and behind[0].i == noun.i + 1
    if not both or noun.head.lemma in _SENDING:
        return []
    return [o for c in behind[:2] if c.lower in prepositions for o in objects_of(c)]


def owners(word: Word) -> list[Word]:
    """Return whose letter stands where its writer is meant ("replied to Roe's email"), or the word itself."""
    if word.lemma.lower() not in words().writings:
        return [word]
    return [c for c in word.children if c.dep == "poss"] or [word]


def _clauses(noun: Word) -> list[Word]:
    clauses = [c for c in noun.children if c.dep in {"acl", "relcl"}]
    joined = [c for clause in clauses for c in conjuncts(clause) if c.pos == "VERB"]
    return [*clauses, *(c for c in joined if not any(s.dep == "nsubj" for s in c.children))]
