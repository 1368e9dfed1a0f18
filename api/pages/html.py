"""Pages as answers, and the address of each page's JSON twin."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Response, request

from api.answers import bytes_answer


def html(page: str) -> Response:
    """Return a page; what the browser has already is answered with 304."""
    return bytes_answer(page.encode("utf-8", "replace"), "text/html; charset=utf-8")


def twin(path: str) -> str:
    """Return the address of the page's JSON, with the parameters of the request at hand."""
    words = request.query_string.decode("ascii", "replace")
    return f"{path}?{words}" if words else path


def next_page(cursor: str | None) -> str | None:
    """Return the address of the next page of the list at hand."""
    if cursor is None:
        return None
    given = [(name, one) for name, one in request.args.items(multi=True) if name != "after"]
    return f"?{urlencode([*given, ('after', cursor)])}"
