"""Whoever opens the Neo4j store in a browser finds a graph that plain Cypher can ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import neo4j
import pytest

from graph.store.base import Judgement
from tests.stores.conftest import opened
from tests.stores.samples import archive
from tests.stores.server.fixture import credentials

pytestmark = pytest.mark.neo4j


@pytest.fixture
def driver(neo4j_url: str) -> Iterator[neo4j.Driver]:
    with opened(neo4j_url, create=True) as store:
        store.upsert(archive())
        wrong = archive()[4].claims[0].id
        store.judge(Judgement("j-1", "wrong", (wrong,), "editor", "misread", datetime(2026, 1, 1, tzinfo=UTC)))
    user, password = credentials()
    with neo4j.GraphDatabase.driver(neo4j_url, auth=(user or "neo4j", password) if password else None) as made:
        yield made


def rows(driver: neo4j.Driver, query: str) -> list[list[Any]]:
    return [list(record.values()) for record in driver.execute_query(query).records]  # type: ignore[arg-type]


def test_who_met_whom_when(driver: neo4j.Driver) -> None:
    met = rows(
        driver,
        """MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event {type: 'meeting'})<-[:PARTICIPATED_IN]-(b:Person)
        WHERE e.contact AND a.name < b.name RETURN a.name, b.name, e.date, e.earliest, e.title""",
    )
    ((one, other, edtf, day, title),) = met
    assert (one, other, edtf, day.to_native()) == ("Ann Lee", "Bob Ray", "2016-07-05", date(2016, 7, 5))
    assert title == "Ann Lee met Bob Ray"


def test_according_to_whom_in_which_words(driver: neo4j.Driver) -> None:
    told = rows(
        driver,
        """MATCH (e:Event {title: 'Ann Lee met Bob Ray'})<-[:ABOUT]-(c:Claim)-[:FROM]->(v:Article),
        (c)-[:RESTS_ON]->(q:Evidence) OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Source)
        RETURN v.source, q.quote, s.name ORDER BY v.published, q.quote""",
    )
    assert told == [
        ["Courier", "met Bob Ray on 5 July 2016", "a witness"],
        ["Post", "met Ray twice in 2016", None],
        ["Post", "met Ray once", None],
    ]


def test_roles_places_statements_and_kinds(driver: neo4j.Driver) -> None:
    assert rows(driver, "MATCH (:Event)-[:AT]->(l:Place) RETURN l.name") == [["Orlan"]]
    assert rows(
        driver, "MATCH (a:Organisation)-[p:PARTICIPATED_IN]->(e:Event {type: 'hearing'}) RETURN a.name, p.role"
    ) == [["Upper Chamber", "body"]]
    assert rows(driver, "MATCH (s:Statement)-[:SPOKEN_BY]->(a:Person) RETURN a.name, s.words, s.direct") == [
        ["Bob Ray", "We never met", True]
    ]
    assert rows(
        driver,
        """MATCH (v:Article)<-[:FROM]-(s:Statement)-[r:DENIES]->(e:Event), (s)-[:SPOKEN_BY]->(a:Person)
        RETURN a.name, e.title, s.stance, r.stance, r.scope, v.source""",
    ) == [["Bob Ray", "Denied meeting of Ann Lee and Bob Ray", "asserts", "denies", None, "Post"]]
    assert rows(driver, "MATCH (g:Group) RETURN g.name, g.named") == [["two aides", False]]


def test_a_judgement_hangs_on_its_claim_which_tells_of_nothing(driver: neo4j.Driver) -> None:
    assert rows(driver, "MATCH (j:Judgement)-[:JUDGES]->(c:Claim) RETURN j.verdict, EXISTS { (c)-[:ABOUT]->() }") == [
        ["wrong", False]
    ]


def test_no_property_hides_json(driver: neo4j.Driver) -> None:
    texts = rows(
        driver,
        """MATCH (n) WHERE NOT n:Article UNWIND keys(n) AS k WITH n[k] AS value
        WHERE value IS :: STRING AND (value STARTS WITH '{' OR value STARTS WITH '[') RETURN value""",
    )
    assert texts == []


def test_every_merged_key_is_unique_and_dates_are_indexed(driver: neo4j.Driver) -> None:
    unique = {(labels[0], keys[0]) for labels, keys in rows(driver, "SHOW CONSTRAINTS YIELD labelsOrTypes, properties")}
    assert unique >= {
        ("Actor", "id"),
        ("Article", "version"),
        ("Claim", "id"),
        ("Event", "id"),
        ("Judgement", "id"),
        ("Place", "name"),
        ("Source", "name"),
    }
    indexes = rows(driver, "SHOW INDEXES YIELD type, labelsOrTypes, properties WHERE labelsOrTypes IS NOT NULL")
    found = {(kind, labels[0], keys[0]) for kind, labels, keys in indexes if labels}
    assert found >= {("RANGE", "Event", "earliest"), ("RANGE", "Event", "latest"), ("RANGE", "Article", "published")}
    assert found >= {("FULLTEXT", "Event", "search_words"), ("FULLTEXT", "Actor", "search_words")}
