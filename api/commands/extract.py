"""`whomet extract`: what one would store, printed instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from api.commands.answer import tables, write
from api.commands.messages import tell
from api.commands.options import HTML, JSON, TABLE, format_option
from api.commands.reading import extractor_option, fact_options, is_failure, read_inputs, read_options
from timeline.extractor import BuiltIn, Extractor, find_extractor
from timeline.model import Article, Extraction

if TYPE_CHECKING:
    from timeline.explaining import Explanation
    from timeline.sources import Problem


@click.command(short_help="Print what is in articles, and store nothing.")
@click.argument("inputs", nargs=-1, metavar="[FILE]...")
@click.option(
    "--jsonl", type=click.File("rb"), metavar="FILE", help="Articles as JSON Lines; prints one record a line."
)
@click.option(
    "--explain", is_flag=True, help="Show how: each date, actor, word of contact or speech, and claim, with its rules."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="PAGE",
    help="The page of --format html.  [default: stdout]",
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
@format_option(TABLE, JSON, HTML)
def extract(
    *,
    inputs: tuple[str, ...],
    jsonl: BinaryIO | None,
    explain: bool,
    output: Path | None,
    parses: Path | None,
    extractor: str,
    form: str,
    **facts: Any,
) -> None:
    """Print the dates and claims of each FILE (text, HTML, a folder, - for standard input) and store nothing.

    With --jsonl each line `{id, source, published, title, text, url}` gives one line of JSON, in the same order.
    With --explain --format html one article is explained on a page that any browser opens.
    """
    if bool(inputs) == bool(jsonl):
        raise click.UsageError("give either files or --jsonl FILE")
    form = JSON if jsonl and form == TABLE else form
    options, reader = read_options(facts), find_extractor(extractor)
    _refuse(form, output, reader, explain=explain)
    if parses and isinstance(reader, BuiltIn):
        reader = BuiltIn(parses)
    if jsonl:
        from timeline.sources import read_lines

        found = read_lines(jsonl, options, name=jsonl.name)
    else:
        found = read_inputs(inputs, options)
    articles = Articles(found)
    if explain:
        _explain(articles, form, parses, output)
    else:
        _print(articles, form, reader)
    if articles.problems:
        raise click.exceptions.Exit(1)


def _refuse(form: str, output: Path | None, reader: Extractor, *, explain: bool) -> None:
    """Refuse options that do not go together."""
    if form == HTML and not explain:
        raise click.UsageError("--format html is a page of --explain")
    if output is not None and form != HTML:
        raise click.UsageError("-o is for the page of --explain --format html")
    if explain and not isinstance(reader, BuiltIn):
        raise click.UsageError("--explain shows the rules of the built-in extractor; add --extractor built-in")


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


def _explain(articles: Articles, form: str, parses: Path | None, output: Path | None) -> None:
    from api.explaining import explanations
    from timeline.explaining import Explanation

    pages: list[Explanation] = []
    for made in explanations(articles, parses):
        if not isinstance(made, Explanation):
            articles.note(made)
        elif form != HTML:
            _tell(made, form)
        elif pages:
            raise click.UsageError("a page explains one article; there are more")
        else:
            pages.append(made)
    for page in pages:
        _save_page(page, output)


def _tell(explanation: Explanation, form: str) -> None:
    if form == JSON:
        from api.schemas import dump_line, explanation_record

        write(dump_line(explanation_record(explanation)).encode())
    else:
        from api.commands.explanations import explanation_view

        tables().show(*explanation_view(explanation))


def _save_page(explanation: Explanation, output: Path | None) -> None:
    from api.commands.export import save
    from timeline.formats import explanation_page

    save(explanation_page.write(explanation), output)


def _show(extraction: Extraction) -> None:
    tables().show(*tables().extraction_view(extraction))
