"""Other dated deeds of the text's actors: appointments, departures, investigations, legal action, reports and so on.

A deed of a class (`data/actions.toml`) is found with or without a date; any other verb is an `action` only in a
sentence that has a date, and only when the text tells it as done or to come (docs/decisions/0080).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from timeline.events.action_classes import Class, Lexicon, lexicon
from timeline.events.action_doers import doers, sufferer
from timeline.events.action_parts import light_verb, noun_parts, verb_parts
from timeline.language.mentions import Entry, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import RELATIVES
from timeline.model import ClaimType, Status

_TOLD = frozenset({Status.ASSERTED, Status.PLANNED, Status.ALLEGED})
#: Types of deeds that are done to whoever owns what they are done to.
_AGAINST = frozenset({ClaimType.INVESTIGATION, ClaimType.LEGAL_ACTION, ClaimType.REPORT})
#: A bare infinitive tells of a deed only behind one of these.
_TELLING = frozenset({"will", "'ll", "to", "did"})
_ALLEGED = frozenset({"allegedly", "alleged", "reportedly", "purportedly", "supposedly"})


@dataclass(frozen=True, slots=True)
class Found:
    """A deed: the trigger, the words of the mentions that act and are acted on, and the rule that found it."""

    type: ClaimType
    trigger: Word
    #: The verb that tells it: the trigger, or the light verb that governs it.
    verb: Word
    agents: tuple[Word, ...]
    patients: tuple[Word, ...]
    status: Status
    rule: str
    #: Whether it is worth nothing without a date of its own.
    needs_date: bool


def find_actions(
    parsed: Parsed,
    people: People,
    used: Container[int],
    *,
    status: Callable[[Word], Status],
    dated: Container[int],
    going_on: Container[int] = (),
) -> list[Found]:
    """Find deeds in text order, one a trigger.

    `used` holds the indexes of words that already are the trigger of a claim, `dated` the numbers of the sentences in
    which a date stands, `going_on` the indexes of verbs that go on with a dated story; `status` reads a trigger's
    status.
    """
    return list(_find(parsed, people, used, status, dated, going_on))


def _find(
    parsed: Parsed,
    people: People,
    used: Container[int],
    status: Callable[[Word], Status],
    dated: Container[int],
    going_on: Container[int],
) -> Iterator[Found]:
    words = lexicon()
    for word in parsed.words:
        if word.i in used or word.pos not in ("VERB", "NOUN"):
            continue
        if word.pos == "NOUN" and word.lemma not in words.nouns:
            continue
        light = light_verb(word, words.light_verbs)
        has_date = word.sentence.i in dated or (light or word).i in going_on
        made = _class_of(word, people, words, has_date=has_date)
        if made is None:
            continue
        needs_date = made.type is ClaimType.ACTION or (word.pos == "NOUN" and light is None)
        if needs_date and not has_date:
            continue
        parts = _parts(word, made, words, people)
        if parts is None or _set_aside(word):
            continue
        acting, acted_on = parts
        agents, patients = _mentions(acting, people, places=True), _mentions(acted_on, people, places=False)
        if not any(entry.named for entry in (*agents, *patients)):
            continue
        reading = _claimed(word, status(word))
        if made.type is not ClaimType.ACTION or reading in _TOLD:
            others = tuple(w for entry, w in patients.items() if entry not in agents)
            yield Found(made.type, word, light or word, tuple(agents.values()), others, reading, made.rule, needs_date)


def _class_of(word: Word, people: People, words: Lexicon, *, has_date: bool) -> Class | None:
    """Return the first class of the word whose guards hold, else `action` for a verb that tells of a dated deed."""
    if word.pos == "NOUN":
        made = words.nouns.get(word.lemma)
        return made if made is not None and word.dep != "compound" and made.fits(word) else None
    for made in words.verbs.get(word.lemma, ()):
        told = made.type is not ClaimType.ACTION or (has_date and _is_told(word))
        if told and made.fits(word) and _parts_fit(made, word, people):
            return made
    return words.action if has_date and _is_deed(word, words) else None


def _parts_fit(made: Class, verb: Word, people: People) -> bool:
    """Whether agent and patient are of the kinds that the class asks for."""
    for place, words in zip(("agent", "patient"), verb_parts(verb), strict=True):
        if place in made.entry:
            mentions = (people.mention_at(w) for w in words)
            if not any(m is not None and m.entry.kind == made.entry[place] for m in mentions):
                return False
    return True


def _is_deed(verb: Word, words: Lexicon) -> bool:
    """Whether a verb outside the classes tells of a deed, by its form and what it governs."""
    clauses = (c for c in verb.children if c.dep == "ccomp" and not _is_relative(c))
    return verb.lemma not in words.not_actions and not any(clauses) and _is_told(verb)


def _is_relative(clause: Word) -> bool:
    """Whether what the parser hung on a verb is a clause at its object ("bought the mill which was shut in May")."""
    return any(c.dep in {"nsubj", "nsubjpass"} and c.lower in RELATIVES - {"that"} for c in clause.children)


def _is_told(verb: Word) -> bool:
    """Whether a verb's form tells of something done or to come."""
    if verb.tag in ("VBD", "VBN"):
        return True
    aux = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if verb.tag == "VB":
        return bool(aux & _TELLING)
    return verb.tag == "VBG" and (bool(aux) or verb.dep in ("advcl", "pcomp", "acl"))


def _claimed(word: Word, status: Status) -> Status:
    """Return the status, alleged if "allegedly" stands at the verb or at one above it in the clause."""
    while status is Status.ASSERTED:
        if any(c.lower in _ALLEGED for c in word.children):
            return Status.ALLEGED
        if word.dep not in {"xcomp", "conj", "pcomp", "dobj", "prep"} or word.head is word:
            break
        word = word.head
    return status


def _set_aside(word: Word) -> bool:
    """Whether a sentence tells the deed only as not this one's: "it was not Roe who did", "rather than do"."""
    before = [w.lower for w in word.sentence.words if word.i - 2 <= w.i < word.i]
    if before in (["rather", "than"], ["instead", "of"]):
        return True
    be = word.head.head
    cleft = word.dep == "relcl" and be.lemma == "be" and any(c.dep == "nsubj" and c.lower == "it" for c in be.children)
    return cleft and any(c.dep == "neg" for c in (*be.children, *word.head.children))


def _parts(word: Word, made: Class, words: Lexicon, people: People) -> tuple[list[Word], list[Word]] | None:
    """Return who acts and who is acted on; None if the sentence leaves open who acts."""
    if word.pos == "VERB":
        acting = doers(word, people)
        acted_on = sufferer(word) or verb_parts(word, owners=made.type in _AGAINST)[1]
        return (acting, acted_on) if acting is not None else None
    return noun_parts(word, made.entry["possessor"], made.entry["of"], light_verb(word, words.light_verbs))


def _mentions(words: list[Word], people: People, *, places: bool) -> dict[Entry, Word]:
    """Return who stands at the words, or is joined or set beside them: each actor once, with its first word.

    A place acts ("Kestria recalled its ambassador"), but what is done in it is not done to it.
    """
    out: dict[Entry, Word] = {}
    todo = list(words)
    while todo:
        word = todo.pop(0)
        mention = people.mention_at(word)
        if mention is not None and (places or not mention.entry.place):
            out.setdefault(mention.entry, word)
        joined = (c for c in word.children if c.dep == "conj" and not _acts_itself(c))
        todo += [*joined, *(c for c in word.children if c.dep == "appos" and mention is None)]
    return out


def _acts_itself(joined: Word) -> bool:
    """Whether what is joined to an object is the subject of the next verb ("broke the news and Roe confirmed it")."""
    verbs = (w for w in joined.sentence.words if w.dep == "conj" and w.tag in {"VBD", "VBZ"} and w.i > joined.i)
    verb = next(verbs, None)
    alone = verb is not None and not any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children)
    inside = {w.i for w in joined.subtree()}
    return (
        alone
        and verb is not None
        and all(w.i in inside or w.pos in {"PUNCT", "ADV"} for w in joined.sentence.words if joined.i < w.i < verb.i)
    )
