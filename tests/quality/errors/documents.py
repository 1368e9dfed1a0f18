"""A document of a corpus as it was read, with what the reading leaves behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from timeline.dates.finding import find
from timeline.dates.readings import Reading
from timeline.events.matcher import Look, look
from timeline.extract import read_parsed
from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import People, find_people
from timeline.language.parse import Parsed, Sentence
from timeline.language.parses import parse_cached
from timeline.language.repairs import repair
from timeline.model import Article, Claim, Span
from timeline.sources import ReadOptions, paragraphs, read_record


@dataclass(frozen=True)
class Document:
    """A document as it was read."""

    article: Article
    parsed: Parsed
    people: People
    claims: tuple[Claim, ...]

    @classmethod
    def read(cls, article: Article, parsed: Parsed) -> Document:
        """Read an article as `extract` does, and keep what that leaves behind."""
        repair(parsed)
        people = find_people(parsed, article.title)
        resolve_pronouns(parsed, people)
        return cls(article, parsed, people, read_parsed(article, parsed).claims)

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """Return what became of every sense of a word of contact."""
        return tuple(look(self.parsed, self.people))

    @cached_property
    def readings(self) -> list[Reading]:
        """Return the temporal expressions with their derivations."""
        return find(self.parsed, self.article.published)

    def sentences(self, *spans: Span) -> list[Sentence]:
        """Return the sentences that spans of the text touch, in text order."""
        found = {w.sentence.i: w.sentence for span in spans for w in self.parsed.words_in(span)}
        return [found[i] for i in sorted(found)]

    def quoted(self, quotes: Iterable[str]) -> list[Sentence]:
        """Return the sentences that quotations of the text touch."""
        starts = ((self.article.text.find(quote), quote) for quote in quotes)
        return self.sentences(*(Span(at, at + len(quote)) for at, quote in starts if at >= 0))

    def names(self, sentence: Sentence) -> Iterator[str]:
        """Yield the actors known in a sentence."""
        for word in sentence.words:
            mention = self.people.mention_at(word)
            if mention is not None:
                yield from (entry.name for entry in (mention.entry, *mention.others))


def documents(records: Iterable[dict[str, Any]], parses: Path) -> Iterator[Document]:
    """Read records of articles; their parses are kept in a folder."""
    articles = [a for record in records if isinstance(a := read_record(record, ReadOptions()), Article)]
    parsed = parse_cached([(a.text, paragraphs(a.text)) for a in articles], parses)
    yield from map(Document.read, articles, parsed)
