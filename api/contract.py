"""The JSON of every answer as models, for OpenAPI; `api.schemas` makes it, and a test holds the two together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from timeline.model import ActorKind, ClaimType, Found, Stance, Status

Edtf = Annotated[str, Field(description="EDTF (ISO 8601-2), as precise as the words allow", examples=["2016-09"])]
IsoDay = Annotated[str, Field(description="a day, YYYY-MM-DD", pattern=r"^\d{4}-\d{2}-\d{2}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Answer(BaseModel):
    """Every member is always there; members may be added, so readers must leave alone what they do not know."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class ActorAnswer(_Answer):
    """A person, organisation or group."""

    id: str
    name: str
    kind: ActorKind
    aliases: list[str]
    named: bool
    roles: list[str] = Field(description="titles the articles give")


class ParticipantAnswer(_Answer):
    """An actor's part in an event."""

    id: str
    name: str
    kind: ActorKind
    role: str
    named: bool


class TriggerAnswer(_Answer):
    """The word that tells of the event."""

    start: int
    end: int
    text: str


class SpeakerAnswer(_Answer):
    """Who said it."""

    id: str
    name: str


class StatementAnswer(_Answer):
    """What was said."""

    speaker: SpeakerAnswer | None
    words: str
    direct: bool
    channel: str | None
    stance: Stance = Field(description="what the saying does to its words")
    scope: str | None = Field(description="those of the words that limit a denial; null when nothing does")


class VoiceAnswer(_Answer):
    """What somebody says about the event, in words that tell of it: characters `start` to `end` of the version."""

    claim: str
    version: str
    start: int
    end: int
    speaker: SpeakerAnswer | None
    stance: Stance = Field(description="towards the event: denied that it took place, disputed something about it")
    scope: str | None
    words: str


class CitationAnswer(_Answer):
    """Where an event is told: characters `start` to `end` of the article version with this hash are the quote."""

    claim: str
    article: str
    version: str
    sha256: Sha256
    source: str
    url: str | None
    title: str
    published: IsoDay | None
    start: int
    end: int
    quote: str
    trigger: TriggerAnswer | None
    rule: str
    attributed_to: list[str]
    confidence: float = Field(description="how sure the reading of this telling is, 0 to 1", ge=0, le=1)


class SourcesAnswer(_Answer):
    """How many articles tell of it, and how many independent ones."""

    articles: int
    independent: int


class EventAnswer(_Answer):
    """One occurrence with its evidence."""

    id: str
    type: ClaimType
    status: Status
    title: str
    date: Edtf | None
    earliest: IsoDay | None = Field(description="first day possible; null for an open beginning, or no date")
    latest: IsoDay | None = Field(description="last day possible; null for an open end, or no date")
    date_text: str | None = Field(description="the source's words")
    date_derivation: str | None
    date_stated: Edtf | None
    place: str | None
    count: str | None
    participants: list[ParticipantAnswer]
    statement: StatementAnswer | None
    statements: list[VoiceAnswer] = Field(description="who says what about it")
    sources: SourcesAnswer
    evidence: list[CitationAnswer]


class EventsAnswer(_Answer):
    """Events in time order, undated last."""

    events: list[EventAnswer]
    next: str | None = Field(description="cursor of the next page, for `after`")


class TimelineAnswer(EventsAnswer):
    """An actor's events."""

    actor: ActorAnswer


class ActorsAnswer(_Answer):
    """Actors."""

    actors: list[ActorAnswer]
    next: str | None


class MeetingsAnswer(_Answer):
    """Who met whom: contacts are asserted or alleged; denied, planned and hypothetical ones are not counted."""

    actors: list[ActorAnswer]
    contacts: list[EventAnswer]
    not_contacts: list[EventAnswer]


class SummaryAnswer(_Answer):
    """The contacts with one other actor."""

    actor: ActorAnswer
    count: int
    first: Edtf | None
    last: Edtf | None
    by_type: dict[str, int]
    events: list[str] = Field(description="ids")


class ContactsAnswer(_Answer):
    """Whom an actor was in contact with."""

    actor: ActorAnswer
    contacts: list[SummaryAnswer]
    not_contacts: list[SummaryAnswer]
    citations: dict[str, list[CitationAnswer]] = Field(description="by event id")


class HopAnswer(_Answer):
    """One contact of a chain."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    from_: ActorAnswer = Field(alias="from")
    to: ActorAnswer
    event: EventAnswer


class PathAnswer(_Answer):
    """A chain of contacts along which something could have been passed on in time."""

    order: Literal["certain", "possible"]
    hops: list[HopAnswer]


class PathsAnswer(_Answer):
    """Chains of contacts, certain ones first."""

    paths: list[PathAnswer]


class ArticleInfoAnswer(_Answer):
    """An article version without its text."""

    id: str
    version: str
    sha256: Sha256
    source: str
    url: str | None
    title: str
    byline: str
    published: IsoDay | None
    published_found: Found
    published_detail: str
    revised: IsoDay | None
    language: str


class ArticleTextAnswer(ArticleInfoAnswer):
    """An article version with its text, into which every offset points."""

    text: str


class ArticleAnswer(_Answer):
    """An article version, all versions of the article, and the events that this one tells of."""

    article: ArticleTextAnswer
    versions: list[ArticleInfoAnswer]
    events: list[EventAnswer]


class ListedArticleAnswer(ArticleInfoAnswer):
    """An article version as lists show it."""

    claims: int


class ArticlesAnswer(_Answer):
    """Article versions."""

    articles: list[ListedArticleAnswer]
    next: str | None


class DocumentProblemAnswer(_Answer):
    """Why a document could not be read; of one that was, what is wrong with its characters."""

    kind: str
    message: str


class DocumentAnswer(_Answer):
    """What became of one document of a request, in its order."""

    document: str
    result: Literal["new", "changed", "unchanged", "failed"]
    id: str | None
    version: str | None
    claims: int
    problem: DocumentProblemAnswer | None


class AddedAnswer(_Answer):
    """What became of every document of a request."""

    documents: list[DocumentAnswer]


class RecordBody(BaseModel):
    """An article as it is sent: the text, and what is known of it. Unknown members are left aside."""

    text: str = Field(min_length=1)
    id: str | int | None = None
    source: str | None = None
    published: str | None = Field(None, description="YYYY-MM-DD", examples=["2017-03-02"])
    revised: str | None = Field(None, description="The day of this version, if it was changed", examples=["2017-03-04"])
    title: str | None = None
    url: str | None = None


class HealthAnswer(_Answer):
    """The server is there."""

    status: Literal["ok"]


class ReadyAnswer(HealthAnswer):
    """The store answers."""

    engine: str
    articles: int
    events: int


class Problem(BaseModel):
    """An error, as RFC 9457 has it; some carry further members."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


#: An answer that is a document of its own and not described here.
OPENAPI_DOCUMENT: dict[str, Any] = {
    "description": "OK",
    "content": {"application/json": {"schema": {"type": "object"}}},
}
