"""What the reader of a document is told beside its bytes: facts about the article, and limits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Facts that the caller knows, and limits.

    A fact given here outweighs one found in a text or a page; a JSON record's own field outweighs it, so that it
    fills the gaps of a file of records.
    """

    #: The day of publication: a date, or words such as "2017-03-02" or "2 March 2017".
    published: str | dt.date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    #: The article's name across its versions; for one document, not for a batch.
    id: str | None = None
    #: Limit of one document (one line of JSON Lines) in bytes.
    max_bytes: int = 10_000_000
    #: Limits of one article: words and marks, paragraphs. The longest newspaper articles have a fifth of them; without
    #: limits one document could keep its reader busy for hours.
    max_words: int = 120_000
    max_paragraphs: int = 10_000
    #: Limits of one HTML page: elements, their nesting, attributes of one element; a page made for reading has
    #: hardly a tenth of them.
    max_elements: int = 30_000
    max_depth: int = 250
    max_attributes: int = 250
    #: Refuse texts that are not English.
    english_only: bool = True
