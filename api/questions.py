"""What may stand in an address: the parameters of every question, validated."""

from __future__ import annotations

from typing import Annotated, Self

from flask import current_app
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.settings import Settings
from graph.store.base import EventFilter
from timeline.dates.uncertain import EdtfError, UncertainDate
from timeline.model import ClaimType, Status

#: Longer names, words and cursors are asked for by nobody.
_LONGEST = 500


def _encodable(text: str) -> str:
    """Refuse what no store can keep: a NUL, or half of a surrogate pair."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("holds a character that no text has")
    return text


def _partial_date(text: str) -> str:
    try:
        when = UncertainDate.parse(text)
    except EdtfError:
        when = None
    if when is None or when.earliest is None or when.latest is None:
        raise ValueError("write a year, a month or a day: 2016, 2016-09 or 2016-09-30")
    return text


Words = Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST), AfterValidator(_encodable)]
Ref = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_encodable)]
PartialDate = Annotated[str, StringConstraints(max_length=40), AfterValidator(_partial_date)]


class _Question(BaseModel):
    """A parameter that is not known is an error: a misspelt filter must not let everything through."""

    model_config = ConfigDict(extra="forbid")


class NoQuestion(_Question):
    """No parameters."""


class SureQuestion(_Question):
    """Which claims to believe."""

    min_confidence: float | None = Field(
        None,
        ge=0,
        le=1,
        allow_inf_nan=False,
        description="Only events of claims at least so sure, made of these claims alone.",
    )


class Where(SureQuestion):
    """Which events to list."""

    since: PartialDate | None = Field(
        None, description="Only what may have been on or after this date (2016, 2016-09, 2016-09-30)."
    )
    until: PartialDate | None = Field(None, description="Only what may have been by the end of this date.")
    type: list[ClaimType] = Field([], description="Only these types of event; may be given several times.")
    status: list[Status] = Field([], description="Only these statuses; may be given several times.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        where = self.filter()
        if where.since and where.until and where.since > where.until:
            raise ValueError(f"since {self.since} is later than until {self.until}")
        return self

    def filter(self) -> EventFilter:
        """Return the filter for a store; partial dates stand for their first and last day."""
        return EventFilter(
            _parsed(self.since).earliest if self.since else None,
            _parsed(self.until).latest if self.until else None,
            frozenset(self.type),
            frozenset(self.status),
            self.min_confidence,
        )


class Paged(_Question):
    """Which part of a result."""

    after: Words | None = Field(None, description="The `next` of the page before.")
    limit: int | None = Field(None, ge=1, description="At most so many entries; the server has a limit of its own.")

    def size(self) -> int:
        """Return the number of entries asked for, within the server's limit."""
        settings: Settings = current_app.config["WHOMET"]
        return min(self.limit or settings.page_size, settings.max_page_size)


class EventsQuestion(Where, Paged):
    """Events in the order of time."""


class SearchQuestion(EventsQuestion):
    """Events that have words."""

    q: Words = Field(description="Words that title, names, place or quotes must all have; the last may be a beginning.")


class ActorsQuestion(Paged):
    """Actors by name, or all of them."""

    q: Words | None = Field(
        None, description="Words of a name; the last may be a beginning. Without it, all named actors."
    )


class MeetingsQuestion(Where):
    """Who met whom."""

    a: Words = Field(description="An actor, by id or by name.")
    b: Words | None = Field(None, description="Another actor; without it, anybody.")


class PathsQuestion(Where):
    """Chains of contacts between two actors."""

    a: Words = Field(description="Where the chains begin: an actor, by id or by name.")
    b: Words = Field(description="Where they end.")
    most: int = Field(5, ge=1, le=50, description="At most so many chains of each kind.")
    hops: int = Field(6, ge=1, le=6, description="At most so many contacts long.")


class ExportQuestion(Where):
    """What to export."""

    actor: list[Words] = Field([], description="Only the events of these actors, by id or by name.", max_length=50)


class AddQuestion(_Question):
    """Facts about one article sent as text or HTML; a JSON record carries its own, and these fill its gaps."""

    id: Words | None = Field(None, description="Names the article across its versions.")
    source: Words | None = Field(None, description="The outlet.")
    published: Words | None = Field(None, description="The day of publication, YYYY-MM-DD.")
    title: Words | None = Field(None, description="The headline.")
    url: Words | None = Field(None, description="The article's http address.")


class RefPath(BaseModel):
    """An address that ends in an id or a name."""

    ref: Ref = Field(description="An id; for an actor, a name will do.")


class FormatPath(BaseModel):
    """An address that ends in the name of a format."""

    format: Words = Field(description="The name of a format.")


def _parsed(text: str) -> UncertainDate:
    return UncertainDate.parse(text)
