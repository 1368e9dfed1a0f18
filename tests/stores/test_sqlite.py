"""The SQLite store: what is written is found again, twice is once, and other files are left alone."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import open_store
from graph.store.base import AmbiguousActorError, NotFoundError, Store, StoreForeignError, StoreUnreachableError
from tests.making import article, claim, extraction
from timeline.model import Extraction, Status


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/s.db", create=True) as made:
        made.init()
        yield made


def _read(text: str, *names: str, edtf: str | None = None, status: Status = Status.ASSERTED) -> Extraction:
    of = article(text)
    return extraction(of, claim(of, *names, edtf=edtf, status=status))


def test_two_tellings_of_one_meeting_are_one_contact(store: Store) -> None:
    first = _read("Ada Holm met Ivo Brandt in May.", "Ada Holm", "Ivo Brandt", edtf="2016-05")
    second = _read("They met on May 4.", "Ada Holm", "Ivo Brandt", edtf="2016-05-04")
    store.upsert([first, second])
    ada, ivo = store.resolve_actor("Ada Holm"), store.resolve_actor("ivo brandt")
    found = store.meetings(ada.id, ivo.id)
    assert [(e.date.date.edtf, e.articles) for e in found.contacts if e.date] == [("2016-05-04", 2)]


def test_the_same_batch_again_changes_nothing(store: Store) -> None:
    batch = [_read("Ada Holm met Ivo Brandt.", "Ada Holm", "Ivo Brandt")]
    store.upsert(batch)
    before = (store.info(), tuple(store.export()))
    assert store.upsert(batch).unchanged == (batch[0].article.version,)
    assert (store.info(), tuple(store.export())) == before


def test_a_denial_is_no_contact(store: Store) -> None:
    store.upsert([_read("Ada Holm never met Ivo Brandt.", "Ada Holm", "Ivo Brandt", status=Status.DENIED)])
    found = store.meetings(store.resolve_actor("Ada Holm").id)
    assert (len(found.contacts), len(found.not_contacts)) == (0, 1)


def test_what_was_stored_comes_back_whole(store: Store) -> None:
    batch = [_read("Ada Holm met Ivo Brandt in 2016.", "Ada Holm", "Ivo Brandt", edtf="2016")]
    store.upsert(batch)
    assert list(store.export()) == batch


def test_search_takes_operators_for_plain_words(store: Store) -> None:
    store.upsert([_read("Ada Holm met Ivo Brandt.", "Ada Holm", "Ivo Brandt")])
    assert len(store.search("holm bran").items) == 1
    assert store.search('holm" OR "x').items == ()


def test_unknown_and_shared_names_are_named_errors(store: Store) -> None:
    store.upsert([_read("Ada Holm met Olaf Holm.", "Ada Holm", "Olaf Holm")])
    with pytest.raises(NotFoundError):
        store.resolve_actor("Nobody")
    with pytest.raises(AmbiguousActorError) as raised:
        store.resolve_actor("Holm")
    assert len(raised.value.candidates) == 2


def test_a_missing_file_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachableError):
        open_store(f"sqlite:///{tmp_path}/none.db").info()
    assert not (tmp_path / "none.db").exists()


def test_the_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    with other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreForeignError), open_store(f"sqlite:///{path}", create=True) as foreign:
        foreign.init()
    assert path.read_bytes() == before
