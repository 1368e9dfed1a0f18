"""Where claims are kept: one protocol, one module per engine; `open_store` is the way to both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.store.base import Store, StoreUnreachableError

if TYPE_CHECKING:
    from graph.store.neo4j import Neo4jStore
    from graph.store.sqlite import SqliteStore

__all__ = ["Store", "open_store"]

_WANTED = "not an address; use sqlite:///path/to/file.db or neo4j://host:7687"
_NEO4J = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(url: str, *, user: str | None = None, password: str | None = None, create: bool = False) -> Store:
    """Open the store at an address: `sqlite:///path/to/file.db` (relative; four slashes for an absolute path),
    `neo4j://host:7687` or `bolt://host:7687`.

    With `create`, a store is made where there is none. Raises StoreMissingError, StoreUnreachableError or
    StoreForeignError; no message holds the password.
    """
    scheme, _, rest = url.partition("://")
    _refuse_unusable(url)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return _open_sqlite(url, Path(rest[1:]), create=create)
    if scheme in _NEO4J and rest:
        return _open_neo4j(url, user, password, create=create)
    raise StoreUnreachableError(_bare(url), _WANTED)


def _open_sqlite(url: str, path: Path, *, create: bool) -> Store:
    from graph.store.sqlite import SqliteStore

    return _opened(SqliteStore(url, path), create=create)


def _open_neo4j(url: str, user: str | None, password: str | None, *, create: bool) -> Store:
    from graph.store.neo4j import Neo4jStore

    return _opened(Neo4jStore(_bare(url), user, password), create=create)


def _opened(store: SqliteStore | Neo4jStore, *, create: bool) -> Store:
    try:
        if create:
            store.init()
        else:
            store.check()
    except BaseException:
        store.close()
        raise
    return store


def _refuse_unusable(url: str) -> None:
    """Raise StoreUnreachableError for an address that is no text, or whose host or port is none."""
    try:
        url.encode()
        if not url.startswith("sqlite:"):
            urlsplit(_bare(url)).port  # noqa: B018 - reading it checks it
    except ValueError as error:
        reason = "not UTF-8" if isinstance(error, UnicodeError) else str(error)
        raise StoreUnreachableError(_bare(url), f"{_WANTED} ({reason})") from None


def _bare(url: str) -> str:
    """Return an address without credentials, whether it can be read as one or not."""
    scheme, divider, rest = url.partition("://")
    if scheme not in _NEO4J:
        return url
    return f"{scheme}{divider}{rest.rpartition('@')[2]}"
