"""The list of events, and the page of one: its date with how it was found, its sources, its participants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, render_template
from markupsafe import Markup

from api.answers import json_answer, page_answer
from api.pages.addresses import event_address
from api.pages.derivation import Allowed, derivation_svg
from api.pages.filters import page_filter
from api.pages.html import html, next_page, twin
from api.routes.events import events_record
from api.schemas import event_json
from api.store_access import the_store
from graph.store.base import NotFoundError, Store
from timeline.model import Citation, Claim, Event

pages = Blueprint("events_page", __name__)
#: The claims of so many article versions are read for the drawing of a date.
_MOST_SOURCES = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One article version that tells of an event, with its quotes of it."""

    citations: tuple[Citation, ...]

    @property
    def first(self) -> Citation:
        """Return the citation that stands for the article."""
        return self.citations[0]


@pages.get("/events")
def events() -> Response:
    """List events in time order."""
    asked = page_filter()
    question = asked.question
    page = the_store().events(asked.where, after=question.after, limit=min(question.size(), 100))
    more = next_page(page.next)
    return html(render_template("events.html", page=page, filter=asked, more=more, twin=twin("/events.json")))


@pages.get("/events.json")
def events_json() -> Response:
    """Return the list as JSON."""
    return page_answer(events_record(page_filter().question))


@pages.get("/events/<ref>")
def one_event(ref: str) -> Response:
    """Show an event."""
    store = the_store()
    event = store.event(ref)
    sources = _sources(event.citations)
    drawn = derivation_svg(_allowed(store, event, sources), event.date.date) if event.date else ""
    return html(
        render_template(
            "event.html",
            event=event,
            sources=sources,
            derivation=Markup(drawn),  # noqa: S704
            twin=f"{event_address(event)}.json",
        )
    )


@pages.get("/events/<ref>.json")
def one_event_json(ref: str) -> Response:
    """Return the event as JSON."""
    return json_answer(event_json(the_store().event(ref)))


def _sources(citations: Iterable[Citation]) -> tuple[Source, ...]:
    by_version: dict[str, list[Citation]] = {}
    for citation in citations:
        by_version.setdefault(citation.version, []).append(citation)
    return tuple(Source(tuple(found)) for found in by_version.values())


def _allowed(store: Store, event: Event, sources: Sequence[Source]) -> list[Allowed]:
    """Return what each source allows: the date of the claim it makes, where it gives one."""
    rows: list[Allowed] = []
    for source in sources[:_MOST_SOURCES]:
        claims = _claims(store, source)
        reading = next((claim.date for claim in claims if claim.date is not None), None)
        if reading is not None:
            rows.append(Allowed(source.first.source or source.first.title or event.title, reading))
    return rows


def _claims(store: Store, source: Source) -> list[Claim]:
    told = {citation.claim_id for citation in source.citations}
    try:
        extraction = store.extraction(source.first.version)
    except NotFoundError:
        return []
    return [claim for claim in extraction.claims if claim.id in told]
