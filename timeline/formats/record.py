"""The one mapping of an event to the JSON that programs rely on (`api.schemas` describes the same keys)."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline.model import Actor, Citation, Event, Participant, Statement, Voice


def event_record(event: Event) -> dict[str, Any]:
    """Return the event as JSON values; `date` is EDTF, `earliest` and `latest` are ISO days or None (open)."""
    reading = event.date
    return {
        "id": event.id,
        "type": event.type.value,
        "status": event.status.value,
        "title": event.title,
        "date": reading.date.edtf if reading else None,
        "earliest": _iso(reading.date.earliest) if reading else None,
        "latest": _iso(reading.date.latest) if reading else None,
        "date_text": reading.words if reading else None,
        "date_derivation": reading.derivation if reading else None,
        "date_stated": reading.stated.edtf if reading and reading.stated else None,
        "place": event.place,
        "count": event.count,
        "participants": [participant_record(participant) for participant in event.participants],
        "statement": statement_record(event.statement) if event.statement else None,
        "statements": [voice_record(voice) for voice in event.voices],
        "sources": {"articles": event.articles, "independent": event.independent},
        "evidence": [citation_record(citation) for citation in event.citations],
    }


def actor_record(actor: Actor) -> dict[str, Any]:
    """Return an actor as it heads a timeline."""
    return {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "aliases": list(actor.aliases)}


def participant_record(participant: Participant) -> dict[str, Any]:
    """Return an actor with its part in an event."""
    actor = participant.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "role": participant.role,
        "named": actor.named,
    }


def statement_record(statement: Statement) -> dict[str, Any]:
    """Return who said what; a speaker the text leaves out is None."""
    return {
        "speaker": _speaker(statement.speaker),
        "words": statement.words,
        "direct": statement.direct,
        "channel": statement.channel,
        "stance": statement.stance.value,
        "scope": statement.scope,
    }


def voice_record(voice: Voice) -> dict[str, Any]:
    """Return somebody's word on an event; `start` and `end` are characters of the article version."""
    return {
        "claim": voice.claim_id,
        "version": voice.version,
        "start": voice.span.start,
        "end": voice.span.end,
        "speaker": _speaker(voice.speaker),
        "stance": voice.stance.value,
        "scope": voice.scope,
        "words": voice.words,
    }


def citation_record(citation: Citation) -> dict[str, Any]:
    """Return where an event is told: the article version, and the exact words with their place in it."""
    evidence = citation.evidence
    trigger = evidence.trigger
    return {
        "claim": citation.claim_id,
        "article": citation.article_id,
        "version": citation.version,
        "sha256": citation.sha256,
        "source": citation.source,
        "url": citation.url,
        "title": citation.title,
        "published": _iso(citation.published),
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "trigger": {"start": trigger.span.start, "end": trigger.span.end, "text": trigger.text} if trigger else None,
        "rule": evidence.rule,
        "attributed_to": list(evidence.attributed_to),
        "confidence": citation.confidence,
    }


def _speaker(actor: Actor | None) -> dict[str, Any] | None:
    return {"id": actor.id, "name": actor.name} if actor else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
