"""`whomet export`: what is known, as a file that another program opens."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from api.commands.answer import write
from api.commands.messages import tell
from api.commands.options import WORDS, filter_options, opened, store_option
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
@click.argument("names", nargs=-1, type=WORDS, metavar="[ACTOR]...")
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
            tell(f"left out: {one}")
    if len(kept) < len(checked):
        raise click.exceptions.Exit(1)


def save(data: bytes, output: Path | None) -> None:
    """Write to the file, whole or not at all, or to standard output; into what is no file (a pipe, a device) straight.

    A link is followed: what it leads to is written, the link stays.
    """
    if output is None or str(output) == "-":
        write(data)
        return
    if not output.name:
        raise click.UsageError("-o needs the name of a file")
    try:
        target = _followed(output)
        mode = target.stat().st_mode if target.exists() else None
        if mode is None or stat.S_ISREG(mode):
            _replace(target, data, 0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
        else:
            with target.open("wb") as there:
                there.write(data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a ring of links, before Python 3.13
        raise click.UsageError(f"cannot write {output}: {getattr(error, 'strerror', None) or error}") from error


def _followed(output: Path) -> Path:
    """Return where links lead; raises OSError or RuntimeError for a ring of them."""
    target = output.resolve()
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _replace(target: Path, data: bytes, mode: int) -> None:
    """Put a file with the data into the place of one, or of nothing; what fails leaves nothing behind."""
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".whomet-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
