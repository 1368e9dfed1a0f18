"""The embedded store: one SQLite file, safe for several threads and processes, killed at any moment."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any

from graph.identity.events import Telling
from graph.store import writing
from graph.store.answers import Answers, Brief
from graph.store.base import ArticleInfo, Change, EventFilter, Judgement, StoreInfo, Upserted
from graph.store.damage import reads
from graph.store.encoding import decode_actor, decode_claim, decode_event
from graph.store.sqlite_file import SCHEMA_VERSION, SqliteFile
from graph.store.sqlite_rows import ARTICLE, article_of, extraction_of, judgements_of
from graph.store.sqlite_write import SqliteTransaction
from graph.store.sure import Selection
from timeline.model import Actor, Article, ClaimType, Event, Extraction, Status

_MANY = 10_000
_BRIEF = """e.id, e.type, e.status, e.edtf, (SELECT json_group_array(a.id) FROM event_actor m
    JOIN actor a ON a.n = m.actor WHERE m.event = e.n AND a.named)"""

_NAMED_IN = """SELECT c.block FROM claim c JOIN claim_form cf ON cf.claim = c.n JOIN form f ON f.n = cf.form
    WHERE f.actor = ?"""


class SqliteStore(Answers):
    """A store in a SQLite file; `check` or `init` comes before anything else."""

    def __init__(self, url: str, path: Path) -> None:
        self._file = SqliteFile(url, path)

    @property
    def url(self) -> str:
        """The store's address."""
        return self._file.url

    def check(self) -> None:
        """Refuse what is no whomet store of this version."""
        self._file.check()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def init(self) -> None:
        """Make the file, if there is none."""
        if self._file.is_missing():
            with self._file.errors():
                self._file.create()
        self._file.check()

    def info(self) -> StoreInfo:
        """Count what is there."""
        (counts,) = self._rows(
            """SELECT (SELECT count(DISTINCT article) FROM version), (SELECT count(*) FROM version),
            (SELECT count(*) FROM actor), (SELECT count(*) FROM claim), (SELECT count(*) FROM event)"""
        )
        return StoreInfo(self.url, "sqlite", SCHEMA_VERSION, *counts)

    def upsert(self, batch: Sequence[Extraction], *, reread: bool = False) -> Upserted:
        """Add article versions with their claims, all or none."""
        news = [writing.prepare(extraction) for extraction in batch]
        with self._writing() as transaction:
            return writing.upsert(transaction, news, reread=reread)

    def judge(self, judgement: Judgement) -> None:
        """Record a judgement."""
        with self._writing() as transaction:
            writing.judge(transaction, judgement)

    def undo(self, judgement_id: str, at: datetime) -> None:
        """Mark a judgement undone."""
        with self._writing() as transaction:
            writing.undo(transaction, judgement_id, at)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements."""
        with self._file.errors():
            return tuple(judgements_of(self._file.connection()))

    def changes(self, after: int = 0, *, limit: int = 100) -> tuple[Change, ...]:
        """Return the log's entries after a number."""
        rows = self._rows(
            "SELECT number, at, kind, subject FROM change WHERE number > ? ORDER BY number LIMIT ?", after, limit
        )
        return tuple(_change(*row) for row in rows)

    def _writing(self) -> AbstractContextManager[SqliteTransaction]:
        return self._transaction("BEGIN IMMEDIATE")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[SqliteTransaction]:
        with self._file.errors():
            database = self._file.connection()
            database.execute(begin)
            try:
                yield SqliteTransaction(database)
                database.execute("COMMIT")
            finally:
                if database.in_transaction:
                    database.execute("ROLLBACK")

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._file.errors():
            return self._file.connection().execute(sql, values).fetchall()

    def _select(self, selection: Selection) -> list[Event]:
        return [decode_event(body) for (body,) in self._selected("e.body", selection)]

    def _briefs(self, selection: Selection) -> list[Brief]:
        return [_brief(*row) for row in self._selected(_BRIEF, selection)]

    def _selected(self, columns: str, selection: Selection) -> list[tuple[Any, ...]]:
        sources, conditions, values = _conditions(selection)
        parts = ["SELECT", columns, "FROM", *sources, "WHERE", " AND ".join(["1", *conditions])]
        parts.append("ORDER BY m0.ord" if selection.actors else "ORDER BY e.ord")
        if selection.limit is not None:
            parts.append("LIMIT ?")
            values.append(selection.limit)
        return self._rows(" ".join(parts), *values)

    def _tellings(self, selection: Selection) -> list[tuple[str, Telling]]:
        asked = replace(selection, where=EventFilter(types=selection.where.types), actors=(), after=None, limit=None)
        sources, conditions, values = _conditions(asked)
        conditions += [f"e.block IN ({_NAMED_IN})"] * len(selection.actors)
        query = " ".join(["SELECT DISTINCT e.block FROM", *sources, "WHERE", " AND ".join(["1", *conditions])])
        with self._transaction("BEGIN") as transaction:
            blocks = [block for (block,) in self._rows(query, *values, *selection.actors)]
            return transaction.tellings(blocks)

    def _confidences(self, claims: Collection[str]) -> dict[str, float]:
        found: dict[str, float] = {}
        for some in batched(claims, _MANY):
            places = ", ".join("?" * len(some))
            for key, body in self._rows(f"SELECT id, body FROM claim WHERE id IN ({places})", *some):  # noqa: S608
                found[key] = decode_claim(body).confidence.value
        return found

    def _event(self, event_id: str) -> Event | None:
        rows = self._rows("SELECT body FROM event WHERE id = ?", event_id)
        return decode_event(rows[0][0]) if rows else None

    def _actors(self, ids: Iterable[str]) -> dict[str, Actor]:
        found = {}
        for some in batched(ids, _MANY):
            places = ", ".join("?" * len(some))
            for key, body in self._rows(f"SELECT id, body FROM actor WHERE id IN ({places})", *some):  # noqa: S608
                found[key] = decode_actor(body)
        return found

    def _called(self, words: Sequence[str]) -> list[tuple[Actor, int]]:
        rows = self._rows(
            """SELECT a.body, (SELECT count(*) FROM event_actor m WHERE m.actor = a.n)
            FROM actor_index i JOIN actor a ON a.n = i.rowid WHERE actor_index MATCH ?""",
            _matching(words),
        )
        return [(decode_actor(body), count) for body, count in rows]

    def _named(self, after: str | None, limit: int) -> list[Actor]:
        rows = self._rows("SELECT body FROM actor WHERE named AND id > ? ORDER BY id LIMIT ?", after or "", limit)
        return [decode_actor(body) for (body,) in rows]

    def _version(self, version: str) -> Article | None:
        return next(iter(self._articles("id = ?", version)), None)

    def _same_words(self, sha256: str) -> list[Article]:
        return self._articles("sha256 = ?", sha256)

    def _versions(self, article_id: str) -> list[Article]:
        return self._articles("article = ?", article_id)

    def _articles(self, condition: str, value: str) -> list[Article]:
        return [article_of(row) for row in self._rows(f"SELECT {ARTICLE} FROM version WHERE {condition}", value)]  # noqa: S608

    def _infos(self, after: str | None, limit: int) -> list[tuple[str, ArticleInfo]]:
        rows = self._rows(
            f"SELECT ord, id, claims, {ARTICLE} FROM version WHERE ord > ? ORDER BY ord LIMIT ?",  # noqa: S608
            after or "",
            limit,
        )
        return [(order, ArticleInfo(article_of(row), claims, key)) for order, key, claims, *row in rows]

    def _extraction(self, version: str) -> Extraction | None:
        with self._file.errors():
            return extraction_of(self._file.connection(), version)


@reads("an event")
def _brief(key: str, kind: str, status: str, edtf: str | None, actors: str) -> Brief:
    return Brief(key, ClaimType(kind), Status(status), edtf, tuple(json.loads(actors)))


@reads("an entry of the log")
def _change(number: int, at: str, kind: str, subject: str) -> Change:
    return Change(number, datetime.fromisoformat(at), kind, subject)


def _conditions(selection: Selection) -> tuple[list[str], list[str], list[Any]]:
    """Return the tables, conditions and values that select events."""
    sources, conditions, values = ["event e"], [], list[Any]()
    for place, actor in enumerate(selection.actors):
        sources.append(f"JOIN event_actor m{place} ON m{place}.event = e.n")
        conditions.append(f"m{place}.actor = (SELECT n FROM actor WHERE id = ?)")  # noqa: S608
        values.append(actor)
        if place:
            conditions.append(f"m{place}.ord = m0.ord")
    if selection.words is not None:
        sources.append("JOIN event_index i ON i.rowid = e.n")
        conditions.append("event_index MATCH ?")
        values.append(_matching(selection.words))
    if selection.version is not None:
        conditions.append(
            "e.n IN (SELECT ev.event FROM event_version ev JOIN version v ON v.n = ev.version WHERE v.id = ?)"
        )
        values.append(selection.version)
    if selection.after is not None:
        conditions.append("m0.ord > ?" if selection.actors else "e.ord > ?")
        values.append(selection.after)
    _filter(selection, conditions, values)
    return sources, conditions, values


def _filter(selection: Selection, conditions: list[str], values: list[Any]) -> None:
    where = selection.where
    if selection.contacts:
        conditions.append("e.contact = 1")
    for column, wanted in (("type", where.types), ("status", where.statuses)):
        if wanted:
            conditions.append(f"e.{column} IN ({', '.join('?' * len(wanted))})")
            values.extend(sorted(wanted))
    if where.since is not None or where.until is not None:
        conditions.append("e.edtf IS NOT NULL")
    if where.since is not None:
        conditions.append("e.high >= ?")
        values.append(where.since.isoformat())
    if where.until is not None:
        conditions.append("e.low <= ?")
        values.append(where.until.isoformat())


def _matching(words: Sequence[str]) -> str:
    """Return the full-text query for words that are letters and digits alone: all of them, the last as a beginning."""
    return " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
