"""GraphML: typed, declared, and the same graph again in networkx."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree as ET

import networkx as nx

from graph.formats.graphml import write
from tests.graph.formats.reading import expected_names, expected_ties
from tests.timeline.formats.sample import affair

_G = "{http://graphml.graphdrawing.org/xmlns}"


def test_networkx_reads_the_same_graph() -> None:
    graph = nx.read_graphml(io.BytesIO(write(affair())), force_multigraph=True)
    found = {
        key: (*sorted((a, b)), data["tie_kind"], data["count"]) for a, b, key, data in graph.edges(keys=True, data=True)
    }
    assert found == expected_ties(affair())
    assert {name for _, name in graph.nodes(data="label")} == expected_names(affair())


def test_values_have_their_types_and_citations_are_json() -> None:
    graph = nx.read_graphml(io.BytesIO(write(affair())), force_multigraph=True)
    for *_, data in graph.edges(data=True):
        assert isinstance(data["counted"], bool)
        assert isinstance(data["count"], int)
        assert ("weight" in data) == data["counted"]
        assert all(citation["sha256"] for citation in json.loads(data["citations"]))


def test_every_key_is_declared() -> None:
    root = ET.fromstring(write(affair()))
    declared = {(key.get("id"), key.get("for")) for key in root.iter(f"{_G}key")}
    for domain in ("node", "edge"):
        for element in root.iter(f"{_G}{domain}"):
            assert {(one.get("key"), domain) for one in element.iter(f"{_G}data")} <= declared
