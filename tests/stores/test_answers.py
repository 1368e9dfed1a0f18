"""Both engines give the same answers, in the one order that the protocol states."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from graph.identity.events import derive
from graph.store import Store
from graph.store.base import AmbiguousActorError, CursorError, EventFilter, Judgement, NotFoundError
from tests.making import article, claim, extraction, person
from tests.stores.samples import AIDES, ANN, BOB, CEM, HOUSE, alone, archive, claim_of, content
from timeline.model import Actor, ActorKind, Article, Claim, ClaimType, Stance, Status


@pytest.fixture
def full(store: Store) -> Store:
    store.upsert(archive())
    return store


def titles(events: object) -> list[str]:
    return [event.title for event in events]  # type: ignore[attr-defined]


def test_events_are_those_derived_from_all_claims(full: Store) -> None:
    derived = derive((each.article, made) for each in archive() for made in each.claims)
    assert list(full.events().items) == derived
    assert [full.event(event.id) for event in derived] == derived


def test_events_stand_in_order_of_date_undated_last(full: Store) -> None:
    assert [event.date and event.date.date.edtf for event in full.events().items] == [
        "../2000-12-31",
        "2016-07-05",
        "2016-08/2016-09",
        "2016-10~",
        "2016-12-01/..",
        "2017-03-02",
        "2017-05",
        None,
        None,
    ]


def test_pages_together_are_the_whole(full: Store) -> None:
    whole = full.events(limit=100)
    assert whole.next is None
    for size in (1, 2, 3, 9):
        seen, cursor = [], None
        while True:
            part = full.events(after=cursor, limit=size)
            seen += part.items
            if (cursor := part.next) is None:
                break
        assert tuple(seen) == whole.items


def test_a_cursor_goes_on_from_its_place_when_events_are_added_before_it(full: Store) -> None:
    first = full.events(limit=3)
    rest = full.events(after=first.next).items
    full.upsert([alone("early", ANN, CEM, edtf="1990"), alone("late", ANN, CEM, edtf="2020")])
    again = full.events(after=first.next).items
    assert [event for event in again if event in rest] == list(rest)
    assert len(again) == len(rest) + 1


@pytest.mark.parametrize("method", ["events", "actors", "articles"])
def test_a_made_up_cursor_is_refused(full: Store, method: str) -> None:
    with pytest.raises(CursorError, match="no cursor"):
        getattr(full, method)(after="ä!")


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (EventFilter(since=date(2016, 12, 31), until=date(2017, 3, 2)), ["2016-12-01/..", "2017-03-02"]),
        (EventFilter(until=date(1999, 1, 1)), ["../2000-12-31"]),
        (EventFilter(since=date(2017, 5, 31)), ["2016-12-01/..", "2017-05"]),
        (EventFilter(types=frozenset({ClaimType.CALL, ClaimType.HEARING})), ["2016-08/2016-09", "2016-10~"]),
        (EventFilter(statuses=frozenset({Status.PLANNED, Status.ALLEGED})), ["2016-12-01/..", "2017-05"]),
        (EventFilter(types=frozenset({ClaimType.CALL}), since=date(2016, 10, 1)), []),
        (EventFilter(types=frozenset({ClaimType.DEPARTURE})), [None]),
    ],
)
def test_filters_select(full: Store, where: EventFilter, shown: list[str | None]) -> None:
    found = full.events(where).items
    assert [event.date and event.date.date.edtf for event in found] == shown
    assert list(found) == [event for event in full.events().items if where.admits(event)]
    assert [event for event in full.contact_stream() if where.admits(event)] == list(full.contact_stream(where))


def test_a_timeline_has_all_events_of_an_actor(full: Store) -> None:
    page = full.timeline(CEM.id)
    assert page.items == tuple(e for e in full.events().items if CEM.id in {p.actor.id for p in e.participants})
    assert len(page.items) == 4
    assert (
        full.timeline(CEM.id, limit=2).items + full.timeline(CEM.id, after=full.timeline(CEM.id, limit=2).next).items
        == page.items
    )
    assert full.timeline(AIDES.id).items[0].type is ClaimType.HEARING


def test_meetings_part_what_took_place_from_what_did_not(full: Store) -> None:
    both = full.meetings(ANN.id, BOB.id)
    assert titles(both.contacts) == ["Ann Lee met Bob Ray"]
    assert titles(both.not_contacts) == ["Ann Lee to meet Bob Ray", "Denied meeting of Ann Lee and Bob Ray"]
    assert [actor.id for actor in both.actors] == [ANN.id, BOB.id]
    assert len(full.meetings(ANN.id).contacts) == 3
    assert full.meetings(BOB.id, ANN.id).contacts == both.contacts
    assert full.meetings(CEM.id, BOB.id, EventFilter(until=date(2001, 1, 1))).contacts[0].articles == 1
    assert full.meetings(ANN.id, ANN.id).contacts == ()
    assert full.meetings(HOUSE.id, CEM.id).contacts == ()


def test_the_wide_claim_is_cited_and_its_sources_counted(full: Store) -> None:
    (event,) = full.meetings(ANN.id, BOB.id).contacts
    assert (event.articles, event.independent, len(event.citations), event.place) == (2, 2, 3, "Orlan")
    assert event.citations[0].evidence.attributed_to == ("a witness",)


def test_contacts_are_summed_up_by_the_other_actor(full: Store) -> None:
    summary = full.contacts(BOB.id)
    assert summary.actor == full.actor(BOB.id)
    assert [(one.actor.name, one.count, one.first, one.last, one.by_type) for one in summary.contacts] == [
        ("Cém Öz", 2, "../2000-12-31", "2016-12-01/..", (("correspondence", 2),)),
        ("Ann Lee", 1, "2016-07-05", "2016-07-05", (("meeting", 1),)),
    ]
    assert [(one.actor.name, one.count, one.first, one.last) for one in summary.not_contacts] == [
        ("Ann Lee", 2, "2017-05", "2017-05")
    ]
    assert summary.not_contacts[0].events == tuple(e.id for e in full.meetings(BOB.id).not_contacts)
    assert full.contacts(BOB.id, EventFilter(since=date(2017, 5, 1), until=date(2017, 5, 2))).contacts[0].count == 1


def test_unnamed_company_is_no_contact(full: Store) -> None:
    assert [one.actor.name for one in full.contacts(HOUSE.id).contacts] == ["Ann Lee"]
    assert AIDES.id not in {actor.id for actor in full.actors().items}
    assert full.actor(AIDES.id) == AIDES


def test_an_actor_is_the_union_over_articles(full: Store) -> None:
    ann = full.actor(ANN.id)
    assert (ann.name, ann.aliases, ann.roles) == ("Ann Lee", ("Lee",), ("minister", "envoy"))
    assert ann in full.actors().items


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cem", [CEM]),
        ("CÉM ö", [CEM]),
        ("lee", [ANN]),
        ("ann bob", []),
        ("upper chamber", [HOUSE]),
        ("chamber upp", [HOUSE]),
        ("aides", []),
        ("", []),
        ("*", []),
    ],
)
def test_actors_are_found_by_words_of_one_name(full: Store, words: str, found: list[object]) -> None:
    assert [actor.id for actor in full.find_actors(words)] == [actor.id for actor in found]  # type: ignore[attr-defined]


def test_exact_names_come_first_then_those_with_most_events(store: Store) -> None:
    store.upsert(
        [alone("1", "Lee", "Zed"), alone("2", "Anna Lee", "Bo Lee"), alone("3", "Bo Lee", "Lee Mo", edtf="2001")]
    )
    assert [actor.name for actor in store.find_actors("lee")] == ["Lee", "Bo Lee", "Anna Lee", "Lee Mo"]
    assert [actor.name for actor in store.find_actors("LEE", limit=2)] == ["Lee", "Bo Lee"]
    assert store.resolve_actor("bo lee").name == "Bo Lee"
    assert store.resolve_actor("Bo").name == "Bo Lee"
    assert store.resolve_actor(person("Lee Mo").id).name == "Lee Mo"
    with pytest.raises(AmbiguousActorError, match=r"Lee \(a-\w+\), Bo Lee"):
        store.resolve_actor("lee")  # who is called nothing else does not win over those with a full name
    with pytest.raises(AmbiguousActorError, match="Anna Lee") as caught:
        store.resolve_actor("le")
    assert [actor.name for actor in caught.value.candidates] == ["Bo Lee", "Anna Lee", "Lee", "Lee Mo"]


def test_what_is_not_there_is_not_found(store: Store) -> None:
    for ask in (store.actor, store.event, store.article, store.extraction, store.resolve_actor, store.timeline):
        with pytest.raises(NotFoundError, match="nobody"):
            ask("nobody")
    for ask in (store.contacts, store.meetings, store.article_events):
        with pytest.raises(NotFoundError, match="nobody"):
            ask("nobody")
    assert store.versions("nobody") == ()


def test_an_empty_store_answers(store: Store) -> None:
    info = store.info()
    assert (info.articles, info.versions, info.actors, info.claims, info.events) == (0, 0, 0, 0, 0)
    assert store.events().items == store.actors().items == store.articles().items == store.search("lee").items == ()
    assert list(store.export()) == list(store.contact_stream()) == []
    assert store.changes() == store.judgements() == store.find_actors("lee") == ()
    assert store.upsert([]).new == ()


def test_a_store_counts_what_it_holds(full: Store) -> None:
    info = full.info()
    assert (info.url, info.schema_version) == (full.url, 4)
    assert (info.articles, info.versions, info.actors, info.claims, info.events) == (4, 5, 5, 11, 9)


def test_articles_are_found_by_version_hash_and_id(full: Store) -> None:
    old, new = archive()[1].article, archive()[2].article
    assert full.article(old.version) == full.article(old.sha256) == old
    assert full.article(old.id) == new
    assert full.versions(old.id) == (old, new)


def test_unknown_publication_comes_last_among_versions_and_is_not_the_latest(store: Store) -> None:
    dated, undated = article("One.", key="k"), article("Two.", key="k", published=None)
    store.upsert([extraction(undated), extraction(dated)])
    assert store.versions("k") == (dated, undated)
    assert store.article("k") == dated


def test_articles_are_listed_by_id_as_bytes_whatever_the_characters(store: Store) -> None:
    keys = ["z", "\U00010400", "\ue000", "a b", "é", "Z", "https://x.example/?q=1"]
    store.upsert([extraction(article(f"Text {key}", key=key)) for key in keys])
    listed, cursor = [], None
    while True:
        part = store.articles(after=cursor, limit=2)
        listed += [info.article.id for info in part.items]
        if (cursor := part.next) is None:
            break
    assert listed == sorted(keys)
    assert [each.article.id for each in store.export()] == sorted(keys)


def test_actors_are_listed_by_id(full: Store) -> None:
    ids = sorted(actor.id for actor in (ANN, BOB, CEM, HOUSE))
    first = full.actors(limit=3)
    assert [actor.id for actor in (*first.items, *full.actors(after=first.next).items)] == ids


def test_an_extraction_comes_back_as_it_was(full: Store) -> None:
    for given in archive():
        assert full.extraction(given.article.version) == given
    assert list(full.export()) == sorted(archive(), key=lambda each: (each.article.id, each.article.version))


def test_a_version_tells_of_its_events(full: Store) -> None:
    version = archive()[1].article.version
    cited = tuple(e for e in full.events().items if version in {c.version for c in e.citations})
    assert full.article_events(version) == cited
    assert len(cited) == 4


def test_the_stream_of_contacts_has_every_status(full: Store) -> None:
    assert [event.status for event in full.contact_stream()].count(Status.ASSERTED) == 4
    assert {event.status for event in full.contact_stream()} >= {Status.PLANNED, Status.DENIED, Status.ALLEGED}


def test_a_stream_longer_than_its_stride_is_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.answers.STRIDE", 2)
    store.upsert(archive())
    assert len(list(store.contact_stream())) == 7
    assert len(list(store.export())) == 5


def test_open_and_unusual_values_come_back(store: Store) -> None:
    base = claim_of(alone("odd"))
    odd = replace(base, participants=(*base.participants, base.participants[0]), place="", count="several")
    given = replace(alone("odd"), claims=(odd,))
    store.upsert([given])
    assert store.extraction(given.article.version) == given
    assert store.events().items == tuple(derive([(given.article, odd)]))


def test_kinds_of_actors_come_back(full: Store) -> None:
    assert full.actor(HOUSE.id).kind is ActorKind.ORG
    assert full.actor(AIDES.id).kind is ActorKind.GROUP


def test_what_people_say_about_an_event_is_kept_with_how_far_it_goes(store: Store) -> None:
    spoken, denial, met = _denied()
    store.upsert([extraction(spoken, denial, met)])
    event = store.event(next(e.id for e in store.events().items if e.type is ClaimType.MEETING))
    (voice,) = event.voices
    assert (voice.claim_id, voice.speaker, voice.version) == (denial.id, ANN, spoken.version)
    assert (voice.stance, voice.scope) == (Stance.DENIES, "to discuss the lease")
    assert voice.span.of(spoken.text) == "that she met Bob Ray to discuss the lease"
    (said,) = [e.statement for e in store.events().items if e.statement]
    assert (said.stance, said.scope) == (Stance.DENIES, "to discuss the lease")
    assert store.extraction(spoken.version).claims == (denial, met)


def test_what_several_articles_say_about_an_event_stands_in_the_order_of_citations(store: Store) -> None:
    made = []
    for day, key in (("2017-03-01", "late"), ("2017-02-01", "early"), ("2017-04-01", "last")):
        of = article(f"Ann Lee confirmed that she met Bob Ray, {key}.", key=key, published=day, source=key)
        words = "that she met Bob Ray"
        said = claim(of, ANN, kind=ClaimType.STATEMENT, quote=words, stance=Stance.CONFIRMS)
        edtf = "2016-07-05" if key == "last" else "2016-07"
        made.append(extraction(of, said, claim(of, ANN, BOB, quote="met Bob Ray", edtf=edtf)))
    store.upsert(made)
    (event,) = [each for each in store.events().items if each.type is ClaimType.MEETING]
    late, early, last = (each.article.version for each in made)
    assert [voice.version for voice in event.voices] == [early, late, last]
    assert list(store.events().items) == derive((each.article, one) for each in made for one in each.claims)


def test_a_statement_judged_wrong_is_no_voice_while_the_judgement_stands(store: Store) -> None:
    spoken, denial, met = _denied()
    store.upsert([extraction(spoken, denial, met)])
    before = content(store)
    store.judge(Judgement("j-1", "wrong", (denial.id,), "editor", "misread", datetime(2026, 1, 1, tzinfo=UTC)))
    assert [event.voices for event in store.events().items] == [()]
    other = article("They did meet, so Bob Ray.", key="other")
    store.upsert([extraction(other, claim(other, ANN, BOB, status=Status.DENIED, quote="meet"))])
    assert [event.voices for event in store.events().items] == [()]
    store.upsert([extraction(other)], reread=True)
    store.undo("j-1", datetime(2026, 1, 2, tzinfo=UTC))
    assert json.loads(content(store))["events"] == json.loads(before)["events"]


def _denied() -> tuple[Article, Claim, Claim]:
    of = article("Ann Lee denied that she met Bob Ray to discuss the lease.", key="denial")
    words = "that she met Bob Ray to discuss the lease"
    denial = claim(of, ANN, kind=ClaimType.STATEMENT, quote=words, stance=Stance.DENIES, scope="to discuss the lease")
    return of, denial, claim(of, ANN, BOB, status=Status.DENIED, quote="met Bob Ray")


def test_a_story_printed_twice_and_one_sitting_are_what_the_claims_alone_make_of_them(store: Store) -> None:
    story = " ".join(f"Paragraph {number} says what happened next." for number in range(30))
    made = []
    for key in ("wire", "paper"):
        of = article(f"Orlan saw officials. Ann Lee answered on Monday. {story}", key=key, source=key)
        orlan, officials = Actor(f"a-orlan-{key}", "Orlan"), Actor(f"u-{key}", "Officials", named=False)
        asking = HOUSE if key == "wire" else BOB
        heard = claim(of, ANN, asking, kind=ClaimType.HEARING, edtf="2017-02-20", quote="answered on Monday")
        roles = ("witness", "body" if key == "wire" else "questioner")
        parts = tuple(replace(p, role=role) for p, role in zip(heard.participants, roles, strict=True))
        saw = claim(of, orlan, officials, quote="Orlan saw officials")
        made.append(extraction(of, saw, replace(heard, participants=parts)))
    for each in reversed(made):
        store.upsert([each])
    events = list(store.events().items)
    assert events == derive((each.article, one) for each in made for one in each.claims)
    assert [(event.type.value, event.articles, event.independent, len(event.participants)) for event in events] == [
        ("hearing", 2, 1, 3),
        ("meeting", 2, 1, 2),
    ]
