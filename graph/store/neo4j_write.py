"""One write transaction of a Neo4j store: the statements behind `writing.Transaction`, few and for whole batches.

Writers wait for each other at the marker node, which each of them writes to first: a block of claims is never
derived twice at a time, and the log is numbered without gaps.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graph.identity.actors import names_of, union
from graph.identity.events import Telling
from graph.identity.folding import folded_text
from graph.store.base import Judgement, StoreMissingError
from graph.store.neo4j_queries import EXTRACTION, TELLING
from graph.store.neo4j_rows import (
    actor_of,
    actor_row,
    article_of,
    claim_of,
    claim_row,
    event_row,
    fingerprint,
    judgement_of,
    judgement_row,
    telling_of,
    version_row,
)
from graph.store.paging import version_order
from graph.store.writing import WRONG, NewEvent, NewVersion, forms_of, standing_voices
from timeline.model import Extraction

_ADD_CLAIMS: LiteralString = """UNWIND $claims AS row
    MATCH (v:Article {version: row.version})
    CREATE (c:Claim)-[:FROM]->(v) SET c = row.properties
    FOREACH (_ IN CASE WHEN row.statement THEN [1] ELSE [] END | SET c:Statement)
    FOREACH (one IN row.evidence | CREATE (c)-[:RESTS_ON]->(q:Evidence) SET q = one)
    WITH c, row
    CALL (c, row) { UNWIND row.participants AS one MATCH (a:Actor {id: one.id})
        CREATE (c)-[n:NAMES]->(a) SET n = one REMOVE n.id }
    CALL (c, row) { UNWIND row.speakers AS one MATCH (a:Actor {id: one.id})
        CREATE (c)-[n:SPOKEN_BY]->(a) SET n = one REMOVE n.id }
    CALL (c, row) { UNWIND row.sources AS name MERGE (s:Source {name: name}) CREATE (c)-[:ATTRIBUTED_TO]->(s) }"""
_ADD_VOICES: LiteralString = """UNWIND $claims AS row MATCH (c:Claim {id: row.id})
    UNWIND row.voices AS one MATCH (s:Claim {id: one.claim}) CREATE (s)-[r:SPEAKS_OF]->(c) SET r = one.properties"""
_ADD_EVENTS: LiteralString = """UNWIND $events AS row
    CREATE (e:Event) SET e = row.properties
    WITH e, row
    CALL (e, row) { UNWIND row.participants AS one MATCH (a:Actor {id: one.id})
        CREATE (a)-[p:PARTICIPATED_IN]->(e) SET p.role = one.role, p.name = one.name }
    CALL (e, row) { UNWIND range(0, size(row.claims) - 1) AS position MATCH (c:Claim {id: row.claims[position]})
        CREATE (c)-[:ABOUT {position: position}]->(e) }
    CALL (e, row) { UNWIND row.places AS name MERGE (l:Place {name: name}) CREATE (e)-[:AT]->(l) }
    CALL (e, row) { UNWIND row.confirms AS one MATCH (s:Claim {id: one.claim})
        CREATE (s)-[r:CONFIRMS]->(e) SET r = one.properties }
    CALL (e, row) { UNWIND row.denies AS one MATCH (s:Claim {id: one.claim})
        CREATE (s)-[r:DENIES]->(e) SET r = one.properties }
    CALL (e, row) { UNWIND row.disputes AS one MATCH (s:Claim {id: one.claim})
        CREATE (s)-[r:DISPUTES]->(e) SET r = one.properties }
    CALL (e, row) { UNWIND row.speaks_of AS one MATCH (s:Claim {id: one.claim})
        CREATE (s)-[r:SPEAKS_OF]->(e) SET r = one.properties }"""
_SET_ACTORS: LiteralString = """UNWIND $actors AS row MATCH (a:Actor {id: row.id})
    SET a += row REMOVE a:Person:Organisation:Group
    FOREACH (_ IN CASE row.kind WHEN 'person' THEN [1] ELSE [] END | SET a:Person)
    FOREACH (_ IN CASE row.kind WHEN 'org' THEN [1] ELSE [] END | SET a:Organisation)
    FOREACH (_ IN CASE row.kind WHEN 'group' THEN [1] ELSE [] END | SET a:Group)"""


class Neo4jTransaction:
    """The statements of one managed transaction."""

    def __init__(self, tx: ManagedTransaction, url: str) -> None:
        self._tx = tx
        locked = self._run("MATCH (w:Whomet {key: 'store'}) SET w.writes = coalesce(w.writes, 0) + 1 RETURN 1 AS one")
        if not locked:
            raise StoreMissingError(url)

    def known(self, articles: Collection[str]) -> dict[str, str]:
        """Return the stored versions of articles."""
        rows = self._run(
            "MATCH (v:Article) WHERE v.id IN $ids RETURN v.version AS key, v.id AS value", ids=list(articles)
        )
        return _pairs(rows)

    def stored(self, version: str) -> Extraction | None:
        """Return a stored version with its claims."""
        rows = self._run(EXTRACTION, version=version)
        return extraction_of(rows[0]) if rows else None

    def owners(self, claims: Collection[str]) -> dict[str, str]:
        """Return the versions of stored claims."""
        rows = self._run(
            "MATCH (c:Claim)-[:FROM]->(v:Article) WHERE c.id IN $ids RETURN c.id AS key, v.version AS value",
            ids=list(claims),
        )
        return _pairs(rows)

    def told_in(self, articles: Collection[str]) -> set[str]:
        """Return the blocks of the claims of articles."""
        rows = self._run(
            "MATCH (c:Claim)-[:FROM]->(v:Article) WHERE v.id IN $ids RETURN DISTINCT c.block AS block",
            ids=list(articles),
        )
        return {row["block"] for row in rows}

    def drop(self, versions: Sequence[str]) -> tuple[set[str], set[str]]:
        """Remove versions, their claims, and the events they are cited by."""
        rows = self._run(
            """MATCH (v:Article) WHERE v.version IN $versions OPTIONAL MATCH (v)<-[:FROM]-(c:Claim)
            OPTIONAL MATCH (c)-[:NAMES|SPOKEN_BY]->(a:Actor) OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
            RETURN collect(DISTINCT c.block) AS blocks, collect(DISTINCT a.id) AS actors,
            collect(DISTINCT e.id) AS events""",
            versions=list(versions),
        )
        self._delete_events(rows[0]["events"])
        self._run(
            """MATCH (v:Article) WHERE v.version IN $versions OPTIONAL MATCH (v)<-[:FROM]-(c:Claim)
            OPTIONAL MATCH (c)-[:RESTS_ON]->(q:Evidence) OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Source)
            WITH collect(DISTINCT v) AS vs, collect(DISTINCT c) AS cs, collect(DISTINCT q) AS qs,
                collect(DISTINCT s) AS sources
            FOREACH (n IN qs | DETACH DELETE n) FOREACH (n IN cs | DETACH DELETE n) FOREACH (n IN vs | DETACH DELETE n)
            WITH sources UNWIND sources AS s WITH s WHERE NOT EXISTS { (s)<-[:ATTRIBUTED_TO]-() } DELETE s""",
            versions=list(versions),
        )
        return set(rows[0]["blocks"]), set(rows[0]["actors"])

    def add(self, versions: Sequence[NewVersion]) -> None:
        """Add versions, actors and claims."""
        articles = [version_row(new, version_order(new.head.id, new.head.version)) for new in versions]
        self._run("UNWIND $articles AS row CREATE (v:Article) SET v = row", articles=articles)
        forms = {form.id for new in versions for entry in new.claims for form in forms_of(entry.claim)}
        self._run("UNWIND $ids AS id MERGE (:Actor {id: id})", ids=sorted(forms))
        claims = [
            claim_row(entry, new.head.version, place) for new in versions for place, entry in enumerate(new.claims)
        ]
        self._run(_ADD_CLAIMS, claims=claims)
        self._run(_ADD_VOICES, claims=[row for row in claims if row["voices"]])
        self._run(
            """MATCH (j:Judgement)  WHERE any(id IN j.subjects WHERE id IN $ids)
            UNWIND j.subjects AS id MATCH (c:Claim {id: id}) MERGE (j)-[:JUDGES]->(c)""",
            ids=[row["id"] for row in claims],
        )

    def tellings(self, blocks: Collection[str]) -> list[tuple[str, Telling]]:
        """Return the standing claims of blocks."""
        return tellings_in(self._tx, blocks)

    def wrong(self, claims: Collection[str]) -> set[str]:
        """Return the claims that stand judged wrong."""
        return _wrong(self._tx, claims)

    def blocks(self, claims: Collection[str]) -> set[str]:
        """Return the blocks of stored claims."""
        rows = self._run(
            """MATCH (c:Claim) WHERE c.id IN $ids RETURN c.block AS block
            UNION MATCH (s:Claim)-[:SPEAKS_OF]->(c:Claim) WHERE s.id IN $ids RETURN c.block AS block""",
            ids=list(claims),
        )
        return {row["block"] for row in rows}

    def events(self, blocks: Collection[str]) -> dict[str, str]:
        """Return the stored events of blocks."""
        return _pairs(
            self._run(
                "MATCH (e:Event) WHERE e.block IN $blocks RETURN e.id AS key, e.fingerprint AS value",
                blocks=list(blocks),
            )
        )

    def mark(self, event: NewEvent) -> str:
        """Compare by a hash of the whole event."""
        return fingerprint(event)

    def replace(self, gone: Sequence[str], new: Sequence[NewEvent]) -> None:
        """Remove events and add others."""
        self._delete_events(gone)
        if new:
            self._run(_ADD_EVENTS, events=[event_row(entry) for entry in new])

    def refresh(self, actors: Collection[str]) -> None:
        """Make the one view of actors anew from the relations that name them."""
        rows = self._run(
            """UNWIND $ids AS id MATCH (a:Actor {id: id}) RETURN id, COLLECT { MATCH (a)<-[n:NAMES|SPOKEN_BY]-(:Claim)
            RETURN DISTINCT {id: a.id, name: n.name, kind: n.kind, named: n.named, aliases: n.aliases, roles: n.roles}
            } AS forms""",
            ids=sorted(actors),
        )
        views = [union(actor_of(form) for form in row["forms"]) for row in rows if row["forms"]]
        words = [folded_text(names_of(view)) if view.named else None for view in views]
        self._run(
            _SET_ACTORS,
            actors=[actor_row(view) | {"search_words": found} for view, found in zip(views, words, strict=True)],
        )
        if unused := [row["id"] for row in rows if not row["forms"]]:
            self._run("MATCH (a:Actor) WHERE a.id IN $ids DETACH DELETE a", ids=unused)

    def judgement(self, judgement_id: str) -> Judgement | None:
        """Return a stored judgement."""
        rows = self._run("MATCH (j:Judgement {id: $id}) RETURN properties(j) AS judgement", id=judgement_id)
        return judgement_of(rows[0]["judgement"]) if rows else None

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, or mark a stored one undone; join it to what it is about."""
        self._run(
            "MERGE (j:Judgement {id: $row.id}) SET j += $row "
            "WITH j UNWIND j.subjects AS id "
            "CALL (id) { MATCH (n:Claim {id: id}) RETURN n UNION MATCH (n:Actor {id: id}) RETURN n "
            "UNION MATCH (n:Event {id: id}) RETURN n } MERGE (j)-[:JUDGES]->(n)",
            row=judgement_row(judgement),
        )

    def log(self, kind: str, subjects: Sequence[str], at: datetime) -> None:
        """Add to the log of changes."""
        if subjects:
            self._run(
                """MATCH (w:Whomet {key: 'store'}) WITH w, w.changes AS before SET w.changes = before + size($subjects)
                WITH before UNWIND range(0, size($subjects) - 1) AS place
                CREATE (:Change {number: before + place + 1, at: $at, kind: $kind, subject: $subjects[place]})""",
                subjects=list(subjects),
                at=at,
                kind=kind,
            )

    def _delete_events(self, events: Collection[str]) -> None:
        if events:
            self._run(
                """MATCH (e:Event) WHERE e.id IN $ids OPTIONAL MATCH (e)-[:AT]->(l:Place)
                WITH collect(DISTINCT l) AS places, collect(DISTINCT e) AS events
                FOREACH (n IN events | DETACH DELETE n)
                WITH places UNWIND places AS l WITH l WHERE NOT EXISTS { (l)<-[:AT]-() } DELETE l""",
                ids=list(events),
            )

    def _run(self, query: LiteralString, **values: Any) -> list[dict[str, Any]]:
        return self._tx.run(query, values).data()


def tellings_in(tx: ManagedTransaction, blocks: Collection[str]) -> list[tuple[str, Telling]]:
    """Return the standing claims of blocks, in a transaction that may only read."""
    rows = tx.run(
        "MATCH (c:Claim)-[:FROM]->(v:Article) WHERE c.block IN $blocks "
        "AND NOT EXISTS { MATCH (w:Article {id: v.id}) WHERE w.revised > v.day } RETURN c.id AS id, c.block AS block, "
        + TELLING
        + " AS telling",
        blocks=list(blocks),
    ).data()
    found = [(row["block"], telling_of(row["telling"])) for row in rows]
    wrong = _wrong(tx, {key for _, one in found for key in (one.claim.id, *(v.claim_id for v in one.voices))})
    return [
        (block, replace(telling, voices=standing_voices(telling.voices, wrong)))
        for block, telling in found
        if telling.claim.id not in wrong
    ]


def _wrong(tx: ManagedTransaction, claims: Collection[str]) -> set[str]:
    rows = tx.run(
        """MATCH (j:Judgement) WHERE j.verdict = $wrong AND j.undone_at IS NULL
        UNWIND j.subjects AS id WITH DISTINCT id WHERE id IN $ids RETURN id""",
        wrong=WRONG,
        ids=list(claims),
    )
    return {row["id"] for row in rows.data()}


def extraction_of(row: dict[str, Any]) -> Extraction:
    """Read an article version with its claims."""
    return Extraction(article_of(row["article"]), tuple(claim_of(claim) for claim in row["claims"]))


def _pairs(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["key"]: row["value"] for row in rows}
