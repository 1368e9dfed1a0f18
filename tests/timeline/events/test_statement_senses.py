"""Verbs of speech in another sense: the sentences of the data file, and who can say something."""

import pytest

from tests.timeline.events.statement_reading import parsed, read
from timeline.events.statement_senses import can_speak, entries

REFUSED = [text for entry in entries() for text in entry["refused"]]
KEPT = [tuple(row) for entry in entries() for row in entry["kept"]]


@pytest.mark.parametrize("text", REFUSED)
def test_another_sense_says_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "cue"), KEPT)
def test_the_same_verb_says_something(text: str, cue: str) -> None:
    assert cue in [r.cue for r in read(text)]


@pytest.mark.parametrize(
    ("text", "able"),
    [
        ("The builders demanded more pay.", True),
        ("A chemist reported the leak.", True),
        ("Half of them called for a vote.", True),
        ("The ministry announced the plan.", True),
        ("Orlan announced the plan.", True),
        ("The report highlights the risk.", True),
        ("The weather promises to be fine.", False),
        ("The victory underscored the trend.", False),
        ("This reveals a gap.", False),
    ],
)
def test_only_people_bodies_and_documents_can_speak(text: str, able: bool) -> None:
    [subject] = [w for w in parsed(text).words if w.dep == "nsubj" and w.head.dep == "ROOT"]
    assert can_speak(subject) is able


@pytest.mark.parametrize(
    "text",
    [
        "Weiss called them to offer help.",
        "The doctor referred Weiss to a clinic.",
        "Brandt speaks, of course, three languages.",
        "The speech came as some deputies left the hall.",
    ],
)
def test_a_verb_with_another_complement_says_nothing(text: str) -> None:
    assert read(text) == []


def test_a_warning_that_something_is_so_asserts_it() -> None:
    assert [str(r.said.stance) for r in read("Engineers warned that the dam could burst.")] == ["asserts"]
    assert [str(r.said.stance) for r in read("Engineers warned the town to leave.")] == ["urges"]
