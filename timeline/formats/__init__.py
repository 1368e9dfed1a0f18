"""Timelines out: one module per format, each with a `write` that makes the same bytes of the same events."""

from timeline.formats import html_page, ical, jsonl, spreadsheet, timelinejs
from timeline.formats.export import ExportData, ExportFormat
from timeline.formats.record import actor_record, event_record

__all__ = ["FORMATS", "ExportData", "ExportFormat", "actor_record", "event_record"]

#: Every timeline format by its name.
FORMATS: dict[str, ExportFormat] = {
    form.name: form
    for form in (
        ExportFormat(
            "timelinejs", "TimelineJS JSON", "application/json", ".json", "TimelineJS of Knight Lab", timelinejs.write
        ),
        ExportFormat("ical", "iCalendar", "text/calendar", ".ics", "calendar programs", ical.write),
        ExportFormat("csv", "CSV", "text/csv", ".csv", "spreadsheets", spreadsheet.write),
        ExportFormat("html", "HTML page", "text/html", ".html", "browsers, by double click", html_page.write),
        ExportFormat("jsonl", "JSON Lines", "application/jsonl", ".jsonl", "your own programs", jsonl.write),
    )
}
