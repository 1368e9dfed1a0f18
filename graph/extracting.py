"""Claims from any extractor, let through only where their words stand in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import batched

from graph.verification import Failure, claim_failures
from timeline.extractor import Extractor, ExtractorError
from timeline.model import Article, Extraction

_BATCH = 16


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read from an article, without the claims that do not stand in it, which are named apart."""

    extraction: Extraction
    refused: tuple[Failure, ...] = ()


def extract_checked(extractor: Extractor, articles: Iterable[Article]) -> Iterator[Checked]:
    """Read articles and check every claim; raises ExtractorError when not every article comes back, in order."""
    for batch in batched(articles, _BATCH):
        answers = list(extractor.extract(batch))
        if [extraction.article for extraction in answers] != list(batch):
            given = ", ".join(article.id for article in batch)
            raise ExtractorError(f"the extractor does not answer for each of these articles, as they are: {given}")
        yield from map(checked, answers)


def checked(extraction: Extraction) -> Checked:
    """Divide an extraction's claims into those that stand in its text, and the failures of the others."""
    failures = tuple(claim_failures(extraction))
    wrong = {failure.claim_id for failure in failures}
    sound = tuple(claim for claim in extraction.claims if claim.id not in wrong)
    return Checked(replace(extraction, claims=sound) if wrong else extraction, failures)
