"""`whomet store`: make a store, count what is in it, copy it to another engine."""

from __future__ import annotations

import click

from api.commands.answer import answer, tables
from api.commands.messages import tell
from api.commands.options import JSON, TABLE, format_option, opened, store_option
from graph.store.base import Upserted


@click.group()
def store() -> None:
    """Make a store, count what is in it, copy it to another."""


@store.command()
@store_option
def init(store_url: str) -> None:
    """Make what a store needs, once; an existing whomet store is left as it is."""
    with opened(store_url, create=True) as made:
        click.echo(f"{made.url} is ready", err=True)


@store.command()
@format_option(TABLE, JSON)
@store_option
def info(form: str, store_url: str) -> None:
    """Print how much a store holds."""
    from dataclasses import asdict

    with opened(store_url) as asked:
        found = asked.info()
    answer(form, json=lambda: asdict(found), view=lambda: [tables().info_table(found)])


@store.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copy all articles, claims and judgements from the store FROM into the store TO; run again, it goes on."""
    from graph.store.copying import copy as copied

    versions = 0

    def count(done: Upserted) -> None:
        nonlocal versions
        versions += len(done.new) + len(done.unchanged)
        click.echo(f"copied {versions}", err=True)

    with opened(source) as old, opened(target, create=True) as new:
        if old.url == new.url:
            raise click.UsageError("FROM and TO are the same store")
        left_out = copied(old, new, told=count)
        for failure in left_out:
            tell(f"left out: {failure}")
        click.echo(f"{new.url} holds what {old.url} holds{', but that' if left_out else ''}", err=True)
    if left_out:
        raise click.exceptions.Exit(1)
