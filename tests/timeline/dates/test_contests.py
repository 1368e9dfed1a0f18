"""Whose election or inauguration is told: only the president's has a day in the calendar."""

import pytest

from tests.timeline.dates.reading import read

OTHERS = [
    "Munt lost the election for mayor.",
    "They met before the election in Bonn.",
    "They met after the election of a new chairman.",
    "They met at the inauguration of the bridge.",
    "Munt won the election.",
    "They met before the general election in Norway.",
]
PRESIDENTS = [
    ("They met before the election of President Trump.", "2016-11-08"),
    ("They met at the inauguration of the president.", "2017-01-20"),
    ("Trump won the election.", "2016-11-08"),
    ("They met on the day of the election in November.", "2016-11-08"),
    ("They met at the inauguration.", "2017-01-20"),
]


@pytest.mark.parametrize("text", OTHERS)
def test_another_election_has_no_day(text: str) -> None:
    assert [str(r.past) for r in read(text)] == []


@pytest.mark.parametrize(("text", "day"), PRESIDENTS)
def test_the_presidents_has(text: str, day: str) -> None:
    assert day in str([str(r.narrowest) if hasattr(r, "narrowest") else str(r.past) for r in read(text)])
