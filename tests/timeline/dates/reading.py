"""How the tests of dates read a sentence: parsed once, published on a given day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline.dates import Reading, find
from timeline.language.parse import Parsed
from timeline.language.pipeline import parse
from timeline.model import Found, Publication, Span


@lru_cache(maxsize=2048)
def parsed(text: str) -> Parsed:
    """Parse one paragraph."""
    return next(iter(parse([(text, [Span(0, len(text))] if text.strip() else [])])))


def published(day: str | None) -> Publication:
    """Make a day of publication, or none."""
    return Publication(date.fromisoformat(day), Found.GIVEN, day) if day else Publication()


def read(text: str, day: str | None = "2017-03-02") -> list[Reading]:
    """Read a paragraph."""
    return find(parsed(text), published(day))
