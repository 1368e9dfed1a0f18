"""An explanation tells how what `extract` found was found, and what stopped the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import article
from timeline.events.status_words import Verdict
from timeline.events.tracing import Check, Trace
from timeline.explaining import Explanation, ReadSense, explain
from timeline.extract import extract
from timeline.model import Article, Status

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
        ("Michael Lund ate. Mike Lund slept.", "Michael Lund", ("Mike Lund", "name", "short for the full name")),
        ("Ivo Brandt ate. Brandt slept.", "Ivo Brandt", ("Brandt", "name", "the surname of a full name")),
        ("Tarn ate. Ivo Brandt slept.", "Tarn", ("Tarn", "name", "the only name given here")),
        (
            "Ivo Brandt ate. Karl Brandt slept. Brandt wept.",
            "Karl Brandt",
            ("Brandt", "name", "the surname of several, and this one fits best"),
        ),
        (
            "Ivo Brandt ate. Karl Brandt slept. Mr. Brandt wept.",
            "Brandt",
            ("Brandt", "name", "a name that others bear, and none of them fits for sure"),
        ),
        (
            "The Harbour Trade Commission sat. The HTC voted.",
            "Harbour Trade Commission",
            ("HTC", "name", "short for a name given in full"),
        ),
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


def test_a_sense_tells_what_its_word_came_to_in_the_end() -> None:
    taken_back = explain(article("The Courier wrote that Ada Holm met Ivo Brandt. In fact they never met."))
    assert _senses(taken_back, "met")[0].status is Status.DENIED
    ahead = explain(article("Ada Holm meets Ivo Brandt on 9 March 2017."))
    first = _senses(ahead, "meets")[0]
    assert (first.status, first.why) == (Status.PLANNED, "its date lies ahead; else asserted: told as a fact")


def test_a_noun_with_a_day_of_its_own_is_no_contact_told_before() -> None:
    text = "Ada Holm met with Ivo Brandt on May 3, 2016. He attended the meeting on June 8, 2016."
    (meeting,) = _senses(explain(article(text)), "meeting")
    assert (meeting.status, meeting.why) == (None, "has a day of its own, which what it takes up has not")


@pytest.mark.parametrize(
    ("text", "word", "rule", "why"),
    [
        ("Ada Holm said nothing.", "said", "say: clause, quote", "no words stand with it as what is said"),
        ("Her report was short.", "report", "noun of speech", "no words stand with it as what is said"),
        (
            "“He told us that it leaks,” Ada Holm said.",
            "told",
            "",
            "it stands in a quotation, whose words are another's",
        ),
        ("Ada Holm came within hailing distance.", "hailing", "", "nothing is said by it here"),
        ("Ada Holm announced these.", "announced", "declare:", "what is said has no word of its own"),
        ("Ada Holm reads the paper.", "reads", "", "only documents say so, and its subject is none"),
        ("It was never said that it leaked.", "said", "", "nobody says it, and it is denied (was never said)"),
        (
            "Ada Holm called to congratulate Ivo Brandt on the launch.",
            "called",
            "call:",
            "tells of a call or a talk, and so of no statement",
        ),
    ],
)
def test_a_word_of_speech_that_tells_no_statement_names_what_stopped_it(
    text: str, word: str, rule: str, why: str
) -> None:
    (cue,) = [cue for cue in explain(article(text)).cues if cue.text == word]
    assert (cue.status, cue.why, cue.claims) == (None, why, ())
    assert cue.rule.startswith(rule)


def test_a_word_of_speech_leads_to_its_statement() -> None:
    explanation = explain(article("Ada Holm refused to say that the dam was safe."))
    (cue,), (claim,) = explanation.cues, explanation.extraction.claims
    assert (cue.text, cue.rule, cue.status, cue.why) == ("say", "say:clause", Status.DENIED, "refused ... to say")
    assert cue.claims == (claim.id,)


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("They left.", "They", "no two joined by “and”, and no such pair, just before"),
        ("He left.", "He", "nobody near before it fits, or several fit alike"),
        ("We left.", "We", "outside a quotation it means nobody known"),
        ("“We left,” said one.", "We", "no known speaker of the quotation"),
        ("“They left,” Ada Holm said.", "They", "in a quotation it is left open"),
        ("You know.", "You", "nobody is addressed by name beside it"),
    ],
)
def test_a_pronoun_that_means_nobody_says_what_it_lacks(text: str, word: str, why: str) -> None:
    assert [(one.text, one.why) for one in explain(article(text)).unknown] == [(word, why)]


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("Ada Holm spoke on Fox News Sunday.", "Sunday", "part of a name that dates nothing"),
        ("Her aunt June wept.", "June", "no month here, by what it is written and stands with"),
        ("They lived in room 2014.", "2014", "no year here, by what it is written and stands with"),
        ("She lost the attacks.", "attacks", "no period is known by these words"),
        ("It was a long night.", "night", "no rule makes a date of it here"),
        ("She may go.", "", ""),
        ("It cost 100,000 crowns.", "", ""),
    ],
)
def test_a_word_of_the_calendar_that_dates_nothing_says_why(text: str, word: str, why: str) -> None:
    assert [(one.text, one.why) for one in explain(article(text)).undated] == ([(word, why)] if word else [])


def test_a_noun_that_takes_up_a_contact_says_so() -> None:
    told = "Ada Holm met Ivo Brandt on Friday. The meeting took place at the old mill."
    (meeting,) = _senses(explain(article(told)), "meeting")
    assert (meeting.status, meeting.why) == (Status.ASSERTED, "takes up a contact told before")
    assert meeting.claims


def _checks(explanation: Explanation) -> list[dict[str, str]]:
    return [{check.name: check.found for check in read.checks} for read in explanation.claims]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Holm said that the dam was safe.", "asserted: told as said"),
        ("Ada Holm did not say that the dam was safe.", "denied: did not say"),
        ("Nobody said that the dam was safe. Ada Holm ate.", "denied: Nobody said"),
        ("Ada Holm refused to say that the dam was safe.", "denied: refused ... to say"),
        ("Ada Holm will say that the dam is safe.", "planned: will say"),
        ("If Ada Holm says that the dam is safe, we go.", "hypothetical: If says"),
        ("Did Ada Holm say that the dam was safe?", "hypothetical: a question"),
        ("Ada Holm made no claim that the dam was safe.", "denied: no claim"),
        ("At no time has Ada Holm said that the dam was safe.", "denied: has Ada Holm said"),
        ("Suppose Ada Holm said that the dam was safe.", "hypothetical: suppose"),
    ],
)
def test_a_statement_tells_what_decided_its_status(text: str, status: str) -> None:
    assert {"status": status} in _checks(explain(article(text)))


def test_a_contact_tells_its_words_sides_and_why_they_are_of_one_occasion() -> None:
    text = "Ada Holm met Ivo Brandt on Monday. She was late. The meeting took place at the mill, and he wept."
    first, *_ = _checks(explain(article(text)))
    assert first["“met”"] == "contacts.verb.meet, Ada Holm | Ivo Brandt; asserted: told as a fact"
    assert first["“meeting”"].startswith("contacts.verb.meet, Ada Holm | Ivo Brandt; asserted: ")
    assert first["one occasion"] == "“meeting” takes up what was told before"


def test_tellings_with_the_same_people_are_joined_by_their_dates() -> None:
    text = "Ada Holm met Ivo Brandt on Monday. Brandt and Holm met at the mill on Monday."
    first, *_ = _checks(explain(article(text)))
    assert first["one occasion"] == "“met” has the same people, a type that fits, agreeing date 2017-02-27"


def test_a_side_tells_how_a_pronoun_is_known() -> None:
    first, *_ = _checks(explain(article("Ada Holm ate. She met Ivo Brandt.")))
    assert "Ada Holm (“She”: the likeliest before it that agrees (“Holm”)) | Ivo Brandt" in first["“met”"]


def test_a_status_that_a_date_overrules_says_so() -> None:
    first, *_ = _checks(explain(article("Ada Holm meets Ivo Brandt on 9 March 2017.")))
    assert first["“meets”"].endswith("planned: its date lies ahead; else asserted: told as a fact")


def test_a_deed_tells_its_status_and_what_came_over_it() -> None:
    assert _checks(explain(article("Ada Holm resigned on Monday.")))[0] == {"status": "asserted: told as a fact"}
    assert _checks(explain(article("Ada Holm allegedly resigned on Monday.")))[0] == {"status": "alleged: allegedly"}
    trace = Trace()
    trace.status("c", Verdict(Status.ASSERTED, "told as a fact"), Status.ALLEGED)
    assert trace.checks["c"] == [Check("status", "alleged: told as claimed; else asserted: told as a fact")]


def test_a_claim_and_its_expression_lead_to_each_other() -> None:
    explanation = explain(article("Ada Holm met Ivo Brandt in September."))
    (read,), (date,) = explanation.claims, explanation.dates
    assert read.dated_by == date
    assert date.claims == (read.claim.id,)


def test_a_claim_without_a_date_names_the_expressions_that_are_not_its_own() -> None:
    explanation = explain(article("Ada Holm met Ivo Brandt, who discussed the 2016 election."))
    left = ("2016", "belongs to something else")
    assert [(read.claim.date, read.left) for read in explanation.claims] == [(None, (left,))]
    assert explanation.dates[0].claims == ()


def test_an_expression_that_means_no_known_day_is_said_to_mean_none() -> None:
    undated = Article("sample", "Ada Holm met Ivo Brandt last week.")
    (read,) = explain(undated).claims
    assert read.left == (("last week", "means no day that is known"),)


def test_a_date_after_publication_of_what_is_told_as_done_is_said_to_be_refused() -> None:
    (read,) = explain(article("Ada Holm met Ivo Brandt on 9 June 2017.")).claims
    assert read.claim.date is None
    assert read.left == (("9 June 2017", "lies after publication, and this is told as done"),)


def test_a_statement_tells_how_its_speaker_is_known() -> None:
    read = explain(article("Ada Holm ate. She said that the dam was safe.")).claims[-1]
    assert read.speaker is not None
    assert (read.speaker.text, read.speaker.form) == ("She", "pronoun")


def test_extraction_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Trace, "_note", lambda *_: pytest.fail("a check was noted"))
    assert extract(article(TEXT)).claims


@pytest.mark.parametrize("text", ["", "\n\n", "...", "No one acts here."])
def test_what_holds_nothing_is_explained_as_nothing(text: str) -> None:
    explanation = explain(article(text, key="k"))
    assert (explanation.dates, explanation.senses, explanation.extraction.claims) == ((), (), ())
