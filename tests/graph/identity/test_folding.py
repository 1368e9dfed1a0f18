"""Words are compared without case, diacritics and punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.folding import LONGEST_WORD, fold, folded_text, has_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Łukasz O’Brien", ("lukasz", "o", "brien")),
        ("Søren Ægir-Straße", ("soren", "aegir", "strasse")),
        ("İstanbul", ("istanbul",)),
        ("Сергей Кисляк", ("сергеи", "кисляк")),
        ('under_score *OR* "a:b"', ("under", "score", "or", "a", "b")),
        ("…", ()),
    ],
)
def test_texts_fold_to_words(text: str, words: tuple[str, ...]) -> None:
    assert fold(text) == words


def test_every_word_must_be_there_and_the_last_may_begin_one() -> None:
    assert has_words(("ann", "lee"), ("lee", "an"))
    assert not has_words(("ann", "lee"), ("le", "ann"))
    assert not has_words(("ann", "lee"), ())


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(" ".join(once)) == once
    assert all(len(word) <= LONGEST_WORD and word.isalnum() for word in once)
    assert set(folded_text([text, text]).split()) == set(once)
