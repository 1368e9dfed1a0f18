"""Nobody's claims are believed: what does not stand in the text is refused and named, the rest goes through."""

from __future__ import annotations

import pytest

from graph.extracting import extract_checked
from tests.extractors import FirstWords, Forgetful, Liar
from tests.making import article
from timeline.extractor import BuiltIn, ExtractorError

ARTICLES = [article(f"Ann Bob met in {number}.", key=f"art-{number}") for number in range(20)]


def test_an_honest_extractor_is_believed() -> None:
    found = list(extract_checked(FirstWords(), ARTICLES))
    assert [one.extraction for one in found] == list(FirstWords().extract(ARTICLES))
    assert [one.refused for one in found] == [()] * len(ARTICLES)


def test_a_lie_is_refused_and_named_and_the_honest_claim_beside_it_stays() -> None:
    found = list(extract_checked(Liar(), ARTICLES))
    assert [one.extraction for one in found] == list(FirstWords().extract(ARTICLES))
    assert [(failure.claim_id, failure.article_id) for one in found for failure in one.refused] == [
        ("c-lie", of.id) for of in ARTICLES
    ]
    assert "not 'They met in secret.'" in str(found[0].refused[0])


def test_the_built_in_one_is_checked_like_any_other() -> None:
    (one,) = extract_checked(BuiltIn(), [article("Ann Lee met Bob Ray in May 2016.")])
    assert one.extraction.claims
    assert one.refused == ()


def test_an_extractor_answers_for_every_article() -> None:
    with pytest.raises(ExtractorError, match="art-0, art-1"):
        list(extract_checked(Forgetful(), ARTICLES))
