"""Whom a plural includes: "lawmakers, including Roe", "a group that included her", "aides, led by Lund"."""

from __future__ import annotations

from timeline.language.lexicon import lexicon
from timeline.language.mentions import Mention, People
from timeline.language.parse import Word
from timeline.language.syntax import conjuncts, objects, objects_of
from timeline.model import ActorKind

#: Of these, who stands behind "of" takes part.
_GROUPS = frozenset({"group", "delegation", "team", "member", "pair", "number"})
#: Whoever talks for others: of several, each takes part.
_ENVOYS = frozenset(
    {"representative", "official", "executive", "negotiator", "delegation", "delegate", "envoy", "leader"}
)
#: Of these, those who speak for one organisation alone as well ("executives of Roe Corp. met Lund").
_SPOKEN_FOR = frozenset({"executive"})
#: Those whom countries send to talk for them.
_DIPLOMATS = frozenset({"ambassador", "delegation", "envoy", "minister", "negotiator"})
_LEADING = frozenset({"lead", "head", "chair"})
_INCLUDING = frozenset({"include", "comprise"})


def included(word: Word, people: People) -> list[Mention]:
    """Return whom "including", "such as" or "a group of" adds to a noun."""
    out = _sent_by(word, people)
    for child in word.children:
        if child.dep == "prep":
            listed = _lists(child)
            grouped = child.lower == "of" and word.lemma.lower() in _GROUPS
            found = _at(objects_of(child), people) if listed or grouped else []
            out += [m for m in found if listed or m.entry.kind is ActorKind.PERSON]
        if child.dep == "relcl" and child.lemma in _INCLUDING:
            out += _persons(_at(objects(child), people))
    return out or _persons(_loosely_included(word, people))


def _lists(preposition: Word) -> bool:
    such = preposition.lower == "as" and any(c.lower == "such" for c in preposition.children)
    return such or preposition.lower in {"including", "like"}


def _loosely_included(word: Word, people: People) -> list[Mention]:
    """Return who is listed further on, where no other plural stands between and the parser took the phrase for the
    verb's ("met with lawmakers on Monday, including Roe", "among them Roe", "led by Roe")."""
    if not _is_several(word):
        return []
    for later in (w for w in word.sentence.words if w.i > word.i):
        if later.tag == "NNS" and later.lower != "others":
            return []
        if later.lower == "including" and later.dep == "prep":
            return _at(objects_of(later), people)
        if later.lower == "among" and [o.lower for o in objects_of(later)] == ["them"]:
            return _at([later.head] if later.head.i > later.i else [], people)
        if later.tag == "VBN" and later.lemma in _LEADING and later.dep in {"acl", "advcl"}:
            return _at([o for c in later.children if c.dep == "agent" for o in objects_of(c)], people)
    return []


def among_them(word: Word, people: People) -> list[Mention]:
    """Return the persons named as some of those that a plural means, whatever it is ("growers, among them Roe")."""
    phrase = any(w.lower == "among" and w.i > word.i for w in word.sentence.words)
    return _persons(_loosely_included(word, people)) if phrase else []


def _is_several(word: Word) -> bool:
    return word.tag == "NNS" or word.lemma.lower() in lexicon().collectives | _GROUPS


def _at(found: list[Word], people: People) -> list[Mention]:
    mentions = (people.mention_at(part) for word in found for part in (word, *conjuncts(word)))
    return [m for m in mentions if m is not None]


def _persons(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.entry.kind is ActorKind.PERSON]


def _sent_by(word: Word, people: People) -> list[Mention]:
    """Return for whom envoys talk ("representatives of Roe Corp. and Lund Inc.", "executives of Roe Corp."); a country
    only with another ("the envoys of Norway and Spain")."""
    inner = [o for c in word.children if c.dep == "prep" and c.lower in {"of", "from"} for o in objects_of(c)]
    noun, several = word.lemma.lower(), any(map(conjuncts, inner))
    if noun not in (_ENVOYS | _DIPLOMATS if several else _SPOKEN_FOR) or not _is_several(word):
        return []
    bodies = [m for m in _at(inner, people) if m.entry.kind is ActorKind.ORG]
    return [m for m in bodies if not m.entry.place or noun in _DIPLOMATS]
