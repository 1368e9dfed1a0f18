"""Cypher: a script for Neo4j 5 that may be run again and again; one statement a line, constraints first.

Whoever opens it sees what the store itself keeps: actors, events, places, and the claims of article versions that
the events stand on. Texts are literals, escaped so that nothing of the sources' is ever read as Cypher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from timeline.formats import ExportData
from timeline.formats.characters import one_line, printable
from timeline.model import Actor, ActorKind, Citation, Event

_LABELS = {ActorKind.PERSON: "Person", ActorKind.ORG: "Organisation", ActorKind.GROUP: "Group"}
_KEYS = {
    "Person": "id",
    "Organisation": "id",
    "Group": "id",
    "Event": "id",
    "Claim": "id",
    "Article": "version",
    "Place": "name",
}
#: Rows of one UNWIND: a statement stays small enough for a browser's editor.
_ROWS = 200
_WHO_MET = (
    "// Who met whom: MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event {contact: true})<-[:PARTICIPATED_IN]-(b:Person) "
    "WHERE a.name < b.name RETURN a.name, b.name, e.date, e.title ORDER BY e.earliest;"
)
_ESCAPES = {"'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(data: ExportData) -> bytes:
    """Write the script; run it with cypher-shell, or line by line."""
    lines = [f"// {one_line(data.title)}", _WHO_MET, *_constraints(), *_actors(data), *_events(data), *_claims(data)]
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
    """Quote a text; Neo4j resolves a backslash before u even where the backslash is itself escaped, so the two are
    never written side by side."""
    escaped = re.sub(r"['\n\r\t]", lambda found: _ESCAPES[found[0]], printable(value).replace("\\", "\\\\"))
    return "'" + escaped.replace("\\\\u", "\\\\' + 'u") + "'"


def _constraints() -> Iterator[str]:
    for label, key in _KEYS.items():
        name = f"whomet_{label.lower()}_{key}"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE;"


def _actors(data: ExportData) -> Iterator[str]:
    actors = {actor.id: actor for event in data.events for actor in (one.actor for one in event.participants)}
    if data.actor is not None:
        actors[data.actor.id] = data.actor
    for label, chosen in _by_label(actors.values()):
        rows = [{"id": one.id, "name": one.name, "named": one.named, "aliases": one.aliases} for one in chosen]
        action = f"MERGE (a:{label} {{id: row.id}}) SET a.name = row.name, a.named = row.named, a.aliases = row.aliases"
        yield from _unwind(rows, action)


def _events(data: ExportData) -> Iterator[str]:
    yield from _unwind([_event(event) for event in data.events], "MERGE (e:Event {id: row.id}) SET e += row")
    places = [{"event": event.id, "name": event.place} for event in data.events if event.place]
    yield from _unwind(places, "MATCH (e:Event {id: row.event}) MERGE (p:Place {name: row.name}) MERGE (e)-[:AT]->(p)")
    parts = [(one.actor, event.id, one.role) for event in data.events for one in event.participants]
    for label, chosen in _by_label(actor for actor, _, _ in parts):
        ids = {actor.id for actor in chosen}
        rows = [{"actor": actor.id, "event": event, "role": role} for actor, event, role in parts if actor.id in ids]
        yield from _unwind(
            rows,
            f"MATCH (a:{label} {{id: row.actor}}), (e:Event {{id: row.event}}) "
            "MERGE (a)-[:PARTICIPATED_IN {role: row.role}]->(e)",
        )


def _claims(data: ExportData) -> Iterator[str]:
    told = [(event, citation) for event in data.events for citation in event.citations]
    articles = {citation.version: _article(citation) for _, citation in told}
    yield from _unwind(list(articles.values()), "MERGE (a:Article {version: row.version}) SET a += row")
    claims: dict[tuple[str, str], list[Citation]] = {}
    for event, citation in told:
        claims.setdefault((event.id, citation.claim_id), []).append(citation)
    yield from _unwind(
        [_claim(event, citations) for (event, _), citations in claims.items()],
        "MATCH (e:Event {id: row.event}), (a:Article {version: row.version}) "
        "MERGE (c:Claim {id: row.claim.id}) SET c += row.claim MERGE (c)-[:ABOUT]->(e) MERGE (c)-[:FROM]->(a)",
    )


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
        "date_text": event.date.words if event.date else None,
        "date_derivation": event.date.derivation if event.date else None,
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


def _claim(event: str, citations: Sequence[Citation]) -> dict[str, Any]:
    """Return a claim; its pieces of evidence are lists side by side, in order."""
    evidence = [citation.evidence for citation in citations]
    claim = {
        "id": citations[0].claim_id,
        "quotes": [one.quote for one in evidence],
        "starts": [one.span.start for one in evidence],
        "ends": [one.span.end for one in evidence],
        "rules": [one.rule for one in evidence],
        "attributed_to": list(dict.fromkeys(name for one in evidence for name in one.attributed_to)),
    }
    return {"event": event, "version": citations[0].version, "claim": claim}


def _by_label(actors: Iterable[Actor]) -> Iterator[tuple[str, list[Actor]]]:
    unique = {actor.id: actor for actor in actors}
    ordered = sorted(unique.values(), key=lambda actor: (_LABELS[actor.kind], actor.id))
    for label, chosen in groupby(ordered, key=lambda actor: _LABELS[actor.kind]):
        yield label, list(chosen)


def _unwind(rows: Sequence[dict[str, Any]], action: str) -> Iterator[str]:
    for start in range(0, len(rows), _ROWS):
        yield f"UNWIND {literal(rows[start : start + _ROWS])} AS row {action};"
