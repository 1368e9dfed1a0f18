"""JSON Lines: one event record a line, for programs."""

from __future__ import annotations

import json

from timeline.formats.export import ExportData
from timeline.formats.record import event_record


def write(data: ExportData) -> bytes:
    """Write one event a line, in time order, undated last."""
    lines = (json.dumps(event_record(event), ensure_ascii=False) for event in data.events)
    return "".join(line + "\n" for line in lines).encode()
