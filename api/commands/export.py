"""`whomet export`: what is known, as a file that another program opens."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from api.commands.answer import write
from api.commands.options import filter_options, opened, store_option
from graph.store.base import EventFilter
from timeline.model import Event


class FormatParam(click.ParamType[str]):
    """The name of an export format; the list is read when it is needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check the name."""
        from graph.formats import ALL_FORMATS

        if value in ALL_FORMATS:
            return str(value)
        return self.fail(f"{value!r} is no format; there are {', '.join(ALL_FORMATS)}", param, ctx)


@click.command(short_help="Write a file that another program opens.")
@click.argument("form", metavar="FORMAT", type=FormatParam())
@click.argument("names", nargs=-1, metavar="[ACTOR]...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file.  [default: stdout]")
@filter_options
@store_option
def export(*, form: str, names: tuple[str, ...], output: Path | None, where: EventFilter, store_url: str) -> None:
    """Write the events of each ACTOR, or everything, in FORMAT; `docs/formats.md` says which program opens which.

    What no longer stands on its words is named and left out; then the exit code is 1.
    """
    from api.exporting import export_data
    from graph.formats import ALL_FORMATS
    from graph.verification import sound

    with opened(store_url) as store:
        data = export_data(store, names, where)
        checked = list(sound(store, data.events))
    kept = tuple(one for one in checked if isinstance(one, Event))
    save(ALL_FORMATS[form].write(replace(data, events=kept)), output)
    for one in checked:
        if not isinstance(one, Event):
            click.echo(f"whomet: left out: {one}", err=True)
    if len(kept) < len(checked):
        raise click.exceptions.Exit(1)


def save(data: bytes, output: Path | None) -> None:
    """Write to the file, whole or not at all, or to standard output."""
    if output is None or str(output) == "-":
        write(data)
        return
    try:
        with tempfile.NamedTemporaryFile(dir=output.parent, prefix=output.name, delete=False) as file:
            file.write(data)
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(output)
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
