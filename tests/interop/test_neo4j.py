"""The Cypher script runs in a real Neo4j, twice with the same result, and answers who met whom as we do."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from typing import Any

import neo4j
import pytest

from graph.contacts import named_actors
from graph.formats import ALL_FORMATS, ExportData
from graph.formats.cypher import literal
from tests.interop.programs import absent
from tests.timeline.formats.sample import affair
from timeline.model import ActorKind

pytestmark = [pytest.mark.neo4j, pytest.mark.interop]


@pytest.fixture(scope="module")
def driver() -> Iterator[neo4j.Driver]:
    """Start a server of its own: the script writes what a store would refuse to share a database with."""
    if find_spec("tests.stores") is None or find_spec("tests.stores.server") is None:
        absent("the Neo4j server of tests/stores is not in this checkout")
    server = import_module("tests.stores.server")
    if lacking := server.missing():
        absent(lacking)
    with server.Neo4jServer() as running, neo4j.GraphDatabase.driver(running.url) as driver:
        yield driver


def _run(driver: neo4j.Driver, data: ExportData) -> list[str]:
    lines = ALL_FORMATS["cypher"].write(data).decode().split("\n")
    for line in lines:
        if line and not line.startswith("//"):
            driver.execute_query(line.rstrip(";"))  # type: ignore[arg-type]
    return lines


def _rows(driver: neo4j.Driver, query: str) -> list[tuple[Any, ...]]:
    return [tuple(record) for record in driver.execute_query(query).records]  # type: ignore[arg-type]


def _counts(driver: neo4j.Driver) -> list[tuple[Any, ...]]:
    nodes = _rows(driver, "MATCH (n) RETURN labels(n) AS what, count(*) ORDER BY what")
    return nodes + _rows(driver, "MATCH ()-[r]->() RETURN type(r) AS what, count(*) ORDER BY what")


def test_it_may_be_run_again_and_again(driver: neo4j.Driver) -> None:
    _run(driver, affair())
    once = _counts(driver)
    _run(driver, affair())
    assert _counts(driver) == once
    assert (["Event"], len(affair().events)) in once


def test_who_met_whom_is_the_same(driver: neo4j.Driver) -> None:
    query = next(line for line in _run(driver, affair()) if line.startswith("// Who met whom: "))
    found = _rows(driver, query.removeprefix("// Who met whom: ").rstrip(";"))
    expected = {
        (*sorted((a.name, b.name)), event.date.date.edtf if event.date else None, event.title)
        for event in affair().events
        if event.is_contact
        for a, b in combinations(named_actors(event), 2)
        if a.kind is b.kind is ActorKind.PERSON
    }
    assert len(found) == len(expected)
    assert set(found) == expected


def test_every_event_stands_on_quotes_of_article_versions(driver: neo4j.Driver) -> None:
    _run(driver, affair(mischief=False))
    query = (
        "MATCH (e:Event)<-[:ABOUT]-(c:Claim)-[:FROM]->(a:Article), (c)-[:RESTS_ON]->(q:Evidence) "
        "RETURN e.id, a.sha256, q.quote, q.start, q.end"
    )
    told = {
        (event.id, one.sha256, one.evidence.quote, one.evidence.span.start, one.evidence.span.end)
        for event in affair(mischief=False).events
        for one in event.citations
    }
    assert told <= set(_rows(driver, query))


@pytest.mark.parametrize("text", ["\\u0027", "\\\\u0041", "'; MATCH (n) DELETE n; //", "\\'", "a\nb", "\\", "é\u2028"])
def test_a_literal_is_read_as_it_was_written(driver: neo4j.Driver, text: str) -> None:
    assert _rows(driver, f"RETURN {literal(text)} AS text") == [(text,)]


def test_who_denies_what_and_how_far_is_in_the_graph(driver: neo4j.Driver) -> None:
    _run(driver, affair())
    query = """MATCH (a:Person)<-[:SPOKEN_BY]-(s:Statement)-[r:DENIES]->(e:Event), (s)-[:FROM]->(v:Article)
        RETURN a.name, r.stance, r.scope, e.status, v.source"""
    assert _rows(driver, query) == [("Ada Brenn", "denies", "to count eels", "denied", "Polder Radio")]
