"""An explanation tells how what `extract` found was found, and what stopped the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import article
from timeline.explaining import Explanation, ReadSense, explain
from timeline.extract import extract
from timeline.model import Status

TEXT = (
    "Minister Edmund Carrow met Viktor Salnik, the Kestrian ambassador, in September. "
    "He met the deadline set by the press. The meeting took place at the old mill. "
    "Carrow denied that he had called Salnik."
)


def _senses(explanation: Explanation, word: str) -> list[ReadSense]:
    return [sense for sense in explanation.senses if sense.text == word]


def _chain(explanation: Explanation, name: str) -> list[tuple[str, str, str]]:
    (read,) = [read for read in explanation.actors if read.actor.name == name]
    return [(mention.text, mention.form, mention.why) for mention in read.mentions]


def test_it_explains_what_extract_finds(tmp_path: Path) -> None:
    of = article(TEXT)
    assert explain(of).extraction == extract(of)
    assert explain(of, tmp_path) == explain(of, tmp_path) == explain(of)


def test_a_date_comes_with_anchor_rule_and_derivation() -> None:
    (date,) = explain(article("Ada Holm met Ivo Brandt in September.")).dates
    assert (date.expression.text, date.expression.timex_value) == ("September", "2016-09")
    assert (date.expression.anchor, date.expression.rule) == ("published 2017-03-02", "month")
    assert date.derivation == "month named, past tense, published 2017-03-02"


def test_a_chain_tells_how_each_mention_is_known() -> None:
    assert _chain(explain(article(TEXT)), "Edmund Carrow") == [
        ("Edmund Carrow", "name", "the full name"),
        ("He", "pronoun", "the likeliest before it that agrees (“Carrow”)"),
        ("Carrow", "name", "the surname of a full name"),
        ("he", "pronoun", "who spoke last"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("Ivo Brandt, the ambassador, ate.", "Ivo Brandt", ("ambassador", "role", "the name stands beside it")),
        (
            "Ambassador Ivo Brandt ate. The ambassador slept.",
            "Ivo Brandt",
            ("The ambassador", "role", "the one known here by this role"),
        ),
        ("An aide wept.", "An aide", ("An aide", "role", "nobody known here by name fits")),
        ("“I ate,” Ivo Brandt said.", "Ivo Brandt", ("I", "pronoun", "who speaks in the quotation")),
        (
            "Ada Holm saw Ivo Brandt. The two met in May.",
            "Ivo Brandt",
            ("two", "pronoun", "the only two named just before"),
        ),
        (
            "Ada Holm and Ivo Brandt ate. They met in May.",
            "Ada Holm",
            ("They", "pronoun", "those joined by “and” just before"),
        ),
        (
            "In his speech, Ivo Brandt praised the mill.",
            "Ivo Brandt",
            ("his", "pronoun", "the subject behind the phrase that opens the sentence"),
        ),
        (
            "The Harbour Trade Commission sat. The HTC voted. The commission rose.",
            "Harbour Trade Commission",
            ("commission", "role", "the last body of this kind named"),
        ),
    ],
)
def test_each_way_to_know_who_is_meant_is_told(text: str, name: str, mention: tuple[str, str, str]) -> None:
    assert mention in _chain(explain(article(text)), name)


def test_a_plural_names_the_others() -> None:
    explanation = explain(article("Ada Holm and Ivo Brandt ate. They met in May."))
    others = {read.actor.name: read.mentions[-1].others for read in explanation.actors}
    assert others == {"Ada Holm": ("Ivo Brandt",), "Ivo Brandt": ("Ada Holm",)}
    assert _senses(explanation, "met")[0].sides[0] == ("Ada Holm", "Ivo Brandt")


def test_a_sense_tells_its_claim_and_what_decided_its_status() -> None:
    explanation = explain(article(TEXT))
    first, called = _senses(explanation, "met")[0], _senses(explanation, "called")[0]
    assert (first.sides, first.status) == ((("Edmund Carrow",), ("Viktor Salnik",)), Status.ASSERTED)
    assert (called.status, called.why) == (Status.DENIED, "denied")
    known = {claim.id for claim in explanation.extraction.claims}
    assert set(first.claims) | set(called.claims) <= known
    assert first.claims


def test_a_sense_that_tells_nothing_names_the_check_that_stopped_it() -> None:
    explanation = explain(article(TEXT))
    taken, deadline = _senses(explanation, "met")[1], _senses(explanation, "met")[2]
    assert (taken.status, taken.why) == (None, "an earlier sense of the word fits")
    assert (deadline.status, deadline.why) == (None, "guard nothing_met")
    assert deadline.claims == ()


def test_a_noun_that_takes_up_a_contact_says_so() -> None:
    told = "Ada Holm met Ivo Brandt on Friday. The meeting took place at the old mill."
    (meeting,) = _senses(explain(article(told)), "meeting")
    assert (meeting.status, meeting.why) == (Status.ASSERTED, "takes up a contact told before")
    assert meeting.claims


@pytest.mark.parametrize("text", ["", "\n\n", "...", "No one acts here."])
def test_what_holds_nothing_is_explained_as_nothing(text: str) -> None:
    explanation = explain(article(text, key="k"))
    assert (explanation.dates, explanation.senses, explanation.extraction.claims) == ((), (), ())
