"""What an article becomes, end to end: what the parts do together and no part does alone."""

from __future__ import annotations

from tests.making import article
from timeline.events.statement_values import Polarity
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


def test_the_rules_and_the_model_have_one_vocabulary_of_stances() -> None:
    assert [polarity.value for polarity in Polarity] == [stance.value for stance in Stance]
