"""The parse of a text as plain values: words with heads and labels, sentences, paragraphs.

Rules read these instead of spaCy's tokens: they pickle (so that a change of rules needs no new parse), are quicker
to walk, and their offsets are characters of the article's text as given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from timeline.model import Span

_PLACE = attrgetter("i")


class Word:
    """One token: `start`/`end` are characters of the text; labels are the model's (Universal POS, Penn tags,
    ClearNLP dependencies, OntoNotes entity types)."""

    __slots__ = (
        "children",
        "dep",
        "end",
        "entity",
        "entity_begins",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    #: The governor; a root is its own head.
    head: Word
    children: list[Word]
    #: Entity type ("PERSON", "ORG", ...) or "".
    entity: str
    entity_begins: bool
    start: int
    end: int
    sentence: Sentence

    def __repr__(self) -> str:
        return f"<{self.text}/{self.pos}/{self.dep}>"

    @property
    def lefts(self) -> list[Word]:
        """Return the children before this word."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """Return the children after this word."""
        return [c for c in self.children if c.i > self.i]

    def ancestors(self) -> Iterator[Word]:
        """Yield the governors, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def subtree(self) -> list[Word]:
        """Return this word and all below it, in text order."""
        if not self.children:
            return [self]
        out = [self]
        for word in out:  # which grows as it is read
            out += word.children
        out.sort(key=_PLACE)
        return out


@dataclass(eq=False, slots=True)
class Sentence:
    """A sentence: its words, the root of its parse, and the number of its paragraph."""

    i: int
    paragraph: int
    words: list[Word] = field(default_factory=list)
    previous: Sentence | None = field(default=None, repr=False)

    @property
    def root(self) -> Word:
        """Return the first word that is its own head."""
        return next(w for w in self.words if w.head is w)

    @property
    def span(self) -> Span:
        """Return the characters from the first to the last word."""
        return Span(self.words[0].start, self.words[-1].end)


@dataclass(eq=False, slots=True)
class Parsed:
    """A parsed text: `words` and `sentences` in text order, over the paragraphs that are the article."""

    text: str
    words: list[Word]
    sentences: list[Sentence]
    #: The paragraphs parsed, as spans of the text.
    paragraphs: list[Span]

    def words_in(self, span: Span) -> list[Word]:
        """Return the words that overlap a span of the text."""
        low = bisect_right(self.words, span.start, key=attrgetter("end"))
        high = bisect_left(self.words, span.end, key=attrgetter("start"))
        return self.words[low:high]

    def dissolve(self) -> None:
        """Part the words, which hold each other: they go at once with the last who holds one, and wait for no search
        of Python's. Nothing is to be read of the parse any more."""
        for sentence in self.sentences:
            sentence.words, sentence.previous = [], None
        for word in self.words:
            del word.head, word.children
        self.words = []


def attach(word: Word, head: Word, label: str) -> None:
    """Hang a word, which is no root, on another one, which stands not below it."""
    word.head.children.remove(word)
    word.head, word.dep = head, label
    head.children.append(word)
    head.children.sort(key=_PLACE)
