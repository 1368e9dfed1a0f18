"""An article's text cut into paragraphs and stretches, with the words that carry claims marked and numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import CONTACT_TYPES, Claim, ClaimType, Event, Extraction, Span, Status

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Note:
    """One claim of the article, numbered in the order of the text, with the event it tells of."""

    number: int
    claim: Claim
    event: Event | None
    spans: tuple[Span, ...]

    @property
    def kind(self) -> str:
        """Return the class of its line: who, say, deny or plan."""
        if self.claim.status is Status.DENIED:
            return "deny"
        if self.claim.status is Status.PLANNED:
            return "plan"
        return "say" if self.claim.type is ClaimType.STATEMENT else "who"

    @property
    def is_contact(self) -> bool:
        """Whether it tells of a kind of contact."""
        return self.claim.type in CONTACT_TYPES


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are all marked alike; `ends` are the notes whose last words these are."""

    text: str
    #: The class of the line below the words, or "" for plain text.
    kind: str
    ends: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the notes that belong beside it."""

    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]


def paragraphs(extraction: Extraction, events: Iterable[Event]) -> tuple[Paragraph, ...]:
    """Return the whole text, nothing left out but blank lines."""
    notes = _notes(extraction, events)
    dates = sorted({claim.date.span for claim in extraction.claims if claim.date and claim.date.span})
    text = extraction.article.text
    places = [Span(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]
    ends = {note.number: _end(note, places) for note in notes}
    out, done = [], 0
    for place in places:
        own = [note for note in notes if done <= note.spans[0].start < place.end]
        done = place.end
        touching = [note for note in notes if any(span.overlaps(place) for span in note.spans)]
        last: dict[int, list[Note]] = {}
        for note in touching:
            last.setdefault(ends[note.number], []).append(note)
        out.append(Paragraph(_stretches(text, place, touching, dates, last), tuple(own)))
    return tuple(out)


def _end(note: Note, places: Sequence[Span]) -> int:
    """Return where the last of a note's words that stand in a paragraph end."""
    return max((min(span.end, place.end) for place in places for span in note.spans if span.overlaps(place)), default=0)


def _notes(extraction: Extraction, events: Iterable[Event]) -> list[Note]:
    of_claim = {citation.claim_id: event for event in events for citation in event.citations}
    placed = [(_spans(claim), claim) for claim in extraction.claims]
    placed.sort(key=lambda pair: (pair[0][0], pair[1].id))
    return [Note(n, claim, of_claim.get(claim.id), spans) for n, (spans, claim) in enumerate(placed, 1)]


def _spans(claim: Claim) -> tuple[Span, ...]:
    """Return the words to mark: what was said, else the evidence."""
    if claim.statement is not None and claim.statement.content:
        return tuple(sorted(claim.statement.content))
    return tuple(sorted({evidence.span for evidence in claim.evidence}))


def _stretches(
    text: str, place: Span, notes: Sequence[Note], dates: Sequence[Span], ends: Mapping[int, Sequence[Note]]
) -> tuple[Stretch, ...]:
    """Cut where a mark begins or ends; the shortest claim over a place gives its line, a date its own."""
    marks = [(span, note.kind) for note in notes for span in note.spans if span.overlaps(place)]
    here = [span for span in dates if span.overlaps(place)]
    edges = {place.start, place.end}
    for span in (*(span for span, _ in marks), *here):
        edges |= {max(span.start, place.start), min(span.end, place.end)}
    return tuple(
        Stretch(text[low:high], _kind(Span(low, high), marks, here), tuple(ends.get(high, ())))
        for low, high in pairwise(sorted(edges))
    )


def _kind(piece: Span, marks: Sequence[tuple[Span, str]], dates: Sequence[Span]) -> str:
    over = [(span.end - span.start, kind) for span, kind in marks if span.overlaps(piece)]
    if not over:
        return ""
    return "date" if any(span.overlaps(piece) for span in dates) else min(over)[1]
