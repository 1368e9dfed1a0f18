"""`whomet ingest`: articles into a store, batch by batch, each batch whole or not at all."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from api.commands.answer import answer
from api.commands.messages import shown, tell
from api.commands.options import JSON, TABLE, format_option, opened, store_option
from api.commands.reading import extractor_option, fact_options, is_failure, read_inputs, read_options
from graph.store.base import NotFoundError, Store, UnstorableError
from timeline.extractor import BuiltIn, Extractor, find_extractor
from timeline.model import Article, Extraction

if TYPE_CHECKING:
    from rich.progress import Progress

    from timeline.sources import Problem

#: A batch is stored as one: so many articles, or so many characters.
_ARTICLES, _CHARACTERS = 16, 200_000


@click.command(short_help="Read articles into the store.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@fact_options
@click.option("--reread", is_flag=True, help="Read known articles again, with this version's rules.")
@extractor_option
@format_option(TABLE, JSON)
@store_option
def ingest(*, inputs: tuple[str, ...], reread: bool, extractor: str, form: str, store_url: str, **facts: Any) -> None:
    """Read articles into the store: text, HTML, JSON Lines, folders of these, or - for standard input.

    What is there already stays as it is; other words under the same URL or id are a new version. Interrupted, run it
    again: it goes on where it was.
    """
    found, reader = read_inputs(inputs, read_options(facts)), find_extractor(extractor)
    with opened(store_url, create=True) as store, _progress(inputs) as progress:
        ingestion = Ingestion(store, progress, reread=reread, extractor=reader)
        try:
            ingestion.run(found)
        except KeyboardInterrupt:
            ingestion.say(f"interrupted: {ingestion.stored} articles are stored; run the same command to go on")
            raise click.exceptions.Exit(130) from None
    answer(form, json=ingestion.record, view=ingestion.summary)
    if ingestion.problems:
        raise click.exceptions.Exit(1)


@dataclass
class Ingestion:
    """One run: what was stored, and what could not be read."""

    store: Store
    progress: Progress | None
    reread: bool = False
    extractor: Extractor = field(default_factory=BuiltIn)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def stored(self) -> int:
        """Return how many articles are acknowledged."""
        return len(self.new) + len(self.unchanged)

    def run(self, found: Iterable[Article | Problem]) -> None:
        """Extract and store everything, and name every document that fails."""
        batch: list[Article] = []
        for item in found:
            if not isinstance(item, Article):
                self._note(item)
            elif not self.reread and self._is_known(item):
                self.unchanged.append(item.version)
                self._advance(f"{item.id}: known")
            else:
                batch.append(item)
            if len(batch) >= _ARTICLES or sum(len(article.text) for article in batch) >= _CHARACTERS:
                self._keep(batch)
                batch = []
        self._keep(batch)

    def record(self) -> dict[str, list[str]]:
        """Return what was done, by article version."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "problems": self.problems,
        }

    def summary(self) -> Iterator[str]:
        """Yield what was done, in words."""
        changed = f" ({len(self.changed)} of them new versions)" if self.changed else ""
        failed = f", {len(self.problems)} failed" if self.problems else ""
        many = "article" if len(self.new) == 1 else "articles"
        yield f"{len(self.new)} {many} added{changed}, {len(self.unchanged)} unchanged{failed}"

    def say(self, words: str) -> None:
        """Tell the person at the keyboard something, above the bar where there is one."""
        if self.progress is not None and self.progress.live.is_started:
            self.progress.console.print(f"whomet: {shown(words)}", markup=False, highlight=False, soft_wrap=True)
        else:
            tell(words)

    def _is_known(self, article: Article) -> bool:
        try:
            self.store.article(article.version)
        except NotFoundError:
            return False
        return True

    def _keep(self, batch: list[Article]) -> None:
        if not batch:
            return
        extractions = self._extract(batch)
        try:
            self._store(extractions)
        except UnstorableError:
            for extraction in extractions:
                try:
                    self._store([extraction])
                except UnstorableError as error:
                    self._fail(str(error))
        self._advance(batch[-1].title or batch[-1].id, len(batch))
        if self.progress is None:
            click.echo(f"stored {self.stored}", err=True)

    def _store(self, extractions: list[Extraction]) -> None:
        with interruption_waits():
            done = self.store.upsert(extractions, reread=self.reread)
            self.new += done.new
            self.changed += done.changed
            self.unchanged += done.unchanged

    def _extract(self, batch: list[Article]) -> list[Extraction]:
        """Read a batch; what fails is named, and so are claims that do not stand in their article."""
        from api.extracting import extractions
        from graph.extracting import Checked

        done = []
        for made in extractions(self.extractor, batch):
            if isinstance(made, Checked):
                done.append(made.extraction)
                for failure in made.refused:
                    self._fail(f"refused: {failure}")
            else:
                self._fail(str(made))
        return done

    def _note(self, problem: Problem) -> None:
        """Name what could not be read, which is a failure, or was left aside, which is none."""
        if is_failure(problem):
            self._fail(str(problem))
            self._advance(problem.document)
        else:
            self.say(str(problem))

    def _fail(self, words: str) -> None:
        self.problems.append(words)
        self.say(words)

    def _advance(self, what: str, articles: int = 1) -> None:
        if self.progress is not None:
            for task in self.progress.task_ids:
                self.progress.update(task, advance=articles, description=shown(what)[:40], stored=self.stored)


@contextmanager
def _progress(inputs: Sequence[str]) -> Iterator[Progress | None]:
    """Show on a terminal how far it is; elsewhere every stored batch is one line on standard error."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from timeline.sources import expected

    columns = (BarColumn(24), TextColumn("{task.fields[stored]} stored"), TimeElapsedColumn())
    with Progress(*columns, TextColumn("{task.description}", markup=False), console=Console(stderr=True)) as progress:
        counts = [expected(path) for path in inputs]
        total = None if None in counts else sum(count or 0 for count in counts)
        progress.add_task("reading", total=total, stored=0)
        yield progress


@contextmanager
def interruption_waits() -> Iterator[None]:
    """Let the first Ctrl-C wait until the block is done; a second one does not wait."""
    waiting: list[int] = []

    def note(number: int, frame: object) -> None:  # noqa: ARG001
        if waiting:
            raise KeyboardInterrupt
        waiting.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        raise KeyboardInterrupt
