"""Whose words they are: the subject of a verb of speech wherever the sentence keeps it, and its noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.statement_lexicon import lexicon
from timeline.language.parse import Word
from timeline.model import Span

_SUBJECTS = frozenset({"nsubj"})
_ANY_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_WHEN = frozenset({"when", "if", "once", "as", "though", "although", "unless"})
_FAR = 12
#: Parts of a noun phrase that its mention leaves out: clauses, and what stands behind a comma.
_OUTSIDE = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "preconj", "advmod", "parataxis", "dep", "ccomp"}
)


def speaker_of(cue: Word) -> Word | None:
    """Return the head of the phrase that says it, following coordination, control, participles and relatives."""
    if passive(cue):
        return agent(cue)
    document = _document_before(cue)
    if document is not None:
        return document
    verb = _above(cue) if cue.tag == "VBG" and cue.dep in {"advcl", "conj", "dep"} else cue
    for _ in range(_FAR):
        wanted = _SUBJECTS if verb is cue else _ANY_SUBJECT
        own = [c for c in verb.children if c.dep in wanted and c.pos != "VERB"]
        if own:
            return min(own, key=lambda w: abs(w.i - verb.i))
        swallowed = _swallowed(verb)
        if swallowed is not None:
            return swallowed
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
    if bare and verb.dep == "advcl" and verb.tag in {"VBN", "VBD"} and any(c.lower in _WHEN for c in verb.lefts):
        return True
    return verb.tag == "VBN" and bare and verb.dep in {"acl", "advcl", "relcl", "ccomp", "ROOT", "prep", "pcomp"}


def agent(verb: Word) -> Word | None:
    """Return who acts in a passive: the noun behind "by"."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def _document_before(cue: Word) -> Word | None:
    """Return the document that a participle right behind it gives the words of: "a letter asking whether"."""
    words = cue.sentence.words
    place = cue.i - words[0].i
    if cue.tag != "VBG" or place == 0 or words[place - 1].pos != "NOUN":
        return None
    lemma = words[place - 1].lemma.lower()
    return words[place - 1] if lemma in lexicon().documents or lemma in lexicon().nouns else None


def _swallowed(verb: Word) -> Word | None:
    """Return the subject that the parse joined to the object before: "broke the news and an aide, X, confirmed"."""
    if verb.dep != "conj" or verb.head.pos != "VERB":
        return None
    words = verb.sentence.words
    place = verb.i - words[0].i - 1
    while place >= 0 and (words[place].text == "," or words[place].pos in {"AUX", "ADV"}):
        place -= 1
    last = words[place].i if place >= 0 else -1
    nouns = [w for w in words if w.dep == "conj" and w.pos in {"NOUN", "PROPN"} and verb.head.i < w.i <= last]
    return next((n for n in nouns if max(w.i for w in n.subtree() if w.text != ",") == last), None)


def _above(cue: Word) -> Word:
    """Return the verb whose subject a participle behind a comma takes: the sentence's own, across what it reports."""
    first = min((c for c in cue.children if c.i < cue.i), key=lambda w: w.i, default=cue)
    words = cue.sentence.words
    place = min(first.i, cue.i) - words[0].i
    if place == 0 or words[place - 1].text != ",":
        return cue
    verb = cue
    for ancestor in cue.ancestors():
        if ancestor.pos in {"VERB", "AUX"} and ancestor.i < cue.i:
            verb = ancestor
    return verb


def _keeper(verb: Word) -> Word | None:
    """Return the word that keeps the subject of a verb without one: its governor, or the noun it describes."""
    if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "parataxis"}:
        return verb.head
    if verb.dep == "ccomp" and verb.tag in {"VBG", "VB"}:
        return verb.head
    if verb.dep == "acl" and verb.tag == "VBG":
        return verb.head if _can_say(verb.head) else _governor(verb.head)
    return None


def _can_say(noun: Word) -> bool:
    """Whether a noun that a participle describes says it itself: a subject, a name, a document."""
    if noun.dep not in {"dobj", "pobj"} or noun.pos != "NOUN":
        return True
    return noun.lemma.lower() in lexicon().documents


def _governor(noun: Word) -> Word | None:
    return next((a for a in noun.ancestors() if a.pos in {"VERB", "AUX"}), None)


def beside(words: Sequence[Word], cue: Word) -> Word | None:
    """Return the head of the noun phrase among words right before or behind a cue, where the parse gives no subject."""
    nouns = [w for w in words if w.pos in {"PROPN", "NOUN", "PRON"} and w.dep not in {"compound", "poss", "npadvmod"}]
    before = [w for w in nouns if w.i < cue.i]
    return before[-1] if before else next((w for w in nouns if w.i > cue.i), None)


def _apart(head: Word, child: Word) -> bool:
    """Whether a comma stands between a noun and what follows it."""
    return any(c.dep == "punct" and head.i < c.i < child.i for c in head.children)
