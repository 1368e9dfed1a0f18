"""Articles to extractions where one that cannot be read must not keep back the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from pathlib import Path

from timeline.model import Article, Extraction
from timeline.sources.problem import FaultError, Problem

_BATCH = 16


def extractions(articles: Iterable[Article], parses_in: Path | None = None) -> Iterator[Extraction | Problem]:
    """Extract in batches, which is quicker; yields in the input's order, a problem in the place of what fails."""
    for batch in batched(articles, _BATCH):
        yield from _extracted(batch, parses_in)


def _extracted(batch: Sequence[Article], parses_in: Path | None) -> list[Extraction | Problem]:
    from timeline.extract import extract_all

    try:
        return list(extract_all(batch, parses_in))
    except Exception:  # noqa: BLE001 - whatever it is, it is told below, with its document
        return [_one(article, parses_in) for article in batch]


def _one(article: Article, parses_in: Path | None) -> Extraction | Problem:
    from timeline.extract import extract_all

    try:
        return next(extract_all([article], parses_in))
    except Exception as error:  # noqa: BLE001 - one document's problem: it is named, the others are kept
        return FaultError(error).problem(article.id)
