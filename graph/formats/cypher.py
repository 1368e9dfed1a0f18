"""Cypher: a script for Neo4j 5 that may be run again and again; one statement a line, constraints first.

Whoever opens it sees what the store itself keeps: actors, events, places, and the claims of article versions that
the events stand on. Texts are literals, escaped so that nothing of the sources' is ever read as Cypher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, groupby
from typing import Any

from timeline.formats import ExportData
from timeline.formats.characters import one_line, printable
from timeline.model import Actor, ActorKind, Citation, Event, Stance

_LABELS = {ActorKind.PERSON: "Person", ActorKind.ORG: "Organisation", ActorKind.GROUP: "Group"}
_RELATIONS = {Stance.CONFIRMS: "CONFIRMS", Stance.DENIES: "DENIES", Stance.DISPUTES: "DISPUTES"}
#: What is merged, by which property; the store's own constraints on these may be there already.
_KEYS = {"Actor": "id", "Event": "id", "Claim": "id", "Article": "version", "Place": "name", "Source": "name"}
#: Rows of one UNWIND: a statement stays small enough for a browser's editor.
_ROWS = 200
_WHO_MET = (
    "// Who met whom: MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event {contact: true})<-[:PARTICIPATED_IN]-(b:Person) "
    "WHERE a.name < b.name RETURN a.name, b.name, e.date, e.title ORDER BY e.earliest;"
)
_ESCAPES = {"'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(data: ExportData) -> bytes:
    """Write the script; run it with cypher-shell, or line by line."""
    parts = (_constraints(), _actors(data), _events(data), _claims(data), _voices(data))
    lines = [f"// {one_line(data.title)}", _WHO_MET, *chain.from_iterable(parts)]
    return "".join(line + "\n" for line in lines).encode()


def literal(value: Any) -> str:
    """Return a value as a Cypher literal: a text, number, truth value, day, list, map of these, or null."""
    match value:
        case None | bool():
            return "null" if value is None else str(value).lower()
        case int():
            return str(value)
        case date():
            return f"date('{value.isoformat()}')"
        case str():
            return _text(value)
        case dict():
            return "{" + ", ".join(f"{name}: {literal(one)}" for name, one in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(literal, value)) + "]"


def _text(value: str) -> str:
    """Quote a text; older servers take a backslash before u for a code point even where the backslash is itself
    escaped, so the two are never written side by side."""
    escaped = re.sub(r"['\n\r\t]", lambda found: _ESCAPES[found[0]], printable(value).replace("\\", "\\\\"))
    return "'" + escaped.replace("\\\\u", "\\\\' + 'u") + "'"


def _constraints() -> Iterator[str]:
    for label, key in _KEYS.items():
        name = f"whomet_{label.lower()}_{key}"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE;"


def _actors(data: ExportData) -> Iterator[str]:
    actors = {one.actor.id: one.actor for event in data.events for one in event.participants}
    for speaker in (voice.speaker for event in data.events for voice in event.voices):
        if speaker is not None:
            actors.setdefault(speaker.id, speaker)
    if data.actor is not None:
        actors[data.actor.id] = data.actor
    ordered = sorted(actors.values(), key=lambda actor: (actor.kind, actor.id))
    for kind, chosen in groupby(ordered, key=lambda actor: actor.kind):
        action = f"MERGE (a:Actor {{id: row.id}}) SET a:{_LABELS[kind]}, a += row"
        yield from _unwind([_actor(actor) for actor in chosen], action)


def _events(data: ExportData) -> Iterator[str]:
    yield from _unwind([_event(event) for event in data.events], "MERGE (e:Event {id: row.id}) SET e += row")
    yield from _unwind(
        [{"event": event.id, "name": event.place} for event in data.events if event.place],
        "MATCH (e:Event {id: row.event}) MERGE (p:Place {name: row.name}) MERGE (e)-[:AT]->(p)",
    )
    yield from _unwind(
        [
            {"actor": one.actor.id, "event": event.id, "role": one.role}
            for event in data.events
            for one in event.participants
        ],
        "MATCH (a:Actor {id: row.actor}), (e:Event {id: row.event}) MERGE (a)-[:PARTICIPATED_IN {role: row.role}]->(e)",
    )


def _claims(data: ExportData) -> Iterator[str]:
    told = [(event, citation) for event in data.events for citation in event.citations]
    articles = {citation.version: _article(citation) for _, citation in told}
    yield from _unwind(list(articles.values()), "MERGE (a:Article {version: row.version}) SET a += row")
    claims = {(event.id, citation.claim_id): citation.version for event, citation in told}
    yield from _unwind(
        [{"id": claim, "event": event, "version": version} for (event, claim), version in claims.items()],
        "MATCH (e:Event {id: row.event}), (a:Article {version: row.version}) "
        "MERGE (c:Claim {id: row.id}) MERGE (c)-[:ABOUT]->(e) MERGE (c)-[:FROM]->(a)",
    )
    yield from _unwind(
        [_evidence(citation) for _, citation in told],
        "MATCH (c:Claim {id: row.claim}) MERGE (c)-[:RESTS_ON]->(q:Evidence {start: row.start, end: row.end}) "
        "SET q.quote = row.quote, q.rule = row.rule",
    )
    sources = {(citation.claim_id, name): None for _, citation in told for name in citation.evidence.attributed_to}
    yield from _unwind(
        [{"claim": claim, "name": name} for claim, name in sources],
        "MATCH (c:Claim {id: row.claim}) MERGE (s:Source {name: row.name}) MERGE (c)-[:ATTRIBUTED_TO]->(s)",
    )


def _voices(data: ExportData) -> Iterator[str]:
    """Join statements to the events they speak of, as the store does."""
    heard = [(event.id, voice) for event in data.events for voice in event.voices]
    yield from _unwind(
        [
            {"claim": voice.claim_id, "version": voice.version, "words": voice.words}
            for voice in {voice.claim_id: voice for _, voice in heard}.values()
        ],
        "MATCH (v:Article {version: row.version}) MERGE (c:Claim {id: row.claim}) SET c:Statement, c.words = row.words "
        "MERGE (c)-[:FROM]->(v)",
    )
    speakers = {(voice.claim_id, voice.speaker.id): None for _, voice in heard if voice.speaker is not None}
    yield from _unwind(
        [{"claim": claim, "id": actor} for claim, actor in speakers],
        "MATCH (c:Claim {id: row.claim}), (a:Actor {id: row.id}) MERGE (c)-[:SPOKEN_BY]->(a)",
    )
    for relation in ("CONFIRMS", "DENIES", "DISPUTES", "SPEAKS_OF"):
        yield from _unwind(
            [
                {"claim": voice.claim_id, "event": event, "stance": voice.stance.value, "scope": voice.scope}
                for event, voice in heard
                if _RELATIONS.get(voice.stance, "SPEAKS_OF") == relation
            ],
            "MATCH (c:Claim {id: row.claim}), (e:Event {id: row.event}) "
            f"MERGE (c)-[r:{relation}]->(e) SET r.stance = row.stance, r.scope = row.scope",
        )


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "named": actor.named,
        "aliases": actor.aliases,
        "roles": actor.roles,
    }


def _event(event: Event) -> dict[str, Any]:
    when = event.date.date if event.date else None
    return {
        "id": event.id,
        "type": event.type.value,
        "status": event.status.value,
        "contact": event.is_contact,
        "title": event.title,
        "date": when.edtf if when else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "date_words": event.date.words if event.date else None,
        "derivation": event.date.derivation if event.date else None,
        "count": event.count,
        "words": event.statement.words if event.statement else None,
        "articles": event.articles,
        "independent": event.independent,
    }


def _article(citation: Citation) -> dict[str, Any]:
    return {
        "version": citation.version,
        "id": citation.article_id,
        "sha256": citation.sha256,
        "source": citation.source,
        "url": citation.url,
        "title": citation.title,
        "published": citation.published,
    }


def _evidence(citation: Citation) -> dict[str, Any]:
    evidence = citation.evidence
    return {
        "claim": citation.claim_id,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
    }


def _unwind(rows: Sequence[dict[str, Any]], action: str) -> Iterator[str]:
    for start in range(0, len(rows), _ROWS):
        yield f"UNWIND {literal(rows[start : start + _ROWS])} AS row {action};"
