"""A search is words: folded, every one of them, the last as a beginning; nothing in it is an operator."""

from __future__ import annotations

import pytest

from graph.identity.folding import fold, has_words
from graph.store import Store
from graph.store.base import EventFilter
from tests.stores.samples import alone, archive
from timeline.model import ClaimType, Event


@pytest.fixture
def full(store: Store) -> Store:
    store.upsert(
        [
            *archive(),
            alone("odd", "Or Not", "Near And", text="AND then OR met; NOT a:b* “quoted” (x) naïve Кисляк İzmir"),
        ]
    )
    return store


def told_in(event: Event) -> list[str]:
    """Return the folded words of all that a search looks at."""
    texts = [event.title, event.place or "", *(p.actor.name for p in event.participants)]
    return [word for text in (*texts, *(c.evidence.quote for c in event.citations)) for word in fold(text)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("orlan", 1),
        ("ORLAN met", 1),
        ("orl", 1),
        ("orl met", 0),
        ("cem", 4),
        ("Öz cém", 4),
        ("lee ray", 3),
        ("never", 2),
        ("witness", 0),
        ("OR", 2),
        ("and OR not", 1),
        ("NOT", 1),
        ("orlan OR quoted", 0),
        ('"quoted"', 1),
        ('"', 0),
        ("a:b*", 1),
        ("a:", 9),
        ("NEAR(ann bob)", 0),
        ("quoted)", 1),
        ("^quoted~2", 0),
        ("naive", 1),
        ("кисляк", 1),
        ("izmir", 1),
        ("quoted -met", 1),
        ("+quoted", 1),
        ("\\quoted", 1),
        ("search_words:quoted", 0),
        ("…", 0),
        ("", 0),
        ("x" * 300, 0),
    ],
)
def test_words_find_events(full: Store, words: str, count: int) -> None:
    found = full.search(words).items
    assert len(found) == count
    assert list(found) == [event for event in full.events().items if has_words(told_in(event), fold(words))]


def test_a_search_is_filtered_and_paged(full: Store) -> None:
    whole = full.search("bob").items
    first = full.search("bob", limit=2)
    assert first.items + full.search("bob", after=first.next).items == whole
    calls = EventFilter(types=frozenset({ClaimType.CORRESPONDENCE}))
    assert [event.type for event in full.search("bob", calls).items] == [ClaimType.CORRESPONDENCE] * 2


def test_a_very_long_word_is_found(store: Store) -> None:
    word = "donau" * 80
    store.upsert([alone("long", text=word)])
    assert len(store.search(word).items) == 1
