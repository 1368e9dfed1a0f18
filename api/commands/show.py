"""`whomet show`: one event, actor or article, with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from api.commands.answer import answer, csv_of, events_csv, tables
from api.commands.options import CSV, JSON, TABLE, WORDS, confidence_option, format_option, opened, store_option
from graph.store.base import NotFoundError, Store
from timeline.model import Actor, Article, Event

if TYPE_CHECKING:
    from rich.console import RenderableType


@click.command(short_help="Print all about one event, actor or article.")
@click.argument("ref", type=WORDS, metavar="ID")
@confidence_option
@format_option(TABLE, JSON, CSV)
@store_option
def show(ref: str, min_confidence: float | None, form: str, store_url: str) -> None:
    """Print one event, actor or article by its ID (an actor also by name, an article by version or sha256 too).

    As CSV an article is the events it tells of. An event that was listed with --min-confidence is shown with the same.
    """
    with opened(store_url) as store:
        found = _found(store, ref, min_confidence)
    answer(form, json=found.json, view=found.view, as_csv=found.csv)


@dataclass(frozen=True, slots=True)
class _Shown:
    """How to print what a reference names."""

    json: Callable[[], object]
    view: Callable[[], Iterable[RenderableType]]
    csv: Callable[[], bytes]


def _found(store: Store, ref: str, least: float | None) -> _Shown:
    hint = ""
    for answers in (_event, _article, _actor):
        try:
            return answers(store, ref, least)
        except NotFoundError as error:
            hint = hint or error.hint
    raise NotFoundError("event, article or actor", ref, hint)


def _event(store: Store, ref: str, least: float | None) -> _Shown:
    from api.schemas import event_json

    event: Event = store.event(ref, min_confidence=least)
    return _Shown(lambda: event_json(event), lambda: tables().event_view(event), lambda: events_csv([event]))


def _article(store: Store, ref: str, least: float | None) -> _Shown:
    from api.schemas import article_with_claims_json

    article: Article = store.article(ref)
    events = store.article_events(article.version, min_confidence=least)
    versions = store.versions(article.id)
    return _Shown(
        lambda: article_with_claims_json(article, versions, events),
        lambda: tables().article_view(article, versions, events),
        lambda: events_csv(events),
    )


def _actor(store: Store, ref: str, _: float | None) -> _Shown:
    from api.schemas import actor_json

    actor: Actor = store.resolve_actor(ref)
    return _Shown(lambda: actor_json(actor), lambda: [tables().actors_table([actor])], lambda: _actor_csv(actor))


def _actor_csv(actor: Actor) -> bytes:
    row = (actor.id, actor.name, actor.kind.value, "yes" if actor.named else "no")
    header = ("id", "name", "kind", "named", "aliases", "roles")
    return csv_of(header, [(*row, "; ".join(actor.aliases), "; ".join(actor.roles))])
