"""Verbs get back the subject that a phrase before them swallowed, whatever the model made of it."""

import pytest

from timeline.language.parse import Parsed
from timeline.language.pipeline import parse
from timeline.language.repairs import repair
from timeline.language.syntax import conjuncts, grammatical_subject
from timeline.model import Span


def _repaired(text: str) -> Parsed:
    parsed = next(parse([(text, [Span(0, len(text))])]))
    repair(parsed)
    return parsed


def _subjects(parsed: Parsed, verb: str) -> list[str]:
    word = next(w for w in parsed.words if w.text == verb)
    return [c.text for s in grammatical_subject(word) for c in (s, *conjuncts(s))]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("At the request of Karl Lund, Anna Berg met Olga Stein on Monday.", "met", ["Berg"]),
        ("In a letter to Karl Lund, Anna Berg and Olga Stein asked for help.", "asked", ["Berg", "Stein"]),
        ("After her talks with Karl Lund, Anna Berg flew home.", "flew", ["Berg"]),
        ("In her speech on Monday, Olga Stein, a doctor from Bonn, accused the board.", "accused", ["Stein"]),
        ("OSLO, March 3, 2018 - Anna Berg met Karl Lund.", "met", ["Berg"]),
        ("OSLO, March 3, 2018 - Anna Berg and Karl Lund met on Friday.", "met", ["Berg", "Lund"]),
        ("NARVIK (Wire) - The mayor met Karl Lund.", "met", ["mayor"]),
        # Nothing was swallowed.
        ("NATO met in Oslo - Karl Lund left early.", "met", ["NATO"]),
        ("Oslo, a city of trams - and of snow - voted.", "voted", ["Oslo"]),
        ("Anna Berg, the mayor of Bonn, accused the board.", "accused", ["Berg"]),
        ("Anna Berg met Karl Lund, the mayor of Bonn, and left.", "left", ["Berg"]),
        ("Talks with Karl Lund, Anna Berg and Olga Stein failed.", "failed", ["Talks"]),
    ],
)
def test_a_phrase_before_the_verb_swallows_no_subject(text: str, verb: str, subjects: list[str]) -> None:
    assert _subjects(_repaired(text), verb) == subjects


def test_a_name_behind_to_is_no_verb() -> None:
    parsed = _repaired("Lena Graff is a banker. Karl Lund began reaching out to Graff to secure a loan.")
    name = [w for w in parsed.words if w.text == "Graff"][-1]
    assert (name.pos, name.dep, name.head.lower, name.head.head.text) == ("PROPN", "pobj", "to", "reaching")


def test_a_verb_behind_its_subject_is_no_participle() -> None:
    parsed = _repaired("President-Elect Strand called Stenmark after the bids were opened and aired his doubts.")
    called = next(w for w in parsed.words if w.text == "called")
    assert (called.dep, called.tag) == ("ROOT", "VBD")
    assert _subjects(parsed, "called") == ["Strand"]


def test_a_noun_in_ing_is_no_verb() -> None:
    parsed = _repaired("During a Senate Finance Committee hearing on Monday, Anna Berg said the port was lost.")
    assert [(w.pos, w.lemma) for w in parsed.words if w.text == "hearing"] == [("NOUN", "hearing")]


def test_a_repaired_parse_stays_as_it_is() -> None:
    parsed = _repaired("At the request of Karl Lund, Anna Berg met Olga Stein on Monday.")
    once = [(w.dep, w.head.i) for w in parsed.words]
    repair(parsed)
    assert [(w.dep, w.head.i) for w in parsed.words] == once
