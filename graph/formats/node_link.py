"""Node-link JSON: the contact graph as `networkx.node_link_graph(..., edges="edges")` and D3 read it."""

from __future__ import annotations

import networkx as nx

from graph.formats.attributes import tie_record, ties_and_actors
from timeline.formats import ExportData
from timeline.formats.characters import json_bytes


def write(data: ExportData) -> bytes:
    """Write nodes and edges in order of ids; the key of an edge is its kind of tie."""
    ties, actors = ties_and_actors(data)
    graph: nx.MultiGraph[str] = nx.MultiGraph(title=data.title)
    for actor in actors:
        graph.add_node(actor.id, name=actor.name, kind=actor.kind.value, aliases=list(actor.aliases))
    for tie in ties:
        graph.add_edge(tie.a.id, tie.b.id, key=tie.kind.value, tie=tie.id, **tie_record(tie))
    return json_bytes(nx.node_link_data(graph, edges="edges"), indent=1) + b"\n"
