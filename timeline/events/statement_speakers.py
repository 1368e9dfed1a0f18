"""Whose words they are: the subject of a verb of speech wherever the sentence keeps it, and its noun phrase."""

from __future__ import annotations

from timeline.language.parse import Word
from timeline.model import Span

_SUBJECTS = frozenset({"nsubj"})
_ANY_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_FAR = 12
#: Parts of a noun phrase that its mention leaves out: clauses, and what stands behind a comma.
_OUTSIDE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "preconj", "parataxis", "dep", "ccomp"})


def speaker_of(cue: Word) -> Word | None:
    """Return the head of the phrase that says it, following coordination, control, participles and relatives."""
    if passive(cue):
        return agent(cue)
    verb = cue
    for _ in range(_FAR):
        wanted = _SUBJECTS if verb is cue else _ANY_SUBJECT
        own = next((c for c in verb.children if c.dep in wanted and c.pos != "VERB"), None)
        if own is not None:
            return own
        keeper = _keeper(verb)
        if keeper is None or keeper is verb or keeper.pos in {"NOUN", "PROPN", "PRON"}:
            return keeper if keeper is not verb else None
        verb = keeper
    return None


def antecedent(word: Word) -> Word:
    """Return the noun that a relative pronoun stands for; any other word is its own."""
    if word.lower in _RELATIVE and word.tag in {"WP", "WDT", "IN", "DT"}:
        clause = next((a for a in word.ancestors() if a.dep == "relcl"), None)
        if clause is not None and clause.head.i < word.i:
            return clause.head
    return word


def phrase(head: Word) -> Span:
    """Return the noun phrase of a head without its clauses and appositions."""
    words = [head]
    for child in head.children:
        if child.dep not in _OUTSIDE and not (child.i > head.i and child.dep == "prep" and _apart(head, child)):
            words += child.subtree()
    first = min((w for w in words), key=lambda w: w.i)
    return Span(first.start, max(w.end for w in words))


def mention_span(word: Word) -> Span:
    """Return the span of a speaker's mention; a relative pronoun's reaches from its antecedent to it."""
    noun = antecedent(word)
    span = phrase(noun)
    if noun is word or word.end <= span.end:
        return span
    return Span(span.start, word.end)


def passive(verb: Word) -> bool:
    """Whether a verb is in the passive, a bare participle ("asked by reporters", "Asked whether") included."""
    if any(c.dep in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    bare = not any(c.dep in {"nsubj", "aux"} for c in verb.children)
    return verb.tag == "VBN" and bare and verb.dep in {"acl", "advcl", "relcl", "ccomp", "ROOT", "prep", "pcomp"}


def agent(verb: Word) -> Word | None:
    """Return who acts in a passive: the noun behind "by"."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def _keeper(verb: Word) -> Word | None:
    """Return the word that keeps the subject of a verb without one: its governor, or the noun it describes."""
    if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "parataxis"}:
        return verb.head
    if (verb.dep == "ccomp" and verb.tag in {"VBG", "VB"}) or (verb.dep == "acl" and verb.tag == "VBG"):
        return verb.head
    return None


def _apart(head: Word, child: Word) -> bool:
    """Whether a comma stands between a noun and what follows it."""
    return any(c.dep == "punct" and head.i < c.i < child.i for c in head.children)
