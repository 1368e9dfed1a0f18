"""The words said by the frame that carries them: a clause, an infinitive, a gerund, a noun phrase, a preposition's."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.statement_clauses import behind_comma, clause, infinitival, spans_of
from timeline.events.statement_lexicon import Frame, VerbClass, lexicon
from timeline.events.statement_senses import is_person
from timeline.events.statement_voice import agent, is_gerund, passive
from timeline.language.parse import Word
from timeline.model import Span, Stance

_QUOTES = frozenset({'"', "''", "``", "“", "”", "'", "‘", "’", "«", "»"})
#: Nouns that an infinitive completes, wherever the parse hangs it: "announced plans this week to leave".
_INTENTIONS = frozenset({"plan", "intention", "decision", "intent", "effort", "willingness", "readiness", "support"})
#: Prepositions by which a phrase goes on with an object, although the parse hangs it on the verb.
_COMPLETING = frozenset({"as", "at", "in", "for", "over", "about", "of", "toward", "towards", "with", "from", "on"})
_AFTER_OBJECT = frozenset({"prep", "oprd", "xcomp", "ccomp", "acomp", "attr", "acl", "dobj"})


@dataclass(frozen=True, slots=True)
class Content:
    """The words that a frame found, as pieces of the text, with the class of the verb and the rule's name."""

    spans: tuple[Span, ...]
    words: frozenset[int]
    of: VerbClass
    rule: str


def reported(cue: Word, classes: tuple[VerbClass, ...]) -> Content | None:
    """Return what a verb of speech reports without a quotation of its own, by the first frame that fits."""
    for frame, find in _FRAMES:
        for of in classes:
            if frame is not None and frame not in of.frames:
                continue
            words = find(cue, of)
            if words:
                spans = spans_of(words)
                if spans:
                    return Content(spans, frozenset(w.i for w in words), of, f"{of.name}:{frame or 'preposition'}")
    return None


def _infinitive(cue: Word, _: VerbClass) -> list[Word]:
    for child in cue.children:
        if child.i > cue.i and child.dep in {"xcomp", "ccomp", "advcl"} and infinitival(child):
            subject = {w.i for c in child.children if c.dep == "nsubj" for w in c.subtree()}
            return [w for w in child.subtree() if w.i not in subject and w.i > cue.i]
    return []


def _gerund(cue: Word, _: VerbClass) -> list[Word]:
    behind = (c for c in cue.children if c.i > cue.i and c.dep in {"xcomp", "ccomp"})
    child = next((c for c in behind if is_gerund(c)), None)
    return child.subtree() if child is not None else []


def _object(cue: Word, of: VerbClass) -> list[Word]:
    words = _passive_object(cue) if passive(cue) else _active_object(cue)
    return [] if of.stance is Stance.DISPUTES and _is_somebody(words) else words


def _is_somebody(words: list[Word]) -> bool:
    """Whether what is disputed is a person, who is then not what is said: "questioned Karl Roe", "the suspect, Roe"."""
    named = [w for w in words if w.entity == "PERSON" and w.pos == "PROPN"]
    heads = {w.i for w in words if w.head not in words}
    return any(w.i in heads or (w.dep == "appos" and w.head.i in heads) for w in named)


def _active_object(cue: Word) -> list[Word]:
    child = next((c for c in cue.children if c.dep == "dobj"), None)
    if child is None or child.lower in {
        "it",
        "himself",
        "herself",
        "themselves",
        "itself",
        "nothing",
        "something",
        "so",
    }:
        return []
    words = child.subtree()
    last = max(w.i for w in words)
    if child.lemma.lower() in _INTENTIONS:
        words += [
            w
            for c in cue.children
            if c.i > last and c.dep in {"advcl", "xcomp"} and infinitival(c)
            for w in c.subtree()
        ]
    for other in cue.children:
        first = min(w.i for w in other.subtree())
        if first == last + 1 and (other.tag == "VBG" or (other.dep == "prep" and _completes(other))):
            words += other.subtree()
            last = max(w.i for w in words)
    return words


def _completes(preposition: Word) -> bool:
    """Whether a phrase right behind an object goes on with it ("dismay at the news", "cited her as the source"), and
    tells no time or place, nobody spoken to and nothing that it is said through."""
    nouns = [c for c in preposition.children if c.dep == "pobj"]
    timed = any(w.entity in {"DATE", "TIME"} for n in nouns for w in n.subtree())
    through = any(n.lemma.lower() in lexicon().channels | lexicon().addressees for n in nouns)
    placed = preposition.lower in {"in", "at"} and any(n.entity in {"GPE", "LOC", "FAC"} for n in nouns)
    return preposition.lower in _COMPLETING and not (timed or through or placed)


def _passive_object(cue: Word) -> list[Word]:
    """Return what is said of in a passive that names who says it: "the visit was reported by the Courier"."""
    subject = next((c for c in cue.children if c.dep == "nsubjpass"), None)
    if agent(cue) is None or subject is None or subject.tag in {"WP", "WDT", "PRP", "DT"}:
        return []
    return subject.subtree()


def _whole(cue: Word, of: VerbClass) -> list[Word]:
    """Return the object together with what is said of it."""
    if passive(cue):
        return []
    parts = [c for c in cue.children if c.i > cue.i and c.dep in _AFTER_OBJECT and not behind_comma(c)]
    parts += [c for c in cue.children if c.i < cue.i and c.dep == "dobj"]
    if cue.lemma == "call" and _is_summons(parts):
        return []
    if of.needs and not _has_needed(parts, of.needs):
        return []
    small = any(c.dep in {"oprd", "ccomp", "xcomp"} for c in parts)
    small = small or any(_describes(c, o) for o in parts if o.dep == "dobj" for c in o.children)
    small = small or any(w.text in _QUOTES for c in parts if c.dep == "dobj" for w in c.subtree())
    if of.name == "call" and not small and not any(c.dep == "prep" and c.lower == "as" for c in parts):
        return []
    twice = sum(c.dep == "oprd" for c in parts) > 1
    if not any(c.dep in {"dobj", "ccomp"} for c in parts) and not (small and any(c.dep == "xcomp" for c in parts)):
        return [w for part in parts for w in part.subtree()] if twice else []
    return [w for part in parts for w in part.subtree()]


def _is_summons(parts: list[Word]) -> bool:
    """Whether somebody is called to do something: "called us to offer help"."""
    told = next((c for c in parts if c.dep == "dobj"), None)
    return told is not None and is_person(told) and any(c.dep == "xcomp" and infinitival(c) for c in parts)


def _has_needed(parts: list[Word], needed: frozenset[str]) -> bool:
    """Whether one of the prepositions, or "to" and a verb, stands behind an object or in it."""
    below = [c for w in parts for c in [w, *w.children]]
    return any((c.dep == "prep" and c.lower in needed) or ("to" in needed and infinitival(c)) for c in below)


def _describes(child: Word, noun: Word) -> bool:
    """Whether a participle right behind an object says what it is called: "called the charges unfounded"."""
    return child.dep in {"acl", "amod"} and child.tag in {"VBN", "VBD", "JJ"} and child.i == noun.i + 1


def _prepositional(cue: Word, of: VerbClass) -> list[Word]:
    """Return what stands behind the verb's preposition: "called for an inquiry", "for him to go"."""
    told = of.prepositions and any(c.dep == "dobj" and c.i > cue.i for c in cue.children)
    if told and (cue.lemma, of.name) in {("call", "call for"), ("refer", "refer")}:
        return []  # "called him a liar for it", "referred her to a clinic"
    for child in cue.children:
        if child.i < cue.i or child.lower not in of.prepositions or _is_idiom(child):
            continue
        if child.dep in {"prep", "agent", "dative"} and not _tells_when(child):
            words = [w for w in child.subtree() if w.i > child.i]
            last = max((w.i for w in words), default=child.i)
            following = (c for c in cue.children if c.i > last and c.dep in {"xcomp", "advcl"} and infinitival(c))
            described = [c for c in cue.children if c.i == last + 1 and c.dep == "prep" and c.lower == "as"]
            return words + [w for c in [*described, *following] for w in c.subtree() if not behind_comma(c)]
    for child in cue.children:
        mark = next((c for c in child.children if c.lower in of.prepositions and c.dep == "mark"), None)
        if child.i > cue.i and mark is not None:
            return [w for w in child.subtree() if w.i > mark.i]
    return []


def _is_idiom(preposition: Word) -> bool:
    return preposition.lower == "of" and any(c.lower == "course" for c in preposition.children)


def _tells_when(preposition: Word) -> bool:
    """Whether a preposition tells when or how long: "called her on Monday", "questioned for two hours"."""
    noun = next((c for c in preposition.children if c.dep == "pobj"), None)
    return preposition.lower in {"for", "on"} and noun is not None and noun.entity in {"DATE", "TIME"}


def _headline(cue: Word, of: VerbClass) -> list[Word]:
    """Return the rest of a headline that leaves its verb out: "Brandt says Weiss right about the dam"."""
    named = next((c for c in cue.children if c.dep == "dobj" and c.pos == "PROPN"), None)
    if of.name != "say" or named is None or cue.tag not in {"VBD", "VBZ"} or cue.dep != "ROOT":
        return []
    rest = [w for w in cue.sentence.words if w.i > cue.i]
    first = min(w.i for w in named.subtree()) == cue.i + 1
    return rest if first and any(c.i > named.i for c in [*named.children, *cue.children] if c.dep != "punct") else []


_FRAMES = (
    (Frame.CLAUSE, clause),
    (None, _prepositional),
    (Frame.WHOLE, _whole),
    (Frame.CLAUSE, _headline),
    (Frame.INFINITIVE, _infinitive),
    (Frame.GERUND, _gerund),
    (Frame.OBJECT, _object),
)
