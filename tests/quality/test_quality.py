"""What the extraction reaches on the project's own texts: floors that only rise, and no false tie."""

from __future__ import annotations

import json

import pytest

from tests.making import article, claim
from tests.quality.scoring import FLOORS, Record, Tally, figures, raised, same_name, score, table, tally
from timeline.model import Claim, Extraction, Status


def _contact(status: str, day: str | None, *names: str) -> Record:
    people = [{"name": name, "named": True} for name in names]
    return {"type": "meeting", "date": day, "status": status, "participants": people}


MET: Record = {
    "text": "Ann Lee met Bob Ray in May. Cem Oz will meet Bob Ray.",
    "statements": [],
    "contacts": [_contact("asserted", "2016-05", "Ann Lee", "Bob Ray"), _contact("planned", None, "Cem Oz", "Bob Ray")],
}
TEXT = article(MET["text"])


def counts(*claims: Claim) -> Tally:
    return tally(MET, Extraction(TEXT, claims))


@pytest.fixture(scope="module")
def scores() -> dict[str, Tally]:
    return score()


def test_the_scorer_counts_a_tie_with_and_without_its_date() -> None:
    assert counts(claim(TEXT, "Lee", "Bob Ray", edtf="2016-05")) == Tally(1, 1, 1, 1, 1)
    assert counts(claim(TEXT, "Bob Ray", "Ann Lee", edtf="2016")) == Tally(1, 1, 1, 1, 0)
    assert counts(claim(TEXT, "Ann Lee", "Bob Ray")) == Tally(1, 1, 1, 1, 0)


def test_the_scorer_counts_an_occasion_told_twice_once() -> None:
    twice = counts(claim(TEXT, "Ann Lee", "Bob Ray"), claim(TEXT, "Ann Lee", "Bob Ray", edtf="2016-05"))
    assert twice == Tally(1, 1, 2, 1, 1)


def test_the_scorer_knows_a_false_tie_from_one_that_is_merely_wrong() -> None:
    assert counts(claim(TEXT, "Cem Oz", "Bob Ray")).false == 1
    assert counts(claim(TEXT, "Cem Oz", "Ann Lee")).false == 0
    assert counts(claim(TEXT, "Cem Oz", "Bob Ray", status=Status.PLANNED)) == Tally(1, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Lee", "Lee", True),
        ("The Senate Panel", "Senate Panel", True),
        ("Queen Matilde", "Matilde", True),
        ("Ann Lee", "Ben Lee", False),
    ],
)
def test_a_name_may_be_a_part_of_the_other(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_floors_only_rise() -> None:
    assert raised({"a": 0.5, "b": 0.5}, {"a": 0.4, "b": 0.6}) == {"a": 0.5, "b": 0.6}


def test_no_tie_is_false(scores: dict[str, Tally]) -> None:
    assert {name: each.false for name, each in scores.items() if each.false} == {}, "\n" + table(scores)


@pytest.mark.parametrize("name", sorted(json.loads(FLOORS.read_text(encoding="utf-8"))))
def test_no_figure_falls_below_its_floor(name: str, scores: dict[str, Tally]) -> None:
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))[name]
    assert figures(scores["all"])[name] >= floor, "\n" + table(scores)


def test_the_whole_is_the_sum_of_the_families(scores: dict[str, Tally]) -> None:
    whole = Tally()
    for name, each in scores.items():
        if name != "all":
            whole += each
    assert whole == scores["all"]
