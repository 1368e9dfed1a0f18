"""The form that adds articles, pasted or from files, and the page that says what became of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

from flask import Blueprint, Response, current_app, render_template, request

from api.adding import add, status_of
from api.pages.filters import asked_for
from api.pages.html import html
from api.problems import InvalidError, TooLargeError
from api.questions import AddQuestion
from api.settings import Settings
from api.store_access import the_store
from timeline.model import Article
from timeline.sources import Problem, ReadOptions, read_html, read_lines, read_text, told

pages = Blueprint("adding_page", __name__)

_PAGES = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")


@pages.get("/add")
def form() -> Response:
    """Show the form."""
    return html(render_template("add.html"))


@pages.post("/add")
def added() -> Response:
    """Add what the form holds, and show what was read."""
    settings: Settings = current_app.config["WHOMET"]
    documents = list(islice(_documents(settings), settings.max_batch + 1))
    if len(documents) > settings.max_batch:
        raise TooLargeError(f"more than {settings.max_batch} articles at once; add them in several steps")
    if not documents:
        message = "paste an article's text, or choose a file"
        raise InvalidError(message, errors=[{"where": "form", "message": message}])
    outcomes = add(the_store(), documents, current_app.config["WHOMET_EXTRACTOR"])
    answer = Response(
        render_template("added.html", outcomes=outcomes),
        status=status_of(outcomes),
        content_type="text/html; charset=utf-8",
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _documents(settings: Settings) -> Iterator[Article | Problem]:
    options = _options(settings)
    text = request.form.get("text", "")
    if text.strip():
        yield from told(read_text(text, options, name="the pasted text"), "the pasted text")
    for file in request.files.getlist("file"):
        if file.filename:
            yield from _file(file.filename, file.read(), options)


def _options(settings: Settings) -> ReadOptions:
    fields = ("source", "published", "title", "url")
    given = {name: request.form.get(name, "").strip() or None for name in fields}
    asked = asked_for(AddQuestion, **given)
    return ReadOptions(**asked.model_dump(), max_bytes=settings.max_article_bytes)


def _file(name: str, data: bytes, options: ReadOptions) -> Iterator[Article | Problem]:
    """Read an uploaded file by its name; its name is only shown, nothing is written anywhere."""
    lower = name.lower()
    if lower.endswith(_LINES):
        yield from read_lines(io.BytesIO(data), options, name=name)
    elif lower.endswith(_PAGES):
        yield from told(read_html(data, options, name=name), name)
    else:
        yield from told(read_text(data, options, name=name), name)
