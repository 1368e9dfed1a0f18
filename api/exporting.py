"""Which events an export holds, and what it is called: the same for the command line and over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from graph.store.base import EventFilter, Page, Store
from timeline.formats import ExportData
from timeline.model import Event

_PAGE, _ALL = 500, 2**31


class TooManyEventsError(ValueError):
    """More events than an export may hold."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} events; choose actors, dates, types or statuses, or use `whomet export`")


def export_data(
    store: Store, actors: Sequence[str], where: EventFilter | None = None, *, limit: int | None = None
) -> ExportData:
    """Gather the events of actors (ids or names; without any, of everybody) that pass the filter.

    Raises NotFoundError or AmbiguousActorError, and TooManyEventsError above the limit.
    """
    where = where or EventFilter()
    size = stride(where, limit)
    chosen = [store.resolve_actor(ref) for ref in actors]
    events: list[Event] = []
    for actor in chosen:
        events += every(partial(_timeline, store, actor.id, where, size), limit)
    if not chosen:
        events += every(lambda after: store.events(where, after=after, limit=size), limit)
    title = ", ".join(actor.name for actor in chosen) or "Who met whom, and when"
    return ExportData(title, tuple(events), chosen[0] if len(chosen) == 1 else None)


def stride(where: EventFilter, limit: int | None = None) -> int:
    """Return how many events to ask for at a time: events of sure claims are derived anew for each page, so that one
    page of all costs least."""
    if where.min_confidence is None:
        return _PAGE
    return _ALL if limit is None else limit + 1


def _timeline(store: Store, actor_id: str, where: EventFilter, size: int, after: str | None) -> Page[Event]:
    return store.timeline(actor_id, where, after=after, limit=size)


def every(ask: Callable[[str | None], Page[Event]], limit: int | None = None) -> Iterator[Event]:
    """Yield the events of all pages of a result; raises TooManyEventsError above the limit."""
    after: str | None = None
    count = 0
    while True:
        page = ask(after)
        count += len(page.items)
        if limit is not None and count > limit:
            raise TooManyEventsError(limit)
        yield from page.items
        after = page.next
        if after is None:
            return
