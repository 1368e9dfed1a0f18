"""Inputs to articles for `extract` and `ingest`: the options, and problems named on standard error as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from api.commands.messages import shown
from api.commands.options import WORDS, Command
from timeline.extractor import BUILT_IN
from timeline.model import Article

if TYPE_CHECKING:
    from timeline.sources import Problem, ReadOptions


class _Megabytes(click.FloatRange):
    """A size that a document can have."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number: float = super().convert(value, param, ctx)
        return self.fail(f"{value!r} is no number", param, ctx) if isnan(number) else number


_FACTS = (
    click.option("--max-mb", type=_Megabytes(0.001, 1000), help="Largest document, in megabytes.  [default: 10]"),
    click.option("--id", "article_id", type=WORDS, help="The article's name across its versions (one document only)."),
    click.option("--title", type=WORDS, help="The title."),
    click.option("--url", type=WORDS, help="The address it was published at (one document only)."),
    click.option("--source", type=WORDS, help="Who published it."),
    click.option("--published", type=WORDS, metavar="DATE", help="The day it was published, such as 2017-03-02."),
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
    """Return what the options say; a date, an address or an id that is none is wrong use."""
    from timeline.sources import ReadOptions
    from timeline.sources.problem import SourceError
    from timeline.sources.text import refuse_facts

    megabytes = facts.pop("max_mb")
    options = ReadOptions(id=facts.pop("article_id"), **facts)
    try:
        refuse_facts(options)
    except SourceError as error:
        raise click.UsageError(shown(str(error))) from error
    return replace(options, max_bytes=int(megabytes * 1_000_000)) if megabytes else options


def read_inputs(inputs: Sequence[str], options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the articles and problems of files, folders and standard input, in the given order.

    Raises click.UsageError, before anything is read, for one id or address given to several documents.
    """
    if (options.id or options.url) and (len(inputs) > 1 or any(_is_folder(path) for path in inputs)):
        raise click.UsageError("--id and --url are one document's; give one file, or a record of JSON Lines its own")
    return _read(inputs, options)


def is_failure(problem: Problem) -> bool:
    """Whether a document failed; what was left aside on purpose, or has wrong characters, did not."""
    from timeline.sources import ProblemKind

    return problem.kind not in {ProblemKind.SKIPPED, ProblemKind.GARBLED}


def _read(inputs: Iterable[str], options: ReadOptions) -> Iterator[Article | Problem]:
    from timeline.sources import read

    for path in inputs:
        yield from read(path, options)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
