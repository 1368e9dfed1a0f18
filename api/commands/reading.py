"""Inputs to articles for `extract` and `ingest`: the options, and problems named on standard error as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from api.commands.options import Command
from timeline.extractor import BUILT_IN
from timeline.model import Article

if TYPE_CHECKING:
    from timeline.sources import Problem, ReadOptions

_FACTS = (
    click.option("--max-mb", type=click.FloatRange(min=0.001), help="Largest document, in megabytes.  [default: 10]"),
    click.option("--id", "article_id", help="The article's name across its versions (one document only)."),
    click.option("--title", help="The title."),
    click.option("--url", help="The address it was published at (one document only)."),
    click.option("--source", help="Who published it."),
    click.option("--published", metavar="DATE", help="The day it was published, such as 2017-03-02."),
)


extractor_option = click.option(
    "--extractor",
    default=BUILT_IN,
    show_default=True,
    envvar="WHOMET_EXTRACTOR",
    show_envvar=True,
    metavar="NAME",
    help="What reads the claims: an installed extractor, or package.module:attribute.",
)


def fact_options(command: Command) -> Command:
    """Add the options that say about the articles what their files do not."""
    for option in _FACTS:
        command = option(command)
    return command


def read_options(facts: dict[str, Any]) -> ReadOptions:
    """Return what the options say; a date that is none is wrong use."""
    from timeline.sources import ReadOptions

    megabytes = facts.pop("max_mb")
    options = ReadOptions(id=facts.pop("article_id"), **facts)
    return replace(options, max_bytes=int(megabytes * 1_000_000)) if megabytes else options


def read_inputs(inputs: Iterable[str], options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the articles and problems of files, folders and standard input, in the given order."""
    from timeline.sources import read

    for path in inputs:
        yield from read(path, options)
