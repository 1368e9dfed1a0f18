"""What holds for every graph format: golden bytes, the same bytes in any order, nothing at all, and mischief."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.contacts import contact_ties
from graph.formats import ALL_FORMATS, GRAPH_FORMATS, ExportData
from graph.formats.attributes import TIE_TYPES
from tests.golden import Golden
from tests.timeline.formats.sample import affair, of_one
from timeline.formats import FORMATS
from timeline.formats.spreadsheet import COLUMNS

EVERY = pytest.mark.parametrize("name", list(GRAPH_FORMATS))


@EVERY
def test_the_bytes_are_as_before(name: str, golden: Golden) -> None:
    form = GRAPH_FORMATS[name]
    golden(f"affair-{name}{form.suffix}", form.write(affair()))


@EVERY
def test_one_actor_is_written_as_before(name: str, golden: Golden) -> None:
    form = GRAPH_FORMATS[name]
    golden(f"ada-{name}{form.suffix}", form.write(of_one()))


@EVERY
@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(name: str, mixed: random.Random) -> None:
    events = [*affair().events, affair().events[0]]
    mixed.shuffle(events)
    shuffled = ExportData(affair().title, tuple(events))
    assert GRAPH_FORMATS[name].write(shuffled) == GRAPH_FORMATS[name].write(affair())


@EVERY
def test_no_events_make_a_file_too(name: str) -> None:
    assert GRAPH_FORMATS[name].write(ExportData("Nothing", ()))


@EVERY
def test_every_tie_carries_the_citations_of_its_events(name: str) -> None:
    data = affair(mischief=False)
    written = GRAPH_FORMATS[name].write(data).decode()
    for tie in contact_ties(data.events):
        for _, citation in tie.citations:
            assert citation.sha256 in written
            assert citation.article_id in written
            assert citation.source in written
            assert citation.evidence.quote.split()[-1].strip("“”.,") in written


def test_all_formats_are_timelines_and_graphs_each_under_its_own_name() -> None:
    assert list(ALL_FORMATS) == [*FORMATS, *GRAPH_FORMATS]
    assert all(form.name == name and form.title and form.opens_in for name, form in ALL_FORMATS.items())


def test_every_format_and_column_is_documented() -> None:
    text = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` | " in text for name in ALL_FORMATS)
    assert all(f"`{column}`" in text for column in COLUMNS)
    assert all(f"`{name}`" in text for name in TIE_TYPES)
