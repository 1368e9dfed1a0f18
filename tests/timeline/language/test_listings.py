"""Names that semicolons part, and who is meant where a clause tells of one of many."""

import pytest

from timeline.language.pipeline import parse
from timeline.language.repairs import repair
from timeline.language.syntax import conjuncts, grammatical_subject
from timeline.sources.body import paragraphs

_THREE = ["Lund", "Holm", "Weiss"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The letter went to Karl Lund, a deputy; Under Secretary of State Ida Holm; and Judge Otto Weiss.", _THREE),
        ("Anna Berg dined with Karl Lund, who runs the port; Ida Holm, a trader; and Judge Otto Weiss.", _THREE),
        ("Anna Berg met Karl Lund; Ida Holm was late; and Otto Weiss stayed home.", ["Lund"]),
        ("Anna Berg called Karl Lund on Monday; Ida Holm left.", ["Lund"]),
    ],
)
def test_semicolons_part_a_list_of_names_or_clauses(text: str, listed: list[str]) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    repair(parsed)
    first = next(w for w in parsed.words if w.text == "Lund")
    assert [w.text for w in (first, *conjuncts(first))] == listed
    assert [w for w in parsed.sentences[0].words if w.head is w] == [parsed.sentences[0].root]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Berg is one of the aides who met Karl Lund on Monday.", "Berg"),
        ("Anna Berg is a lawyer and one of the aides who met Karl Lund on Monday.", "Berg"),
        ("Anna Berg was among the lawyers who met Karl Lund.", "Berg"),
        ("Anna Berg, one of the aides who met Karl Lund, left.", "Berg"),
        ("Anna Berg is the envoy who met Karl Lund in May.", "Berg"),
        ("Anna Berg is not one of the aides who met Karl Lund.", "aides"),
        ("The envoy is one of the aides who met Karl Lund.", "aides"),
        ("It was the envoy who met Karl Lund in May.", "envoy"),
    ],
)
def test_who_is_told_to_be_one_of_those_of_whom_a_clause_tells(text: str, who: str) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    verb = next(w for w in parsed.words if w.text == "met")
    assert [w.text for w in grammatical_subject(verb)] == [who]
