"""Node-link JSON: the same graph again in networkx."""

from __future__ import annotations

import json

import networkx as nx

from graph.formats.node_link import write
from tests.graph.formats.reading import expected_names, expected_ties
from tests.timeline.formats.sample import affair


def test_networkx_reads_the_same_graph() -> None:
    graph = nx.node_link_graph(json.loads(write(affair())), edges="edges")
    found = {
        data["tie"]: (*sorted((a, b)), key, data["count"]) for a, b, key, data in graph.edges(keys=True, data=True)
    }
    assert found == expected_ties(affair())
    assert {name for _, name in graph.nodes(data="name")} == expected_names(affair())


def test_citations_are_records_that_name_their_event() -> None:
    for edge in json.loads(write(affair()))["edges"]:
        assert {citation["event"] for citation in edge["citations"]} == set(edge["events"])
        assert edge["counted"] == (edge["tie_kind"] == "contact")
