"""The picture: well formed, standing alone, with room for every name."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from graph.contacts import contact_ties
from graph.formats.layout import PITCH, by_neighbourhood, by_strength, ring, ring_radius
from graph.formats.svg import MOST, picture, write
from tests.making import contact, person
from tests.timeline.formats.sample import ADA, affair, of_one
from timeline.formats import ExportData
from timeline.model import Event

_S = "{http://www.w3.org/2000/svg}"


def _star(number: int) -> ExportData:
    events = tuple(contact("Ada Brenn", f"Guest {one:03}", edtf="2031", key=str(one)) for one in range(number))
    return ExportData("A star", events, person("Ada Brenn"))


def _texts(data: ExportData) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(write(data)).iter(f"{_S}text")]


@pytest.mark.parametrize("data", [affair(), of_one(), ExportData("Nothing", ())], ids=["affair", "ada", "nothing"])
def test_it_is_well_formed_and_loads_and_runs_nothing(data: ExportData) -> None:
    root = ET.fromstring(write(data))
    tags = {element.tag.removeprefix(_S) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "text", "tspan", "g", "path", "circle"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert not re.search(rb"url\(|@import", write(data))


def test_it_has_a_title_and_says_what_it_shows() -> None:
    root = ET.fromstring(write(affair()))
    assert root.findtext(f"{_S}title") == "The dykes of Tessary: who met whom"
    assert "7 actors, 9 ties of contact" in (root.findtext(f"{_S}desc") or "")
    assert "not counted" in (root.findtext(f"{_S}desc") or "")


def test_every_tie_is_drawn_by_its_status_and_told_in_words() -> None:
    groups = {group.get("id"): group for group in ET.fromstring(write(affair())).iter(f"{_S}g") if group.get("id")}
    lines = {"contact": "e", "denied": "ed", "planned": "ep", "hypothetical": "eh"}
    for tie in contact_ties(affair().events):
        drawn = groups[tie.id].find(f"{_S}path")
        assert drawn is not None
        assert drawn.get("class") == ("eh" if tie.alleged_only else lines[tie.kind.value])
        assert (groups[tie.id].findtext(f"{_S}desc") or "").count("sha256") == len(tie.citations)
    assert len(groups) == len(contact_ties(affair().events))


def test_a_tie_is_as_wide_as_it_has_sources() -> None:
    met = next(tie for tie in contact_ties(affair().events) if tie.counted and tie.sources == 2)
    group = next(one for one in ET.fromstring(write(affair())).iter(f"{_S}g") if one.get("id") == met.id)
    path = group.find(f"{_S}path")
    assert path is not None
    assert path.get("stroke-width") == "2"


def test_the_one_asked_for_stands_in_the_middle() -> None:
    places = picture(of_one()).places
    assert (places[ADA.id].x, places[ADA.id].y) == (0, 0)
    assert "AB" in _texts(of_one())
    assert "Ben Corvel 2" in _texts(of_one())
    assert 'Dov "the Eel" Elmar denied, planned' in _texts(of_one())


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 21, 60])
def test_no_two_names_meet(number: int) -> None:
    actors = [person(f"Guest {one:03}") for one in range(number)]
    places = ring(actors)
    assert [place.actor for place in places] == actors
    for one, other in combinations(places, 2):
        if one.right == other.right:
            assert abs(one.y - other.y) >= PITCH - 1.5
    assert all(abs((place.x**2 + place.y**2) ** 0.5 - ring_radius(number)) < 0.2 for place in places)


def test_too_many_to_draw_are_counted_in_words() -> None:
    data = _star(MOST + 5)
    assert len(picture(data).places) == MOST + 1
    assert any(text.startswith("Not drawn: 5 actors and 5 ties") for text in _texts(data))


def test_the_strongest_come_first_round_an_actor() -> None:
    events: list[Event] = [contact("Ada Brenn", "Ben Corvel", key=str(one)) for one in range(3)]
    events += [contact("Ada Brenn", "Cay Dorrin", key=str(one)) for one in range(5)]
    order = by_strength(person("Ada Brenn"), contact_ties(events))
    assert [actor.name for actor in order] == ["Cay Dorrin", "Ben Corvel"]


def test_those_who_are_tied_stand_side_by_side() -> None:
    pairs = [("Ada", "Dov"), ("Ben", "Eno"), ("Cay", "Fay")]
    ties = contact_ties([contact(*pair) for pair in pairs])
    order = [actor.name for actor in by_neighbourhood([person(name) for pair in pairs for name in pair], ties)]
    for a, b in pairs:
        assert abs(order.index(a) - order.index(b)) in (1, len(order) - 1)


def test_only_what_is_drawn_stands_in_the_legend() -> None:
    texts = _texts(ExportData("t", (contact("Ada Brenn", "Ben Corvel"),)))
    assert "person" in texts
    assert not {"organisation", "planned", "denied", "alleged or hypothetical"} & set(texts)
