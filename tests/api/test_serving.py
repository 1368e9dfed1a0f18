"""The embedded server answers under waitress and ends when told to; gunicorn's workers open stores of their own."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from collections.abc import Iterator
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


@pytest.mark.parametrize(
    ("request_head", "status"),
    [
        (b"POST /api/v1/articles HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n", 413),
        (b"POST /api/v1/articles HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n", 400),
        (b"POST /api/v1/articles HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 262_144 + b"\r\n\r\n", 431),
        (b"\x00\x01 what\r\n\r\n", 400),
    ],
)
def test_what_the_server_refuses_itself_is_a_problem_too(serving: int, request_head: bytes, status: int) -> None:
    with socket.create_connection(("127.0.0.1", serving), timeout=30) as connection:
        connection.sendall(request_head)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split(b" ")[1] == str(status).encode(), head
    assert b"application/problem+json" in head
    value = json.loads(body)
    assert value["status"] == status
    assert value.keys() == {"type", "title", "status", "detail", "instance"}


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Give the port of a server that runs."""
    port = free_port()
    store = f"sqlite:///{tmp_path_factory.mktemp('serving')}/x.db"
    environ = os.environ | {"WHOMET_STORE": store, "WHOMET_PORT": str(port), "PYTHONPATH": "."}
    with running([sys.executable, "-c", PROGRAM], environ, f"http://127.0.0.1:{port}"):
        yield port


@pytest.mark.parametrize("host", ["foo bar", "a..b", "\udcff"])
def test_a_host_that_is_none_is_told(tmp_path: Path, host: str) -> None:
    with pytest.raises(OSError, match="no such host"):
        serve(Settings(store=f"sqlite:///{tmp_path}/x.db", host=host, port=0))


def test_a_host_of_several_addresses_is_listened_on(tmp_path: Path) -> None:
    told: list[str] = []

    def stop(address: str) -> None:
        told.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        serve(Settings(store=f"sqlite:///{tmp_path}/x.db", host="localhost", port=free_port()), stop)
    assert told[0].startswith("http://localhost:")


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
