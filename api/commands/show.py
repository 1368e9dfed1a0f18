"""`whomet show`: one event, actor or article, with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from api.commands.answer import answer, tables
from api.commands.options import JSON, TABLE, format_option, opened, store_option
from graph.store.base import NotFoundError, Store
from timeline.model import Actor, Article, Event

if TYPE_CHECKING:
    from rich.console import RenderableType


@click.command(short_help="Print all about one event, actor or article.")
@click.argument("ref", metavar="ID")
@format_option(TABLE, JSON)
@store_option
def show(ref: str, form: str, store_url: str) -> None:
    """Print one event, actor or article by its ID (an actor also by name, an article by version or sha256 too)."""
    with opened(store_url) as store:
        json, view = _found(store, ref)
    answer(form, json=json, view=view)


def _found(store: Store, ref: str) -> tuple[Callable[[], object], Callable[[], Iterable[RenderableType]]]:
    """Return how to print what the reference names: as JSON, and for a person."""
    for answers in (_event, _article, _actor):
        try:
            return answers(store, ref)
        except NotFoundError:
            continue
    raise NotFoundError("event, article or actor", ref)


type _Answers = tuple[Callable[[], object], Callable[[], Iterable[RenderableType]]]


def _event(store: Store, ref: str) -> _Answers:
    from api.schemas import event_json

    event: Event = store.event(ref)
    return lambda: event_json(event), lambda: tables().event_view(event)


def _article(store: Store, ref: str) -> _Answers:
    from api.schemas import article_with_claims_json

    article: Article = store.article(ref)
    versions, events = store.versions(article.id), store.article_events(article.version)
    return (
        lambda: article_with_claims_json(article, versions, events),
        lambda: tables().article_view(article, versions, events),
    )


def _actor(store: Store, ref: str) -> _Answers:
    from api.schemas import actor_json

    actor: Actor = store.resolve_actor(ref)
    return lambda: actor_json(actor), lambda: [tables().actors_table([actor])]
