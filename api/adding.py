"""Articles in over HTTP: read, extract, store, and say of every document what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import pairwise
from threading import Lock
from typing import Any

from api.extracting import extractions
from api.schemas import Json
from graph.extracting import Checked
from graph.store.base import NotFoundError, Store, UnstorableError, Upserted
from timeline.extractor import BuiltIn, Extractor
from timeline.model import Article, Extraction
from timeline.sources import Problem, ProblemKind

_BUILT_IN = BuiltIn()
#: The language model serves one reader at a time: its memory is shared.
_READING = Lock()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document."""

    #: What the document is called: a file's name, or its place in the request.
    document: str
    #: "new", "changed", "unchanged" or "failed".
    result: str
    article: Article | None = None
    claims: int = 0
    #: Why it failed; of one that was read, what is wrong with its characters.
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Done:
    """What a batch did: the extractions made for it, what the store says, and what could not be read or kept, by
    version."""

    extractions: dict[str, Extraction]
    stored: Upserted
    refused: dict[str, Problem]
    #: What is told of those that were read with wrong characters.
    garbled: dict[str, Problem]


def add(store: Store, documents: Sequence[Article | Problem], extractor: Extractor = _BUILT_IN) -> tuple[Outcome, ...]:
    """Extract and store what could be read, in one batch; what is stored already is not read again.

    A claim that does not stand in its article is left out, and reported as a document of its own that failed.
    """
    garbled = _garbled(documents)
    documents = [one for one in documents if one not in garbled.values()]
    articles = {one.version: one for one in documents if isinstance(one, Article)}
    fresh = [article for article in articles.values() if not _is_known(store, article)]
    with _READING:
        read = list(zip(fresh, extractions(extractor, fresh), strict=True))
    found = [one for _, one in read if isinstance(one, Checked)]
    made = {one.extraction.article.version: one.extraction for one in found}
    failed = {article.version: one for article, one in read if isinstance(one, Problem)}
    stored, refused = _stored(store, list(made.values()))
    refusals = {version: _refusal(words) for version, words in refused.items()}
    done = _Done(made, stored, {**failed, **refusals}, garbled)
    outcomes = [_outcome(store, f"document {number}", one, done) for number, one in enumerate(documents, 1)]
    return (*outcomes, *(refused for one in found for refused in _refused(one)))


def _garbled(documents: Sequence[Article | Problem]) -> dict[str, Problem]:
    """Return what stands before articles with wrong characters, by their version."""
    return {
        article.version: told
        for told, article in pairwise(documents)
        if isinstance(told, Problem) and told.kind is ProblemKind.GARBLED and isinstance(article, Article)
    }


def _refused(one: Checked) -> Iterator[Outcome]:
    for failure in one.refused:
        name = f"claim {failure.claim_id} of {failure.article_id}"
        yield Outcome(name, "failed", problem=Problem(name, failure.reason, ProblemKind.RECORD))


def _refusal(words: str) -> Problem:
    return Problem("", words, ProblemKind.RECORD)


def _is_known(store: Store, article: Article) -> bool:
    try:
        store.article(article.version)
    except NotFoundError:
        return False
    return True


def _stored(store: Store, batch: list[Extraction]) -> tuple[Upserted, dict[str, str]]:
    """Store a batch; where one extraction cannot be kept, the others are. Returns why not, by version."""
    try:
        return store.upsert(batch), {}
    except UnstorableError:
        pass
    new: list[str] = []
    changed: list[str] = []
    refused: dict[str, str] = {}
    for extraction in batch:
        try:
            done = store.upsert([extraction])
        except UnstorableError as error:
            refused[extraction.article.version] = str(error)
        else:
            new += done.new
            changed += done.changed
    return Upserted(tuple(new), tuple(changed)), refused


def _outcome(store: Store, name: str, one: Article | Problem, done: _Done) -> Outcome:
    if isinstance(one, Problem):
        return Outcome(one.document, "failed", problem=one)
    version = one.version
    if version in done.refused:
        return Outcome(name, "failed", one, problem=replace(done.refused[version], document=name))
    result = "changed" if version in done.stored.changed else "new" if version in done.stored.new else "unchanged"
    extraction = done.extractions.get(version) or store.extraction(version)
    return Outcome(name, result, extraction.article, len(extraction.claims), done.garbled.get(version))


def outcomes_json(outcomes: Sequence[Outcome]) -> Json:
    """Return what became of every document."""
    return {"documents": [_outcome_json(outcome) for outcome in outcomes]}


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    problem, article = outcome.problem, outcome.article
    return {
        "document": outcome.document,
        "result": outcome.result,
        "id": article.id if article else None,
        "version": article.version if article else None,
        "claims": outcome.claims,
        "problem": {"kind": problem.kind.value, "message": str(problem)} if problem else None,
    }


def status_of(outcomes: Sequence[Outcome]) -> HTTPStatus:
    """Return 201 when something is new, 200 when nothing is, 207 when only some failed, 422 when all did."""
    failed = sum(outcome.result == "failed" for outcome in outcomes)
    if failed:
        return HTTPStatus.MULTI_STATUS if failed < len(outcomes) else HTTPStatus.UNPROCESSABLE_ENTITY
    stored = any(outcome.result in ("new", "changed") for outcome in outcomes)
    return HTTPStatus.CREATED if stored else HTTPStatus.OK


def failures(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the problems in words."""
    return (str(outcome.problem) for outcome in outcomes if outcome.result == "failed")
