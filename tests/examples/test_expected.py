"""The expectations fit the articles: every file is there, every name and trigger stands in it, every date is one."""

from __future__ import annotations

import json

import pytest

from tests.examples.archive import ARTICLES, EXPECTED, Telling, article, tellings
from timeline.dates.uncertain import UncertainDate
from timeline.model import CONTACT_TYPES, ClaimType, Found, Status

DOCUMENTS = sorted(EXPECTED["documents"])


def test_every_article_has_an_expectation_and_the_other_way_round() -> None:
    there = set()
    for path in ARTICLES.iterdir():
        if path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            there |= {f"{path.name}#{json.loads(line)['id']}" for line in lines}
        else:
            there.add(path.name)
    assert there == set(DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_article_is_short(document: str) -> None:
    assert 150 <= len(article(document).text.split()) <= 450


@pytest.mark.parametrize("telling", tellings(), ids=lambda t: f"{t.document}-{t.trigger}")
def test_a_telling_stands_in_its_article(telling: Telling) -> None:
    text = article(telling.document).text
    assert telling.document in EXPECTED["documents"]
    assert telling.trigger in text
    assert ClaimType(telling.type) in CONTACT_TYPES
    assert Status(telling.status)
    assert not telling.must or telling.status in {"asserted", "alleged"}
    if telling.date:
        UncertainDate.parse(telling.date)
    unnamed = [name for name in telling.participants if name not in text]
    assert not unnamed or (telling.document.endswith("lease-annulled.html") and unnamed == ["Anna Brill"])


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_publication_date_agrees_with_how_it_is_found(document: str) -> None:
    expected = EXPECTED["documents"][document]
    assert (Found(expected["found"]) is Found.UNKNOWN) == (expected["published"] is None)
    if expected["found"] == "dateline":
        day = UncertainDate.parse(expected["published"]).earliest
        assert day is not None
        months = {12: "Dec.", 1: "Jan.", 2: "Feb.", 3: "March"}
        assert f"{months[day.month]} {day.day}, {day.year}" in article(document).text


@pytest.mark.parametrize("name", EXPECTED["boilerplate"])
def test_the_appeal_names_somebody_whom_no_occasion_names(name: str) -> None:
    assert any(name in article(document).text for document in DOCUMENTS)
    assert all(name not in telling.participants for telling in tellings())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_day_of_publication_is_found_as_a_reader_finds_it(document: str) -> None:
    expected, published = EXPECTED["documents"][document], article(document).published
    day = published.day.isoformat() if published.day else None
    assert (day, published.found.value) == (expected["published"], expected["found"])
