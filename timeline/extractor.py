"""Whatever reads claims out of articles: the built-in extraction, or another's that is named.

Another one is installed as an entry point of the group `whomet.extractors` and chosen by its name, or given as
`package.module:attribute`. It is an `Extractor`, or something that returns one when called without arguments. What it
claims is believed no more than the built-in's: `graph.extracting` lets through what stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, runtime_checkable

from timeline.model import Article, Extraction

GROUP = "whomet.extractors"
BUILT_IN = "built-in"


class ExtractorError(ValueError):
    """An extractor cannot be found, or does not keep its contract; the message says which."""


@runtime_checkable
class Extractor(Protocol):
    """A reader of articles. It pickles, so that articles can be read elsewhere and many at a time."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield one extraction an article, in the order of the articles, each of the article as it was given."""


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """The rules of this package: deterministic, offline. Parses are kept in the folder given."""

    parses_in: Path | None = None

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles by parse and rules."""
        from timeline.extract import extract_all  # brings the language model

        return extract_all(articles, self.parses_in)


def find_extractor(name: str) -> Extractor:
    """Return the extractor of a name; "" and "built-in" are this package's own. Raises ExtractorError."""
    if name in {"", BUILT_IN}:
        return BuiltIn()
    found = _load(name)
    made = found() if isinstance(found, type) or (callable(found) and not isinstance(found, Extractor)) else found
    if not isinstance(made, Extractor):
        raise ExtractorError(f"{name!r} is no extractor: it has no method `extract`")
    return made


def _load(name: str) -> object:
    installed = {point.name: point for point in entry_points(group=GROUP)}
    try:
        if name in installed:
            loaded: object = installed[name].load()
            return loaded
        module, _, attribute = name.partition(":")
        if attribute:
            found: object = getattr(import_module(module), attribute)
            return found
    except (ImportError, AttributeError) as error:
        raise ExtractorError(f"the extractor {name!r} cannot be loaded: {error}") from error
    known = ", ".join([BUILT_IN, *sorted(installed)])
    raise ExtractorError(f"no extractor is called {name!r}; there are: {known}, or write package.module:attribute")
