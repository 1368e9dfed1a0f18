"""The way to a Neo4j server: what it must be to be used, what a store needs there, and transactions with retry.

A driver never crosses a fork: each process has its own.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from graph.store.base import StoreForeignError, StoreMissingError, StoreUnreachableError

SCHEMA_VERSION = 4
#: Seconds: to reach a server, and to go on trying a transaction that lost a race or its leader.
_REACHED_WITHIN = 10.0
_TRIED_FOR = 30.0

_CREDENTIALS = "set WHOMET_NEO4J_USER and WHOMET_NEO4J_PASSWORD"
_SILENT = f"no Neo4j answers there; see that the server runs and the address is right, and {_CREDENTIALS}"

_KERNEL: LiteralString = "CALL dbms.components() YIELD versions RETURN versions[0] AS version LIMIT 1"
_SCHEMA: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT whomet_marker IF NOT EXISTS FOR (n:Whomet) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT article_version IF NOT EXISTS FOR (n:Article) REQUIRE n.version IS UNIQUE",
    "CREATE CONSTRAINT article_sort IF NOT EXISTS FOR (n:Article) REQUIRE n.sort IS UNIQUE",
    "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT place_name IF NOT EXISTS FOR (n:Place) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT source_name IF NOT EXISTS FOR (n:Source) REQUIRE n.name IS UNIQUE",
    "CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT event_sort IF NOT EXISTS FOR (n:Event) REQUIRE n.sort IS UNIQUE",
    "CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT change_number IF NOT EXISTS FOR (n:Change) REQUIRE n.number IS UNIQUE",
    "CREATE INDEX article_id IF NOT EXISTS FOR (n:Article) ON (n.id)",
    "CREATE INDEX article_sha256 IF NOT EXISTS FOR (n:Article) ON (n.sha256)",
    "CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
    "CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)",
    "CREATE INDEX claim_block IF NOT EXISTS FOR (n:Claim) ON (n.block)",
    "CREATE INDEX event_block IF NOT EXISTS FOR (n:Event) ON (n.block)",
    "CREATE INDEX event_earliest IF NOT EXISTS FOR (n:Event) ON (n.earliest)",
    "CREATE INDEX event_latest IF NOT EXISTS FOR (n:Event) ON (n.latest)",
    "CREATE INDEX event_type IF NOT EXISTS FOR (n:Event) ON (n.type)",
    """CREATE FULLTEXT INDEX event_words IF NOT EXISTS FOR (n:Event) ON EACH [n.search_words]
    OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}""",
    """CREATE FULLTEXT INDEX actor_words IF NOT EXISTS FOR (n:Actor) ON EACH [n.search_words]
    OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}""",
)


class Neo4jLink:
    """One store's server and this process's driver to it."""

    def __init__(self, url: str, user: str | None, password: str | None) -> None:
        self.url = url
        self._auth = (user or "neo4j", password) if password is not None else None
        self._drivers: dict[int, Driver] = {}
        self._lock = threading.Lock()

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what the driver reports into errors of the store."""
        try:
            yield
        except AuthError as error:
            raise StoreUnreachableError(
                self.url, f"the server refuses this user and password; {_CREDENTIALS}"
            ) from error
        except (ServiceUnavailable, OSError) as error:
            raise StoreUnreachableError(self.url, f"{_SILENT} ({_first_line(error)})") from error
        except (DriverError, Neo4jError) as error:
            raise StoreUnreachableError(self.url, _first_line(error)) from error

    def check(self) -> None:
        """Refuse a server that is no Neo4j 5, is empty, or holds something else or another version's store."""
        with self.errors():
            self._driver().verify_connectivity()
        self._check_server()
        marker = self.read("MATCH (w:Whomet) RETURN w.schema AS schema LIMIT 1")
        if not marker:
            if self.read("MATCH (n) RETURN 1 AS one LIMIT 1"):
                raise StoreForeignError(self.url, "the database holds other data")
            raise StoreMissingError(self.url)
        schema = marker[0]["schema"]
        if schema != SCHEMA_VERSION:
            raise StoreForeignError(self.url, f"another whomet made it (schema {schema}, wanted {SCHEMA_VERSION})")

    def create(self) -> None:
        """Make constraints and indexes, all or none, then the marker that tells a whomet store."""

        def make_schema(tx: ManagedTransaction) -> None:
            for statement in _SCHEMA:
                tx.run(statement).consume()

        def mark(tx: ManagedTransaction) -> None:
            tx.run(
                "MERGE (w:Whomet {key: 'store'}) ON CREATE SET w.schema = $schema, w.changes = 0", schema=SCHEMA_VERSION
            ).consume()

        self.write(make_schema)
        self.read("CALL db.awaitIndexes(120)")
        self.write(mark)

    def read(self, query: LiteralString, **values: Any) -> list[dict[str, Any]]:
        """Run one query and return its rows."""
        with self.errors(), self._driver().session(default_access_mode=READ_ACCESS) as session:
            return session.execute_read(lambda tx: tx.run(query, values).data())

    def ask[T](self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run several queries that read one state."""
        with self.errors(), self._driver().session(default_access_mode=READ_ACCESS) as session:
            return session.execute_read(work)

    def write[T](self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run a transaction, again where it lost a race or its connection."""
        with self.errors(), self._driver().session() as session:
            return session.execute_write(work)

    def close(self) -> None:
        """Close this process's driver."""
        driver = self._drivers.pop(os.getpid(), None)
        if driver is not None:
            driver.close()

    def _driver(self) -> Driver:
        with self._lock:
            driver = self._drivers.get(os.getpid())
            if driver is None:
                driver = self._drivers[os.getpid()] = self._made()
            return driver

    def _made(self) -> Driver:
        try:
            return GraphDatabase.driver(
                self.url,
                auth=self._auth,
                connection_timeout=_REACHED_WITHIN,
                connection_acquisition_timeout=2 * _REACHED_WITHIN,
                max_transaction_retry_time=_TRIED_FOR,
                notifications_min_severity="OFF",
            )
        except ValueError as error:
            raise StoreUnreachableError(self.url, _first_line(error)) from error

    def _check_server(self) -> None:
        kernel = self.read(_KERNEL)
        version = str(kernel[0]["version"]) if kernel else "?"
        major = version.split(".")[0]
        if not (major.isdecimal() and int(major) >= 5):
            raise StoreForeignError(self.url, f"the server is Neo4j {version}, 5 is needed")


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
