"""What docs/extraction.md says about what goes wrong is what is measured."""

from __future__ import annotations

import pytest

from tests.quality import documented
from tests.quality.corpora import shared
from tests.quality.documented import PAGE, blocks, causes, moved, written
from tests.quality.errors.cases import Case, Sheet
from tests.quality.marks import over_corpora

TEXT = "# A page\n\n<!-- measured: ties -->\n\nIn all: found 20.\n\n| missed: far | 9.0 |\n\n<!-- end -->\n\nMore.\n"


@over_corpora
def test_the_page_tells_what_is_measured() -> None:
    folder = shared()
    if folder is None:
        pytest.skip("no evaluation corpora beside this checkout (../shared, or WHOMET_SHARED)")
    assert moved(PAGE.read_text(encoding="utf-8"), blocks(folder)) == [], "run python -m tests.quality.documented"


def test_small_causes_are_told_together() -> None:
    cases = [Case(cause, "", weight, "d", "t", ()) for cause, weight in (("far", 6.0), ("far", 3.0), ("near", 2.5))]
    sheet = Sheet("ties", "Ties", "All.", "ties", cases)
    sheet.whole.update(found=20)
    assert causes(sheet).splitlines() == [
        "In all: found 20.",
        "",
        "| cause | ties |",
        "| --- | --- |",
        "| far | 9.0 |",
        "| other causes, each below 5 | 2.5 |",
    ]


def test_a_block_is_written_anew_and_nothing_else() -> None:
    again = written(TEXT, {"ties": "In all: found 30."})
    assert again == "# A page\n\n<!-- measured: ties -->\n\nIn all: found 30.\n\n<!-- end -->\n\nMore.\n"
    assert written(again, {"ties": "In all: found 30."}) == again


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("In all: found 20.\n\n| missed: far | 9.0 |", []),
        ("In all: found 22.\n| missed: far | 11.9 |", []),
        ("In all: found 24.\n| missed: far | 9.0 |", ["ties: In all: found 20."]),
        ("In all: found 20.\n| missed: near | 3.0 |", ["ties: | missed: far | 9.0 |"]),
        (
            "In all: found 20.\n| missed: far | 9.0 |\n| missed: near | 8.5 |",
            ["ties, missing: | missed: near | 8.5 |"],
        ),
    ],
)
def test_figures_that_move_little_are_as_good(now: str, told: list[str]) -> None:
    assert moved(TEXT, {"ties": now}) == told


def test_without_the_corpora_the_page_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = PAGE.read_text(encoding="utf-8")
    monkeypatch.setattr(documented, "shared", lambda: None)
    documented.main()
    assert "is as it was" in capsys.readouterr().out
    assert PAGE.read_text(encoding="utf-8") == before
