"""GEXF 1.3: the official schema where it is at hand, and what it asks for wherever it is not."""

from __future__ import annotations

import io
import os
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from lxml import etree

from graph.formats.attributes import ACTOR_TYPES, TIE_TYPES
from graph.formats.gexf import write
from tests.graph.formats.reading import expected_names, expected_ties
from tests.making import contact
from tests.timeline.formats.sample import affair, of_one
from timeline.formats import ExportData

_N = "{http://gexf.net/1.3}"
_SHARED = Path(os.environ.get("WHOMET_SHARED") or Path(__file__).parents[4] / "shared")
_SCHEMA = _SHARED / "schemas" / "gexf-1.3" / "gexf.xsd"
#: What may stand in what, in this order, as the schema has it; "*" for leaves.
_CHILDREN = {
    "gexf": ["meta", "graph"],
    "graph": ["attributes", "nodes", "edges"],
    "nodes": ["node"],
    "edges": ["edge"],
    "node": ["attvalues", "shape"],
    "edge": ["attvalues", "spells", "color", "shape"],
    "attvalues": ["attvalue"],
    "spells": ["spell"],
    "attributes": ["attribute"],
    "meta": ["creator", "description"],
}
_SHAPES = {"node": {"disc", "square"}, "edge": {"solid", "dotted", "dashed", "double"}}


@pytest.mark.skipif(not _SCHEMA.is_file(), reason=f"the GEXF schema is not at {_SCHEMA}: set WHOMET_SHARED")
@pytest.mark.parametrize("data", [affair(), of_one(), ExportData("Nothing", ())], ids=["affair", "ada", "nothing"])
def test_it_is_valid_by_the_official_schema(data: ExportData) -> None:
    schema = etree.XMLSchema(etree.parse(str(_SCHEMA)))
    schema.assertValid(etree.fromstring(write(data)))


def test_it_is_built_as_the_schema_asks() -> None:
    root = ET.fromstring(write(affair()))
    assert root.get("version") == "1.3"
    for parent in root.iter():
        tags = [child.tag.removeprefix(_N) for child in parent]
        order = _CHILDREN.get(parent.tag.removeprefix(_N), [])
        places = [order.index(tag) for tag in tags]
        assert all(one <= other for one, other in pairwise(places))
    for spells in root.iter(f"{_N}spells"):
        assert len(spells)
    for domain, shapes in _SHAPES.items():
        for element in root.iter(f"{_N}{domain}"):
            assert {shape.get("value") for shape in element.iter(f"{_N}shape")} <= shapes


def test_attributes_are_declared_and_edges_end_in_nodes() -> None:
    root = ET.fromstring(write(affair()))
    declared = {
        attribute.get("id"): attribute.get("type")
        for attributes in root.iter(f"{_N}attributes")
        for attribute in attributes
    }
    assert declared == ACTOR_TYPES | TIE_TYPES
    nodes = {node.get("id") for node in root.iter(f"{_N}node")}
    for edge in root.iter(f"{_N}edge"):
        assert {edge.get("source"), edge.get("target")} <= nodes
        assert {value.get("for") for value in edge.iter(f"{_N}attvalue")} <= set(TIE_TYPES)
        assert all(value.get("value") is not None for value in edge.iter(f"{_N}attvalue"))


@pytest.mark.parametrize(
    ("edtf", "spell"),
    [
        ("2031-04-02", {"start": "2031-04-02", "end": "2031-04-02"}),
        ("2031-04", {"start": "2031-04-01", "end": "2031-04-30"}),
        ("2031-04-02/..", {"start": "2031-04-02"}),
        ("../2031-04-02", {"end": "2031-04-02"}),
    ],
)
def test_a_spell_is_the_closed_interval_and_an_open_end_is_left_out(edtf: str, spell: dict[str, str]) -> None:
    root = ET.fromstring(write(ExportData("t", (contact("Ada Brenn", "Ben Corvel", edtf=edtf),))))
    assert [found.attrib for found in root.iter(f"{_N}spell")] == [spell]


def test_undated_events_have_no_spell_and_are_counted() -> None:
    events = (contact("Ada Brenn", "Ben Corvel"), contact("Ada Brenn", "Ben Corvel", edtf="2031"))
    root = ET.fromstring(write(ExportData("t", events)))
    assert len(list(root.iter(f"{_N}spell"))) == 1
    values = {value.get("for"): value.get("value") for value in root.iter(f"{_N}attvalue")}
    assert values["undated"] == "1"


def test_every_spell_is_in_days_that_exist_and_in_order() -> None:
    for spell in ET.fromstring(write(affair())).iter(f"{_N}spell"):
        start, end = spell.get("start"), spell.get("end")
        if start and end:
            assert date.fromisoformat(start) <= date.fromisoformat(end)


def test_networkx_reads_the_same_graph() -> None:
    graph = nx.read_gexf(io.BytesIO(write(affair())), version="1.3")
    found = {data["id"]: (*sorted((a, b)), data["tie_kind"], data["count"]) for a, b, data in graph.edges(data=True)}
    assert found == expected_ties(affair())
    assert {label for _, label in graph.nodes(data="label")} == expected_names(affair())
