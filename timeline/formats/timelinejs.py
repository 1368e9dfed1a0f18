"""TimelineJS: the JSON that the storytelling tool of that name reads; dates keep their precision.

TimelineJS needs a beginning for everything it draws. What has none (undated, or known only by its end) is not
given one: it is listed, with its citations, in the text of the opening slide.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from timeline.formats.characters import json_bytes, printable, web_address
from timeline.formats.citing import kind_word, outlet, sources_words
from timeline.formats.export import ExportData
from timeline.formats.marks import lane_of
from timeline.formats.wording import date_words, when_words
from timeline.model import Citation, Event

#: EDTF seasons and quarters as their first and last month, and whether the last is in the next year.
_GROUPS = {
    21: (3, 5, 0),
    22: (6, 8, 0),
    23: (9, 11, 0),
    24: (12, 2, 1),
    33: (1, 3, 0),
    34: (4, 6, 0),
    35: (7, 9, 0),
    36: (10, 12, 0),
}


def write(data: ExportData) -> bytes:
    """Write the timeline; every text is HTML with nothing of the sources' left unescaped."""
    placed = [event for event in data.events if _has_beginning(event)]
    rest = [event for event in data.events if not _has_beginning(event)]
    title = {"text": {"headline": _html(data.title), "text": _opening(rest)}, "unique_id": "title", "autolink": False}
    return json_bytes({"title": title, "events": [_slide(event) for event in placed]}, indent=1) + b"\n"


def _slide(event: Event) -> dict[str, Any]:
    assert event.date is not None
    when = event.date.date
    low, _, high = when.edtf.partition("/")
    start, end = _first(low), _last(high or low)
    return {
        "unique_id": event.id,
        "start_date": start,
        **({"end_date": end} if end is not None and end != start else {}),
        "display_date": _html(date_words(when)),
        "group": lane_of(event.type),
        "autolink": False,
        "text": {"headline": _html(event.title), "text": _account(event)},
    }


def _account(event: Event) -> str:
    facts = [event.status.value, kind_word(event.type), sources_words(event)]
    if event.place:
        facts.insert(2, event.place)
    if event.date and event.date.words:
        facts.append(f"dated by the words “{event.date.words}”")
    return f"<p>{_html('; '.join(facts))}</p>" + "".join(map(_quote, event.citations))


def _quote(citation: Citation) -> str:
    cite = _html(outlet(citation))
    if address := web_address(citation.url):
        cite = f'<a href="{_html(address)}">{cite}</a>'
    said = citation.evidence.attributed_to
    told = f" according to {_html(', '.join(said))};" if said else ""
    where = f"article {_html(citation.article_id)}, sha256 {citation.sha256}"
    return f"<blockquote>{_html(citation.evidence.quote)}</blockquote><p><cite>{cite}</cite>;{told} {where}</p>"


def _opening(rest: list[Event]) -> str:
    if not rest:
        return ""
    items = "".join(
        f"<li><b>{_html(event.title)}</b> ({_html(when_words(event.date))}){_account(event)}</li>" for event in rest
    )
    return f"<p>Not on the timeline, because no beginning is known:</p><ul>{items}</ul>"


def _has_beginning(event: Event) -> bool:
    return event.date is not None and event.date.date.earliest is not None


def _first(edtf: str) -> dict[str, int]:
    year, month, day, _ = _numbers(edtf)
    if month > 12:
        month = _GROUPS[month][0]
    return _date(year, month, day)


def _last(edtf: str) -> dict[str, int] | None:
    if edtf == "..":
        return None
    year, month, day, years = _numbers(edtf)
    if month > 12:
        month, later = _GROUPS[month][1:]
        year += later
    return _date(year + years, month, day)


def _numbers(edtf: str) -> tuple[int, int, int, int]:
    """Return year, month, day (0: not told) and by how many years the end of the stretch is later."""
    match = re.match(r"(\d{2,4})(X*)(?:-(\d\d))?(?:-(\d\d))?", edtf)
    assert match is not None
    scale = 10 ** len(match[2])
    return int(match[1]) * scale, int(match[3] or 0), int(match[4] or 0), scale - 1


def _date(year: int, month: int, day: int) -> dict[str, int]:
    return {"year": year} | ({"month": month} if month else {}) | ({"day": day} if day else {})


def _html(text: str) -> str:
    return escape(printable(text))
