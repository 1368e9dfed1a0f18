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
        ("Her appearance before the Finance Committee lasted six hours.", "lasted", ["appearance"]),
        ("NARVIK (Wire) - The mayor met Karl Lund.", "met", ["mayor"]),
        ("Anna Berg met Karl Lund on Monday and Olga Stein left on Tuesday.", "left", ["Stein"]),
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


def test_a_surname_is_no_noun_where_the_text_has_it_as_a_name() -> None:
    parsed = _repaired("Price was elected in May. Dana Roe spoke with candidate Price, then left. Roe praised Price.")
    assert {w.pos for w in parsed.words if w.text == "Price"} == {"PROPN"}
    told = _repaired("Prices rose. Price was the reason. The price of oil fell. Dana Price left.")
    assert [w.pos for w in told.words if w.lower == "price"] == ["NOUN", "NOUN", "PROPN"]


def test_a_name_is_coordinated_with_the_name_before_it() -> None:
    text = "Anna Berg held a meeting of the team with Senator Lund and candidate Stein approximately one week later."
    (name,) = [w for w in _repaired(text).words if w.text == "Stein"]
    assert (name.dep, name.head.text) == ("conj", "Lund")
    text = "Berg discussed the port with Senator Lund last week and candidate Stein approximately one week later."
    (name,) = [w for w in _repaired(text).words if w.text == "Stein"]
    assert name.head.text != "Lund"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Anna Berg has already met with Moss and Sen. Karl Lund (R-Iowa), head of the panel.", "Moss", "Lund"),
        (
            "Anna Berg wrote, recalling the meeting between Hale and Soviet leader Karl Lund, where Hale left.",
            "Hale",
            "Lund",
        ),
    ],
)
def test_a_name_joined_to_another_is_no_part_of_it(text: str, first: str, second: str) -> None:
    one, other = (next(w for w in _repaired(text).words if w.text == name) for name in (first, second))
    assert (one.dep, other.dep, other.head.text) == ("pobj", "conj", first)


def test_had_is_perfect_behind_a_short_has() -> None:
    parsed = _repaired("Karl Lund said he's had many a quarrel and one meeting with Berg since he returned.")
    assert _subjects(parsed, "had") == ["he"]
    assert next(w for w in parsed.words if w.text == "'s").dep == "aux"


def test_an_office_with_a_name_in_it_is_no_part_of_the_next_name() -> None:
    text = "Berg asked Director of National Intelligence Dan Moss and Halden Director Karl Lund to stay behind."
    parsed = _repaired(text)
    (first,) = [c for c in parsed.words[1].children if c.dep == "dobj"]
    assert (first.i, [c.text for c in conjuncts(first)]) == (2, ["Lund"])


def test_what_somebody_is_has_the_phrase_behind_it() -> None:
    parsed = _repaired('"It is late," said Tom Moss, runner-up to Karl Lund for the seat.')
    seat = next(w for w in parsed.words if w.text == "for")
    assert seat.head.dep == "appos"


def test_two_given_names_share_their_surname() -> None:
    parsed = _repaired("They are close with Robert and Rebekah Moss, the owners of the mill.")
    assert next(w for w in parsed.words if w.text == "Robert").head.text == "Moss"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("After spending the morning meeting with Karl Lund, Anna Berg left.", "meeting"),
        ("Anna Berg spent the early afternoon playing golf with Karl Lund.", "playing"),
        ("After spending the evening dining with Karl Lund, Anna Berg left.", "dining"),
    ],
)
def test_what_somebody_spends_time_on_is_a_verb(text: str, what: str) -> None:
    parsed = _repaired(text)
    verb = next(w for w in parsed.words if w.text == what)
    assert (verb.pos, verb.dep, verb.head.lemma) == ("VERB", "xcomp", "spend")
    assert any(c.lower == "with" for c in verb.children)


def test_what_is_spent_without_a_verb_stays_a_noun() -> None:
    parsed = _repaired("Anna Berg spent the evening meeting allowance that Karl Lund had paid.")
    assert next(w for w in parsed.words if w.text == "meeting").pos == "NOUN"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Erik Dahl, Greta Moll and Otto Weiss gathered at the lodge to plan.", ["Dahl", "Moll", "Weiss"]),
        ("Erik Dahl, the mayor of Bonn, gathered at the lodge with others.", ["Dahl"]),
    ],
)
def test_a_list_of_names_is_no_apposition(text: str, subjects: list[str]) -> None:
    assert _subjects(_repaired(text), "gathered") == subjects


@pytest.mark.parametrize(
    ("text", "teller", "told"),
    [
        ('Moss struck back angrily: "When they shut our mill in May, we will march."', "struck", "march"),
        (
            'In the evening, Moss came back to his old theme: "It was built by us."',
            "came",
            "built",
        ),
    ],
)
def test_who_tells_of_a_quotation_stands_above_it(text: str, teller: str, told: str) -> None:
    words = {w.text: w for w in _repaired(text).words}
    assert (words[teller].dep, words[told].head.text) == ("ROOT", teller)


@pytest.mark.parametrize(
    "text",
    [
        "At the request of Karl Lund, Anna Berg met Olga Stein on Monday.",
        "Anna Berg has already met with Moss and Sen. Karl Lund (R-Iowa), head of the panel.",
        "After spending the evening dining with Karl Lund, Anna Berg left.",
        'Moss struck back angrily: "When they shut our mill in May, we will march."',
        '"It is late," said Tom Moss, runner-up to Karl Lund for the seat.',
        "Karl Lund said he's had many a quarrel and one meeting with Berg since he returned.",
    ],
)
def test_a_repaired_parse_stays_as_it_is(text: str) -> None:
    parsed = _repaired(text)
    once = [(w.dep, w.head.i) for w in parsed.words]
    repair(parsed)
    assert [(w.dep, w.head.i) for w in parsed.words] == once


@pytest.mark.parametrize(
    ("text", "noun", "head"),
    [
        (
            "The court heard her claim that Anna Berg never met Karl Lund, and his testimony that she lied.",
            "testimony",
            "claim",
        ),
        ("Berg's refusal to meet Karl Lund and her talks with Olga Stein angered the board.", "talks", "refusal"),
        ("The claim that Anna Berg met Karl Lund and the aide that left was read.", "aide", "Lund"),
        ("The claim that Anna Berg took Karl Lund and the money to Bonn was read.", "money", "Lund"),
    ],
)
def test_what_tells_something_is_joined_to_what_tells_another_thing(text: str, noun: str, head: str) -> None:
    (word,) = [w for w in _repaired(text).words if w.text == noun]
    assert (word.dep, word.head.text) == ("conj", head)
