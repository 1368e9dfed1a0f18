"""`whomet extract`: what one would store, printed instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from api.commands.answer import tables, write
from api.commands.messages import tell
from api.commands.options import JSON, TABLE, format_option
from api.commands.reading import extractor_option, fact_options, is_failure, read_inputs, read_options
from timeline.extractor import BuiltIn, Extractor, find_extractor
from timeline.model import Article, Extraction

if TYPE_CHECKING:
    from timeline.sources import Problem


@click.command(short_help="Print what is in articles, and store nothing.")
@click.argument("inputs", nargs=-1, metavar="[FILE]...")
@click.option(
    "--jsonl", type=click.File("rb"), metavar="FILE", help="Articles as JSON Lines; prints one record a line."
)
@click.option(
    "--parses",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="WHOMET_PARSES",
    metavar="FOLDER",
    help="Keep parses here, so that another run over the same texts is quick.",
)
@extractor_option
@fact_options
@format_option(TABLE, JSON)
def extract(
    *,
    inputs: tuple[str, ...],
    jsonl: BinaryIO | None,
    parses: Path | None,
    extractor: str,
    form: str,
    **facts: Any,
) -> None:
    """Print the dates and claims of each FILE (text, HTML, a folder, - for standard input) and store nothing.

    With --jsonl each line `{id, source, published, title, text, url}` gives one line of JSON, in the same order.
    """
    if bool(inputs) == bool(jsonl):
        raise click.UsageError("give either files or --jsonl FILE")
    options, reader = read_options(facts), find_extractor(extractor)
    if parses and isinstance(reader, BuiltIn):
        reader = BuiltIn(parses)
    if jsonl:
        from timeline.sources import read_lines

        found = read_lines(jsonl, options, name=jsonl.name)
    else:
        found = read_inputs(inputs, options)
    articles = Articles(found)
    _print(articles, JSON if jsonl else form, reader)
    if articles.problems:
        raise click.exceptions.Exit(1)


class Articles:
    """The articles among what was read; problems are named on standard error as they come, and counted."""

    def __init__(self, found: Iterator[Article | Problem]) -> None:
        self._found = found
        self.problems = 0

    def __iter__(self) -> Iterator[Article]:
        for item in self._found:
            if isinstance(item, Article):
                yield item
            else:
                self.note(item)

    def note(self, problem: Problem) -> None:
        """Name what could not be read, and count it if it failed."""
        self.problems += is_failure(problem)
        tell(str(problem))

    def fail(self, words: str) -> None:
        """Name a failure, and count it."""
        self.problems += 1
        tell(words)


def _print(articles: Articles, form: str, reader: Extractor) -> None:
    from api.extracting import extractions
    from api.schemas import dump_line, extraction_record
    from graph.extracting import Checked

    for made in extractions(reader, articles):
        if not isinstance(made, Checked):
            articles.note(made)
            continue
        for failure in made.refused:
            articles.fail(f"refused: {failure}")
        if form == JSON:
            write(dump_line(extraction_record(made.extraction)).encode())
        else:
            _show(made.extraction)


def _show(extraction: Extraction) -> None:
    tables().show(*tables().extraction_view(extraction))
