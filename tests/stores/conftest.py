"""A store of each engine, empty, for tests that must hold on both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, open_store
from tests.stores.server.fixture import credentials

ENGINES = ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a store that is not there yet."""
    if request.param == "neo4j":
        address: str = request.getfixturevalue("neo4j_url")
        return address
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give an empty store."""
    with opened(url, create=True) as made:
        yield made


def opened(url: str, *, create: bool = False) -> Store:
    """Open a store with the test server's credentials."""
    user, password = credentials()
    return open_store(url, user=user, password=password, create=create)
