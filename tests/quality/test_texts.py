"""The annotations are sound: names and triggers stand in the texts, dates are dates, weekdays fit the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from tests.quality.scoring import families
from timeline.dates.uncertain import UncertainDate
from timeline.model import CONTACT_TYPES, ActorKind, ClaimType, Status

FAMILIES = families()
RECORDS = [record for family in FAMILIES.values() for record in family]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAY = re.compile("|".join(WEEKDAYS))


def each() -> Any:
    return pytest.mark.parametrize("record", RECORDS, ids=[r["id"] for r in RECORDS])


def test_there_are_enough_texts_and_each_family_has_its_counter_examples() -> None:
    assert len(RECORDS) >= 120
    assert len({r["id"] for r in RECORDS}) == len(RECORDS)
    assert len({r["text"] for r in RECORDS}) == len(RECORDS)
    without_counted = {
        name: [r for r in family if all(c["status"] not in {"asserted", "alleged"} for c in r["contacts"])]
        for name, family in FAMILIES.items()
        if name not in {"several", "dates"}
    }
    assert all(without_counted.values())


@each()
def test_participants_and_triggers_stand_in_the_text(record: dict[str, Any]) -> None:
    for contact in record["contacts"]:
        assert ClaimType(contact["type"]) in CONTACT_TYPES
        assert Status(contact["status"])
        assert contact["trigger"] in record["text"]
        assert len(contact["participants"]) >= 2
        for participant in contact["participants"]:
            assert participant["name"] in record["text"]
            assert ActorKind(participant["kind"])


@each()
def test_dates_are_dates_and_have_words(record: dict[str, Any]) -> None:
    for contact in record["contacts"]:
        if contact["date"]:
            UncertainDate.parse(contact["date"])
    for expression in record.get("dates", []):
        UncertainDate.parse(expression["edtf"])
        assert expression["text"] in record["text"]


@each()
def test_a_day_given_by_its_weekday_is_the_nearest_one(record: dict[str, Any]) -> None:
    days = [
        (c["status"] == "planned", UncertainDate.parse(c["date"]).earliest)
        for c in record["contacts"]
        if c["date"] and UncertainDate.parse(c["date"]).is_day
    ]
    named = set(WEEKDAY.findall(record["text"]))
    for planned, day in days:
        assert day is not None
        if not named or str(day.day) in re.findall(r"\b\d{1,2}\b", record["text"]):
            continue
        published = date.fromisoformat(record["published"])
        if published - timedelta(days=6) <= day <= published + timedelta(days=6):
            assert WEEKDAYS[day.weekday()] in named or "last week" in record["text"]
            assert planned == (day > published)


@each()
def test_statements_stand_in_the_text(record: dict[str, Any]) -> None:
    for statement in record.get("statements", []):
        for part in ("speaker", "cue", "content"):
            assert statement[part] in record["text"]
