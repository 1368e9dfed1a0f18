"""Whose story an article is, by its byline, its dateline and its last lines: "By Northern Wire and staff reports"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.folding import fold
from timeline.language.lexicon import lexicon, read
from timeline.model import Article

#: How many lines at either end may be a byline, and how long one is at most.
_LINES = 6
_LONGEST = 90
_DATELINE = re.compile(r"[A-Z][\w.'’ -]*[A-Z]{2}[^()\n]{0,60}\((?P<by>[^()\n]{2,40})\)\s*[-–—]")
_BYLINE = re.compile(r"by\s+(?P<by>[A-Z].*)", re.IGNORECASE)
_SIGNED = re.compile(r"[(\[]?\s*(?:additional\s+)?reporting by\s+(?P<by>[^;()\[\]\n]{2,90})", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[;,/|&]|\band\b|\bfor\b)\s*", re.IGNORECASE)
#: Words that make a line a sentence, and no byline.
_SENTENCE = re.compile(r"[.!?]\s|[.!?]$")


@dataclass(frozen=True, slots=True)
class _Outlets:
    agencies: dict[str, str]
    nobody: frozenset[str]


@lru_cache(maxsize=1)
def _outlets() -> _Outlets:
    data = read("graph.identity", "outlets.toml")
    return _Outlets(data["agencies"], frozenset(data["nobody"]["names"]))


def credits_of(article: Article) -> tuple[str, ...]:
    """Return the names that an article gives as its authors, people and agencies alike, folded and sorted."""
    found = {outlet(part) for line in _credited(article) for part in _BETWEEN.split(line)}
    return tuple(sorted(found - _outlets().nobody - {""}))


def outlet(name: str) -> str:
    """Return a name as origins compare it: folded, without "the", an agency's short form by its full name."""
    words = fold(name)
    key = " ".join(words[1:] if words[:1] == ("the",) and len(words) > 1 else words)
    return _outlets().agencies.get(key, key)


def is_press(key: str) -> bool:
    """Whether what `outlet` gives is the name of a newspaper, an agency or a broadcaster."""
    known = _outlets().agencies
    return key in known.values() or not lexicon().press_words.isdisjoint(key.split())


def _credited(article: Article) -> Iterable[str]:
    yield re.sub(r"^\s*by\s+", "", article.byline, flags=re.IGNORECASE)
    lines = [line for raw in article.text.splitlines() if (line := raw.strip())]
    found = [_DATELINE.match(line) or _byline(line) for line in lines[:_LINES]]
    found += [_SIGNED.match(line) for line in lines[-_LINES:]]
    yield from (match["by"] for match in found if match is not None)


def _byline(line: str) -> re.Match[str] | None:
    return None if len(line) > _LONGEST or _SENTENCE.search(line) else _BYLINE.fullmatch(line)
