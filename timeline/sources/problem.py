"""What is wrong with an input, as a value: a batch goes on, and its problems come back with its articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class ProblemKind(StrEnum):
    """The things that keep a document from being read, and two that do not."""

    MISSING = "missing"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    LANGUAGE = "language"
    DATE = "date"
    RECORD = "record"
    MARKUP = "markup"
    #: Nothing is wrong: it was left aside on purpose, and that is told.
    SKIPPED = "skipped"
    #: It was read, and some of its characters are wrong.
    GARBLED = "garbled"
    #: What kept it from being read is not the document's fault.
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Problem:
    """One document that could not be read as it should: its name, its line among records, what to do about it."""

    document: str
    message: str
    kind: ProblemKind
    #: Counted from 1; None for a document that is a whole file.
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.document}, line {self.line}" if self.line is not None else self.document
        return f"{where}: {self.message}"


class SourceError(ValueError):
    """A document cannot be read; caught where the document's name is known and returned as a `Problem`."""

    kind: ClassVar[ProblemKind]

    def problem(self, document: str, line: int | None = None) -> Problem:
        """Return this error as a value that names the document."""
        return Problem(document, str(self), self.kind, line)


class MissingError(SourceError):
    """The file is not there, or cannot be opened."""

    kind = ProblemKind.MISSING

    def __init__(self, reason: str) -> None:
        super().__init__(f"cannot be opened ({reason}); check the path and your right to read it")


class EmptyError(SourceError):
    """There is no text."""

    kind = ProblemKind.EMPTY

    def __init__(self, what: str = "is empty") -> None:
        super().__init__(f"{what}; give the article's text")


class BinaryError(SourceError):
    """The bytes are no text."""

    kind = ProblemKind.BINARY

    def __init__(self, looks_like: str) -> None:
        super().__init__(f"looks like {looks_like}, not text; save the article as plain text (UTF-8) or HTML")


class EncodingError(SourceError):
    """The text cannot be decoded or encoded."""

    kind = ProblemKind.ENCODING

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; save it as UTF-8")


class TooLargeError(SourceError):
    """The document is over the limit."""

    kind = ProblemKind.TOO_LARGE

    def __init__(self, limit: int) -> None:
        size = f"{limit / 1_000_000:g} MB" if limit >= 1_000_000 else f"{limit:,} bytes"
        super().__init__(
            f"is larger than {size}, the limit for one document; split it into articles (JSON Lines, one a line) "
            "or raise the limit (--max-mb; on a server WHOMET_MAX_ARTICLE_BYTES)"
        )


class TooLongError(SourceError):
    """The text has more words or paragraphs than an article."""

    kind = ProblemKind.TOO_LARGE

    def __init__(self, limit: int, what: str) -> None:
        super().__init__(
            f"has more than {limit:,} {what}, the limit for one article; "
            "split it into articles (JSON Lines, one a line)"
        )


class TooShortError(SourceError):
    """The text has too few words to tell of anything."""

    kind = ProblemKind.EMPTY

    def __init__(self, words: int) -> None:
        super().__init__(f"has no more than {words} {'word' if words == 1 else 'words'}; give the article's text")


class SkippedError(SourceError):
    """Something in a folder is left aside."""

    kind = ProblemKind.SKIPPED

    def __init__(self, what: str) -> None:
        super().__init__(f"left aside: {what}; name it to have it read")


class GarbledError(SourceError):
    """Characters of a text that is read are wrong."""

    kind = ProblemKind.GARBLED

    def __init__(self, word: str, place: int) -> None:
        super().__init__(
            f"is read as it is, but was encoded twice ({word[:40]!r} at character {place}), so that names and quotes "
            "have wrong letters; get it from its source again, as UTF-8"
        )


class FaultError(SourceError):
    """A library or this machine fails while a document is read."""

    kind = ProblemKind.FAULT

    def __init__(self, error: Exception) -> None:
        said = " ".join(str(error).split())[:200] or "no reason given"
        reason = f"{type(error).__name__}: {said}"
        if isinstance(error, OSError):
            super().__init__(
                f"cannot be read here ({reason}); free space where temporary files go (TMPDIR), then run it again"
            )
        else:
            super().__init__(f"makes whomet stumble ({reason}); this is a fault of whomet")


class LanguageError(SourceError):
    """The text is in a language that is not read."""

    kind = ProblemKind.LANGUAGE

    def __init__(self, language: str, sure: float) -> None:
        super().__init__(f"looks {language} (sure {sure:.2f}); whomet reads English: give an English version")


class DateError(SourceError):
    """A given date of publication is unreadable or no day of the calendar."""

    kind = ProblemKind.DATE

    def __init__(self, given: str, reason: str) -> None:
        shown = given if len(given) <= 40 else given[:39] + "…"
        super().__init__(
            f"published {shown!r} {reason}; write the day as YYYY-MM-DD, for example 2017-03-02, or leave it out"
        )


class RecordError(SourceError):
    """A line or object is not an article record."""

    kind = ProblemKind.RECORD

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}; write one JSON object a line, "
            '{"id": ..., "source": ..., "published": "YYYY-MM-DD", "title": ..., "text": ..., "url": ...}'
        )


class FactError(SourceError):
    """An id or an address of an article is none."""

    kind = ProblemKind.RECORD

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; give another, or leave it out")


class MarkupError(SourceError):
    """A page is too entangled to read, or holds no article."""

    kind = ProblemKind.MARKUP

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; save the article's text as plain text instead")
