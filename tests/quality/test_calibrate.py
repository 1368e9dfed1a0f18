"""Weights are found where there are any, and reliability tells what was promised from what came true."""

from __future__ import annotations

import re
from random import Random

import pytest

from tests.making import article
from tests.quality import calibrate
from tests.quality.calibrate import DATA, Bin, Row, bins, brier, calibration_error, fitted, reliability, rewritten
from timeline.events.confidence import scales
from timeline.extract import extract
from timeline.model import CONTACT_TYPES


def rows(count: int = 2000) -> list[Row]:
    """Return rows of which 90% are right, but half of those quoted; nothing else counts."""
    draw = Random(1)
    out = []
    for number in range(count):
        cues = frozenset(name for name in ("quoted", "retold") if draw.random() < 0.4)
        right = draw.random() < (0.5 if "quoted" in cues else 0.9)
        out.append(Row(f"d{number % 50}", cues, 0.7, right))
    return out


def test_a_cue_that_matters_is_told_from_one_that_does_not() -> None:
    weights = fitted("contact", rows())
    assert weights["quoted"] < -1.5
    assert abs(weights["retold"]) < 0.3
    assert weights["planned"] == 0.0
    assert set(weights) == {"base", *scales()["contact"].cues}


def test_values_of_other_documents_hold() -> None:
    told = rows()
    values = calibrate.cross_validated("contact", told)
    assert calibration_error(bins(told, values)) < 0.03
    assert brier(told, values) < brier(told, calibrate.constant("contact", told))


def test_reliability_sets_what_is_right_beside_what_was_promised() -> None:
    told = [Row("a", frozenset(), 0.9, True), Row("a", frozenset(), 0.9, False, 0.5), Row("b", frozenset(), 0.1, False)]
    values = [0.95, 0.9, 0.1]
    low, high = bins(told, values)
    assert low == Bin(0.0, 0.3, 1, 1.0, 0.1, 0.0)
    assert (high.count, high.weight, high.right) == (2, 1.5, pytest.approx(2 / 3))
    assert calibration_error([low, high]) == pytest.approx((0.1 + 1.5 * (1.4 / 1.5 - 2 / 3)) / 2.5)
    assert brier(told, values) == pytest.approx((0.05**2 + 0.5 * 0.9**2 + 0.1**2) / 2.5)
    assert "0.9 - 1.0      2      0.93    0.67" in reliability("ties", told, values)


def test_the_cues_of_a_claim_are_read_from_its_detail() -> None:
    made = extract(article("Olga Stein resigned after Anna Berg told Karl Lund that the dam was safe."))
    (met,) = (claim for claim in made.claims if claim.type in CONTACT_TYPES)
    assert calibrate.cues_of("contact", met) == {"words", "subordinate", "undated"}


def test_only_numbers_are_written_anew() -> None:
    text = DATA.read_text(encoding="utf-8")
    weights = {kind: dict.fromkeys(["base", *scale.cues], 0.25) for kind, scale in scales().items()}
    changed = rewritten(text, weights)
    number = re.compile(r"^(base|weight) = .*$", re.MULTILINE)
    assert number.sub("", changed) == number.sub("", text)
    assert set(number.findall(changed)) == {"base", "weight"}
    assert len(re.findall(r"^(?:base|weight) = 0\.25$", changed, re.MULTILINE)) == len(number.findall(text))
