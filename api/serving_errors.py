"""What the server answers by itself, before the application sees a request: problems, as everywhere else.

Requests that are too large or are not HTTP end in waitress; its own answers would be plain text.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from api.problems import MEDIA_TYPE
from api.schemas import dump

_DETAILS = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "the body is larger than one request may be; send the articles in several",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "the headers are larger than a request may have",
    HTTPStatus.NOT_IMPLEMENTED: "send the body as it is, with its length, without another transfer encoding",
}


class _ProblemTask(ErrorTask):  # type: ignore[misc]
    """Answers what cannot be passed on with a problem."""

    def execute(self) -> None:
        """Write the answer, then close the connection."""
        error = self.request.error
        status = HTTPStatus(error.code)
        detail = _DETAILS.get(status) or f"the request is no HTTP that can be read: {error.body}"
        body = dump(_problem(status, detail, getattr(self.request, "path", ""))).encode()
        self.status = f"{status.value} {status.phrase}"
        self.response_headers += [
            ("Content-Type", MEDIA_TYPE),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class ProblemChannel(HTTPChannel):  # type: ignore[misc]
    """A connection whose own errors are problems."""

    error_task_class = _ProblemTask


def _problem(status: HTTPStatus, detail: str, path: str) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": detail if status is not HTTPStatus.INTERNAL_SERVER_ERROR else "something went wrong here",
        "instance": path if path.startswith("/") else "/",
    }
