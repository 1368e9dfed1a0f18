"""A date is as wide as its words: what they blur or leave open stays blurred or open. Published on 2016-03-17."""

import pytest

from tests.timeline.dates.reading import read
from timeline.dates import Preposition

#: sentence | words | TIMEX3 value | EDTF
ROWS = """
They met more than 30 years ago. | more than 30 years ago | 1986 | ../1986-12-31
They met over two weeks ago. | over two weeks ago | 2016-W09 | ../2016-03-06
They met less than a month ago. | less than a month ago | 2016-02 | 2016-02-01/2016-03-17
They met at least ten days ago. | at least ten days ago | 2016-03-07 | ../2016-03-07
They met about ten days ago. | about ten days ago | 2016-03-07 | 2016-03-07~
They met a week or so ago. | a week or so ago | 2016-W10 | 2016-03-07/2016-03-13~
They met ten days ago. | ten days ago | 2016-03-07 | 2016-03-07
The mill had earned more a year ago. | a year ago | 2015 | 2015
Years from now they will remember it. | Years from now | FUTURE_REF | None
They will meet two weeks from now. | two weeks from now | 2016-W13 | 2016-03-28/2016-04-03
They met last Tuesday. | last Tuesday | 2016-03-08 | 2016-03-08/2016-03-15
They met last Friday. | last Friday | 2016-03-11 | 2016-03-11
They met in the last quarter of 2015. | the last quarter of 2015 | 2015-Q4 | 2015-10/2015-12
They met in the first week of January. | the first week of January | 2016-01 | 2016-01-01/2016-01-10
They met in the last week of May 2014. | the last week of May 2014 | 2014-05 | 2014-05-19/2014-05-31
They met on the first Monday of May 2014. | the first Monday of May 2014 | 2014-05-05 | 2014-05-05
They met on the last Friday in January. | the last Friday in January | 2016-01-29 | 2016-01-29
They will meet the week after next. | the week after next | 2016-W13 | 2016-03-28/2016-04-03
They met around Thanksgiving. | around Thanksgiving | 2015-11-26 | 2015-11-26~
They met about June 9, 2015. | about June 9, 2015 | 2015-06-09 | 2015-06-09~
They met around 7 p.m. on June 9, 2015. | around 7 p.m. on June 9, 2015 | 2015-06-09T19:00 | 2015-06-09
They met over Thanksgiving weekend. | Thanksgiving weekend | 2015-W48-WE | 2015-11-26/2015-11-29
They met over the Labor Day weekend. | the Labor Day weekend | 2015-W36-WE | 2015-09-05/2015-09-07
They met during Easter week of 2014. | Easter week of 2014 | 2014-W16 | 2014-04-14/2014-04-27
They met in Christmas week. | Christmas week | 2015-W52 | 2015-12-21/2015-12-27
They met last Memorial Day weekend. | last Memorial Day weekend | 2015-W21-WE | 2015-05-23/2015-05-25
Sales fell in the latest fiscal year. | the latest fiscal year | 2015 | 2014-02-01/2016-03-17
Sales rise this fiscal year. | this fiscal year | 2016 | 2015-02/2017-01
They met the week following last month's crash. | last month | 2016-02 | 2016-02
They met on the eve of the Iowa caucuses. | the eve of the Iowa caucuses | 2016-01-31 | 2016-01-31
They met in the days after the Iowa caucuses. | the days after the Iowa caucuses | XXXX-XX-XX | 2016-02-02/2016-03-01
They met years before the Iowa caucuses. | years before the Iowa caucuses | XXXX | ../2016-01-31
They met five or six years ago. | five or six years ago | 2011 | 2010/2011
They met more than five or six years ago. | more than five or six years ago | 2011 | ../2011-12-31
They met 10 to 15 years ago. | 10 to 15 years ago | 2006 | 2001/2006
They met twenty years ago today. | twenty years ago today | 1996 | 1996
They met more than a dozen years ago. | more than a dozen years ago | 2004 | ../2004-12-31
Sales fell in fiscal 2014. | fiscal 2014 | 2014 | 2013-02/2015-01
Sales fell in the third quarter of fiscal 2014. | the third quarter of fiscal 2014 | 2014-Q3 | 2013-02/2015-01
Prices rose in the first two quarters of 2014. | the first two quarters of 2014 | 2014-H1 | 2014-01/2014-06
The mill closes at year-end. | year-end | 2016-12-31 | 2016
Sales grew since year-end. | year-end | 2015-12-31 | 2015
Four-plus months remain. | Four-plus months | P4M | None
Three very long weeks passed. | weeks | P3W | None
They may come within weeks or months. | weeks or months | PXW | None
They met in the early hours of Friday. | the early hours of Friday | 2016-03-11 | 2016-03-11
They spoke in recent weeks and months. | recent weeks and months | PXW | None
They spoke in recent weeks. | recent weeks | PXW | None
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_date_is_as_wide_as_its_words(row: str) -> None:
    sentence, words, value, edtf = (cell.strip() for cell in row.split("|"))
    found = [(r.expression.text, r.expression.timex_value, str(r.date)) for r in read(sentence, "2016-03-17")]
    assert found == [(words, value, edtf)]


def test_a_week_told_on_a_sunday_may_begin_or_end_with_it() -> None:
    (reading,) = read("They met last week.", "2016-03-20")
    assert (reading.expression.timex_value, str(reading.date)) == ("2016-W10", "2016-03-07/2016-03-20")


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Vane resigned prior to May.", "../2016-04-30"),
        ("Vane resigned before March 3.", "../2016-03-03"),
        ("Vane resigned before the New Hampshire primary.", "../2016-02-09"),
    ],
)
def test_what_is_before_a_date_ends_ahead_of_it_and_by_a_day_with_it(sentence: str, days: str) -> None:
    (reading,) = read(sentence, "2016-03-17")
    assert str(reading.past) == str(reading.future) == days


def test_a_comparison_keeps_to_the_quarter_reported_and_its_days_to_the_year() -> None:
    quarter, ago = read("Profit fell in the third quarter of 2015. It had been higher a year earlier.", "2015-11-02")
    assert (ago.expression.timex_value, str(ago.date)) == ("2014-Q3", "2014")
    assert str(quarter.date) == "2015-07/2015-09"


def test_a_comparison_beside_nine_months_keeps_to_the_year() -> None:
    text = "Profit fell in the third quarter of 2015. For the nine months it was lower than a year earlier."
    assert read(text, "2015-11-02")[-1].expression.timex_value == "2014"


def test_a_quarter_that_runs_is_compared_with_nothing() -> None:
    text = "A fourth-quarter charge will come. Profit fell in the latest quarter."
    assert read(text, "2015-11-02")[-1].expression.timex_value == "2015-Q3"


@pytest.mark.parametrize(
    ("sentence", "preposition"),
    [
        ("They met no later than May 2014.", Preposition.BEFORE),
        ("They met no earlier than May 2014.", Preposition.AFTER),
        ("They met in May 2014.", Preposition.WITHIN),
        ("They spoke of a move to May 2014.", Preposition.WITHIN),
    ],
)
def test_what_a_date_bounds(sentence: str, preposition: Preposition) -> None:
    assert [r.preposition for r in read(sentence)] == [preposition]


def test_the_days_of_a_range_without_from() -> None:
    low, high = read("They met Monday through Wednesday.", "2016-03-17")
    assert str(low.past) == str(high.past) == "2016-03-14/2016-03-16"
