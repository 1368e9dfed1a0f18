"""Paths: the two orders on small cases, and everything against a search that simply tries all."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.paths import MAX_MORE, ContactNet, Order, Path, find_paths
from tests.making import article, claim, contact, event, group, person
from timeline.dates.uncertain import UncertainDate
from timeline.model import ClaimType, Event, Status

ADA, BEN, CAY, DOV = "Ada Brenn", "Ben Corvel", "Cay Dorrin", "Dov Elmar"


def _found(events: Sequence[Event], source: str = ADA, target: str = CAY) -> list[tuple[str, list[str]]]:
    paths = find_paths(events, person(source).id, person(target).id)
    return [(path.order.value, [actor.name.split()[0] for actor in path.actors]) for path in paths]


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2031-04-01", "2031-04-02", "certain"),
        ("2031-04-01", "2031-04-01", "certain"),
        ("2031-04-02", "2031-04-01", None),
        ("2031-04", "2031-04-10", "possible"),
        ("2031-04", "2031-05", "certain"),
        ("2031-05", "2031-04", None),
        ("2031", "2031", "possible"),
        ("../2031-04", "2031-05", "certain"),
        ("2031-04/..", "2031-05", "possible"),
        ("2031-04", "../2031-05", "possible"),
        ("2031-06", "../2031-05", None),
        (None, "2031-05", "possible"),
        ("2031-05", None, "possible"),
        (None, None, "possible"),
    ],
)
def test_two_hops_follow_each_other(first: str | None, second: str | None, order: str | None) -> None:
    events = [contact(ADA, BEN, edtf=first), contact(BEN, CAY, edtf=second)]
    assert _found(events) == ([(order, ["Ada", "Ben", "Cay"])] if order else [])


def test_one_hop_needs_no_order_so_an_undated_meeting_is_certain() -> None:
    assert _found([contact(ADA, CAY)]) == [("certain", ["Ada", "Cay"])]


def test_what_is_no_contact_carries_nobody() -> None:
    for status in (Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL):
        assert _found([contact(ADA, CAY, edtf="2031", status=status)]) == []
    assert _found([contact(ADA, CAY, kind=ClaimType.ACTION)]) == []
    assert _found([contact(ADA, CAY, status=Status.ALLEGED)]) == [("certain", ["Ada", "Cay"])]


def test_an_unnamed_group_is_no_bridge() -> None:
    of = article("Both met envoys.")
    envoys = group("envoys", of)
    events = [event((of, claim(of, ADA, envoys))), event((of, claim(of, CAY, envoys)))]
    assert _found(events) == []


def test_one_meeting_of_three_is_one_hop_and_never_two() -> None:
    assert _found([contact(ADA, BEN, CAY, edtf="2031-04-01")]) == [("certain", ["Ada", "Cay"])]


def test_shorter_comes_first_then_certain_then_names() -> None:
    events = [
        contact(ADA, DOV, edtf="2031-01-01"),
        contact(DOV, CAY, edtf="2031-01-02"),
        contact(ADA, BEN, edtf="2031-01"),
        contact(BEN, CAY, edtf="2031-01"),
        contact(ADA, CAY, edtf="2031"),
    ]
    assert _found(events) == [
        ("certain", ["Ada", "Cay"]),
        ("certain", ["Ada", "Dov", "Cay"]),
        ("possible", ["Ada", "Ben", "Cay"]),
    ]


def test_a_chain_takes_the_events_that_arrive_soonest() -> None:
    soon, late = contact(ADA, BEN, edtf="2031-01-05"), contact(ADA, BEN, edtf="2031-01-09")
    before, after = contact(BEN, CAY, edtf="2031-01-04"), contact(BEN, CAY, edtf="2031-01-07")
    (path,) = find_paths([late, soon, before, after], person(ADA).id, person(CAY).id)
    assert [hop.event for hop in path.hops] == [soon, after]


def test_k_limits_each_order_and_a_long_chain_is_left_out() -> None:
    between = ["Eno Farrow", "Fay Galt", "Gil Horn"]
    events = [
        contact(a, b, edtf=day) for name in between for a, b, day in [(ADA, name, "2031-01-01"), (name, CAY, "2031-02")]
    ]
    assert len(find_paths(events, person(ADA).id, person(CAY).id, k=2)) == 2
    assert find_paths(events, person(ADA).id, person(CAY).id, max_hops=1) == ()


def test_nobody_is_on_the_way_to_himself_or_to_a_stranger() -> None:
    events = [contact(ADA, BEN)]
    assert find_paths(events, person(ADA).id, person(ADA).id) == ()
    assert find_paths(events, person(ADA).id, "a-unknown") == ()


def test_without_an_order_the_plain_shortest_paths_remain() -> None:
    events = [contact(ADA, BEN, edtf="2031-05"), contact(BEN, CAY, edtf="2031-04")]
    (path,) = ContactNet(events).paths(person(ADA).id, person(CAY).id, Order.ANY)
    assert [actor.name for actor in path.actors] == [ADA, BEN, CAY]


def test_a_big_gathering_is_walked_not_expanded() -> None:
    crowd = [f"Guest {number:03}" for number in range(400)]
    events = [contact(ADA, *crowd, edtf="2031-01-01"), contact(CAY, *crowd, edtf="2031-01-02")]
    paths = find_paths(events, person(ADA).id, person(CAY).id, k=3)
    assert [path.actors[1].name for path in paths] == crowd[:3]


# Everything, tried: all chains of actors, all choices of events.

NAMES = [ADA, BEN, CAY, DOV, "Eno Farrow"]
_START = date(2031, 1, 1)
_days = st.integers(0, 8)


@st.composite
def _reading(draw: st.DrawFn) -> str | None:
    low, high = sorted((draw(_days), draw(_days)))
    first, last = ((_START + timedelta(days=day)).isoformat() for day in (low, high))
    return draw(
        st.sampled_from(
            [
                None,
                first,
                UncertainDate.between(*map(date.fromisoformat, (first, last))).edtf,
                f"{first}/..",
                f"../{last}",
            ]
        )
    )


@st.composite
def _events(draw: st.DrawFn) -> list[Event]:
    made = []
    for number in range(draw(st.integers(1, 6))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
        made.append(contact(*names, edtf=draw(_reading()), key=str(number)))
    return made


def _certain(events: Sequence[Event]) -> bool:
    bounds = [event.date.date.bounds if event.date else (date.min, date.max) for event in events]
    return all(one[1] <= other[0] for one, other in pairwise(bounds))


def _possible(events: Sequence[Event]) -> bool:
    bounds = [event.date.date.bounds if event.date else (date.min, date.max) for event in events]
    days = [_START + timedelta(days=number) for number in range(-1, 10)]
    table = {day for day in days if bounds[0][0] <= day <= bounds[0][1]}
    for low, high in bounds[1:]:
        table = {day for day in days if low <= day <= high and any(before <= day for before in table)}
    return bool(table)


def _brute(events: Sequence[Event], source: str, target: str) -> dict[tuple[str, ...], str]:
    found = {}
    for length in range(len(NAMES) - 1):
        for middle in permutations([name for name in NAMES if name not in (source, target)], length):
            chain = (source, *middle, target)
            choices = [
                [event for event in events if {a, b} == {actor.actor.name for actor in event.participants} & set(chain)]
                for a, b in pairwise(chain)
            ]
            ways = list(product(*choices))
            if any(_certain(way) for way in ways):
                found[chain] = "certain"
            elif any(_possible(way) for way in ways):
                found[chain] = "possible"
    return _not_much_longer(found)


def _not_much_longer(found: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    certain = [len(chain) for chain, order in found.items() if order == "certain"]
    limit = {"certain": min(certain, default=0) + MAX_MORE, "possible": min(map(len, found), default=0) + MAX_MORE}
    return {chain: order for chain, order in found.items() if len(chain) <= limit[order]}


@settings(max_examples=150, deadline=None)
@given(_events())
def test_it_finds_what_trying_everything_finds(events: list[Event]) -> None:
    paths = find_paths(events, person(ADA).id, person(CAY).id, k=1000)
    assert {_names(path): path.order.value for path in paths} == _brute(events, ADA, CAY)
    lengths = [len(path.hops) for path in paths]
    assert lengths == sorted(lengths)
    for path in paths:
        way = [hop.event for hop in path.hops]
        assert _certain(way) if path.order is Order.CERTAIN else _possible(way)
        for hop in path.hops:
            assert {hop.start, hop.end} <= {participant.actor for participant in hop.event.participants}


@settings(max_examples=50, deadline=None)
@given(_events(), st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(events: list[Event], mixed: random.Random) -> None:
    shuffled = events.copy()
    mixed.shuffle(shuffled)
    assert find_paths(shuffled, person(ADA).id, person(CAY).id) == find_paths(events, person(ADA).id, person(CAY).id)


def _names(path: Path) -> tuple[str, ...]:
    return tuple(actor.name for actor in path.actors)
