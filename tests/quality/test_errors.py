"""The page of errors says how far the reading of each came."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from tests.making import article
from tests.quality.errors import Document, cases, page
from timeline.events.matcher import look
from timeline.extract import read_parsed
from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import find_people
from timeline.language.pipeline import parse
from timeline.model import CONTACT_TYPES
from timeline.sources import paragraphs


class Scorer:
    """The matching of ties by whole names."""

    @staticmethod
    def same(one: str, other: str) -> bool:
        return one == other

    @staticmethod
    def alike(one: Any, other: Any) -> bool:
        return {one[0], one[1]} == {other[0], other[1]}

    @staticmethod
    def pairs(contact: dict[str, Any]) -> list[tuple[str, str]]:
        return list(combinations([p["name"] for p in contact["participants"]], 2))

    @classmethod
    def match(cls, want: list[Any], got: list[Any]) -> tuple[list[Any], list[int], list[int]]:
        missed = [i for i, w in enumerate(want) if not any(cls.alike(w, g) for g in got)]
        return [], missed, [j for j, g in enumerate(got) if not any(cls.alike(w, g) for w in want)]


def _document(text: str, *names: str) -> Document:
    of = article(text)
    parsed = next(parse([(text, paragraphs(text))]))
    people = find_people(parsed)
    resolve_pronouns(parsed, people)
    claims = tuple(c for c in read_parsed(of, parsed).claims if c.type in CONTACT_TYPES)
    contact = {"status": "asserted", "participants": [{"name": n} for n in names], "evidence": [text], "trigger": "x"}
    return Document(of, parsed, people, tuple(look(parsed, people)), claims, [contact] if names else [])


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Anna Berg saw Karl Lund in Oslo.", "missed: no word of contact"),
        ("Anna Berg met the wishes of Karl Lund.", "missed: stopped by fewer than two take part"),
        ("Anna Berg met with resistance.", "missed: an actor is not known there"),
        ("Anna Berg will meet Karl Lund.", "missed: candidate is there, told as planned"),
        ("Anna Berg met Olga Stein. Karl Lund was late.", "missed: a candidate lacks a participant"),
    ],
)
def test_a_miss_is_put_down_to_what_stopped_it(text: str, cause: str) -> None:
    found = [c.cause for c in cases(_document(text, "Anna Berg", "Karl Lund"), Scorer)]
    assert found[0] == cause


def test_what_is_found_wrongly_stands_under_its_rule_with_its_parse() -> None:
    made = list(cases(_document("Anna Berg met Karl Lund."), Scorer))
    assert [c.cause for c in made] == ["found: contacts.verb.meet"]
    assert "Anna Berg | Karl Lund: asserted" in page(made)
    assert "met/ROOT&lt;met" in page(made)
