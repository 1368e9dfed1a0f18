"""What is no store of ours is refused in clear words, and nothing is written to it."""

from __future__ import annotations

import os
import socket
import sqlite3
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import neo4j
import pytest

from graph.store import open_store
from graph.store.base import StoreForeignError, StoreMissingError, StoreUnreachableError
from graph.store.neo4j import Neo4jStore
from tests.stores.conftest import opened
from tests.stores.samples import archive, content
from tests.stores.server.fixture import credentials


def test_a_missing_store_says_what_makes_one_and_stays_missing(url: str) -> None:
    for _ in range(2):
        with pytest.raises(StoreMissingError, match=r"whomet ingest.*whomet store init"):
            opened(url)
    with opened(url, create=True) as store:
        assert store.info().versions == 0


def test_init_again_is_harmless(url: str) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive())
        before = content(store)
        store.init()
    with opened(url, create=True) as again:
        assert content(again) == before


def test_closing_twice_is_harmless(url: str) -> None:
    store = opened(url, create=True)
    store.close()
    store.close()


@pytest.mark.parametrize("address", ["postgres://host/db", "sqlite://", "sqlite:///", "file.db", "neo4j://", ""])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreUnreachableError, match="not an address"):
        open_store(address)


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://[::1",
        "neo4j://localhost:abc",
        "neo4j://me:s/e@cret@localhost:99999999",
        "sqlite:///\udcff.db",
        "bolt://h:-1",
    ],
)
def test_a_host_or_port_that_is_none_is_refused(address: str) -> None:
    for create in (False, True):
        with pytest.raises(StoreUnreachableError, match="not an address") as caught:
            open_store(address, create=create)
        assert "cret@" not in str(caught.value)


@pytest.mark.parametrize("create", [False, True])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, create: bool) -> None:
    with pytest.raises(StoreUnreachableError, match="File name too long"):
        open_store(f"sqlite:///{tmp_path / ('x' * 300)}.db", create=create)


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_that_one_may_not_enter_is_told(tmp_path: Path, create: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Path.stat

    def refuse(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self.name == "store.db":
            raise PermissionError(13, "Permission denied", str(self))
        return looked(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(StoreUnreachableError, match="Permission denied"):
        open_store(f"sqlite:///{tmp_path / 'store.db'}", create=create)


def test_a_store_where_nothing_may_be_written_answers_and_says_so_when_written_to() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'store.db'}"
        with open_store(url, create=True) as store:
            store.upsert(archive()[:2])
            before = content(store)
        (folder / "store.db").chmod(0o444)
        folder.chmod(0o555)
        child = os.fork()
        if child == 0:
            os._exit(_reads_only(url, before))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        folder.chmod(0o755)
        assert code == 0


def _reads_only(url: str, before: str) -> int:
    """Open as somebody who may only read; 0 if that answers, and writing is refused in words that say what to do."""
    if os.getuid() == 0:
        os.setuid(65_534)
    try:
        with open_store(url) as store:
            if content(store) != before:
                return 1
            store.upsert(archive())
    except StoreUnreachableError as error:
        return 0 if "may only be read; choose" in str(error) else 2
    except BaseException:  # noqa: BLE001 - the child's exit code tells
        return 3
    return 4


def sqlite_with(path: Path, *statements: str) -> None:
    database = sqlite3.connect(path)
    for statement in ("CREATE TABLE mine (x)", *statements):
        database.execute(statement)
    database.commit()
    database.close()


def other_program(path: Path) -> None:
    sqlite_with(path)


def newer_schema(path: Path) -> None:
    sqlite_with(path, f"PRAGMA application_id = {0x57484F4D}", "PRAGMA user_version = 99")


def no_database(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (other_program, "another program"),
        (newer_schema, "newer whomet.*schema 99"),
        (no_database, "no SQLite database"),
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_a_foreign_file_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], words: str, create: bool
) -> None:
    path = tmp_path / "other.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreForeignError, match=words):
        open_store(f"sqlite:///{path}", create=create)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(f"sqlite:///{path}", create=True) as store:
        store.upsert(archive())
    whole = bytearray(path.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 64] = b"\xff" * 64
    path.write_bytes(whole)
    with pytest.raises(StoreUnreachableError, match=r"damaged|malformed"):
        open_store(f"sqlite:///{path}")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    for create in (False, True):
        with pytest.raises(StoreUnreachableError, match="folder"):
            open_store(f"sqlite:///{tmp_path}", create=create)


def test_an_init_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreUnreachableError, match="does not exist"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'store.db'}", create=True)
    monkeypatch.setattr("graph.store.sqlite_file.SCHEMA_VERSION", "no number;")
    with pytest.raises(StoreUnreachableError):
        open_store(f"sqlite:///{tmp_path / 'store.db'}", create=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_taken_for_a_missing_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with pytest.raises(StoreMissingError):
        open_store(f"sqlite:///{path}")
    open_store(f"sqlite:///{path}", create=True).close()


def test_two_that_make_the_same_store_both_get_it(url: str) -> None:
    trouble: list[BaseException] = []

    def make() -> None:
        try:
            with opened(url, create=True) as store:
                store.upsert(archive())
        except BaseException as error:  # noqa: BLE001
            trouble.append(error)

    makers = [threading.Thread(target=make) for _ in range(3)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert trouble == []
    with opened(url) as store:
        assert store.info().versions == 5


def test_a_store_can_be_used_after_a_fork(url: str) -> None:
    with opened(url, create=True) as store:
        store.upsert(archive()[:2])
        child = os.fork()
        if child == 0:
            good = store.info().versions == 2 and store.upsert(archive()[2:]).new != ()
            store.close()
            os._exit(0 if good else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert store.info().versions == 5


def test_a_server_that_is_not_there_is_told_soon_and_without_the_password() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        started = monotonic()
        with pytest.raises(StoreUnreachableError, match=f"127.0.0.1:{port}") as caught:
            open_store(f"neo4j://user:secret@127.0.0.1:{port}", password="secret")
    assert monotonic() - started < 15
    assert "secret" not in str(caught.value)
    assert "see that the server runs" in str(caught.value)
    assert "WHOMET_NEO4J_PASSWORD" in str(caught.value)


@pytest.mark.neo4j
def test_a_bare_address_is_kept_without_credentials(neo4j_url: str) -> None:
    user, password = credentials()
    address = neo4j_url.replace("://", "://someone:secret@")
    with open_store(address, user=user, password=password, create=True) as store:
        assert store.url == neo4j_url


def asked(url: str, query: str) -> list[neo4j.Record]:
    user, password = credentials()
    with neo4j.GraphDatabase.driver(url, auth=(user or "neo4j", password) if password else None) as driver:
        return driver.execute_query(query).records  # type: ignore[arg-type]


@pytest.mark.neo4j
@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    ("there", "words"),
    [("CREATE (:Movie {title: 'x'})", "other data"), ("CREATE (:Whomet {key: 'store', schema: 99})", "schema 99")],
)
def test_a_foreign_graph_is_refused_and_left_as_it_is(neo4j_url: str, there: str, words: str, create: bool) -> None:
    asked(neo4j_url, there)
    with pytest.raises(StoreForeignError, match=words):
        opened(neo4j_url, create=create)
    assert asked(neo4j_url, "MATCH (n) RETURN count(n) AS n")[0]["n"] == 1


@pytest.mark.neo4j
def test_a_server_of_another_version_is_refused(neo4j_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    user, password = credentials()
    store = Neo4jStore(neo4j_url, user, password)
    monkeypatch.setattr("graph.store.neo4j_link._KERNEL", "RETURN '4.4.30' AS version")
    with store, pytest.raises(StoreForeignError, match=r"Neo4j 4\.4\.30, 5 is needed"):
        store.init()
    assert asked(neo4j_url, "MATCH (n) RETURN count(n) AS n")[0]["n"] == 0
