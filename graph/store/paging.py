"""Where a page ends: total orders as plain ASCII text, the same in Python, SQLite and Neo4j, and cursors made of them.

An order is a text whose comparison by bytes is the order of the protocol: days as ISO, ids in hexadecimal where they
may hold any character (Neo4j compares by UTF-16, SQLite by UTF-8).
"""

from __future__ import annotations

import base64
import binascii

from graph.store.base import CursorError, Page
from timeline.model import Event


def event_order(event: Event) -> str:
    """Return the event's place in the order of events; a space sorts before all that EDTF is made of."""
    low, high, edtf, key = event.sort_key
    return f"{low.isoformat()} {high.isoformat()} {edtf} {key}"


def version_order(article_id: str, version: str) -> str:
    """Return an article version's place in the order of (article id, version id)."""
    return f"{article_id.encode().hex()} {version}"


def to_cursor(order: str) -> str:
    """Return an order as an opaque word that fits into a URL."""
    return base64.urlsafe_b64encode(order.encode("ascii")).decode("ascii").rstrip("=")


def from_cursor(cursor: str | None) -> str | None:
    """Read a cursor; raises CursorError for what is none."""
    if cursor is None:
        return None
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode("ascii")
    except (ValueError, binascii.Error):
        raise CursorError(cursor) from None


def page[T](found: list[tuple[str, T]], limit: int) -> Page[T]:
    """Return the first `limit` of what was found, with a cursor if there was more; each comes with its order."""
    shown = found[:limit]
    more = len(found) > limit and shown
    return Page(tuple(item for _, item in shown), to_cursor(shown[-1][0]) if more else None)
