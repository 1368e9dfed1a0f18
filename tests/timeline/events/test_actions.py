"""Deeds: the data's own examples and counter-examples, and who acts in constructions of every kind."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import pytest

from timeline.events.actions import Found, find_actions
from timeline.extract import extract
from timeline.language.mentions import Entry, Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.pipeline import parse
from timeline.model import ActorKind, Article, ClaimType, Publication, Span, Status
from timeline.model import Found as Known

DATA: dict[str, Any] = tomllib.loads(
    resources.files("timeline.events").joinpath("data/actions.toml").read_text(encoding="utf-8")
)
#: Everybody and every body that the sentences here and in the data name.
ACTORS = dict.fromkeys(
    [
        *("Anna Brill", "Bram Oster", "Clara Wendell", "Edmund Carrow", "Greta Lund", "Harold Quill", "Jonas Feld"),
        *("Judith Marlow", "Karl Ostrander", "Ruth Imber", "Tomas Ridley"),
    ],
    ActorKind.PERSON,
) | dict.fromkeys(
    ["Aldren Courier", "Brightwater Terminals", "Halden Motors", "Kestria", "Orlan Lines", "Transport Ministry"],
    ActorKind.ORG,
)
DATED = re.compile(r"day\b|January|February|March|April|May\b|June|next year|\b(?:19|20)\d\d\b")


def people_of(parsed: Parsed) -> People:
    """Return the actors of `ACTORS`, wherever their names stand."""
    people = People()
    for name, kind in ACTORS.items():
        entry = Entry(name, kind)
        for match in re.finditer(re.escape(name), parsed.text):
            span = Span(*match.span())
            words = parsed.words_in(span)
            people.add(Mention(words[-1], span, entry, "name"), words)
    return people


@cache
def parsed_of(text: str) -> Parsed:
    return next(parse([(text, [Span(0, len(text))])]))


def read(text: str, *, used: frozenset[int] = frozenset(), status: Status = Status.ASSERTED) -> dict[str, Found]:
    """Find the deeds of a text by trigger; a sentence is dated when it names a day, a month or a year."""
    parsed = parsed_of(text)
    dated = {s.i for s in parsed.sentences if DATED.search(s.span.of(text))}
    found = find_actions(parsed, people_of(parsed), used, status=lambda _: status, dated=dated)
    return {f.trigger.text: f for f in found}


def names(words: tuple[Word, ...], text: str) -> list[str]:
    """Name the actors at the words."""
    people = people_of(parsed_of(text))
    return [mention.entry.name for w in words if (mention := people.mention_at(w))]


def groups() -> list[tuple[str, str, dict[str, Any]]]:
    return [("action", "any other deed", DATA["action"]), *((c["type"], c["name"], c) for c in DATA["class"])]


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(type_, name, case, id=f"{name}: {case['text']}"[:90])
        for type_, name, group in groups()
        for case in group[kind]
    ]


@pytest.mark.parametrize(("type_", "name", "case"), cases("examples"))
def test_an_example_of_the_data_is_found_with_its_parts(type_: str, name: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = read(text)[case["trigger"]]
    assert found.type is ClaimType(type_)
    assert found.rule == f"{type_}: {name}"
    strip = [a.removeprefix("The ") for a in case.get("agents", [])]
    assert names(found.agents, text) == strip
    assert names(found.patients, text) == case.get("patients", [])


@pytest.mark.parametrize(("type_", "name", "case"), cases("counters"))
def test_a_counter_example_of_the_data_is_not_of_the_class(type_: str, name: str, case: dict[str, Any]) -> None:
    found = read(case["text"]).get(case["trigger"])
    assert found is None or found.rule != f"{type_}: {name}"


def test_every_class_has_an_example_and_a_counter_example() -> None:
    assert all(group["examples"] and group["counters"] for _, _, group in groups())


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "patients"),
    [
        ("Karl Ostrander and Anna Brill were arrested on Monday.", "arrested", [], ["Karl Ostrander", "Anna Brill"]),
        ("Ruth Imber wanted to dismiss Edmund Carrow.", "dismiss", ["Ruth Imber"], ["Edmund Carrow"]),
        ("Ruth Imber asked Edmund Carrow to resign.", "resign", ["Edmund Carrow"], []),
        (
            "The company, Orlan Lines, was sued by Brightwater Terminals.",
            "sued",
            ["Brightwater Terminals"],
            ["Orlan Lines"],
        ),
        ("Edmund Carrow apologised and resigned.", "resigned", ["Edmund Carrow"], []),
        ("Anna Brill, convicted of fraud in 2014, lives abroad.", "convicted", [], ["Anna Brill"]),
    ],
)
def test_the_parts_are_found_across_the_sentence(
    text: str, trigger: str, agents: list[str], patients: list[str]
) -> None:
    found = read(text)[trigger]
    assert (names(found.agents, text), names(found.patients, text)) == (agents, patients)


def test_a_trigger_that_another_claim_has_is_left_alone() -> None:
    text = "Edmund Carrow resigned on Monday."
    trigger = read(text)["resigned"].trigger
    assert read(text, used=frozenset({trigger.i})) == {}


def test_an_undated_deed_counts_only_where_its_class_is_known() -> None:
    assert read("Edmund Carrow resigned.")["resigned"].needs_date is False
    assert read("Edmund Carrow painted the boat.") == {}
    assert read("Edmund Carrow painted the boat on Monday.")["painted"].needs_date is True


def test_a_deed_without_a_class_that_was_not_done_is_left_out() -> None:
    assert read("Edmund Carrow painted the boat on Monday.", status=Status.HYPOTHETICAL) == {}
    resigned = read("Edmund Carrow resigned on Monday.", status=Status.HYPOTHETICAL)["resigned"]
    assert resigned.status is Status.HYPOTHETICAL


def test_a_deed_of_nobody_known_is_no_claim() -> None:
    assert read("Two men were arrested on Monday.") == {}


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "patients"),
    [
        ("Anna Brill lashed out at Kestria on Monday for having sunk a boat.", "sunk", ["Kestria"], []),
        ("Anna Brill blamed Bram Oster on Monday for leaking the memo.", "leaking", ["Bram Oster"], []),
        ("Halden Motors sued Karl Ostrander in May for copying its vans.", "copying", ["Karl Ostrander"], []),
        ("Anna Brill was praised on Monday for saving the harbour.", "saving", ["Anna Brill"], []),
        (
            "Anna Brill apologised on Monday for hiring Karl Ostrander.",
            "hiring",
            ["Anna Brill"],
            ["Karl Ostrander"],
        ),
        (
            "Anna Brill faulted Bram Oster on Monday for having failed to investigate Orlan Lines.",
            "investigate",
            ["Bram Oster"],
            ["Orlan Lines"],
        ),
        ("In May Anna Brill mourned Bram Oster, killed in 2004.", "killed", [], ["Bram Oster"]),
        ("Karl Ostrander stole the files in May.", "stole", ["Karl Ostrander"], []),
    ],
)
def test_a_clause_without_a_subject_is_the_deed_of_the_noun_that_governs_it(
    text: str, trigger: str, agents: list[str], patients: list[str]
) -> None:
    found = read(text)[trigger]
    assert (names(found.agents, text), names(found.patients, text)) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Anna Brill asked on Monday how Karl Ostrander obtained the gun used to kill nine people.", "kill"),
        ("Halden Motors fired Karl Ostrander on Monday for stealing tools.", "stealing"),
        ("Anna Brill accused Karl Ostrander on Monday of mishandling the files.", "mishandling"),
        ("It was not Anna Brill who sued Karl Ostrander in May.", "sued"),
        ("Anna Brill went home on Monday rather than arrest Karl Ostrander.", "arrest"),
    ],
)
def test_whose_deed_it_is_must_be_sure(text: str, trigger: str) -> None:
    assert trigger not in read(text)


def test_what_somebody_allegedly_did_is_alleged() -> None:
    assert read("Karl Ostrander, who allegedly stole it in May, left.")["stole"].status is Status.ALLEGED


@pytest.mark.parametrize(
    "text",
    [
        "Karl Ostrander was arrested on December 24, 2016.",
        "Anna Brill has said on December 24, 2016 that it leaks.",
    ],
)
def test_what_was_done_before_publication_has_no_date_behind_it(text: str) -> None:
    claims = extract(Article("sample", text, published=Publication(date(2016, 11, 10), Known.GIVEN))).claims
    assert [c.date for c in claims] == [None]
