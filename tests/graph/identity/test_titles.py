"""A title says in plain words what is told, and never more."""

from __future__ import annotations

import pytest

from graph.identity.titles import title
from tests.making import person
from timeline.model import ClaimType, Participant, Span, Statement, Status, Trigger

ANN, BOB, CEM = (Participant(person(name)) for name in ("Ann Lee", "Bob Ray", "Cem Oz"))


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
        ("departure", "asserted", (in_role(ANN, "agent"), in_role(BOB, "patient")), "Ann Lee: word Bob Ray"),
        ("action", "planned", (in_role(ANN, "agent"),), "Planned: Ann Lee: word"),
        ("action", "asserted", (in_role(BOB, "patient"),), "Bob Ray: word"),
    ],
)
def test_the_title_names_who_and_how_sure(kind: str, status: str, parts: tuple[Participant, ...], line: str) -> None:
    assert title(ClaimType(kind), Status(status), parts, "word", None) == line


def test_many_names_are_counted() -> None:
    many = tuple(Participant(person(f"P{number}")) for number in range(9))
    assert title(ClaimType.CALL, Status.ASSERTED, many, "", None) == "Call between P0, P1, P2, P3, P4 and 4 others"


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
    assert title(ClaimType.STATEMENT, Status(status), (ANN,), cue, spoken) == line


def test_words_between_two_are_not_called_a_meeting() -> None:
    line = title(ClaimType.MEETING, Status.ASSERTED, (ANN, BOB), "asked", None, words_only=True)
    assert line == "Words between Ann Lee and Bob Ray (“asked”)"
