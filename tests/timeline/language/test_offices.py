"""Whom a role noun takes up: the office as a title, abroad, of a state, former; and whose kin somebody is."""

import pytest

from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import find_people
from timeline.language.pipeline import parse
from timeline.sources.body import paragraphs


def _meant(text: str, noun: str) -> str | None:
    """Return who the last role noun of that form means; None for nobody with a name."""
    parsed = next(parse([(text, paragraphs(text))]))
    people = find_people(parsed)
    resolve_pronouns(parsed, people)
    mention = people.mention_at([w for w in parsed.words if w.text == noun][-1])
    return mention.entry.name if mention and mention.entry.named else None


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("Gov. Anna Berg was late. Otto Weiss met the governor.", "governor", "Anna Berg"),
        (
            "Sen. Karl Lund (D-Utah) left. Sen. Ida Dahl of Ohio stayed. Otto Weiss met the Utah senator.",
            "senator",
            "Karl Lund",
        ),
        ("Sen. Karl Lund of Utah left. Otto Weiss met the Ohio senator.", "senator", None),
        ("GOP nominee Karl Lund left early. The Republican candidate was ill.", "candidate", "Karl Lund"),
        ("Former Mayor Anna Berg was late. Otto Weiss met the mayor.", "mayor", None),
        ("Former Mayor Anna Berg was late. Otto Weiss met the former mayor.", "mayor", "Anna Berg"),
        ("Mayor Anna Berg was late. Otto Weiss will meet the next mayor.", "mayor", None),
        ("Mayor Anna Berg was late. Otto Weiss wants a mayor.", "mayor", None),
        ("Mayor Anna Berg was late. Otto Weiss met the mayor they had sent.", "mayor", None),
        ("Lt. Gov. Anna Berg was late. Otto Weiss met the governor.", "governor", None),
        (
            "Russian President Karl Lund left.\n\nIt rained.\n\nIt snowed.\n\nOtto Weiss met the president.",
            "president",
            None,
        ),
    ],
)
def test_an_office_is_taken_up_by_who_is_known_to_hold_it(text: str, noun: str, who: str | None) -> None:
    assert _meant(text, noun) == who


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        (
            "President Karl Lund left. Anna Berg was sworn in as president. The president met Ida Dahl.",
            "president",
            "B",
        ),
        ("Karl Lund was president. Anna Berg became president. The president met Ida Dahl.", "president", "B"),
        ("Karl Lund was president. Anna Berg may become president. The president met Ida Dahl.", "president", "L"),
        ("Anna Berg became mayor in 2010. Mayor Karl Lund won in 2014. The mayor met Ida Dahl.", "mayor", "L"),
        ("Gov. Karl Lund resigned. Anna Berg took over. The governor met Ida Dahl.", "governor", None),
        ("Gov. Karl Lund resigned. Anna Berg took over a bank. The governor met Ida Dahl.", "governor", "L"),
        ("Gov. Karl Lund died in 2014. The governor met Ida Dahl in 2016.", "governor", None),
        ("Gov. Karl Lund died in 2014. The governor met Ida Dahl in 2012.", "governor", "L"),
        ("Gov. Anna Berg and Mayor Karl Lund swapped jobs. The mayor met Ida Dahl.", "mayor", None),
        ("Gov. Anna Berg and Mayor Karl Lund swapped jokes. The mayor met Ida Dahl.", "mayor", "L"),
    ],
)
def test_an_office_that_changed_hands_is_its_new_holders_or_nobodys(text: str, noun: str, who: str | None) -> None:
    assert _meant(text, noun) == {"B": "Anna Berg", "L": "Karl Lund", None: None}[who]


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("Governor Karl Lund was late. The deputy governor met Ida Dahl.", "governor", None),
        ("Governor Karl Lund was late. The acting governor met Ida Dahl.", "governor", None),
        ("Governor Karl Lund was late. The former governor met Ida Dahl.", "governor", None),
        ("Acting governor Karl Lund was late. The acting governor met Ida Dahl.", "governor", "Karl Lund"),
        ("Then-mayor Karl Lund spoke in 2010. The mayor met Ida Dahl.", "mayor", None),
        ("Karl Lund, then mayor, spoke in 2010. The mayor met Ida Dahl.", "mayor", None),
        ("Karl Lund, the new mayor, spoke. The mayor met Ida Dahl.", "mayor", "Karl Lund"),
        ("Karl Lund, the mayor, spoke. The new mayor met Ida Dahl.", "mayor", None),
        ("Finance minister Anna Berg and trade minister Karl Lund came. The minister met Ida Dahl.", "minister", None),
        (
            "Finance minister Anna Berg came. Trade minister Karl Lund left. The minister met Ida Dahl.",
            "minister",
            "Karl Lund",
        ),
        ("Anna Berg fired her lawyer, Karl Lund. Her new lawyer met Ida Dahl.", "lawyer", None),
    ],
)
def test_a_word_more_or_another_holder_leaves_an_office_to_nobody(text: str, noun: str, who: str | None) -> None:
    assert _meant(text, noun) == who


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("Karl Lund and his wife, Anna Berg, came. His wife met Otto Weiss.", "wife", "Anna Berg"),
        ("Karl Lund and his wife, Anna Berg, came. Otto Weiss met Lund's wife.", "wife", "Anna Berg"),
        ("Karl Lund and his wife, Anna Berg, came. Otto Weiss brought his wife.", "wife", None),
        (
            "Karl Lund left with his daughter, Ida Dahl. Ida Dahl said that her father met Otto Weiss.",
            "father",
            "Karl Lund",
        ),
        ("Ida Dahl, a mother of three, was late. Otto Weiss lost his mother.", "mother", None),
        ("Karl Lund's lawyer, Erik Dahl, left. Anna Berg called her lawyer.", "lawyer", None),
        ("Karl Lund's lawyer, Erik Dahl, left. Anna Berg called Lund's attorney.", "attorney", "Erik Dahl"),
        ("Otto Weiss knows the wife of a sailor. Anna Berg, the wife of Karl Lund, left.", "wife", "Anna Berg"),
    ],
)
def test_kin_and_lawyers_are_of_somebody(text: str, noun: str, who: str | None) -> None:
    assert _meant(text, noun) == who


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("Bill de Lindt came. De Lindt met Otto Weiss.", "Lindt", "Bill de Lindt"),
        ("Michael Dorn came. Mike Dorn met Otto Weiss.", "Dorn", "Michael Dorn"),
        ("Billionaire Anna Berg left. Anna Berg met Otto Weiss.", "Berg", "Anna Berg"),
        ("Anna Berg came. Berg spoke.\n\nHer cousin, Karl Berg, was ill. Berg met Otto Weiss.", "Berg", None),
        (
            "Anna Berg came. Berg spoke. Berg sang. Berg left.\n\nHer cousin, Karl Berg, sat.\n\nBerg met Otto.",
            "Berg",
            "Anna Berg",
        ),
        (
            "It rained.\n\nMr. Berg sang. Mr. Berg left. Berg sat.\n\nHis wife, Anna Berg, came.\n\nBerg met Otto.",
            "Berg",
            None,
        ),
        ("Berg Meets Weiss\n\nAnna Berg met Otto Weiss. Berg smiled. Her cousin is Karl Berg.", "Berg", "Karl Berg"),
    ],
)
def test_a_name_is_kept_with_its_bearer(text: str, noun: str, who: str | None) -> None:
    assert _meant(text, noun) in ({who, "Berg"} if who is None else {who})
