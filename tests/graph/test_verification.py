"""Claims that do not stand on their words are named, and left out of what leaves."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import whomet
from graph.store import open_store
from graph.verification import Failure, all_events, claim_failures, sound, verify
from tests.making import article, claim, extraction
from timeline.model import ClaimType, Event, Evidence, Span, Trigger

TEXT = "Ada Lorne met Bo Kestrel in May. She said that the pier was cold."


def stored(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    one, two = article(TEXT, key="one"), article("Ada Lorne called Dee Marsh.", key="two")
    with open_store(url, create=True) as store:
        store.upsert(
            [
                extraction(one, claim(one, "Ada Lorne", "Bo Kestrel")),
                extraction(two, claim(two, "Ada Lorne", "Dee Marsh")),
            ]
        )
    return url


def test_what_stands_on_its_words_passes(tmp_path: Path) -> None:
    with open_store(stored(tmp_path)) as store:
        done = verify(store)
    assert (done.claims, done.failures) == (2, ())


def test_a_changed_text_is_found_by_quote_and_hash_and_named(tmp_path: Path) -> None:
    url = stored(tmp_path)
    database = sqlite3.connect(tmp_path / "store.db")
    with database:
        changed = database.execute("UPDATE version SET text = replace(text, 'Bo Kestrel', 'Cy Marlow')").rowcount
    database.close()
    assert changed
    with open_store(url) as store:
        done = verify(store)
        assert {failure.article_id for failure in done.failures} == {"one"}
        assert any("sha256" in failure.reason for failure in done.failures)
        assert any("Cy Marlow" in failure.reason for failure in done.failures)
        checked = list(sound(store, all_events(store)))
    assert [type(one) for one in checked].count(Failure) == 1
    assert [one.title for one in checked if isinstance(one, Event)] != []
    result = CliRunner().invoke(whomet, ["verify", "--store", url])
    assert result.exit_code == 1
    assert "one (v-" in result.stderr
    result = CliRunner().invoke(whomet, ["export", "jsonl", "--store", url])
    assert result.exit_code == 1
    assert "left out: one" in result.stderr
    assert "Kestrel" not in result.stdout
    assert "Dee Marsh" in result.stdout


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (Evidence(Span(0, 9), "Bo Lorne."), "not 'Bo Lorne.'"),
        (Evidence(Span(0, 400), TEXT), "goes beyond the text"),
        (Evidence(Span(0, 9), "Ada Lorne", Trigger(Span(10, 13), "met.")), "not 'met.'"),
    ],
)
def test_quotes_and_triggers_must_stand_exactly_where_they_say(evidence: Evidence, reason: str) -> None:
    of = article(TEXT)
    wrong = replace(claim(of, "Ada Lorne", "Bo Kestrel"), evidence=(evidence,))
    assert [failure.reason for failure in claim_failures(extraction(of, wrong)) if reason in failure.reason]


def test_the_words_of_a_statement_must_be_the_text_s() -> None:
    of = article(TEXT)
    said = claim(of, "Ada Lorne", kind=ClaimType.STATEMENT, quote="the pier was cold")
    assert said.statement is not None
    assert list(claim_failures(extraction(of, said))) == []
    wrong = replace(said, statement=replace(said.statement, words="the pier was warm"))
    assert len(list(claim_failures(extraction(of, wrong)))) == 1
