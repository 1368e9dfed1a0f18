"""JSON Lines: one event record a line, for programs."""

from __future__ import annotations

from timeline.formats.characters import json_bytes
from timeline.formats.export import ExportData
from timeline.formats.record import event_record


def write(data: ExportData) -> bytes:
    """Write one event a line, in time order, undated last."""
    return b"".join(json_bytes(event_record(event)) + b"\n" for event in data.events)
