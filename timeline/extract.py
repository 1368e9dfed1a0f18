"""The way of an article, on one screen: text to paragraphs, parse, dates, actors, claims.

`extract` is a pure, picklable function of an article: no store, no clock, no network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.model import Article, Extraction


def extract(article: Article) -> Extraction:
    """Read one article."""
    return next(extract_all([article]))


def extract_all(articles: Iterable[Article]) -> Iterator[Extraction]:
    """Read articles in batches, which is quicker; yields in the input's order."""
    for article in articles:
        yield Extraction(article, ())
