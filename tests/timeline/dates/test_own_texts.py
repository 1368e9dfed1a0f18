"""The dates annotated in the project's own texts are found, each with its days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.quality.scoring import families
from timeline.dates import find
from timeline.language.pipeline import parse
from timeline.model import Found, Publication
from timeline.sources.body import paragraphs

RECORDS = [record for family in families().values() for record in family if "dates" in record]


@pytest.mark.parametrize("record", RECORDS, ids=[r["id"] for r in RECORDS])
def test_the_dates_of_a_text_are_found(record: dict[str, Any]) -> None:
    day = record["published"]
    publication = Publication(date.fromisoformat(day), Found.GIVEN, day) if day else Publication()
    text = record["text"]
    found = find(next(iter(parse([(text, paragraphs(text))]))), publication)
    dated = [(r.expression.text, str(r.date)) for r in found if r.date is not None]
    assert dated == [(d["text"], d["edtf"]) for d in record["dates"]]
