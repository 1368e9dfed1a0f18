"""Intervals are drawn over documents, always the same, and hold the figure."""

from __future__ import annotations

import pytest

from tests.quality.intervals import Sample, f1, share, total


@pytest.mark.parametrize(
    ("counts", "figure"), [((1, 2, 1, 4), 1 / 3), ((0, 0, 0, 3), 0.0), ((3, 3, 3, 3), 1.0), ((0.5, 1, 1.5, 3), 0.5)]
)
def test_f1_is_the_harmonic_mean_of_both_shares(counts: tuple[float, ...], figure: float) -> None:
    assert f1(counts) == pytest.approx(figure)


def test_a_share_of_nothing_is_nothing() -> None:
    assert share((0, 0)) == 0.0
    assert share((3, 4)) == 0.75


def test_the_interval_lies_around_the_figure_and_is_the_same_again() -> None:
    sample = Sample(share, [(1, 2), (2, 2), (0, 1), (3, 4), (1, 1), (0, 2), (2, 3), (4, 4)])
    low, high = sample.interval()
    assert sample.value == pytest.approx(13 / 19)
    assert 0.3 < low < sample.value < high < 1.0
    assert sample.interval() == (low, high)


def test_more_documents_of_the_same_kind_narrow_the_interval() -> None:
    few = Sample(share, [(1, 2), (2, 2), (0, 1), (3, 4)])
    many = Sample(share, few.counts * 25)
    widths = [high - low for low, high in (few.interval(), many.interval())]
    assert widths[1] < widths[0] / 3
    assert many.value == few.value


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    assert Sample(total, [(0.0,)] * 9).interval() == (0.0, 0.0)
