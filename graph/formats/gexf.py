"""GEXF 1.3, dynamic: every tie exists in the intervals of its events, for Gephi's time line.

A spell is a closed interval of days, as the dates themselves are; an end that is not known is left out, which GEXF
reads as open. Undated events have no spell: a tie of undated events alone has none at all, and `undated` counts them.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.contacts import Tie, TieKind
from graph.formats.attributes import ACTOR_TYPES, TIE_TYPES, tie_label, tie_values, ties_and_actors
from graph.formats.xml import xml_bytes
from timeline.formats import ExportData
from timeline.formats.characters import one_line
from timeline.model import ActorKind

#: The colours and lines of the pages, for the light scheme.
_COLOURS = {
    TieKind.CONTACT: (37, 71, 166),
    TieKind.PLANNED: (10, 107, 96),
    TieKind.DENIED: (176, 38, 29),
    TieKind.HYPOTHETICAL: (131, 87, 8),
}
_LINES = {
    TieKind.CONTACT: "solid",
    TieKind.PLANNED: "double",
    TieKind.DENIED: "dashed",
    TieKind.HYPOTHETICAL: "dotted",
}


def write(data: ExportData) -> bytes:
    """Write an undirected graph; parallel edges of one pair differ in `kind`; only what counts has a weight."""
    ties, actors = ties_and_actors(data)
    root = ET.Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "whomet"
    ET.SubElement(meta, "description").text = data.title
    graph = ET.SubElement(root, "graph", _graph_attributes())
    _declare(graph, "node", ACTOR_TYPES)
    _declare(graph, "edge", TIE_TYPES)
    nodes = ET.SubElement(graph, "nodes", {"count": str(len(actors))})
    for actor in actors:
        node = ET.SubElement(nodes, "node", {"id": actor.id, "label": one_line(actor.name)})
        _values(node, {"kind": actor.kind.value})
        shape = "disc" if actor.kind is ActorKind.PERSON else "square"
        ET.SubElement(node, "shape", {"value": shape})
    edges = ET.SubElement(graph, "edges", {"count": str(len(ties))})
    for tie in ties:
        _edge(edges, tie)
    return xml_bytes(root)


def _graph_attributes() -> dict[str, str]:
    return {
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
        "defaultedgetype": "undirected",
        "idtype": "string",
    }


def _edge(edges: ET.Element, tie: Tie) -> None:
    edge = ET.SubElement(
        edges,
        "edge",
        {
            "id": tie.id,
            "source": tie.a.id,
            "target": tie.b.id,
            "kind": tie.kind.value,
            "label": tie_label(tie),
            **({"weight": f"{float(tie.count)}"} if tie.counted else {}),
        },
    )
    _values(edge, tie_values(tie))
    spells = _spells(tie)
    if spells:
        parent = ET.SubElement(edge, "spells")
        for spell in spells:
            ET.SubElement(parent, "spell", spell)
    red, green, blue = _COLOURS[tie.kind]
    ET.SubElement(edge, "color", {"r": str(red), "g": str(green), "b": str(blue)})
    line = "dotted" if tie.alleged_only else _LINES[tie.kind]
    ET.SubElement(edge, "shape", {"value": line})


def _spells(tie: Tie) -> list[dict[str, str]]:
    """Return the events' intervals, each once, in time order."""
    found: dict[tuple[tuple[str, str], ...], None] = {}
    for event in tie.dated:
        assert event.date is not None
        ends = (("start", event.date.date.earliest), ("end", event.date.date.latest))
        found[tuple((name, day.isoformat()) for name, day in ends if day is not None)] = None
    return [dict(spell) for spell in found]


def _declare(graph: ET.Element, domain: str, types: Mapping[str, str]) -> None:
    attributes = ET.SubElement(graph, "attributes", {"class": domain, "mode": "static"})
    for name, kind in types.items():
        ET.SubElement(attributes, "attribute", {"id": name, "title": name, "type": kind})


def _values(element: ET.Element, values: Mapping[str, str | int | bool]) -> None:
    parent = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        ET.SubElement(parent, "attvalue", {"for": name, "value": text})
