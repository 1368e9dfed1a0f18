"""What the example archive's claims come to together: occurrences, and how many told of them independently."""

from __future__ import annotations

from functools import cache

from graph.identity.events import derive
from tests.examples.archive import article, articles
from timeline.extract import extract_all
from timeline.model import COUNTED_STATUSES, ClaimType, Event, Status

_SEATING = ("5-courier-seating-plan", "7-courier-seating-plan-corrected")


@cache
def events() -> tuple[Event, ...]:
    read = extract_all(articles().values())
    return tuple(derive((made.article, claim) for made in read for claim in made.claims))


def found(kind: ClaimType, edtf: str, *names: str) -> list[Event]:
    return [
        event
        for event in events()
        if event.type is kind
        and event.date is not None
        and event.date.date.edtf == edtf
        and {p.actor.name for p in event.participants} >= set(names)
    ]


def test_a_wire_story_and_its_edited_copy_are_one_source() -> None:
    (call,) = found(ClaimType.CALL, "2016-12-05", "Edmund Carrow", "Leonid Dorsky")
    assert (call.articles, call.independent) == (3, 2)


def test_the_summit_called_off_stands_once() -> None:
    summits = [e for e in events() if {p.actor.name for p in e.participants} == {"Ruth Imber", "Dmitar Kovel"}]
    ahead = [(e.status, e.date and e.date.date.edtf, e.articles) for e in summits if e.status not in COUNTED_STATUSES]
    assert ahead == [(Status.HYPOTHETICAL, "2017-03-17", 2)]


def test_what_a_correction_replaced_is_told_no_more() -> None:
    told_in = {citation.version for event in events() for citation in event.citations}
    first, corrected = (article(f"2017-01-2{name}.html").version for name in _SEATING)
    assert corrected in told_in
    assert first not in told_in


def test_what_both_prints_of_the_wire_story_tell_is_told_once() -> None:
    founded = [event for event in events() if event.date is not None and event.date.date.edtf == "1991"]
    assert [(event.articles, event.independent) for event in founded] == [(2, 1)]


def test_the_committee_and_its_chairwoman_hear_the_minister_in_one_hearing() -> None:
    heard = [
        event
        for event in events()
        if event.type is ClaimType.HEARING
        and event.status is Status.ASSERTED
        and any(p.actor.name == "Edmund Carrow" for p in event.participants)
    ]
    assert [{p.actor.name for p in event.participants} for event in heard] == [
        {"Edmund Carrow", "Public Contracts Committee", "Clara Wendell"}
    ]
