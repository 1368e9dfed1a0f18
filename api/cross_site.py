"""Forms of other sites are refused: a page somewhere must not add to the archive of whoever reads it.

No cookie and no token is needed: browsers say where a request comes from (Sec-Fetch-Site, Origin), and programs that
say nothing are no browsers.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, request

from api.problems import CrossSiteError

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})


def refuse_other_sites() -> None:
    """Raise CrossSiteError for a writing request that a browser sent for another site."""
    if request.method in _SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site not in _OWN:
        raise CrossSiteError("this request comes from another site; add articles on the page itself")
    if site is None and origin is not None and urlsplit(origin).netloc != request.host:
        raise CrossSiteError("this request comes from another site; add articles on the page itself")


def init_app(app: Flask) -> None:
    """Check every request."""
    app.before_request(refuse_other_sites)
