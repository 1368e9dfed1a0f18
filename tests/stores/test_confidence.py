"""Only sure claims: both engines answer as a store would in which every other claim stands judged wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from graph.contacts import contact_ties
from graph.store import Store
from graph.store.base import EventFilter, Judgement, NotFoundError
from tests.stores.samples import ANN, BOB, CEM, HOUSE, alone, archive
from timeline.model import ClaimType, Extraction, Score, Status

LEVELS = (0.0, 0.2, 0.5, 0.8, 1.0)


def scored() -> list[Extraction]:
    """Return the archive with confidences that part the claims of one event, and one event told by two at last."""
    values = iter(count())
    extra = [alone("weak", edtf="2016-07"), alone("strong", edtf="2016"), alone("late", ANN, CEM, edtf="2020")]
    return [
        replace(
            each,
            claims=tuple(
                replace(made, confidence=Score((0.9, 0.2, 0.6, 0.8)[next(values) % 4], "made up"))
                for made in each.claims
            ),
        )
        for each in [*archive(), *extra]
    ]


@pytest.fixture
def full(store: Store) -> Store:
    store.upsert(scored())
    return store


def answers(store: Store, least: float | None = None, **more: Any) -> Iterator[object]:
    """Yield everything that can be asked with a filter."""
    where = EventFilter(min_confidence=least, **more)
    yield store.events(where, limit=1000)
    yield store.events(where, limit=2)
    yield list(store.contact_stream(where))
    for actor in (ANN, BOB, CEM, HOUSE):
        yield store.timeline(actor.id, where, limit=1000)
        yield store.contacts(actor.id, where)
        yield store.meetings(actor.id, None, where)
        yield store.meetings(actor.id, BOB.id, where)
    for words in ("met", "lee ray", "orl", "never met", "chamber"):
        yield store.search(words, where)


@pytest.mark.parametrize("least", LEVELS)
def test_the_answer_is_that_without_the_other_claims(full: Store, least: float) -> None:
    found = list(answers(full, least))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    unsure = [made.id for each in scored() for made in each.claims if made.confidence.value < least]
    full.judge(Judgement("j1", "wrong", tuple(unsure), "desk", "too weak", at))
    assert found == list(answers(full))
    assert found == list(answers(full, least))


@pytest.mark.parametrize(
    "more",
    [
        {"since": date(2016, 7, 1), "until": date(2016, 9, 30)},
        {"types": frozenset({ClaimType.MEETING})},
        {"types": frozenset({ClaimType.STATEMENT, ClaimType.CALL})},
        {"statuses": frozenset({Status.ASSERTED, Status.DENIED})},
        {"types": frozenset({ClaimType.CALL}), "since": date(2016, 8, 1)},
    ],
)
def test_other_filters_hold_as_well(full: Store, more: dict[str, Any]) -> None:
    sure = full.events(EventFilter(min_confidence=0.5), limit=1000).items
    where = EventFilter(min_confidence=0.5, **more)
    assert full.events(where, limit=1000).items == tuple(event for event in sure if where.admits(event))
    assert list(answers(full, 0.0, **more)) == list(answers(full, **more))


def test_days_that_only_an_unsure_claim_tells_are_not_told(store: Store) -> None:
    wide, narrow = alone("wide", edtf="2016"), alone("narrow", edtf="2016-07-05")
    weak = replace(narrow, claims=tuple(replace(c, confidence=Score(0.4, "weak")) for c in narrow.claims))
    store.upsert([wide, weak])
    assert [event.date.date.edtf for event in store.events().items if event.date] == ["2016-07-05"]
    (sure,) = store.events(EventFilter(min_confidence=0.5)).items
    assert sure.date is not None
    assert (sure.date.date.edtf, sure.articles, len(sure.citations)) == ("2016", 1, 1)
    assert store.events(EventFilter(since=date(2016, 12, 1))).items == ()
    assert store.events(EventFilter(since=date(2016, 12, 1), min_confidence=0.5)).items == (sure,)


@pytest.mark.parametrize("least", LEVELS)
def test_an_event_listed_with_a_threshold_is_found_with_it(full: Store, least: float) -> None:
    where = EventFilter(min_confidence=least)
    found = full.events(where, limit=1000).items
    assert [full.event(event.id, min_confidence=least) for event in found] == list(found)
    for version in {citation.version for event in found for citation in event.citations}:
        told = tuple(event for event in found if version in {citation.version for citation in event.citations})
        assert full.article_events(version, min_confidence=least) == told


def test_an_event_of_unsure_claims_is_told_from_that_of_sure_ones(store: Store) -> None:
    wide, narrow = alone("wide", edtf="2016"), alone("narrow", edtf="2016-07-05")
    weak = replace(narrow, claims=tuple(replace(c, confidence=Score(0.4, "weak")) for c in narrow.claims))
    store.upsert([wide, weak])
    (whole,), (sure,) = store.events().items, store.events(EventFilter(min_confidence=0.5)).items
    assert whole.id != sure.id
    with pytest.raises(NotFoundError, match="an id from a list with a least confidence is found with the same one"):
        store.event(sure.id)
    with pytest.raises(NotFoundError):
        store.event(whole.id, min_confidence=0.5)


def test_a_threshold_is_reached_by_what_equals_it(full: Store) -> None:
    values = {made.confidence.value for each in scored() for made in each.claims}
    told = {least: len(full.events(EventFilter(min_confidence=least), limit=1000).items) for least in sorted(values)}
    assert told[0.2] == len(full.events(limit=1000).items)
    assert list(told.values()) == sorted(told.values(), reverse=True)
    assert 0 < told[0.9] < told[0.2]
    assert full.events(EventFilter(min_confidence=0.91)).items == ()


def test_pages_of_sure_events_are_the_whole(full: Store) -> None:
    where = EventFilter(min_confidence=0.5)
    whole, seen, cursor = full.events(where, limit=1000).items, [], None
    while True:
        part = full.events(where, after=cursor, limit=2)
        seen += part.items
        if (cursor := part.next) is None:
            break
    assert tuple(seen) == whole


def test_ties_are_drawn_from_sure_events(full: Store) -> None:
    where = EventFilter(min_confidence=0.9)
    told = {event.id for tie in contact_ties(full.contact_stream(where)) for event in tie.events}
    assert told <= {event.id for event in full.events(where, limit=1000).items}
    assert asdict(full.contacts(ANN.id, where)) != asdict(full.contacts(ANN.id))
