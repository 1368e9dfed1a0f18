"""How sure a claim is: each cue's own example and counter-example, and what a value and its detail are made of."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import article
from timeline.events.confidence import Cue, Scale, scales
from timeline.extract import extract
from timeline.language.lexicon import read
from timeline.model import CONTACT_TYPES, Claim, ClaimType

DATA = read("timeline.events", "confidence.toml")
CUES = [(kind, row) for kind, rows in DATA.items() for row in rows["cues"]]


def claims(kind: str, text: str) -> list[Claim]:
    types = CONTACT_TYPES if kind == "contact" else {ClaimType.STATEMENT}
    return [claim for claim in extract(article(text)).claims if claim.type in types]


def holds(kind: str, row: dict[str, Any], text: str) -> list[bool]:
    return [row["words"] in claim.confidence.detail for claim in claims(kind, text)]


@pytest.mark.parametrize(("kind", "row"), CUES, ids=[f"{kind}-{row['name']}" for kind, row in CUES])
def test_a_cue_holds_in_its_example_and_not_in_its_counter_example(kind: str, row: dict[str, Any]) -> None:
    assert any(holds(kind, row, row["example"]))
    assert holds(kind, row, row["counter"]) == [False]


def test_cues_have_names_and_words_of_their_own() -> None:
    for rows in DATA.values():
        words = [row["words"] for row in rows["cues"]]
        assert len({row["name"] for row in rows["cues"]}) == len(set(words)) == len(words)
        assert not any(mark in told for told in words for mark in ",;:")


def test_a_detail_opens_with_the_rule_and_tells_what_raised_and_what_lowered() -> None:
    (met,) = claims("contact", "Anna Berg met Karl Lund. The meeting took place in Oslo.")
    assert met.confidence.detail == (
        "contacts.verb.meet; told as a fact; raised: told more than once; lowered: no date"
    )


def test_a_value_is_the_logistic_of_base_and_weights_to_two_digits() -> None:
    scale = Scale(0.0, {"up": Cue("up", "it is so", 1.0), "down": Cue("down", "it is not", -2.0)})
    assert (scale.score("rule", []).value, scale.score("rule", []).detail) == (0.5, "rule")
    assert scale.score("rule", ["up"]).value == 0.73
    assert scale.score("rule", ["up", "down"]).value == 0.27
    assert scale.score("rule", ["up", "down"]).detail == "rule; raised: it is so; lowered: it is not"


@pytest.mark.parametrize(
    ("kind", "surer", "less"),
    [
        ("contact", "Anna Berg met Karl Lund on 4 May 2016.", "Anna Berg met Karl Lund."),
        ("contact", "Anna Berg met Karl Lund.", "Anna Berg told Karl Lund that the dam was safe."),
        ("contact", "Anna Berg met Karl Lund.", "Anna Berg will meet Karl Lund."),
        ("statement", '"The dam is safe again," said Anna Berg.', "Anna Berg disputed the numbers of the office."),
    ],
)
def test_what_is_told_plainly_is_surer(kind: str, surer: str, less: str) -> None:
    (one,), (other,) = claims(kind, surer), claims(kind, less)
    assert one.confidence.value > other.confidence.value


def test_no_weight_is_left_at_nothing() -> None:
    assert all(cue.weight for scale in scales().values() for cue in scale.cues.values())
