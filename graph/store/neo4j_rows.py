"""Nodes and relations of a Neo4j store as values of the domain, and back.

Every field is a property of its own with a native value (dates are dates), so that anybody can ask for it in Cypher;
nothing is kept as JSON.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from graph.identity.events import Head, Telling
from graph.store.base import Judgement
from graph.store.damage import reads
from graph.store.writing import NewClaim, NewEvent, NewVersion
from timeline.dates.uncertain import UncertainDate
from timeline.ids import text_hash
from timeline.model import (
    Actor,
    ActorKind,
    Article,
    Claim,
    ClaimType,
    DateReading,
    Evidence,
    Found,
    Participant,
    Publication,
    Score,
    Span,
    Stance,
    Statement,
    Status,
    Trigger,
    Voice,
)

type Row = Mapping[str, Any]

#: What a statement does to an event, as the relation is called; every other stance only speaks of it.
_STANCES = {Stance.CONFIRMS: "confirms", Stance.DENIES: "denies", Stance.DISPUTES: "disputes"}


def version_row(new: NewVersion, sort: str) -> dict[str, Any]:
    """Return the properties of an Article node."""
    article, published = new.extraction.article, new.extraction.article.published
    return {
        "version": new.head.version,
        "id": article.id,
        "sort": sort,
        "sha256": new.head.sha256,
        "text": article.text,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "byline": article.byline,
        "published": published.day,
        "revised": article.revised,
        "day": new.head.day,
        "published_found": published.found.value,
        "published_detail": published.detail,
        "language": article.language,
        "sketch": new.head.sketch,
        "credits": list(new.head.credits),
        "claims": len(new.claims),
    }


@reads("an article")
def article_of(node: Row) -> Article:
    """Read an article version."""
    publication = Publication(_day(node.get("published")), Found(node["published_found"]), node["published_detail"])
    return Article(
        node["id"],
        node["text"],
        node["source"],
        node.get("url"),
        node["title"],
        node["byline"],
        publication,
        node["language"],
        _day(node.get("revised")),
    )


@reads("an article")
def head_of(node: Row) -> Head:
    """Read an article version's head; without a sketch where none was asked for."""
    return Head(
        node["id"],
        node["version"],
        node["sha256"],
        node["source"],
        node.get("url"),
        node["title"],
        _day(node.get("published")),
        bytes(node.get("sketch") or b""),
        tuple(node.get("credits") or ()),
        _day(node.get("revised")),
    )


def claim_row(new: NewClaim, version: str, position: int) -> dict[str, Any]:
    """Return all that is written of a claim: its node, its evidence, whom it names, on whose word."""
    claim = new.claim
    properties = {
        "id": claim.id,
        "type": claim.type.value,
        "status": claim.status.value,
        "block": new.block,
        "position": position,
        "place": claim.place,
        "count": claim.count,
        "confidence": claim.confidence.value,
        "confidence_detail": claim.confidence.detail,
    }
    statement = claim.statement
    return {
        "id": claim.id,
        "version": version,
        "properties": properties | _reading_row(claim.date) | _statement_row(statement),
        "evidence": [_evidence_row(place, evidence) for place, evidence in enumerate(claim.evidence)],
        "participants": [
            actor_row(part.actor) | {"role": part.role, "position": place}
            for place, part in enumerate(claim.participants)
        ],
        "speakers": [actor_row(statement.speaker)] if statement and statement.speaker else [],
        "statement": statement is not None,
        "sources": sorted({name for evidence in claim.evidence for name in evidence.attributed_to}),
        "voices": [_voice_row(voice) for voice in new.voices],
    }


@reads("a claim")
def claim_of(row: Row) -> Claim:
    """Read a claim from its node, evidence, participants and speaker."""
    node = row["claim"]
    return Claim(
        node["id"],
        ClaimType(node["type"]),
        Status(node["status"]),
        tuple(Participant(actor_of(part), part["role"]) for part in row["participants"]),
        tuple(_evidence(evidence) for evidence in row["evidence"]),
        _reading(node),
        node.get("place"),
        node.get("count"),
        _statement(node, row["speakers"]),
        Score(node["confidence"], node["confidence_detail"]),
    )


def telling_of(row: Row) -> Telling:
    """Read a claim with the head of its article version, and with the voices that the row holds."""
    return Telling(head_of(row["head"]), claim_of(row), tuple(voice_of(voice) for voice in row.get("voices", ())))


def voice_of(row: Row) -> Voice:
    """Read a statement's word on a claim or an event."""
    speakers = row["speakers"]
    return Voice(
        row["claim"],
        row["version"],
        Span(row["start"], row["end"]),
        actor_of(speakers[0]) if speakers else None,
        Stance(row["stance"]),
        row.get("scope"),
        row["words"],
    )


def actor_row(actor: Actor) -> dict[str, Any]:
    """Return the properties of an actor, or of one of its forms."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "named": actor.named,
        "aliases": list(actor.aliases),
        "roles": list(actor.roles),
    }


@reads("an actor")
def actor_of(row: Row) -> Actor:
    """Read an actor, or one of its forms."""
    aliases, roles = tuple(row["aliases"]), tuple(row["roles"])
    return Actor(row["id"], row["name"], ActorKind(row["kind"]), row["named"], aliases, roles)


def event_row(new: NewEvent) -> dict[str, Any]:
    """Return all that is written of an event."""
    event = new.event
    properties = {
        "id": event.id,
        "block": new.block,
        "sort": new.order,
        "type": event.type.value,
        "status": event.status.value,
        "contact": event.is_contact,
        "title": event.title,
        "count": event.count,
        "articles": event.articles,
        "independent": event.independent,
        "search_words": new.words,
        "fingerprint": fingerprint(new),
    }
    return {
        "id": event.id,
        "properties": properties | _reading_row(event.date),
        "participants": [
            {"id": part.actor.id, "role": part.role, "name": part.actor.name} for part in event.participants
        ],
        "claims": list(new.claims),
        "places": [event.place] if event.place else [],
        **{name: [] for name in (*_STANCES.values(), "speaks_of")},
        **_by_stance(event.voices),
    }


def _by_stance(voices: Iterable[Voice]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for voice in voices:
        rows[_STANCES.get(voice.stance, "speaks_of")].append(_voice_row(voice))
    return rows


def _voice_row(voice: Voice) -> dict[str, Any]:
    return {"claim": voice.claim_id, "properties": {"stance": voice.stance.value, "scope": voice.scope}}


def fingerprint(new: NewEvent) -> str:
    """Return what tells whether two events are equal."""
    return text_hash(new.body)[:32]


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """Return the properties of a Judgement node."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "subjects": list(judgement.subjects),
        "author": judgement.author,
        "reason": judgement.reason,
        "at": judgement.at,
        "undone_at": judgement.undone_at,
    }


@reads("a judgement")
def judgement_of(node: Row) -> Judgement:
    """Read a judgement."""
    return Judgement(
        node["id"],
        node["verdict"],
        tuple(node["subjects"]),
        node["author"],
        node["reason"],
        moment(node["at"]),
        moment(node["undone_at"]) if node.get("undone_at") else None,
    )


def moment(value: Any) -> datetime:
    """Read a point in time, in UTC."""
    native: datetime = value.to_native()
    return native.astimezone(UTC)


def _day(value: Any) -> date | None:
    if value is None:
        return None
    native: date = value.to_native()
    return native


def _reading_row(reading: DateReading | None) -> dict[str, Any]:
    if reading is None:
        return {}
    return {
        **_date_row("date", "", reading.date),
        "date_words": reading.words,
        "date_start": reading.span.start if reading.span else None,
        "date_end": reading.span.end if reading.span else None,
        "derivation": reading.derivation,
        **(_date_row("stated", "stated_", reading.stated) if reading.stated else {}),
    }


def _reading(node: Row) -> DateReading | None:
    when = _date(node, "date", "")
    if when is None:
        return None
    span = _span(node, "date")
    return DateReading(when, node.get("date_words"), span, node["derivation"], _date(node, "stated", "stated_"))


def _date_row(name: str, prefix: str, when: UncertainDate) -> dict[str, Any]:
    return {
        name: when.edtf,
        f"{prefix}earliest": when.earliest,
        f"{prefix}latest": when.latest,
        f"{prefix}approximate": when.approximate,
    }


def _date(node: Row, name: str, prefix: str) -> UncertainDate | None:
    edtf = node.get(name)
    if edtf is None:
        return None
    earliest, latest = _day(node.get(f"{prefix}earliest")), _day(node.get(f"{prefix}latest"))
    return UncertainDate(edtf, earliest, latest, node[f"{prefix}approximate"])


def _evidence_row(position: int, evidence: Evidence) -> dict[str, Any]:
    return {
        "position": position,
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
        **(_trigger_row("trigger", evidence.trigger) if evidence.trigger else {}),
        "rule": evidence.rule,
        "attributed_to": list(evidence.attributed_to),
    }


def _evidence(node: Row) -> Evidence:
    span = Span(node["start"], node["end"])
    return Evidence(span, node["quote"], _trigger(node, "trigger"), node["rule"], tuple(node["attributed_to"]))


def _trigger_row(name: str, trigger: Trigger) -> dict[str, Any]:
    return {name: trigger.text, f"{name}_start": trigger.span.start, f"{name}_end": trigger.span.end}


def _trigger(node: Row, name: str) -> Trigger | None:
    span = _span(node, name)
    return Trigger(span, node[name]) if span else None


def _span(node: Row, name: str) -> Span | None:
    start = node.get(f"{name}_start")
    return None if start is None else Span(start, node[f"{name}_end"])


def _statement_row(statement: Statement | None) -> dict[str, Any]:
    if statement is None:
        return {}
    return {
        "words": statement.words,
        "direct": statement.direct,
        "channel": statement.channel,
        "stance": statement.stance.value,
        "scope": statement.scope,
        **_trigger_row("cue", statement.cue),
        "speaker_start": statement.speaker_span.start if statement.speaker_span else None,
        "speaker_end": statement.speaker_span.end if statement.speaker_span else None,
        "content_starts": [span.start for span in statement.content],
        "content_ends": [span.end for span in statement.content],
    }


def _statement(node: Row, speakers: list[Row]) -> Statement | None:
    cue = _trigger(node, "cue")
    if cue is None:
        return None
    content = tuple(Span(*ends) for ends in zip(node["content_starts"], node["content_ends"], strict=True))
    return Statement(
        actor_of(speakers[0]) if speakers else None,
        _span(node, "speaker"),
        cue,
        content,
        node["words"],
        node["direct"],
        node.get("channel"),
        Stance(node["stance"]),
        node.get("scope"),
    )
