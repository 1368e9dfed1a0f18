"""How an article was read: each temporal expression, actor, word of contact or of speech, and claim, with the rules.

`explain` reads the article as `extract` does and keeps what that leaves behind: how each mention was resolved, which
check stopped each word that told nothing, and what decided each claim's status and date.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.dates.left_out import left_out
from timeline.dates.readings import Reading
from timeline.events.matcher import Look, look
from timeline.events.occasions import Telling
from timeline.events.statement_lexicon import senses
from timeline.events.statement_status import verdict_of_saying
from timeline.events.statement_values import SeenCue
from timeline.events.statements import look as look_for_speech
from timeline.events.tracing import Check, Trace, reason
from timeline.extract import read_parsed
from timeline.language.mentions import Entry, Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.parses import parse_cached
from timeline.language.pipeline import parse
from timeline.language.pronouns import is_pronoun, why_nobody
from timeline.language.quotations import quoted_words
from timeline.model import CONTACT_TYPES, Actor, Article, Claim, ClaimType, Extraction, Span, Status, TimeExpression
from timeline.sources.body import paragraphs

#: Why a sense is not looked at any more.
_TAKEN = "an earlier sense of the word fits"
_RECALLED = "takes up a contact told before"
_ANOTHER_DAY = "has a day of its own, which what it takes up has not"
#: Why a word of speech with words is no statement.
_TALK = "tells of a call or a talk, and so of no statement"
#: Why an expression beside a claim is not its date.
_AHEAD, _ANOTHERS = "lies after publication, and this is told as done", "belongs to something else"
_OPEN = "means no day that is known"


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
class ReadCue:
    """What became of one word of speech."""

    span: Span
    text: str
    #: The rule that read what is said; where none did, what the word could have taken ("say: quote, clause").
    rule: str
    #: Whether it was said; None where a check stopped it.
    status: Status | None
    #: The words that decided the status, or the check that stopped it.
    why: str
    #: The ids of the statements that rest on the word.
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadNothing:
    """A word that could have been read, and was not: a word of the calendar without a date, a pronoun of nobody."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim with the checks behind it, and where its date came from."""

    claim: Claim
    #: What decided its status, and which words tell of one occasion.
    checks: tuple[Check, ...]
    #: The expression that dates it; None without a date, or with that of an adverb ("already").
    dated_by: ReadDate | None = None
    #: Of a claim without a date: the expressions in its sentences, each with why it is not its date.
    left: tuple[tuple[str, str], ...] = ()
    #: Of a statement: where its speaker stands.
    speaker: ReadMention | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was seen in one article, in text order."""

    extraction: Extraction
    dates: tuple[ReadDate, ...]
    actors: tuple[ReadActor, ...]
    senses: tuple[ReadSense, ...]
    cues: tuple[ReadCue, ...]
    claims: tuple[ReadClaim, ...]
    #: Words of the calendar in none of the dates, and pronouns of none of the actors.
    undated: tuple[ReadNothing, ...] = ()
    unknown: tuple[ReadNothing, ...] = ()

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
    trace = Trace()
    extraction = read_parsed(article, parsed, trace)
    people = trace.people
    dates = tuple(_date(reading, extraction.claims) for reading in trace.readings)
    actors = tuple(sorted(_actors(people, article.text), key=lambda one: (one.mentions[0].span, one.actor.id)))
    checks = ((claim, tuple(trace.checks[claim.id])) for claim in extraction.claims)
    claims = tuple(replace(_claim(*each, dates, trace.refused), speaker=_speaker(each[0], actors)) for each in checks)
    return Explanation(
        extraction,
        dates,
        actors,
        tuple(_senses(parsed, people, extraction.claims, trace)),
        tuple(_cues(parsed, extraction.claims, trace)),
        claims,
        tuple(_nothing(*each) for each in left_out(parsed, [seen.expression.span for seen in dates])),
        tuple(_unknown(parsed, people)),
    )


def _nothing(word: Word, why: str) -> ReadNothing:
    return ReadNothing(Span(word.start, word.end), word.text, why)


def _unknown(parsed: Parsed, people: People) -> Iterator[ReadNothing]:
    quoted = quoted_words(parsed)
    for word in parsed.words:
        if is_pronoun(word) and people.mention_at(word) is None:
            yield _nothing(word, why_nobody(word, quoted=word.i in quoted))


def _date(reading: Reading, claims: tuple[Claim, ...]) -> ReadDate:
    dated = (claim.id for claim in claims if claim.date is not None and claim.date.span == reading.span)
    return ReadDate(reading.expression, reading.derivation, tuple(dated))


def _claim(claim: Claim, checks: tuple[Check, ...], dates: tuple[ReadDate, ...], refused: Container[Span]) -> ReadClaim:
    if claim.date is not None:
        by = next((seen for seen in dates if seen.expression.span == claim.date.span), None)
        return ReadClaim(claim, checks, by)
    spans = [evidence.span for evidence in claim.evidence]
    beside = (seen.expression for seen in dates if any(span.overlaps(seen.expression.span) for span in spans))
    left = ((expression.text, _why_left(expression, refused)) for expression in beside)
    return ReadClaim(claim, checks, None, tuple(left))


def _why_left(expression: TimeExpression, refused: Container[Span]) -> str:
    if expression.date is None:
        return _OPEN
    return _AHEAD if expression.span in refused else _ANOTHERS


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


def _senses(parsed: Parsed, people: People, claims: tuple[Claim, ...], trace: Trace) -> Iterator[ReadSense]:
    told, looks = _claims_at(claims), [*look(parsed, people)]
    fitting = {seen.trigger.start for seen in looks if seen.candidate is not None}
    taken: set[int] = set()
    for seen in looks:
        place = seen.trigger.start
        if place in taken:
            yield _sense(seen, stopped=_TAKEN)
        elif place in trace.tellings and (seen.candidate is not None or place not in fitting):
            taken.add(place)
            yield _sense(seen, trace.tellings[place], told.get(place, ()))
        else:
            yield _sense(seen, stopped=_ANOTHER_DAY if place in trace.of_another_day else seen.stopped_by)


def _claims_at(claims: tuple[Claim, ...]) -> dict[int, tuple[str, ...]]:
    """Return the contacts by the place of the words that tell them."""
    out: dict[int, tuple[str, ...]] = {}
    for claim in claims:
        for evidence in claim.evidence if claim.type in CONTACT_TYPES else ():
            if evidence.trigger is not None:
                start = evidence.trigger.span.start
                out[start] = tuple(dict.fromkeys((*out.get(start, ()), claim.id)))
    return out


def _sense(seen: Look, telling: Telling | None = None, claims: tuple[str, ...] = (), *, stopped: str = "") -> ReadSense:
    """Return what became of a sense: what its word tells by it, or what stopped it."""
    status, why, kind = None, stopped, seen.sense.type
    if telling is not None:
        candidate, status = telling.candidate, telling.status
        why = _RECALLED if candidate.taken_up is not None else reason(candidate.verdict, status)
        kind = candidate.type
    span = Span(seen.trigger.start, seen.trigger.end)
    return ReadSense(span, seen.trigger.text, seen.sense.rule, kind, seen.sense.sides, seen.sides, status, why, claims)


def _cues(parsed: Parsed, claims: tuple[Claim, ...], trace: Trace) -> Iterator[ReadCue]:
    """Yield what became of each word of speech."""
    told = {claim.statement.cue.span.start: claim for claim in claims if claim.statement is not None}
    for seen in look_for_speech(parsed):
        said, cue = seen.said, seen.cue
        span = Span(cue.start, cue.end) if said is None else said.cue_span
        claim = told.get(span.start) if said is not None else None
        if said is not None and claim is not None:
            why = reason(verdict_of_saying(said), claim.status)
            yield ReadCue(span, span.of(parsed.text), said.rule, claim.status, why, (claim.id,))
        else:
            why = _TALK if cue.start in trace.spoken else seen.stopped_by
            yield ReadCue(span, span.of(parsed.text), _frames(seen), None, why)


def _frames(seen: SeenCue) -> str:
    """Return the rule that read a word of speech, or what its classes could have taken."""
    if seen.said is not None:
        return seen.said.rule
    classes = senses(seen.cue) if seen.cue.pos != "NOUN" else ()
    frames = (f"{of.name}: {', '.join([*sorted(of.frames), *sorted(of.prepositions)])}" for of in classes)
    return "; ".join(frames) or ("noun of speech" if seen.cue.pos == "NOUN" else seen.cue.lower)
