"""Dates in text: finding, reading and keeping them as uncertain as they are.

`find` reads the temporal expressions of a parsed text, `read_date` a string that is one date as a whole.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.dates.finding import find
    from timeline.dates.readings import Preposition, Reading, Relative
    from timeline.dates.strings import read_date
    from timeline.dates.values import Kind

__all__ = ["Kind", "Preposition", "Reading", "Relative", "find", "read_date"]
_HOMES = {
    "find": "finding",
    "read_date": "strings",
    "Kind": "values",
    "Preposition": "readings",
    "Reading": "readings",
    "Relative": "readings",
}


def __getattr__(name: str) -> Any:
    """Import on demand: `timeline.model` needs `uncertain` from here, and the finding needs the model."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"timeline.dates.{_HOMES[name]}"), name)
