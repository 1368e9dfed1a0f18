"""Who is of the press, by what the text shows of them; who holds an office, and who asks as a person, is not."""

import pytest

from timeline.language.mentions import find_people
from timeline.language.pipeline import parse
from timeline.language.repairs import repair
from timeline.model import Span


def _press(text: str) -> list[str]:
    parsed = next(parse([(text, [Span(0, len(text))])]))
    repair(parsed)
    return sorted(e.name for e in find_people(parsed).entries if e.named and e.press)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "In a talk with hosts Paul Dunn and Mika Roth, Anna Berg said that the port was lost.",
            ["Mika Roth", "Paul Dunn"],
        ),
        ("On “Morning Hour,” co-host Paul Dunn asked Anna Berg about the port.", ["Paul Dunn"]),
        ("Paul Dunn, who hosts a talk show, spoke with Anna Berg on Monday.", ["Paul Dunn"]),
        ("Anna Berg called in to the Paul Dunn Show and spoke with Dunn on Monday.", ["Dunn", "Paul Dunn Show"]),
        ("Anna Berg said in an interview with Dunn that the port was lost. Dunn asked Berg about it.", ["Dunn"]),
        ("Anna Berg told Paul Dunn in an interview that the port was lost. Berg left.", ["Paul Dunn"]),
        ("Anna Berg gave an interview to Paul Dunn. Berg spoke to Dunn again on Monday.", ["Paul Dunn"]),
        ("Anna Berg told Paul Dunn on “Face the Day” that the port was lost.", ["Paul Dunn"]),
        ("Paul Dunn interviewed Anna Berg on his show on Monday.", ["Paul Dunn"]),
        ("Anna Berg told the Orlando Courier that the port was lost.", ["Orlando Courier"]),
        ("Anna Berg told Dunn that the port was lost. Dunn asked Berg whether she had paid.", ["Dunn"]),
        # An office, an inquiry, a dinner, a text about whoever is asked, people who ask each other.
        ("Anna Berg said in an interview with FBI agent Karl Lund that the port was lost.", []),
        ("Anna Berg said in an interview with Mayor Karl Lund that the port was lost.", []),
        (
            "In an interview with Karl Lund, Olga Stein asked why. Lund left. Lund came back. Lund slept.",
            ["Olga Stein"],
        ),
        ("Karl Lund interviewed Anna Berg for the post on Monday.", []),
        ("Anna Berg hosted a dinner for Karl Lund on Monday.", []),
        ("The mayor hosts Karl Lund and Olga Stein on Monday.", []),
        ("Anna Berg told Karl Lund on the train that the port was lost.", []),
        ("Lund asked Stein whether she had paid.", []),
    ],
)
def test_the_press_is_known_by_what_the_text_shows(text: str, names: list[str]) -> None:
    assert _press(text) == names
