"""Which paragraphs of a text are the article: its lines made paragraphs, and what is not the article left out."""

from __future__ import annotations

from timeline.model import Span
from timeline.sources.lines import split


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of the article proper, as spans of the text as given: ordered, apart, none blank."""
    return tuple(split(text))
