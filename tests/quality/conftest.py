"""Floors on the evaluation corpora that were not checked are named in the last lines of a run."""

from __future__ import annotations

import pytest

from tests.quality.scorecard import unchecked

_FLOORS = "tests/quality/test_scorecard.py::test_no_figure_falls_below_its_floor"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which floors were not checked, if their test was skipped."""
    if any(report.nodeid == _FLOORS for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section("evaluation corpora")
        terminalreporter.line(unchecked())
