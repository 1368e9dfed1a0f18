"""The headers that keep a browser from doing what no page of ours asks for."""

from __future__ import annotations

from flask import Flask, Response, request

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
#: A file that is downloaded may be opened in the browser: then it may do nothing, and show only its own styles.
DOWNLOAD_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


def secure(answer: Response) -> Response:
    """Add the headers."""
    download = request.path.startswith("/api/v1/export/")
    answer.headers["Content-Security-Policy"] = DOWNLOAD_POLICY if download else CONTENT_POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def init_app(app: Flask) -> None:
    """Add the headers to every answer."""
    app.after_request(secure)
