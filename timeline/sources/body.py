"""Which paragraphs of a text are the article: its lines made paragraphs, and what is not the article left out."""

from __future__ import annotations

from itertools import compress

from timeline.model import Span
from timeline.sources import boilerplate, lines


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of the article proper, as spans of the text as given: ordered, apart, none blank."""
    spans = lines.split(text)
    return tuple(compress(spans, boilerplate.article_of([span.of(text) for span in spans])))
