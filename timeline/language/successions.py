"""Offices that change hands in a text: who was sworn in is meant from then on, and no longer who held it before.

"Roe was sworn in as president. The president ..." is about Roe; behind "Roe took over", "they swapped jobs", or a year
after the death of who held it, nobody known to have held it is meant until named again.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language.entries import Entry, People, Role
from timeline.language.lexicon import Lexicon
from timeline.language.offices import compatible, role_at
from timeline.language.parse import Parsed, Sentence, Word
from timeline.language.syntax import conjuncts, grammatical_subject, is_passive
from timeline.model import ActorKind

#: What brings an office, with the particle it needs, and whether it is done to who gets it.
_ENTERING = {
    "swear": ("in", True),
    "inaugurate": ("", True),
    "install": ("", True),
    "appoint": ("", True),
    "take": ("over", False),
    "succeed": ("", False),
    "replace": ("", False),
    "become": ("", False),
}
_EXCHANGED = frozenset({"job", "post", "office", "role", "position", "portfolio", "seat", "place"})
#: Verbs that change one holder for another, and all that may tell of a change.
_SWAPPING = frozenset({"swap", "exchange", "trade"})
_CHANGING = frozenset({*_ENTERING, *_SWAPPING, "die"})
_YEARS = range(1800, 2100)


@dataclass(frozen=True, slots=True)
class _Change:
    """Where an office passes: `role` is None where it isn't said which, `taker` where nobody is known to have it;
    `leavers` limits it to theirs, `year` to what is of a later year."""

    at: int
    taker: Entry | None = None
    role: Role | None = None
    leavers: tuple[Entry, ...] = ()
    year: int = 0


class Successions:
    """The changes a text tells, and whom an office means behind them."""

    def __init__(self, people: People, parsed: Parsed, lex: Lexicon) -> None:
        self.people, self.lex = people, lex
        found = (self._change(w) for w in parsed.words if w.pos == "VERB" and w.lemma in _CHANGING)
        self.changes = [change for change in found if change is not None]

    def holders(self, word: Word, fits: list[Entry], wanted: Role) -> list[Entry]:
        """Return who of those that fit a role noun still holds the office there, and who has got it since."""
        for change in self.changes:
            if change.at >= word.i or not self._is_of(change, fits, wanted, word):
                continue
            left = change.leavers or tuple(e for e in fits if e is not change.taker)
            fits = [e for e in fits if e not in left or self._is_named_between(e, change.at, word.i)]
            if change.taker is not None and change.role is not None and change.taker not in fits:
                fits = [*fits, change.taker]
        return fits

    def _is_of(self, change: _Change, fits: list[Entry], wanted: Role, word: Word) -> bool:
        if change.year:
            return (_year(word.sentence) or 0) > change.year
        if change.role is not None:
            return compatible(change.role, wanted, self.lex)
        return change.taker is None or change.taker not in fits

    def _is_named_between(self, entry: Entry, begin: int, end: int) -> bool:
        return any(m.entry is entry and m.form == "name" and begin < m.head.i < end for m in self.people.mentions)

    def _change(self, verb: Word) -> _Change | None:
        below = {c.dep: c for c in verb.children}
        if "neg" in below or ("aux" in below and below["aux"].tag == "MD"):
            return None
        who = self._persons(grammatical_subject(verb))
        if verb.lemma in _SWAPPING and len(who) > 1:
            things = [c for c in verb.children if c.dep == "dobj" and c.lemma.lower() in _EXCHANGED]
            return _Change(verb.i, leavers=tuple(who)) if things else None
        if verb.lemma == "die" and len(who) == 1:
            year = _year(verb.sentence)
            return _Change(verb.i, leavers=tuple(who), year=year) if year else None
        return self._entered(verb, who) if len(who) == 1 else None

    def _entered(self, verb: Word, who: list[Entry]) -> _Change | None:
        """Return the change that somebody's coming into an office is."""
        particle, suffers = _ENTERING.get(verb.lemma, ("", False))
        particles = {c.lower for c in verb.children if c.dep in {"prt", "advmod", "prep"}}
        if verb.lemma not in _ENTERING or is_passive(verb) is not suffers or (particle and particle not in particles):
            return None
        offices = [
            o for c in verb.children if c.dep == "prep" and c.lower == "as" for o in c.children if o.dep == "pobj"
        ]
        offices += [c for c in verb.children if c.dep in {"attr", "oprd"}]
        nouns = [w for w in offices if w.lemma.lower() in self.lex.roles]
        if nouns:
            return _Change(verb.i, who[0], role_at(nouns[0], self.lex))
        bare = verb.lemma == "take" and not any(c.dep == "dobj" for c in verb.children) and not offices
        return _Change(verb.i, who[0]) if bare else None

    def _persons(self, words: list[Word]) -> list[Entry]:
        found = [self.people.mention_at(w) for one in words for w in (one, *conjuncts(one))]
        people = [m.entry for m in found if m is not None and m.entry.named and m.entry.kind is ActorKind.PERSON]
        return list({id(e): e for e in people}.values())


def _year(sentence: Sentence) -> int | None:
    """Return the last year that a sentence names."""
    numbers = [int(w.text) for w in sentence.words if w.text.isdecimal() and len(w.text) == len("2000")]
    return next((n for n in reversed(numbers) if n in _YEARS), None)
