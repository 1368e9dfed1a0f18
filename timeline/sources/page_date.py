"""The day of publication that an HTML page states: its metadata first, then its <time>, then htmldate's reading."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.model import Found, Publication
from timeline.sources import publication
from timeline.sources.problem import DateError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: htmldate's own bound is today's date; ours is fixed, so that a page reads the same on every day.
LAST_DAY = "2199-12-31"
_FIRST_DAY = "1800-01-01"
#: Names of <meta> that state the day of publication, the most telling first.
_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publication_date",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "article_date_original",
    "pubdate",
    "publish-date",
    "publishdate",
    "date",
)
#: Names of <meta> that state when it was changed.
_REVISED = frozenset({"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"})
_IN_ARTICLE = "//article//time | //header//time | //main//time | //time[@pubdate or @itemprop='datePublished']"
_TYPE = re.compile(r"Article|Posting|Report", re.IGNORECASE)
_DEPTH = 6


def in_page(tree: HtmlElement, url: str | None) -> Publication | None:
    """Return the day of publication that the page gives, with the element that gave it."""
    for detail, value in _candidates(tree):
        if day := _day(value):
            return Publication(day, Found.PAGE, f"{detail}: {value.strip()[:60]}")
    return publication.in_address(url) or _by_htmldate(tree)


def revised(tree: HtmlElement) -> dt.date | None:
    """Return the day on which the page says that it was changed last."""
    stated = [content for name, content in _named(tree) if name in _REVISED]
    stated += [value for data in _linked(tree) for value in _stated(data, "dateModified", _DEPTH)]
    return max((day for value in stated if (day := _day(value))), default=None)


def _candidates(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    yield from _metadata(tree)
    yield from _linked_data(tree)
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        yield "itemprop datePublished", element.get("content") or element.get("datetime") or element.text_content()
    for element in tree.xpath(_IN_ARTICLE):
        yield "time", element.get("datetime") or element.text_content()


def _metadata(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    stated: dict[str, str] = {}
    for name, content in _named(tree):
        stated.setdefault(name, content)
    for name in _META:
        if name in stated:
            yield f"meta {name}", stated[name]


def _named(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the names of the page's metadata, in small letters, with what they say."""
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := element.get("content"):
            yield name.lower(), content


def _linked_data(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for data in _linked(tree):
        for value in _stated(data, "datePublished", _DEPTH):
            yield "JSON-LD datePublished", value


def _linked(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue


def _stated(data: Any, name: str, depth: int) -> Iterator[str]:
    """Yield what the articles in a piece of JSON-LD say under a name."""
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _stated(item, name, depth - 1)
    elif isinstance(data, dict):
        value = data.get(name)
        if isinstance(value, str) and _TYPE.search(str(data.get("@type"))):
            yield value
        for item in data.values():
            if isinstance(item, list | dict):
                yield from _stated(item, name, depth - 1)


def _day(value: str) -> dt.date | None:
    try:
        given = publication.given(value)
    except DateError:
        return None
    return given.day if given else None


def _by_htmldate(tree: HtmlElement) -> Publication | None:
    from copy import deepcopy

    from htmldate import find_date

    found = find_date(
        deepcopy(tree), extensive_search=False, original_date=True, min_date=_FIRST_DAY, max_date=LAST_DAY
    )
    day = _day(found) if found else None
    return Publication(day, Found.PAGE, "htmldate") if day else None
