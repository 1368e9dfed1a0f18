"""HTML pages to articles: trafilatura finds the text, the page's own elements the title, the source and the day.

A page is measured before anything builds a tree of it, so that a page made to choke its reader ends quickly. Only
the extracted text is kept; the HTML is not (docs/decisions/0033).
"""

from __future__ import annotations

import logging
import re
import sys
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lxml.etree import LxmlError

from timeline.model import Article
from timeline.sources import page_date
from timeline.sources.decoding import decode
from timeline.sources.options import ReadOptions
from timeline.sources.page_size import refuse_entangled
from timeline.sources.problem import FaultError, MarkupError, Problem, SourceError
from timeline.sources.text import address, article_of, refuse_large

#: What the libraries below are known to raise on pages that nobody's browser would show.
PARSER_ERRORS = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError, LxmlError)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:0*([0-9]{1,8})|[xX]0*([0-9a-fA-F]{1,7}));?")
for _library in ("trafilatura", "htmldate", "courlan"):
    # What they log about a page is told by the problem; without a handler it would go to standard error.
    logging.getLogger(_library).addHandler(logging.NullHandler())

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def read_html(page: str | bytes, options: ReadOptions | None = None, *, name: str = "page") -> Article | Problem:
    """Read one article from an HTML page; a problem names the document `name`."""
    options = options or ReadOptions()
    try:
        refuse_large(page, options)
        return _article(decode(page, markup=True) if isinstance(page, bytes) else page, options)
    except SourceError as error:
        return error.problem(name)
    except Exception as error:  # noqa: BLE001 - whatever fails, it is this document's problem: the others are read
        return FaultError(error).problem(name)


def _article(markup: str, options: ReadOptions) -> Article:
    data = _without_controls(markup).encode("utf-8", "replace")
    refuse_entangled(data, options)
    tree = _tree(data)
    found = _extracted(_shown(tree), options.url)
    title = (options.title or found.title or "").strip()
    known = replace(
        options,
        title=title,
        source=options.source or found.sitename or "",
        url=options.url or _own_address(found.url),
    )
    text = _with_headline(found.text or "", title)
    if not text:
        raise MarkupError("holds no article that can be found")
    return article_of(
        text, known, byline=found.author or "", page=page_date.in_page(tree, known.url), revised=page_date.revised(tree)
    )


def _without_controls(markup: str) -> str:
    """Return a page with a space for each character that no XML has: one of them, and its reader finds no article."""
    return _REFERENCE.sub(_allowed, _CONTROL.sub(" ", markup))


def _allowed(reference: re.Match[str]) -> str:
    """Return a character reference, or a space where what it stands for is not allowed."""
    decimal, hexadecimal = reference.groups()
    number = int(decimal or hexadecimal, 10 if decimal else 16)
    return " " if number > sys.maxunicode or _CONTROL.match(chr(number)) else reference[0]


def _tree(data: bytes) -> HtmlElement:
    import lxml.html

    try:
        return lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8", remove_pis=True))
    except (LxmlError, ValueError):
        raise MarkupError("is no HTML that can be read") from None


def _shown(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a page without what its reader does not see, and its captions as paragraphs; what is hidden and
    most of the page, a script shows."""
    seen = deepcopy(tree)
    most = len(seen.text_content()) / 2
    for element in seen.xpath("//body//*[@hidden or @style]"):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
        if hidden and len(element.text_content()) < most:
            element.drop_tree()
    for caption in seen.xpath("//article//figcaption | //main//figcaption"):
        caption.tag = "p"  # trafilatura leaves captions out, and they are evidence
        figure = caption.getparent()
        if figure.tag == "figure" and figure.getparent() is not None:
            figure.addnext(caption)
    return seen


def _extracted(tree: HtmlElement, url: str | None) -> Any:
    """Return trafilatura's document (text with a paragraph a line, title, author, sitename, url), which takes the tree
    apart."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "max_date": page_date.LAST_DAY},
        )
    except PARSER_ERRORS as error:
        raise MarkupError(f"makes the reader of pages stumble ({type(error).__name__})") from error
    if found is None:
        raise MarkupError("holds no article that can be found")
    return found


def _with_headline(body: str, title: str) -> str:
    """Put the headline before the text, which needs it as evidence, unless it stands there already."""
    lines = [line for line in body.splitlines() if line.strip()]
    if not lines:
        return ""
    if title and " ".join(title.split()).lower() not in (" ".join(line.split()).lower() for line in lines[:3]):
        lines.insert(0, title)
    return "\n\n".join(lines)


def _own_address(url: str | None) -> str | None:
    """Return the page's canonical address if it is one."""
    try:
        return address(url)
    except SourceError:
        return None
