"""Golden files: what a writer wrote, kept beside its test; `pytest --update-golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[str, bytes], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare bytes with `golden/NAME` in the folder of the test."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, written: bytes) -> None:
        path = folder / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(written)
        assert written == path.read_bytes(), f"{path} differs; when that is right: pytest --update-golden"

    return compare
