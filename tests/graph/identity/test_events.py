"""Claims of one occurrence join, whatever their order; claims of two never do."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity.events import derive
from tests.making import article, claim, organisation, person
from timeline.dates.uncertain import UncertainDate
from timeline.model import Actor, ActorKind, Article, Claim, ClaimType, DateReading, Event, Participant, Status

TEXT = "Ann Lee met Bob Ray."
ANN = person("Ann Lee")
PIECES = [
    "2016-07-05",
    "2016-07-06",
    "2016-07",
    "2016-08",
    "2016-08-01",
    "2016-07-20/2016-08-03",
    "2016",
    "../2016-07-10",
]


def told(edtf: str | None, *names: str, key: str = "one", **more: object) -> tuple[Article, Claim]:
    of = article(f"{TEXT} {key}", key=key, source=key)
    return of, claim(of, *(names or ("Ann Lee", "Bob Ray")), edtf=edtf, **more)  # type: ignore[arg-type]


def dates(events: list[Event]) -> list[str | None]:
    return [event.date.date.edtf if event.date else None for event in events]


@pytest.mark.parametrize(
    ("given_dates", "event_dates"),
    [
        (["2016-07-05", "2016-07-05"], ["2016-07-05"]),
        (["2016-07-05", "2016-07"], ["2016-07-05"]),
        (["2016-07-05", "2016-07-06"], ["2016-07-05", "2016-07-06"]),
        (["2016-07-05", "2016", "2016-09-08"], ["2016-07-05", "2016-09-08"]),
        (["2016-07-05", None, "2016-09-08"], ["2016-07-05", "2016-09-08"]),
        ([None, None], [None]),
        (["2016", "2016"], ["2016"]),
        (["2016-07-01/2016-07-10", "2016-07-08/2016-07-20"], ["2016-07-08/2016-07-10"]),
        (["2016-07-05", "../2016-07-10"], ["2016-07-05"]),
        (["2015", "2016-07"], ["2015", "2016-07"]),
    ],
)
def test_contacts_of_compatible_dates_are_one_event(
    given_dates: list[str | None], event_dates: list[str | None]
) -> None:
    events = derive(told(edtf, key=str(number)) for number, edtf in enumerate(given_dates))
    assert dates(events) == event_dates


def test_a_wide_claim_is_cited_by_each_narrower_event() -> None:
    wide = told("2016", key="wide", count="2")
    events = derive([told("2016-07-05", key="a"), told("2016-09-08", key="b"), wide])
    assert [event.count for event in events] == [None, None]
    assert all(wide[1].id in {citation.claim_id for citation in event.citations} for event in events)


def test_a_wide_claim_alone_is_an_event_with_its_count() -> None:
    (event,) = derive([told("2016", count="2"), told(None, key="x", count="several")])
    assert (event.count, event.date and event.date.date.edtf, event.articles) == ("2", "2016", 2)


@pytest.mark.parametrize(
    ("plan", "fate", "expected"),
    [
        ("2016-07-08", "2016-07-04/2016-07-08", [("hypothetical", "2016-07-08")]),
        ("2016-07-08", "2016-07-08", [("hypothetical", "2016-07-08")]),
        ("2016-07-08", "2016-07-15", [("planned", "2016-07-08"), ("hypothetical", "2016-07-15")]),
        # Who would have liked to meet her that year, or some day, says nothing of that day.
        ("2016-07-08", "2016", [("hypothetical", "2016"), ("planned", "2016-07-08")]),
        ("2016-07-08", None, [("planned", "2016-07-08"), ("hypothetical", None)]),
        (None, None, [("hypothetical", None), ("planned", None)]),
    ],
)
def test_a_plan_called_off_is_one_event(plan: str | None, fate: str | None, expected: list[tuple[str, str]]) -> None:
    tellings = [
        told(plan, key="1", status=Status.PLANNED),
        told(fate, key="2", status=Status.HYPOTHETICAL),
    ]
    events = derive(tellings)
    assert {(event.status.value, when) for event, when in zip(events, dates(events), strict=True)} == set(expected)
    assert len({event.id for event in events}) == len(events)
    assert derive(tellings[::-1]) == events


def test_of_two_plans_none_is_the_one_called_off() -> None:
    tellings = [
        told("2016-07-08", key="1", status=Status.PLANNED),
        told("2016-07-15", key="2", status=Status.PLANNED),
        told("2016-07", key="3", status=Status.HYPOTHETICAL),
    ]
    assert len(derive(tellings)) == 3


@pytest.mark.parametrize("status", [Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL])
def test_what_did_not_take_place_never_joins_what_did(status: Status) -> None:
    events = derive(
        [told("2016-07-05"), told("2016-07-05", key="two", status=status), told("2016-07", key="3", status=status)]
    )
    assert {event.status: len(event.citations) for event in events} == {Status.ASSERTED: 1, status: 2}


def test_alleged_and_asserted_join_and_asserted_stands() -> None:
    (event,) = derive([told("2016-07-05", status=Status.ALLEGED), told("2016-07", key="two")])
    assert event.status is Status.ASSERTED
    assert event.independent == 2


@pytest.mark.parametrize(
    "other",
    [
        told("2016-07-05", "Ann Lee", "Cem Oz", key="two"),
        told("2016-07-05", "Ann Lee", "Bob Ray", "Cem Oz", key="two"),
        told("2016-07-05", key="two", kind=ClaimType.CALL),
    ],
)
def test_other_people_and_other_types_stay_apart(other: tuple[Article, Claim]) -> None:
    assert len(derive([told("2016-07-05"), other])) == 2


def test_unnamed_company_neither_joins_nor_parts_named_people() -> None:
    aides = Actor("u-1", "aides", ActorKind.GROUP, named=False)
    of = article(TEXT, key="two")
    accompanied = (of, claim(of, *told("2016-07-05")[1].actors, aides, edtf="2016-07"))
    (event,) = derive([told("2016-07-05"), accompanied])
    assert [p.actor.name for p in event.participants] == ["Ann Lee", "Bob Ray", "aides"]


def test_one_name_and_unnamed_others_stay_apart_across_articles() -> None:
    def one(key: str) -> tuple[Article, Claim]:
        of = article(f"{TEXT} So it is told in {key}.", key=key)
        return of, claim(of, "Ann Lee", Actor(f"u-{key}", "officials", ActorKind.GROUP, named=False))  # type: ignore[arg-type]

    def lee(key: str) -> tuple[Article, Claim]:
        of, made = one(key)
        return of, replace(made, participants=(Participant(told(None)[1].actors[0]), made.participants[1]))

    assert len(derive([lee("x"), lee("y")])) == 2


def test_statements_join_by_speaker_words_and_date() -> None:
    def said(words: str, key: str, edtf: str | None, who: str = "Ann Lee") -> tuple[Article, Claim]:
        of = article(f"{words} said {who} ({key}).", key=key, source=key)
        return of, claim(of, who, kind=ClaimType.STATEMENT, quote=words, edtf=edtf)

    same = [said("We never met.", "a", "2017-03-01"), said("We never met.", "b", None)]
    assert len(derive(same)) == 1
    for other in (
        said("We often met.", "c", None),
        said("We never met.", "c", None, "Bob Ray"),
    ):
        assert len(derive([*same, other])) == 2


def test_other_types_need_the_same_roles_trigger_and_a_date() -> None:
    def fired(key: str, edtf: str | None, *roles: str, word: str = "fired") -> tuple[Article, Claim]:
        of = article(f"{word} Bob Ray", key=key)
        made = claim(of, "Ann Lee", "Bob Ray", kind=ClaimType.DEPARTURE, edtf=edtf)
        parts = tuple(replace(p, role=role) for p, role in zip(made.participants, roles, strict=True))
        return of, replace(made, participants=parts)

    base = fired("a", "2017-05-09", "agent", "patient")
    assert len(derive([base, fired("b", "2017-05", "agent", "patient")])) == 1
    assert len(derive([base, fired("b", "2017-05", "patient", "agent")])) == 2
    assert len(derive([base, fired("b", "2017-05-09", "agent", "patient", word="dismissed")])) == 2
    assert len(derive([base, fired("b", None, "agent", "patient")])) == 2
    assert len(derive([fired("a", None, "agent", "patient"), fired("b", None, "agent", "patient")])) == 1


def test_the_reading_of_the_narrowest_claim_is_kept() -> None:
    of, narrow = told("2016-07-05", key="narrow")
    stated = UncertainDate.parse("2016-07")
    reading = DateReading(UncertainDate.parse("2016-07-04/2016-07-06"), "that week", None, "by the calendar", stated)
    (event,) = derive([(of, replace(narrow, date=reading)), told("2016-07", key="wide")])
    assert event.date == reading


def test_dates_that_cut_each_other_say_so_in_the_derivation() -> None:
    (event,) = derive([told("2016-07-01/2016-07-10"), told("2016-07-08/2016-07-20", key="two")])
    assert event.date is not None
    assert event.date.derivation == "given by the test; elsewhere 2016-07-08/2016-07-20"


def test_the_most_specific_role_wins_and_the_fullest_name() -> None:
    of, plain = told("2016-07-05")
    house = organisation("Upper Chamber")
    other = article(TEXT, key="other")
    body = claim(other, replace(plain.actors[0], name="Ann B. Lee"), house, kind=ClaimType.HEARING)
    loose = replace(plain, type=ClaimType.HEARING, participants=(plain.participants[0], Participant(house)))
    roles = (replace(body.participants[0], role="witness"), replace(body.participants[1], role="body"))
    (event,) = derive([(of, loose), (other, replace(body, participants=roles))])
    assert [(p.role, p.actor.name) for p in event.participants] == [
        ("body", "Upper Chamber"),
        ("witness", "Ann B. Lee"),
    ]
    assert event.participants[1].actor.aliases == ("Ann Lee",)
    assert event.title == "Ann B. Lee heard by Upper Chamber"


def test_another_telling_of_the_same_day_or_less_keeps_the_id() -> None:
    (alone,) = derive([told("2016-07-05")])
    (joined,) = derive([told("2016-07-05"), told("2016-07-05", key="b"), told("2016", key="c"), told(None, key="d")])
    assert alone.id == joined.id


tellings = st.lists(
    st.tuples(
        st.sampled_from([None, *PIECES]),
        st.sampled_from([("Ann Lee", "Bob Ray"), ("Ann Lee", "Cem Oz"), ("Ann Lee",)]),
        st.sampled_from([Status.ASSERTED, Status.ALLEGED, Status.PLANNED]),
        st.sampled_from([ClaimType.MEETING, ClaimType.CALL, ClaimType.ACTION]),
    ),
    max_size=9,
)


def made(drawn: list[tuple[str | None, tuple[str, ...], Status, ClaimType]]) -> list[tuple[Article, Claim]]:
    return [
        told(edtf, *names, key=f"k{number}", status=status, kind=kind)
        for number, (edtf, names, status, kind) in enumerate(drawn)
    ]


@given(tellings, st.randoms(use_true_random=False))
@settings(deadline=None)  # the first example reads the data files
def test_the_order_of_arrival_does_not_matter(drawn: list, chance: object) -> None:
    claims = made(drawn)
    shuffled = claims[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert derive(claims) == derive(shuffled) == derive(claims + shuffled)


@given(tellings)
def test_every_claim_is_cited_and_ids_are_unique(drawn: list) -> None:
    claims = made(drawn)
    events = derive(claims)
    assert {c.id for _, c in claims} == {citation.claim_id for event in events for citation in event.citations}
    assert len({event.id for event in events}) == len(events)


@given(tellings)
def test_claims_of_one_event_are_compatible_and_allow_its_date(drawn: list) -> None:
    claims = {c.id: c for _, c in made(drawn)}
    for event in derive(made(drawn)):
        intervals = [claims[c.claim_id].date for c in event.citations]
        dated = [reading.date for reading in intervals if reading]
        assert all(one.overlaps(other) for one in dated for other in dated)
        assert bool(dated) == (event.date is not None)
        assert event.date is None or all(one.contains(event.date.date) for one in dated)


@given(tellings)
def test_disjoint_events_share_only_claims_wide_enough_for_both(drawn: list) -> None:
    claims = {c.id: c for _, c in made(drawn)}
    events = derive(made(drawn))
    for one in events:
        for other in (event for event in events if event is not one):
            for claim_id in {c.claim_id for c in one.citations} & {c.claim_id for c in other.citations}:
                reading = claims[claim_id].date
                assert one.date is not None
                assert other.date is not None
                assert reading is None or (
                    reading.date.overlaps(one.date.date) and reading.date.overlaps(other.date.date)
                )


@given(tellings)
@settings(max_examples=50)
def test_an_unrelated_claim_changes_nothing_else(drawn: list) -> None:
    claims = made(drawn)
    unrelated = told("2016-07-05", "Dora Fox", "Eli Gad", key="unrelated")
    more = derive([*claims, unrelated])
    assert [event for event in more if "Dora Fox" not in event.title] == derive(claims)
    far = derive([*claims, told("1999-01-01", key="far")])
    assert {event.id for event in derive(claims)} - {event.id for event in far} <= {
        event.id for event in derive(claims) if event.date is None or event.date.date.bounds[0].year < 1999
    }


def test_a_wide_claim_lends_its_place_to_no_narrower_event() -> None:
    events = derive([told("2016-07-05", key="a"), told("2016-09-08", key="b"), told(None, key="wide", place="Orlan")])
    assert [event.place for event in events] == [None, None]


def test_claims_of_the_same_days_give_the_place() -> None:
    (event,) = derive([told("2016-07-05", key="a"), told("2016-07-05", key="b", place="Orlan")])
    assert event.place == "Orlan"


STORY = " ".join(f"Paragraph {number} of the story says what happened next." for number in range(30))


def printed(key: str, sentence: str, *who: Actor | str, story: str = STORY, **more: Any) -> tuple[Article, Claim]:
    of = article(f"{sentence} {story}", key=key, source=key)
    return of, claim(of, *who, quote=sentence, **more)


def officials(key: str) -> Actor:
    return Actor(f"u-{key}", "Officials", ActorKind.GROUP, named=False)


def test_a_story_printed_twice_tells_of_one_event_though_nobody_names_the_other() -> None:
    sentence = "Ann Lee saw officials."
    told_twice = [printed(key, sentence, ANN, officials(key)) for key in ("wire", "paper")]
    found = {tuple(derive(order)) for order in permutations(told_twice)}
    ((event,),) = found
    assert (event.articles, event.independent) == (2, 1)
    assert sorted(p.actor.name for p in event.participants) == ["Ann Lee", "Officials"]
    elsewhere = printed("other", sentence, ANN, officials("other"), story="Another tale. " * 20)
    assert len(derive([*told_twice, elsewhere])) == 2


def test_an_actor_known_by_one_word_is_one_in_both_prints() -> None:
    def founded(key: str, edtf: str = "1991") -> tuple[Article, Claim]:
        orlan = Actor(f"a-orlan-{key}", "Orlan")
        return printed(key, "Orlan was founded in 1991.", orlan, kind=ClaimType.ACTION, edtf=edtf)

    (event,) = derive([founded("wire"), founded("paper")])
    assert [p.actor.name for p in event.participants] == ["Orlan"]
    assert len(derive([founded("wire"), founded("paper", "1992")])) == 2


def test_two_versions_of_an_article_say_one_thing_once() -> None:
    words = "A spokeswoman said that she could find no such report."
    tellings = []
    for number in (1, 2):
        of = article(f"{words} Version {number}.", key="wire")
        speaker = Actor(f"u-{number}", "A spokeswoman", named=False)
        tellings.append((of, claim(of, speaker, kind=ClaimType.STATEMENT, quote=words)))
    (event,) = derive(tellings)
    assert event.articles == 1


HOUSE, PANEL, CARA = organisation("Upper Chamber"), organisation("Harbour Panel"), person("Cara Wend")


def hearing(key: str, *asking: tuple[Actor, str], edtf: str | None = "2017-02-21") -> tuple[Article, Claim]:
    of = article(f"Ann Lee answered in {key}. {' '.join(actor.name for actor, _ in asking)} asked.", key=key)
    made = claim(of, ANN, *(actor for actor, _ in asking), kind=ClaimType.HEARING, edtf=edtf)
    roles = ("witness", *(role for _, role in asking))
    parts = tuple(replace(p, role=role) for p, role in zip(made.participants, roles, strict=True))
    return of, replace(made, participants=parts)


def test_hearings_of_one_witness_on_one_day_are_one_whoever_asks() -> None:
    told_by = [hearing("one", (HOUSE, "body")), hearing("two", (CARA, "questioner")), hearing("three")]
    found = {tuple(derive(order)) for order in permutations(told_by)}
    ((event,),) = found
    assert {(p.actor.name, p.role) for p in event.participants} == {
        ("Ann Lee", "witness"),
        ("Upper Chamber", "body"),
        ("Cara Wend", "questioner"),
    }


def test_hearings_by_two_bodies_or_on_two_days_are_two() -> None:
    house, panel = hearing("one", (HOUSE, "body")), hearing("two", (PANEL, "body"))
    assert len(derive([house, panel])) == 2
    assert len(derive([house, panel, hearing("three", (CARA, "questioner"))])) == 3
    assert len(derive([house, hearing("two", (CARA, "questioner"), edtf="2017-02-22")])) == 2
    assert len(derive([house, hearing("two", (CARA, "questioner"), edtf="2017-02")])) == 2


def test_what_an_article_asks_without_a_day_belongs_to_its_one_hearing() -> None:
    of, sat = hearing("one", (HOUSE, "body"))
    asked = replace(hearing("one", (CARA, "questioner"), edtf=None)[1], id="c-asked")
    (event,) = derive([(of, sat), (of, asked)])
    assert len(event.participants) == 3
    elsewhere, other = hearing("two", (CARA, "questioner"), edtf=None)
    assert len(derive([(of, sat), (elsewhere, other)])) == 2
