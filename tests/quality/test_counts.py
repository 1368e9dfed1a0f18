"""A scorer that is asked about one document at a time gives the counts behind its figures."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.quality import counts


class Contacts(ModuleType):
    """Two names tie, dates are themselves, a tie of "no" is false."""

    CONTACT = frozenset({"meeting"})
    TRUE_STATUS = frozenset({"asserted"})

    @staticmethod
    def flat(contacts: list[Any], statuses: frozenset[str]) -> list[Any]:
        return [(*c["names"], c["date"], c["status"], 2 / len(c["names"])) for c in contacts if c["status"] in statuses]

    @staticmethod
    def match(want: list[Any], got: list[Any]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
        return [(i, j) for i, w in enumerate(want) for j, g in enumerate(got) if w[:2] == g[:2]], [], []

    @staticmethod
    def interval(day: str | None) -> str | None:
        return day

    @staticmethod
    def main(gold: str, got: str, _: bool) -> None:
        (document,) = json.loads(Path(gold).read_text(encoding="utf-8"))
        record = json.loads(Path(got).read_text(encoding="utf-8"))
        assert record["id"] == document["doc"]
        print("documents 1")
        print("false ties", sum("no" in event["names"] for event in record["events"]))


def _contact(*names: str, date: str | None = None, kind: str = "meeting") -> dict[str, Any]:
    return {"type": kind, "status": "asserted", "names": names, "date": date}


def test_ties_are_counted_document_by_document(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    one = {"doc": "one", "contacts": [_contact("a", "b", date="2016"), _contact("a", "c")]}
    gold.write_text(json.dumps([one, {"doc": "two", "contacts": []}]), encoding="utf-8")
    events = [_contact("a", "b"), _contact("a", "c"), _contact("a", "d", kind="action")]
    records = {"one": {"id": "one", "events": events}, "two": {"id": "two", "events": [_contact("no", "b")]}}
    found = counts.contacts(Contacts("score"), gold, records)
    assert found["ties F1"].counts == [(2, 2, 2, 2), (0, 1, 0, 0)]
    assert found["ties + date F1"].counts == [(1, 2, 1, 2), (0, 1, 0, 0)]
    assert found["false ties"].counts == [(0,), (1,)]


class Dates(ModuleType):
    """Says what it would print of 3 expressions, 2 predicted, one of them right."""

    printed = (
        "gold 3  predicted 2\nvalue    precision 0.500  recall 0.333  F1 0.400\n"
        "intervals compared 2  no false precision 0.500  narrowest 0.500\n"
    )

    def main(self, folder: str, got: str, _: bool) -> None:
        assert [file.name for file in Path(folder).glob("*.tml")] == ["one.tml"]
        assert json.loads(Path(got).read_text(encoding="utf-8")) == {"id": "one"}
        print(self.printed, end="")


def test_the_numbers_behind_what_is_printed_of_dates(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text("<TimeML/>", encoding="utf-8")
    found = counts.dates(Dates("score"), tmp_path, {"one": {"id": "one"}})
    assert found["value F1"].counts == [(1, 2, 1, 3)]
    assert found["no false precision"].counts == [(1, 2)]


class Statements(ModuleType):
    """Says what it would print of the padding and a document of which one of two statements is found, by a wrong
    speaker."""

    @staticmethod
    def main(folder: str, got: str, _: bool) -> None:
        assert len(list(Path(folder, "attributions").glob("*.ann"))) == 3
        assert len(Path(got).read_text(encoding="utf-8").splitlines()) == 2
        print("documents 2  gold 4 (verbs of speech 3, with a source 2)  predicted 2")
        print("content            precision 1.000  recall 0.667  F1 0.800")
        print("content + speaker  precision 0.500  recall 0.500  F1 0.500")


def test_the_padding_is_taken_off_again(tmp_path: Path) -> None:
    (tmp_path / "attributions").mkdir()
    for annotator in "ab":
        (tmp_path / f"attributions/one_{annotator}.ann").write_text("", encoding="utf-8")
    found = counts.statements(Statements("score"), tmp_path, {"one": {"id": "one"}})
    assert found["content + speaker F1"].counts == [(0, 1, 0, 1)]
    assert found["content recall"].counts == [(1, 2)]


class Timelines(ModuleType):
    """Prints of two entities what it counted."""

    @staticmethod
    def main(_documents: str, _gold: str, _predicted: str, show: bool) -> None:
        assert show
        print("- a: precision 1/2 recall 1/4 events predicted 3 matched 1 gold 5", file=sys.stderr)
        print("- b: precision 0/0 recall 0/6 events predicted 0 matched 0 gold 7", file=sys.stderr)
        print("timelines: precision 50.00")


def test_timelines_are_counted_by_entity(tmp_path: Path) -> None:
    found = counts.timelines(Timelines("score"), tmp_path, tmp_path, tmp_path)["micro F1"]
    assert found.counts == [(1, 2, 1, 4), (0, 0, 0, 6)]
    assert found.value == pytest.approx(100 * 2 * 0.5 * 0.1 / 0.6)
