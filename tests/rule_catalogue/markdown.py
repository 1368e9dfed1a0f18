"""The pieces that the catalogue is made of, as lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

type Entry = Mapping[str, Any]
type Lines = Iterator[str]


def title(name: str, path: str, told: str) -> Lines:
    """Yield the heading of a data file, with what it is and where it stands in the checkout."""
    yield f"\n## {name}\n"
    yield f"{told} From [{path.rsplit('/', 1)[-1]}](../{path}).\n"


def head(name: str) -> Lines:
    yield f"\n### {name}\n"


def facts(entry: Entry, *, drop: Iterable[str]) -> Lines:
    """Yield the other fields of an entry, by the names that the head of its file explains."""
    left = {key: value for key, value in entry.items() if key not in drop and key != "tier"}
    if left:
        yield "; ".join(f"{key.replace('_', ' ')}: {_value(value)}" for key, value in left.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def listed(name: str, words: Iterable[str]) -> Lines:
    together = ", ".join(words)
    if together:
        yield f"\n{name}: {plain(together)}"


def sentences(found: Iterable[str], refused: Iterable[str]) -> Lines:
    lines = [*(f"- \\+ {plain(text)}" for text in found), *(f"- \\- {plain(text)}" for text in refused)]
    if lines:
        yield ""
        yield from lines


def plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return " ".join("".join(f"\\{c}" if c in "\\`*_[]<>|" else c for c in text).split())
