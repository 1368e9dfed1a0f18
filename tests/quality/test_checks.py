"""Every text shows what it must and nothing else; what is known to fail is listed, and taken off once it holds."""

from __future__ import annotations

from typing import Any

import pytest

from tests.making import article, claim, organisation
from tests.quality.checks import checks, known_failures, surprise
from tests.quality.scoring import Record, extractions, families
from timeline.model import Claim, ClaimType, Status

RECORDS = {record["id"]: record for family in families().values() for record in family}
KNOWN = known_failures()
EACH = [(key, name) for key, record in RECORDS.items() for name in checks(record)]
#: How many texts fail in part. It is lowered with the list; raised only by a new text that nothing reads yet.
AT_MOST = 64


@pytest.mark.parametrize(("key", "name"), EACH, ids=[f"{key}: {name}" for key, name in EACH])
def test_a_text_shows_what_it_must_and_nothing_else(key: str, name: str) -> None:
    known = KNOWN.get(key)
    why = known["why"] if known and name in known["checks"] else None
    assert surprise(checks(RECORDS[key])[name](extractions()[key].claims), why) == "", RECORDS[key]["text"]


def test_known_failures_are_checks_that_exist_with_a_reason_and_grow_no_more() -> None:
    assert len(KNOWN) <= AT_MOST
    for key, known in KNOWN.items():
        assert known["checks"], key
        assert set(known["checks"]) <= set(checks(RECORDS[key])), key
        assert len(known["why"].split()) >= 3, key


def test_no_known_failure_is_a_contact_counted_that_did_not_take_place() -> None:
    counted = [
        (key, name)
        for key, known in KNOWN.items()
        for name in known["checks"]
        if name.startswith("not ") and "counted" in RECORDS[key]["not"][int(name.split()[1]) - 1]
    ]
    assert counted == []


@pytest.mark.parametrize(
    ("fault", "why", "surprising"),
    [("", None, False), ("wrong", None, True), ("wrong", "hard", False), ("", "hard", True)],
)
def test_a_fault_surprises_and_so_does_a_known_failure_that_holds(
    fault: str, why: str | None, surprising: bool
) -> None:
    assert bool(surprise(fault, why)) is surprising


TEXT = article("Ann Lee met Bob Ray in May. Cem Oz of the Acme Bank will meet Bob Ray. Ann Lee said it was late.")
MET: dict[str, Any] = {
    "type": "meeting",
    "date": "2016-05",
    "status": "asserted",
    "participants": [{"name": "Ann Lee"}, {"name": "Bob Ray"}],
}
SAID = {"speaker": "Ann Lee", "cue": "it", "content": "it was late"}
RECORD: Record = {
    "contacts": [MET],
    "statements": [SAID],
    "not": [
        {"contact": ["Cem Oz", "Bob Ray"]},
        {"contact": ["Acme Bank"]},
        {"counted": ["Ann Lee", "Cem Oz"]},
        {"contact": ["Ann Lee", "Bob Ray"], "date": "2016-06"},
        {"statement": "it was late", "speaker": "Bob Ray"},
    ],
    "may": ["late"],
}


def _met(*names: str, edtf: str | None = "2016-05", status: Status = Status.ASSERTED) -> Claim:
    return claim(TEXT, *names, edtf=edtf, status=status)


def _said(who: str, words: str) -> Claim:
    return claim(TEXT, who, kind=ClaimType.STATEMENT, quote=words)


@pytest.mark.parametrize(
    ("claims", "faults"),
    [
        ([], {"contact 1", "date 1"}),
        ([_met("Ann Lee", "Bob Ray")], set()),
        ([_met("Bob Ray", "Lee", edtf=None)], {"date 1"}),
        ([_met("Ann Lee", "Bob Ray"), _met("Ann Lee", "Bob Ray", edtf=None)], {"no other contact"}),
        ([_met("Ann Lee", "Bob Ray"), _met("Ann Lee", "Bob Ray", edtf="2016-06")], {"not 4", "no other contact"}),
        ([_met("Ann Lee", "Bob Ray", status=Status.DENIED)], {"contact 1", "date 1", "no other contact"}),
        ([_met("Ann Lee", "Bob Ray"), _met("Cem Oz", "Bob Ray", status=Status.PLANNED)], {"not 1", "no other contact"}),
        ([_met("Ann Lee", "Bob Ray"), _met("Cem Oz", "Ann Lee", status=Status.PLANNED)], {"no other contact"}),
        ([_met("Ann Lee", "Bob Ray"), _met("Cem Oz", "Ann Lee")], {"not 3", "no other contact"}),
        ([_met("Ann Lee", "Bob Ray", "Cem Oz")], {"contact 1", "date 1", "not 1", "not 3", "no other contact"}),
    ],
)
def test_each_reading_of_a_contact_fails_the_checks_that_are_about_it(claims: list[Claim], faults: set[str]) -> None:
    assert _faults(claims) - {"statement 1"} == faults


@pytest.mark.parametrize(
    ("claims", "faults"),
    [
        ([], {"statement 1"}),
        ([_said("Ann Lee", "it was late")], set()),
        ([_said("Bob Ray", "it was late")], {"statement 1", "not 5", "no other statement"}),
        ([_said("Bob Ray", "late")], {"statement 1"}),
        ([_said("Ann Lee", "met Bob Ray")], {"statement 1", "no other statement"}),
    ],
)
def test_each_reading_of_a_statement_fails_the_checks_that_are_about_it(claims: list[Claim], faults: set[str]) -> None:
    assert _faults([_met("Ann Lee", "Bob Ray"), *claims]) == faults


def _faults(claims: list[Claim]) -> set[str]:
    return {name for name, check in checks(RECORD).items() if check(claims)}


def test_one_is_refused_in_any_contact() -> None:
    bank = claim(TEXT, "Ann Lee", organisation("Acme Bank"), status=Status.DENIED)
    assert "not 2" in _faults([bank])
