"""The file of a SQLite store: what it must be to be opened, how one is made, and a connection for each thread.

A connection never crosses a fork: a child opens its own, and leaves its parent's untouched and unclosed, because
closing would take away locks and files that the parent still needs.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from graph.store.base import StoreForeignError, StoreMissingError, StoreUnreachableError

#: "WHOM" in the file's header tells a whomet store from another program's database.
APPLICATION_ID = 0x57484F4D
SCHEMA_VERSION = 4
#: How long one writer waits for another, in seconds.
BUSY = 60.0
#: Larger files are checked at open only when they were not closed in good order (reading them all takes seconds).
CHECKED_SIZE = 64 * 2**20

_lost_in_forks: list[sqlite3.Connection] = []


class SqliteFile:
    """One store's file and this process's connections to it."""

    def __init__(self, url: str, path: Path) -> None:
        self.url = url
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._open: list[tuple[int, threading.Thread, sqlite3.Connection]] = []

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what SQLite reports into errors of the store."""
        try:
            yield
        except OSError as error:
            raise StoreUnreachableError(self.url, error.strerror or str(error)) from error
        except sqlite3.DatabaseError as error:
            if "not a database" in str(error):
                raise StoreForeignError(self.url, "the file is no SQLite database") from error
            raise StoreUnreachableError(self.url, _reason(error)) from error

    def check(self) -> None:
        """Refuse a file that is missing, foreign, of another version or damaged."""
        with self.errors():
            if self.path.is_dir():
                raise StoreUnreachableError(self.url, "it is a folder")
        if self.is_missing():
            raise StoreMissingError(self.url)
        with self.errors():
            left_open = Path(f"{self.path}-wal").exists()
            database = self.connection()
            self._check_header(database)
            if left_open or self.path.stat().st_size <= CHECKED_SIZE:
                self._check_pages(database)

    def is_missing(self) -> bool:
        """Whether there is no file, or an empty one; raises StoreUnreachableError where that cannot be told."""
        with self.errors():
            try:
                found = self.path.stat()
            except (FileNotFoundError, NotADirectoryError):
                return True
            return stat.S_ISREG(found.st_mode) and found.st_size == 0

    def create(self) -> None:
        """Make the file whole or not at all: beside its place, then linked there unless another was quicker."""
        if not self.path.parent.is_dir():
            raise StoreUnreachableError(self.url, f"the folder {self.path.parent} does not exist")
        name = f"{self.path}.{os.getpid()}-{threading.get_ident()}"
        fresh = Path(name)
        try:
            self._fill(fresh)
            self._move(fresh)
        finally:
            for rest in (fresh, Path(f"{name}-wal"), Path(f"{name}-shm"), Path(f"{name}-journal")):
                rest.unlink(missing_ok=True)

    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        mine = getattr(self._local, "mine", None)
        if mine is None or mine[0] != os.getpid():
            mine = self._local.mine = (os.getpid(), self._connect())
        connection: sqlite3.Connection = mine[1]
        return connection

    def close(self) -> None:
        """Close this process's connections."""
        with self._lock:
            for process, _, connection in self._open:
                if process == os.getpid():
                    connection.close()
                else:
                    _lost_in_forks.append(connection)
            self._open.clear()
            self._local = threading.local()

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = self._opened("mode=rw")
        except sqlite3.OperationalError as error:
            # Where nothing may be written there is no room for the log's index either; a file that was closed in good
            # order has no log, and can be read as it is.
            if not _name(error).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) or Path(f"{self.path}-wal").exists():
                raise
            connection = self._opened("mode=ro&immutable=1")
        with self._lock:
            self._forget_ended()
            self._open.append((os.getpid(), threading.current_thread(), connection))
        return connection

    def _opened(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}",
            timeout=BUSY,
            isolation_level=None,
            check_same_thread=False,
            uri=True,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -32768")
            connection.execute("PRAGMA application_id").fetchone()
        except sqlite3.Error:  # the file is no database, or may not be read
            connection.close()
            raise
        return connection

    def _forget_ended(self) -> None:
        """Close what threads that have ended left open."""
        still: list[tuple[int, threading.Thread, sqlite3.Connection]] = []
        for process, thread, connection in self._open:
            if process != os.getpid():
                _lost_in_forks.append(connection)
            elif thread.is_alive():
                still.append((process, thread, connection))
            else:
                connection.close()
        self._open = still

    def _check_header(self, database: sqlite3.Connection) -> None:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise StoreForeignError(self.url, "the database belongs to another program")
        if version != SCHEMA_VERSION:
            age = "a newer" if version > SCHEMA_VERSION else "an older"
            raise StoreForeignError(self.url, f"{age} whomet made it (schema {version}, wanted {SCHEMA_VERSION})")

    def _check_pages(self, database: sqlite3.Connection) -> None:
        found = [row[0] for row in database.execute("PRAGMA quick_check(3)")]
        if found != ["ok"]:
            raise StoreUnreachableError(self.url, f"the file is damaged ({'; '.join(found)}); restore a copy")

    def _fill(self, path: Path) -> None:
        """Make an empty file a store, in one transaction; leaves one that another has just made."""
        schema = files("graph.store").joinpath("sqlite_schema.sql").read_text("utf-8")
        database = sqlite3.connect(path, timeout=BUSY, isolation_level=None)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("BEGIN IMMEDIATE")
            if database.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
                for statement in schema.split(";\n"):
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            database.execute("COMMIT")
        finally:
            database.close()

    def _move(self, fresh: Path) -> None:
        try:
            self.path.hardlink_to(fresh)
        except OSError:  # it is there (and perhaps empty), or the file system has no hard links
            if self.is_missing():
                self._fill(self.path)


def _name(error: sqlite3.DatabaseError) -> str:
    return str(getattr(error, "sqlite_errorname", ""))


def _reason(error: sqlite3.DatabaseError) -> str:
    """Return what is wrong, and what to do about what somebody can do something about."""
    if _name(error).startswith("SQLITE_READONLY"):
        return "the file or its folder may only be read; choose a place for the store that may be written to"
    if _name(error).startswith("SQLITE_CANTOPEN"):
        return f"{error}; check your right to read it and its folder"
    if _name(error).startswith("SQLITE_FULL"):
        return f"{error}; free space and run the same again"
    return str(error)
