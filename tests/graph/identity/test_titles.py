"""A title says in plain words what is told, and never more."""

from __future__ import annotations

import pytest

from graph.identity.titles import title
from tests.making import person
from timeline.model import ClaimType, Evidence, Participant, Span, Statement, Status, Trigger

ANN, BOB, CEM = (Participant(person(name)) for name in ("Ann Lee", "Bob Ray", "Cem Oz"))


def told(words: str, trigger: str) -> list[Evidence]:
    """Return the evidence that a sentence is, told by one of its words."""
    start = words.index(trigger)
    return [Evidence(Span(10, 10 + len(words)), words, Trigger(Span(10 + start, 10 + start + len(trigger)), trigger))]


def in_role(part: Participant, role: str) -> Participant:
    return Participant(part.actor, role)


@pytest.mark.parametrize(
    ("kind", "status", "parts", "line"),
    [
        ("meeting", "asserted", (ANN, BOB), "Ann Lee met Bob Ray"),
        ("meeting", "planned", (ANN, BOB), "Ann Lee to meet Bob Ray"),
        ("meeting", "denied", (ANN, BOB), "Denied meeting of Ann Lee and Bob Ray"),
        ("meeting", "hypothetical", (ANN, BOB), "Possible meeting of Ann Lee and Bob Ray"),
        ("meeting", "alleged", (ANN, BOB, CEM), "Alleged meeting of Ann Lee, Bob Ray and Cem Oz"),
        ("meeting", "asserted", (ANN,), "Meeting of Ann Lee"),
        ("meeting", "asserted", (), "Word"),
        ("call", "asserted", (ANN, BOB, CEM), "Call between Ann Lee, Bob Ray and Cem Oz"),
        ("call", "planned", (ANN,), "Planned call with Ann Lee"),
        ("correspondence", "asserted", (in_role(ANN, "sender"), in_role(BOB, "recipient")), "Ann Lee wrote to Bob Ray"),
        (
            "correspondence",
            "denied",
            (in_role(ANN, "sender"), in_role(BOB, "recipient")),
            "Denied letter from Ann Lee to Bob Ray",
        ),
        ("correspondence", "asserted", (ANN, BOB), "Correspondence between Ann Lee and Bob Ray"),
        ("hearing", "asserted", (in_role(BOB, "body"), in_role(ANN, "witness")), "Ann Lee heard by Bob Ray"),
        ("hearing", "planned", (in_role(BOB, "body"), in_role(ANN, "witness")), "Ann Lee to be heard by Bob Ray"),
        ("hearing", "alleged", (in_role(BOB, "body"), ANN), "Alleged hearing of Ann Lee before Bob Ray"),
        ("hearing", "asserted", (in_role(ANN, "witness"),), "Hearing of Ann Lee"),
        ("hearing", "asserted", (in_role(BOB, "body"),), "Hearing before Bob Ray"),
        ("departure", "asserted", (in_role(ANN, "agent"), in_role(BOB, "patient")), "Ann Lee: “word by word”"),
        ("action", "planned", (in_role(ANN, "agent"),), "Planned: Ann Lee: “word by word”"),
        ("action", "asserted", (in_role(BOB, "patient"),), "Bob Ray: “word by word”"),
    ],
)
def test_the_title_names_who_and_how_sure(kind: str, status: str, parts: tuple[Participant, ...], line: str) -> None:
    assert title(ClaimType(kind), Status(status), parts, None, told("A word by word, and on.", "word")) == line


def test_many_names_are_counted() -> None:
    many = tuple(Participant(person(f"P{number}")) for number in range(9))
    assert title(ClaimType.CALL, Status.ASSERTED, many, None, []) == "Call between P0, P1, P2, P3, P4 and 4 others"


@pytest.mark.parametrize(
    ("cue", "direct", "status", "line"),
    [
        ("said", True, "asserted", "Ann Lee said: “we never met”"),
        ("said", False, "asserted", "Ann Lee said: we never met"),
        ("denied", False, "asserted", "Ann Lee denied: we never met"),
        ("according to", False, "asserted", "According to Ann Lee: we never met"),
        ("said", False, "denied", "Not said by Ann Lee: we never met"),
        ("said", False, "hypothetical", "Perhaps said by Ann Lee: we never met"),
    ],
)
def test_a_statement_is_titled_by_its_cue_and_its_words(cue: str, direct: bool, status: str, line: str) -> None:
    words = '"we\nnever met"' if direct else "we\nnever met"
    spoken = Statement(ANN.actor, None, Trigger(Span(0, len(cue)), cue), (Span(20, 24),), words, direct)
    assert title(ClaimType.STATEMENT, Status(status), (ANN,), spoken, []) == line


def test_words_between_two_are_not_called_a_meeting() -> None:
    line = title(ClaimType.MEETING, Status.ASSERTED, (ANN, BOB), None, told("She asked him.", "asked"), words_only=True)
    assert line == "Words between Ann Lee and Bob Ray (“asked”)"


@pytest.mark.parametrize(
    ("kind", "trigger", "status", "line"),
    [
        ("meeting", "spoke", "asserted", "Ann Lee spoke with Bob Ray"),
        ("meeting", "discussion", "planned", "Ann Lee to speak with Bob Ray"),
        ("meeting", "talks", "denied", "Denied talk between Ann Lee and Bob Ray"),
        ("meeting", "contacts", "asserted", "Contact between Ann Lee and Bob Ray"),
        ("correspondence", "contacted", "asserted", "Ann Lee contacted Bob Ray"),
        ("correspondence", "reached", "hypothetical", "Possible contact between Ann Lee and Bob Ray"),
    ],
)
def test_who_spoke_is_not_said_to_have_met(kind: str, trigger: str, status: str, line: str) -> None:
    parts = (in_role(ANN, "sender"), in_role(BOB, "recipient")) if kind == "correspondence" else (ANN, BOB)
    assert title(ClaimType(kind), Status(status), parts, None, told(f"They {trigger}.", trigger)) == line


@pytest.mark.parametrize(
    ("words", "trigger", "phrase"),
    [
        ("Ann Lee was not elected in May, it is said.", "elected", "was not elected in May"),
        ("In May Ann Lee took the oath of office.", "took", "took the oath of office"),
        (
            "Ann Lee sold " + "a boat and " * 9 + "a van.",
            "sold",
            "sold a boat and a boat and a boat and a boat and a boat and …",
        ),
    ],
)
def test_a_deed_is_told_in_the_words_of_the_source(words: str, trigger: str, phrase: str) -> None:
    line = title(ClaimType.ACTION, Status.ASSERTED, (in_role(ANN, "agent"),), None, told(words, trigger))
    assert line == f"Ann Lee: “{phrase}”"
