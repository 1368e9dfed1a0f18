"""What contacts are read from a few sentences: type, status and date, whole sentences in, a line each."""

from datetime import date

import pytest

from timeline.extract import extract
from timeline.model import CONTACT_TYPES, Article, Claim, ClaimType, Found, Publication

#: A Thursday.
_PUBLISHED = Publication(date(2017, 1, 12), Found.GIVEN, "2017-01-12")


def _claims(text: str) -> tuple[Claim, ...]:
    return extract(Article("sample", text, published=_PUBLISHED)).claims


def _contacts(text: str) -> list[tuple[str, str, str | None]]:
    found = [c for c in _claims(text) if c.type in CONTACT_TYPES]
    return sorted((c.type.value, c.status.value, c.date.date.edtf if c.date else None) for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg said Thursday that she met Karl Lund in July.", [("meeting", "asserted", "2016-07")]),
        ("Anna Berg met Karl Lund in July, she said Thursday.", [("meeting", "asserted", "2016-07")]),
        (
            "On Nov. 17, ten days after the ministry had ranked the bids, Anna Berg visited Karl Lund.",
            [("meeting", "asserted", "2016-11-17")],
        ),
        (
            "Anna Berg met Karl Lund twice, once in May 2016 and a second time in June 2016.",
            [("meeting", "asserted", "2016-05"), ("meeting", "asserted", "2016-06")],
        ),
        (
            "Anna Berg met Karl Lund in May 2016 and again in June 2016.",
            [("meeting", "asserted", "2016-05"), ("meeting", "asserted", "2016-06")],
        ),
        ("Anna Berg resigned on Monday after a meeting with Karl Lund.", [("meeting", "asserted", "../2017-01-09")]),
        (
            "Anna Berg resigned on Monday, six months after a dinner with Karl Lund.",
            [("meeting", "asserted", "../2017-01-09")],
        ),
        ("Anna Berg spoke on Monday before a meeting with Karl Lund.", [("meeting", "asserted", "2017-01-09/..")]),
        ("Anna Berg will meet Karl Lund on Friday.", [("meeting", "planned", "2017-01-13")]),
        (
            "Olga Stein was asked about the evening of May 4, 2016, when Anna Berg met Karl Lund.",
            [("meeting", "asserted", "2016-05-04")],
        ),
        ("Anna Berg met Karl Lund.", [("meeting", "asserted", None)]),
        (
            "OSLO, Jan. 12 (Harbour Wire) — Anna Berg met Karl Lund in May 2016 and again in June 2016.",
            [("meeting", "asserted", "2016-05"), ("meeting", "asserted", "2016-06")],
        ),
        ("OSLO, Jan. 12 (Harbour Wire) — Anna Berg met Karl Lund.", [("meeting", "asserted", None)]),
        (
            "Anna Berg met Karl Lund on Monday and Olga Stein on Tuesday.",
            [("meeting", "asserted", "2017-01-09"), ("meeting", "asserted", "2017-01-10")],
        ),
        (
            "Anna Berg spoke with Karl Lund by phone on Monday and with Olga Stein in person on Tuesday.",
            [("call", "asserted", "2017-01-09"), ("meeting", "asserted", "2017-01-10")],
        ),
        (
            "Anna Berg had dinner with Karl Lund on Monday and lunch with Olga Stein on Tuesday.",
            [("meeting", "asserted", "2017-01-09"), ("meeting", "asserted", "2017-01-10")],
        ),
        (
            "Anna Berg did not meet Karl Lund in Bonn or Olga Stein in Oslo.",
            [("meeting", "denied", None), ("meeting", "denied", None)],
        ),
        (
            "Anna Berg met with Karl Lund last week, and this week with Olga Stein.",
            [("meeting", "asserted", "2017-01-02/2017-01-08"), ("meeting", "asserted", "2017-01-09/2017-01-12")],
        ),
        (
            "Anna Berg spoke to Karl Lund yesterday and on Friday to Olga Stein.",
            [("meeting", "asserted", "2017-01-06"), ("meeting", "asserted", "2017-01-11")],
        ),
        ("Anna Berg met Karl Lund and Olga Stein on Tuesday.", [("meeting", "asserted", "2017-01-10")]),
        (
            "The panel heard her claim that Anna Berg never met Karl Lund, and his account of a talk with Olga Stein.",
            [("meeting", "asserted", None), ("meeting", "denied", None)],
        ),
        # A date behind an aside is the sentence's, one within it is the aside's.
        ("Anna Berg met Karl Lund, who said that he had paid, on Tuesday.", [("meeting", "asserted", "2017-01-10")]),
        ("Anna Berg met Karl Lund — who owns the port — on Tuesday.", [("meeting", "asserted", "2017-01-10")]),
        ("Anna Berg met Karl Lund, who said he left on Tuesday.", [("meeting", "asserted", None)]),
        ("Anna Berg met Karl Lund, who paid, on Tuesday, a fine.", [("meeting", "asserted", None)]),
        ("Anna Berg met Karl Lund, who resigned on Tuesday.", [("meeting", "asserted", None)]),
        # A letter that is not answered has come.
        (
            "Anna Berg did not reply to Karl Lund's letter of May 3, 2016.",
            [("correspondence", "asserted", "2016-05-03"), ("correspondence", "denied", None)],
        ),
        ("Anna Berg never replied to a letter from Karl Lund.", [("correspondence", "asserted", None)]),
        ("Anna Berg would not reply to a letter from Karl Lund.", [("correspondence", "hypothetical", None)]),
        ("Karl Lund's letter to Anna Berg went unanswered.", [("correspondence", "asserted", None)]),
        ("Karl Lund's call to Anna Berg went unanswered.", [("call", "hypothetical", None)]),
        # Who asked for a meeting takes part only where the text makes him the other.
        ("Anna Berg met Karl Lund at the request of Olga Stein.", [("meeting", "asserted", None)]),
        ("Anna Berg met at the request of Olga Stein.", []),
        # What only tells which thing is meant, and when something was asked for, is no date of the meeting.
        ("Anna Berg discussed the 2016 budget with Karl Lund.", [("meeting", "asserted", None)]),
        ("On Monday the board urged Anna Berg to meet Karl Lund.", [("meeting", "hypothetical", None)]),
    ],
)
def test_a_contact_has_the_date_of_its_own_words(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _contacts(text) == expected


def test_without_a_day_of_publication_nothing_is_counted_from_it() -> None:
    found = extract(Article("sample", "Anna Berg met Karl Lund on Friday.")).claims
    assert [c.date for c in found if c.type in CONTACT_TYPES] == [None]


def test_a_bound_says_so_in_its_derivation() -> None:
    claims = _claims("Anna Berg resigned on Monday after a meeting with Karl Lund.")
    told = [c.date.derivation for c in claims if c.type is ClaimType.MEETING and c.date]
    assert [derivation.rpartition("; ")[2] for derivation in told] == ["told as before it"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg spoke with Karl Lund by telephone.", "call"),
        ("Anna Berg had a phone conversation with Karl Lund.", "call"),
        ("Anna Berg spoke with Karl Lund at the ministry.", "meeting"),
    ],
)
def test_talk_by_telephone_is_a_call(text: str, kind: str) -> None:
    assert [found[0] for found in _contacts(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg denied discussing the lease with Karl Lund.",
        "Anna Berg did not speak about the lease with Karl Lund.",
    ],
)
def test_denying_a_subject_denies_no_contact(text: str) -> None:
    assert _contacts(text) == []


@pytest.mark.parametrize("text", ["Anna Berg called Karl Lund on Monday to settle the price."])
def test_a_call_is_no_statement(text: str) -> None:
    assert [c.type for c in _claims(text) if c.type is ClaimType.STATEMENT] == []


def test_what_was_not_said_is_no_asserted_statement() -> None:
    said = [c for c in _claims("Anna Berg did not say that the port was sold.") if c.type is ClaimType.STATEMENT]
    assert [c.status.value for c in said] == ["denied"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Asked whether he denied the report, Karl Lund left.", "hypothetical"),
        ("Karl Lund denied the report.", "asserted"),
    ],
)
def test_a_saying_in_question_is_not_asserted(text: str, status: str) -> None:
    said = [c for c in _claims(text) if c.statement and c.statement.cue.text == "denied"]
    assert [c.status.value for c in said] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg questioned Karl Lund about the evening of May 4, 2016.",
        "Anna Berg gave Karl Lund until Feb. 10 to reply.",
    ],
)
def test_what_is_asked_about_and_a_term_date_nothing(text: str) -> None:
    assert [c.date for c in _claims(text) if c.type is not ClaimType.STATEMENT and c.date] == []


def test_who_did_not_disclose_it_does_not_vouch_for_it() -> None:
    claims = _claims("Olga Stein did not disclose that Anna Berg met Karl Lund.")
    assert [c.evidence[0].attributed_to for c in claims if c.type in CONTACT_TYPES] == [()]


def test_a_verb_that_the_model_gives_a_wrong_lemma_is_known() -> None:
    assert _contacts("Anna Berg dined with Karl Lund.") == [("meeting", "asserted", None)]


def test_who_is_appointed_to_succeed_succeeds() -> None:
    claims = _claims("Anna Berg appointed Olga Stein to succeed Karl Lund.")
    told = [(c.evidence[0].trigger, {p.actor.name for p in c.participants if p.role == "agent"}) for c in claims]
    assert [agents for trigger, agents in told if trigger and trigger.text == "succeed"] == [{"Olga Stein"}]


def test_who_is_interviewed_in_turn_did_not_meet() -> None:
    claims = _claims("Olga Stein interviewed Anna Berg and Karl Lund.")
    pairs = sorted(sorted(p.actor.name for p in c.participants) for c in claims if c.type in CONTACT_TYPES)
    assert pairs == [["Anna Berg", "Olga Stein"], ["Karl Lund", "Olga Stein"]]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg told Karl Lund of the Daily Courier that the port was sold.",
        "Anna Berg told the Daily Courier's Karl Lund that the port was sold.",
        "In an interview with the radio host Karl Lund, Anna Berg spoke of the port.",
        "In an interview with Harbour Online, Anna Berg spoke of the port.",
        "Anna Berg told Karl Lund in a televised debate that the port was sold.",
        'The harbour lobby called Karl Lund, among other things, "a bore".',
        "Anna Berg called Karl Lund by another name.",
        "Anna Berg wrote under the name of Karl Lund.",
        "The Senate passed the bill and sent it to the Ministry of Trade.",
        "Anna Berg spoke of her friendship with Karl Lund.",
        "In an interview with Morning Line hosts Olga Stein and Karl Lund, Anna Berg asked Lund to be fair.",
        "Moderator Karl Lund asked Anna Berg what she knew.",
        "HarbourTV's Karl Lund asked Anna Berg what she knew.",
        "When told Karl Lund was in the cabinet, Anna Berg laughed. Olga Stein saw it.",
        "Anna Berg teamed up with Karl Lund against the mayor.",
    ],
)
def test_words_to_the_press_and_about_somebody_are_no_contact(text: str) -> None:
    assert _contacts(text) == []


def _dated(text: str, kind: ClaimType) -> list[tuple[list[str], str | None]]:
    found = [c for c in _claims(text) if c.type is kind]
    return [([a.name for a in c.actors], c.date.date.edtf if c.date else None) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Following the Harbour Post's report Monday night, deputies began to ask why.", "2017-01-09"),
        ("The Harbour Post broke the story on Monday.", "2017-01-09"),
    ],
)
def test_a_report_has_the_date_beside_it(text: str, expected: str) -> None:
    assert _dated(text, ClaimType.REPORT) == [(["Harbour Post"], expected)]


def test_who_only_begins_the_next_clause_is_not_acted_on() -> None:
    text = "The Harbour Post broke the story and an aide to Berg, Olga Stein, confirmed that she left."
    assert _dated(text, ClaimType.REPORT) == [(["Harbour Post"], None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg denied the visit during her hearing in May 2016.", "2016-05"),
        ("Anna Berg left in May 2016, according to Karl Lund.", None),
        ("Anna Berg left in May 2016, according to a note of Monday.", "2017-01-09"),
    ],
)
def test_a_saying_has_the_date_of_its_own_occasion(text: str, expected: str | None) -> None:
    assert [date for _, date in _dated(text, ClaimType.STATEMENT)] == [expected]


def test_an_answer_is_given_when_and_to_whom_the_question_was_put() -> None:
    text = "On Monday the Harbour Post asked Anna Berg whether she would go.\n\n“I shall stay,” Berg replied."
    answer = next(c for c in _claims(text) if c.statement and c.statement.cue.text == "replied")
    assert answer.statement is not None
    assert answer.date is not None
    assert (answer.date.date.edtf, answer.statement.channel) == ("2017-01-09", "the Harbour Post")


def test_a_name_behind_whose_spokeswoman_she_is_is_hers() -> None:
    text = "A spokeswoman for Berg, Olga Stein, confirmed that Anna Berg had met Karl Lund."
    said = [c for c in _claims(text) if c.statement]
    assert [[a.name for a in c.actors] for c in said] == [["Olga Stein"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 4, 2016, Anna Berg flew to Oslo. There she met Karl Lund.", ["2016-05-04"]),
        # Not from a saying, not into what is reported, or was before.
        ("On May 4, 2016, Anna Berg said no. She met Karl Lund.", [None]),
        ("On May 4, 2016, Anna Berg flew to Oslo. She had met Karl Lund.", [None]),
        ("On May 4, 2016, Anna Berg flew to Oslo. It rained. She met Karl Lund.", [None]),
        ("While she was in Oslo in May 2016, Anna Berg met Karl Lund.", ["2016-05"]),
        ("Anna Berg has already met Karl Lund.", ["../2017-01-12"]),
        ("Anna Berg recently met Karl Lund.", ["../2017-01-12"]),
        # What had been by a day of long ago was before that day, if the sentence before tells a deed of it.
        ("On May 4, 2014, Anna Berg flew to Oslo. She had already met Karl Lund.", ["../2014-05-04"]),
        ("Anna Berg flew to Oslo on May 4, 2014. She had previously met Karl Lund in Bonn.", ["../2014-05-04"]),
        ("On May 4, 2014, Anna Berg flew to Oslo. It rained. She had already met Karl Lund.", ["../2017-01-12"]),
        ("In May 2014, Anna Berg flew to Oslo. She had already met Karl Lund.", ["../2017-01-12"]),
        ("On May 4, 2014, Anna Berg said no. She had already met Karl Lund.", ["../2017-01-12"]),
        ("On May 4, 2014, Anna Berg flew to Oslo. She has already met Karl Lund.", ["../2017-01-12"]),
        ("On Monday, Anna Berg flew to Oslo. She had already met Karl Lund.", ["../2017-01-12"]),
        ("In a letter to Karl Lund dated May 4, 2016, Anna Berg asked for help.", ["2016-05-04"]),
        ("Anna Berg will meet Karl Lund. The meeting took place on Monday.", ["2017-01-09", None]),
        (
            "Anna Berg met Karl Lund in Oslo. The meetings took place on May 4 and May 9, 2016.",
            ["2016-05-04", "2016-05-09"],
        ),
        ("Anna Berg called for talks with Karl Lund. The talks began on Monday.", [None]),
        # What hangs on a dated occasion is of its day, or after or before it.
        (
            "In an email dated May 4, 2016, Anna Berg told Karl Lund that the port was lost.",
            ["2016-05-04"],
        ),
        ("Anna Berg asked for help in a May 2016 email to Karl Lund.", ["2016-05"]),
        ("Olga Stein recalled the May 2016 visit in which Anna Berg and Karl Lund discussed the port.", ["2016-05"]),
        ("The talks moved on Sunday to Bonn, where Anna Berg met with Karl Lund.", ["2017-01-08"]),
        ("On Sunday Anna Berg recounted a meeting with Karl Lund.", [None]),
        ("Anna Berg flew to Bonn on May 4, 2016. She met Karl Lund.", ["2016-05-04"]),
        ("Anna Berg flew to Bonn on May 4, 2016. On one occasion, she met Karl Lund.", [None]),
        # The day of a plan is not that of what took place, nor is one behind a semicolon.
        (
            "The meeting of Anna Berg with Karl Lund, planned for May 3, 2016, took place on June 7, 2016.",
            ["2016-06-07"],
        ),
        ("In 2009, Anna Berg wrote a book about the mill; she met Karl Lund later.", [None]),
        ("In May 2016, Anna Berg met Karl Lund; the mill was sold in June.", ["2016-05"]),
        ("On Sunday the mayor praised Bonn, where Anna Berg met with Karl Lund.", [None]),
        ("Anna Berg met Karl Lund after the May 4, 2016 release of the report.", ["2016-05-04/.."]),
        ("Anna Berg met Karl Lund shortly after the May 4, 2016 release of the report.", ["2016-05-04~"]),
        ("Anna Berg met Karl Lund hours after the May 4, 2016 vote.", ["2016-05-04~"]),
        ("Anna Berg met Karl Lund before the May 4, 2016 vote.", ["../2016-05-04"]),
        ("Anna Berg met Karl Lund in April or early May 2016.", ["2016-04/2016-05"]),
        # What something was done at, was, whatever day the words seem to name.
        ("At a dinner with Karl Lund on May 4, 2018, Anna Berg laughed.", [None]),
        # One stands before a body, and not ahead of it.
        ("Anna Berg will testify before the Harbour Committee on Feb. 21.", ["2017-02-21"]),
        ("Anna Berg testified before the Senate Harbour Committee on May 4, 2016.", ["2016-05-04"]),
        # What looks back is not of the day of the sentence before.
        ("On May 4, 2016, Anna Berg signed the lease. As a student she met Karl Lund.", [None]),
        ("On May 4, 2016, Anna Berg signed the lease. During her tenure she met Karl Lund.", [None]),
        ("On May 4, 2016, Anna Berg signed the lease. At a dinner months later she met Karl Lund.", [None]),
        ("On May 4, 2016, Anna Berg signed the lease. She once met Karl Lund.", [None]),
        ("On May 4, 2016, Olga Stein died. Anna Berg met Karl Lund in the war.", [None]),
        # When it was talked about is not when it was.
        ("Anna Berg testified on May 4, 2016, about her meeting with Karl Lund.", [None]),
        ("On May 4, 2016, it emerged that Anna Berg had met Karl Lund.", [None]),
        # An hour is of no day by itself.
        ("Anna Berg met Karl Lund at noon.", [None]),
        ("Anna Berg met Karl Lund at noon on Monday.", ["2017-01-09"]),
        # When it was called off is not when it was to be.
        ("Anna Berg's meeting with Karl Lund was cancelled on Tuesday.", [None]),
        (
            "The meeting between Anna Berg and Karl Lund that was planned for Friday was cancelled on Tuesday.",
            ["2017-01-06/2017-01-13"],
        ),
        # Who was scheduled for a day was to do it then; what was only planned on a day came about on another.
        (
            "On May 4, 2016, Anna Berg was scheduled to meet Karl Lund. At the meeting, Berg declined to answer.",
            ["2016-05-04", "2016-05-04"],
        ),
        ("On May 4, 2016, Anna Berg agreed to meet Karl Lund. Later Berg met Karl Lund.", [None, None]),
        (
            "On May 4, 2016, Anna Berg planned to meet Karl Lund. At the meeting, Berg declined to answer.",
            [None, None],
        ),
        (
            "On May 4, 2016, Anna Berg arranged a meeting with Karl Lund. At the meeting, Berg declined to answer.",
            [None, None],
        ),
        (
            "On May 4, 2016, Anna Berg agreed to meet Karl Lund and flew to Bonn. There Berg met Karl Lund.",
            ["2016-05-04", None],
        ),
        (
            "On May 4, 2016, Anna Berg asked to speak with Karl Lund. At that meeting, Berg told Lund of the deal.",
            ["2016-05-04", None],
        ),
        # A list of dates is of as many occasions.
        ("Anna Berg met Karl Lund on May 4 and June 9, 2016.", ["2016-05-04", "2016-06-09"]),
        ("Anna Berg met Karl Lund in 2012, 2014 and 2015.", ["2012", "2014", "2015"]),
        ("Anna Berg met Karl Lund in May or July 2016.", ["2016-05/2016-07"]),
        # When something became known is not when it was, but it was before.
        ("Anna Berg's letter to Karl Lund was leaked on Monday.", [None]),
        ("Anna Berg did not disclose a meeting with Karl Lund before May 4, 2016.", ["../2016-05-04"]),
        ("Anna Berg's letter to Karl Lund, dated May 4, 2016, was leaked on Monday.", ["2016-05-04"]),
        ("Immediately after seeing Olga Stein on May 4, 2016, Anna Berg called Karl Lund.", ["2016-05-04~"]),
        # What goes on from an occasion of some hours is of about that day; said at the end, it tells only the order.
        (
            "On May 4, 2016, Anna Berg called Karl Lund. It was late. After the call, Berg met Olga Stein.",
            ["2016-05-04", "2016-05-04~"],
        ),
        (
            "On May 4, 2016, Anna Berg called Karl Lund. It was late. Berg met Olga Stein after the call.",
            ["2016-05-04", "2016-05-04/.."],
        ),
        (
            "On May 4, 2016, Anna Berg wrote to Karl Lund. It was late. After the letter, Berg met Olga Stein.",
            ["2016-05-04", "2016-05-04/.."],
        ),
        # Days that follow one another are told as their days.
        ("Anna Berg met Karl Lund on May 4 and 5, 2016.", ["2016-05-04/2016-05-05"]),
        ("Anna Berg held talks with Karl Lund on Dec. 4 and 5.", ["2016-12-04/2016-12-05"]),
        ("Anna Berg met Karl Lund on May 4, 5 and 9, 2016.", ["2016-05-04/2016-05-05", "2016-05-09"]),
        # When it was not.
        ("Anna Berg met Karl Lund not on May 3, 2016, but on June 7, 2016.", ["2016-06-07"]),
        ("Anna Berg met Karl Lund in June rather than in May.", ["2016-06"]),
        ("Anna Berg did not meet Karl Lund on May 3, 2016 but on June 7, 2016.", ["2016-06-07"]),
        ("Anna Berg met Karl Lund for the first time since 1976.", [None]),
        ("Anna Berg visited Karl Lund in Oslo, her only trip there since May 2016.", [None]),
        ("Anna Berg has met Karl Lund several times, at least twice since May 2016.", ["2016-05-01/.."]),
        ("Anna Berg met Karl Lund, as she did last year.", [None]),
        ("Anna Berg met Karl Lund, as she was leaving Oslo in May 2016.", ["2016-05"]),
        # Since when somebody is what he is; over what time, and over what they talked.
        ("Anna Berg, in power since 1994, met Karl Lund.", [None]),
        ("In exile since 1994, Anna Berg met Karl Lund.", [None]),
        ("Anna Berg has met Karl Lund twice since 2014.", ["2014-01-01/.."]),
        ("Anna Berg met Karl Lund over the weekend.", ["2017-01-07/2017-01-08"]),
        ("Anna Berg met Karl Lund over Christmas.", [None]),
        ("Anna Berg met Karl Lund sometime in the week of May 9, 2016.", ["2016-05-09/2016-05-15"]),
        ("Anna Berg met Karl Lund between 9 and 12 May 2016.", ["2016-05-09/2016-05-12"]),
        ("Anna Berg met Karl Lund on 9-12 May 2016.", ["2016-05-09/2016-05-12"]),
        ("Anna Berg spoke with Karl Lund over the summer of 2014.", ["2014-06/2014-08"]),
        ("Anna Berg talked with Karl Lund over the May 4 vote.", [None]),
        ("Anna Berg met Karl Lund in the winter of 1991-92.", ["1991-12/1992-02"]),
        ("Anna Berg met Karl Lund in 1991-92.", ["1991/1992"]),
        # What is told behind a comma of who is meant, and what another did.
        ("Anna Berg, a speaker at the 2014 Harbour Congress, met Karl Lund.", [None]),
        ("Anna Berg met Karl Lund, the party's nominee in 2008.", [None]),
        ("Anna Berg resigned on Monday, and Olga Stein met Karl Lund.", [None]),
        ("Anna Berg resigned on Monday and met Karl Lund.", ["2017-01-09"]),
        ("On Monday Anna Berg resigned, and Olga Stein met Karl Lund.", ["2017-01-09"]),
    ],
)
def test_a_date_told_beside_a_contact_is_its_date(text: str, expected: list[str | None]) -> None:
    assert [date for _, _, date in _contacts(text)] == expected


def test_a_contact_that_was_planned_and_took_place_is_told_as_both() -> None:
    found = _contacts("Anna Berg agreed to meet Karl Lund in Oslo. The meeting took place on May 4, 2016.")
    assert [(status, date) for _, status, date in found] == [("asserted", "2016-05-04"), ("planned", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg met Karl Lund in Oslo on May 4, 2016.", [("2016-05-04", "Oslo")]),
        (
            "Anna Berg met Karl Lund twice, once at an Oslo Institute event in May 2016 and again in June 2016.",
            [("2016-05", "an Oslo Institute event"), ("2016-06", None)],
        ),
    ],
)
def test_a_place_is_that_of_its_own_occasion(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [c for c in _claims(text) if c.type in CONTACT_TYPES]
    assert sorted((c.date.date.edtf, c.place) for c in found if c.date) == expected


def test_a_noun_that_takes_up_a_contact_is_evidence_for_it() -> None:
    text = (
        "Anna Berg met Karl Lund twice, once in May 2016 and a second time in June 2016. "
        "Aides said that Berg held the June meeting in her office."
    )
    june = next(c for c in _claims(text) if c.type in CONTACT_TYPES and c.date and c.date.date.edtf == "2016-06")
    assert [e.trigger.text for e in june.evidence if e.trigger] == ["met", "meeting"]
    assert june.evidence[-1].attributed_to == ("Aides",)


def _who(text: str) -> list[tuple[str, str, list[str]]]:
    found = [c for c in _claims(text) if c.type in CONTACT_TYPES]
    return sorted((c.type.value, c.status.value, sorted(a.name for a in c.actors)) for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg praised Karl Lund. The two met in Oslo.", [("meeting", "asserted", ["Anna Berg", "Karl Lund"])]),
        ("Anna Berg praised Karl Lund. They spoke by phone.", [("call", "asserted", ["Anna Berg", "Karl Lund"])]),
        ("Anna Berg, Olga Stein and Karl Lund came. The two met in Oslo.", []),
        (
            "Anna Berg met with Lund and Sen. Olga Stein. Karl Lund was late.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund", "Olga Stein"])],
        ),
        (
            "Anna Berg met Chief of Staff Karl Lund and President-Elect Olga Stein.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund", "Olga Stein"])],
        ),
        (
            "The dinner attended by Anna Berg and Karl Lund was short.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "In a call on Monday, Anna Berg offered Karl Lund the post.",
            [("call", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ("Anna Berg has a letter from Karl Lund.", [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])]),
        # What nobody in particular did, and what would have to be a person.
        (
            "If a search is made of a person who wrote to Anna Berg, she will object.",
            [("correspondence", "hypothetical", ["Anna Berg", "a person"])],
        ),
        ("Anna Berg hosted a reception at the City Library of Karl Lund.", []),
        # Who is left out, and what somebody went for and came to nothing.
        (
            "Anna Berg, but not her husband Paul Berg, met Karl Lund.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg met Karl Lund and not, as reported, Olga Stein.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg met with Karl Lund rather than with Olga Stein.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg flew to Bonn for a meeting with Karl Lund, but he did not turn up.",
            [("meeting", "hypothetical", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg was on her way to a meeting with Karl Lund when she was shot.",
            [("meeting", "hypothetical", ["Anna Berg", "Karl Lund"])],
        ),
        # A phrase right behind its noun, though it hangs on the verb.
        (
            "Anna Berg criticised the minister and his aides in an email to Karl Lund.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg thanked the voters in a letter last week to Karl Lund.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ("Anna Berg showed his letter to Karl Lund.", []),
        ("Anna Berg read of the sale of the ships in a letter to Karl Lund.", []),
        ("Talks resumed between Anna Berg and Karl Lund.", [("meeting", "asserted", ["Anna Berg", "Karl Lund"])]),
        ("An exchange broke out between Anna Berg and Karl Lund on the stage.", []),
        ("Talks with the bank began between flights of Anna Berg and Karl Lund.", []),
        (
            "Anna Berg and Karl Lund held a third round of talks in Vienna.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ("Anna Berg and Karl Lund gave a series of talks.", []),
        # Who only tells of two others' meeting, one of whom is not known here.
        ("Olga Stein attended the meeting between Karl Lund and the bank.", []),
        # Who is added behind a comma.
        (
            "Anna Berg received Karl Lund, along with his brother Olaf Lund.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund", "Olaf Lund"])],
        ),
        ("Anna Berg received a prize, along with Karl Lund.", []),
        (
            "Anna Berg spent the early afternoon playing golf with Karl Lund.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ("Anna Berg has advised Karl Lund for years.", []),
        ("Anna Berg addressed the response of Karl Lund to the mayor.", []),
        # Whom somebody thanks or blames did it, not who thanks.
        (
            "Olga Stein thanked Anna Berg for calling Karl Lund.",
            [("call", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Olga Stein accused Anna Berg of meeting Karl Lund in secret.",
            [("meeting", "alleged", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg apologized to Olga Stein for meeting Karl Lund.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Hugo Alt suspected Lidia Marek of meeting Tobias Kern.",
            [("meeting", "alleged", ["Lidia Marek", "Tobias Kern"])],
        ),
        (
            "Olga Stein blamed Anna Berg for a meeting with Karl Lund.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ("Olga Stein thanked Anna Berg for the meeting with Karl Lund.", []),
        # Who is addressed, what two chambers are of, who they are, what is talked about, and who made it known.
        (
            '"HOST: Senator Berg, on the night of the vote, you sent an email to Karl Lund."',
            [("correspondence", "asserted", ["Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg met with House and Senate members on Monday.",
            [("meeting", "asserted", ["Anna Berg", "House and Senate members"])],
        ),
        (
            "Anna Berg met Karl Lund and Olga Stein, two bankers and friends of the mayor.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund", "Olga Stein"])],
        ),
        (
            "Police questioned Anna Berg over a call to Karl Lund.",
            [("hearing", "asserted", ["Anna Berg", "Police"])],
        ),
        ("The club's release of emails from the Harbour Bank annoyed Anna Berg.", []),
        (
            "Olga Stein recalled the meeting between Berg and lawyer Karl Lund. Anna Berg was late.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ('"He reminds us daily of the port," Anna Berg said of Karl Lund.', []),
        ("Anna Berg told Courier London that Karl Lund was wrong.", []),
        # To whom something was sent, far behind or glued to it; before whom somebody testified at a hearing.
        (
            "Anna Berg emailed the memo and a notice announcing the sale of the port to Karl Lund.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg periodically sent Lund polling data. Karl Lund was glad.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg and Karl Lund exchanged gifts and letters.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ("Anna Berg and Karl Lund exchanged gifts and insults.", []),
        (
            "Anna Berg testified at an oversight hearing before the Finance Committee.",
            [("hearing", "asserted", ["Anna Berg", "Finance Committee"])],
        ),
        (
            "In May Anna Berg gave congressional testimony.",
            [("hearing", "asserted", ["Anna Berg", "Congress"])],
        ),
        ("Anna Berg read a congressional report.", []),
        # A hearing needs a witness, and who speaks before one is none.
        ("The Finance Committee held a hearing on Monday.", []),
        ("The deposition of Lidia Marek lasted an hour.", [("hearing", "asserted", ["Lidia Marek"])]),
        ("Anna Berg said in May before a hearing of the Finance Committee that the port was lost.", []),
        (
            "Before her testimony to the Finance Committee, Anna Berg wept.",
            [("hearing", "asserted", ["Anna Berg", "Finance Committee"])],
        ),
        # Names that the model takes for a work, or hangs on something else; one more office of the next name.
        (
            '"Karl Lund told me in May that he was ill," Anna Berg said.',
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Talks between Anna Berg and finance minister Karl Lund collapsed.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg discussed the plan with lawyer and former judge Karl Lund.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Anna Berg met the minister. Karl Lund left.",
            [("meeting", "asserted", ["Anna Berg", "the minister"])],
        ),
        ("Karl Lund, joined by Anna Berg, opened the port.", [("meeting", "asserted", ["Anna Berg", "Karl Lund"])]),
        ("Asked by Anna Berg whether he was ill, Karl Lund laughed.", []),
        # For whom envoys and executives talk; who got a copy; whom a pronoun means that "by the time" opens.
        (
            "The envoys of Norway and Spain met in Bonn.",
            [("meeting", "asserted", ["Norway", "Spain", "The envoys of Norway"])],
        ),
        ("The envoys of Norway met in Bonn.", []),
        ("The teachers of Norway and Spain met in Bonn.", []),
        (
            "Executives of Brightwater met Anna Berg.",
            [("meeting", "asserted", ["Anna Berg", "Brightwater", "Executives of Brightwater"])],
        ),
        (
            "Copying in Olga Stein, Anna Berg wrote to Karl Lund that the port was lost.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund", "Olga Stein"])],
        ),
        (
            "Olga Stein was copied on an e-mail that Anna Berg sent to Karl Lund.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund", "Olga Stein"])],
        ),
        (
            "Olga Stein was copied by Ida Moe. In May Anna Berg sent an e-mail to Karl Lund.",
            [("correspondence", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "By the time he met Anna Berg, Karl Lund had sold the port.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "Ms. Fox had a conversation with Karl Lund.",
            [("meeting", "asserted", ["Fox", "Karl Lund"])],
        ),
        ("Fox had a conversation with Karl Lund.", []),
        # Who is addressed by name; two of three, which nobody knows; a host by whatever name, and another day.
        (
            '"Secretary Anna Berg, you met Karl Lund in May," Olga Stein said.',
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        ('"When Anna Berg sings, you call Karl Lund," Olga Stein said.', []),
        ("Anna Berg, Karl Lund and Olga Stein were invited. Only two of them attended the dinner.", []),
        ("On the show, co-host Olga Stein asked Karl Lund how he would vote.", []),
        (
            "Anna Berg met Karl Lund on May 4. After the meeting on June 3, she left.",
            [("meeting", "asserted", ["Anna Berg", "Karl Lund"])],
        ),
        (
            "The House Finance Committee met. The Finance Committee rose. The committee interviewed Anna Berg.",
            [("meeting", "asserted", ["Anna Berg", "House Finance Committee"])],
        ),
    ],
)
def test_who_took_part(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert _who(text) == expected


def test_a_date_and_a_name_alone_tell_of_another_meeting() -> None:
    found = _contacts("Owen Tate met Maya Corrin on Monday and Helen Strand on Tuesday.")
    assert [date for _, _, date in found] == ["2017-01-09", "2017-01-10"]


_MET = "Anna Berg met Karl Lund in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Also present was Olga Stein.", ["Olga Stein"]),
        ("Also attending were Olga Stein and Peter Hahn.", ["Olga Stein", "Peter Hahn"]),
        ("Also at the meeting were Olga Stein and Peter Hahn.", ["Olga Stein", "Peter Hahn"]),
        ("The attendees included Olga Stein.", ["Olga Stein"]),
        ("The meeting was also attended by Olga Stein.", ["Olga Stein"]),
        ("Some of her friends, including Olga Stein, were at the meeting.", ["Olga Stein"]),
        ("Olga Stein sat in on the meeting.", ["Olga Stein"]),
        ("Olga Stein, who was at the meeting, recalled a row.", ["Olga Stein"]),
        ("Olga Stein recalled that Berg wept at the meeting.", ["Olga Stein"]),
        ("Olga Stein reported that Berg wept at the meeting.", []),
        ("Olga Stein did not recall that Berg wept at the meeting.", []),
        ("At the meeting, Olga Stein told Berg that she was ill.", ["Olga Stein"]),
        # Absent, elsewhere, and at something else.
        ("Olga Stein was invited but could not attend.", []),
        ("Olga Stein attended the rally.", []),
        ("Olga Stein did not attend the meeting.", []),
        ("Olga Stein attended the lunch.", []),
        ("Olga Stein was present at the opening of the port.", []),
    ],
)
def test_who_was_there_as_well_belongs_to_the_occasion(text: str, others: list[str]) -> None:
    met = [c for c in _claims(_MET + text) if c.type in CONTACT_TYPES and c.status.value == "asserted"]
    named = [sorted(a.name for a in c.actors if a.named) for c in met]
    assert named == [sorted(["Anna Berg", "Karl Lund", *others])]


@pytest.mark.parametrize(
    "text",
    [
        "At a dinner in May, attended by Anna Berg and several aides, including Karl Lund, the plan was discussed.",
        "Anna Berg hosted a dinner on Monday attended by Karl Lund.",
        "Anna Berg held a meeting on Monday at which Karl Lund was present.",
    ],
)
def test_who_went_is_told_by_a_clause_at_the_occasion(text: str) -> None:
    met = [c for c in _claims(text) if c.type in CONTACT_TYPES and c.status.value == "asserted"]
    assert [sorted(a.name for a in c.actors if a.named) for c in met] == [["Anna Berg", "Karl Lund"]]


_ALL = ["Anna Berg", "Karl Lund", "Olga Stein"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # A plural names its people later on, or in a clause.
        ("Anna Berg met with several lawmakers on Monday, including Karl Lund and Olga Stein.", _ALL),
        ("Anna Berg met with bankers, among them Karl Lund and Olga Stein.", _ALL),
        ("Anna Berg met with a group of lawmakers that included Karl Lund and Olga Stein.", _ALL),
        ("Anna Berg met Karl Lund and others, including Olga Stein.", _ALL),
        ("Anna Berg met with a delegation headed by Karl Lund.", _ALL[:2]),
        ("Anna Berg met Karl Lund to discuss several issues, including Olga Stein.", _ALL[:2]),
        ("Anna Berg met lawmakers to discuss several issues, including Olga Stein.", []),
        # Who is brought, who has, who meets.
        ("Anna Berg took Karl Lund to lunch on Monday.", _ALL[:2]),
        ("Anna Berg took Karl Lund to court over lunch.", []),
        ("Anna Berg brought Karl Lund to the meeting with Olga Stein.", _ALL),
        ("The bank dispatched Karl Lund to Bonn for talks with Olga Stein, which went well.", _ALL[1:]),
        ("Anna Berg recalled the conversation that she and Karl Lund had in May.", _ALL[:2]),
        ("Karl Lund, who Anna Berg had lunch with in May, resigned.", _ALL[:2]),
        ("Anna Berg, meeting with Karl Lund on Monday, said that the port was lost.", _ALL[:2]),
        ("Anna Berg repeated that claim to Karl Lund and to Olga Stein.", _ALL),
        ("Anna Berg spoke on Friday to Karl Lund and Olga Stein.", _ALL),
        ("Anna Berg discussed the idea of moving to Norway with Karl Lund.", _ALL[:2]),
        ("Anna Berg discussed a plan to work with Karl Lund.", []),
        ("Anna Berg sent papers on issues such as trade, defence and the election to Karl Lund.", _ALL[:2]),
        ("Anna Berg sent troops to help Karl Lund.", []),
        ("After spending the morning playing golf with Karl Lund, Anna Berg flew home.", _ALL[:2]),
        ("Karl Lund said he's had many a quarrel and one meeting with Anna Berg since he returned.", _ALL[:2]),
        # Among themselves.
        ("During their phone call on Monday, Anna Berg and Karl Lund discussed the port.", _ALL[:2]),
        ("Anna Berg praised Karl Lund. The two remained in contact.", _ALL[:2]),
        ("Anna Berg and Karl Lund still speak regularly.", _ALL[:2]),
        ("Anna Berg and Karl Lund resigned after a call.", []),
        ("Anna Berg and Karl Lund are in contact with the bank.", []),
        ("At their meetings, Anna Berg and Karl Lund draw crowds.", []),
        ("Anna Berg wrapped up a three-hour meeting with Karl Lund on Monday.", _ALL[:2]),
        # What is written has authors and recipients.
        ("Anna Berg forwarded the e-mail to Karl Lund on Monday, copying Olga Stein.", _ALL),
        ("Anna Berg sent the e-mail to Karl Lund, copying the style of Olga Stein.", _ALL[:2]),
        ("You bet it could, wrote Anna Berg, deputy to Karl Lund, in May.", []),
        ("Anna Berg met Karl Lund halfway on taxes.", []),
        ("Anna Berg and Karl Lund regularly talked with him in May.", []),
        ("Anna Berg and Karl Lund talked with each other in May.", _ALL[:2]),
        ("Anna Berg is advising Karl Lund on the sale.", []),
        ("Anna Berg and Karl Lund filed the story. They were heard speaking of the mill.", []),
        ("Anna Berg and Karl Lund signed a letter to Olga Stein.", _ALL),
        ("Anna Berg received a letter signed by Karl Lund and Olga Stein.", _ALL),
        ("In a letter addressed to Karl Lund, Anna Berg asked for help.", _ALL[:2]),
        ("The letter, signed by Anna Berg and Karl Lund, was sent to Olga Stein on Monday.", _ALL),
        ("Anna Berg replied to Karl Lund's email the next day.", _ALL[:2]),
        ("Anna Berg sent Karl Lund polling data on Monday.", _ALL[:2]),
        ("Anna Berg sent Karl Lund's data on Monday.", []),
        ("The Roe Bank contended in its letter, written by Karl Lund, that the port was lost.", []),
    ],
)
def test_those_named_take_part(text: str, named: list[str]) -> None:
    told = [c for c in _claims(text) if c.type in CONTACT_TYPES and c.status.value == "asserted"]
    found = [sorted(a.name for a in c.actors if a.named) for c in told]
    assert sorted({name for names in found if len(names) > 1 for name in names}) == named


@pytest.mark.parametrize(
    "text",
    [
        "Investigators for the Senate Finance Committee interviewed Anna Berg on Monday.",
        "Anna Berg was grilled on Monday by members of the Senate Finance Committee.",
    ],
)
def test_who_asks_for_a_body_stands_for_it(text: str) -> None:
    told = [c for c in _claims(text) if c.type in CONTACT_TYPES]
    assert [sorted(a.name for a in c.actors) for c in told] == [["Anna Berg", "Senate Finance Committee"]]


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("The Audit Office interviewed Karl Lund. In May, investigators interviewed Anna Berg.", "Audit Office"),
        ("The Audit Office interviewed Karl Lund. City investigators interviewed Anna Berg.", "City investigators"),
        ("The Audit Office praised Karl Lund. In May, investigators interviewed Anna Berg.", "investigators"),
    ],
)
def test_investigators_ask_for_the_body_that_asked_before(text: str, asker: str) -> None:
    told = [sorted(a.name for a in c.actors) for c in _claims(text) if c.type in CONTACT_TYPES]
    assert sorted(["Anna Berg", asker]) in told


@pytest.mark.parametrize(
    ("text", "was_there"),
    [
        ("Carla Weiss attended the meeting.", True),
        ("The meeting took place in Trier. Carla Weiss also attended.", True),
        ("Carla Weiss attended the 2012 meeting.", False),
        ("Carla Weiss attended the annual meeting.", False),
        ("Carla Weiss attended the board meeting.", False),
        ("Carla Weiss attended the second meeting.", False),
        ("A separate meeting with donors took place in June. Carla Weiss attended the meeting.", False),
        ("Shareholders approved it at their meeting on June 2. Carla Weiss was present at the meeting.", False),
        ("The trial opened in June. Carla Weiss attended as well.", False),
        ("His funeral was in June. Carla Weiss and Ivan Orlov also attended.", False),
        ("A fund-raiser was held in June. Present were Carla Weiss and Ivan Orlov.", False),
    ],
)
def test_the_meeting_is_not_another_one(text: str, *, was_there: bool) -> None:
    found = [c for c in _claims(f"Anna Holm met Boris Keller on May 3. {text}") if c.type in CONTACT_TYPES]
    names = {p.actor.name for c in found for p in c.participants}
    assert ("Carla Weiss" in names) is was_there
    assert [c.date.date.edtf for c in found if c.date] == ["2016-05-03"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("was cancelled", "hypothetical"),
        ("was called off at the last minute, her office said", "hypothetical"),
        ("never took place", "denied"),
        ("did not happen", "denied"),
        ("was not cancelled", "planned"),
        ("was postponed", "planned"),
        ("could be cancelled", "planned"),
        ("could change the race", "planned"),
        ("may be their last", "planned"),
    ],
)
@pytest.mark.parametrize("joined", [", but the meeting {}.", ". The meeting {}."])
def test_what_became_of_a_plan_is_told_behind_it(joined: str, behind: str, expected: str) -> None:
    found = _contacts("Anna Berg was scheduled to meet Karl Lund on Friday" + joined.format(behind))
    assert [status for _, status, _ in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Moe did not respond, and Anna Berg met Karl Lund.", "asserted"),
        ("Ida Moe did not respond, but Olga Stein said that Anna Berg met Karl Lund.", "asserted"),
        ("Ida Moe would resign, and Anna Berg met Karl Lund.", "asserted"),
        ("Anna Berg did not resign and met Karl Lund.", "asserted"),
        ("Anna Berg has not resigned but has met Karl Lund.", "asserted"),
        ("Anna Berg did not resign or meet Karl Lund.", "hypothetical"),
        ("Anna Berg would have resigned and have met Karl Lund.", "hypothetical"),
        ("Anna Berg will resign and meet Karl Lund.", "planned"),
        ("If Ida Moe resigned and Anna Berg met Karl Lund, nobody knew.", "hypothetical"),
        ("It is not true that Ida Moe came and that Anna Berg met Karl Lund.", "denied"),
        ("Ida Moe denied that she came and that Anna Berg met Karl Lund.", "denied"),
        ("Anna Berg did not resign, nor did she meet Karl Lund.", "denied"),
        ("Neither did Anna Berg resign nor did she meet Karl Lund.", "denied"),
        ("Anna Berg offered to host Ida Moe's party and met Karl Lund.", "asserted"),
        # Plans that came to nothing, and what stands in the way of one.
        ("Anna Berg dreaded meeting Karl Lund.", "hypothetical"),
        ("Anna Berg met Karl Lund, the tabloid wrongly reported.", "denied"),
        # Only how, or when, is denied.
        ("Anna Berg did not meet Karl Lund alone.", "asserted"),
        ("Anna Berg left without meeting Karl Lund.", "denied"),
        # What is told in the present behind "after" and "when" is still to come.
        ("The vote comes after Anna Berg meets Karl Lund.", "planned"),
        ("The vote comes before Anna Berg meets Karl Lund.", "planned"),
        ("Aides expect a deal once Anna Berg meets Karl Lund.", "planned"),
        ("Signs pointed to Ida Moe endorsing him after Anna Berg meets Karl Lund.", "planned"),
        ("Aides talked of Ida Moe resigning when Anna Berg meets Karl Lund.", "planned"),
        ("Ida Moe resigned after Anna Berg met Karl Lund.", "asserted"),
        ("As Anna Berg meets Karl Lund in Bonn, the strike goes on.", "asserted"),
    ],
)
def test_what_denies_or_plans_a_clause_says_nothing_of_another(text: str, expected: str) -> None:
    assert [status for _, status, _ in _contacts(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Anna Berg runs the port. Karl Lund asked Anna Berg on Monday whether it was lost.", 1),
        ("Anna Berg was on the radio for an hour. Karl Lund asked Anna Berg whether the port was lost.", 0),
        ("In an interview on Monday Anna Berg defended the plan. She assured Karl Lund that the port was safe.", 0),
        ("The police broke off their interview. Anna Berg told Karl Lund on Monday that the port was lost.", 1),
        ("The audience booed when Anna Berg told Karl Lund to leave.", 0),
    ],
)
def test_words_on_the_air_are_said_to_all(text: str, number: int) -> None:
    assert len(_contacts(text)) == number


@pytest.mark.parametrize(
    "met",
    ["the widow of Admiral Karl Lund", "the family of murdered teacher Karl Lund", "supporters of President Karl Lund"],
)
def test_whose_somebody_is_was_not_met(met: str) -> None:
    claims = [c for c in _claims(f"Anna Berg met {met} on Tuesday.") if c.type in CONTACT_TYPES]
    assert not any(actor.name == "Karl Lund" for claim in claims for actor in claim.actors)
