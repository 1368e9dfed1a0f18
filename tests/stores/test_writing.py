"""A batch takes effect whole or not at all, once, in any order; judgements can be undone exactly."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import batched

import pytest

from graph.store import Store
from graph.store.base import Judgement, NotFoundError, UnstorableError
from graph.store.copying import copy
from graph.store.neo4j_write import Neo4jTransaction
from graph.store.sqlite_write import SqliteTransaction
from tests.making import article, claim, extraction
from tests.stores.conftest import opened
from tests.stores.samples import ANN, BOB, CEM, alone, archive, claim_of, content
from timeline.model import Status

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def wrong(key: str, *claims: str) -> Judgement:
    return Judgement(key, "wrong", claims, "editor", "misread", AT)


def test_a_batch_says_what_it_did(store: Store) -> None:
    batch = archive()
    versions = [each.article.version for each in batch]
    done = store.upsert(batch)
    assert (done.new, done.changed, done.unchanged) == (tuple(versions), (versions[2],), ())
    again = store.upsert([*batch, batch[0], alone("more")])
    assert (again.new, again.changed) == ((alone("more").article.version,), ())
    assert again.unchanged == (*versions, versions[0])


def test_the_same_batch_again_changes_nothing(store: Store) -> None:
    store.upsert(archive())
    before, log = content(store), store.changes()
    store.upsert(archive())
    store.upsert(archive(), reread=True)
    assert content(store) == before
    assert store.changes() == log


@pytest.mark.parametrize("size", [1, 2, 5])
def test_the_order_and_size_of_batches_does_not_matter(store: Store, url: str, size: int) -> None:
    for batch in batched(reversed(archive()), size):
        store.upsert(batch)
    piecewise = content(store)
    store.close()
    with opened(url) as reopened:
        assert content(reopened) == piecewise
        assert [each.article.id for each in reopened.export()] == sorted(each.article.id for each in archive())
        assert len(reopened.events().items) == 9


@pytest.mark.parametrize("order", [1, -1])
def test_what_was_revised_is_told_no_more(store: Store, order: int) -> None:
    first = article("Lee met Ray on 4 May. Lee saw Öz.", key="one")
    second = article("Lee met Ray on 11 May.", key="one", revised="2017-03-04")
    batch = [
        extraction(first, claim(first, ANN, BOB, edtf="2016-05-04"), claim(first, ANN, CEM, edtf="2016-05-04")),
        extraction(second, claim(second, ANN, BOB, edtf="2016-05-11")),
    ]
    for each in batch[::order]:
        store.upsert([each])
    (event,) = store.events().items
    assert (event.date and event.date.date.edtf, event.articles) == ("2016-05-11", 1)
    assert store.article("one") == second
    assert store.versions("one") == (first, second)
    assert store.article_events(first.version) == ()


def test_two_versions_of_one_day_both_stand(store: Store) -> None:
    for text in ("Lee met Ray on 4 May.", "Lee met Ray on 11 May."):
        of = article(text, key="one", revised="2017-03-04")
        store.upsert([extraction(of, claim(of, ANN, BOB, edtf="2016-05-04" if "4" in text else "2016-05-11"))])
    assert [event.date and event.date.date.edtf for event in store.events().items] == ["2016-05-04", "2016-05-11"]


def test_reading_again_replaces_claims_and_metadata(store: Store) -> None:
    store.upsert([*archive(), alone("kept")])
    before = content(store)
    first = archive()[0]
    titled = replace(first.article, title="Another title")
    reread = extraction(titled, claim(titled, ANN, CEM, edtf="2016-07-06", quote="met Bob Ray"))
    untouched = store.upsert([reread])
    assert untouched.unchanged == (first.article.version,)
    assert content(store) == before
    done = store.upsert([reread], reread=True)
    assert (done.reread, done.new, done.unchanged) == ((first.article.version,), (), ())
    assert store.extraction(first.article.version) == reread
    assert [e.title for e in store.meetings(ANN.id, CEM.id).contacts] == [
        "Ann Lee met Cém Öz",
        "Call between Ann Lee and Cém Öz",
    ]
    assert "Orlan" not in {event.place for event in store.events().items}
    store.upsert([first], reread=True)
    assert content(store) == before


def test_actors_whom_nobody_names_any_more_are_gone(store: Store) -> None:
    given = alone("only", "Dora Fox", "Eli Gad")
    store.upsert([given])
    store.upsert([replace(given, claims=())], reread=True)
    assert store.actors().items == store.find_actors("dora") == store.events().items == ()
    assert store.info().actors == 0


def test_a_claim_judged_wrong_tells_of_no_event_until_it_is_undone(store: Store) -> None:
    store.upsert(archive())
    before = content(store)
    judged = archive()[0].claims[0]
    store.judge(wrong("j-1", judged.id))
    (event,) = store.meetings(ANN.id, BOB.id).contacts
    assert (event.date and event.date.date.edtf, event.count) == ("2016", "2")
    assert judged.id not in {c.claim_id for c in event.citations}
    assert judged in store.extraction(archive()[0].article.version).claims
    store.undo("j-1", AT + timedelta(days=1))
    (undone,) = store.judgements()
    assert undone == replace(wrong("j-1", judged.id), undone_at=AT + timedelta(days=1))
    assert content(store).partition('"judgements"')[0] == before.partition('"judgements"')[0]


def test_a_judgement_holds_for_a_claim_that_comes_later_or_comes_again(store: Store) -> None:
    given = alone("later")
    store.judge(wrong("j-1", claim_of(given).id))
    store.upsert([given])
    assert store.events().items == ()
    store.upsert([replace(given, article=replace(given.article, title="x"))], reread=True)
    assert store.events().items == ()
    assert store.actor(ANN.id).name == "Ann Lee"
    store.undo("j-1", AT)
    assert len(store.events().items) == 1


def test_one_of_two_standing_judgements_is_enough(store: Store) -> None:
    given = alone("twice")
    store.upsert([given])
    store.judge(wrong("j-1", claim_of(given).id))
    store.judge(wrong("j-2", claim_of(given).id))
    store.undo("j-1", AT)
    assert store.events().items == ()
    store.undo("j-2", AT)
    assert len(store.events().items) == 1


def test_judgements_are_recorded_once_in_order_of_time_and_in_utc(store: Store) -> None:
    east = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=timezone(timedelta(hours=5)))
    same = Judgement("j-b", "same", ("a-1", "a-2"), "editor", "", east)
    store.judge(wrong("j-c"))
    store.judge(same)
    store.judge(replace(same, reason="other"))
    assert [j.id for j in store.judgements()] == ["j-b", "j-c"]
    assert store.judgements()[0] == same
    assert store.judgements()[0].at.isoformat() == "2026-01-01T22:04:05.000678+00:00"
    store.undo("j-b", AT)
    store.undo("j-b", AT + timedelta(days=3))
    assert store.judgements()[0].undone_at == AT
    with pytest.raises(NotFoundError, match="j-x"):
        store.undo("j-x", AT)


def test_the_log_numbers_what_was_done(store: Store) -> None:
    first, second = alone("1"), alone("2")
    store.upsert([first, second])
    store.upsert([replace(first, claims=())], reread=True)
    store.judge(wrong("j-1", claim_of(second).id))
    store.undo("j-1", AT)
    log = store.changes()
    assert [(entry.kind, entry.subject) for entry in log] == [
        ("article", first.article.version),
        ("article", second.article.version),
        ("reread", first.article.version),
        ("judgement", "j-1"),
        ("undo", "j-1"),
    ]
    assert [entry.number for entry in log] == [1, 2, 3, 4, 5]
    assert store.changes(2, limit=2) == log[2:4]
    assert log[0].at.tzinfo is not None


@pytest.mark.parametrize("step", ["add", "replace", "refresh", "log"])
@pytest.mark.parametrize("reread", [False, True])
def test_a_failure_on_the_way_leaves_nothing(
    store: Store, step: str, reread: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.upsert(archive()[:3])
    before, log = content(store), store.changes()

    def fail_after(real: Callable[..., object]) -> Callable[..., object]:
        def failing(*args: object) -> object:
            real(*args)
            raise RuntimeError("pulled the plug")

        return failing

    batch = [replace(archive()[0], claims=()), *archive()[3:]]
    with monkeypatch.context() as broken:
        for engine in (SqliteTransaction, Neo4jTransaction):
            broken.setattr(engine, step, fail_after(getattr(engine, step)))
        with pytest.raises(RuntimeError, match="pulled the plug"):
            store.upsert(batch, reread=reread)
    assert content(store) == before
    assert store.changes() == log
    store.upsert(archive()[3:])
    assert store.info().versions == 5


def test_what_cannot_be_stored_is_named_and_nothing_is_written(store: Store) -> None:
    base = alone("base")
    made = claim_of(base)
    other = replace(made, place="elsewhere")
    half = article("Half a \ud800 character.", key="half")
    foreign = replace(made, participants=tuple(replace(p, actor=replace(p.actor, id="é")) for p in made.participants))
    for batch, reason in (
        ([alone("good"), extraction(half)], "half"),
        ([alone("good"), replace(base, claims=(made, other))], "two of its claims"),
        ([alone("good"), base, replace(alone("other"), claims=(made,))], "another article version"),
        ([alone("good"), replace(base, claims=(foreign,))], "ASCII"),
    ):
        with pytest.raises(UnstorableError, match=reason):
            store.upsert(batch)
    assert store.info().versions == 0
    store.upsert([base])
    with pytest.raises(UnstorableError, match="already one of"):
        store.upsert([replace(alone("other"), claims=(made,))])


def test_the_same_claim_twice_in_one_extraction_is_one(store: Store) -> None:
    given = alone("base")
    store.upsert([replace(given, claims=given.claims * 2)])
    assert store.extraction(given.article.version) == given


def test_two_writers_with_overlapping_batches_lose_nothing(url: str) -> None:
    batches = [
        [alone(f"k{n}", edtf=f"2016-07-{1 + n % 5:02d}", text=f"text {n}") for n in range(start, start + 6)]
        for start in range(0, 24, 3)
    ]
    with opened(url, create=True) as store:
        trouble: list[BaseException] = []

        def write(mine: list) -> None:
            try:
                for batch in mine:
                    store.upsert(batch)
            except BaseException as error:  # noqa: BLE001
                trouble.append(error)

        writers = [threading.Thread(target=write, args=(order,)) for order in (batches, batches[::-1])]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert trouble == []
        assert store.info().versions == 27
        assert [event.articles for event in store.events().items] == [6, 6, 5, 5, 5]
        assert [entry.number for entry in store.changes()] == list(range(1, 28))


def test_reading_goes_on_while_others_write(store: Store) -> None:
    store.upsert(archive())
    stream = store.contact_stream()
    first = next(stream)
    store.upsert([alone("more", edtf="2019")])
    assert len({first.id, *(event.id for event in stream)}) >= 7


@pytest.mark.neo4j
def test_copies_both_ways_are_equal_byte_for_byte(neo4j_url: str, tmp_path: object) -> None:
    first, back = f"sqlite:///{tmp_path}/first.db", f"sqlite:///{tmp_path}/back.db"
    with opened(first, create=True) as source, opened(neo4j_url, create=True) as over, opened(back, create=True) as end:
        source.upsert([*archive(), alone("denied", status=Status.DENIED)])
        source.judge(wrong("j-1", archive()[0].claims[0].id))
        source.judge(wrong("j-2", archive()[1].claims[0].id))
        source.undo("j-2", AT)
        copy(source, over, batch=2)
        copy(over, end)
        assert content(source) == content(over) == content(end)
        source.undo("j-1", AT)
        copy(source, over)
        assert content(source) == content(over)
        assert len(over.changes()) == 6 + 2 + 1
