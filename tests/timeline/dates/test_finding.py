"""Expressions in sentences, published on Thursday 2017-03-02 unless a row says otherwise."""

import pytest

from tests.timeline.dates.reading import read
from timeline.dates import Kind, Preposition

#: sentence | words | TIMEX3 value | EDTF
ROWS = """
The envoy met the minister on March 3, 2014. | March 3, 2014 | 2014-03-03 | 2014-03-03
They dined on Friday, Feb. 24. | Friday, Feb. 24 | 2017-02-24 | 2017-02-24
The pact was signed on 3 May 2012. | 3 May 2012 | 2012-05-03 | 2012-05-03
The note is dated 11/2/89. | 11/2/89 | 1989-11-02 | 1989-11-02
The note is dated 1998-03-04. | 1998-03-04 | 1998-03-04 | 1998-03-04
They met in September. | September | 2016-09 | 2016-09
They met in July 2016. | July 2016 | 2016-07 | 2016-07
They met in 2015. | 2015 | 2015 | 2015
They worked together in the 1990s. | the 1990s | 199 | 199X
The house was built in the 19th century. | the 19th century | 18 | 18XX
They met last week. | last week | 2017-W08 | 2017-02-20/2017-02-26
They met last month. | last month | 2017-02 | 2017-02
They met last year. | last year | 2016 | 2016
The envoy called her Wednesday. | Wednesday | 2017-03-01 | 2017-03-01
The envoy called her Thursday. | Thursday | 2017-03-02 | 2017-03-02
The envoy will call her Wednesday. | Wednesday | 2017-03-08 | 2017-03-08
The envoy will call her in September. | September | 2017-09 | 2017-09
They met last spring. | last spring | 2016-SP | 2016-03/2016-05
They met in late 2015. | late 2015 | 2015 | 2015-10/2015-12
They met in early March. | early March | 2017-03 | 2017-03
Ten days ago he wrote to her. | Ten days ago | 2017-02-20 | 2017-02-20
Exports fell in the third quarter of 2014. | the third quarter of 2014 | 2014-Q3 | 2014-07/2014-09
She called on Thanksgiving. | Thanksgiving | 2016-11-24 | 2016-11-24
She will meet him on Thursday next week. | Thursday next week | 2017-03-09 | 2017-03-09
They met on Tuesday morning of last week. | Tuesday morning of last week | 2017-02-21TMO | 2017-02-21
They met on Monday morning, Feb. 20. | Monday morning, Feb. 20 | 2017-02-20TMO | 2017-02-20
They met on the Thursday of last week. | the Thursday of last week | 2017-02-23 | 2017-02-23
They met on the Sunday of last week. | the Sunday of last week | 2017-02-26 | 2017-02-19/2017-02-26
They met on the Monday after May 3, 2016. | the Monday after May 3, 2016 | 2016-05-09 | 2016-05-09
They met on the Tuesday before May 3, 2016. | the Tuesday before May 3, 2016 | 2016-04-26 | 2016-04-26
They met the Saturday before Christmas. | the Saturday before Christmas | 2016-12-24 | 2016-12-24
They talked yesterday. | yesterday | 2017-03-01 | 2017-03-01
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "words", "value", "edtf"), rows(ROWS))
def test_an_expression_is_read(sentence: str, words: str, value: str, edtf: str) -> None:
    (reading,) = read(sentence)
    assert (reading.expression.text, reading.expression.timex_value, str(reading.date)) == (words, value, edtf)


def test_an_unknown_day_of_publication_leaves_relative_dates_open() -> None:
    weekday, absolute = read("They met on Friday and on March 3, 2014.", None)
    assert weekday.date is None
    assert "unknown" in weekday.expression.anchor
    assert str(absolute.date) == "2014-03-03"


def test_a_period_with_its_month_is_narrower_and_says_what_was_stated() -> None:
    (reading,) = read("They met during the Republican National Convention in July.")
    assert (str(reading.date), str(reading.stated)) == ("2016-07-18/2016-07-21", "2016-07")
    assert reading.kind is Kind.DATE


def test_both_readings_are_kept() -> None:
    (reading,) = read("They met in September.")
    assert (str(reading.past), str(reading.future)) == ("2016-09", "2017-09")


def test_a_told_date_carries_the_next_one_and_can_be_counted_anew() -> None:
    first, second = read("They met on July 9, 2016. Two days later she wrote to him.")
    assert str(second.date) == "2016-07-11"
    assert second.is_anaphoric
    assert first.date is not None
    assert str(second.reanchor(first.date)) == "2016-07-11"


def test_the_ends_of_a_range_hold_the_whole() -> None:
    low, high = read("They worked together from 1989 to 1991.")
    assert {low.preposition, high.preposition} == {Preposition.BETWEEN}
    assert str(low.past) == str(high.past) == "1989/1991"
    assert str(low.date) == "1989"


@pytest.mark.parametrize(
    "text",
    [
        "They met on the Thursday before the vote.",
        "She left the Monday after the talks.",
        "It was the Monday of the vote.",
    ],
)
def test_a_weekday_beside_what_has_no_date_has_none(text: str) -> None:
    assert [r.date for r in read(text)] == [None]
