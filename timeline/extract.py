"""The way of an article, on one screen: text to paragraphs, parse, dates, actors, claims.

`extract` is a pure, picklable function of an article: no store, no clock, no network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path

from timeline.dates.finding import find
from timeline.events.claims import find_claims
from timeline.events.dating import Dates
from timeline.events.retold import without_retold
from timeline.events.tracing import Trace
from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import find_people
from timeline.language.parse import Parsed
from timeline.language.parses import parse_cached
from timeline.language.pipeline import parse
from timeline.language.repairs import repair
from timeline.model import Article, Extraction
from timeline.sources.body import paragraphs


def extract(article: Article) -> Extraction:
    """Read one article."""
    return next(extract_all([article]))


def extract_all(articles: Iterable[Article], parses_in: Path | None = None) -> Iterator[Extraction]:
    """Read articles, some ahead, which is quicker; yields in the input's order. Parses are kept in the folder given."""
    articles, ahead = tee(articles)
    texts = ((article.text, paragraphs(article.text)) for article in ahead)
    parses = parse(texts) if parses_in is None else parse_cached(texts, parses_in)
    for article, parsed in zip(articles, parses, strict=True):
        extraction = read_parsed(article, parsed)
        parsed.dissolve()
        yield extraction


def read_parsed(article: Article, parsed: Parsed, trace: Trace | None = None) -> Extraction:
    """Read an article whose text is parsed already; what was read on the way goes into a trace, if there is one."""
    repair(parsed)
    readings = find(parsed, article.published)
    people = find_people(parsed, article.title)
    resolve_pronouns(parsed, people)
    people.close(article.version)
    if trace is not None:
        trace.people, trace.readings = people, readings
    claims = find_claims(article, parsed, people, Dates.of(parsed, readings, article.published), trace)
    claims = without_retold(claims, parsed)
    return Extraction(article, claims, tuple(r.expression for r in readings))
