"""Whose wife, son or lawyer somebody is: learned where the name stands beside the noun, taken up where it does not.

"His wife, Ann Roe" ties her to him; a later "his wife" is her only if "his" is his, and then "her husband" is he.
"""

from __future__ import annotations

from collections import defaultdict

from timeline.language.lexicon import Lexicon
from timeline.language.mentions import Entry, Mention, People
from timeline.language.offices import role_at
from timeline.language.parse import Word
from timeline.model import ActorKind

_CHILDREN = frozenset({"son", "daughter", "child"})
_SIBLINGS = frozenset({"brother", "sister", "sibling"})
_SPOUSES = {"wife": "husband", "husband": "wife"}
_WHOSE = frozenset({"of", "to", "for"})

#: Whose, in what relation, and what else is said of it ("older").
_Bond = tuple[int, str]


class Bonds:
    """The relations a text tells, as far as it is read."""

    def __init__(self, people: People, lex: Lexicon) -> None:
        self.people, self.lex = people, lex
        self.known: dict[_Bond, dict[int, tuple[Entry, frozenset[str]]]] = defaultdict(dict)

    def read(self, word: Word) -> None:
        """Learn from a noun with its name, or let the noun mean whom it is known to mean."""
        if word.pos not in {"NOUN", "PROPN"} or word.tag in {"NNS", "NNPS"} or not self._is_relation(word):
            return
        owner = self._owner(word)
        if owner is None:
            return
        named, mention = self._named(word), self.people.mention_at(word)
        if named is not None and named is not owner:
            self._learn(owner, word.lemma.lower(), named, role_at(word, self.lex).modifiers)
        elif mention is not None and mention.head is word and not mention.entry.named:
            self._take_up(owner, word, mention)

    def _is_relation(self, word: Word) -> bool:
        lemma = word.lemma.lower()
        return lemma in self.lex.kin or lemma in self.lex.relations

    def _owner(self, word: Word) -> Entry | None:
        """Return whose it is: "her", "Roe's", "of Roe", "whose"."""
        holder = word.head if word.dep in {"compound", "nmod"} else word
        owners = [c for w in (word, holder) for c in w.children if c.dep == "poss"]
        near = (c for c in word.children if c.dep == "prep" and c.lower in _WHOSE)
        owners += [o for c in near for o in c.children if o.dep == "pobj"]
        if not owners:
            return None
        if owners[0].lower == "whose":
            clause = next((a for a in word.ancestors() if a.dep == "relcl"), None)
            owners = [clause.head] if clause is not None else []
        mention = self.people.mention_at(owners[0]) if owners else None
        person = mention is not None and mention.entry.kind is ActorKind.PERSON and not mention.others
        return mention.entry if mention is not None and person else None

    def _named(self, word: Word) -> Entry | None:
        """Return who is named beside the noun."""
        beside = [c for c in word.children if c.dep == "appos"]
        beside += [word.head] if word.dep in {"compound", "nmod", "appos"} else []
        found = [m for w in beside if (m := self.people.mention_at(w)) is not None]
        names = [m.entry for m in found if m.form == "name" and m.entry.kind is ActorKind.PERSON]
        return names[0] if names else None

    def _learn(self, owner: Entry, noun: str, named: Entry, modifiers: frozenset[str]) -> None:
        self._note(owner, noun, named, modifiers)
        if noun in _SPOUSES:
            self._note(named, _SPOUSES[noun], owner, modifiers)
        elif noun in _CHILDREN and owner.gender:
            self._note(named, "father" if owner.gender == "m" else "mother", owner, frozenset())
        elif noun in _SIBLINGS and owner.gender:
            self._note(named, "brother" if owner.gender == "m" else "sister", owner, frozenset())

    def _note(self, owner: Entry, noun: str, named: Entry, modifiers: frozenset[str]) -> None:
        self.known[id(owner), noun].setdefault(id(named), (named, modifiers))

    def _take_up(self, owner: Entry, word: Word, mention: Mention) -> None:
        wanted = role_at(word, self.lex).modifiers - {w.lower() for form in owner.forms for w in form.split()}
        nouns = self.lex.alike(word.lemma.lower())
        known = [bond for noun in nouns for bond in self.known.get((id(owner), noun), {}).values()]
        fits = [named for named, modifiers in known if wanted <= modifiers]
        if len(fits) == 1:
            mention.entry, mention.why = fits[0], f"known here as that of {owner.name}"
