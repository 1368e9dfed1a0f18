"""The store protocol: what every engine answers, in domain terms, with one stated order for every result.

Events are derived from claims by `graph.identity.events` and written beside them by `upsert`; an engine finds and
keeps, it decides nothing. Ids are hashes of natural keys. Names are sorted in Python, never by an engine's collation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, Self

from timeline.model import Actor, Article, ClaimType, Event, Extraction, Status


class StoreError(Exception):
    """Root of what can go wrong with a store; the message says which store and what to do."""


class StoreUnreachableError(StoreError):
    """The store cannot be opened or does not answer."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"cannot reach the store {url}: {reason}")
        self.url = url


class StoreMissingError(StoreUnreachableError):
    """There is nothing at the address yet."""

    def __init__(self, url: str) -> None:
        super().__init__(url, "there is no store yet; `whomet ingest` or `whomet store init` makes one")


class StoreDamagedError(StoreError):
    """Something that the store kept cannot be read any more."""

    def __init__(self, what: str, reason: Exception) -> None:
        said = f"{type(reason).__name__}: {reason}"[:200]
        super().__init__(
            f"the store is damaged: {what} in it cannot be read ({said}); restore a copy, "
            "or read its articles into a new store"
        )


class StoreForeignError(StoreError):
    """There is something at the address, and it is not a whomet store (or one of another version)."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url} is not a whomet store that this version can use: {reason}; nothing was written")
        self.url = url


class NotFoundError(StoreError):
    """No article, actor or event has the id or name."""

    def __init__(self, kind: str, wanted: str, hint: str = "") -> None:
        super().__init__(f"no {kind} {wanted!r} in this store" + (f"; {hint}" if hint else ""))
        self.kind, self.wanted, self.hint = kind, wanted, hint


class AmbiguousActorError(StoreError):
    """A name fits several actors; `candidates` lists them in the order of `find_actors`."""

    def __init__(self, wanted: str, candidates: Sequence[Actor]) -> None:
        shown = ", ".join(f"{actor.name} ({actor.id})" for actor in candidates)
        super().__init__(f"{wanted!r} may be any of: {shown}; ask again with one of these ids")
        self.wanted, self.candidates = wanted, tuple(candidates)


class UnstorableError(StoreError):
    """An extraction cannot be kept as it is; nothing of its batch was written."""

    def __init__(self, article: str, reason: str) -> None:
        super().__init__(f"article {article!r} cannot be stored: {reason}")
        self.article = article


class CursorError(StoreError):
    """A page was asked for with a cursor that no page gave."""

    def __init__(self, cursor: str) -> None:
        super().__init__(f"{cursor!r} is no cursor of this store; start again without one")
        self.cursor = cursor


@dataclass(frozen=True, slots=True)
class Upserted:
    """What one batch did, by article version id, in the batch's order."""

    new: tuple[str, ...] = ()
    #: Article ids that were known with other words: their new versions (also in `new`).
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    #: Versions that were there and were given other claims or metadata, on request.
    reread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to list; every empty field lets everything through. Dates select overlapping intervals."""

    since: date | None = None
    until: date | None = None
    types: frozenset[ClaimType] = field(default_factory=frozenset)
    statuses: frozenset[Status] = field(default_factory=frozenset)
    #: Only claims whose confidence is at or above this make up events: the answer is that of a store in which every
    #: other claim stands judged wrong. An event whose days change by it has another id than without, by which it is
    #: found with the same threshold (`Store.event`).
    min_confidence: float | None = None

    def admits(self, event: Event) -> bool:
        """Whether the event, made of claims that are sure enough, passes; an undated event passes only where no date
        is asked for."""
        if self.types and event.type not in self.types:
            return False
        if self.statuses and event.status not in self.statuses:
            return False
        if self.since is None and self.until is None:
            return True
        if event.date is None:
            return False
        low, high = event.date.date.bounds
        return (self.since is None or high >= self.since) and (self.until is None or low <= self.until)


@dataclass(frozen=True, slots=True)
class Page[T]:
    """A stretch of a totally ordered result; `next` is the cursor of the following one, None at the end."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article version as lists show it."""

    article: Article
    claims: int
    #: The version id it is kept under; `article.version` is another one where its words were altered since.
    version: str


@dataclass(frozen=True, slots=True)
class Meetings:
    """What is known between two actors (or of one with anybody): contacts, and what is no contact."""

    actors: tuple[Actor, ...]
    contacts: tuple[Event, ...]
    not_contacts: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ContactSummary:
    """One actor's contacts with one other: `events` in time order, `first`/`last` EDTF of the dated ones."""

    actor: Actor
    count: int
    first: str | None
    last: str | None
    by_type: tuple[tuple[str, int], ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom an actor was in contact with, most contacts first, then name, then id."""

    actor: Actor
    contacts: tuple[ContactSummary, ...]
    not_contacts: tuple[ContactSummary, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's decision about claims, actors or events; undoing marks it, nothing is erased."""

    id: str
    #: "right" or "wrong" about one claim; "same" or "different" about two actors or two events.
    verdict: str
    subjects: tuple[str, ...]
    author: str
    reason: str
    at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the store's log: what was added or judged, in order of `number`."""

    number: int
    at: datetime
    kind: str
    subject: str


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store holds."""

    url: str
    engine: str
    schema_version: int
    articles: int
    versions: int
    actors: int
    claims: int
    events: int


class Store(Protocol):
    """One place where claims are kept. Every method is safe to call from several threads and processes."""

    @property
    def url(self) -> str:
        """The store's address, without credentials."""

    def __enter__(self) -> Self:
        """Use as a context manager; leaving closes."""

    def __exit__(self, *exc: object) -> None:
        """Close."""

    def close(self) -> None:
        """Release connections; a second call does nothing."""

    def init(self) -> None:
        """Create what the store needs, once; harmless on a whomet store, refuses a foreign one."""

    def info(self) -> StoreInfo:
        """Count what is there."""

    def upsert(self, batch: Sequence[Extraction], *, reread: bool = False) -> Upserted:
        """Add article versions with their claims, all or none; a version that is there already is left
        unchanged, or, with `reread`, given the claims (and metadata) of this batch instead."""

    def article(self, ref: str) -> Article:
        """Return the article version with this version id, sha256, or article id (then its latest version);
        raises NotFoundError."""

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """Return the article's versions in order of publication (unknown last), revision, then version id."""

    def articles(self, *, after: str | None = None, limit: int = 100) -> Page[ArticleInfo]:
        """List article versions in order of (article id, version id)."""

    def article_events(self, version: str, *, min_confidence: float | None = None) -> tuple[Event, ...]:
        """Return the events that a version tells of, in the order of events."""

    def extraction(self, version: str) -> Extraction:
        """Return an article version with the claims it makes; raises NotFoundError."""

    def actor(self, actor_id: str) -> Actor:
        """Return the actor, its aliases and roles the union over all articles; raises NotFoundError."""

    def find_actors(self, words: str, *, limit: int = 20) -> tuple[Actor, ...]:
        """Return actors one of whose names has every word (case and diacritics folded, the last a prefix):
        exact full names first, then most events, then name, then id."""

    def resolve_actor(self, ref: str) -> Actor:
        """Return the one actor with this id or full name, else the one that the words fit; raises NotFoundError or
        AmbiguousActorError."""

    def actors(self, *, after: str | None = None, limit: int = 100) -> Page[Actor]:
        """List named actors in order of id."""

    def timeline(
        self, actor_id: str, where: EventFilter = ..., *, after: str | None = None, limit: int = 100
    ) -> Page[Event]:
        """Return the actor's events of all types and statuses in the order of events, undated last."""

    def events(self, where: EventFilter = ..., *, after: str | None = None, limit: int = 100) -> Page[Event]:
        """Return all events in the order of events."""

    def meetings(self, actor_id: str, other_id: str | None = None, where: EventFilter = ...) -> Meetings:
        """Return the contacts of one actor, or of two with each other, and those denied, planned or hypothetical."""

    def contacts(self, actor_id: str, where: EventFilter = ...) -> Contacts:
        """Summarise by the other actor, named actors only."""

    def contact_stream(self, where: EventFilter = ...) -> Iterator[Event]:
        """Yield every event of a contact type, whatever its status, in the order of events."""

    def search(self, words: str, where: EventFilter = ..., *, after: str | None = None, limit: int = 50) -> Page[Event]:
        """Return events whose title, participants' names, place or quotes have every word (case and diacritics
        folded, the last word a prefix), in the order of events; with `min_confidence`, those of them that have the
        words in sure claims."""

    def event(self, event_id: str, *, min_confidence: float | None = None) -> Event:
        """Return the event, with a threshold among those of sure claims alone; raises NotFoundError."""

    def judge(self, judgement: Judgement) -> None:
        """Record a judgement; a claim judged wrong tells of no event while the judgement stands."""

    def undo(self, judgement_id: str, at: datetime) -> None:
        """Mark a judgement undone: answers are again what they were before it; raises NotFoundError."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, undone ones too, in order of time, then id."""

    def changes(self, after: int = 0, *, limit: int = 100) -> tuple[Change, ...]:
        """Return the log's entries after a number, in order."""

    def export(self) -> Iterator[Extraction]:
        """Yield every article version with its claims in order of (article id, version id): all that a copy needs,
        but judgements."""
