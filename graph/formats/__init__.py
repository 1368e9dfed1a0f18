"""Contact graphs out: one module per format, each with a `write` that makes the same bytes of the same events."""

from timeline.formats import FORMATS, ExportData, ExportFormat

__all__ = ["ALL_FORMATS", "GRAPH_FORMATS", "ExportData", "ExportFormat"]

#: Every graph format by its name.
GRAPH_FORMATS: dict[str, ExportFormat] = {}

#: Every format by its name, timelines first.
ALL_FORMATS: dict[str, ExportFormat] = FORMATS | GRAPH_FORMATS
