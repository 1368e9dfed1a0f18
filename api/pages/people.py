"""The list of actors, and the page of one: timeline, events with their words, what is not asserted, contacts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from api.answers import page_answer
from api.pages.addresses import actor_address, event_address
from api.pages.filters import PageFilter, asked_for, page_filter
from api.pages.html import html, next_page, twin
from api.pages.network import network_svg, spokes
from api.questions import ActorsQuestion
from api.routes.actors import actors_record, timeline_record
from api.store_access import the_store
from graph.formats import ALL_FORMATS
from graph.store.base import Meetings, Page, Store
from timeline.formats.drawing import chart_svg
from timeline.formats.marks import LABEL_LENGTH, Chart, chart, cut
from timeline.model import CONTACT_TYPES, Actor, Event, Status

pages = Blueprint("people_page", __name__)
#: So many events are drawn and listed on one page.
_MOST_EVENTS = 200


@pages.get("/actors")
def people() -> Response:
    """List named actors, or those whose names have words."""
    store = the_store()
    question = _actors_question()
    if question.q is None:
        page = store.actors(after=question.after, limit=question.size())
    else:
        page = Page(store.find_actors(question.q, limit=question.size()))
    return html(
        render_template(
            "people.html", page=page, q=question.q or "", more=next_page(page.next), twin=twin("/actors.json")
        )
    )


@pages.get("/actors.json")
def people_json() -> Response:
    """Return the list as JSON."""
    return page_answer(actors_record(_actors_question()))


def _actors_question() -> ActorsQuestion:
    args = request.args
    return asked_for(ActorsQuestion, q=args.get("q") or None, after=args.get("after") or None, limit=args.get("limit"))


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that the page of an actor shows."""

    actor: Actor
    filter: PageFilter
    events: Page[Event]
    meetings: Meetings

    @property
    def asserted(self) -> list[Event]:
        """Return what the sources say took place."""
        return [event for event in self.events.items if event.status is Status.ASSERTED]

    @property
    def unsure(self) -> list[tuple[str, Status, list[Event]]]:
        """Return what they do not say took place, in columns."""
        columns = (
            ("Denied", Status.DENIED, {Status.DENIED}),
            ("Planned", Status.PLANNED, {Status.PLANNED}),
            ("Alleged or hypothetical", Status.ALLEGED, {Status.ALLEGED, Status.HYPOTHETICAL}),
        )
        found = [
            (words, status, [event for event in self.events.items if event.status in statuses])
            for words, status, statuses in columns
        ]
        return [column for column in found if column[2]]

    @property
    def outlets(self) -> int:
        """Return the number of outlets that tell of the events shown."""
        return len({citation.source for event in self.events.items for citation in event.citations if citation.source})

    @property
    def independent(self) -> int:
        """Return the number of independent reports of the events shown."""
        return sum(event.independent for event in self.events.items)


@pages.get("/actors/<ref>")
def one_actor(ref: str) -> Response:
    """Show an actor by id or name."""
    shown = _actor_page(the_store(), ref)
    drawn = chart(shown.events.items, partial(mark_label, shown.actor))
    contacts = (*shown.meetings.contacts, *shown.meetings.not_contacts)
    ranked, _ = spokes(shown.actor, contacts)
    return html(
        render_template(
            "actor.html",
            shown=shown,
            actor=shown.actor,
            filter=shown.filter,
            chart=drawn,
            more=next_page(shown.events.next),
            formats=ALL_FORMATS.values(),
            timeline=_timeline(shown, drawn),
            spokes=ranked,
            network=Markup(network_svg(shown.actor, contacts)),  # noqa: S704
            twin=twin(f"{actor_address(shown.actor)}.json"),
        )
    )


@pages.get("/actors/<ref>.json")
def one_actor_json(ref: str) -> Response:
    """Return the actor's events as JSON."""
    return page_answer(timeline_record(ref, page_filter().question))


def _actor_page(store: Store, ref: str) -> ActorPage:
    actor = store.resolve_actor(ref)
    asked = page_filter()
    events = store.timeline(
        actor.id, asked.where, after=asked.question.after, limit=min(asked.question.size(), _MOST_EVENTS)
    )
    return ActorPage(actor, asked, events, store.meetings(actor.id, None, asked.where))


def mark_label(actor: Actor, event: Event) -> str:
    """Return a label that leaves out whose page it is: the others for a contact, else what the title adds."""
    if event.type in CONTACT_TYPES:
        others = [one.name for one in dict.fromkeys(p.actor for p in event.participants) if one.id != actor.id]
        if others:
            place = f", {event.place}" if event.place else ""
            return cut(", ".join(others) + place, LABEL_LENGTH)
    return cut(event.title.removeprefix(f"{actor.name}: "), LABEL_LENGTH)


def _timeline(shown: ActorPage, drawn: Chart | None) -> Markup:
    if drawn is None:
        return Markup()
    here = {event.id for event in shown.events.items}
    name = f"Timeline of {shown.actor.name}, {len(drawn.marks)} events"
    svg = chart_svg(drawn, name, lambda event: f"#{event.id}" if event.id in here else event_address(event))
    return Markup(svg)  # noqa: S704
