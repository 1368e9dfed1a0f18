"""Statements of a short text in words, so that tests compare what a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.statements import SaidClause, find_statements
from timeline.language.parse import Parsed
from timeline.language.pipeline import parse
from timeline.model import Span


@dataclass(frozen=True)
class Reading:
    speaker: str | None
    cue: str
    content: tuple[str, ...]
    direct: bool
    channel: str | None
    said: SaidClause


def parsed(text: str) -> Parsed:
    """Parse a text whose paragraphs are its lines."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return next(iter(parse([(text, spans)])))


def read(text: str) -> list[Reading]:
    """Return the statements of a text, each with its words."""
    return [
        Reading(
            said.speaker_span.of(text) if said.speaker_span else None,
            said.cue_span.of(text),
            tuple(span.of(text) for span in said.content),
            said.direct,
            said.channel,
            said,
        )
        for said in find_statements(parsed(text))
    ]
