"""The application: settings in, a Flask application with the interface and the pages out."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from flask_openapi.models.info import Info
from flask_openapi.openapi import OpenAPI

from api import cross_site, headers, pages, problems, repeated, routes, store_access
from api.settings import Settings
from graph.store.base import Store
from timeline.extractor import find_extractor

_WORDS = "Who met whom, when, and according to whom: dated contacts from news articles, each with its words."


def create_app(settings: Settings, store: Store | None = None) -> OpenAPI:
    """Build the application; `store` is used as it is, without it each process opens the settings' own."""
    app = OpenAPI(
        "api",
        info=Info(title="whomet", version=_version(), description=_WORDS),
        doc_ui=False,
        validation_error_callback=problems.raise_invalid,
        template_folder="pages/templates",
        static_folder="static",
    )
    app.openapi_version = "3.1.0"
    _configure(app, settings)
    store_access.init_app(app, settings, store)
    for part in (headers, cross_site, repeated, problems, routes, pages):
        part.init_app(app)
    return app


def _configure(app: OpenAPI, settings: Settings) -> None:
    app.config["WHOMET"] = settings
    app.config["WHOMET_EXTRACTOR"] = find_extractor(settings.extractor)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_upload_bytes
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_upload_bytes
    app.config["MAX_FORM_PARTS"] = settings.max_batch + 20
    app.config["TRUSTED_HOSTS"] = [name.strip() for name in settings.trusted_hosts.split(",") if name.strip()] or None
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    app.url_map.merge_slashes = False


def _version() -> str:
    """Return the installed version; a source tree that is not installed has none."""
    try:
        return version("whomet")
    except PackageNotFoundError:
        return "0+source"
