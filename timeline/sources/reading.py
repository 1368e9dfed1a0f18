"""Which reader a path needs: a folder, standard input, plain text, HTML, JSON Lines, by name or by its first bytes.

Nothing is raised for one bad document: problems come in the place of their documents, and the rest is read.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import stat
import sys
from collections.abc import Buffer, Iterator
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from timeline.model import Article
from timeline.sources.decoding import byte_order_mark, refuse_binary
from timeline.sources.options import ReadOptions
from timeline.sources.page import read_html
from timeline.sources.problem import (
    EmptyError,
    EncodingError,
    MarkupError,
    MissingError,
    Problem,
    ProblemKind,
    RecordError,
    SkippedError,
    SourceError,
    TooLargeError,
)
from timeline.sources.record import read_lines
from timeline.sources.text import read_text
from timeline.sources.twice_encoded import told

STANDARD_INPUT = "-"


class Form(Enum):
    """What a document's bytes are written in."""

    TEXT = "text"
    PAGE = "page"
    RECORDS = "records"


_SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
    ".xhtml": Form.PAGE,
    ".jsonl": Form.RECORDS,
    ".ndjson": Form.RECORDS,
}
#: What a folder holds beside its articles: notes about it, which are named, and hidden files, which are not.
_NOTES = re.compile(r".*\.md|(?:readme|license|licence|changelog)(?:\..*)?|notice", re.IGNORECASE)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:rss|feed|TimeML)\b", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*\{)")
_UTF8 = (None, "utf-8-sig")
_HEAD = 1 << 16
#: Files of records up to so many bytes are read through to count their lines.
_COUNTED = 1 << 25


def read(
    path: str | Path, options: ReadOptions | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Article | Problem]:
    """Read the articles of a file, of a folder (recursively, sorted), or of standard input ("-", or `stdin` for it)."""
    options = options or ReadOptions()
    if str(path) == STANDARD_INPUT:
        yield from _read_standard_input(stdin, options)
    elif not str(path):
        yield MissingError("no path given").problem("input")
    elif _is_folder(path):
        yield from _read_folder(Path(path), options)
    else:
        yield from _read_file(Path(path), options)


def expected(path: str | Path) -> int | None:
    """Return about how many documents a path holds, for who shows how far it is; None where only reading tells."""
    if str(path) == STANDARD_INPUT:
        return None
    if not _is_folder(path):
        return _expected_in(Path(path))
    counts = [_expected_in(entry) for entry in _entries(Path(path)) if isinstance(entry, Path)]
    return None if None in counts else sum(count or 0 for count in counts)


def _expected_in(file: Path) -> int | None:
    if _SUFFIXES.get(file.suffix.lower()) is not Form.RECORDS:
        return 1
    try:
        return file.read_bytes().count(b"\n") if file.is_file() and file.stat().st_size <= _COUNTED else None
    except OSError:
        return 1


def _read_standard_input(stdin: BinaryIO | None, options: ReadOptions) -> Iterator[Article | Problem]:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield MissingError("it is closed").problem("standard input")
    else:
        yield from _read_stream(stream, "standard input", options)


def _is_folder(path: str | Path) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _read_folder(folder: Path, options: ReadOptions) -> Iterator[Article | Problem]:
    empty = True
    for item in _entries(folder):
        if isinstance(item, Problem):
            yield item
            empty = empty and item.kind is ProblemKind.SKIPPED
            continue
        empty = False
        yield from _read_entry(item, options)
    if empty:
        yield EmptyError("holds no documents").problem(_name(folder))


def _read_entry(path: Path, options: ReadOptions) -> Iterator[Article | Problem]:
    try:
        is_file = path.is_file()
    except OSError as error:
        yield MissingError(error.strerror or str(error)).problem(_name(path))
        return
    if is_file:
        yield from _read_file(path, options)
    else:
        yield MissingError("not a file, or a link to nowhere").problem(_name(path))


def _name(path: Path) -> str:
    """Return a path as text on one line, whatever bytes it is made of and whatever they would do to a terminal."""
    text = str(path).encode("utf-8", "backslashreplace").decode()
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _entries(folder: Path) -> Iterator[Path | Problem]:
    """Yield the files of a folder, and what of it is not read; hidden files and folders are passed over."""
    refused: list[Problem] = []

    def refuse(error: OSError) -> None:
        refused.append(MissingError(error.strerror or str(error)).problem(_name(Path(error.filename or folder))))

    for root, folders, files in os.walk(folder, onerror=refuse):
        yield from refused
        refused.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for link in (path for name in folders if (path := Path(root, name)).is_symlink()):
            yield SkippedError("a link to a folder is not followed").problem(_name(link))
        for name in sorted(files):
            if _NOTES.fullmatch(name):
                yield SkippedError("by its name it is about the folder, no article").problem(_name(Path(root, name)))
            elif not name.startswith("."):
                yield Path(root, name)
    yield from refused


def _read_file(path: Path, options: ReadOptions) -> Iterator[Article | Problem]:
    name = _name(path)
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield MissingError(getattr(error, "strerror", None) or str(error)).problem(name)
        return
    with stream:
        status = os.fstat(stream.fileno())
        size = status.st_size if stat.S_ISREG(status.st_mode) else None
        yield from _read_stream(stream, name, options, suffix=path.suffix.lower(), size=size)


def _read_stream(
    stream: BinaryIO, name: str, options: ReadOptions, *, suffix: str = "", size: int | None = None
) -> Iterator[Article | Problem]:
    try:
        head = stream.read(_HEAD)
        form = _form(head, suffix)
        if form is Form.RECORDS:
            yield from read_lines(io.BufferedReader(_Rewound(head, stream)), options, name=name)
            return
        if size is not None and size > options.max_bytes:
            raise TooLargeError(options.max_bytes)
        data = head + stream.read(max(0, options.max_bytes + 1 - len(head)))
    except SourceError as error:
        yield error.problem(name)
    except OSError as error:
        yield MissingError(error.strerror or str(error)).problem(name)
    else:
        yield from told((read_html if form is Form.PAGE else read_text)(data, options, name=name), name)


def _form(head: bytes, suffix: str) -> Form:
    """Tell what a document is from its name, else from its first bytes; raises SourceError for what is not read."""
    refuse_binary(head)
    mark = byte_order_mark(head)
    if suffix in _SUFFIXES:
        if _SUFFIXES[suffix] is Form.RECORDS and mark not in _UTF8:
            raise EncodingError(f"begins with a {mark} mark")
        return _SUFFIXES[suffix]
    start = head.removeprefix(codecs.BOM_UTF8)
    if mark not in _UTF8:
        start = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    if _PAGE.match(start):
        return Form.PAGE
    if _XML.match(start):
        raise MarkupError("is XML of a kind that is not read")
    if _JSON.match(start):
        return _json_form(start)
    return Form.TEXT


def _json_form(start: bytes) -> Form:
    first, _, rest = start.lstrip().partition(b"\n")
    if rest or len(start) < _HEAD:
        try:
            json.loads(first)
        except (ValueError, RecursionError):
            raise RecordError("begins like JSON, but not with one record on its first line") from None
    return Form.RECORDS


class _Rewound(io.RawIOBase):
    """A stream whose first bytes were read already and are given again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Fill the buffer from the head while it lasts, then from the rest."""
        view = memoryview(buffer)
        piece: bytes | memoryview = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(piece) :]
        view[: len(piece)] = piece
        return len(piece)
