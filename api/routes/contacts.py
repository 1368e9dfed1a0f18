"""Between actors: who met whom, and along which chains of contacts something could have been passed on."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response

from api.answers import json_answer
from api.contract import MeetingsAnswer, PathsAnswer
from api.problems import InvalidError
from api.questions import MeetingsQuestion, PathsQuestion
from api.routes.document import blueprint, problems
from api.schemas import Json, meetings_json, paths_json
from api.store_access import the_store
from graph.paths import find_paths
from graph.store.base import Meetings
from timeline.model import Actor

api = blueprint("contacts")

_NAMED = problems(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@api.get("/meetings", responses={200: MeetingsAnswer, **_NAMED})
def who_met(query: MeetingsQuestion) -> Response:
    """Return when an actor met, called or wrote to another (or anybody), and what is denied or only planned."""
    return json_answer(meetings_record(query))


def meetings_record(query: MeetingsQuestion) -> Json:
    """Return the contacts of one or two actors."""
    return meetings_json(meetings_of(query))


def meetings_of(query: MeetingsQuestion) -> Meetings:
    """Return the contacts of one or two actors; raises InvalidError for one actor asked for twice."""
    store = the_store()
    first = store.resolve_actor(query.a)
    second = store.resolve_actor(query.b) if query.b else None
    if second is not None:
        _refuse_same(first, second)
    return store.meetings(first.id, second.id if second else None, query.filter())


@api.get("/paths", responses={200: PathsAnswer, **_NAMED})
def find_chains(query: PathsQuestion) -> Response:
    """Return the shortest chains of contacts from one actor to another that respect the order of time."""
    store = the_store()
    start, end = store.resolve_actor(query.a), store.resolve_actor(query.b)
    _refuse_same(start, end)
    stream = store.contact_stream(query.filter())
    return json_answer(paths_json(find_paths(stream, start.id, end.id, k=query.most, max_hops=query.hops)))


def _refuse_same(first: Actor, second: Actor) -> None:
    if first.id == second.id:
        message = f"a and b are the same actor: {first.name} ({first.id})"
        raise InvalidError(message, errors=[{"where": "query.b", "message": message}])
