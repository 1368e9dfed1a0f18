"""Articles to explanations, where one that cannot be read must not keep back the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model import Article
from timeline.sources.problem import FaultError, Problem

if TYPE_CHECKING:
    from timeline.explaining import Explanation


def explanations(articles: Iterable[Article], parses_in: Path | None = None) -> Iterator[Explanation | Problem]:
    """Explain in the input's order; a problem stands in the place of what fails."""
    from timeline.explaining import explain

    for article in articles:
        try:
            explanation = explain(article, parses_in)
        except Exception as error:  # noqa: BLE001 - one document's problem: it is named, the others are kept
            yield FaultError(error).problem(article.id)
        else:
            yield explanation
