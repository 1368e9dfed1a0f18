"""How far a figure can be trusted: 95% intervals by drawing documents anew (bootstrap), always the same draws.

A figure is computed from counts that add up over documents; a resample draws as many documents as there are, with
repetition, and computes the figure of their sum.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

RESAMPLES = 2000
_SEED = 20170302
type Counts = tuple[float, ...]


@dataclass(frozen=True)
class Sample:
    """The counts of every document, and the figure that is made of their sum."""

    figure: Callable[[Counts], float]
    counts: list[Counts]

    @property
    def value(self) -> float:
        """Return the figure over all documents."""
        return self.figure(tuple(map(sum, zip(*self.counts, strict=True))))

    def interval(self, resamples: int = RESAMPLES) -> tuple[float, float]:
        """Return between which values 95% of the resamples lie."""
        table, draw = np.array(self.counts, dtype=float), Random(_SEED)
        size = range(len(self.counts))
        values = sorted(
            self.figure(tuple(table[draw.choices(size, k=len(size))].sum(axis=0))) for _ in range(resamples)
        )
        cut = round(resamples * 0.025)
        return values[cut], values[-1 - cut]


def f1(counts: Sequence[float]) -> float:
    """Return the F1 of (right, found, recalled, wanted), which may be weights."""
    right, found, recalled, wanted = counts
    precision, recall = share((right, found)), share((recalled, wanted))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(counts: Sequence[float]) -> float:
    """Return a part of a whole."""
    part, whole = counts
    return part / whole if whole else 0.0


def total(counts: Sequence[float]) -> float:
    """Return a plain number."""
    return counts[0]
