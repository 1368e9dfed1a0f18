import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Found
from timeline.sources import publication
from timeline.sources.problem import DateError

DAY = dt.date(2017, 3, 2)


@pytest.mark.parametrize(
    "words",
    [
        "2017-03-02",
        " 2017-03-02 ",
        "20170302",
        "2017/3/2",
        "2017-03-02T23:30:00-05:00",
        "2017-03-02 10:15",
        "2 March 2017",
        "March 2, 2017",
        "Mar. 2nd 2017",
        "the 2nd of March, 2017",
        "Thursday, 2 March 2017, 10:15 GMT",
        "Thu, 02 Mar 2017 10:00:00 GMT",
        DAY,
        dt.datetime(2017, 3, 2, 23, tzinfo=dt.UTC),
    ],
)
def test_a_given_day_is_read(words: str | dt.date) -> None:
    found = publication.given(words)
    assert found is not None
    assert (found.day, found.found) == (DAY, Found.GIVEN)
    assert found.detail


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_no_given_day_is_none(nothing: str | None) -> None:
    assert publication.given(nothing) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2017-13-45", "is no day of the calendar"),
        ("2017-02-29", "is no day of the calendar"),
        ("31 February 2017", "is no day of the calendar"),
        ("0001-01-01", "is no day of the calendar"),
        ("9999-12-31", "is no day of the calendar from 1600 to 2199"),
        ("03/04/2017", "does not tell day from month"),
        ("soon", "is not a day"),
        ("yesterday", "is not a day"),
        ("2017", "is not a day"),
        ("March 2017", "is not a day"),
        ("1 May", "is not a day"),
        ("x" * 500, "is no date"),
    ],
)
def test_an_unreadable_day_is_told_with_what_to_write(words: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason) as caught:
        publication.given(words)
    assert "write the day as YYYY-MM-DD" in str(caught.value)


@given(st.text(max_size=120))
def test_whatever_is_given_is_a_day_or_a_date_error(words: str) -> None:
    try:
        found = publication.given(words)
    except DateError:
        return
    assert (found is None) == (not words.strip())


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("BRASK, March 2, 2017 (Norland Press) - The minister", "BRASK, March 2, 2017 (Norland Press) -"),
        ("NEW BRASK (NP) March 2, 2017 — The minister", "NEW BRASK (NP) March 2, 2017 —"),
        ("BRASK — March 2, 2017 — The minister", "BRASK — March 2, 2017 —"),
        ("Talks fail\n\nBrask, 2 March 2017 – The minister", "Brask, 2 March 2017 –"),
        ("Port Brask, Norland, Mar. 2, 2017 /NorlandWire/ -- Norland Lines", "Port Brask, Norland, Mar. 2, 2017 /"),
        ("Talks fail\nBy Ada Moll\nPublished 2 March 2017\n", "Published 2 March 2017"),
        ("Updated: March 5, 2017\nPublished: March 2, 2017", "Published: March 2, 2017"),
        ("Updated March 2, 2017 at 10 a.m.", "Updated March 2, 2017"),
        ("First published on Thu 2 Mar 2017 10.15 GMT", "First published on Thu 2 Mar 2017"),
        ("Talks fail\nMarch 02, 2017\nThe minister", "March 02, 2017"),
        ("By Ada Moll | March 2, 2017 | 10:15 AM", "By Ada Moll | March 2, 2017 | 10:15 AM"),
        ("Thursday, 2 March 2017, 10:15 GMT", "Thursday, 2 March 2017, 10:15 GMT"),
    ],
)
def test_a_dateline_is_found_with_its_words(text: str, detail: str) -> None:
    found = publication.in_text(text)
    assert found is not None
    assert (found.day, found.found, found.detail) == (DAY, Found.DATELINE, detail)


@pytest.mark.parametrize(
    "text",
    [
        "BRASK, 2 March - The minister met the envoy.",
        "BRASK (NP) - The minister met the envoy on March 2, 2017 - so she says.",
        "He met her on March 2, 2017 - a Thursday - in Brask.",
        "The minister, March 2, 2017 - the day they met -",
        "In Brask on March 2, 2017 - a cold day - they met.",
        "Dorsky met Carrow on March 2, 2017 - twice.",
        "Released March 2, 2017, the report says that they met.",
        "March 2, 2017 was a long day in Brask.",
        "BRASK, Feb. 30, 2017 - The minister",
        "March 2017",
        "One.\n" * 15 + "BRASK, March 2, 2017 - The minister",
    ],
)
def test_what_is_no_dateline_gives_no_day(text: str) -> None:
    assert publication.in_text(text) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://brask.example/2017/03/02/talks", DAY),
        ("https://brask.example/news/2017/mar/02/talks", DAY),
        ("https://brask.example/talks-2017-03-02.html", DAY),
        ("https://brask.example/2017/13/45/talks", None),
        ("https://brask.example/2017/03/talks", None),
        ("https://brask.example/12017/03/02", None),
        (None, None),
    ],
)
def test_an_address_may_hold_the_day(url: str | None, day: dt.date | None) -> None:
    found = publication.in_address(url)
    assert (found.day if found else None) == day


def test_a_dateline_without_a_year_takes_the_year_of_the_address() -> None:
    found = publication.in_text("BRASK, 2 March - The minister", "https://brask.example/2017/03/talks")
    assert found is not None
    assert (found.day, found.detail) == (DAY, "BRASK, 2 March - (year: 2017 in the address)")
    assert publication.in_text("BRASK, 2 March - The minister", "https://brask.example/2017/05/talks") is None
