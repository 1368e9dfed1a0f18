"""The share of bare spaCy's words per second, on a small fixed sample, as `make bench` measures it on more.

Both read the same batches in turn, several times over. The best run of each batch counts, since whatever else the
machine does only adds; the interval is drawn over batches. Printed beside its target, and held by no test.
"""

from __future__ import annotations

from itertools import batched

from bench.__main__ import articles, bare, seconds
from tests.quality.intervals import Counts, Sample, share
from timeline.extract import extract_all
from timeline.model import Article
from timeline.sources import paragraphs

ROUNDS = 3
#: Articles of a batch, every how many of the bench's, and how many batches.
BATCH, STRIDE, BATCHES = 8, 4, 4


def measure(rounds: int = ROUNDS) -> Sample:
    """Return the seconds of bare spaCy and of the extraction, batch by batch, the best of each."""
    batches = list(batched(articles()[::STRIDE], BATCH))[:BATCHES]
    _timed(batches[0])
    runs = [[_timed(batch) for _ in range(rounds)] for batch in batches]
    return Sample(share, [(min(alone for alone, _ in each), min(ours for _, ours in each)) for each in runs])


def _timed(texts: tuple[Article, ...]) -> Counts:
    pieces = [span.of(text.text) for text in texts for span in paragraphs(text.text)]
    return seconds(lambda: bare(pieces)), seconds(lambda: list(extract_all(texts)))
