"""Plain text to an article: the text is kept exactly as given."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice

from timeline.ids import stable_id, text_hash
from timeline.model import Article, Publication
from timeline.sources import lines, publication
from timeline.sources.body import paragraphs
from timeline.sources.decoding import decode
from timeline.sources.english import refuse_foreign
from timeline.sources.options import ReadOptions
from timeline.sources.problem import (
    BinaryError,
    EmptyError,
    EncodingError,
    FactError,
    FaultError,
    Problem,
    SourceError,
    TooLargeError,
    TooLongError,
    TooShortError,
)

_TITLE_LENGTH = 200
_KEY_LENGTH = 500
#: Fewer words tell of nobody and nothing.
_FEWEST_WORDS = 2
_WORD = re.compile(r"[^\W_]+")
_MARK_OR_WORD = re.compile(r"\w+|[^\w\s]")


def read_text(text: str | bytes, options: ReadOptions | None = None, *, name: str = "text") -> Article | Problem:
    """Read one article from plain text; a problem names the document `name`."""
    options = options or ReadOptions()
    try:
        refuse_large(text, options)
        words = decode(text) if isinstance(text, bytes) else text
        return article_of(words, options)
    except SourceError as error:
        return error.problem(name)
    except Exception as error:  # noqa: BLE001 - whatever fails, it is this document's problem: the others are read
        return FaultError(error).problem(name)


def article_of(
    text: str,
    options: ReadOptions,
    *,
    byline: str = "",
    page: Publication | None = None,
    revised: dt.date | None = None,
) -> Article:
    """Make the article of a text and what is known of it; `page` is the day a page gave; raises SourceError."""
    refuse_unusable(text)
    refuse_long(text, options)
    if options.english_only:
        refuse_foreign(text)
    url = address(options.url)
    published = (
        publication.given(options.published)
        or page
        or publication.in_address(url)
        or publication.in_text(text, url)
        or Publication()
    )
    for given in (options.id, options.source, options.title, url, byline):
        refuse_unencodable(given or "", "a field holds")
    key = _key(options.id) or url or stable_id("art", text_hash(text))
    title = _line(options.title or "") or headline(text)
    source = _line(options.source or "")
    return Article(key, text, source, url, title, _line(byline), published, revised=revised)


def refuse_facts(options: ReadOptions) -> None:
    """Raise SourceError for a day, an address or an id that is none, before anything is read."""
    publication.given(options.published)
    address(options.url)
    _key(options.id)


def _line(words: str) -> str:
    """Return words on one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def _key(given: str | None) -> str:
    key = (given or "").strip()
    if len(key) > _KEY_LENGTH or not key.isprintable():
        raise FactError(f"id {key[:40]!r} is longer than {_KEY_LENGTH} characters or holds control characters")
    return key


def headline(text: str) -> str:
    """Return the first paragraph if it reads like a headline: short, no sentence, and more after it."""
    spans = paragraphs(text[:20_000])
    first = " ".join(spans[0].of(text).split()) if len(spans) > 1 else ""
    return first.rstrip(" .;") if len(first) <= _TITLE_LENGTH and not first.endswith((",", ":", "”", '"')) else ""


def address(url: str | None) -> str | None:
    """Return a web address as it is, None for none; raises FactError for what is no http address."""
    url = (url or "").strip()
    if not url:
        return None
    if not url.lower().startswith(("http://", "https://")) or any(char.isspace() for char in url):
        raise FactError(f"url {url[:60]!r} is no web address (https://...)")
    return url


def refuse_unusable(text: str) -> None:
    """Raise EmptyError, TooShortError, BinaryError or EncodingError for a text that cannot be an article."""
    if not any(char.isalnum() for char in text):
        raise EmptyError("holds no words" if text.strip() else "is empty")
    words = sum(1 for _ in islice(_WORD.finditer(text), _FEWEST_WORDS))
    if words < _FEWEST_WORDS:
        raise TooShortError(words)
    if "\0" in text:
        raise BinaryError("a binary file (it holds NUL characters)")
    refuse_unencodable(text, "holds")


def refuse_long(text: str, options: ReadOptions) -> None:
    """Raise TooLongError for a text over the limit of words or paragraphs."""
    limit = options.max_words
    if len(text) > limit and next(islice(_MARK_OR_WORD.finditer(text), limit, None), None):
        raise TooLongError(limit, "words and marks")
    limit = options.max_paragraphs
    if len(text) > limit and len(lines.split(text)) > limit:
        raise TooLongError(limit, "paragraphs")


def refuse_unencodable(text: str, what: str) -> None:
    """Raise EncodingError for a text with half of a surrogate pair, which no UTF-8 file can keep."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise EncodingError(f"{what} half a character (U+{ord(text[error.start]):04X} at {error.start})") from None


def refuse_large(text: str | bytes, options: ReadOptions) -> None:
    """Raise TooLargeError for a document over the limit."""
    size = len(text)
    if isinstance(text, str) and options.max_bytes / 4 < size <= options.max_bytes:
        size = len(text.encode("utf-8", "surrogatepass"))
    if size > options.max_bytes:
        raise TooLargeError(options.max_bytes)
