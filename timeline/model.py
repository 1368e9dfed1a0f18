"""The words of the domain: articles, actors, claims and events, as immutable values.

Everything is a closed vocabulary of frozen dataclasses, so that an extraction can be pickled, compared and
stored as it is. A `Claim` is what one article version says about one occurrence; an `Event` is the occurrence
itself, derived from the claims that tell of it (`graph.identity`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.dates.uncertain import UncertainDate
from timeline.ids import stable_id, text_hash


class ModelError(ValueError):
    """A value breaks an invariant of the domain; the message says which."""


class ClaimType(StrEnum):
    """What kind of occurrence a claim tells of."""

    MEETING = "meeting"
    CALL = "call"
    CORRESPONDENCE = "correspondence"
    HEARING = "hearing"
    STATEMENT = "statement"
    APPOINTMENT = "appointment"
    DEPARTURE = "departure"
    INVESTIGATION = "investigation"
    LEGAL_ACTION = "legal_action"
    REPORT = "report"
    ACTION = "action"


#: Head of the rules that read words between two actors ("asked him") as a contact: by what means is not told.
WORDS_ONLY = "words"
#: The types in which two actors are in touch.
CONTACT_TYPES = frozenset({ClaimType.MEETING, ClaimType.CALL, ClaimType.CORRESPONDENCE, ClaimType.HEARING})


class Status(StrEnum):
    """Whether the source says that it took place."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    ALLEGED = "alleged"


#: The statuses that count: everything else is shown, and never counted as a contact.
COUNTED_STATUSES = frozenset({Status.ASSERTED, Status.ALLEGED})


class Stance(StrEnum):
    """What somebody's words do to what they tell: the `stance` of `events/data/speech_verbs.toml`.

    Towards an event: to deny is to say that it did not take place, to dispute is to deny something about it.
    """

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DISPUTES = "disputes"
    ASKS = "asks"
    URGES = "urges"
    PROMISES = "promises"
    DECLINES = "declines"
    JUDGES = "judges"


class ActorKind(StrEnum):
    """What an actor is; a government or committee is an `org`, an unnamed plurality a `group`."""

    PERSON = "person"
    ORG = "org"
    GROUP = "group"


class Found(StrEnum):
    """How an article's date of publication is known."""

    GIVEN = "given"
    PAGE = "page"
    DATELINE = "dateline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of an article's text, as given."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ModelError(f"no span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Score:
    """How sure a decision is, from 0 to 1, and the reasons in words."""

    value: float
    detail: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.value <= 1.0:
            raise ModelError(f"a score lies between 0 and 1, not {self.value}")


@dataclass(frozen=True, slots=True)
class Publication:
    """The day an article was published, with how it was found; an unknown day stays unknown."""

    day: dt.date | None = None
    found: Found = Found.UNKNOWN
    #: The words or the page element that gave it, for the reader.
    detail: str = ""

    def __post_init__(self) -> None:
        if (self.day is None) != (self.found is Found.UNKNOWN):
            raise ModelError("a publication day and how it was found come together")


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one text; offsets everywhere point into `text` as given.

    `id` names the article across its versions (given, else its URL, else derived from the text), `version`
    names this version: article id and hash of the words.
    """

    id: str
    text: str
    source: str = ""
    url: str | None = None
    title: str = ""
    byline: str = ""
    published: Publication = field(default_factory=Publication)
    language: str = "en"
    #: The day that this version is of, where it tells that it was changed after publication.
    revised: dt.date | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ModelError("an article needs an id")

    @property
    def sha256(self) -> str:
        """Return the hash of the text."""
        return text_hash(self.text)

    @property
    def version(self) -> str:
        """Return the id of this version: the same id and the same words give the same version."""
        return stable_id("v", self.id, self.sha256)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or group that acts in the text, under the fullest name the document gives.

    `id` is the same across articles for one full name and kind; a doubtful or unnamed actor has an id that
    its article version is part of, so that it stays apart.
    """

    id: str
    name: str
    kind: ActorKind = ActorKind.PERSON
    #: False for a noun phrase such as "Russian officials".
    named: bool = True
    #: Other forms used in the text, sorted, without the name itself.
    aliases: tuple[str, ...] = ()
    #: Titles and roles the text gives, in order of appearance ("Attorney General", "ambassador").
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in a claim or an event: participant, witness, body, questioner, sender, recipient,
    speaker, addressee, agent, patient."""

    actor: Actor
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A temporal expression of the text with its reading (TIMEX3 value and EDTF); `date` is None when the
    anchor it needs is unknown or it names no stretch of the calendar (a duration, a set)."""

    span: Span
    text: str
    timex_type: str
    timex_value: str
    date: UncertainDate | None
    #: What a relative expression was counted from: "published 2017-03-02", "the sentence before", ...; "" if none.
    anchor: str
    rule: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """The date of an occurrence with its derivation, which is kept so that it can be checked."""

    date: UncertainDate
    #: The source's own words ("in July") and where they stand; None when no words give it.
    words: str | None
    span: Span | None
    #: How the words became the date, in words ("month named, past tense, published 2017-03-02").
    derivation: str
    #: What the words alone say, when a calendar of named periods made it narrower.
    stated: UncertainDate | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that expresses the occurrence."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words behind a claim, with the trigger, the rule that read them and who says so."""

    span: Span
    quote: str
    trigger: Trigger | None = None
    rule: str = ""
    #: Who says so, nearest first ("Justice Department officials", "the Washington Post"); () is the article itself.
    attributed_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said: mention of the speaker, the cue, and the words, direct or reported."""

    speaker: Actor | None
    #: The span of the speaker's mention; None when the text leaves the speaker out.
    speaker_span: Span | None
    cue: Trigger
    content: tuple[Span, ...]
    #: The words, the pieces of `content` joined with " ... ".
    words: str
    direct: bool
    #: To whom or through what ("TPM", "a statement", "Twitter"); None when not given.
    channel: str | None = None
    stance: Stance = Stance.ASSERTS
    #: How far a denial goes, those of the words that limit it ("to discuss the budget"); None when nothing does.
    scope: str | None = None

    def __post_init__(self) -> None:
        if self.scope is not None and self.scope not in self.words:
            raise ModelError(f"what limits a statement is among its words: {self.scope!r}")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one version of an article tells of one occurrence; immutable, and checkable by its evidence."""

    id: str
    type: ClaimType
    status: Status
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    date: DateReading | None = None
    place: str | None = None
    #: A number of occasions told without telling them apart: digits or "several"; None for one occasion.
    count: str | None = None
    statement: Statement | None = None
    confidence: Score = field(default_factory=lambda: Score(1.0))

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ModelError(f"claim {self.id} has no evidence")
        if (self.type is ClaimType.STATEMENT) != (self.statement is not None):
            raise ModelError(f"claim {self.id}: a statement, and nothing else, carries its words")

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Return the participants' actors, in order."""
        return tuple(p.actor for p in self.participants)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article version. A store keeps article and claims, not `dates`."""

    article: Article
    claims: tuple[Claim, ...]
    dates: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an event is told: an article version and the words in it."""

    claim_id: str
    article_id: str
    version: str
    sha256: str
    source: str
    url: str | None
    title: str
    published: dt.date | None
    evidence: Evidence
    #: How sure the reading of the claim is (`Claim.confidence`), 0 to 1.
    confidence: float

    @property
    def sort_key(self) -> tuple[dt.date, str, str, int, int]:
        """Return the one order of citations: by publication (unknown last), article, version, place in the text."""
        span = self.evidence.span
        return self.published or dt.date.max, self.article_id, self.version, span.start, span.end


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's word on an event: a statement whose own words tell of it (derived, `graph.identity.stances`)."""

    #: The statement's claim, its article version and where its evidence stands there.
    claim_id: str
    version: str
    span: Span
    speaker: Actor | None
    #: Towards this event, which may differ from the cue's: who "said that he never met her" denies the meeting.
    stance: Stance
    scope: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence in the world, derived from the claims that tell of it."""

    id: str
    type: ClaimType
    status: Status
    title: str
    participants: tuple[Participant, ...]
    date: DateReading | None
    place: str | None
    count: str | None
    statement: Statement | None
    citations: tuple[Citation, ...]
    #: Number of articles that tell of it, and of independent ones among them.
    articles: int
    independent: int
    #: What people say about it, in the order of citations.
    voices: tuple[Voice, ...] = ()

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str, str]:
        """Return the one order of events: by date (open beginnings first, undated last), then id."""
        if self.date is None:
            return dt.date.max, dt.date.max, "~", self.id
        return (*self.date.date.sort_key, self.id)

    @property
    def is_contact(self) -> bool:
        """Whether it counts as a contact: a type of contact that is asserted or alleged."""
        return self.type in CONTACT_TYPES and self.status in COUNTED_STATUSES
