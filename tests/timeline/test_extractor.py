"""Another extractor is found by its name, and is as picklable as the built-in one."""

from __future__ import annotations

import pickle
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from tests.extractors import LIAR, FirstWords, Liar
from tests.making import article
from timeline import extractor as named
from timeline.extract import extract
from timeline.extractor import BuiltIn, Extractor, ExtractorError, find_extractor


@pytest.mark.parametrize("name", ["", "built-in"])
def test_the_built_in_one_is_what_nobody_names(name: str) -> None:
    assert find_extractor(name) == BuiltIn()


def test_the_built_in_one_reads_as_the_program_does() -> None:
    of = article("Ann Lee met Bob Ray in May 2016.")
    assert list(BuiltIn().extract([of])) == [extract(of)]


@pytest.mark.parametrize(
    ("name", "found"), [("tests.extractors:FirstWords", FirstWords()), ("tests.extractors:LIAR", LIAR)]
)
def test_another_is_named_by_where_it_stands(name: str, found: Extractor) -> None:
    assert find_extractor(name) == found


def test_another_may_be_installed_under_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def installed(group: str) -> list[EntryPoint]:
        return [EntryPoint("liar", "tests.extractors:Liar", group)]

    monkeypatch.setattr(named, "entry_points", installed)
    assert find_extractor("liar") == Liar()
    with pytest.raises(ExtractorError, match="built-in, liar"):
        find_extractor("honest")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nobody", "no extractor is called 'nobody'"),
        ("tests.nowhere:Liar", "cannot be loaded"),
        ("tests.extractors:Honest", "cannot be loaded"),
        ("tests.extractors:NOTHING", "has no method"),
        ("builtins:dict", "has no method"),
    ],
)
def test_what_is_none_is_said(name: str, why: str) -> None:
    with pytest.raises(ExtractorError, match=why):
        find_extractor(name)


@pytest.mark.parametrize("one", [BuiltIn(), FirstWords(), Liar()], ids=lambda one: type(one).__name__)
def test_extractors_pickle(one: Any) -> None:
    assert pickle.loads(pickle.dumps(one)) == one
