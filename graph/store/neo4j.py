"""The newsroom's store: a property graph on a Neo4j 5 server, which people may also ask in plain Cypher.

(:Person|Organisation|Group)-[:PARTICIPATED_IN {role}]->(:Event)-[:AT]->(:Place)
(:Claim)-[:ABOUT]->(:Event), (:Claim)-[:FROM]->(:Article), (:Claim)-[:RESTS_ON]->(:Evidence),
(:Claim)-[:NAMES {role}]->(actor), (:Claim:Statement)-[:SPOKEN_BY]->(actor),
(:Statement)-[:CONFIRMS|DENIES|DISPUTES|SPEAKS_OF {stance, scope}]->(:Event), (:Statement)-[:SPEAKS_OF]->(:Claim),
(:Claim)-[:ATTRIBUTED_TO]->(:Source), (:Judgement)-[:JUDGES]->(claim, actor or event)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graph.identity.events import Telling, event_of
from graph.store import writing
from graph.store.answers import Answers, Brief
from graph.store.base import ArticleInfo, Change, EventFilter, Judgement, StoreInfo, StoreMissingError, Upserted
from graph.store.damage import reads
from graph.store.neo4j_link import SCHEMA_VERSION, Neo4jLink
from graph.store.neo4j_queries import ACTOR, ARTICLE, BRIEF, EVENT, EXTRACTION
from graph.store.neo4j_rows import actor_of, article_of, judgement_of, moment, telling_of, voice_of
from graph.store.neo4j_write import Neo4jTransaction, extraction_of, tellings_in
from graph.store.sure import Selection
from timeline.model import CONTACT_TYPES, Actor, Article, ClaimType, Event, Extraction, Status


class Neo4jStore(Answers):
    """A store on a Neo4j server; `check` or `init` comes before anything else."""

    def __init__(self, url: str, user: str | None = None, password: str | None = None) -> None:
        self._link = Neo4jLink(url, user, password)

    @property
    def url(self) -> str:
        """The store's address, without credentials."""
        return self._link.url

    def check(self) -> None:
        """Refuse what is no whomet store of this version."""
        self._link.check()

    def close(self) -> None:
        """Close the driver."""
        self._link.close()

    def init(self) -> None:
        """Make constraints, indexes and the marker, if the database is empty."""
        try:
            self._link.check()
        except StoreMissingError:
            self._link.create()

    def info(self) -> StoreInfo:
        """Count what is there."""
        (row,) = self._link.read(
            """RETURN COUNT { MATCH (v:Article) RETURN DISTINCT v.id } AS articles, COUNT { (:Article) } AS versions,
            COUNT { (:Actor) } AS actors, COUNT { (:Claim) } AS claims, COUNT { (:Event) } AS events"""
        )
        return StoreInfo(self.url, "neo4j", SCHEMA_VERSION, **row)

    def upsert(self, batch: Sequence[Extraction], *, reread: bool = False) -> Upserted:
        """Add article versions with their claims, all or none."""
        news = [writing.prepare(extraction) for extraction in batch]
        return self._write(lambda tx: writing.upsert(tx, news, reread=reread))

    def judge(self, judgement: Judgement) -> None:
        """Record a judgement."""
        self._write(lambda tx: writing.judge(tx, judgement))

    def undo(self, judgement_id: str, at: datetime) -> None:
        """Mark a judgement undone."""
        self._write(lambda tx: writing.undo(tx, judgement_id, at))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements."""
        found = [judgement_of(row["j"]) for row in self._link.read("MATCH (j:Judgement) RETURN properties(j) AS j")]
        return tuple(sorted(found, key=lambda judgement: (judgement.at, judgement.id)))

    def changes(self, after: int = 0, *, limit: int = 100) -> tuple[Change, ...]:
        """Return the log's entries after a number."""
        rows = self._link.read(
            """MATCH (c:Change) WHERE c.number > $after RETURN c.number AS number, c.at AS at, c.kind AS kind,
            c.subject AS subject ORDER BY number LIMIT $limit""",
            after=after,
            limit=limit,
        )
        return tuple(_change(row) for row in rows)

    def _write[T](self, work: Callable[[Neo4jTransaction], T]) -> T:
        def run(tx: ManagedTransaction) -> T:
            return work(Neo4jTransaction(tx, self.url))

        return self._link.write(run)

    def _select(self, selection: Selection) -> list[Event]:
        return [_event(row) for row in self._selected(EVENT, selection)]

    def _briefs(self, selection: Selection) -> list[Brief]:
        return [_brief(row) for row in self._selected(BRIEF, selection)]

    def _selected(self, shape: LiteralString, selection: Selection) -> list[dict[str, Any]]:
        query, values = _matching(selection)
        return self._link.read(query + shape + " ORDER BY e.sort", **values)

    def _tellings(self, selection: Selection) -> list[tuple[str, Telling]]:
        query, values = _blocks(selection)

        def read(tx: ManagedTransaction) -> list[tuple[str, Telling]]:
            blocks = [row["block"] for row in tx.run(query, values).data()]
            return tellings_in(tx, blocks)

        return self._link.ask(read)

    def _confidences(self, claims: Collection[str]) -> dict[str, float]:
        rows = self._link.read(
            "MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id, c.confidence AS value", ids=list(claims)
        )
        return {row["id"]: row["value"] for row in rows}

    def _event(self, event_id: str) -> Event | None:
        rows = self._link.read("MATCH (e:Event {id: $id}) " + EVENT, id=event_id)
        return _event(rows[0]) if rows else None

    def _actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        rows = self._link.read("MATCH (a:Actor) WHERE a.id IN $ids RETURN " + ACTOR + " AS actor", ids=list(ids))
        return {row["actor"]["id"]: actor_of(row["actor"]) for row in rows}

    def _called(self, words: Sequence[str]) -> list[tuple[Actor, int]]:
        rows = self._link.read(
            "CALL db.index.fulltext.queryNodes('actor_words', $words) YIELD node AS a RETURN "
            + ACTOR
            + " AS actor, COUNT { (a)-[:PARTICIPATED_IN]->() } AS events",
            words=_lucene(words),
        )
        return [(actor_of(row["actor"]), row["events"]) for row in rows]

    def _named(self, after: str | None, limit: int) -> list[Actor]:
        rows = self._link.read(
            "MATCH (a:Actor) WHERE a.named AND a.id > $after RETURN " + ACTOR + " AS actor ORDER BY a.id LIMIT $limit",
            after=after or "",
            limit=limit,
        )
        return [actor_of(row["actor"]) for row in rows]

    def _version(self, version: str) -> Article | None:
        return next(iter(self._articles("MATCH (v:Article {version: $value})", version)), None)

    def _same_words(self, sha256: str) -> list[Article]:
        return self._articles("MATCH (v:Article {sha256: $value})", sha256)

    def _versions(self, article_id: str) -> list[Article]:
        return self._articles("MATCH (v:Article {id: $value})", article_id)

    def _articles(self, match: LiteralString, value: str) -> list[Article]:
        return [article_of(row["article"]) for row in self._link.read(match + " RETURN " + ARTICLE, value=value)]

    def _infos(self, after: str | None, limit: int) -> list[tuple[str, ArticleInfo]]:
        rows = self._link.read(
            "MATCH (v:Article) WHERE v.sort > $after WITH v ORDER BY v.sort LIMIT $limit RETURN "
            + ARTICLE
            + " ORDER BY v.sort",
            after=after or "",
            limit=limit,
        )
        found = [row["article"] for row in rows]
        return [(node["sort"], ArticleInfo(article_of(node), node["claims"], node["version"])) for node in found]

    def _extraction(self, version: str) -> Extraction | None:
        rows = self._link.read(EXTRACTION, version=version)
        return extraction_of(rows[0]) if rows else None


@reads("an event")
def _brief(row: dict[str, Any]) -> Brief:
    return Brief(row["id"], ClaimType(row["type"]), Status(row["status"]), row["edtf"], tuple(row["actors"]))


@reads("an event")
def _event(row: dict[str, Any]) -> Event:
    tellings = [telling_of(telling) for telling in row["tellings"]]
    voices = tuple(voice_of(voice) for voice in row["voices"])
    return event_of(row["block"], [replace(tellings[0], voices=voices), *tellings[1:]], row["independent"])


@reads("an entry of the log")
def _change(row: dict[str, Any]) -> Change:
    return Change(row["number"], moment(row["at"]), row["kind"], row["subject"])


def _matching(selection: Selection) -> tuple[LiteralString, dict[str, Any]]:
    """Return the start of a query, up to the selected events `e`, and its values."""
    query: LiteralString = "MATCH (e:Event)"
    values: dict[str, Any] = {"after": selection.after or ""}
    if selection.words is not None:
        query = "CALL db.index.fulltext.queryNodes('event_words', $words) YIELD node AS e WITH e"
        values["words"] = _lucene(selection.words)
    elif selection.version is not None:
        query = "MATCH (:Article {version: $version})<-[:FROM]-(:Claim)-[:ABOUT]->(e:Event) WITH DISTINCT e"
        values["version"] = selection.version
    elif selection.actors:
        query = "MATCH (:Actor {id: $actor})-[:PARTICIPATED_IN]->(e:Event)"
        values["actor"] = selection.actors[0]
    query += " WHERE e.sort > $after"
    if len(selection.actors) > 1:
        query += " AND all(id IN $actors WHERE EXISTS { (e)<-[:PARTICIPATED_IN]-(:Actor {id: id}) })"
        values["actors"] = list(selection.actors[1:])
    query = query + _filter(selection, values) + " WITH e ORDER BY e.sort"
    if selection.limit is not None:
        query += " LIMIT $limit"
        values["limit"] = selection.limit
    return query + " ", values


def _blocks(selection: Selection) -> tuple[LiteralString, dict[str, Any]]:
    """Return the query, and its values, for the blocks that `Answers._tellings` asks for."""
    asked = replace(selection, where=EventFilter(types=selection.where.types), actors=(), after=None, limit=None)
    query, values = _matching(asked)
    query += "WITH DISTINCT e.block AS block"
    if selection.actors:
        query = """MATCH (:Actor {id: $actor})<-[:NAMES|SPOKEN_BY]-(c:Claim) WITH DISTINCT c.block AS block
            WHERE all(id IN $actors WHERE EXISTS { (:Actor {id: id})<-[:NAMES|SPOKEN_BY]-(:Claim {block: block}) })
            MATCH (e:Event {block: block}) WHERE true""" + _filter(asked, values)
        query += " WITH DISTINCT block"
        values |= {"actor": selection.actors[0], "actors": list(selection.actors[1:])}
    return query + " RETURN block", values


def _filter(selection: Selection, values: dict[str, Any]) -> LiteralString:
    """Return the conditions of a filter and add its values."""
    where, conditions = selection.where, ""
    types = where.types & CONTACT_TYPES if selection.contacts and where.types else where.types
    if selection.contacts or types:
        conditions += " AND e.type IN $types"
        values["types"] = sorted(types or (() if where.types else CONTACT_TYPES))
    if where.statuses:
        conditions += " AND e.status IN $statuses"
        values["statuses"] = sorted(where.statuses)
    if where.since is not None or where.until is not None:
        conditions += " AND e.date IS NOT NULL"
    if where.since is not None:
        conditions += " AND (e.latest IS NULL OR e.latest >= $since)"
        values["since"] = where.since
    if where.until is not None:
        conditions += " AND (e.earliest IS NULL OR e.earliest <= $until)"
        values["until"] = where.until
    return conditions


def _lucene(words: Sequence[str]) -> str:
    """Return the full-text query for words that are letters and digits alone: all of them, the last as a beginning."""
    return " ".join([*(f"+{word}" for word in words[:-1]), f"+{words[-1]}*"])
