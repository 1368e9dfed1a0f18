"""Whether the server is there, and whether its store answers; and the document of the interface."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app
from flask_openapi.openapi import OpenAPI

from api.answers import bytes_answer
from api.contract import OPENAPI_DOCUMENT, HealthAnswer, ReadyAnswer
from api.questions import NoQuestion
from api.routes.document import blueprint, problems
from api.schemas import dump
from api.store_access import the_store

api = blueprint("health")


@api.get("/health/live", responses={200: HealthAnswer, **problems()})
def live(query: NoQuestion) -> Response:  # noqa: ARG001
    """Say that the server is there, whatever its store does."""
    return _fresh({"status": "ok"})


@api.get("/health/ready", responses={200: ReadyAnswer, **problems()})
def ready(query: NoQuestion) -> Response:  # noqa: ARG001
    """Say that the store answers; 503 when it does not."""
    info = the_store().info()
    return _fresh({"status": "ok", "engine": info.engine, "articles": info.articles, "events": info.events})


def _fresh(value: dict[str, object]) -> Response:
    answer = Response(dump(value), content_type="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer


@api.get("/openapi.json", responses={200: OPENAPI_DOCUMENT, **problems()})
def openapi_document(query: NoQuestion) -> Response:  # noqa: ARG001
    """Return this document."""
    return bytes_answer(dump(cast(OpenAPI, current_app).api_doc).encode(), "application/json")
