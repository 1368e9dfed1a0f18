"""The table: stable columns, one row an event, and no cell that computes."""

from __future__ import annotations

import csv
import io

import pytest

from tests.making import contact
from tests.timeline.formats.sample import affair
from timeline.formats import ExportData
from timeline.formats.spreadsheet import COLUMNS, write


def _rows(data: ExportData) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(data).decode(), newline="")))


def test_every_event_has_a_row_with_the_same_columns() -> None:
    rows = _rows(affair())
    assert [row["id"] for row in rows] == [event.id for event in affair().events]
    assert all(tuple(row) == COLUMNS for row in rows)


def test_the_first_columns_never_move() -> None:
    assert COLUMNS[:8] == ("id", "type", "status", "contact", "title", "date", "earliest", "latest")
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_no_cell_begins_like_a_formula() -> None:
    cells = [cell for row in _rows(affair()) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=1+1 <b>bold</b> \\' \u2028 title" in cells


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [("2031-04", "2031-04-01", "2031-04-30"), ("2031-04-02/..", "2031-04-02", ""), (None, "", "")],
)
def test_an_open_end_is_an_empty_cell(edtf: str | None, earliest: str, latest: str) -> None:
    (row,) = _rows(ExportData("t", (contact("Ada Brenn", "Ben Corvel", edtf=edtf),)))
    assert (row["date"], row["earliest"], row["latest"]) == (edtf or "", earliest, latest)


def test_further_citations_have_a_line_each() -> None:
    met = next(row for row in _rows(affair()) if row["articles"] == "2")
    assert met["source"] == "The Dyke Post"
    assert met["further_citations"].count("sha256") == 1
    assert "according to two guards" in met["further_citations"]


def test_who_denies_what_and_how_far_has_a_column() -> None:
    (denied,) = [row for row in _rows(affair()) if row["status"] == "denied"]
    assert denied["statements"] == "denied by Ada Brenn (“to count eels”)"
    (said,) = [row for row in _rows(affair()) if row["type"] == "statement"]
    assert (said["stance"], said["scope"], said["statements"]) == ("asserts", "", "")
