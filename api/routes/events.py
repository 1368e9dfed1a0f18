"""Events: list them, find them by words, read one."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response

from api.answers import json_answer, page_answer
from api.contract import EventAnswer, EventsAnswer
from api.questions import EventsQuestion, RefPath, SearchQuestion, SureQuestion
from api.routes.document import blueprint, problems
from api.schemas import Json, event_json, events_json
from api.store_access import the_store

api = blueprint("events")


@api.get("/events", responses={200: EventsAnswer, **problems()})
def list_events(query: EventsQuestion) -> Response:
    """Return events in time order, undated last."""
    return page_answer(events_record(query))


def events_record(query: EventsQuestion) -> Json:
    """Return a page of events."""
    return events_json(the_store().events(query.filter(), after=query.after, limit=query.size()))


@api.get("/events/<ref>", responses={200: EventAnswer, **problems(HTTPStatus.NOT_FOUND)})
def read_event(path: RefPath, query: SureQuestion) -> Response:
    """Return an event with its evidence; one listed with `min_confidence` is found with the same."""
    return json_answer(event_json(the_store().event(path.ref, min_confidence=query.min_confidence)))


@api.get("/search", responses={200: EventsAnswer, **problems()})
def search(query: SearchQuestion) -> Response:
    """Return events whose title, names, place or quotes have every word, in time order."""
    return page_answer(search_record(query))


def search_record(query: SearchQuestion) -> Json:
    """Return a page of the events that have the words."""
    return events_json(the_store().search(query.q, query.filter(), after=query.after, limit=query.size()))
