"""The front page and the search: one field for people and events, and the way to add the first article."""

from __future__ import annotations

import re

from flask import Blueprint, Flask, Response, current_app, render_template, request
from markupsafe import Markup

from api.answers import json_answer
from api.pages.filters import asked_for
from api.pages.html import html, next_page, twin
from api.pages.overview import OverviewCache
from api.questions import SearchQuestion
from api.routes.events import search_record
from api.store_access import the_store
from graph.store.base import AmbiguousActorError, NotFoundError, Store
from timeline.model import Actor

pages = Blueprint("finding_page", __name__)

_BETWEEN = re.compile(r"\s*[,&]\s*|\s+and\s+")
_MOST_ACTORS = 20
_KEY = "whomet.overview"


@pages.record_once
def _keep_overview(state: object) -> None:
    app: Flask = state.app  # type: ignore[attr-defined]
    app.extensions[_KEY] = OverviewCache()


@pages.get("/")
def home() -> Response:
    """Show what the store holds, the search field and the form to add articles."""
    store = the_store()
    info = store.info()
    cache: OverviewCache = current_app.extensions[_KEY]
    seen = cache.of(store, info) if info.articles else None
    months = Markup(seen.months) if seen else Markup()  # noqa: S704
    return html(render_template("home.html", info=info, seen=seen, months=months, twin="/home.json"))


@pages.get("/home.json")
def home_json() -> Response:
    """Return what the store holds."""
    info = the_store().info()
    counts = ("articles", "versions", "actors", "claims", "events")
    return json_answer({name: getattr(info, name) for name in counts})


@pages.get("/search")
def search() -> Response:
    """Find actors and events by words; two names lead to their page."""
    question = _question()
    store = the_store()
    actors = store.find_actors(question.q, limit=_MOST_ACTORS) if question.after is None else ()
    page = store.search(question.q, question.filter(), after=question.after, limit=question.size())
    pair = _pair(store, question.q)
    more = next_page(page.next)
    return html(
        render_template(
            "search.html", q=question.q, actors=actors, page=page, pair=pair, more=more, twin=twin("/search.json")
        )
    )


@pages.get("/search.json")
def search_json() -> Response:
    """Return the events found as JSON."""
    return json_answer(search_record(_question()))


def _question() -> SearchQuestion:
    args = request.args
    return asked_for(SearchQuestion, q=args.get("q", "").strip(), after=args.get("after") or None)


def _pair(store: Store, words: str) -> tuple[Actor, Actor] | None:
    """Return two actors when the words are two names that are clear."""
    names = [name for name in _BETWEEN.split(words) if name]
    if len(names) != 2:
        return None
    try:
        first, second = (_one(store, name) for name in names)
    except (AmbiguousActorError, NotFoundError):
        return None
    return (first, second) if first.id != second.id else None


def _one(store: Store, name: str) -> Actor:
    """Return the one actor with this name, or the only one it is a part of."""
    try:
        return store.resolve_actor(name)
    except NotFoundError:
        found = store.find_actors(name, limit=2)
        if len(found) == 1:
            return found[0]
        raise
