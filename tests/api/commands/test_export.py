"""An export goes where it is told, and destroys nothing there that is no file of its own kind."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from api.cli import whomet
from api.commands.export import save
from graph.store.base import Store


def test_a_pipe_stays_a_pipe_and_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    save(b"words", pipe)
    reader.join(10)
    assert read == [b"words"]
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("there", [b"before", None])
def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path, there: bytes | None) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    if there is not None:
        target.write_bytes(there)
    link.symlink_to("target.csv")
    save(b"after", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")
    path.chmod(0o600)
    save(b"after", path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"after", 0o600)


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"before")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(click.UsageError, match="No space left"):
        save(b"after", path)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_ring_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(click.UsageError, match="cannot write"):
        save(b"words", tmp_path / "a")


@pytest.mark.parametrize("output", ["", "."])
def test_no_name_is_wrong_use(store: Store, tmp_path: Path, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(whomet, ["export", "csv", "-o", output, "--store", store.url])
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []
