"""A store that somebody altered by hand: checking and copying it ends, and names what no longer is what was read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import neo4j
import pytest
from click.testing import CliRunner

from api.cli import whomet
from graph.store import open_store
from graph.store.copying import copy
from graph.verification import verify
from tests.stores.conftest import opened
from tests.stores.samples import archive
from tests.stores.server.fixture import credentials


def spoil(url: str, sqlite: str, cypher: str) -> None:
    """Make something kept unreadable."""
    if url.startswith("sqlite:"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as database:
            assert database.execute(sqlite).rowcount
        database.close()
        return
    user, password = credentials()
    with neo4j.GraphDatabase.driver(url, auth=(user or "neo4j", password) if password else None) as driver:
        driver.execute_query(cypher)  # type: ignore[arg-type]


def alter(url: str, before: str, after: str) -> None:
    """Replace words in every stored text, behind the store's back."""
    if url.startswith("sqlite:"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as database:
            database.execute("UPDATE version SET text = replace(text, ?, ?)", (before, after))
        database.close()
        return
    user, password = credentials()
    with neo4j.GraphDatabase.driver(url, auth=(user or "neo4j", password) if password else None) as driver:
        driver.execute_query("MATCH (v:Article) SET v.text = replace(v.text, $a, $b)", a=before, b=after)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("words", "articles"), [("Bob Ray", 3), ("last autumn", 1), (".", 5)])
def test_an_altered_text_is_named_and_the_check_ends(url: str, words: str, articles: int) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive())
        versions = {info.version for info in store.articles().items}
        alter(url, words, "somebody")
        named = {failure.version for failure in verify(store).failures if failure.claim_id is None}
        assert len(named) == articles
        assert named <= versions
        assert len(list(store.export())) == len(archive())


@pytest.mark.timeout(60)
def test_the_list_of_altered_articles_ends(url: str) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive())
        alter(url, ".", "!")
        seen, after = 0, None
        while page := store.articles(after=after, limit=1):
            seen, after = seen + len(page.items), page.next
            if after is None:
                break
        assert seen == len(archive())


@pytest.mark.timeout(60)
def test_verify_exits_with_1(url: str) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive())
    alter(url, "Bob Ray", "Cy Mar")
    result = CliRunner().invoke(whomet, ["verify", "--store", url])
    assert result.exit_code == 1
    assert "courier (v-" in result.stderr
    assert "altered" in result.stderr


@pytest.mark.timeout(60)
def test_an_altered_article_is_not_copied_as_if_it_had_been_read(url: str, tmp_path: Path) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive())
        alter(url, "They will meet again", "They will never meet")
        with open_store(f"sqlite:///{tmp_path / 'copy.db'}", create=True) as other:
            (failure,) = copy(store, other)
            assert failure.article_id == "courier"
            assert {info.article.id for info in other.articles().items} == {"https://post.example/1", "wire", "letter"}
            assert verify(other).failures == ()
    target = f"sqlite:///{tmp_path / 'other.db'}"
    result = CliRunner().invoke(whomet, ["store", "copy", url, target])
    assert result.exit_code == 1
    assert "left out: courier" in result.stderr


@pytest.mark.parametrize(
    ("sqlite", "cypher", "commands"),
    [
        (
            "UPDATE event SET body = substr(body, 1, 20)",
            "MATCH (c:Claim) SET c.status = 'odd'",
            ["who-met", "timeline"],
        ),
        ("UPDATE claim SET body = '{}'", "MATCH (c:Claim) REMOVE c.type", ["verify"]),
        ("UPDATE version SET published = 'soon'", "MATCH (v:Article) SET v.published_found = 'x'", ["verify"]),
        ("UPDATE actor SET body = '[1]'", "MATCH (a:Actor) SET a.kind = 'ghost'", ["show", "contacts"]),
    ],
)
def test_what_cannot_be_read_any_more_is_told_as_damage(
    url: str, sqlite: str, cypher: str, commands: list[str]
) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive())
    spoil(url, sqlite, cypher)
    for command in commands:
        result = CliRunner().invoke(whomet, [command, *(["Ann Lee"] if command != "verify" else []), "--store", url])
        assert result.exit_code == 3, result.output
        assert "the store is damaged" in result.stderr
        assert "restore a copy" in result.stderr
