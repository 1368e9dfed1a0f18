"""What people read: no date is broken inside a day, quotes are quoted once, what did not happen is counted apart."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import whomet
from api.commands.tables import quote_text, quoted
from graph.contacts import contact_ties
from graph.store import open_store
from graph.store.base import Store
from tests.making import article, claim, extraction
from timeline.model import Evidence, Span, Status, Trigger

DATES = ["2016-07-18/2016-07-21", "../2017-04-03", "2016-08/2016-09", "2016-07-18~/2016-07-21~", "2016-09-14", "2016"]


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'dates.db'}"
    texts = [article(f"Ada Lorne met Bo Kestrel, account {n}.", key=f"d{n}") for n in range(len(DATES))]
    with open_store(address, create=True) as made:
        made.upsert(
            [
                extraction(text, claim(text, "Ada Lorne", f"Bo Kestrel {'ABCDEF'[n]}", edtf=DATES[n]))
                for n, text in enumerate(texts)
            ]
        )
    return address


@pytest.mark.parametrize("width", ["80", "100", "140"])
@pytest.mark.parametrize(
    "command", [["who-met", "Ada Lorne"], ["timeline", "Ada Lorne"], ["contacts", "Ada Lorne"], ["contacts"]]
)
def test_no_date_is_broken_inside_a_day(url: str, command: list[str], width: str) -> None:
    shown = CliRunner().invoke(whomet, [*command, "--store", url], env={"COLUMNS": width}).stdout
    days = {day for date in DATES for day in date.replace("~", "").split("/") if day != ".."}
    whole = set(re.findall(r"(?<![\d-])\d{4}(?:-\d\d){0,2}(?![\d-])", shown))
    assert whole >= days
    assert not re.search(r"\d-(?:\s|$)", shown)


def test_quotes_in_quotes_are_single() -> None:
    assert quoted("“I'm not aware of it,” she said.") == "“‘I'm not aware of it,’ she said.”"
    evidence = Evidence(Span(0, 17), "“I met him,” said", Trigger(Span(3, 6), "met"))
    assert quote_text(evidence).plain == "“‘I met him,’ said”"


def test_what_is_not_asserted_is_counted_apart(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.db'}"
    met, no, plan = (article(f"Ada Lorne met Bo Kestrel, {word}.", key=word) for word in ("once", "not", "later"))
    with open_store(address, create=True) as made:
        made.upsert(
            [
                extraction(met, claim(met, "Ada Lorne", "Bo Kestrel", edtf="2016")),
                extraction(no, claim(no, "Ada Lorne", "Bo Kestrel", status=Status.DENIED)),
                extraction(plan, claim(plan, "Ada Lorne", "Cy Mar", status=Status.PLANNED)),
            ]
        )
    head = CliRunner().invoke(whomet, ["timeline", "Ada Lorne", "--store", address]).stdout.splitlines()[0]
    assert head.endswith(": 1 event, and 2 not counted (denied, planned or only imagined)")


def test_contacts_without_an_actor_are_all_pairs(store: Store) -> None:
    ties = contact_ties(store.contact_stream())
    run = CliRunner().invoke(whomet, ["contacts", "--format", "json", "--store", store.url])
    found = json.loads(run.stdout)
    assert len(found["pairs"]) == sum(tie.counted for tie in ties)
    assert len(found["not_contacts"]) == sum(not tie.counted for tie in ties)
    assert {event for pair in found["pairs"] for event in pair["events"]} <= found["citations"].keys()
    assert [pair["count"] for pair in found["pairs"]] == sorted((t.count for t in ties if t.counted), reverse=True)
    rows = list(
        csv.DictReader(
            io.StringIO(CliRunner().invoke(whomet, ["contacts", "--format", "csv", "--store", store.url]).stdout)
        )
    )
    assert len(rows) == len(ties)
    table = CliRunner().invoke(whomet, ["contacts", "--store", store.url]).stdout
    assert f"{len(found['pairs'])} pairs in contact" in table
    assert table.index("Not counted") < table.index("1 meeting", table.index("Not counted"))
