"""Texts made to choke the reader end quickly."""

from __future__ import annotations

import time

import pytest

from timeline.language.mentions import noun_phrase
from timeline.language.parse import Word
from timeline.language.pipeline import language, parse
from timeline.model import Span


def test_one_thread_multiplies() -> None:
    from threadpoolctl import threadpool_info

    language()
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}


@pytest.mark.parametrize("text", ['"' * 100_000, "(" * 100_000, "a\n" * 3000])
def test_rows_of_marks_and_short_lines_take_seconds_not_minutes(text: str) -> None:
    language()
    spans = [Span(start, min(start + 5000, len(text))) for start in range(0, len(text), 5000)]
    if "\n" in text:
        spans = [Span(start, start + 1) for start in range(0, len(text), 2)]
    begun = time.process_time()
    list(parse([(text, spans)]))
    assert time.process_time() - begun < 10


def chain(length: int) -> list[Word]:
    """Return "aide of aide of aide ...", each noun under the preposition before it."""
    words = []
    for i in range(length):
        word = Word()
        word.i, word.children, word.lower = i, [], "of" if i % 2 else "aide"
        word.dep = "prep" if i % 2 else "pobj"
        if words:
            words[-1].children.append(word)
        words.append(word)
    return words


def test_a_phrase_without_end_is_cut() -> None:
    words = chain(100_000)
    assert noun_phrase(words[0]) == words[: len(noun_phrase(words[0]))]
    assert 100 <= len(noun_phrase(words[0])) < 110
    assert noun_phrase(words[-30]) == words[-30:]
