"""HTTP under /api/v1: one module per resource."""

from flask_openapi.openapi import OpenAPI

from api.routes import actors, articles, contacts, events, exports, health
from api.routes.document import add_schemas


def init_app(app: OpenAPI) -> None:
    """Register every resource."""
    add_schemas(app)
    for resource in (articles, actors, contacts, events, exports, health):
        app.register_api(resource.api)
