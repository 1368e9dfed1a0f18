"""Named periods: holidays by rule and occasions of the public record, read from `periods.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from timeline.dates.uncertain import UncertainDate


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A name of the calendar with its rule or its days, and where these are from."""

    id: str
    kind: str
    #: The names as lower-case words, the longest first.
    names: tuple[tuple[str, ...], ...]
    source: str
    rule: Mapping[str, int] | None
    dates: Mapping[int, UncertainDate]
    examples: tuple[str, ...]
    counter: tuple[str, ...]

    def at(self, year: int) -> UncertainDate | None:
        """Return its days in a year, or None when it has none there."""
        if self.rule is None:
            return self.dates.get(year)
        if year % self.rule.get("every", 1):
            return None
        return UncertainDate.day(_by_rule(self.rule, year))


def split_name(name: str) -> tuple[str, ...]:
    """Split a name as the tokens of a text are split: the possessive stands apart, a dot belongs to its word."""
    return tuple(name.lower().replace("'s", " 's").replace("s' ", "s ' ").split())


def _by_rule(rule: Mapping[str, int], year: int) -> date:
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "day" in rule:
        return date(year, rule["month"], rule["day"])
    return nth_weekday(year, rule["month"], rule["weekday"], rule["nth"]) + timedelta(days=rule.get("plus", 0))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the first to fourth such weekday of a month, or the last for a negative number."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _period(row: dict[str, Any]) -> Period:
    names = sorted((split_name(name) for name in row["names"]), key=len, reverse=True)
    dates = {int(year): UncertainDate.parse(edtf) for year, edtf in row.get("dates", {}).items()}
    rule = MappingProxyType(row["rule"]) if "rule" in row else None
    return Period(
        row["id"],
        row["kind"],
        tuple(names),
        row["source"],
        rule,
        MappingProxyType(dates),
        tuple(row["examples"]),
        tuple(row["counter"]),
    )


def _load() -> tuple[Period, ...]:
    text = files("timeline.dates").joinpath("periods.toml").read_text(encoding="utf-8")
    return tuple(_period(row) for row in tomllib.loads(text)["period"])


PERIODS = _load()


@lru_cache(maxsize=1)
def by_first_word() -> Mapping[str, tuple[tuple[tuple[str, ...], Period], ...]]:
    """Return the names by their first word, the longest name first."""
    index: dict[str, list[tuple[tuple[str, ...], Period]]] = {}
    for period in PERIODS:
        for name in period.names:
            index.setdefault(name[0], []).append((name, period))
    return {word: tuple(sorted(names, key=lambda n: -len(n[0]))) for word, names in index.items()}
