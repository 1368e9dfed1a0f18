"""What every test gets: no network beyond this machine, and an order in which what is quick fails first."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from tests.stores.server.fixture import neo4j_server, neo4j_url, pytest_terminal_summary

__all__ = ["neo4j_server", "neo4j_url", "pytest_terminal_summary"]

_LOCAL = ("127.", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew (see tests/golden.py)."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files of exports anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run quick tests first, then those that need Neo4j, then slow ones; the order of files stands within each."""
    items.sort(key=lambda item: 2 * bool(item.get_closest_marker("slow")) + bool(item.get_closest_marker("neo4j")))


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(_LOCAL):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", local_only)
        yield
