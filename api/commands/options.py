"""The options that commands share: the store, the filters, the form of the answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import click

from api.commands.messages import shown
from api.settings import DEFAULT_STORE, Settings
from graph.store.base import EventFilter, Store
from timeline.dates.uncertain import EdtfError, UncertainDate
from timeline.model import ClaimType, Status

type Command = Callable[..., Any]

TABLE, JSON, CSV, HTML = "table", "json", "csv", "html"

store_option = click.option(
    "--store",
    "store_url",
    envvar="WHOMET_STORE",
    show_envvar=True,
    default=DEFAULT_STORE,
    show_default=True,
    metavar="URL",
    help="Where claims are kept: sqlite:///path/to/file.db or neo4j://host:7687.",
)


def format_option(*forms: str) -> Callable[[Command], Command]:
    """Return the option that chooses the form of the answer, the first by default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="The form of the answer.",
    )


class WordsParam(click.ParamType[str]):
    """A name, an id or words: something, and text."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what names nothing, and bytes that are no text."""
        text = str(value)
        if not text.strip():
            self.fail("it is empty; give a name, an id or words", param, ctx)
        try:
            text.encode()
        except UnicodeEncodeError:
            self.fail(f"'{shown(text)}' is no text in UTF-8", param, ctx)
        return text


WORDS = WordsParam()


class DayParam(click.ParamType[date]):
    """A date as precise as one likes (2016, 2016-09, 2016-09-08), read as its first or its last day."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date; a wrong one is wrong use."""
        if isinstance(value, date):
            return value
        try:
            read = UncertainDate.parse(value)
        except EdtfError:
            read = None
        day = None if read is None else read.latest if self.last else read.earliest
        return day or self.fail(f"{value!r} is no date; write 2016, 2016-09 or 2016-09-08", param, ctx)


class ShareParam(click.ParamType[float]):
    """A number from 0 to 1."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read the number; one outside is wrong use, and so is what is no number."""
        try:
            share = float(value)
        except ValueError:
            share = -1.0
        return share if 0 <= share <= 1 else self.fail(f"{value!r} is no number from 0 to 1", param, ctx)


def filter_options(command: Command) -> Command:
    """Add `--since`, `--until`, `--type`, `--status` and `--min-confidence`; the command is given one `where`."""

    def with_filter(
        *,
        since: date | None,
        until: date | None,
        types: tuple[str, ...],
        statuses: tuple[str, ...],
        min_confidence: float | None,
        **rest: Any,
    ) -> Any:
        if since and until and since > until:
            raise click.UsageError(f"--since {since} is later than --until {until}")
        kinds, told_as = frozenset(map(ClaimType, types)), frozenset(map(Status, statuses))
        where = EventFilter(since, until, kinds, told_as, min_confidence)
        return command(where=where, **rest)

    with_filter.__doc__ = command.__doc__
    with_filter.__name__ = command.__name__
    with_filter.__dict__.update(command.__dict__)
    for option in _FILTERS:
        with_filter = option(with_filter)
    return with_filter


confidence_option = click.option(
    "--min-confidence",
    type=ShareParam(),
    help="Only events of claims at least so sure (0 to 1), made of these claims alone.  [default: all claims]",
)
_FILTERS = (
    confidence_option,
    click.option(
        "--status",
        "statuses",
        multiple=True,
        type=click.Choice([status.value for status in Status]),
        help="Only these statuses; may be given several times.",
    ),
    click.option(
        "--type",
        "types",
        multiple=True,
        type=click.Choice([kind.value for kind in ClaimType]),
        metavar="TYPE",
        help=f"Only these types ({', '.join(kind.value for kind in ClaimType)}); may be given several times.",
    ),
    click.option("--until", type=DayParam(last=True), help="Only what may have been by this date (2016, 2016-09 ...)."),
    click.option("--since", type=DayParam(last=False), help="Only what may have been on or after this date."),
)


def settings(store_url: str) -> Settings:
    """Return the settings of this run: the environment's, with the store that the command was given."""
    return Settings.from_environ({**os.environ, "WHOMET_STORE": store_url})


@contextmanager
def opened(store_url: str, *, create: bool = False) -> Iterator[Store]:
    """Open the store, and close it in the end; `create` makes what it needs where there is nothing yet."""
    from graph.store import open_store

    known = settings(store_url)
    with open_store(store_url, user=known.neo4j_user, password=known.neo4j_password, create=create) as store:
        yield store
