"""`whomet serve`: the HTTP interface and the pages, on this machine."""

from __future__ import annotations

from dataclasses import replace

import click

from api.commands.messages import shown
from api.commands.options import settings, store_option


@click.command(short_help="Serve the pages and the HTTP interface.")
@click.option("--host", envvar="WHOMET_HOST", show_envvar=True, help="The address to listen on.  [default: 127.0.0.1]")
@click.option(
    "--port",
    envvar="WHOMET_PORT",
    show_envvar=True,
    type=click.IntRange(0, 65_535),
    help="The port to listen on; 0 takes a free one.  [default: 8000]",
)
@store_option
def serve(host: str | None, port: int | None, store_url: str) -> None:
    """Serve the pages and the HTTP interface (/api/v1) until interrupted."""
    from api.serving import serve as served

    known = settings(store_url)
    known = replace(known, host=host or known.host, port=known.port if port is None else port)
    try:
        served(known, lambda address: click.echo(f"whomet is at {address}", err=True))
    except OSError as error:
        raise click.UsageError(
            shown(f"cannot listen on {known.host}:{known.port}: {error.strerror or error}")
        ) from error
