"""What the program can be told from outside: one frozen object, built at start and passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from timeline.extractor import BUILT_IN

DEFAULT_STORE = "sqlite:///whomet.db"


class SettingsError(ValueError):
    """A setting cannot be read; the message names the variable."""

    def __init__(self, variable: str, value: str, wanted: str) -> None:
        super().__init__(f"{variable}={value!r}: {wanted} is needed")
        self.variable = variable


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, each read from the environment variable of its name in capitals after `WHOMET_`."""

    #: Address of the store: `sqlite:///path/to/file.db` or `neo4j://host:7687`.
    store: str = DEFAULT_STORE
    #: User for a Neo4j store.
    neo4j_user: str = "neo4j"
    #: Password for a Neo4j store; never shown, never logged.
    neo4j_password: str | None = field(default=None, repr=False)
    #: Whatever reads claims out of articles: a name of the group `whomet.extractors`, or `package.module:attribute`.
    extractor: str = BUILT_IN
    #: Address that `whomet serve` listens on.
    host: str = "127.0.0.1"
    #: Port that `whomet serve` listens on; 0 takes a free one.
    port: int = 8000
    #: Threads that answer requests in one process under `whomet serve`.
    threads: int = 8
    #: Names, divided by commas, that a request may call this server by; empty lets every name pass.
    trusted_hosts: str = ""
    #: Bytes that one request may carry; more is answered with 413.
    max_upload_bytes: int = 10_000_000
    #: Articles that one request may carry; more is answered with 413.
    max_batch: int = 100
    #: Bytes that one article may have; a longer one is refused, the others of its batch are stored.
    max_article_bytes: int = 1_000_000
    #: Entries of a page of results when the request does not say.
    page_size: int = 50
    #: Most entries of a page of results that a request may ask for.
    max_page_size: int = 500
    #: Most events that one export or one page of an actor may hold.
    max_export_events: int = 100_000

    def __post_init__(self) -> None:
        for name in _POSITIVE:
            if getattr(self, name) < 1:
                raise SettingsError(variable(name), str(getattr(self, name)), "a number above 0")
        if not 0 <= self.port <= 65_535:
            raise SettingsError(variable("port"), str(self.port), "a port from 0 to 65535")
        if not self.store:
            raise SettingsError(variable("store"), self.store, "a store's address")

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Settings:
        """Read the settings that are given; the others keep their defaults. Raises SettingsError."""
        given: dict[str, str | int] = {}
        for setting in fields(cls):
            text = environ.get(variable(setting.name), "")
            if text:
                given[setting.name] = _number(setting.name, text) if isinstance(setting.default, int) else text
        return cls(**given)  # type: ignore[arg-type]


_POSITIVE = (
    "threads",
    "max_upload_bytes",
    "max_batch",
    "max_article_bytes",
    "page_size",
    "max_page_size",
    "max_export_events",
)


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return f"WHOMET_{name.upper()}"


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise SettingsError(variable(name), text, "a whole number") from None
