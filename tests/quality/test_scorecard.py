"""The evaluation corpora, where they lie beside the checkout, are read no worse than before; where not, it is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.quality import corpora as places
from tests.quality import scorecard
from tests.quality.conftest import pytest_terminal_summary
from tests.quality.corpora import CorporaMissingError, shared
from tests.quality.intervals import Sample, share
from tests.quality.marks import over_corpora
from tests.quality.scorecard import SPEED, TARGETS, Measure, below, corpora, floors, table, unchecked


@over_corpora
def test_no_figure_falls_below_its_floor() -> None:
    folder = shared()
    if folder is None:
        pytest.skip(unchecked())
    assert below({name: measure.value for name, measure in corpora(folder).items()}) == {}


def test_a_figure_below_its_floor_is_told_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    reached = dict(floors())
    assert below(reached) == {}
    monkeypatch.setattr(scorecard, "floors", lambda: {**reached, "tune: ties F1": 0.99, "check: false ties": -1})
    assert below(reached) == {
        "tune: ties F1": (reached["tune: ties F1"], 0.99),
        "check: false ties": (reached["check: false ties"], -1),
    }


def test_every_figure_has_a_target_and_all_but_speed_a_floor() -> None:
    assert set(TARGETS) == {*floors(), SPEED}


def test_the_table_shows_interval_floor_and_target_and_what_is_not_reached() -> None:
    ties, fast = Measure(0.5, 0.4, 0.6), Measure(0.9, 0.85, 0.95)
    lines = [" ".join(line.split()) for line in table({"tune: ties F1": ties, SPEED: fast}).splitlines()]
    assert lines[:3] == [
        "evaluation corpora reached 95% interval floor target",
        f"tune: ties F1 0.5 0.400 - 0.600 {floors()['tune: ties F1']:g} 0.72 not reached",
        f"{SPEED} 0.9 0.850 - 0.950 - 0.8",
    ]
    assert "no floor" in lines[-1]


def test_without_corpora_the_scorecard_names_every_floor_that_was_not_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scorecard, "shared", lambda: None)
    monkeypatch.setattr(scorecard.scoring, "main", lambda _: None)
    monkeypatch.setattr(scorecard.speed, "measure", lambda: Sample(share, [(3.0, 4.0), (1.5, 2.0)]))
    scorecard.main([])
    printed = re.sub(" +", " ", capsys.readouterr().out)
    assert f"NOT CHECKED: {len(floors())} floors" in printed
    assert all(f"\n {name} " in printed for name in floors())
    assert "../shared" in printed
    assert f"{SPEED} 0.75 0.750 - 0.750" in printed


def test_a_folder_that_is_named_and_holds_no_corpora_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WHOMET_SHARED", str(tmp_path))
    with pytest.raises(CorporaMissingError, match="WHOMET_SHARED="):
        shared()


def test_a_folder_that_nobody_named_may_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("WHOMET_SHARED", raising=False)
    monkeypatch.setattr(places, "ROOT", tmp_path / "checkout")
    assert shared() is None


class _Reporter:
    """The end of a run in which some tests were skipped."""

    def __init__(self, *skipped: str) -> None:
        self.stats = {"skipped": [type("Report", (), {"nodeid": node})() for node in skipped]}
        self.lines: list[str] = []

    def section(self, title: str) -> None:
        self.lines.append(title)

    def line(self, line: str) -> None:
        self.lines.append(line)


@pytest.mark.parametrize(
    ("skipped", "said"),
    [
        ("tests/quality/test_scorecard.py::test_no_figure_falls_below_its_floor", ["evaluation corpora", unchecked()]),
        ("tests/stores/test_random.py::test_another", []),
    ],
)
def test_the_last_lines_of_a_run_say_what_was_not_checked(skipped: str, said: list[str]) -> None:
    reporter = _Reporter(skipped)
    pytest_terminal_summary(reporter)  # type: ignore[arg-type]
    assert reporter.lines == said
