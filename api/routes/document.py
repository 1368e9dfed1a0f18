"""How routes describe themselves in the document of the interface: problems, and bodies that no model describes."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask_openapi.blueprint import APIBlueprint
from flask_openapi.models.request_body import RequestBody
from flask_openapi.models.schema import Schema
from flask_openapi.openapi import OpenAPI

from api.bodies import LINES
from api.contract import Problem, RecordBody
from api.problems import MEDIA_TYPE

PREFIX = "/api/v1"
_REF = "#/components/schemas/"
#: Errors that any route may answer with.
_EVERYWHERE = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE)


def blueprint(name: str) -> APIBlueprint:
    """Return the group of routes of one resource."""
    return APIBlueprint(name, __name__, url_prefix=PREFIX, abp_tags=[{"name": name}])


def problems(*more: HTTPStatus) -> dict[Any, Any]:
    """Return the problems that a route may answer with, as its document lists them."""
    content = {MEDIA_TYPE: {"schema": {"$ref": f"{_REF}{Problem.__name__}"}}}
    statuses = sorted((*_EVERYWHERE, HTTPStatus.INTERNAL_SERVER_ERROR, *more))
    return {int(status): {"description": status.phrase, "content": content} for status in statuses}


def add_schemas(app: OpenAPI) -> None:
    """Put the schemas that routes refer to by name into the document."""
    for model in (Problem, RecordBody):
        app.components_schemas[model.__name__] = Schema(**model.model_json_schema())


def articles_body() -> RequestBody:
    """Return the bodies that articles are sent in."""
    record = {"$ref": f"{_REF}{RecordBody.__name__}"}
    text = {"schema": {"type": "string"}}
    records = {"anyOf": [record, {"type": "array", "items": record, "minItems": 1}]}
    content: dict[str, Any] = {"application/json": {"schema": records}, "text/plain": text, "text/html": text}
    content |= dict.fromkeys(LINES, text)
    return RequestBody(description="One article, or several records.", content=content, required=True)
