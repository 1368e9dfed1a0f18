"""One answer in the form that was asked for: JSON and CSV as exact bytes, tables as the terminal is wide."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

import click

from api.commands.options import CSV, JSON

if TYPE_CHECKING:
    from rich.console import RenderableType

    from timeline.model import Event


def write(data: bytes) -> None:
    """Write bytes to standard output as they are, whatever the locale."""
    click.echo(data, nl=False)


def answer(
    form: str,
    *,
    json: Callable[[], object],
    view: Callable[[], Iterable[RenderableType]],
    as_csv: Callable[[], bytes] | None = None,
) -> None:
    """Print an answer; only the form that is asked for is made."""
    if form == JSON:
        from api.schemas import dump

        write(dump(json()).encode())
    elif form == CSV and as_csv is not None:
        write(as_csv())
    else:
        tables().show(*view())


def tables() -> ModuleType:
    """Return `api.commands.tables`, which brings rich with it: imported when a table is wanted."""
    from api.commands import tables

    return tables


def csv_of(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as CSV (RFC 4180) in UTF-8, cells guarded as in `whomet export csv`."""
    from timeline.formats.spreadsheet import cell

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def events_csv(events: Iterable[Event]) -> bytes:
    """Return events as `whomet export csv` writes them."""
    from timeline.formats import FORMATS, ExportData

    return FORMATS["csv"].write(ExportData("", tuple(events)))
