"""What files of graphs say about an actor and a tie: flat values of one type each, the same names in every format."""

from __future__ import annotations

import json
from typing import Any

from graph.contacts import Tie, contact_ties
from timeline.formats import ExportData
from timeline.formats.record import citation_record
from timeline.model import Actor

#: The attributes of an actor and of a tie with their types in GEXF and GraphML.
ACTOR_TYPES = {"kind": "string"}
TIE_TYPES = {
    "tie_kind": "string",
    "counted": "boolean",
    "count": "integer",
    "sources": "integer",
    "first": "string",
    "last": "string",
    "undated": "integer",
    "by_type": "string",
    "statuses": "string",
    "events": "string",
    "citations": "string",
}


def ties_and_actors(data: ExportData) -> tuple[tuple[Tie, ...], tuple[Actor, ...]]:
    """Return the ties of the events and everybody they join, by id; the actor asked for is always there."""
    ties = contact_ties(data.events)
    everybody = {one.id: one for tie in ties for one in (tie.a, tie.b)}
    if data.actor is not None:
        everybody.setdefault(data.actor.id, data.actor)
    return ties, tuple(actor for _, actor in sorted(everybody.items()))


def tie_record(tie: Tie) -> dict[str, Any]:
    """Return a tie as JSON values; every citation tells which event it speaks of."""
    return {
        "tie_kind": tie.kind.value,
        "counted": tie.counted,
        "count": tie.count,
        "sources": tie.sources,
        "first": tie.first,
        "last": tie.last,
        "undated": tie.count - len(tie.dated),
        "by_type": dict(tie.by_type),
        "statuses": sorted({event.status.value for event in tie.events}),
        "events": [event.id for event in tie.events],
        "citations": [{"event": event, **citation_record(citation)} for event, citation in tie.citations],
    }


def tie_values(tie: Tie) -> dict[str, str | int | bool]:
    """Return a tie as flat values for XML: lists as words, citations as a text of JSON, and nothing for null."""
    record = tie_record(tie)
    record["by_type"] = ", ".join(f"{kind} {count}" for kind, count in tie.by_type)
    record["statuses"] = ", ".join(record["statuses"])
    record["events"] = " ".join(record["events"])
    record["citations"] = json.dumps(record["citations"], ensure_ascii=False)
    return {name: value for name, value in record.items() if value is not None}


def tie_label(tie: Tie) -> str:
    """Return a tie in few words: "3 contacts", "1 denied"."""
    if not tie.counted:
        return f"{tie.count} {tie.kind.value}"
    return f"{tie.count} contact" + ("s" if tie.count > 1 else "")
