"""The embedded server answers under waitress and ends when told to; gunicorn's workers open stores of their own."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.serving import serve
from api.settings import Settings
from api.store_access import StoreAccess, access_of
from api.wsgi import app
from graph.store.base import StoreForeignError, StoreUnreachableError
from tests.api.listening import ask, free_port, running

TEXT = "Ada Lorne met Bo Kestrel in Aldhaven on 4 May 2016."
PROGRAM = """
import os
from api.serving import serve
from api.settings import Settings
serve(Settings.from_environ(os.environ))
"""


def test_it_serves_stores_and_ends(tmp_path: Path) -> None:
    port = free_port()
    environ = os.environ | {"WHOMET_STORE": f"sqlite:///{tmp_path}/x.db", "WHOMET_PORT": str(port), "PYTHONPATH": "."}
    address = f"http://127.0.0.1:{port}"
    with running([sys.executable, "-c", PROGRAM], environ, address):
        assert ask(f"{address}/api/v1/articles", {"text": TEXT})[0] == 201
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(lambda _: ask(f"{address}/api/v1/events"), range(40)))
        assert all(answer == answers[0] for answer in answers)
        assert answers[0][1]["events"]
    with running([sys.executable, "-c", PROGRAM], environ, address):
        assert ask(f"{address}/api/v1/events") == answers[0]


def test_a_store_that_cannot_be_opened_is_told_before_anything_listens(tmp_path: Path) -> None:
    listening: list[str] = []
    with pytest.raises(StoreUnreachableError):
        serve(Settings(store=f"sqlite:///{tmp_path}/no/where/x.db", port=0), listening.append)
    path = tmp_path / "notes.db"
    path.write_text("no store " * 200)
    with pytest.raises(StoreForeignError):
        serve(Settings(store=f"sqlite:///{path}", port=0), listening.append)
    assert listening == []


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_each_process_opens_its_own_store(tmp_path: Path) -> None:
    access = StoreAccess(Settings(store=f"sqlite:///{tmp_path}/x.db"))
    mine = access.store()
    assert access.store() is mine
    child = os.fork()
    if child == 0:
        os._exit(0 if access.store() is not mine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert access.store() is mine
    access.close()
    access.close()


def test_threads_that_come_at_once_share_one_store(tmp_path: Path) -> None:
    access = StoreAccess(Settings(store=f"sqlite:///{tmp_path}/x.db"))
    gate = threading.Barrier(6)

    def get(_: int) -> int:
        gate.wait()
        return id(access.store())

    with ThreadPoolExecutor(6) as threads:
        assert len(set(threads.map(get, range(6)))) == 1
    access.close()


def test_the_way_in_for_workers_reads_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOMET_STORE", f"sqlite:///{tmp_path}/x.db")
    monkeypatch.setenv("WHOMET_MAX_UPLOAD_BYTES", "1234")
    built = app()
    assert not (tmp_path / "x.db").exists()
    assert built.config["MAX_CONTENT_LENGTH"] == 1234
    assert built.test_client().get("/api/v1/health/ready").status_code == 200
    access_of(built).close()
