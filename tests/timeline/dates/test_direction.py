"""Which side of the day of publication is meant; where the words leave it open, the date holds both."""

import pytest

from tests.timeline.dates.reading import read

#: published | sentence | words | EDTF
ROWS = """
2016-03-17 | On Friday, the council planned to pay the first claims. | Friday | 2016-03-11/2016-03-18
2016-03-17 | The permit had been due to expire Friday evening. | Friday evening | 2016-03-11/2016-03-18
2016-03-17 | A service planned at the chapel for Saturday was canceled. | Saturday | 2016-03-12/2016-03-19
2016-03-17 | Until Tuesday, they had not called her a suspect. | Tuesday | 2016-03-15/2016-03-22
2016-03-17 | The bank was likely to buy as soon as trading opened on Monday. | Monday | 2016-03-14/2016-03-21
2016-03-17 | He planned to leave once the talks closed on Monday. | Monday | 2016-03-14/2016-03-21
2016-03-17 | They met as soon as the talks ended on Monday. | Monday | 2016-03-14
2016-03-17 | They agreed to meet on Saturday. | Saturday | 2016-03-19
2016-03-17 | The council postponed the vote to Friday. | Friday | 2016-03-18
2016-03-17 | They seek a way around Wednesday's order. | Wednesday | 2016-03-16
2016-03-17 | They are planning for Friday's meeting. | Friday | 2016-03-18
2016-03-17 | Munt will speak at Friday's rally. | Friday | 2016-03-18
2016-03-17 | Munt praised Wednesday's vote. | Wednesday | 2016-03-16
2016-03-17 | Carla Munt speaks at a rally in Oskar Bay on Tuesday. | Tuesday | 2016-03-15
2016-03-17 | The council meets on Tuesday. | Tuesday | 2016-03-22
2016-03-17 | He is the likely nominee in November. | November | 2016-11
2016-03-17 | He faced a looming showdown in July. | July | 2016-07
2016-03-17 | If she faces him in the fall, she wins. | the fall | 2016-09/2016-11
2016-02-10 | The alliance decided to admit Tarvia in early March. | early March | 2016-03
2016-11-02 | The bank announced an agreement to acquire the mill in January. | January | 2017-01
2016-10-30 | The ministry gave Vane until mid-November to answer. | mid-November | 2016-11
2016-10-31 | Sales of the period ended Jan. 31 fell. | Jan. 31 | 2016-01-31
2016-03-14 | Munt noticed it this weekend. | this weekend | 2016-03-12/2016-03-13
2016-03-14 | They will meet this weekend. | this weekend | 2016-03-19/2016-03-20
2016-03-17 | They will have left on Friday. | Friday | 2016-03-18
2016-03-17 | Delegates to the GOP convention are chosen. | the GOP convention | 2016-07-18/2016-07-21
2016-03-17 | They turned to the general election. | the general election | 2016-11-08
2016-03-17 | They spoke about the election. | the election | 2016-11-08
2016-03-17 | She won the New Hampshire primary. | the New Hampshire primary | 2016-02-09
2016-03-17 | The next presidential election is far away. | The next presidential election | 2016-11-08
2016-03-17 | The last presidential election was close. | The last presidential election | 2012-11-06
1998-10-25 | In January, the bank named a new chief. | January | 1998-01
2016-09-25 | Tate called Friday's decision a win. | Friday | 2016-09-23
2016-10-05 | Growth is lower than forecast in July. | July | 2016-07
2016-02-17 | He will win the general election in November. | the general election in November | 2016-11-08
2016-02-17 | Half of the votes are in by Election Day. | Election Day | 2016-11-08
2016-03-10 | They put it on the November ballot. | November | 2016-11
2016-09-14 | They regret the decision to meet at the end of June. | the end of June | 2016-06
2016-09-20 | Tate lost the presidential election. | the presidential election | 2012-11-06
2016-09-20 | They spoke of the Sept. 11 attacks. | the Sept. 11 attacks | 2001-09-11
2016-03-16 | The debate starts at 9 p.m. on Tuesday. | 9 p.m. on Tuesday | 2016-03-22
2016-12-05 | They took part in planning for the Tarvian summit in April. | April | 2017-04
2016-09-29 | They met on the following Monday. | the following Monday | None
2017-03-02 | They met in September. | September | 2016-09
2017-03-02 | The record was set on Feb. 3. | Feb. 3 | 2017-02-03
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_the_side_meant(row: str) -> None:
    published, sentence, words, edtf = (cell.strip() for cell in row.split("|"))
    assert [(r.expression.text, str(r.date)) for r in read(sentence, published)] == [(words, edtf)]


def test_a_plan_told_in_the_past_holds_both_sides_where_it_looks_ahead() -> None:
    (reading,) = read("The permit had been due to expire on Friday.", "2016-03-17")
    assert reading.expression.timex_value == "2016-03-11"
    assert (str(reading.past), str(reading.future)) == ("2016-03-11", "2016-03-11/2016-03-18")
    assert "a plan told in the past perfect" in reading.derivation


def test_until_with_what_had_been_is_rather_over() -> None:
    (reading,) = read("Until Tuesday, they had not called her a suspect.", "2016-03-17")
    (other,) = read("They put the vote off until Tuesday.", "2016-03-17")
    assert (reading.expression.timex_value, other.expression.timex_value) == ("2016-03-15", "2016-03-22")


def test_a_range_that_is_over_begins_before_it_ends() -> None:
    low, high = read("They met between March and May.", "2016-03-17")
    assert str(low.past) == str(high.past) == "2015-03/2015-05"


@pytest.mark.parametrize(
    ("day", "past", "future"),
    [
        ("2017-02-27", "2017-02-27/2017-03-05", "2017-02-27/2017-03-05"),
        ("2017-02-28", "2017-02-27/2017-02-28", "2017-02-28/2017-03-05"),
        ("2017-03-02", "2017-02-27/2017-03-02", "2017-03-02/2017-03-05"),
    ],
)
def test_this_week_ends_or_begins_at_publication_and_is_never_one_day(day: str, past: str, future: str) -> None:
    (reading,) = read("Munt met Vane this week.", day)
    assert (str(reading.past), str(reading.future)) == (past, future)
