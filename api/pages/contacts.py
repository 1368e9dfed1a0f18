"""The page of two actors: every meeting that is told, oldest first, with what either of them says of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from flask import Blueprint, Response, render_template, request

from api.answers import json_answer
from api.pages.filters import asked_for, page_filter
from api.pages.html import html, twin
from api.problems import InvalidError
from api.questions import MeetingsQuestion
from api.routes.contacts import meetings_of
from api.schemas import meetings_json
from graph.store.base import Meetings
from timeline.model import Actor, Citation, Event

pages = Blueprint("contacts_page", __name__)


@dataclass(frozen=True, slots=True)
class Told:
    """One event between two actors, with the quotes by who says so."""

    event: Event
    left: tuple[Citation, ...]
    right: tuple[Citation, ...]
    #: What neither of the two is named for.
    others: tuple[Citation, ...]
    #: The time since the event before, in words, where it can be told.
    gap: str


@pages.get("/meetings")
def pair() -> Response:
    """Show when two actors met, called or wrote to each other."""
    found = meetings_of(_question())
    left, right = found.actors
    events = sorted((*found.contacts, *found.not_contacts), key=lambda event: event.sort_key)
    gaps = ["", *(_gap(one, other) for one, other in pairwise(events))]
    told = [_told(event, left, right, gap) for event, gap in zip(events, gaps, strict=True)]
    return html(
        render_template(
            "pair.html",
            left=left,
            right=right,
            found=found,
            told=told,
            sources=_sources(found),
            twin=twin("/meetings.json"),
        )
    )


@pages.get("/meetings.json")
def pair_json() -> Response:
    """Return the meetings as JSON."""
    return json_answer(meetings_json(meetings_of(_question())))


def _question() -> MeetingsQuestion:
    asked = page_filter().question
    given = {name: getattr(asked, name) for name in ("since", "until", "type", "status")}
    question = asked_for(MeetingsQuestion, a=request.args.get("a"), b=request.args.get("b"), **given)
    if question.b is None:
        message = "name two actors, a and b"
        raise InvalidError(message, errors=[{"where": "query.b", "message": message}])
    return question


def _told(event: Event, left: Actor, right: Actor, gap: str) -> Told:
    mine = tuple(one for one in event.citations if _says(one, left))
    theirs = tuple(one for one in event.citations if one not in mine and _says(one, right))
    rest = tuple(one for one in event.citations if one not in mine and one not in theirs)
    return Told(event, mine, theirs, rest, gap)


def _says(citation: Citation, actor: Actor) -> bool:
    """Whether the words are attributed to the actor under one of its full names."""
    names = {actor.name, *actor.aliases}
    return any(said in names for said in citation.evidence.attributed_to)


def _sources(found: Meetings) -> int:
    return sum(event.independent for event in found.contacts)


def _gap(before: Event, after: Event) -> str:
    """Return the time that surely lies between two events, in words; "" where the dates do not tell."""
    if before.date is None or after.date is None:
        return ""
    last, first = before.date.date.latest, after.date.date.earliest
    if last is None or first is None or first <= last:
        return ""
    days = (first - last).days
    open_words = "" if before.date.date.is_day and after.date.date.is_day else "at least "
    return open_words + _days_in_words(days)


def _days_in_words(days: int) -> str:
    for size, word in ((365, "year"), (30, "month"), (7, "week")):
        if days >= 2 * size:
            return f"{days // size} {word}s"
    return f"{days} day{'s' * (days != 1)}"
