"""A day told without its year in a text that tells of long ago."""

import pytest

from tests.timeline.dates.reading import read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # A weekday that no near year gives the day tells of long ago.
        (
            "On May 3, 2017 she testified. In June 2017 she left. At a dinner on Friday, May 5, she laughed.",
            ["2017-05-03", "2017-06", "2017-05-05"],
        ),
        # What stands before the first date of a narration is near it.
        (
            "On March 24 they spoke. In April 2016 he wrote. On May 9, 2016 she left.",
            ["2016-03-24", "2016-04", "2016-05-09"],
        ),
        ("On March 24 they spoke. He had been there in April 2016.", ["2019-03-24", "2016-04"]),
    ],
)
def test_a_day_without_its_year(text: str, days: list[str]) -> None:
    assert [str(r.past) for r in read(text, "2019-04-18")] == days
