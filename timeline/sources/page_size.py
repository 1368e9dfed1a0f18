"""The measures of an HTML page, taken as it streams through the parser, before a tree of it is built.

libxml2 needs quadratic time for an element with a million attributes, and the readers of a tree walk it many times:
counting first bounds both. Entities cannot blow up: an HTML parser expands none but the standard characters.
"""

from __future__ import annotations

from typing import Any

from timeline.sources.options import ReadOptions
from timeline.sources.problem import MarkupError

_CHUNK = 1 << 16
#: How many attributes a page may have, for each element it may have.
_ATTRIBUTES_AN_ELEMENT = 4


class _Gauge:
    """A parser target that counts, and raises MarkupError at the first measure over its limit."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._elements = 0
        self._depth = 0
        self._attributes = 0

    def start(self, _tag: str, attributes: Any) -> None:
        self._elements += 1
        self._depth += 1
        self._attributes += len(attributes)
        limits = self._options
        if self._elements > limits.max_elements:
            raise MarkupError(f"has more than {limits.max_elements:,} elements")
        if self._depth > limits.max_depth:
            raise MarkupError(f"is nested deeper than {limits.max_depth} elements")
        if len(attributes) > limits.max_attributes:
            raise MarkupError(f"has an element with more than {limits.max_attributes:,} attributes")
        if self._attributes > _ATTRIBUTES_AN_ELEMENT * limits.max_elements:
            raise MarkupError(f"has more than {_ATTRIBUTES_AN_ELEMENT * limits.max_elements:,} attributes")

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def data(self, _data: str) -> None:
        pass

    def close(self) -> None:
        pass


def refuse_entangled(page: bytes, options: ReadOptions) -> None:
    """Raise MarkupError for a page (UTF-8) over a limit."""
    from lxml import etree

    parser = etree.HTMLParser(target=_Gauge(options), encoding="utf-8")
    try:
        for start in range(0, len(page), _CHUNK):
            parser.feed(page[start : start + _CHUNK])
        parser.close()
    except etree.XMLSyntaxError:
        raise MarkupError("is no HTML that can be read") from None
