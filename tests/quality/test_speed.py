"""The share of bare spaCy's speed is measured in turn, batch by batch."""

from __future__ import annotations

import pytest

from tests.making import article
from tests.quality import speed


def test_each_batch_has_the_best_of_its_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [article(f"Ada Holm met Ivo Brandt in May 2016, {n} people said.") for n in ("two", "three", "four")]
    times = iter([(9.0, 9.0), (1.0, 4.0), (2.0, 3.0), (5.0, 5.0), (4.0, 6.0), (0.5, 0.5), (1.0, 1.0)])
    monkeypatch.setattr(speed, "articles", lambda: texts)
    monkeypatch.setattr(speed, "STRIDE", 1)
    monkeypatch.setattr(speed, "BATCH", 1)
    monkeypatch.setattr(speed, "_timed", lambda _: next(times))
    assert speed.measure(rounds=2).counts == [(1.0, 3.0), (4.0, 5.0), (0.5, 0.5)]


def test_both_read_the_same_texts() -> None:
    alone, ours = speed._timed((article("Ada Holm met Ivo Brandt in May 2016."),))
    assert alone > 0
    assert ours > 0
