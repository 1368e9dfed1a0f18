"""`whomet export`: what is known, as a file that another program opens."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from api.commands.answer import write
from api.commands.options import filter_options, opened, store_option
from graph.store.base import EventFilter, Page, Store
from timeline.model import Actor, Event


class FormatParam(click.ParamType[str]):
    """The name of an export format; the list is read when it is needed."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check the name."""
        from graph.formats import ALL_FORMATS

        if value in ALL_FORMATS:
            return str(value)
        return self.fail(f"{value!r} is no format; there are {', '.join(ALL_FORMATS)}", param, ctx)


@click.command()
@click.argument("form", metavar="FORMAT", type=FormatParam())
@click.argument("names", nargs=-1, metavar="[ACTOR]...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file.  [default: stdout]")
@filter_options
@store_option
@click.pass_context
def export(
    ctx: click.Context, form: str, names: tuple[str, ...], output: Path | None, where: EventFilter, store_url: str
) -> None:
    """Write the events of each ACTOR, or everything, in FORMAT; `docs/formats.md` says which program opens which.

    What no longer stands on its words is named and left out; then the exit code is 1.
    """
    from graph.formats import ALL_FORMATS, ExportData
    from graph.verification import all_events, sound

    with opened(store_url) as store:
        actors = [store.resolve_actor(name) for name in names]
        events = _events_of(store, actors, where) if actors else all_events(store, where)
        checked = list(sound(store, events))
    kept = tuple(one for one in checked if isinstance(one, Event))
    title = ", ".join(actor.name for actor in actors) or "Who met whom"
    data = ExportData(title, kept, actors[0] if len(actors) == 1 else None)
    save(ALL_FORMATS[form].write(data), output)
    for one in checked:
        if not isinstance(one, Event):
            click.echo(f"whomet: left out: {one}", err=True)
    if len(kept) < len(checked):
        ctx.exit(1)


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


def _timeline(store: Store, actor_id: str, where: EventFilter, at: str | None, size: int) -> Page[Event]:
    return store.timeline(actor_id, where, after=at, limit=size)


def _events_of(store: Store, actors: Sequence[Actor], where: EventFilter) -> Iterable[Event]:
    from api.commands.asking import gather

    found: dict[str, Event] = {}
    for actor in actors:
        listed = partial(_timeline, store, actor.id, where)
        page = gather(listed, None, None)
        found.update((event.id, event) for event in page.items)
    return sorted(found.values(), key=lambda event: event.sort_key)
