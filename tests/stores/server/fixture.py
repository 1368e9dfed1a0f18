"""The session's Neo4j server, and an empty database on it for each test that asks."""

from __future__ import annotations

import os
from collections.abc import Iterator

import neo4j
import pytest

from tests.stores.server import Neo4jServer, missing

_skipped: list[str] = []


def credentials() -> tuple[str | None, str | None]:
    """Return user and password of a server that was given."""
    return os.environ.get("WHOMET_NEO4J_USER"), os.environ.get("WHOMET_NEO4J_PASSWORD")


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[str]:
    """Start a Neo4j for the session and give its address; `WHOMET_TEST_NEO4J` names another, which must be empty."""
    if given := os.environ.get("WHOMET_TEST_NEO4J"):
        _refuse_data(given)
        yield given
        wipe(given)
        return
    if lacking := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j for the tests: {lacking}")
        _skipped.append(lacking)
        pytest.skip(f"no Neo4j for the tests: {lacking}")
    with Neo4jServer() as server:
        yield server.url


@pytest.fixture
def neo4j_url(neo4j_server: str) -> str:
    """Give the address of an empty database."""
    wipe(neo4j_server)
    return neo4j_server


def wipe(url: str) -> None:
    """Remove every node; constraints and indexes stay."""
    with _driver(url) as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines that the Neo4j tests were not run."""
    for lacking in set(_skipped):
        terminalreporter.section("Neo4j")
        terminalreporter.line(f"The tests on Neo4j were NOT run: {lacking}. See WHOMET_TEST_NEO4J.")


def _refuse_data(url: str) -> None:
    with _driver(url) as driver:
        if driver.execute_query("MATCH (n) RETURN 1 LIMIT 1").records:
            pytest.fail(f"WHOMET_TEST_NEO4J={url} holds data, and the tests would remove it; empty it first")


def _driver(url: str) -> neo4j.Driver:
    user, password = credentials()
    return neo4j.GraphDatabase.driver(url, auth=(user or "neo4j", password) if password else None)
