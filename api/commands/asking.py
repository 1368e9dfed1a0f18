"""What one asks a store: `timeline`, `who-met`, `contacts`, `path`, `search`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from api.commands.answer import answer, csv_of, events_csv, tables
from api.commands.options import CSV, JSON, TABLE, WORDS, filter_options, format_option, opened, store_option
from graph.store.base import Contacts, EventFilter, Page
from timeline.model import Actor, Event

if TYPE_CHECKING:
    from rich.console import RenderableType

limit_option = click.option(
    "--limit", type=click.IntRange(min=1), help="At most so many events; `next` then continues.  [default: all]"
)
after_option = click.option(
    "--after", type=WORDS, metavar="CURSOR", help="Continue after the `next` of an earlier answer."
)


@click.command(short_help="What an actor did, in the order of time.")
@click.argument("actor", type=WORDS)
@filter_options
@limit_option
@after_option
@format_option(TABLE, JSON, CSV)
@store_option
def timeline(
    *, actor: str, where: EventFilter, limit: int | None, after: str | None, form: str, store_url: str
) -> None:
    """Print everything dated about ACTOR (a name or an id), in the order of time, undated last."""
    from api.exporting import stride

    with opened(store_url) as store:
        who = store.resolve_actor(actor)
        page = gather(lambda at, size: store.timeline(who.id, where, after=at, limit=size), after, limit, stride(where))
    from api.schemas import timeline_json

    answer(
        form,
        json=lambda: timeline_json(who, page),
        as_csv=lambda: events_csv(page.items),
        view=lambda: tables().timeline_view(who, page.items),
    )


@click.command("who-met", short_help="Who met whom, when, and on whose word.")
@click.argument("actor", type=WORDS)
@click.argument("other", type=WORDS, required=False)
@filter_options
@format_option(TABLE, JSON, CSV)
@store_option
def who_met(*, actor: str, other: str | None, where: EventFilter, form: str, store_url: str) -> None:
    """Print when ACTOR met, called or wrote to OTHER (or to anybody), and what is denied or only planned."""
    with opened(store_url) as store:
        first = store.resolve_actor(actor)
        second = store.resolve_actor(other) if other else None
        if second and first.id == second.id:
            raise click.UsageError(f"{actor!r} and {other!r} are the same actor: {first.name} ({first.id})")
        found = store.meetings(first.id, second.id if second else None, where)
    from api.schemas import meetings_json

    answer(
        form,
        json=lambda: meetings_json(found),
        as_csv=lambda: events_csv((*found.contacts, *found.not_contacts)),
        view=lambda: tables().meetings_view(found),
    )


@click.command(short_help="Who was in contact with whom.")
@click.argument("actor", type=WORDS, required=False)
@filter_options
@format_option(TABLE, JSON, CSV)
@store_option
def contacts(*, actor: str | None, where: EventFilter, form: str, store_url: str) -> None:
    """Print whom ACTOR was in contact with, how often, and from when to when; without ACTOR, all pairs."""
    if actor is None:
        _all_contacts(where, form, store_url)
        return
    with opened(store_url) as store:
        who = store.resolve_actor(actor)
        found, meetings = store.contacts(who.id, where), store.meetings(who.id, None, where)
    from api.schemas import contacts_json

    answer(
        form,
        json=lambda: contacts_json(found, meetings),
        as_csv=lambda: _contacts_csv(found),
        view=lambda: tables().contacts_view(found),
    )


def _all_contacts(where: EventFilter, form: str, store_url: str) -> None:
    from graph.contacts import contact_ties

    with opened(store_url) as store:
        ties = sorted(
            contact_ties(store.contact_stream(where)),
            key=lambda tie: (not tie.counted, -tie.count, tie.a.name, tie.b.name),
        )
    from api.schemas import pairs_json

    answer(
        form,
        json=lambda: pairs_json(ties),
        as_csv=lambda: csv_of(
            ("a", "a_name", "b", "b_name", "kind", "count", "first", "last", "events"),
            (
                (
                    *(tie.a.id, tie.a.name, tie.b.id, tie.b.name, tie.kind.value, tie.count, tie.first, tie.last),
                    " ".join(event.id for event in tie.events),
                )
                for tie in ties
            ),
        ),
        view=lambda: tables().pairs_view(ties),
    )


@click.command(short_help="Chains of contacts between two actors.")
@click.argument("actor", type=WORDS)
@click.argument("other", type=WORDS)
@click.option("--most", type=click.IntRange(1, 50), default=5, show_default=True, help="At most so many of each kind.")
@click.option("--hops", type=click.IntRange(1, 6), default=6, show_default=True, help="At most so many contacts long.")
@filter_options
@format_option(TABLE, JSON, CSV)
@store_option
def path(*, actor: str, other: str, most: int, hops: int, where: EventFilter, form: str, store_url: str) -> None:
    """Print chains of contacts from ACTOR to OTHER along which something could have been passed on in time."""
    with opened(store_url) as store:
        start, end = store.resolve_actor(actor), store.resolve_actor(other)
        from graph.paths import find_paths

        found = find_paths(store.contact_stream(where), start.id, end.id, k=most, max_hops=hops)
    from api.schemas import paths_json

    answer(
        form,
        json=lambda: paths_json(found),
        as_csv=lambda: csv_of(
            ("path", "order", "hop", "from", "to", "event", "date"),
            (
                (number, one.order.value, step, hop.start.name, hop.end.name, hop.event.id, _edtf(hop.event))
                for number, one in enumerate(found, 1)
                for step, hop in enumerate(one.hops, 1)
            ),
        ),
        view=lambda: tables().paths_view(start, end, found),
    )


@click.command(short_help="Find events and actors by words.")
@click.argument("words", nargs=-1, required=True, type=WORDS)
@filter_options
@limit_option
@after_option
@format_option(TABLE, JSON, CSV)
@store_option
def search(
    *, words: tuple[str, ...], where: EventFilter, limit: int | None, after: str | None, form: str, store_url: str
) -> None:
    """Print the actors called by WORDS, and the events whose title, names, place or quotes have all of them.

    The last word may be the beginning of one.
    """
    from api.exporting import stride

    with opened(store_url) as store:
        wanted = " ".join(words)
        page = gather(lambda at, size: store.search(wanted, where, after=at, limit=size), after, limit, stride(where))
        called = store.find_actors(wanted) if form == TABLE else ()
    from api.schemas import events_json

    answer(
        form,
        json=lambda: events_json(page),
        as_csv=lambda: events_csv(page.items),
        view=lambda: _found(called, page.items),
    )


def gather(
    ask: Callable[[str | None, int], Page[Event]], after: str | None, limit: int | None, size: int
) -> Page[Event]:
    """Return the pages of a result, of `size`, as one: all of them, or `limit` events."""
    items: list[Event] = []
    while True:
        page = ask(after, min(size, limit - len(items)) if limit else size)
        items += page.items
        after = page.next
        if after is None or (limit and len(items) >= limit):
            return Page(tuple(items), after)


def _found(actors: tuple[Actor, ...], events: tuple[Event, ...]) -> Iterator[RenderableType]:
    if actors:
        yield tables().actors_table(actors)
    yield f"{len(events)} found" if events else "no event has all these words"
    if events:
        yield tables().events_table(events)


def _contacts_csv(found: Contacts) -> bytes:
    rows = (
        (one.actor.id, one.actor.name, counted, one.count, one.first, one.last, " ".join(one.events))
        for counted, summaries in (("yes", found.contacts), ("no", found.not_contacts))
        for one in summaries
    )
    return csv_of(("id", "name", "counted", "count", "first", "last", "events"), rows)


def _edtf(event: Event) -> str | None:
    return event.date.date.edtf if event.date else None
