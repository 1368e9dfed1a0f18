"""What marks a test that reads the evaluation corpora."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def over_corpora[**P, R](test: Callable[P, R]) -> Callable[P, R]:
    """Mark a slow test with the time that a fresh checkout needs to parse every text, and pass over the files that the
    scorers beside the checkout leave to the collector."""
    for mark in (
        pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"),
        pytest.mark.timeout(900),
        pytest.mark.slow,
    ):
        test = mark(test)
    return test
