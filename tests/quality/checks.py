"""What each annotated text must show and must not show, as single checks.

A text's annotation is complete: its contacts and statements must be found, each as told, and no others may be. `not`
names the wrong readings that a text is there to refuse, so that a failure says which of them came back. `may` lists
words that can be read as a statement or not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.quality.scoring import Record, same_name, same_words
from timeline.dates.uncertain import UncertainDate
from timeline.model import CONTACT_TYPES, COUNTED_STATUSES, Claim, ClaimType, Stance, Statement, Status

#: Checks that are known to fail, by text, each with its reason; the list only shrinks.
KNOWN = Path(__file__).parent / "known_failures.toml"
#: What is wrong with the claims of a text; "" when nothing is.
Check = Callable[[Sequence[Claim]], str]


def known_failures() -> dict[str, dict[str, Any]]:
    """Read the known failures: of each text the checks and why they fail."""
    return tomllib.loads(KNOWN.read_text(encoding="utf-8"))


def checks(record: Record) -> dict[str, Check]:
    """Return the checks of a text, by name."""
    out: dict[str, Check] = {}
    for number, wanted in enumerate(record["contacts"], 1):
        out[f"contact {number}"] = lambda claims, w=wanted: _unfound(w, claims)
        out[f"date {number}"] = lambda claims, w=wanted: _misdated(w, claims)
    for number, wanted in enumerate(record["statements"], 1):
        out[f"statement {number}"] = lambda claims, w=wanted: _unsaid(w, claims)
    for number, refused in enumerate(record.get("not", []), 1):
        out[f"not {number}"] = lambda claims, r=refused: _told([c for c in claims if _is_refused(r, c)])
    out["no other contact"] = lambda claims: _told(_other_contacts(record, claims))
    out["no other statement"] = lambda claims: _told(_other_statements(record, claims))
    return out


def surprise(fault: str, why: str | None) -> str:
    """Return what is unexpected of a check: a fault that no list explains, or none where one is listed."""
    if why is None:
        return fault
    return "" if fault else f"it holds now and must be taken off {KNOWN.name} ({why})"


def same_day(written: str | None, claim: Claim) -> bool:
    """Whether a claim has the days of an annotated date; no date is a date of its own."""
    if written is None or claim.date is None:
        return (written is None) is (claim.date is None)
    return UncertainDate.parse(written).bounds == claim.date.date.bounds


def _names(contact: Record) -> list[str]:
    return [participant["name"] for participant in contact["participants"]]


def _actors(claim: Claim) -> list[str]:
    return list(dict.fromkeys(actor.name for actor in claim.actors))


def _are_among(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each name has another for itself alone."""
    left = list(others)
    for name in names:
        found = next((each for each in left if same_name(name, each)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _fits(wanted: Record, claim: Claim, *, wholly: bool = True) -> bool:
    """Whether a claim tells a contact as annotated, but for its date; not wholly: some who took part may be missing."""
    alike = claim.type == wanted["type"] and claim.status == wanted["status"]
    complete = not wholly or len(_actors(claim)) == len(_names(wanted))
    return alike and complete and _are_among(_actors(claim), _names(wanted))


def _contacts(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.type in CONTACT_TYPES]


def _unfound(wanted: Record, claims: Sequence[Claim]) -> str:
    if any(_fits(wanted, claim) for claim in claims):
        return ""
    return f"no {wanted['status']} {wanted['type']} of {_names(wanted)} among: {_told(_contacts(claims)) or 'none'}"


def _misdated(wanted: Record, claims: Sequence[Claim]) -> str:
    if any(same_day(wanted["date"], claim) for claim in claims if _fits(wanted, claim)):
        return ""
    return f"no {wanted['type']} of {_names(wanted)} on {wanted['date']} among: {_told(_contacts(claims)) or 'none'}"


def _other_contacts(record: Record, claims: Sequence[Claim]) -> list[Claim]:
    """Return the contacts that no annotated one is paired with: those told wholly first, and of these the dated."""
    ranks: list[Callable[[Record, Claim], bool]] = [
        lambda wanted, claim: _fits(wanted, claim) and same_day(wanted["date"], claim),
        _fits,
        lambda wanted, claim: _fits(wanted, claim, wholly=False),
    ]
    wanted, left = list(record["contacts"]), _contacts(claims)
    for fits in ranks:
        for each in list(wanted):
            claim = next((claim for claim in left if fits(each, claim)), None)
            if claim is not None:
                wanted.remove(each)
                left.remove(claim)
    return left


def _is_refused(refused: Record, claim: Claim) -> bool:
    """Whether a claim is a reading that a text refuses."""
    if "statement" in refused:
        said = _statement(claim)
        by = refused.get("speaker")
        return said is not None and same_words(refused["statement"], said.words) and (not by or _speaks(by, said))
    names = refused.get("contact", refused.get("counted", []))
    joined = [name for name in names if any(same_name(name, actor) for actor in _actors(claim))]
    return (
        claim.type in CONTACT_TYPES
        and len(joined) >= min(2, len(names))
        and ("counted" not in refused or claim.status in COUNTED_STATUSES)
        and refused.get("status", claim.status) == claim.status
        and ("date" not in refused or same_day(refused["date"], claim))
    )


def _statement(claim: Claim) -> Statement | None:
    return claim.statement if claim.type is ClaimType.STATEMENT else None


def _speaks(name: str, said: Statement) -> bool:
    return said.speaker is not None and same_name(name, said.speaker.name)


def _is_said(wanted: Record, claim: Claim) -> bool:
    """Whether a claim is the annotated statement; stance, scope and channel only where the annotation has them."""
    said = _statement(claim)
    return (
        said is not None
        and claim.status == wanted.get("status", Status.ASSERTED)
        and _speaks(wanted["speaker"], said)
        and same_words(wanted["content"], said.words)
        and same_name(wanted["cue"], said.cue.text)
        and said.stance == wanted.get("stance", said.stance)
        and all(wanted.get(part, value) == value for part, value in (("scope", said.scope), ("channel", said.channel)))
    )


def _unsaid(wanted: Record, claims: Sequence[Claim]) -> str:
    if any(_is_said(wanted, claim) for claim in claims):
        return ""
    return f"not said: {wanted} among: {_told([c for c in claims if _statement(c)]) or 'none'}"


def _other_statements(record: Record, claims: Sequence[Claim]) -> list[Claim]:
    """Return the statements whose words nobody says in the annotation, or another speaker."""
    return [claim for claim in claims if (said := _statement(claim)) and not _is_allowed(record, said)]


def _is_allowed(record: Record, said: Statement) -> bool:
    wanted = [each for each in record["statements"] if same_words(each["content"], said.words)]
    return any(same_words(words, said.words) for words in record.get("may", [])) or any(
        said.speaker is None or _speaks(each["speaker"], said) for each in wanted
    )


def _told(claims: Sequence[Claim]) -> str:
    """Return what claims tell, a line in all."""
    return "; ".join(_line(claim) for claim in claims)


def _line(claim: Claim) -> str:
    if said := _statement(claim):
        limits = [said.stance, said.scope, said.channel] if said.stance is not Stance.ASSERTS or said.channel else []
        who = said.speaker.name if said.speaker else "nobody"
        return f"{claim.status}: {who} {said.cue.text!r} {said.words!r} {limits or ''}".strip()
    return f"{claim.status} {claim.type} of {_actors(claim)} on {claim.date.date if claim.date else None}"
