"""Claims and events as compact JSON and back, exactly: what SQLite keeps, and by what a changed event is told.

Values are written as arrays in the order of their fields; a change here is a new schema version.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from graph.store.damage import reads
from timeline.dates.uncertain import UncertainDate
from timeline.model import (
    Actor,
    ActorKind,
    Citation,
    Claim,
    ClaimType,
    DateReading,
    Event,
    Evidence,
    Participant,
    Score,
    Span,
    Stance,
    Statement,
    Status,
    Trigger,
    Voice,
)

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode_actor(actor: Actor) -> str:
    """Return an actor's form as JSON."""
    return _dumps(_from_actor(actor))


@reads("an actor")
def decode_actor(body: str) -> Actor:
    """Read an actor's form."""
    return _actor(json.loads(body))


def encode_claim(claim: Claim) -> str:
    """Return a claim as JSON."""
    return _dumps(
        [
            claim.id,
            claim.type,
            claim.status,
            [[_from_actor(p.actor), p.role] for p in claim.participants],
            [_from_evidence(evidence) for evidence in claim.evidence],
            _from_reading(claim.date),
            claim.place,
            claim.count,
            _from_statement(claim.statement),
            [claim.confidence.value, claim.confidence.detail],
        ]
    )


@reads("a claim")
def decode_claim(body: str) -> Claim:
    """Read a claim."""
    key, kind, status, parts, evidence, reading, place, count, statement, (value, detail) = json.loads(body)
    return Claim(
        key,
        ClaimType(kind),
        Status(status),
        tuple(Participant(_actor(actor), role) for actor, role in parts),
        tuple(_evidence(entry) for entry in evidence),
        _reading(reading),
        place,
        count,
        _statement(statement),
        Score(value, detail),
    )


def encode_event(event: Event) -> str:
    """Return an event as JSON."""
    return _dumps(
        [
            event.id,
            event.type,
            event.status,
            event.title,
            [[_from_actor(p.actor), p.role] for p in event.participants],
            _from_reading(event.date),
            event.place,
            event.count,
            _from_statement(event.statement),
            [_from_citation(citation) for citation in event.citations],
            event.articles,
            event.independent,
            [_from_voice(voice) for voice in event.voices],
        ]
    )


@reads("an event")
def decode_event(body: str) -> Event:
    """Read an event."""
    (key, kind, status, title, parts, reading, place, count, statement, citations, *counted, voices) = json.loads(body)
    articles, sources = counted
    return Event(
        key,
        ClaimType(kind),
        Status(status),
        title,
        tuple(Participant(_actor(actor), role) for actor, role in parts),
        _reading(reading),
        place,
        count,
        _statement(statement),
        tuple(_citation(entry) for entry in citations),
        articles,
        sources,
        tuple(_voice(entry) for entry in voices),
    )


def encode_voice(voice: Voice) -> str:
    """Return somebody's word on an event as JSON."""
    return _dumps(_from_voice(voice))


def decode_voice(body: str) -> Voice:
    """Read somebody's word on an event."""
    return _voice(json.loads(body))


def _from_actor(actor: Actor) -> list[Any]:
    return [actor.id, actor.name, actor.kind, actor.named, actor.aliases, actor.roles]


def _actor(entry: list[Any]) -> Actor:
    key, name, kind, named, aliases, roles = entry
    return Actor(key, name, ActorKind(kind), named, tuple(aliases), tuple(roles))


def _from_date(when: UncertainDate | None) -> list[Any] | None:
    if when is None:
        return None
    low, high = when.earliest, when.latest
    return [when.edtf, low.isoformat() if low else None, high.isoformat() if high else None, when.approximate]


def _date(entry: list[Any] | None) -> UncertainDate | None:
    if entry is None:
        return None
    edtf, low, high, approximate = entry
    return UncertainDate(edtf, _day(low), _day(high), approximate)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _from_reading(reading: DateReading | None) -> list[Any] | None:
    if reading is None:
        return None
    span = _from_span(reading.span)
    return [_from_date(reading.date), reading.words, span, reading.derivation, _from_date(reading.stated)]


def _reading(entry: list[Any] | None) -> DateReading | None:
    if entry is None:
        return None
    when = _date(entry[0])
    assert when is not None
    return DateReading(when, entry[1], _span(entry[2]), entry[3], _date(entry[4]))


def _from_span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(entry: list[int] | None) -> Span | None:
    return None if entry is None else Span(*entry)


def _from_trigger(trigger: Trigger | None) -> list[Any] | None:
    return None if trigger is None else [trigger.span.start, trigger.span.end, trigger.text]


def _trigger(entry: list[Any]) -> Trigger:
    start, end, text = entry
    return Trigger(Span(start, end), text)


def _from_evidence(evidence: Evidence) -> list[Any]:
    span, trigger = evidence.span, _from_trigger(evidence.trigger)
    return [span.start, span.end, evidence.quote, trigger, evidence.rule, evidence.attributed_to]


def _evidence(entry: list[Any]) -> Evidence:
    start, end, quote, trigger, rule, attributed_to = entry
    return Evidence(Span(start, end), quote, _trigger(trigger) if trigger else None, rule, tuple(attributed_to))


def _from_statement(statement: Statement | None) -> list[Any] | None:
    if statement is None:
        return None
    return [
        _from_actor(statement.speaker) if statement.speaker else None,
        _from_span(statement.speaker_span),
        _from_trigger(statement.cue),
        [[span.start, span.end] for span in statement.content],
        statement.words,
        statement.direct,
        statement.channel,
        statement.stance,
        statement.scope,
    ]


def _statement(entry: list[Any] | None) -> Statement | None:
    if entry is None:
        return None
    speaker, span, cue, content, words, direct, channel, stance, scope = entry
    return Statement(
        _actor(speaker) if speaker else None,
        _span(span),
        _trigger(cue),
        tuple(Span(*piece) for piece in content),
        words,
        direct,
        channel,
        Stance(stance),
        scope,
    )


def _from_voice(voice: Voice) -> list[Any]:
    speaker = _from_actor(voice.speaker) if voice.speaker else None
    span = _from_span(voice.span)
    return [voice.claim_id, voice.version, span, speaker, voice.stance, voice.scope, voice.words]


def _voice(entry: list[Any]) -> Voice:
    claim, version, span, speaker, stance, scope, words = entry
    return Voice(claim, version, Span(*span), _actor(speaker) if speaker else None, Stance(stance), scope, words)


def _from_citation(citation: Citation) -> list[Any]:
    day = citation.published
    return [
        citation.claim_id,
        citation.article_id,
        citation.version,
        citation.sha256,
        citation.source,
        citation.url,
        citation.title,
        day.isoformat() if day else None,
        _from_evidence(citation.evidence),
        citation.confidence,
    ]


def _citation(entry: list[Any]) -> Citation:
    claim, article, version, sha256, source, url, title, day, evidence, confidence = entry
    return Citation(claim, article, version, sha256, source, url, title, _day(day), _evidence(evidence), confidence)
