"""Articles to checked extractions where one that cannot be read must not keep back the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import TYPE_CHECKING

from timeline.extractor import BuiltIn, Extractor
from timeline.model import Article
from timeline.sources.problem import FaultError, Problem, ProblemKind

if TYPE_CHECKING:
    from graph.extracting import Checked

_BATCH = 16


def extractions(extractor: Extractor, articles: Iterable[Article]) -> Iterator[Checked | Problem]:
    """Extract in batches, which is quicker; yields in the input's order, a problem in the place of what fails."""
    for batch in batched(articles, _BATCH):
        yield from _extracted(extractor, batch)


def _extracted(extractor: Extractor, batch: Sequence[Article]) -> list[Checked | Problem]:
    from graph.extracting import extract_checked

    try:
        return list(extract_checked(extractor, batch))
    except Exception:  # noqa: BLE001 - whatever it is, it is told below, with its document
        return [_one(extractor, article) for article in batch]


def _one(extractor: Extractor, article: Article) -> Checked | Problem:
    from graph.extracting import extract_checked

    try:
        return next(extract_checked(extractor, [article]))
    except Exception as error:  # noqa: BLE001 - one document's problem: it is named, the others are kept
        if isinstance(extractor, BuiltIn):
            return FaultError(error).problem(article.id)
        words = f"the extractor cannot read it ({type(error).__name__}: {error}); the other documents are kept"
        return Problem(article.id, words, ProblemKind.RECORD)
