"""What an article becomes, end to end: what the parts do together and no part does alone."""

from __future__ import annotations

import pytest

from tests.making import article
from timeline.extract import extract
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
