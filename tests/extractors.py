"""Two small extractors for tests, which read no language: one is honest, the other makes words up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tests.making import claim
from timeline.model import Article, Extraction


@dataclass(frozen=True)
class FirstWords:
    """Claims that the first two words of every article met each other."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles."""
        for article in articles:
            one, other = article.text.split()[:2]
            yield Extraction(article, (claim(article, f"{one} One", f"{other} Other"),))


@dataclass(frozen=True)
class Liar:
    """Adds to every honest claim one that quotes what the article does not say."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles."""
        for honest in FirstWords().extract(articles):
            (told,) = honest.claims
            (evidence,) = told.evidence
            lie = replace(told, id="c-lie", evidence=(replace(evidence, quote="They met in secret."),))
            yield replace(honest, claims=(told, lie))


class Forgetful:
    """Answers about one article less than it was given."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles."""
        return (Extraction(article, ()) for article in list(articles)[1:])


LIAR = Liar()
NOTHING = object()
