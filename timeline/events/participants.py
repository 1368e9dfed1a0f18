"""Whom a phrase in a contact stands for: itself or its apposition, those joined to it, those it includes."""

from __future__ import annotations

from timeline.events.inclusion import among_them, included
from timeline.events.repeats import NUMBERS
from timeline.language.lexicon import lexicon
from timeline.language.mentions import Entry, Mention, People
from timeline.language.parse import Word
from timeline.language.syntax import conjuncts, objects_of
from timeline.model import ActorKind


def distinct(sides: list[list[Mention]]) -> list[Entry]:
    """Return the actors of some sides, each once."""
    entries: dict[int, Entry] = {}
    for side in sides:
        for mention in side:
            for entry in (mention.entry, *mention.others):
                entries.setdefault(id(entry), entry)
    return list(entries.values())


def expand(word: Word, people: People) -> list[Mention]:
    """Return the mentions a slot's filler stands for: itself or its apposition, its conjuncts, what it includes."""
    out: list[Mention] = []
    for part in [*_counted(word), *_before_retelling(word)]:
        if _is_office_of_next(part, people):
            continue
        own = people.mention_at(part)
        named = _apposed(part, people) if own is None or not own.entry.named else None
        if named is not None:
            out += named
        elif own is not None:
            out.append(own)
        out += _companions(part, people)
        out += included(part, people) if own is not None or _is_people(part) else among_them(part, people)
    return out


def _before_retelling(word: Word) -> list[Word]:
    """Return those joined to a word, up to a plural that only tells who they are ("Roe and Lund, two bankers")."""
    out: list[Word] = []
    for part in conjuncts(word):
        number = next((c for c in part.children if c.dep == "nummod"), None)
        told = number is not None and NUMBERS.get(number.lower) == str(len(out) + 1)
        if told and part.tag == "NNS" and _is_behind_comma(part):
            return out
        out.append(part)
    return out


def _is_behind_comma(noun: Word) -> bool:
    first = min(w.i for w in noun.subtree())
    return any(w.i == first - 1 and w.text == "," for w in noun.sentence.words)


def _is_office_of_next(word: Word, people: People) -> bool:
    """Whether a bare noun is one more office of the name joined to it ("with author and former judge Ann Roe")."""
    own = people.mention_at(word)
    if own is None or own.form != "role" or own.entry.named or word.tag != "NN":
        return False
    if any(c.dep in {"det", "poss", "nummod", "appos"} for c in word.children):
        return False
    named = (people.mention_at(c) for c in word.children if c.dep == "conj")
    names = [m for m in named if m is not None and m.entry.named and m.entry.kind is ActorKind.PERSON]
    return any(m.form == "role" or _has_office(m.head) for m in names)


def _has_office(name: Word) -> bool:
    return any(c.dep == "compound" and c.text[0].islower() for c in name.children)


_EVERY = frozenset({"all", "both", "each"})
_SOME = frozenset({"some", "several", "many", "most", "all", "both", "each", "one", "two", "three", "few", "number"})


def _counted(word: Word) -> list[Word]:
    """Return a noun, or those of whom it counts some ("some of her aides, including Roe", "both of them")."""
    inner = [o for c in word.children if c.dep == "prep" and c.lower == "of" for o in objects_of(c)]
    if not inner or word.lower not in _SOME:
        return [word]
    return [o for o in inner if o.tag != "PRP" or word.lower in _EVERY]  # "two of them": nobody knows which


_ALONG = frozenset({"along", "together", "alongside"})


def _companions(word: Word, people: People) -> list[Mention]:
    """Return who came along with somebody ("Roe, along with Lund, met ..."). Who only accompanied them is left out: on
    the evaluation sets such companions are as often as not no part of what is told."""
    along = [c for c in word.children if c.dep == "prep" and c.lower in _ALONG]
    with_whom = [*along, *(c for a in along for c in a.children if c.lower == "with")]
    inner = [w for p in with_whom for o in objects_of(p) for w in (o, *conjuncts(o))]
    found = [_apposed(w, people) or [m] for w in inner if (m := people.mention_at(w)) is not None]
    return [m for each in found for m in each if m.entry.kind is ActorKind.PERSON]


def with_them(verb: Word, whom: list[Word]) -> list[Word]:
    """Return who is added to those whom a verb has as objects, behind a comma ("interviewed Roe, along with Lund")."""
    last = max((w.subtree()[-1].i for w in whom if w.head is verb), default=-1)
    along = [c for c in verb.children if c.dep in {"prep", "advmod"} and c.lower in _ALONG and c.i > last >= 0]
    between = [w for w in verb.sentence.words if along and last < w.i < along[0].i]
    behind = [c for a in along[:1] for c in a.children if c.lower == "with"]
    return [o for c in behind for o in objects_of(c)] if all(w.text == "," for w in between) else []


def _is_people(word: Word) -> bool:
    """Whether a noun means people, known here or not ("attendees, including Roe", not "gifts, including Roe's")."""
    lex = lexicon()
    words = (word.lower, word.lemma.lower())
    return any(w in known for known in (lex.roles, lex.collectives, lex.press_roles, _PEOPLE) for w in words)


_PEOPLE = frozenset({"others", "attendee", "guest", "invitee", "participant"})


def _apposed(word: Word, people: People) -> list[Mention] | None:
    for child in word.children:
        if child.dep == "appos":
            mention = people.mention_at(child)
            if mention is not None and mention.entry.named:
                return [m for w in [child, *conjuncts(child)] if (m := people.mention_at(w)) is not None]
    return None


#: How many words before a name may tell that it is not meant ("but not her husband Karl Roe").
_BEFORE = 6
_WITH = frozenset({"by", "with", "from", "to"})


def is_left_out(mention: Mention) -> bool:
    """Whether somebody is named as not meant ("everyone but Roe", "not, as reported, Roe", "posing as Roe")."""
    before = [w for w in mention.head.sentence.words if w.end <= mention.span.start][-_BEFORE:]
    last = [w.lower for w in before]
    if last[-1:] and last[-1] in _WITH:
        last.pop()
    if last[-2:] in (["rather", "than"], ["instead", "of"]):
        return True
    if last[-1:] == ["as"] and len(before) > 1 and before[-2].lemma in {"pose", "masquerade", "disguise"}:
        return True
    if any(
        w.lower in {"but", "except"} and w.dep in {"prep", "cc", "mark"} and w.head.pos == "PRON" for w in before[-1:]
    ):
        return True
    denied = next((at for at in range(len(before) - 1, -1, -1) if before[at].lower == "not"), None)
    return denied is not None and all(_is_between(before, at) for at in range(denied + 1, len(before)))


def _is_between(words: list[Word], at: int) -> bool:
    """Whether a word may stand between "not" and whom it leaves out ("her husband", "as reported", "by")."""
    word = words[at]
    if word.pos in {"VERB", "AUX"}:
        return at > 0 and words[at - 1].lower == "as"
    near = word.pos in {"PRON", "DET", "NOUN", "ADJ", "PUNCT"} or word.lower in _WITH or word.lower == "as"
    return near and word.lower != "that"
