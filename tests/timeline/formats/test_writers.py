"""What holds for every timeline format: golden bytes, the same bytes in any order, nothing at all, and mischief."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden import Golden
from tests.timeline.formats.sample import affair, of_one
from timeline.formats import FORMATS, ExportData

EVERY = pytest.mark.parametrize("name", list(FORMATS))


@EVERY
def test_the_bytes_are_as_before(name: str, golden: Golden) -> None:
    form = FORMATS[name]
    golden(f"affair-{name}{form.suffix}", form.write(affair()))


@EVERY
def test_one_actor_is_written_as_before(name: str, golden: Golden) -> None:
    form = FORMATS[name]
    golden(f"ada-{name}{form.suffix}", form.write(of_one()))


@EVERY
@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(name: str, mixed: random.Random) -> None:
    events = [*affair().events, affair().events[0]]
    mixed.shuffle(events)
    shuffled = ExportData(affair().title, tuple(events))
    assert FORMATS[name].write(shuffled) == FORMATS[name].write(affair())


@EVERY
def test_no_events_make_a_valid_file_too(name: str) -> None:
    written = FORMATS[name].write(ExportData("Nothing", ()))
    assert written == b"" if name == "jsonl" else written


@EVERY
def test_every_citation_is_there_with_outlet_article_hash_and_words(name: str) -> None:
    data = affair(mischief=False)
    written = FORMATS[name].write(data).decode().replace("\r\n ", "")
    for event in data.events:
        for citation in event.citations:
            assert citation.sha256 in written
            assert citation.article_id in written
            assert citation.source in written
            assert citation.evidence.quote.split()[-1] in written


@EVERY
def test_a_format_says_what_it_is(name: str) -> None:
    form = FORMATS[name]
    assert form.name == name
    assert form.suffix.startswith(".")
    assert "/" in form.media_type
    assert form.title
    assert form.opens_in
