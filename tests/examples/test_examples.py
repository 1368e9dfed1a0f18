"""What the extraction reads in the example archive: nobody meets whom the articles do not let meet."""

from __future__ import annotations

from functools import cache

import pytest

from tests.examples.archive import EXPECTED, article, found, tellings
from tests.quality.scoring import Tie, extracted_ties
from timeline.extract import extract
from timeline.model import Extraction

COUNTED = {"asserted", "alleged"}


@cache
def made(document: str) -> Extraction:
    return extract(article(document))


@pytest.mark.parametrize("document", sorted(EXPECTED["documents"]))
def test_nobody_meets_who_did_not(document: str) -> None:
    told = [t for t in tellings() if t.document == document and t.status in COUNTED]
    allowed = [Tie(a, b, None) for t in told for a in t.participants for b in t.participants if a < b]
    invented = [t for t in extracted_ties(made(document).claims) if not any(t.joins_same(a) for a in allowed)]
    assert invented == []


@pytest.mark.parametrize("name", EXPECTED["boilerplate"])
def test_nothing_comes_from_an_appeal_or_a_masthead(name: str) -> None:
    actors = {a.name for d in EXPECTED["documents"] for c in made(d).claims for a in c.actors}
    assert name not in actors


def test_what_was_found_once_is_found() -> None:
    lost = [t for t in tellings() if t.must and not found(t, made(t.document))]
    assert lost == []
