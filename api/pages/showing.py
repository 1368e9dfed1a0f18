"""What templates call: symbols, dates in words, quotes with their evidence marked. All text is escaped here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from flask import Flask
from markupsafe import Markup, escape

from api.pages import addresses
from graph.store.base import StoreInfo
from timeline.formats import drawing
from timeline.formats.marks import LETTERS, cut, shape_of
from timeline.formats.wording import date_words, day_words, reading_words, short_day, voices_words, when_words
from timeline.model import Citation, ClaimType, DateReading, Event, Span, Status

TYPE_WORDS = {
    ClaimType.MEETING: "Meeting",
    ClaimType.CALL: "Call",
    ClaimType.CORRESPONDENCE: "Letter or message",
    ClaimType.HEARING: "Hearing",
    ClaimType.STATEMENT: "Statement",
    ClaimType.APPOINTMENT: "Appointment",
    ClaimType.DEPARTURE: "Departure",
    ClaimType.INVESTIGATION: "Investigation",
    ClaimType.LEGAL_ACTION: "Legal action",
    ClaimType.REPORT: "Report",
    ClaimType.ACTION: "Action",
}


def init_app(app: Flask) -> None:
    """Give the templates their functions; they drop the lines that only tags stand on."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        SPRITE=Markup(drawing.SPRITE),  # noqa: S704
        KEY=Markup(drawing.KEY),  # noqa: S704
        Status=Status,
        actor_url=addresses.actor_address,
        pair_url=addresses.pair_address,
        event_url=addresses.event_address,
        article_url=addresses.article_address,
        export_url=addresses.export_address,
        asset=asset,
    )
    app.jinja_env.filters.update(
        web_address=addresses.web_address,
        glyph=event_glyph,
        status=status_word,
        letter=LETTERS.__getitem__,
        type_words=TYPE_WORDS.__getitem__,
        reading=reading,
        when=when_words,
        voices=voices_words,
        date_words=date_words,
        day=day_words,
        short_day=short_day,
        quoted=quoted,
        distinct=distinct,
        cite=cite,
        shorten=cut,
        number=number,
    )


@lru_cache
def asset(name: str) -> str:
    """Return the address of one of our own files, with a mark that changes with it."""
    content = (Path(__file__).parent.parent / "static" / name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:10]}"


def event_glyph(event: Event) -> Markup:
    """Return the symbol of an event: how its date is known if asserted, else its status."""
    shape = shape_of(event.date.date) if event.date else None
    return Markup(drawing.event_glyph(event.status, shape))  # noqa: S704


def status_word(status: Status, words: str = "") -> Markup:
    """Return the symbol of a status with its word, or with other words."""
    letter = LETTERS[status]
    return Markup('<span class="st c-{}">{}{}</span>').format(
        letter,
        Markup(drawing.glyph(letter)),  # noqa: S704
        words or status.value.capitalize(),
    )


def reading(when: DateReading | None) -> str:
    """Return our reading of a date in figures."""
    return reading_words(when.date) if when else "no date"


def quoted(citation: Citation, event: Event) -> Markup:
    """Return a quote with the words that carry the claim marked: the trigger, and the words of the date."""
    evidence = citation.evidence
    spans: list[Span] = []
    if evidence.trigger is not None and evidence.span.overlaps(evidence.trigger.span):
        start = evidence.trigger.span.start - evidence.span.start
        spans.append(Span(max(0, start), start + len(evidence.trigger.text)))
    words = event.date.words if event.date else None
    at = evidence.quote.find(words) if words else -1
    if words and at >= 0:
        spans.append(Span(at, at + len(words)))
    return _marked(evidence.quote, spans)


def _marked(text: str, spans: list[Span]) -> Markup:
    out, done = Markup(), 0
    for span in sorted(spans):
        start, end = max(span.start, done), min(span.end, len(text))
        if start < end:
            out += escape(text[done:start]) + Markup("<mark>{}</mark>").format(text[start:end])
            done = end
    return out + escape(text[done:])


def distinct(citations: Iterable[Citation]) -> list[Citation]:
    """Return the citations without those that quote the same words of the same article again."""
    by_words: dict[tuple[str, Span], Citation] = {}
    for citation in citations:
        by_words.setdefault((citation.version, citation.evidence.span), citation)
    return list(by_words.values())


def cite(citation: Citation) -> str:
    """Return the outlet, or what else names the article, and the day."""
    name = citation.source or cut(citation.title, 60) or "an unnamed article"
    return f"{name}, {short_day(citation.published)}" if citation.published else f"{name}, date not known"


def number(count: int, one: str, many: str = "") -> str:
    """Return "1 article" or "2 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def collection(info: StoreInfo) -> str:
    """Return what a store holds, in a line."""
    return f"{number(info.articles, 'article')}, {number(info.actors, 'actor')}, {number(info.events, 'event')}"
