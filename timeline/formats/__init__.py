"""Timelines out: one module per format, each with a `write` that makes the same bytes of the same events."""

from timeline.formats import jsonl
from timeline.formats.export import ExportData, ExportFormat
from timeline.formats.record import actor_record, event_record

__all__ = ["FORMATS", "ExportData", "ExportFormat", "actor_record", "event_record"]

#: Every timeline format by its name.
FORMATS: dict[str, ExportFormat] = {
    form.name: form
    for form in (ExportFormat("jsonl", "JSON Lines", "application/jsonl", ".jsonl", "your own programs", jsonl.write),)
}
