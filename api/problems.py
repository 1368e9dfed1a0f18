"""Errors as RFC 9457 problems: a class for each that a program can tell apart, its status a class attribute.

Messages say what to do; nothing of the inside (no trace, no path, no query) ever leaves.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, ClassVar

from flask import Flask, Response, request
from pydantic import ValidationError
from structlog import get_logger
from werkzeug.exceptions import HTTPException

from api.schemas import actor_json, dump
from graph.store.base import (
    AmbiguousActorError,
    CursorError,
    NotFoundError,
    StoreError,
    StoreForeignError,
    StoreUnreachableError,
)

MEDIA_TYPE = "application/problem+json"
_log = get_logger(__name__)


class ProblemError(Exception):
    """Root of what the interface answers with a problem; `extra` members go into it beside the standard ones."""

    status: ClassVar[HTTPStatus] = HTTPStatus.INTERNAL_SERVER_ERROR
    #: The end of the problem's type, or "" for one that says no more than its status.
    kind: ClassVar[str] = ""
    title: ClassVar[str] = ""

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.detail, self.extra = detail, extra


class BadRequestError(ProblemError):
    """The request cannot be read."""

    status = HTTPStatus.BAD_REQUEST


class NotThereError(ProblemError):
    """Nothing has this address, id or name."""

    status = HTTPStatus.NOT_FOUND


class AmbiguousError(ProblemError):
    """A name fits several actors; `candidates` lists them."""

    status = HTTPStatus.CONFLICT
    kind = "ambiguous-name"
    title = "Several actors have this name"


class TooLargeError(ProblemError):
    """More than one request may carry."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class UnsupportedTypeError(ProblemError):
    """A body of a type that is not read."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE


class InvalidError(ProblemError):
    """A parameter or a document is wrong; `errors` lists each with its place."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    kind = "invalid"
    title = "Something in the request is wrong"


class UnreadableError(InvalidError):
    """Not one document of a batch could be read; `documents` says why for each."""

    kind = "unreadable-documents"
    title = "No document could be read"


class CrossSiteError(ProblemError):
    """A form that another site sent."""

    status = HTTPStatus.FORBIDDEN


class UnavailableError(ProblemError):
    """The store does not answer, or is not one that this version can use."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    kind = "store-unavailable"
    title = "The store is not available"


class _InternalError(ProblemError):
    """Something that should not happen; the log has it."""


def problem_of(error: Exception) -> ProblemError | HTTPException:
    """Return what to answer for an error; what is unknown is logged and answered without its words."""
    if isinstance(error, ProblemError | HTTPException):
        return error
    if isinstance(error, StoreError):
        return _store_problem(error)
    _log.error("request failed", path=request.path, method=request.method, exc_info=error)
    return _InternalError("something went wrong here; the server's log tells what")


def _store_problem(error: StoreError) -> ProblemError:
    match error:
        case NotFoundError():
            return NotThereError(str(error))
        case AmbiguousActorError():
            return AmbiguousError(str(error), candidates=[actor_json(actor) for actor in error.candidates])
        case CursorError():
            return InvalidError(str(error), errors=[{"where": "query.after", "message": str(error)}])
        case StoreUnreachableError() | StoreForeignError():
            _log.warning("store unavailable", error=str(error))
            return UnavailableError(str(error))
    _log.error("store failed", exc_info=error)
    return UnavailableError("the store could not answer; try again, then look into the server's log")


def problem_json(error: ProblemError | HTTPException) -> dict[str, Any]:
    """Return the members of a problem."""
    if isinstance(error, HTTPException):
        status, detail, extra, kind, title = error.code or 500, error.description or "", {}, "", ""
    else:
        status, detail, extra, kind, title = error.status, error.detail, error.extra, error.kind, error.title
    return {
        "type": f"urn:problem-type:whomet:{kind}" if kind else "about:blank",
        "title": title or HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "instance": request.path,
        **extra,
    }


def problem_answer(error: Exception) -> Response:
    """Return an error as `application/problem+json`; a redirect stays what it is."""
    known = problem_of(error)
    if isinstance(known, HTTPException) and (known.code or 500) < 400:
        return Response(status=known.code, headers=list(known.get_headers()))
    record = problem_json(known)
    answer = Response(dump(record), status=record["status"], content_type=MEDIA_TYPE)
    if isinstance(known, HTTPException):
        answer.headers.extend((name, value) for name, value in known.get_headers() if name == "Allow")
    if isinstance(known, UnavailableError):
        answer.headers["Retry-After"] = "5"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def raise_invalid(error: ValidationError) -> Response:
    """Raise the problem for parameters that are not as the document of the interface says."""
    errors = [
        {"where": ".".join(map(str, one["loc"])) or "query", "message": one["msg"]}
        for one in error.errors(include_url=False)
    ]
    listed = "; ".join(f"{one['where']}: {one['message']}" for one in errors)
    raise InvalidError(listed, errors=errors) from error


def init_app(app: Flask) -> None:
    """Answer every error of the interface with a problem, and every error of a page with a page."""
    from api.pages.error import error_page

    def handle(error: Exception) -> Response:
        if request.path.startswith("/api/") or request.path == "/api" or request.path.endswith(".json"):
            return problem_answer(error)
        return error_page(problem_of(error))

    app.register_error_handler(Exception, handle)
