"""The command line `whomet`: one group, one module a command or family in `api.commands`.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 some documents failed, 2 wrong use (also a name
that is unknown or fits several actors), 3 the store cannot be reached, 130 interrupted.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import click

from api.commands import asking, export, extract, ingest, serve, show, store, verify
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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (NotFoundError, AmbiguousActorError, CursorError, SettingsError, ExtractorError) as error:
            raise WrongUse(str(error)) from error
        except StoreError as error:
            raise StoreTrouble(str(error)) from error
        except BrokenPipeError:
            _leave_stdout()
            raise click.exceptions.Exit(0) from None
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            raise click.exceptions.Exit(130) from None
        return result


def _leave_stdout() -> None:
    """Let what is still buffered go nowhere: the reader (`head`, a pager) has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    logging.getLogger().addHandler(logging.NullHandler())  # libraries speak through our messages, or not at all
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    whomet()
