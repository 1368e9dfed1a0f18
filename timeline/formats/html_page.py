"""HTML: a timeline in one file, which opens by double click, without JavaScript and without any other file.

The drawing stands above, every event again as text below: the sources' own words in serif, our reading in sans. What
nobody states as a fact has a section of its own. All that comes from outside is escaped, and the page forbids itself
to load or run anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from timeline.formats.characters import one_line, web_address
from timeline.formats.citing import kind_word, outlet, sources_words
from timeline.formats.drawing import KEY, SPRITE, chart_svg, event_glyph, glyph
from timeline.formats.export import ExportData
from timeline.formats.marked_quote import marked_quote
from timeline.formats.marks import LETTERS, chart, shape_of
from timeline.formats.page_frame import framed
from timeline.formats.wording import date_words, reading_words, voices_words
from timeline.model import Citation, ClaimType, Event, Status

#: More marks than this are no drawing: the page says so, and the list has every event.
MOST_DRAWN = 1000
#: What is not asserted, in the order of the page.
_APART = (Status.ALLEGED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)


def write(data: ExportData) -> bytes:
    """Write the page."""
    title = escape(one_line(data.title))
    body = [
        SPRITE,
        f"<header><h1>{title}</h1>{_about(data)}</header>\n<main>",
        *_drawing(data),
        *_told([event for event in data.events if event.status is Status.ASSERTED]),
        *_apart([event for event in data.events if event.status is not Status.ASSERTED]),
        "</main>\n<footer><p>Every statement above is a report by the outlet named beside it. Written by whomet.</p>",
        "</footer>",
    ]
    return framed(data.title, ["page.css"], body)


def _about(data: ExportData) -> str:
    also = ""
    if data.actor is not None and data.actor.aliases:
        also = f'<p class="aka">Also written {escape(", ".join(data.actor.aliases))}</p>'
    outlets = {citation.source for event in data.events for citation in event.citations if citation.source}
    told = f" told by {_many(len(outlets), 'outlet')}" if outlets else ""
    return f'{also}<p class="sub">{_many(len(data.events), "event")}{told}{_span(data.events)}.</p>'


def _span(events: Iterable[Event]) -> str:
    dates = [event.date.date for event in events if event.date is not None]
    days = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    return f", {min(days).year} to {max(days).year}" if days and min(days).year < max(days).year else ""


def _drawing(data: ExportData) -> Iterator[str]:
    drawn = chart(data.events) if len(data.events) <= MOST_DRAWN else None
    if drawn is None:
        if len(data.events) > MOST_DRAWN:
            yield f'<p class="sub">{len(data.events)} events are too many to draw; all are listed below.</p>'
        return
    missing = f"{_many(drawn.undated, 'event')} without a date: in the list only." if drawn.undated else ""
    yield '<section class="sec" aria-labelledby="h-tl">'
    yield f'<div class="sec-head"><h2 id="h-tl">Timeline</h2><p>{missing}</p></div>'
    svg = chart_svg(drawn, f"Timeline: {one_line(data.title)}", lambda event: f"#{event.id}")
    yield f'<figure class="tl">{svg}<figcaption>{KEY}</figcaption></figure></section>'


def _told(events: list[Event]) -> Iterator[str]:
    yield '<section class="sec" aria-labelledby="h-ev"><div class="sec-head"><h2 id="h-ev">Events</h2>'
    yield "<p>In serif, the source’s own words; below them, our reading.</p></div>"
    if events:
        yield f"<ol>{''.join(map(_event, events))}</ol>"
    else:
        yield '<p class="sub">Nothing is told as a fact.</p>'
    yield "</section>"


def _apart(events: list[Event]) -> Iterator[str]:
    if not events:
        return
    yield '<section class="sec" aria-labelledby="h-un"><div class="sec-head">'
    yield '<h2 id="h-un">Alleged, denied, planned, hypothetical</h2>'
    yield "<p>Nobody states these as facts; a denied, planned or hypothetical contact counts nowhere.</p></div>"
    yield '<div class="unsure">'
    for status in _APART:
        chosen = [event for event in events if event.status is status]
        if chosen:
            tone = f"c-{LETTERS[status]}"
            word = status.value.capitalize()
            yield f'<div><h3><span class="st {tone}">{glyph(LETTERS[status])}{word}</span></h3>'
            yield "".join(_claim(event, tone) for event in chosen) + "</div>"
    yield "</div></section>"


def _event(event: Event) -> str:
    sign = event_glyph(event.status, shape_of(event.date.date)) if event.date else '<span class="gl"></span>'
    return (
        f'<li class="ev" id="{escape(event.id)}">{sign}'
        f'<div class="when">{_when(event)}</div>'
        f"<div><h3>{escape(event.title)}</h3>{_facts(event)}{_quotes(event)}</div>"
        f'<p class="src"><b>{escape(sources_words(event))}</b></p></li>\n'
    )


def _claim(event: Event, tone: str) -> str:
    return (
        f'<div class="claim {tone}" id="{escape(event.id)}"><p class="when">{_when(event)}</p>'
        f"<h4>{escape(event.title)}</h4>{_facts(event)}{_quotes(event)}</div>\n"
    )


def _when(event: Event) -> str:
    if event.date is None:
        return '<span class="rd">date not known</span>'
    reading = event.date
    words = f'<span class="says">“{escape(reading.words)}”</span>' if reading.words else ""
    told = f"{date_words(reading.date)}; {reading.derivation}"
    return f'{words}<span class="rd" title="{escape(told)}">read as {escape(reading_words(reading.date))}</span>'


def _facts(event: Event) -> str:
    facts = [kind_word(event.type).capitalize()]
    if event.count:
        facts.append(f"times told: {event.count}")
    if event.place:
        facts.append(event.place)
    if event.statement and event.statement.channel:
        facts.append(f"through {event.statement.channel}")
    facts += voices_words(event)
    if event.status is not Status.ASSERTED:
        facts.append(sources_words(event))
    return f"<p>{escape(' · '.join(facts))}</p>{_words(event)}"


def _words(event: Event) -> str:
    """Return the words of a statement, unless every citation quotes just these."""
    if event.type is not ClaimType.STATEMENT or event.statement is None or not event.statement.words:
        return ""
    if all(citation.evidence.quote == event.statement.words for citation in event.citations):
        return ""
    words = f"“{event.statement.words}”" if event.statement.direct else event.statement.words
    return f'<blockquote class="qt">{escape(words)}</blockquote>'


def _quotes(event: Event) -> str:
    return "".join(map(_quote, event.citations))


def _quote(citation: Citation) -> str:
    cite = escape(outlet(citation))
    if address := web_address(citation.url):
        cite = f'<a href="{escape(address)}" rel="noreferrer">{cite}</a>'
    said = citation.evidence.attributed_to
    told = f", according to {escape(', '.join(said))}" if said else ""
    span = citation.evidence.span
    where = (
        f"Article {escape(citation.article_id)}, characters {span.start} to {span.end}, "
        f"sha256 <code>{escape(citation.sha256)}</code>"
    )
    return (
        f'<blockquote class="qt">{marked_quote(citation.evidence)}<cite>{cite}{told}</cite>'
        f"<details><summary>Where it stands</summary>{where}</details></blockquote>"
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
