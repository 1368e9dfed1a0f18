"""A clause whose verb is left out hangs on that verb, with its own time, place or means; a list does not."""

import pytest

from timeline.language.gapping import ORPHAN
from timeline.language.pipeline import parse
from timeline.language.repairs import repair
from timeline.model import Span


def _orphans(text: str) -> list[tuple[str, str, str]]:
    parsed = next(parse([(text, [Span(0, len(text))])]))
    repair(parsed)
    return [(w.head.text, w.text, " ".join(c.text for c in w.subtree())) for w in parsed.words if w.dep == ORPHAN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg met Karl Lund on Monday and Olga Stein on Tuesday.", [("met", "Stein", "Olga Stein on Tuesday")]),
        ("Anna Berg met Karl Lund in Bonn and Olga Stein in Oslo.", [("met", "Stein", "Olga Stein in Oslo")]),
        (
            "Anna Berg spoke with Karl Lund by phone and with Olga Stein in person.",
            [("spoke", "Stein", "with Olga Stein in person")],
        ),
        (
            "On Monday Anna Berg met Karl Lund, and on Tuesday Olga Stein.",
            [("met", "Stein", "on Tuesday Olga Stein")],
        ),
        (
            "Anna Berg met Karl Lund on Monday, Olga Stein on Tuesday and Ivo Brandt on Wednesday.",
            [("met", "Stein", "Olga Stein on Tuesday"), ("met", "Brandt", "Ivo Brandt on Wednesday")],
        ),
        (
            "Anna Berg met the envoy Karl Lund last week and his deputy on Tuesday.",
            [("met", "deputy", "his deputy on Tuesday")],
        ),
        (
            "Anna Berg had dinner with Karl Lund on Monday and lunch with Olga Stein on Tuesday.",
            [("had", "lunch", "lunch with Olga Stein on Tuesday")],
        ),
        # They share what is told once, or have a verb of their own, or are no people.
        ("Anna Berg met Karl Lund and Olga Stein on Tuesday.", []),
        ("Anna Berg met Karl Lund of Norway and Olga Stein of Chile on Tuesday.", []),
        ("Anna Berg met Karl Lund on Monday, and Olga Stein resigned on Tuesday.", []),
        ("Anna Berg met Karl Lund on Monday and Olga Stein met Ivo Brandt on Tuesday.", []),
        ("Anna Berg met Karl Lund on Monday and Tuesday.", []),
        ("Anna Berg resigned on Monday and Karl Lund on Tuesday.", []),
        ("Anna Berg kept a majority in the House and Senate in May.", []),
        ("Anna Berg met Karl Lund's son in June, 26-year-old Ivo.", []),
    ],
)
def test_whom_a_left_out_verb_has_hangs_on_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _orphans(text) == expected
