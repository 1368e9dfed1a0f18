"""What the words of an office tell: its noun, what narrows it, and the places in it, each under one spelling.

"Gov.", "governor" and "the Ohio governor" meet here: abbreviations are spelled out, adjectives of nationality and
abbreviated states become the place, a party has one name, and words that narrow nothing ("presumptive") are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.language.entries import Entry, Role
from timeline.language.lexicon import Lexicon
from timeline.language.parse import Word
from timeline.language.phrases import noun_phrase

#: What makes an office another's: "the minister" is not the deputy minister, and not the former one.
_RANKS = frozenset(
    {"deputy", "vice", "assistant", "associate", "under", "junior", "shadow", "acting", "press"}
    | {"lt", "lt.", "lieutenant"}
)
#: What tells when somebody holds it: who is meant must be known by these.
_TIMES = frozenset({"former", "next", "future", "potential", "elect", "other", "then"})
#: What tells of a noun alone that somebody else had it before ("her new lawyer").
_FRESH = frozenset({"new"})
_FORMER = frozenset({"former"})
#: Offices of a state that a text leaves out where it is its own: a foreign holder has the state beside it.
_OF_A_STATE = frozenset({"president", "minister", "premier", "chancellor"})
_LONGEST_BRACKET = 6
_NARROWING = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})


def role_at(word: Word, lex: Lexicon) -> Role:
    """Return a role noun with what narrows it."""
    phrase = noun_phrase(word)
    before = [w for w in phrase if w.i < word.i]
    name = " ".join(w.text for w in phrase if w.i <= word.i and w.pos not in {"DET", "PRON"})
    noun = word
    if word.lower == "elect" and before:
        noun = next((w for w in before if w.lemma.lower() in lex.roles), word)
    narrowing = [w for w in (*before, *_of(word)) if w is not noun and (w.pos in _NARROWING or w.lower in _RANKS)]
    more = ["elect"] if noun is not word else []
    more += ["then" for w in word.sentence.words if w.i == word.i - 1 and w.lower == "then"]
    return _role(noun.lemma.lower(), narrowing, more, name, lex)


def role_of_titles(titles: list[Word], head: Word, lex: Lexicon) -> Role | None:
    """Return the role that the titles before a name tell, with the words before and behind ("former Ohio Gov. Roe",
    "Sen. Roe of Utah", "Rep. Roe (D-Utah)"); None for "Mr." and its like."""
    before = _before(titles[0], head)
    elect = [w.lower for w in (*before, *titles) if w.lower == "elect"]
    offices = [w for w in (*reversed(before), *titles) if w.lower != "elect"]
    if not offices or offices[-1].lower.rstrip(".") in {"mr", "mrs", "ms", "miss"}:
        return None
    noun = offices[-1].lower.rstrip(".")
    narrowing = [*offices[:-1], *_of(head), *_bracketed(head)]
    return _role(noun, narrowing, elect, " ".join(t.text for t in titles), lex)


def _role(noun: str, narrowing: list[Word], more: list[str], phrase: str, lex: Lexicon) -> Role:
    keys = {_key(w, lex) for w in narrowing} - lex.fillers
    places = {_key(w, lex) for w in narrowing if w.pos == "PROPN" and _is_place(w, lex)}
    return Role(lex.long_titles.get(noun, noun), frozenset(keys | set(more)), phrase, frozenset(places))


def _key(word: Word, lex: Lexicon) -> str:
    lower = word.lower
    known = lex.nationalities.get(lower) or lex.regions.get(lower) or lex.spellings.get(lower)
    return known or (lower if lower in _RANKS else word.lemma.lower())


def _is_place(word: Word, lex: Lexicon) -> bool:
    return word.entity in {"GPE", "LOC"} or word.lower in lex.regions


def _before(title: Word, head: Word) -> list[Word]:
    """Return what stands before the titles in the same phrase ("former Russian")."""
    own = {w.i for w in head.subtree()}
    out: list[Word] = []
    words = head.sentence.words
    at = title.i - words[0].i - 1
    while at >= 0 and words[at].i in own and (words[at].pos in _NARROWING or words[at].text == "-"):
        out.append(words[at])
        at -= 1
    return [w for w in out if w.text != "-"]


def _of(word: Word) -> list[Word]:
    """Return what an office is of ("minister of defence", "the senator from Utah")."""
    near = (c for c in word.children if c.dep == "prep" and c.lower in {"of", "from", "for"} and c.i - word.i <= 2)
    objects = (o for c in near for o in c.children if o.dep == "pobj")
    return [w for o in objects for w in (*(c for c in o.children if c.dep in {"compound", "amod"}), o)]


def _bracketed(head: Word) -> list[Word]:
    """Return what stands in the brackets behind a name ("(D-Utah)")."""
    first = head.i - head.sentence.words[0].i + 1
    after = head.sentence.words[first : first + _LONGEST_BRACKET]
    close = next((k for k, w in enumerate(after) if w.text == ")"), 0)
    return [w for w in after[1:close] if w.pos == "PROPN"] if close and after[0].text == "(" else []


def has_role(entry: Entry, wanted: Role, lex: Lexicon) -> bool:
    """Whether an actor is known to have the role with every modifier."""
    return any(
        r.noun in lex.alike(wanted.noun) and wanted.modifiers - _FORMER <= r.modifiers and same_time(r, wanted)
        for r in entry.roles
    )


def compatible(role: Role, wanted: Role, lex: Lexicon) -> bool:
    """Whether a known role can be what a later noun means: same noun, no word that contradicts."""
    if role.noun not in lex.alike(wanted.noun) or wanted.places - role.modifiers or not same_time(role, wanted):
        return False
    if (role.modifiers ^ wanted.modifiers) & _RANKS or (wanted.modifiers & _FRESH) - role.modifiers:
        return False
    narrowing = wanted.modifiers - _FORMER
    if wanted.noun in _OF_A_STATE and not role.modifiers and wanted.modifiers & frozenset(lex.nationalities.values()):
        return False
    return narrowing <= role.modifiers or not role.modifiers


def same_time(role: Role, wanted: Role) -> bool:
    """Whether neither is former, or to be, where the other is not; who is called former may have been called by the
    office alone before."""
    return (wanted.modifiers & _TIMES) - _FORMER == (role.modifiers & _TIMES) - (wanted.modifiers & _FORMER)


def is_left(roles: Iterable[Role], wanted: Role, lex: Lexicon) -> bool:
    """Whether an office is called former that is known as held only."""
    held = [r for r in roles if compatible(r, wanted, lex)]
    return bool(wanted.modifiers & _FORMER) and not any(r.modifiers & _FORMER for r in held)


def is_foreign(roles: Iterable[Role], wanted: Role, lex: Lexicon) -> bool:
    """Whether "the president" alone would be that of a named country only: most texts mean their own."""
    countries = frozenset(lex.nationalities.values())
    held = [r for r in roles if compatible(r, wanted, lex)]
    unsaid = wanted.noun == "president" and not wanted.modifiers & countries
    return unsaid and bool(held) and all(r.modifiers & countries for r in held)
