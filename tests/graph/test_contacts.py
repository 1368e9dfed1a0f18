"""The contact graph: what counts, what does not, and that the order of arrival does not matter."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.contacts import TieKind, contact_graph, contact_ties
from tests.making import article, claim, contact, event, group, organisation, person
from timeline.model import ClaimType, Status

ADA, BEN, CAY = "Ada Brenn", "Ben Corvel", "Cay Dorrin"


def _ids(*names: str) -> list[str]:
    return [person(name).id for name in names]


def test_a_tie_holds_all_contacts_of_two_in_time_order() -> None:
    late = contact(ADA, BEN, edtf="2031-05-02")
    early = contact(BEN, ADA, edtf="2031-04", kind=ClaimType.CALL)
    undated = contact(ADA, BEN, kind=ClaimType.CALL)
    (tie,) = contact_ties([late, undated, early])
    assert {tie.a.name, tie.b.name} == {ADA, BEN}
    assert tie.events == (early, late, undated)
    assert (tie.first, tie.last, tie.count) == ("2031-04", "2031-05-02", 3)
    assert tie.by_type == (("call", 2), ("meeting", 1))
    assert [told for told, _ in tie.citations] == [early.id, late.id, undated.id]


def test_an_allegation_counts_and_a_denial_a_plan_and_a_hypothesis_never_do() -> None:
    statuses = list(Status)
    ties = contact_ties([contact(ADA, BEN, status=status) for status in statuses])
    assert [(tie.kind, tie.count, tie.counted) for tie in ties] == [
        (TieKind.CONTACT, 2, True),
        (TieKind.DENIED, 1, False),
        (TieKind.HYPOTHETICAL, 1, False),
        (TieKind.PLANNED, 1, False),
    ]


def test_a_tie_of_allegations_alone_says_so() -> None:
    alleged = contact(ADA, BEN, status=Status.ALLEGED)
    assert contact_ties([alleged])[0].alleged_only
    assert not contact_ties([alleged, contact(ADA, BEN)])[0].alleged_only
    assert not contact_ties([contact(ADA, BEN, status=Status.DENIED)])[0].alleged_only


def test_only_types_of_contact_make_ties() -> None:
    events = [contact(ADA, BEN, kind=kind) for kind in ClaimType]
    assert contact_ties(events)[0].by_type == (("call", 1), ("correspondence", 1), ("hearing", 1), ("meeting", 1))


def test_a_contact_of_many_joins_each_two_and_unnamed_actors_none() -> None:
    of = article("They met envoys.")
    met = event((of, claim(of, ADA, BEN, CAY, group("envoys", of), organisation("Harbour Board"))))
    graph = contact_graph([met])
    assert graph.number_of_nodes() == 4
    assert graph.number_of_edges() == 6
    assert "envoys" not in {name for _, name in graph.nodes(data="name")}


def test_the_graph_says_what_its_documentation_says() -> None:
    met, denied = contact(ADA, BEN, edtf="2031-04-01"), contact(ADA, BEN, status=Status.DENIED)
    graph = contact_graph([met, denied])
    a, b = _ids(ADA, BEN)
    assert graph.nodes[a] == {"name": ADA, "kind": "person", "actor": person(ADA)}
    assert set(graph[a][b]) == {"contact", "denied"}
    edge = graph[a][b]["contact"]
    assert (edge["counted"], edge["count"], edge["first"], edge["events"]) == (True, 1, "2031-04-01", (met,))
    assert not graph[a][b]["denied"]["counted"]


def test_the_actor_asked_for_is_there_even_alone() -> None:
    graph = contact_graph([], person(ADA))
    assert list(graph.nodes) == _ids(ADA)


@given(st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(mixed: random.Random) -> None:
    events = [
        contact(ADA, BEN, edtf="2031-04"),
        contact(BEN, CAY, edtf="2031-03"),
        contact(ADA, BEN, CAY),
        contact(ADA, CAY, status=Status.PLANNED),
    ]
    shuffled = events.copy()
    mixed.shuffle(shuffled)
    assert contact_ties(shuffled) == contact_ties(events)
    assert list(contact_graph(shuffled).edges) == list(contact_graph(events).edges)
