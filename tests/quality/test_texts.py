"""The annotations are sound: names and triggers stand in the texts, dates are dates, weekdays fit the calendar."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.quality.scoring import families
from timeline.dates.uncertain import UncertainDate
from timeline.model import CONTACT_TYPES, ActorKind, ClaimType, Stance, Status

FAMILIES = families()
RECORDS = [record for family in FAMILIES.values() for record in family]
BY_ID = {record["id"]: record for record in RECORDS}
CONSTRUCTS = tomllib.loads((Path(__file__).parent / "constructs.toml").read_text(encoding="utf-8"))
COVERED = {name: texts for group in CONSTRUCTS.values() for name, texts in group.items()}
REFUSALS = [{"contact"}, {"contact", "status"}, {"contact", "date"}, {"contact", "date", "status"}, {"counted"}]
REFUSALS += [{"statement"}, {"statement", "speaker"}]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAY = re.compile("|".join(WEEKDAYS))


def each() -> Any:
    return pytest.mark.parametrize("record", RECORDS, ids=[r["id"] for r in RECORDS])


def test_there_are_enough_texts_and_each_family_has_its_counter_examples() -> None:
    assert len(RECORDS) >= 120
    assert len({r["id"] for r in RECORDS}) == len(RECORDS)
    assert len({r["text"] for r in RECORDS}) == len(RECORDS)
    assert all(any("not" in record for record in family) for family in FAMILIES.values())


@pytest.mark.parametrize("texts", COVERED.values(), ids=COVERED)
def test_a_construct_has_two_texts_and_a_counter_example_that_says_what_it_is_not(texts: dict[str, list[str]]) -> None:
    assert len(set(texts["texts"])) >= 2
    assert all(BY_ID[key]["contacts"] or BY_ID[key]["statements"] for key in texts["texts"])
    assert texts["counter"]
    assert not set(texts["counter"]) & set(texts["texts"])
    assert all(BY_ID[key].get("not") for key in texts["counter"])


@each()
def test_what_must_not_be_found_is_said_of_names_and_words_of_the_text(record: dict[str, Any]) -> None:
    for refused in record.get("not", []):
        assert set(refused) in REFUSALS
        for name in (*refused.get("contact", []), *refused.get("counted", [])):
            assert name in record["text"]
        assert Status(refused.get("status", "asserted"))
        if refused.get("date"):
            UncertainDate.parse(refused["date"])
        assert refused.get("statement", "") in record["text"]
        assert refused.get("speaker", "") in record["text"]
    assert all(words in record["text"] for words in record.get("may", []))


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
    for statement in record["statements"]:
        pieces = statement["content"].split(" ... ")
        for words in (statement["speaker"], *pieces, statement.get("channel") or "", statement.get("scope") or ""):
            assert words in record["text"]
        assert statement["cue"].casefold() in record["text"].casefold()
        assert Status(statement.get("status", "asserted"))
        assert Stance(statement.get("stance", "asserts"))
