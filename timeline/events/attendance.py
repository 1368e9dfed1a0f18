"""Who is told to have been at an occasion: "Roe attended the lunch", "Lund, who was at the meeting", "at the dinner,
Roe told Lund", "also present were Roe and Lund"."""

from __future__ import annotations

from timeline.events.participants import expand, is_left_out
from timeline.events.senses import words
from timeline.language.mentions import Mention, People
from timeline.language.parse import Word
from timeline.language.syntax import agents, governing_clause, grammatical_subject, objects
from timeline.model import ActorKind

#: Prepositions behind which an occasion stands that somebody was at.
_AT = frozenset({"at", "in", "during", "on"})
#: Verbs that say with such a preposition that their subject was there.
_BEING = frozenset({"be", "sit", "participate", "part", "listen"})
#: Words that say so by themselves, of the occasion told last.
_PRESENT = frozenset({"present", "attendance", "attending", "attended", "attendees", "participants"})
_RECALLING = frozenset({"recall", "remember", "recollect"})
_SUBJECTS = frozenset({"nsubj", "attr", "npadvmod"})


def attending(noun: Word, people: People) -> list[Mention]:
    """Return the persons that the clause of a noun, or a clause at it, tells to have been at what it means."""
    return _persons(_who(noun), people)


def present_too(word: Word, people: People) -> list[Mention]:
    """Return the persons told to have been there by a word that names no occasion ("Roe attended as well")."""
    if word.lower not in _PRESENT or any(c.dep in {"dobj", "prep", "agent"} for c in word.children):
        return []
    verb = word if word.pos == "VERB" and word.dep != "acl" else governing_clause(word)
    parts = [verb, *(c for c in verb.children if c.lemma == "be"), *([word] if word.dep == "ROOT" else [])]
    found = [c for part in parts for c in part.children if c.dep in _SUBJECTS and not _is_denied(part)]
    if verb.lemma == "include":
        found = objects(verb)
    told = verb.lemma in {"be", "include", "attend"} or verb is word
    return _persons([w for w in found if w.pos == "PROPN"], people) if told else []


def _persons(found: list[Word], people: People) -> list[Mention]:
    mentions = [m for word in found for m in expand(word, people) if not is_left_out(m)]
    return [m for m in mentions if m.entry.kind is not ActorKind.ORG and not m.entry.press]


def _who(noun: Word) -> list[Word]:
    out = [w for clause in clauses_of_going(noun) for w in agents(clause)]
    verb = noun.head
    if noun.dep in {"dobj", "nsubjpass"} and verb.lemma in words().going and not _is_denied(verb):
        out += agents(verb)
    if noun.dep == "pobj" and verb.lower in _AT:
        out += _there(verb) + _who_recalls(verb)
    return out


def clauses_of_going(noun: Word) -> list[Word]:
    """Return the clauses that tell who went ("the dinner, which Roe attended", "a dinner on Monday attended by Roe",
    which the parser may hang on the verb)."""
    own = [c for c in noun.children if c.dep in {"acl", "relcl"} and (c.lemma in words().going or _is_being(c))]
    verb = governing_clause(noun)
    loose = [c for c in verb.children if c.dep == "advcl" and c.tag == "VBN" and c.lemma in words().going]
    below = [c for w in noun.subtree() for c in w.children if c.dep in {"acl", "advcl"} and c.lemma == "attend"]
    late = [c for c in (*loose, *below) if c.i > noun.i and c not in own and any(a.dep == "agent" for a in c.children)]
    return own + [c for c in late if not any(noun.i < w.i < c.i and w.dep == "dobj" for w in c.sentence.words)][:1]


def _is_being(clause: Word) -> bool:
    """Whether a clause tells who was there ("at which Roe was present")."""
    return clause.lemma == "be" and any(c.lower == "present" for c in clause.children)


def _there(preposition: Word) -> list[Word]:
    """Return who "was at" it, "was present at" it, "took part in" it, and who told whom something at it."""
    governor = preposition.head
    if governor.lower == "present" and governor.head is governor:
        return [c for c in governor.children if c.i > preposition.i and c.dep in _SUBJECTS]
    if governor.lower in {"present", "part"}:
        governor = governor.head
    if _is_denied(governor):
        return []
    if governor.lemma in _BEING or any(c.lower == "part" for c in governor.children):
        return grammatical_subject(governor) or [c for c in governor.children if c.dep == "attr"]
    if governor.lemma in words().to_somebody:
        return [*agents(governor), *objects(governor)]
    return []


def _who_recalls(preposition: Word) -> list[Word]:
    """Return who recalls what was said or done at it ("Roe recalled that Lund wept at the meeting")."""
    done = governing_clause(preposition)
    above = done.head
    told = done.dep == "ccomp" and above.lemma in _RECALLING and above.tag == "VBD" and not _is_denied(above)
    return grammatical_subject(above) if told else []


def _is_denied(verb: Word) -> bool:
    return any(c.dep == "neg" for c in verb.children)
