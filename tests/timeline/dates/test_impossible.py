"""Dates that no calendar has: the stated year stays, another never takes its place."""

import pytest

from tests.timeline.dates.reading import read

IMPOSSIBLE = [
    # A day that the stated year lacks leaves the year.
    ("The envoys met on 29 February 2015.", ["2015"]),
    ("The envoys met on June 31, 2014.", ["2014"]),
    # A weekday that the stated day lacks is dropped.
    ("The envoys met on Monday, May 4, 2014.", ["2014-05-04"]),
    ("The envoys met on Sunday, 30 February 2014.", ["2014"]),
    # A year that lost a figure is none.
    ("The envoys met on May 3, 216.", ["None"]),
    ("The envoys met on 2016-02-30.", ["None"]),
]
POSSIBLE = [
    ("The envoys met on 29 February 2016.", ["2016-02-29"]),
    ("The envoys met on Sunday, May 4, 2014.", ["2014-05-04"]),
    ("The envoys met on 2016-02-28.", ["2016-02-28"]),
    ("On May 3, 216 people were killed.", ["2016-05-03"]),
    ("On May 3, 250 delegates met the minister.", ["2016-05-03"]),
]


@pytest.mark.parametrize(("text", "days"), IMPOSSIBLE + POSSIBLE)
def test_a_date_that_no_calendar_has(text: str, days: list[str]) -> None:
    assert [str(r.past) for r in read(text)] == days
