"""What is measured from file to stored is what `whomet ingest` does, and a store that cannot be measured is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import __main__ as bench
from tests.making import article
from timeline.sources import ReadOptions, read

TEXTS = [article(f"Ada Lorne met Bo Kestrel in May 2016, {n} people said.", key=f"a{n}") for n in ("two", "three")]


def test_the_file_holds_the_articles(tmp_path: Path) -> None:
    bench.write(TEXTS, tmp_path / "a.jsonl")
    again = list(read(tmp_path / "a.jsonl", ReadOptions()))
    assert [(one.id, one.text) for one in again] == [(one.id, one.text) for one in TEXTS]  # type: ignore[union-attr]


def test_a_store_that_cannot_be_measured_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "missing", lambda: "Java not found")
    bench.print_stored(TEXTS)
    sqlite, neo4j = capsys.readouterr().out.splitlines()
    assert "articles/s, file to SQLite" in sqlite
    assert "NOT MEASURED, file to Neo4j: Java not found" in neo4j


@pytest.mark.neo4j
def test_both_stores_are_measured(neo4j_url: str, tmp_path: Path) -> None:
    bench.write(TEXTS, tmp_path / "a.jsonl")
    assert bench.to_stored(tmp_path / "a.jsonl", neo4j_url) > 0
