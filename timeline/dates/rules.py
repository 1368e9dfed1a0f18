"""What a rule of the grammar is: tokens from one place on, read as a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.dates.tokens import Run
from timeline.dates.values import Value


@dataclass(frozen=True, slots=True)
class Found:
    """A value read from the tokens `[start, end)`, and the rule that read it."""

    value: Value
    start: int
    end: int
    rule: str


Rule = Callable[[Run, int], Found | None]


def longest(rules: Sequence[Rule], run: Run, at: int) -> Found | None:
    """Return the longest reading that begins there; of equals, that of the first rule."""
    best: Found | None = None
    for rule in rules:
        found = rule(run, at)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best
