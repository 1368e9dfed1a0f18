"""One archive for the tests that only read, a fresh store for those that write; nothing is extracted but where said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from flask_openapi.openapi import OpenAPI

from api.app import create_app
from api.settings import Settings
from graph.store import open_store
from graph.store.base import Store
from tests.api.archive import batch


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store that holds the archive; not to be written to."""
    path = tmp_path_factory.mktemp("api") / "archive.db"
    with open_store(f"sqlite:///{path}", create=True) as opened:
        opened.upsert(batch())
        yield opened


@pytest.fixture(scope="session")
def app(store: Store) -> OpenAPI:
    """Give the application on the archive."""
    return create_app(Settings(), store)


@pytest.fixture
def client(app: OpenAPI) -> FlaskClient:
    """Give a client of the archive."""
    return app.test_client()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[FlaskClient]:
    """Give a client of a store of its own that holds nothing yet."""
    with open_store(f"sqlite:///{tmp_path / 'empty.db'}", create=True) as opened:
        yield create_app(Settings(max_batch=3, max_upload_bytes=20_000, max_article_bytes=5_000), opened).test_client()
