"""What a request carries, as articles: JSON records, JSON Lines, plain text, HTML."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from flask import Request

from api.problems import BadRequestError, InvalidError, TooLargeError, UnsupportedTypeError
from api.questions import AddQuestion
from api.settings import Settings
from timeline.model import Article
from timeline.sources import Problem, ReadOptions, read_html, read_lines, read_record, read_text, told

LINES = ("application/x-ndjson", "application/jsonl", "application/jsonlines")
ACCEPTED = ("application/json", *LINES, "text/plain", "text/html")


def read_body(request: Request, question: AddQuestion, settings: Settings) -> list[Article | Problem]:
    """Read the documents of a request by its type.

    Raises UnsupportedTypeError, BadRequestError, InvalidError (nothing there), TooLargeError (too many).
    """
    options = ReadOptions(**question.model_dump(), max_bytes=settings.max_article_bytes)
    kind = request.mimetype
    if kind not in ACCEPTED:
        raise UnsupportedTypeError(f"{kind or 'no type'} is not read; send one of {', '.join(ACCEPTED)}")
    data = request.get_data(cache=False)
    documents = list(islice(_documents(kind, data, _decoded(request, data), options), settings.max_batch + 1))
    if len(documents) > settings.max_batch:
        raise TooLargeError(f"more than {settings.max_batch} articles in one request; send them in several")
    if not documents:
        raise InvalidError("there is no article in the request", errors=[])
    return documents


def _decoded(request: Request, data: bytes) -> str | bytes:
    """Return the text under the encoding that the request names; without one, the bytes, which tell their own."""
    encoding = request.mimetype_params.get("charset")
    if encoding is None:
        return data
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        raise BadRequestError(f"the body is not {encoding[:40]!r}, as its type says; send UTF-8") from None


def _documents(kind: str, data: bytes, text: str | bytes, options: ReadOptions) -> Iterator[Article | Problem]:
    if kind == "text/plain":
        yield from told(read_text(text, options, name="document 1"), "document 1")
    elif kind == "text/html":
        yield from told(read_html(text, options, name="document 1"), "document 1")
    elif kind in LINES:
        yield from read_lines(io.BytesIO(data), _for_many(options), name="request")
    else:
        value = _json(data)
        records = value if isinstance(value, list) else [value]
        known = options if len(records) == 1 else _for_many(options)
        for number, record in enumerate(records, 1):
            name = f"document {number}"
            yield from told(read_record(record, known, name=name), name)


def _for_many(options: ReadOptions) -> ReadOptions:
    """Return the options without the id, which names one article."""
    return replace(options, id=None)


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except RecursionError:
        raise BadRequestError("the JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise BadRequestError(f"the body is no JSON: {error}") from None
    except UnicodeDecodeError:
        raise BadRequestError("the body is no JSON: it is not UTF-8") from None
    except ValueError:
        raise BadRequestError("the body is no JSON that can be read: a number in it is too long") from None
