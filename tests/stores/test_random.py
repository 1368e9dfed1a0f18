"""Random extractions in random batches: a store answers as the claims alone would, and both engines answer alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from graph.identity.actors import union
from graph.identity.events import derive
from graph.store import Store
from graph.store.base import EventFilter, Judgement
from graph.store.writing import forms_of
from tests.making import article, claim, extraction, organisation, person
from tests.stores.conftest import opened
from tests.stores.samples import content
from tests.stores.server.fixture import wipe
from timeline.model import Actor, ActorKind, Claim, ClaimType, Extraction, Stance, Status

AT = datetime(2026, 1, 1, tzinfo=UTC)
DATES = [
    None,
    "2016",
    "2016-07",
    "2016-07-05",
    "2016-07-06",
    "../2016-07-05",
    "2016-07-06/..",
    "2016-22",
    "201X",
    "2016~",
]
NAMES = ["Ann Lee", "ANN LEE", "Bob Ray", "Cém Öz", "Łucja Đorđević", "Иван Петров", "李娜", "O’Neil 𝔘ni"]
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    name = draw(st.sampled_from(NAMES))
    made = draw(st.sampled_from([person, organisation]))(name)
    roles = tuple(draw(st.lists(st.sampled_from(["minister", "envoy", "chair"]), unique=True, max_size=2)))
    aliases = tuple(sorted(draw(st.sets(st.sampled_from(["Lee", "the envoy", "Öz"]), max_size=2))))
    if draw(st.integers(0, 9)) == 0:
        return Actor(f"u-{abs(hash(name)) % 7}", "some officials", ActorKind.GROUP, named=False)
    return replace(made, roles=roles, aliases=aliases)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    key = draw(st.sampled_from(["a", "b", "ç", "\U00010400"]))
    words = draw(texts)
    of = article(
        f"{words} [{draw(st.integers(0, 4))}]",
        key=key,
        source=draw(st.sampled_from(["", "Post", "Wire"])),
        published=draw(st.sampled_from([None, "2017-03-02", "2016-01-01"])),
        revised=draw(st.sampled_from([None, None, "2017-03-04", "2016-06-01"])),
    )
    claims: dict[str, Claim] = {}
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(list(ClaimType)))
        people = draw(st.lists(actors(), min_size=1, max_size=3, unique_by=lambda actor: actor.id))
        made = claim(
            of,
            *people,
            kind=kind,
            status=draw(st.sampled_from(list(Status))),
            edtf=draw(st.sampled_from(DATES)),
            said=draw(st.sampled_from(["", "officials", words])),
            place=draw(st.sampled_from([None, "Orlan", "𝔘ni"])),
            count=draw(st.sampled_from([None, None, "2", "several"])),
            stance=draw(st.sampled_from(Stance)),
            scope=draw(st.sampled_from([None, "]"])),
        )
        claims[f"{made.id}-{number}"] = replace(made, id=f"{made.id}-{number}")
    return extraction(of, *claims.values())


@given(st.lists(extractions(), max_size=6), st.data())
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_a_store_answers_as_the_claims_alone_would(
    tmp_path_factory: pytest.TempPathFactory, given_ones: list[Extraction], data: st.DataObject
) -> None:
    with opened(f"sqlite:///{tmp_path_factory.mktemp('random')}/store.db", create=True) as store:
        first: dict[str, Extraction] = {}
        rest = list(given_ones)
        while rest:
            size = data.draw(st.integers(1, len(rest)))
            store.upsert(rest[:size])
            for each in rest[:size]:
                first.setdefault(each.article.version, each)
            rest = rest[size:]
        expect_claims(store, list(first.values()), wrong=set())


def expect_claims(store: Store, there: list[Extraction], wrong: set[str]) -> None:
    """Compare a store with what follows from the claims, without any store."""
    told = [(each.article, one) for each in there for one in each.claims if one.id not in wrong]
    events = derive(told, (each.article for each in there))
    assert list(store.events(limit=10_000).items) == events
    assert list(store.export()) == sorted(there, key=lambda each: (each.article.id, each.article.version))
    forms: dict[str, set[Actor]] = {}
    for each in there:
        for one in each.claims:
            for form in forms_of(one):
                forms.setdefault(form.id, set()).add(form)
    for actor_id, called in forms.items():
        assert store.actor(actor_id) == union(called)
        mine = tuple(event for event in events if actor_id in {p.actor.id for p in event.participants})
        assert store.timeline(actor_id, limit=10_000).items == mine
    where = EventFilter(since=date(2016, 7, 6), statuses=frozenset({Status.ASSERTED, Status.DENIED}))
    assert list(store.events(where, limit=10_000).items) == [event for event in events if where.admits(event)]


class TwoStores(RuleBasedStateMachine):
    """Does the same to a store of each engine and to a dictionary, and compares all answers."""

    urls: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        for address in self.urls:
            if address.startswith("sqlite"):
                clear_sqlite(address)
            else:
                wipe(address)
        self.stores = [opened(address, create=True) for address in self.urls]
        self.there: dict[str, Extraction] = {}
        self.judged: dict[str, set[str]] = {}
        self.number = 0

    @rule(batch=st.lists(extractions(), max_size=3), reread=st.booleans())
    def upsert(self, batch: list[Extraction], reread: bool) -> None:
        seen: set[str] = set()
        for each in batch:
            version = each.article.version
            if version not in self.there or (reread and version not in seen):
                self.there[version] = each
            seen.add(version)
        done = [store.upsert(batch, reread=reread) for store in self.stores]
        assert all(each == done[0] for each in done)

    @precondition(lambda self: any(each.claims for each in self.there.values()))
    @rule(data=st.data())
    def judge(self, data: st.DataObject) -> None:
        claims = sorted(one.id for each in self.there.values() for one in each.claims)
        judgement = Judgement(f"j-{self.number}", "wrong", (data.draw(st.sampled_from(claims)),), "editor", "", AT)
        self.judged[judgement.id] = set(judgement.subjects)
        self.number += 1
        for store in self.stores:
            store.judge(judgement)

    @precondition(lambda self: self.judged)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        judgement = data.draw(st.sampled_from(sorted(self.judged)))
        del self.judged[judgement]
        for store in self.stores:
            store.undo(judgement, AT)

    @rule(words=st.one_of(texts, st.sampled_from([*NAMES, "ann", "li", "off met", "OR", "2016"])))
    def search(self, words: str) -> None:
        found = [(store.search(words), store.find_actors(words)) for store in self.stores]
        assert all(each == found[0] for each in found)

    @invariant()
    def alike(self) -> None:
        contents = [content(store) for store in self.stores]
        assert all(each == contents[0] for each in contents)
        for store in self.stores:
            expect_claims(store, list(self.there.values()), set().union(*self.judged.values()))

    def teardown(self) -> None:
        for store in self.stores:
            store.close()


def clear_sqlite(address: str) -> None:
    """Remove a store's files."""
    from pathlib import Path

    for rest in ("", "-wal", "-shm"):
        Path(address.removeprefix("sqlite:///") + rest).unlink(missing_ok=True)


@pytest.fixture
def machine() -> Iterator[type[TwoStores]]:
    yield TwoStores
    TwoStores.urls = ()


_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def test_any_course_of_actions_on_sqlite_is_as_told(
    machine: type[TwoStores], tmp_path_factory: pytest.TempPathFactory
) -> None:
    machine.urls = (f"sqlite:///{tmp_path_factory.mktemp('machine')}/store.db",)
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=8, deadline=None, suppress_health_check=_QUIET)
    )


@pytest.mark.neo4j
@pytest.mark.slow
def test_any_course_of_actions_leaves_both_engines_alike(
    machine: type[TwoStores], neo4j_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    machine.urls = (f"sqlite:///{tmp_path_factory.mktemp('machine')}/store.db", neo4j_url)
    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=8, deadline=None, suppress_health_check=_QUIET)
    )
