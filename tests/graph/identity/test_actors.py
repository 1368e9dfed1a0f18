"""One view of an actor over articles, and the one actor that a name stands for."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graph.identity.actors import ranked, resolve, union
from graph.store.base import AmbiguousActorError, NotFoundError
from tests.making import person
from timeline.model import Actor, ActorKind

ANN, ANNE, LEE = person("Ann Lee"), person("Anne Lee"), person("Lee")


def test_the_union_takes_the_fullest_name_and_all_others_as_aliases() -> None:
    forms = [
        replace(ANN, aliases=("Lee",), roles=("minister",)),
        replace(ANN, name="ANN LEE", roles=("envoy", "minister")),
        replace(ANN, name="Ann B. Lee"),
    ]
    views = {union(order) for order in permutations(forms)}
    assert views == {Actor(ANN.id, "Ann B. Lee", aliases=("ANN LEE", "Ann Lee", "Lee"), roles=("minister", "envoy"))}


def test_a_single_form_is_its_own_view() -> None:
    form = replace(ANN, roles=("b", "a"))
    assert union([form, form]) == form


def test_found_actors_stand_exact_first_then_by_events_then_by_name() -> None:
    found = [(ANN, 1), (ANNE, 5), (LEE, 0), (person("Lee Ann"), 1), (replace(person("x"), named=False), 9)]
    assert [actor.name for actor in ranked("lee", found)] == ["Lee", "Anne Lee", "Ann Lee", "Lee Ann"]
    assert [actor.name for actor in ranked("LEE än", found)] == ["Anne Lee", "Ann Lee", "Lee Ann"]
    assert ranked("...", found) == ()


def asked(ref: str, *candidates: Actor) -> Actor:
    known = {actor.id: actor for actor in candidates}
    return resolve(ref, known.get, lambda words: ranked(words, [(actor, 1) for actor in candidates]))


@pytest.mark.parametrize(
    ("ref", "wanted"),
    [(ANN.id, ANN), ("ann lee", ANN), ("Ann Lee", ANN), ("Anne", ANNE), ("lée anne", ANNE)],
)
def test_an_id_or_a_name_stands_for_one_actor(ref: str, wanted: Actor) -> None:
    assert asked(ref, ANN, ANNE) == wanted


def test_an_exactly_equal_name_decides_between_folded_ones() -> None:
    loud = Actor("a-loud", "ANN LEE")
    assert asked("Ann Lee", ANN, loud) == ANN
    with pytest.raises(AmbiguousActorError):
        asked("ann lee", ANN, loud)


def test_an_ambiguous_name_lists_its_candidates() -> None:
    with pytest.raises(AmbiguousActorError, match="Anne Lee") as caught:
        asked("Lee", ANN, ANNE)
    assert caught.value.candidates == (ANN, ANNE)


def test_an_unknown_name_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="Zed"):
        asked("Zed", ANN)


def test_a_bare_surname_never_wins_over_full_names() -> None:
    clara, owen = (replace(person(name), aliases=("Lee",)) for name in ("Clara Lee", "Owen Lee"))
    with pytest.raises(AmbiguousActorError) as caught:
        asked("Lee", LEE, clara, owen)
    assert set(caught.value.candidates) == {LEE, clara, owen}
    with pytest.raises(AmbiguousActorError):
        asked("Lee", LEE, clara)
    assert asked("Lee", LEE) == LEE
    assert asked("Lee", clara) == clara


def test_an_organisation_of_one_word_is_called_by_its_full_name() -> None:
    lee = Actor("a-lee", "Lee", ActorKind.ORG)
    assert asked("lee", lee, ANN, LEE) == lee


def test_a_full_alias_that_only_one_actor_has_stands_for_it() -> None:
    jim, junior = replace(person("James Ray"), aliases=("Jim Ray", "Ray")), person("Jim Ray Hall")
    assert asked("Jim Ray", jim, junior) == jim
    with pytest.raises(AmbiguousActorError):
        asked("Ray", jim, junior)
    namesake = person("Jim Ray")
    assert asked("Jim Ray", jim, junior, namesake) == namesake
