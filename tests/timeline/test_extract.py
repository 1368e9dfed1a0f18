"""What an article becomes, end to end: what the parts do together and no part does alone."""

from __future__ import annotations

import gc

import pytest

from tests.making import article
from timeline.extract import extract, extract_all
from timeline.language.parse import Word
from timeline.model import ClaimType, Stance


def test_a_statement_says_what_it_does_to_its_words_and_how_far() -> None:
    of = article(
        "Edmund Carrow denied the claim. Carrow said that he never met Leonid Dorsky to discuss the harbour. "
        "His spokeswoman, Magda Tornell, confirmed that Carrow called Dorsky in May."
    )
    said = [claim.statement for claim in extract(of).claims if claim.type is ClaimType.STATEMENT]
    found = {one.cue.text: (one.stance, one.scope) for one in said if one is not None}
    assert found["said"] == (Stance.ASSERTS, "to discuss the harbour")
    assert found["confirmed"] == (Stance.CONFIRMS, None)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Jonas Feld closed his own investigation on Feb. 3, 2017.", [ClaimType.INVESTIGATION]),
        ("Jonas Feld conducted the investigation in 2016.", [ClaimType.INVESTIGATION]),
        ("Jonas Feld closed the port on Feb. 3, 2017, and sued Orlan.", [ClaimType.ACTION, ClaimType.LEGAL_ACTION]),
    ],
)
def test_a_deed_and_its_object_are_told_once(text: str, types: list[ClaimType]) -> None:
    assert [claim.type for claim in extract(article(text)).claims] == types


def test_the_words_of_an_article_go_with_it_and_wait_for_no_search() -> None:
    text = (
        "Edmund Carrow met Leonid Dorsky on Monday. “I was glad to see him,” Carrow said. The two talked about tolls."
    )
    list(extract_all([article(text)]))
    gc.collect()
    gc.disable()
    try:
        before = _words_held()
        assert all(extraction.claims for extraction in extract_all([article(text)]))
        assert _words_held() == before
    finally:
        gc.enable()


def _words_held() -> int:
    return sum(isinstance(held, Word) for held in gc.get_objects())
