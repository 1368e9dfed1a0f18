"""GEXF and GraphML open in Gephi with every actor, tie, kind and spell."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.contacts import contact_ties
from graph.formats import ALL_FORMATS
from tests.graph.formats.reading import expected_names, expected_ties
from tests.interop.programs import java, maven_jars
from tests.timeline.formats.sample import affair
from timeline.model import Event

pytestmark = [pytest.mark.slow, pytest.mark.interop]

_TOOLKIT = "org.gephi:gephi-toolkit:0.10.1:jar:all"


def _opened(name: str, folder: Path) -> list[list[str]]:
    path = folder / f"affair{ALL_FORMATS[name].suffix}"
    path.write_bytes(ALL_FORMATS[name].write(affair()))
    return java("GephiReads.java", maven_jars("gephi", _TOOLKIT), str(path))


def _milliseconds(day: str) -> float:
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def _spells(events: tuple[Event, ...]) -> list[tuple[float, float]]:
    bounds = [event.date.date for event in events if event.date is not None]
    return [
        (
            _milliseconds(when.earliest.isoformat()) if when.earliest else float("-inf"),
            _milliseconds(when.latest.isoformat()) if when.latest else float("inf"),
        )
        for when in bounds
    ]


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_gephi_holds_the_same_graph(name: str, tmp_path: Path) -> None:
    lines = _opened(name, tmp_path)
    assert not [line for line in lines if line[0] == "issue" and line[1] != "INFO"]
    assert {line[2] for line in lines if line[0] == "node"} == expected_names(affair())
    edges = {line[1]: line for line in lines if line[0] == "edge"}
    assert {key: (*sorted(edge[2:4]), edge[4], int(edge[5])) for key, edge in edges.items()} == expected_ties(affair())
    assert {edge[6] for edge in edges.values()} == {"false"}


def test_gephi_shows_each_tie_in_the_intervals_of_its_events(tmp_path: Path) -> None:
    lines = _opened("gexf", tmp_path)
    assert ["dynamic", "true", "format", "DATE"] in lines
    edges = {line[1]: line for line in lines if line[0] == "edge"}
    for tie in contact_ties(affair().events):
        edge = edges[tie.id]
        assert edge[7] == tie.kind.value
        found = edge[9].strip("[]").split("], [") if edge[9] != "[]" else []
        ends = [tuple(map(float, spell.replace("Infinity", "inf").split(", "))) for spell in found]
        assert sorted(ends) == sorted(set(_spells(tie.events)))
