"""Whether claims still stand on their words: every quote re-read at its span, every text's hash taken again.

`verify` reads a whole store; `sound` leaves out of an export what does not stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.store.base import EventFilter, NotFoundError, Store
from timeline.model import Article, Citation, Claim, Event, Evidence, Extraction, Span

_PAGE = 500
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Failure:
    """A claim whose words are not where it says, or an article whose words were altered, and why."""

    #: None where it is the article itself.
    claim_id: str | None
    article_id: str
    version: str
    reason: str

    def __str__(self) -> str:
        claim = f", claim {self.claim_id}" if self.claim_id else ""
        return f"{self.article_id} ({self.version}){claim}: {self.reason}"


@dataclass(slots=True)
class Verification:
    """How much was read, and what failed."""

    claims: int = 0
    failures: tuple[Failure, ...] = ()


def verify(store: Store) -> Verification:
    """Re-read every claim of a store, and every citation of its events."""
    claims = 0
    failed: dict[Failure, None] = {}
    for version, extraction in kept(store):
        claims += len(extraction.claims)
        failed.update(dict.fromkeys((*alteration(version, extraction.article), *claim_failures(extraction))))
    articles = _articles(store)
    for event in all_events(store):
        failed.update(dict.fromkeys(citation_failures(event, articles)))
    return Verification(claims, tuple(failed))


def kept(store: Store) -> Iterator[tuple[str, Extraction]]:
    """Yield every article version with its claims, each with the version id it is kept under."""
    after: str | None = None
    while True:
        page = store.articles(after=after, limit=_PAGE)
        for info in page.items:
            yield info.version, store.extraction(info.version)
        after = page.next
        if after is None:
            return


def alteration(version: str, article: Article) -> Iterator[Failure]:
    """Yield what is wrong with an article whose words are not those that its version id was made of."""
    if article.version != version:
        yield Failure(None, article.id, version, f"its words were altered since they were stored ({article.version})")


def claim_failures(extraction: Extraction) -> Iterator[Failure]:
    """Yield what of an article's claims does not stand in its text."""
    article = extraction.article
    for claim in extraction.claims:
        for reason in _claim_reasons(claim, article.text):
            yield Failure(claim.id, article.id, article.version, reason)


def citation_failures(event: Event, articles: Callable[[str], Article | None]) -> Iterator[Failure]:
    """Yield what of an event's citations does not stand; `articles` gives a version's text, None when it is gone."""
    for citation in event.citations:
        for reason in _citation_reasons(citation, articles(citation.version)):
            yield Failure(citation.claim_id, citation.article_id, citation.version, reason)


def sound(store: Store, events: Iterable[Event]) -> Iterator[Event | Failure]:
    """Yield the events that stand on their words; those that do not as their first failure, in their place."""
    articles = _articles(store)
    for event in events:
        yield next(citation_failures(event, articles), event)


def all_events(store: Store, where: EventFilter | None = None) -> Iterator[Event]:
    """Yield every event of a store, page by page, in the order of events."""
    where = where or EventFilter()
    after: str | None = None
    while True:
        page = store.events(where, after=after, limit=_PAGE)
        yield from page.items
        after = page.next
        if after is None:
            return


def _articles(store: Store) -> Callable[[str], Article | None]:
    @lru_cache(maxsize=_KEPT)
    def article(version: str) -> Article | None:
        try:
            return store.article(version)
        except NotFoundError:
            return None

    return article


def _citation_reasons(citation: Citation, article: Article | None) -> Iterator[str]:
    if article is None:
        yield "its article version is not in the store"
        return
    if article.sha256 != citation.sha256:
        yield f"the text's sha256 is {article.sha256}, not {citation.sha256}"
    if article.version != citation.version:
        yield f"the text is that of another version, {article.version}"
    yield from _evidence_reasons(citation.evidence, article.text)


def _claim_reasons(claim: Claim, text: str) -> Iterator[str]:
    for evidence in claim.evidence:
        yield from _evidence_reasons(evidence, text)
    if claim.statement is not None:
        yield from _spoken_reasons(claim, text)


def _evidence_reasons(evidence: Evidence, text: str) -> Iterator[str]:
    yield from _quote_reasons(evidence.span, evidence.quote, text)
    if evidence.trigger is not None:
        yield from _quote_reasons(evidence.trigger.span, evidence.trigger.text, text)


def _spoken_reasons(claim: Claim, text: str) -> Iterator[str]:
    statement = claim.statement
    assert statement is not None
    yield from _quote_reasons(statement.cue.span, statement.cue.text, text)
    spoken = " ... ".join(span.of(text) for span in statement.content)
    if spoken != statement.words:
        yield f"the words said are {spoken!r} in the text, not {statement.words!r}"


def _quote_reasons(span: Span, quote: str, text: str) -> Iterator[str]:
    if span.of(text) != quote:
        yield f"at {span.start}..{span.end} stands {span.of(text)!r}, not {quote!r}"
    elif span.end > len(text):
        yield f"{span.start}..{span.end} goes beyond the text, which has {len(text)} characters"
