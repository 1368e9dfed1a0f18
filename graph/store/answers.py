"""What every engine answers in the same way: the reading half of the protocol over a few searches of an engine.

An engine finds and keeps (the abstract methods here); filters, pages, who is meant and how contacts are summed up are
decided once, in this module, so that two engines cannot differ.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from graph.identity.actors import ranked, resolve
from graph.identity.events import Telling
from graph.identity.folding import fold
from graph.store.base import (
    ArticleInfo,
    Contacts,
    ContactSummary,
    EventFilter,
    Meetings,
    NotFoundError,
    Page,
)
from graph.store.paging import event_order, from_cursor, page
from graph.store.sure import Selection, sure_events
from timeline.dates.uncertain import UncertainDate
from timeline.model import COUNTED_STATUSES, Actor, Article, ClaimType, Event, Extraction, Status

#: How many events or articles a stream asks for at a time.
STRIDE = 500
#: How many candidates an ambiguous name lists.
CANDIDATES = 20
_EVERYTHING = EventFilter()
#: What to do about an event that is not found.
_OTHER_CLAIMS = "an id from a list with a least confidence is found with the same one"


@dataclass(frozen=True, slots=True)
class Brief:
    """What summing up contacts needs of an event: no words, no citations."""

    id: str
    type: ClaimType
    status: Status
    edtf: str | None
    #: Ids of the named actors who take part.
    actors: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it counts as a contact."""
        return self.status in COUNTED_STATUSES


class Answers(ABC):
    """The reading methods of `Store`; their contracts stand there."""

    @property
    @abstractmethod
    def url(self) -> str:
        """The store's address, without credentials."""

    @abstractmethod
    def close(self) -> None:
        """Release connections."""

    @abstractmethod
    def _select(self, selection: Selection) -> list[Event]:
        """Return the events selected, in order."""

    @abstractmethod
    def _briefs(self, selection: Selection) -> list[Brief]:
        """Return the same events in brief, in order."""

    @abstractmethod
    def _tellings(self, selection: Selection) -> list[tuple[str, Telling]]:
        """Return the standing claims, with their blocks, of at least every block with an event of the types and words
        selected and, for each actor selected, a claim that names it; nothing else of the selection is asked for."""

    @abstractmethod
    def _confidences(self, claims: Collection[str]) -> dict[str, float]:
        """Return the confidences of those of these claims that are stored."""

    @abstractmethod
    def _event(self, event_id: str) -> Event | None:
        """Return one event."""

    @abstractmethod
    def _actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        """Return actors by id; unknown ids are left out."""

    @abstractmethod
    def _called(self, words: Sequence[str]) -> list[tuple[Actor, int]]:
        """Return, with their number of events, at least all named actors among whose names every word is found."""

    @abstractmethod
    def _named(self, after: str | None, limit: int) -> list[Actor]:
        """Return named actors in order of id."""

    @abstractmethod
    def _version(self, version: str) -> Article | None:
        """Return the article version with this version id."""

    @abstractmethod
    def _same_words(self, sha256: str) -> list[Article]:
        """Return the article versions with this hash."""

    @abstractmethod
    def _versions(self, article_id: str) -> list[Article]:
        """Return the versions of an article."""

    @abstractmethod
    def _infos(self, after: str | None, limit: int) -> list[tuple[str, ArticleInfo]]:
        """Return article versions in order, each with its order as it is kept, whatever became of its words."""

    @abstractmethod
    def _extraction(self, version: str) -> Extraction | None:
        """Return an article version with its claims, in the order of the extraction."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def article(self, ref: str) -> Article:
        """Return an article version; of several that fit, the latest."""
        if found := self._version(ref):
            return found
        if found := max(self._same_words(ref) or self._versions(ref), key=_latest, default=None):
            return found
        raise NotFoundError("article", ref)

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """Return all versions of an article."""
        found = self._versions(article_id)
        return tuple(
            sorted(
                found,
                key=lambda article: (article.published.day or date.max, article.revised or date.min, article.version),
            )
        )

    def articles(self, *, after: str | None = None, limit: int = 100) -> Page[ArticleInfo]:
        """List article versions."""
        return page(self._infos(from_cursor(after), limit + 1), limit)

    def article_events(self, version: str, *, min_confidence: float | None = None) -> tuple[Event, ...]:
        """Return the events that a version tells of."""
        if self._version(version) is None:
            raise NotFoundError("article version", version)
        return tuple(self._chosen(Selection(EventFilter(min_confidence=min_confidence), version=version)))

    def extraction(self, version: str) -> Extraction:
        """Return an article version with its claims."""
        if found := self._extraction(version):
            return found
        raise NotFoundError("article version", version)

    def actor(self, actor_id: str) -> Actor:
        """Return an actor."""
        if found := self._actors([actor_id]).get(actor_id):
            return found
        raise NotFoundError("actor", actor_id)

    def find_actors(self, words: str, *, limit: int = 20) -> tuple[Actor, ...]:
        """Return the actors that the words fit."""
        wanted = fold(words)
        return ranked(words, self._called(wanted))[:limit] if wanted else ()

    def resolve_actor(self, ref: str) -> Actor:
        """Return the one actor that is meant."""
        return resolve(
            ref,
            lambda actor_id: self._actors([actor_id]).get(actor_id),
            lambda words: self.find_actors(words, limit=CANDIDATES),
        )

    def actors(self, *, after: str | None = None, limit: int = 100) -> Page[Actor]:
        """List named actors."""
        return page([(actor.id, actor) for actor in self._named(from_cursor(after), limit + 1)], limit)

    def timeline(
        self, actor_id: str, where: EventFilter = _EVERYTHING, *, after: str | None = None, limit: int = 100
    ) -> Page[Event]:
        """Return an actor's events."""
        self.actor(actor_id)
        return self._page(Selection(where, (actor_id,), after=from_cursor(after), limit=limit + 1))

    def events(self, where: EventFilter = _EVERYTHING, *, after: str | None = None, limit: int = 100) -> Page[Event]:
        """Return all events."""
        return self._page(Selection(where, after=from_cursor(after), limit=limit + 1))

    def search(
        self, words: str, where: EventFilter = _EVERYTHING, *, after: str | None = None, limit: int = 50
    ) -> Page[Event]:
        """Return the events that have every word; no words at all find nothing."""
        wanted = fold(words)
        start = from_cursor(after)
        if not wanted:
            return Page(())
        return self._page(Selection(where, words=wanted, after=start, limit=limit + 1))

    def meetings(self, actor_id: str, other_id: str | None = None, where: EventFilter = _EVERYTHING) -> Meetings:
        """Return the contacts of one actor or of two; nobody is in contact with himself."""
        actors = tuple(self.actor(each) for each in (actor_id, other_id) if each is not None)
        if actor_id == other_id:
            return Meetings(actors, (), ())
        found = self._chosen(Selection(where, tuple(actor.id for actor in actors), contacts=True))
        took_place = tuple(event for event in found if event.is_contact)
        return Meetings(actors, took_place, tuple(event for event in found if not event.is_contact))

    def contacts(self, actor_id: str, where: EventFilter = _EVERYTHING) -> Contacts:
        """Summarise an actor's contacts by the other actor."""
        actor = self.actor(actor_id)
        briefs = self._chosen_briefs(Selection(where, (actor_id,), contacts=True))
        others = self._actors({other for brief in briefs for other in brief.actors} - {actor_id})
        return Contacts(
            actor,
            _summaries(others, [brief for brief in briefs if brief.counts]),
            _summaries(others, [brief for brief in briefs if not brief.counts]),
        )

    def contact_stream(self, where: EventFilter = _EVERYTHING) -> Iterator[Event]:
        """Yield all events of the types of contact, a stretch at a time."""
        if where.min_confidence is not None:
            yield from self._chosen(Selection(where, contacts=True))
            return
        after = None
        while found := self._select(Selection(where, contacts=True, after=after, limit=STRIDE)):
            yield from found
            after = event_order(found[-1])

    def event(self, event_id: str, *, min_confidence: float | None = None) -> Event:
        """Return an event."""
        if min_confidence is None:
            found = self._event(event_id)
        else:
            sure = self._chosen(Selection(EventFilter(min_confidence=min_confidence)))
            found = next((event for event in sure if event.id == event_id), None)
        if found is None:
            raise NotFoundError("event", event_id, _OTHER_CLAIMS if event_id.startswith("e-") else "")
        return found

    def export(self) -> Iterator[Extraction]:
        """Yield all article versions with their claims."""
        after = None
        while infos := self._infos(after, STRIDE):
            for _, info in infos:
                if found := self._extraction(info.version):
                    yield found
            after = infos[-1][0]

    def _chosen(self, selection: Selection) -> list[Event]:
        """Return the events selected: those that are kept, or, where only sure claims count, derived anew."""
        if selection.where.min_confidence is None:
            return self._select(selection)
        return sure_events(self._tellings(selection), selection, self._confidences)

    def _chosen_briefs(self, selection: Selection) -> list[Brief]:
        if selection.where.min_confidence is None:
            return self._briefs(selection)
        found = self._chosen(selection)
        known = self._actors({part.actor.id for event in found for part in event.participants})
        return [_in_brief(event, known) for event in found]

    def _page(self, selection: Selection) -> Page[Event]:
        assert selection.limit is not None
        found = self._chosen(selection)
        return page([(event_order(event), event) for event in found], selection.limit - 1)


def _in_brief(event: Event, known: dict[str, Actor]) -> Brief:
    ids = {part.actor.id for part in event.participants}
    named = tuple(sorted(key for key in ids & known.keys() if known[key].named))
    return Brief(event.id, event.type, event.status, event.date.date.edtf if event.date else None, named)


def _latest(article: Article) -> tuple[bool, str, str]:
    """Sort by the day of the version, unknown first, then version id: the last is the latest."""
    day = article.revised or article.published.day
    return day is not None, day.isoformat() if day else "", article.version


def _summaries(others: dict[str, Actor], briefs: Sequence[Brief]) -> tuple[ContactSummary, ...]:
    shared: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        for other in set(brief.actors) & others.keys():
            shared[other].append(brief)
    found = [_summary(others[other], together) for other, together in shared.items()]
    return tuple(sorted(found, key=lambda summary: (-summary.count, summary.actor.name, summary.actor.id)))


def _end(edtf: str) -> tuple[date, str]:
    """Sort dates by when they may be over, open ends last."""
    return UncertainDate.parse(edtf).bounds[1], edtf


def _summary(actor: Actor, together: Sequence[Brief]) -> ContactSummary:
    dated = [brief.edtf for brief in together if brief.edtf is not None]
    by_type = Counter(brief.type.value for brief in together)
    first, last = (dated[0], max(dated, key=_end)) if dated else (None, None)
    return ContactSummary(
        actor, len(together), first, last, tuple(sorted(by_type.items())), tuple(brief.id for brief in together)
    )
