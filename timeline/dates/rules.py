"""What a rule of the grammar is: tokens from one place on, read as a value."""

from __future__ import annotations

from collections.abc import Callable
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


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A function that reads an expression from a token on, and the senses or glue words that can stand first."""

    read: Callable[[Run, int], Found | None]
    starts: frozenset[str]

    def __call__(self, run: Run, at: int) -> Found | None:
        """Read the tokens from `at` on, or return None."""
        return self.read(run, at)


def starts(*names: str) -> Callable[[Callable[[Run, int], Found | None]], Rule]:
    """Declare what the first token of a rule can be: senses, or glue words by themselves."""
    return lambda read: Rule(read, frozenset(names))


class Rules:
    """Rules that compete for a place: the longest reading wins, of equals that of the first rule."""

    def __init__(self, *rules: Rule) -> None:
        self.rules = rules
        self.starts = frozenset().union(*(rule.starts for rule in rules))
        self._fitting: dict[frozenset[str], tuple[Rule, ...]] = {}

    def longest(self, run: Run, at: int) -> Found | None:
        """Return the longest reading that begins at a token; found once for each place of a run."""
        if at >= len(run.tokens):
            return None
        key = (id(self), at)
        if key not in run.readings:
            run.readings[key] = self._read(run, at)
        found = run.readings[key]
        assert found is None or isinstance(found, Found)
        return found

    def _read(self, run: Run, at: int) -> Found | None:
        best: Found | None = None
        for rule in self._that_fit(run.tokens[at].senses.names):
            found = rule.read(run, at)
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best

    def _that_fit(self, names: frozenset[str]) -> tuple[Rule, ...]:
        fitting = self._fitting.get(names)
        if fitting is None:
            fitting = tuple(rule for rule in self.rules if not rule.starts.isdisjoint(names))
            self._fitting[names] = fitting
        return fitting
