"""A day named behind one that is only counted dates what was told before it; a day told with its year keeps it."""

import pytest

from tests.timeline.dates.reading import read


def dates(text: str, day: str = "2019-04-18") -> list[str]:
    return [str(r.date) for r in read(text, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "That evening she called him. The next day, July 9, 2017, he resigned.",
            ["2017-07-08", "2017-07-09", "2017-07-09"],
        ),
        (
            "That evening, at 10:31 p.m., she called him for two hours. Early the next day, June 15, 2017, he left.",
            ["2017-06-14", "2017-06-14", "None", "2017-06-15", "2017-06-15"],
        ),
        ("Three days later, on July 21, 2017, he resigned.", ["2017-07-21", "2017-07-21"]),
        # A date between is of another day, and one that is only near is not its name.
        (
            "That evening she left. In May he wrote. The next day, July 9, 2017, he came.",
            ["None", "2018-05", *["2017-07-09"] * 2],
        ),
        (
            "That evening she left. The next day she read that July 9, 2017, was a Sunday.",
            ["None", "None", "2017-07-09"],
        ),
    ],
)
def test_a_day_named_dates_the_evening_before(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She spoke at the June 9, 2016 dinner. On July 9, 2017, she left. The June 9 dinner was short.", "2016-06-09"),
        ("She met him in mid-April 2016. On April 25, 2016, she left. They had settled it on March 24.", "2016-03-24"),
        # Of two years, neither; and a day by itself goes on with the story.
        (
            "She left after the June 9, 2015 and June 9, 2016 dinner. On July 9, 2017, he told of the June 9 dinner.",
            "2017-06-09",
        ),
    ],
)
def test_a_day_told_with_its_year_keeps_it(text: str, last: str) -> None:
    assert dates(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "She complained about the June 9, 2016 meeting. That evening she called him.",
        "She praised the June 9, 2016 meeting. That evening she called him.",
    ],
)
def test_nothing_counts_from_the_day_of_a_topic(text: str) -> None:
    assert dates(text)[-1] == "None"


def test_something_counts_from_the_day_of_an_occasion() -> None:
    assert dates("At the June 9, 2016 meeting he spoke. That evening she called him.")[-1] == "2016-06-09"


def test_a_blurred_day_shares_the_year_of_the_one_behind_it() -> None:
    assert dates("She learned of it around June 21 or 22, 2017.")[0] == "2017-06-21~"
