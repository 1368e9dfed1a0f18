"""TimelineJS: what its documentation asks for, and dates no finer than known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.making import contact
from tests.timeline.formats.sample import affair
from timeline.formats import ExportData
from timeline.formats.timelinejs import write

#: The keys that the documentation of the format names, with the types of their values.
_SLIDE = {
    "start_date": dict,
    "end_date": dict,
    "text": dict,
    "group": str,
    "display_date": str,
    "unique_id": str,
    "autolink": bool,
}


def _written(data: ExportData) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write(data))
    return found


def _slide(edtf: str) -> dict[str, Any]:
    (slide,) = _written(ExportData("t", (contact("Ada Brenn", "Ben Corvel", edtf=edtf),)))["events"]
    found: dict[str, Any] = slide
    return found


def test_it_holds_what_the_documentation_asks_for() -> None:
    written = _written(affair())
    assert set(written) == {"title", "events"}
    for slide in written["events"]:
        assert all(isinstance(value, _SLIDE[key]) for key, value in slide.items())
        assert set(slide["text"]) == {"headline", "text"}
        for day in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert list(day) == ["year", "month", "day"][: len(day)]
            assert all(isinstance(number, int) for number in day.values())
    ids = [slide["unique_id"] for slide in written["events"]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031-04-02", {"year": 2031, "month": 4, "day": 2}, None),
        ("2031-04", {"year": 2031, "month": 4}, None),
        ("2031~", {"year": 2031}, None),
        ("2031-22", {"year": 2031, "month": 6}, {"year": 2031, "month": 8}),
        ("2031-24", {"year": 2031, "month": 12}, {"year": 2032, "month": 2}),
        ("203X", {"year": 2030}, {"year": 2039}),
        ("20XX", {"year": 2000}, {"year": 2099}),
        ("2031-04/2031-06", {"year": 2031, "month": 4}, {"year": 2031, "month": 6}),
        ("2031-04-02/..", {"year": 2031, "month": 4, "day": 2}, None),
    ],
)
def test_a_date_keeps_its_precision(edtf: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    slide = _slide(edtf)
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


@pytest.mark.parametrize("edtf", [None, "../2031-04-02"])
def test_what_has_no_beginning_is_told_on_the_first_slide(edtf: str | None) -> None:
    written = _written(ExportData("t", (contact("Ada Brenn", "Ben Corvel", edtf=edtf),)))
    assert written["events"] == []
    assert "no beginning is known" in written["title"]["text"]["text"]
    assert "sha256" in written["title"]["text"]["text"]


def test_the_sources_bring_no_markup_and_no_script() -> None:
    text = json.dumps(_written(affair()))
    assert "<script" not in text
    assert "<b>bold" not in text
    assert "javascript:" not in text
