"""GraphML: the contact graph with typed attributes, for yEd, Gephi, Cytoscape and networkx."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from graph.formats.attributes import ACTOR_TYPES, TIE_TYPES, tie_label, tie_values, ties_and_actors
from graph.formats.xml import xml_bytes
from timeline.formats import ExportData

_TYPES = {"integer": "int"}
#: `label` is what programs show; `weight` what they compute with: the number of contacts, absent where none counts.
_NODE = {"label": "string", **ACTOR_TYPES}
_EDGE = {"label": "string", "weight": "double", **TIE_TYPES}
_NAMESPACES = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
}


def write(data: ExportData) -> bytes:
    """Write an undirected graph; a pair has an edge for each kind of tie, its id the tie's."""
    ties, actors = ties_and_actors(data)
    root = ET.Element("graphml", _NAMESPACES)
    for domain, types in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in types.items():
            key = {"id": _key(domain, name), "for": domain, "attr.name": name, "attr.type": _TYPES.get(kind, kind)}
            ET.SubElement(root, "key", key)
    graph = ET.SubElement(root, "graph", {"id": "contacts", "edgedefault": "undirected"})
    ET.SubElement(graph, "desc").text = data.title
    for actor in actors:
        node = ET.SubElement(graph, "node", {"id": actor.id})
        _data(node, "node", {"label": actor.name, "kind": actor.kind.value})
    for tie in ties:
        edge = ET.SubElement(graph, "edge", {"id": tie.id, "source": tie.a.id, "target": tie.b.id})
        weight = {"weight": float(tie.count)} if tie.counted else {}
        _data(edge, "edge", {"label": tie_label(tie), **weight, **tie_values(tie)})
    return xml_bytes(root)


def _data(element: ET.Element, domain: str, values: Mapping[str, str | float | bool]) -> None:
    for name, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        ET.SubElement(element, "data", {"key": _key(domain, name)}).text = text


def _key(domain: str, name: str) -> str:
    """Return the id of an attribute, which Gephi takes for its name; ids are unique in the file."""
    return f"edge-{name}" if domain == "edge" and name in _NODE else name
