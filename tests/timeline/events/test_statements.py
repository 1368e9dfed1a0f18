from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import person
from tests.timeline.events.statement_reading import parsed, read
from timeline.events.statements import Stance, find_statements, statement_of
from timeline.model import Actor

# text, speaker, cue, words said, all quoted, channel
TABLE = [
    ("“The dam is safe,” Brandt said.", "Brandt", "said", ("“The dam is safe,”",), True, None),
    ('"The dam is safe," said Ilse Brandt.', "Ilse Brandt", "said", ('"The dam is safe,"',), True, None),
    ("''The dam is safe,'' she said.", "she", "said", ("''The dam is safe,''",), True, None),
    (
        "“The dam,” he said, “is perfectly safe.”",
        "he",
        "said",
        ("“The dam,”", "“is perfectly safe.”"),
        True,
        None,
    ),
    (
        "“The dam is safe,” Brandt said in a statement. “We checked it. It will hold.”",
        "Brandt",
        "said",
        ("“The dam is safe,”", "“We checked it. It will hold.”"),
        True,
        "a statement",
    ),
    ("Brandt replied: “The dam is safe.”", "Brandt", "replied", ("“The dam is safe.”",), True, None),
    ("“Is it safe?” asked a reporter.", "a reporter", "asked", ("“Is it safe?”",), True, None),
    ("Brandt continued:\n“The dam will hold.”", "Brandt", "continued", ("“The dam will hold.”",), True, None),
    (
        "“The dam will hold,” Brandt said. “We checked it.\n“And we will check it again.”",
        "Brandt",
        "said",
        ("“The dam will hold,”", "“We checked it.", "“And we will check it again.”"),
        True,
        None,
    ),
    ("The ministry said the dam was safe.", "The ministry", "said", ("the dam was safe",), False, None),
    ("The dam was safe, officials said.", "officials", "said", ("The dam was safe",), False, None),
    ("The dam, officials said, was safe.", "officials", "said", ("The dam", "was safe"), False, None),
    ("Brandt said the plan was “a disaster.”", "Brandt", "said", ("the plan was “a disaster.”",), False, None),
    ("The dam is safe, according to the ministry.", "the ministry", "according to", ("The dam is safe",), False, None),
    ("According to the Courier, the dam is safe.", "the Courier", "According to", ("the dam is safe",), False, None),
    (
        "A spokesman told the Courier that the dam was safe.",
        "A spokesman",
        "told",
        ("that the dam was safe",),
        False,
        "the Courier",
    ),
    (
        "The minister accused the mayor of hiding the report.",
        "The minister",
        "accused",
        ("the mayor of hiding the report",),
        False,
        None,
    ),
    (
        "The ministry dismissed the report as a “partisan” attack.",
        "The ministry",
        "dismissed",
        ("the report as a “partisan” attack",),
        False,
        None,
    ),
    ("Brandt wrote on Twitter that she was tired.", "Brandt", "wrote", ("that she was tired",), False, "Twitter"),
    ("The report says the dam is old.", "The report", "says", ("the dam is old",), False, None),
    (
        "Brandt left the room, saying that she was tired.",
        "Brandt",
        "saying",
        ("that she was tired",),
        False,
        None,
    ),
    (
        "The mayor, who told the Courier that the dam was safe, resigned on Monday.",
        "The mayor, who",
        "told",
        ("that the dam was safe",),
        False,
        "the Courier",
    ),
    (
        "Deputies began to call for Brandt to resign.",
        "Deputies",
        "call",
        ("Brandt to resign",),
        False,
        None,
    ),
    ("Brandt writes:\nThe dam will hold.", "Brandt", "writes", ("The dam will hold.",), True, None),
    ("The dam is old, as Weiss noted.", "Weiss", "noted", ("The dam is old",), False, None),
    (
        "“It is old,” and, “It leaks,” Weiss said.",
        "Weiss",
        "said",
        ("“It is old,”", "“It leaks,”"),
        True,
        None,
    ),
    (
        "Her claim that the dam was safe was false.",
        "Her",
        "claim",
        ("that the dam was safe",),
        False,
        None,
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_statement_is_read(row: tuple[str, str, str, tuple[str, ...], bool, str | None]) -> None:
    text, *expected = row
    assert expected in [[r.speaker, r.cue, r.content, r.direct, r.channel] for r in read(text)]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“To a point,” Brandt said.", None),
        ("Brandt asks at the school, “Any questions?”", None),
        ("Brandt tells the story of her life and recites the line: “The dam is safe.”", None),
        ("Brandt told the Courier in a written statement, “The dam is safe.”", "a written statement"),
        ("Brandt says in a statement that the dam is safe.", "a statement"),
    ],
)
def test_the_channel_is_none_of_the_words_said_and_says_nothing_itself(text: str, channel: str | None) -> None:
    assert [r.channel for r in read(text)] == [channel]


def test_both_sayings_of_a_nested_one_are_read() -> None:
    found = {r.cue: (r.speaker, r.content) for r in read("Brandt told the Courier that Weiss said the dam was safe.")}
    assert found == {
        "told": ("Brandt", ("that Weiss said the dam was safe",)),
        "said": ("Weiss", ("the dam was safe",)),
    }


def test_an_aide_behind_an_object_says_what_follows() -> None:
    text = "The Courier broke the news and an aide to Brandt, Otto Weiss, confirmed that the two had met."
    assert [(r.speaker, r.cue) for r in read(text)] == [("Otto Weiss", "confirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "Brandt hopes that the dam will hold.",
        "The mayor wants to rebuild the bridge.",
        "Weiss believed that the dam was safe.",
        "The deputies met on Tuesday in the town hall.",
    ],
)
def test_a_thought_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_the_words_of_a_quotation_hold_no_statements_of_their_own() -> None:
    assert [r.cue for r in read("“They say that the dam is old,” Brandt said.")] == ["said"]


@pytest.mark.parametrize(
    ("text", "stance", "negated"),
    [
        ("Brandt denied that she had met the envoy.", Stance.DENIES, False),
        ("Brandt confirmed that she had met the envoy.", Stance.CONFIRMS, False),
        ("Brandt rejected the report.", Stance.DISPUTES, False),
        ("Brandt did not say that she had met the envoy.", Stance.ASSERTS, True),
    ],
)
def test_a_cue_says_what_it_does_to_the_words(text: str, stance: Stance, negated: bool) -> None:
    [said] = [r.said for r in read(text)]
    assert (said.stance, said.negated) == (stance, negated)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("“I never met the envoy to discuss the treaty,” Brandt said.", "to discuss the treaty"),
        ("Brandt denied meeting the envoy to discuss the treaty.", "to discuss the treaty"),
        ("Brandt denied having met the envoy as a minister.", "as a minister"),
        ("Brandt denied any contact with the envoy about the treaty.", "about the treaty"),
        ("Brandt denied taking money from the fund to pay her debts.", "to pay her debts"),
        ("Brandt said that she had no talks with the envoy about the treaty.", "about the treaty"),
        ("Brandt said that she did not pay Weiss for the letters.", "for the letters"),
        # Why or how long it was not, what is not wanted, known, possible or to come, and what stands in another clause
        # limit no denial; nor does what a denied noun is about.
        ("Brandt said that she had not met the envoy on the advice of her doctor.", None),
        ("Brandt said that the dam had not held for two weeks.", None),
        ("“I do not want to leave,” Brandt said.", None),
        ("Brandt said that she had not had much time to think about the dam.", None),
        ("Brandt said that she had not thought about the dam.", None),
        ("Brandt said that she could not deliver on her promises.", None),
        ("“I will not be voting for Weiss,” Brandt said.", None),
        ("Brandt complained about not getting enough credit for the dam.", None),
        ("Brandt denied lying about the dam.", None),
        ("Brandt denied the report on the dam.", None),
        ("Brandt said the dam was safe because nobody had not heard about the treaty.", None),
    ],
)
def test_only_a_denial_has_a_scope(text: str, scope: str | None) -> None:
    [reading] = read(text)
    assert (reading.said.scope.of(text) if reading.said.scope else None) == scope


def test_a_statement_has_the_actor_its_words_and_its_channel() -> None:
    text = "She told the Courier that the dam was safe."
    [said] = find_statements(parsed(text))
    statement = statement_of(said, person("Ilse Brandt"), text)
    assert statement.speaker == Actor(person("Ilse Brandt").id, "Ilse Brandt")
    assert statement.words == "that the dam was safe"
    assert statement.channel == "the Courier"
    assert statement.cue.text == "told"


_WORDS = (
    "Brandt|he|said|told|the Courier|that|asked|whether|the dam is safe|according to|her claim|of|did not|called|who"
)
_MARKS = ["“", "”", '"', "''", "'", ",", ".", ":", "?", "—", "(", ")", "\n"]
_PIECES = st.sampled_from([*_WORDS.split("|"), *_MARKS])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(_PIECES, max_size=25).map(" ".join), st.text(max_size=80)))
def test_any_text_gives_spans_inside_it_that_leave_out_the_cue(text: str) -> None:
    for reading in read(text):
        said = reading.said
        assert said.content
        assert list(said.content) == sorted(said.content)
        for span in said.content:
            assert span.end <= len(text)
            assert not span.overlaps(said.cue_span)
        for one, other in pairwise(said.content):
            assert not one.overlaps(other)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Brandt said that the memo was false, an acknowledgment that the dam was old.", "that the memo was false"),
        ("Brandt maintained that she complied, claims that the report could not corroborate.", "that she complied"),
    ],
)
def test_what_the_article_calls_the_words_is_no_part_of_them(text: str, said: str) -> None:
    found = {r.cue: r.content for r in read(text)}
    assert next(iter(found.values())) == (said,)
    assert "claims" not in found


@pytest.mark.parametrize("text", ["Brandt lives within hailing distance of Weiss.", "Brandt was assured of winning."])
def test_an_idiom_says_nothing(text: str) -> None:
    assert read(text) == []
