"""Who wrote and who was sent something, told by clauses at it: "a letter signed by Roe", "an email sent to Lund"."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.senses import words
from timeline.events.status_nouns import answering
from timeline.language.parse import Word
from timeline.language.syntax import agents, obliques

#: By what one is its author, and by what it reaches somebody.
_WRITING = frozenset({"sign", "write", "author", "pen", "compose", "co-sign", "cosign", "co-author"})
_SENDING = frozenset({"send", "address", "deliver", "forward", "submit", "write"})


def authors(noun: Word) -> list[Word]:
    """Return who signed or wrote it ("a letter signed by Roe", "the letter, which Roe wrote")."""
    return [w for clause in _clauses(noun) if clause.lemma in _WRITING for w in agents(clause)]


def recipients(noun: Word, is_closed: Callable[[Word], bool]) -> list[Word]:
    """Return to whom it went ("a letter addressed to Lund", "the letter was sent to Lund", "he ignored her letter")."""
    verb = answering(noun)
    if verb is not None and verb.pos == "VERB" and (noun.dep == "dobj" or any(c.dep == "poss" for c in noun.children)):
        return agents(verb)
    verbs = [clause for clause in _clauses(noun) if clause.lemma in _SENDING]
    if noun.dep == "nsubjpass" and noun.head.lemma in _SENDING:
        verbs.append(noun.head)
    return [w for verb in verbs for w in obliques(verb, ("to",), is_closed)]


def owners(word: Word) -> list[Word]:
    """Return whose letter stands where its writer is meant ("replied to Roe's email"), or the word itself."""
    if word.lemma.lower() not in words().writings:
        return [word]
    return [c for c in word.children if c.dep == "poss"] or [word]


def _clauses(noun: Word) -> list[Word]:
    return [c for c in noun.children if c.dep in {"acl", "relcl"}]
