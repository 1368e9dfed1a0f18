"""The filter form of a page: kinds and statuses as boxes to tick, partial dates as text."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request
from pydantic import BaseModel, ValidationError

from api.problems import raise_invalid
from api.questions import EventsQuestion
from graph.store.base import EventFilter
from timeline.formats.marks import LANES, LETTERS
from timeline.model import ClaimType, Status


@dataclass(frozen=True, slots=True)
class Choice:
    """One box: its value, its words, the letter of its symbol, and whether it is ticked."""

    value: str
    words: str
    letter: str
    chosen: bool


#: A box for each lane of the timeline drawing.
_KINDS = {name.lower(): types for name, types in LANES}


@dataclass(frozen=True, slots=True)
class PageFilter:
    """What a page is asked to show; without a tick, everything."""

    question: EventsQuestion
    kinds: tuple[str, ...]

    @property
    def where(self) -> EventFilter:
        """Return the filter for a store."""
        return self.question.filter()

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        return self.where != EventFilter()

    @property
    def kind_choices(self) -> tuple[Choice, ...]:
        """Return the boxes for kinds of event."""
        return tuple(
            Choice(value, name, "", not self.kinds or value in self.kinds)
            for value, name in ((name.lower(), name) for name, _ in LANES)
        )

    @property
    def status_choices(self) -> tuple[Choice, ...]:
        """Return the boxes for statuses."""
        chosen = self.question.status
        return tuple(
            Choice(status.value, status.value.capitalize(), LETTERS[status], not chosen or status in chosen)
            for status in Status
        )

    @property
    def asked(self) -> dict[str, list[str]]:
        """Return the filter as the parameters of the interface, for links to exports."""
        question = self.question
        given = {
            "since": [question.since] if question.since else [],
            "until": [question.until] if question.until else [],
            "type": sorted(kind.value for kind in question.type),
            "status": [status.value for status in question.status],
        }
        return {name: values for name, values in given.items() if values}


def page_filter() -> PageFilter:
    """Read the form of the request at hand; raises InvalidError for a date or a value that is none."""
    args = request.args
    kinds = tuple(kind for kind in args.getlist("kind") if kind in _KINDS)
    types: set[ClaimType | str] = set(args.getlist("type"))
    types |= {kind for name in kinds for kind in _KINDS[name]} if len(set(kinds)) < len(_KINDS) else set()
    statuses = args.getlist("status")
    question = asked_for(
        EventsQuestion,
        since=args.get("since", "").strip() or None,
        until=args.get("until", "").strip() or None,
        type=sorted(types),
        status=[] if set(statuses) == set(Status) else statuses,
        after=args.get("after") or None,
        limit=args.get("limit") or current_app.config["WHOMET"].max_page_size,
    )
    return PageFilter(question, kinds)


def asked_for[Q: BaseModel](model: type[Q], **given: object) -> Q:
    """Return a question; raises InvalidError."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise_invalid(error)
        raise
