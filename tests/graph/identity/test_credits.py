"""Whose story an article is: the examples and counter-examples of the data file, read as it says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.identity.credits import credits_of, is_press, outlet
from tests.making import article
from timeline.language.lexicon import read


@pytest.mark.parametrize(
    "example", read("graph.identity", "outlets.toml")["examples"], ids=lambda one: one["text"][:40]
)
def test_credits_are_those_of_the_example(example: dict[str, Any]) -> None:
    of = replace(article(example["text"]), byline=example.get("byline", ""))
    assert list(credits_of(of)) == example["credits"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Aldren Courier", "aldren courier"),
        ("AP", "associated press"),
        ("the Associated Press", "associated press"),
        ("Agence France-Presse", "agence france presse"),
        ("The", "the"),
        ("", ""),
    ],
)
def test_an_outlet_has_one_name(name: str, key: str) -> None:
    assert outlet(name) == key


@pytest.mark.parametrize(
    ("name", "press"),
    [("Aldren Courier", True), ("Northern Wire", True), ("AFP", True), ("officials", False), ("Ann Roe", False)],
)
def test_the_press_is_known_by_its_words(name: str, press: bool) -> None:
    assert is_press(outlet(name)) is press
