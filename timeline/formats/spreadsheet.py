"""CSV: one row an event, the same columns always; a cell that a spreadsheet would compute gets an apostrophe."""

from __future__ import annotations

import csv
import io
from typing import Any

from timeline.formats.characters import printable
from timeline.formats.citing import citation_line
from timeline.formats.export import ExportData
from timeline.formats.record import event_record
from timeline.formats.wording import voices_words
from timeline.model import Event

#: New columns are added at the end, none is renamed or moved.
COLUMNS = (
    "id",
    "type",
    "status",
    "contact",
    "title",
    "date",
    "earliest",
    "latest",
    "date_text",
    "date_derivation",
    "place",
    "count",
    "participants",
    "roles",
    "participant_ids",
    "speaker",
    "words",
    "direct",
    "channel",
    "articles",
    "independent",
    "source",
    "published",
    "url",
    "article",
    "sha256",
    "start",
    "end",
    "quote",
    "attributed_to",
    "rule",
    "further_citations",
    "stance",
    "scope",
    "statements",
    "confidence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(data: ExportData) -> bytes:
    """Write the table with a heading (RFC 4180, UTF-8); the first citation has columns, others a line each."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for event in data.events:
        writer.writerow({column: cell(value) for column, value in _row(event).items()})
    return out.getvalue().encode()


def _row(event: Event) -> dict[str, Any]:
    record = event_record(event)
    people, told, said = record["participants"], record["evidence"], record["statement"] or {}
    first = told[0] if told else {}
    kept = ("id", "type", "status", "title", "date", "earliest", "latest", "date_text", "date_derivation")
    cited = ("source", "published", "url", "article", "sha256", "start", "end", "quote", "rule", "confidence")
    return {
        **{column: record[column] for column in (*kept, "place", "count")},
        "contact": "yes" if event.is_contact else "no",
        "participants": "; ".join(one["name"] for one in people),
        "roles": "; ".join(one["role"] for one in people),
        "participant_ids": "; ".join(one["id"] for one in people),
        "speaker": (said.get("speaker") or {}).get("name"),
        "words": said.get("words"),
        "direct": ("yes" if said["direct"] else "no") if said else None,
        **{column: said.get(column) for column in ("channel", "stance", "scope")},
        "statements": "; ".join(voices_words(event)),
        **record["sources"],
        **{column: first.get(column) for column in cited},
        "attributed_to": "; ".join(first.get("attributed_to", ())),
        "further_citations": "\n".join(citation_line(citation) for citation in event.citations[1:]),
    }


def cell(value: Any) -> str:
    """Return a value as a cell that no spreadsheet computes."""
    text = "" if value is None else printable(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
