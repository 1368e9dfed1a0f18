from __future__ import annotations

from typing import Any

import pytest

from tests.timeline.events.statement_reading import read
from timeline.events.statement_lexicon import Frame, entries, lexicon

EXAMPLES = [example for entry in entries() for example in entry.get("examples", ())]
REFUSED = [text for entry in entries() for text in entry["refused"]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"])
def test_every_example_of_the_lexicon_reads_as_it_says(example: dict[str, Any]) -> None:
    expected = (example["speaker"], example["cue"], example["content"])
    found = {(said.speaker, said.cue, tuple(said.content)): said for said in read(example["text"])}
    assert (*expected[:2], tuple(expected[2])) in found
    if "channel" in example:
        assert found[(*expected[:2], tuple(expected[2]))].channel == example["channel"]


@pytest.mark.parametrize("text", REFUSED)
def test_a_refused_text_yields_no_statement(text: str) -> None:
    assert read(text) == []


def test_every_class_has_an_example() -> None:
    assert [entry["lemmas"] for entry in entries() if not entry.get("examples")] == []


def test_a_lemma_of_several_classes_keeps_them_all() -> None:
    frames = {frame for of in lexicon().verbs["call"] for frame in of.frames}
    prepositions = {p for of in lexicon().verbs["call"] for p in of.prepositions}
    assert Frame.WHOLE in frames
    assert {"for", "on"} <= prepositions
