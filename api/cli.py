"""The command line `whomet`: one group, one module a command or family in `api.commands`.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 some documents failed, 2 wrong use (also a name
that is unknown or fits several actors, or an answer that cannot be written), 3 the store cannot be reached or read,
130 interrupted.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from api.commands import asking, export, extract, ingest, serve, show, store, verify
from api.commands.messages import shown
from api.settings import SettingsError
from graph.store.base import AmbiguousActorError, CursorError, NotFoundError, StoreError
from timeline.extractor import ExtractorError


class WrongUse(click.ClickException):
    """What was asked for cannot be answered as it was asked."""

    exit_code = 2


class StoreTrouble(click.ClickException):
    """The store cannot be used."""

    exit_code = 3


class Whomet(click.Group):
    """The group that turns what can go wrong into a message and an exit code, never into a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """List the commands as they were added: what one needs first, first."""
        return list(self.commands)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the command line; interrupted meanwhile, end with 130."""
        try:
            return super().make_context(*args, **kwargs)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            raise click.exceptions.Exit(130) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (NotFoundError, AmbiguousActorError, CursorError, SettingsError, ExtractorError) as error:
            raise WrongUse(shown(str(error))) from error
        except StoreError as error:
            raise StoreTrouble(shown(str(error))) from error
        except BrokenPipeError:
            _leave_stdout()
            raise click.exceptions.Exit(0) from None
        except OSError as error:
            _leave_stdout()
            raise WrongUse(shown(f"cannot go on: {error.strerror or error}{_where(error)}")) from error
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            raise click.exceptions.Exit(130) from None
        return result


def _leave_stdout() -> None:
    """Let what is still buffered go nowhere: the reader (`head`, a pager) has seen enough, or the disk is full."""
    with suppress(OSError, ValueError):  # ValueError: it is no file of the system
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _where(error: OSError) -> str:
    return f" ({error.filename})" if error.filename else ""


@click.group(
    cls=Whomet,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 some documents failed, 2 wrong use, 3 the store cannot be reached.",
)
@click.version_option(package_name="whomet", message="whomet %(version)s")
def whomet() -> None:
    """Who met whom, when, and according to whom: read articles, and ask what they say."""


for command in (
    ingest.ingest,
    asking.timeline,
    asking.who_met,
    asking.contacts,
    asking.path,
    asking.search,
    show.show,
    export.export,
    verify.verify,
    extract.extract,
    serve.serve,
    store.store,
):
    whomet.add_command(command)


def main() -> None:
    """Run the command line."""
    if sys.stderr is None:  # closed by whoever started us: nobody wants to hear
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    if sys.stdout is None:
        sys.stderr.write("Error: standard output is closed; send it to a file or to /dev/null instead\n")
        sys.exit(2)
    logging.getLogger().addHandler(logging.NullHandler())  # libraries speak through our messages, or not at all
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    whomet()
