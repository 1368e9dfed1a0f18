"""How an article was read: each temporal expression, actor, word of contact and claim, with the rules behind it.

`explain` reads the article as `extract` does and keeps what that leaves behind: how each mention was resolved, which
check stopped each sense that told of no contact, and what decided each claim's status and date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.dates.finding import find
from timeline.dates.readings import Reading
from timeline.events.matcher import Look, look
from timeline.events.tracing import Check, Trace
from timeline.extract import read_parsed
from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import Entry, Mention, People, find_people
from timeline.language.parse import Parsed
from timeline.language.parses import parse_cached
from timeline.language.pipeline import parse
from timeline.language.repairs import repair
from timeline.model import CONTACT_TYPES, Actor, Article, Claim, ClaimType, Extraction, Span, Status, TimeExpression
from timeline.sources.body import paragraphs

#: Why a sense is not looked at any more.
_TAKEN = "an earlier sense of the word fits"
_RECALLED = "takes up a contact told before"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A temporal expression with its derivation in words."""

    expression: TimeExpression
    derivation: str
    #: The ids of the claims that it dates.
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadMention:
    """One place where an actor stands."""

    span: Span
    text: str
    #: "name", "role" or "pronoun".
    form: str
    #: How it is known who is meant.
    why: str
    #: The others that a plural means as well, by name.
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadActor:
    """An actor with its mentions in text order; `place` and `press` say that it takes part only by its own deeds."""

    actor: Actor
    mentions: tuple[ReadMention, ...]
    place: bool = False
    press: bool = False


@dataclass(frozen=True, slots=True)
class ReadSense:
    """What became of one sense of a word that may tell of a contact."""

    span: Span
    text: str
    rule: str
    type: ClaimType
    #: The slots of each side ("agent", "with", ...), and by name who was found there.
    slots: tuple[tuple[str, ...], ...]
    sides: tuple[tuple[str, ...], ...]
    #: How real it is told; None where a check stopped it.
    status: Status | None
    #: The words that decided the status, or the check that stopped it.
    why: str
    #: The ids of the claims that rest on the word.
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim with the checks behind it, and where its date came from."""

    claim: Claim
    #: What decided its status, and which words tell of one occasion.
    checks: tuple[Check, ...]
    #: The expression that dates it; None without a date, or with that of an adverb ("already").
    dated_by: ReadDate | None = None
    #: Of a claim without a date: the expressions in its sentences, which belong to something else.
    left: tuple[str, ...] = ()
    #: Of a statement: where its speaker stands.
    speaker: ReadMention | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was seen in one article, in text order."""

    extraction: Extraction
    dates: tuple[ReadDate, ...]
    actors: tuple[ReadActor, ...]
    senses: tuple[ReadSense, ...]
    claims: tuple[ReadClaim, ...]

    @property
    def article(self) -> Article:
        """Return the article explained."""
        return self.extraction.article


def explain(article: Article, parses_in: Path | None = None) -> Explanation:
    """Read an article and keep how; its parse is kept in the folder given."""
    texts = [(article.text, paragraphs(article.text))]
    parses = parse(texts) if parses_in is None else parse_cached(texts, parses_in)
    return explain_parsed(article, next(iter(parses)))


def explain_parsed(article: Article, parsed: Parsed) -> Explanation:
    """Explain an article whose text is parsed already."""
    repair(parsed)
    people = find_people(parsed, article.title)
    resolve_pronouns(parsed, people)
    people.close(article.version)
    trace = Trace()
    extraction = read_parsed(article, parsed, trace)
    dates = tuple(_date(reading, extraction.claims) for reading in find(parsed, article.published))
    actors = tuple(sorted(_actors(people, article.text), key=lambda one: (one.mentions[0].span, one.actor.id)))
    senses = tuple(_senses(parsed, people, extraction.claims))
    checks = ((claim, tuple(trace.checks[claim.id])) for claim in extraction.claims)
    claims = tuple(replace(_claim(*each, dates), speaker=_speaker(each[0], actors)) for each in checks)
    return Explanation(extraction, dates, actors, senses, claims)


def _date(reading: Reading, claims: tuple[Claim, ...]) -> ReadDate:
    dated = (claim.id for claim in claims if claim.date is not None and claim.date.span == reading.span)
    return ReadDate(reading.expression, reading.derivation, tuple(dated))


def _claim(claim: Claim, checks: tuple[Check, ...], dates: tuple[ReadDate, ...]) -> ReadClaim:
    if claim.date is not None:
        by = next((seen for seen in dates if seen.expression.span == claim.date.span), None)
        return ReadClaim(claim, checks, by)
    spans = [evidence.span for evidence in claim.evidence]
    left = (seen.expression for seen in dates if any(span.overlaps(seen.expression.span) for span in spans))
    return ReadClaim(claim, checks, None, tuple(expression.text for expression in left))


def _speaker(claim: Claim, actors: tuple[ReadActor, ...]) -> ReadMention | None:
    """Return the mention that stands where a statement's speaker does, if an actor is known there."""
    said = claim.statement
    if said is None or said.speaker is None or said.speaker_span is None:
        return None
    mentions = (mention for read in actors if read.actor.id == said.speaker.id for mention in read.mentions)
    return next((mention for mention in mentions if mention.span.overlaps(said.speaker_span)), None)


def _actors(people: People, text: str) -> Iterator[ReadActor]:
    chains: dict[Entry, list[ReadMention]] = {entry: [] for entry in people.entries}
    for mention in people.mentions:
        meant = (mention.entry, *mention.others)
        for entry in meant:
            others = tuple(other.name for other in meant if other is not entry)
            chains.setdefault(entry, []).append(_mention(mention, text, others))
    for entry, found in chains.items():
        if entry.actor is not None and found:
            chain = tuple(sorted(found, key=lambda one: (one.span, one.form)))
            yield ReadActor(entry.actor, chain, entry.place, entry.press)


def _mention(mention: Mention, text: str, others: tuple[str, ...]) -> ReadMention:
    """Return a mention where it stands; that of a role beside its name is recorded over the name."""
    word = Span(mention.head.start, mention.head.end)
    span = mention.span if mention.span.overlaps(word) else word
    return ReadMention(span, span.of(text), mention.form, mention.why, others)


def _senses(parsed: Parsed, people: People, claims: tuple[Claim, ...]) -> Iterator[ReadSense]:
    told = _claims_at(claims)
    found: set[int] = set()
    for seen in look(parsed, people):
        taken = seen.trigger.i in found
        if seen.candidate is not None:
            found.add(seen.trigger.i)
        yield _sense(seen, told.get(seen.trigger.start, ()), taken=taken)


def _claims_at(claims: tuple[Claim, ...]) -> dict[int, tuple[str, ...]]:
    """Return the contacts by the place of the words that tell them."""
    out: dict[int, tuple[str, ...]] = {}
    for claim in claims:
        for evidence in claim.evidence if claim.type in CONTACT_TYPES else ():
            if evidence.trigger is not None:
                start = evidence.trigger.span.start
                out[start] = tuple(dict.fromkeys((*out.get(start, ()), claim.id)))
    return out


def _sense(seen: Look, claims: tuple[str, ...], *, taken: bool) -> ReadSense:
    status, why, mine = None, seen.stopped_by, claims
    if taken:
        why, mine = _TAKEN, ()
    elif seen.candidate is not None:
        status, why = seen.candidate.verdict.status, seen.candidate.verdict.why
    elif claims:
        status, why = Status.ASSERTED, _RECALLED
    kind = seen.candidate.type if seen.candidate is not None else seen.sense.type
    span = Span(seen.trigger.start, seen.trigger.end)
    return ReadSense(span, seen.trigger.text, seen.sense.rule, kind, seen.sense.sides, seen.sides, status, why, mine)
