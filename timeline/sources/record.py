"""JSON records `{id, source, published, revised, title, text, url}` to articles; a file of them line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from timeline.model import Article
from timeline.sources import publication
from timeline.sources.decoding import byte_order_mark, refuse_binary
from timeline.sources.options import ReadOptions
from timeline.sources.problem import (
    EmptyError,
    EncodingError,
    FaultError,
    Problem,
    RecordError,
    SourceError,
    TooLargeError,
)
from timeline.sources.text import article_of, refuse_large
from timeline.sources.twice_encoded import told

_BYLINES = ("byline", "author")
_JSON_NAMES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "a list",
    dict: "an object",
}
_CHUNK = 1 << 20


def read_record(
    record: object, options: ReadOptions | None = None, *, name: str = "record", line: int | None = None
) -> Article | Problem:
    """Read one article from a decoded JSON object; unknown fields are left aside."""
    try:
        return _article(record, options or ReadOptions())
    except SourceError as error:
        return error.problem(name, line)
    except Exception as error:  # noqa: BLE001 - whatever fails, it is this record's problem: the others are read
        return FaultError(error).problem(name, line)


def _article(record: object, options: ReadOptions) -> Article:
    if not isinstance(record, dict):
        raise RecordError(f"is {_json_name(record)}, not an object")
    if "text" not in record:
        raise RecordError("has no field text")
    text = record["text"]
    if not isinstance(text, str):
        raise RecordError(f"text is {_json_name(text)}, not a string")
    if not text.strip():
        raise EmptyError("text is empty")
    refuse_large(text, options)
    known = replace(
        options,
        id=_key(record.get("id")) or options.id,
        source=_words(record, "source") or options.source,
        published=_words(record, "published") or options.published,
        title=_words(record, "title") or options.title,
        url=_words(record, "url") or options.url,
    )
    byline = next((words for field in _BYLINES if (words := _words(record, field))), "")
    revised = publication.given(_words(record, "revised") or None)
    return article_of(text, known, byline=byline, revised=revised.day if revised else None)


def _words(record: dict[str, object], field: str) -> str:
    value = record.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RecordError(f"{field} is {_json_name(value)}, not a string")
    return value.strip()


def _key(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RecordError(f"id is {_json_name(value)}, not a string")
    return str(value).strip()


def _json_name(value: object) -> str:
    if value is None:
        return "null"
    return _JSON_NAMES.get(type(value), f"a {type(value).__name__}")


def read_lines(stream: BinaryIO, options: ReadOptions | None = None, *, name: str) -> Iterator[Article | Problem]:
    """Read JSON Lines from a stream of bytes, one line at a time, in order; blank lines are skipped."""
    options = options or ReadOptions()
    empty = True
    for number, raw in _lines(stream, options.max_bytes):
        if raw is None:
            yield TooLargeError(options.max_bytes).problem(name, number)
        elif raw.strip():
            yield from told(_line_article(raw, options, name, number), name, number)
        else:
            continue
        empty = False
    if empty:
        yield EmptyError("holds no records").problem(name)


def _line_article(raw: bytes, options: ReadOptions, name: str, number: int) -> Article | Problem:
    try:
        record = _decoded(raw)
    except SourceError as error:
        return error.problem(name, number)
    return read_record(record, options, name=name, line=number)


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines; None for one over the limit, which is skipped without being held."""
    number = 0
    while raw := stream.readline(limit + 2):
        number += 1
        if len(raw.rstrip(b"\r\n")) <= limit:
            yield number, raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(_CHUNK)
        yield number, None


def _decoded(raw: bytes) -> object:
    refuse_binary(raw)
    if (mark := byte_order_mark(raw)) and mark != "utf-8-sig":
        raise EncodingError(f"begins with a {mark} mark")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError(f"is not UTF-8 (byte {error.start} of the line)") from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"is not JSON ({error.msg} at character {error.pos})") from None
    except (ValueError, RecursionError):
        raise RecordError("is not JSON that can be read (a number too long, or nested too deep)") from None
