"""Whom "they", "both" and "the two" mean: a real coordination just before, with no other plural nearer."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.language.lexicon import lexicon
from timeline.language.mentions import Entry, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import conjuncts
from timeline.model import ActorKind

#: What two do with each other.
TOGETHER = frozenset({"meet", "speak", "talk", "discuss", "dine", "lunch", "confer", "correspond", "communicate"})
#: What people do, and things don't.
_HUMAN = TOGETHER | {"say", "tell", "ask", "write", "send", "call", "reply", "agree", "testify", "sign", "add", "urge"}
_NUMBERS = {"two": 2, "three": 3, "four": 4}
#: Prepositions before some of those whom the noun means.
_LISTING = frozenset({"including", "like", "as"})


class Plurals:
    """Finds the persons that a plural word takes up."""

    def __init__(self, parsed: Parsed, people: People, quoted: frozenset[int]) -> None:
        self.parsed, self.people, self.quoted = parsed, people, quoted

    def coordination(self, word: Word) -> list[Entry]:
        """Return the latest coordinated persons in this sentence before the word, or in the one before."""
        if word.lower == "both" and word.head.pos == "NOUN" and self.people.mention_at(word.head) is None:
            return []
        for candidate in self._before(word):
            entries = self._coordinated(candidate)
            if len(entries) > 1:
                return [] if self._is_blocked(word, [candidate, *conjuncts(candidate)], entries) else entries
        return []

    def holders(self, word: Word, number: int) -> list[Entry]:
        """Return the named persons whom a counted role noun takes up ("the two ministers"), if they are so many."""
        noun = word.lemma.lower()
        fits = [e for e in self.people.entries if e.named and any(role.noun == noun for role in e.roles)]
        return fits if len(fits) == number and noun not in lexicon().common_roles else []

    def _before(self, word: Word) -> Iterator[Word]:
        """Yield the words of the text's own voice before a word, nearest first."""
        start = max(0, word.sentence.i - 1)
        for sentence in reversed(self.parsed.sentences[start : word.sentence.i + 1]):
            if sentence.paragraph != word.sentence.paragraph:
                return
            yield from (w for w in reversed(sentence.words) if w.i < word.i and w.i not in self.quoted)

    def _coordinated(self, word: Word) -> list[Entry]:
        if word.dep == "conj" or not any(c.dep == "conj" for c in word.children) or _is_of_others(word):
            return []
        mentions = [self.people.mention_at(w) for w in [word, *conjuncts(word)]]
        entries = [m.entry for m in mentions if m is not None and m.entry.kind is ActorKind.PERSON and m.entry.named]
        return list({id(e): e for e in entries}.values())

    def _is_blocked(self, word: Word, joined: list[Word], entries: list[Entry]) -> bool:
        """Whether the word means somebody or something else: the persons are arguments of its own verb, or a plural
        noun stands nearer."""
        if word.dep in {"dobj", "dative", "pobj"} and any(w.head is word.head for w in joined):
            return True
        last = joined[-1].i
        between = [w for w in self._before(word) if w.i > last and w.tag == "NNS" and w.dep != "compound"]
        groups = [m for w in between if (m := self.people.mention_at(w)) is not None and m.entry not in entries]
        if any(m.entry.kind is ActorKind.GROUP for m in groups):
            return True
        human = word.dep == "poss" or (word.dep == "nsubj" and word.head.lemma in _HUMAN)
        return bool(between) and not human


def counted(word: Word) -> int:
    """Return how many a definite noun counts ("the two men", "both sides"); 0 where it counts none or is of others."""
    marks = {c.lower for c in word.children if c.i < word.i}
    if "both" in marks:
        return _NUMBERS["two"]
    return next((_NUMBERS[m] for m in marks if m in _NUMBERS), 0) if marks & {"the", "these", "those"} else 0


def gender_of(word: Word) -> str:
    """Return the gender of those a noun means, "" if it tells none."""
    lemma, lex = word.lemma.lower(), lexicon()
    return "m" if lemma in lex.male_roles else "f" if lemma in lex.female_roles else ""


def _is_of_others(word: Word) -> bool:
    """Whether the names only tell whose people are meant ("supporters of Roe and Lund")."""
    noun, between = word.head.head, word.head
    owned = word.dep == "pobj" and between.dep == "prep" and between.lower not in _LISTING
    return owned and noun.tag == "NNS" and noun.i < word.i
