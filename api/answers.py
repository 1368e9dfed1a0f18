"""Answers over HTTP: the command line's bytes, with an ETag that is a hash of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from api.schemas import dump


def json_answer(value: Mapping[str, Any], status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return a JSON object; what the client has already is answered with 304."""
    return bytes_answer(dump(value).encode(), "application/json", status)


def page_answer(value: Mapping[str, Any]) -> Response:
    """Return a page of a result, with a link to the next one."""
    answer = json_answer(value)
    if value.get("next"):
        given = [(name, one) for name, one in request.args.items(multi=True) if name != "after"]
        address = f"{request.path}?{urlencode([*given, ('after', value['next'])])}"
        answer.headers["Link"] = f'<{address}>; rel="next"'
    return answer


def bytes_answer(body: bytes, media_type: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return bytes under their hash."""
    answer = Response(body, status=status, content_type=media_type)
    answer.set_etag(hashlib.sha256(body).hexdigest()[:32])
    answer.headers["Cache-Control"] = "no-cache"
    if request.method in ("GET", "HEAD") and status is HTTPStatus.OK:
        answer.make_conditional(request.environ)
    return answer
