"""Actors: find them, and ask what they did and whom they met."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response

from api.answers import json_answer, page_answer
from api.contract import ActorAnswer, ActorsAnswer, ContactsAnswer, TimelineAnswer
from api.problems import InvalidError
from api.questions import ActorsQuestion, EventsQuestion, NoQuestion, RefPath, Where
from api.routes.document import blueprint, problems
from api.schemas import Json, actor_json, actors_json, contacts_json, timeline_json
from api.store_access import the_store
from graph.store.base import Page

api = blueprint("actors")

_NAMED = problems(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@api.get("/actors", responses={200: ActorsAnswer, **problems()})
def find_actors(query: ActorsQuestion) -> Response:
    """Find actors by words of their names, best first; without words, list all named actors by id."""
    return page_answer(actors_record(query))


def actors_record(query: ActorsQuestion) -> Json:
    """Return actors by words, or a page of all."""
    store = the_store()
    if query.q is None:
        return actors_json(store.actors(after=query.after, limit=query.size()))
    if query.after is not None:
        message = "actors found by words come on one page; ask for more with limit"
        raise InvalidError(message, errors=[{"where": "query.after", "message": message}])
    return actors_json(Page(store.find_actors(query.q, limit=query.size())))


@api.get("/actors/<ref>", responses={200: ActorAnswer, **_NAMED})
def read_actor(path: RefPath, query: NoQuestion) -> Response:  # noqa: ARG001
    """Return an actor by id or name; 409 lists the candidates of an ambiguous name."""
    return json_answer(actor_json(the_store().resolve_actor(path.ref)))


@api.get("/actors/<ref>/timeline", responses={200: TimelineAnswer, **_NAMED})
def read_timeline(path: RefPath, query: EventsQuestion) -> Response:
    """Return an actor's events of every type and status in time order, undated last."""
    return page_answer(timeline_record(path.ref, query))


def timeline_record(ref: str, query: EventsQuestion) -> Json:
    """Return a page of an actor's events."""
    store = the_store()
    actor = store.resolve_actor(ref)
    page = store.timeline(actor.id, query.filter(), after=query.after, limit=query.size())
    return timeline_json(actor, page)


@api.get("/actors/<ref>/contacts", responses={200: ContactsAnswer, **_NAMED})
def read_contacts(path: RefPath, query: Where) -> Response:
    """Return whom an actor was in contact with, most contacts first; what is denied or only planned stands apart."""
    store = the_store()
    actor = store.resolve_actor(path.ref)
    where = query.filter()
    return json_answer(contacts_json(store.contacts(actor.id, where), store.meetings(actor.id, None, where)))
