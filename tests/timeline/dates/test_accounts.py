"""Periods of accounts: told by their end, of a company's own calendar, compared with a year before."""

import pytest

from tests.timeline.dates.reading import read

PUBLISHED = "1995-11-02"
#: text | the last words, or those asked for | TIMEX3 value | EDTF
ROWS = """
Sales rose in the quarter ended Sept. 30. | the quarter | 1995-Q3 | 1995-07/1995-09
Sales rose in the quarter ended Aug. 31. | the quarter | 1995-QX | 1995-06/1995-08
Sales rose in the quarter ended Sept. 24. | the quarter | 1995-QX | 1995-06-19/1995-09-24
Sales rose in its second quarter ended Aug. 31. | second quarter | 1995-Q2 | 1995-06/1995-08
Sales rose in the quarter ending Dec. 31. | the quarter | 1994-Q4 | 1994-10/1994-12
The mill earned more in the fiscal first quarter. | the fiscal first quarter | 1995-Q1 | 1994-02/1996-01
Profit rose in the fiscal first quarter. In the quarter, costs fell. | the quarter | 1995-Q1 | 1994-02/1996-01
Profit rose in the fiscal first quarter from a year ago. | a year ago | 1994-Q1 | 1993/1995
It fell in the first quarter ended Aug. 31. The 1994 quarter was better. | The 1994 quarter | 1994-Q1 | 1993-02/1995-01
It fell in the first quarter ended Aug. 31 from the year-ago quarter. | the year-ago quarter | 1994-Q1 | 1994-06/1994-08
The mill reported a loss in fourth-quarter earnings. | fourth-quarter | 1995-Q4 | 1994-02/1996-01
The mill expects a loss in fourth-quarter earnings. | fourth-quarter | 1995-Q4 | 1995-10/1995-12
A strike that she said could affect fourth-quarter earnings is over. | fourth-quarter | 1995-Q4 | 1995-10/1995-12
The mill will report fourth-quarter earnings soon. | fourth-quarter | 1995-Q4 | 1995-10/1995-12
Sales fell for the year. | the year | 1995 | 1994-02/1996-01
For the year ended June 30, the mill earned little. | the year | P1Y | None
Sales fell in the first ten months of the year. | the year | 1995 | 1994-02/1996-01
In the first nine months it earned less than in the 1994 period. | the 1994 period | 1994 | 1994
Sales grew throughout the year. | the year | P1Y | None
It was the best party of the year. | the year | P1Y | None
Profit in the year-earlier nine months was small. | the year-earlier nine months | P9M | None
It fell in the third quarter. A. B. C. D. The latest quarter beat a year earlier. | a year earlier | 1994-Q3 | 1994
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_period_of_accounts_has_its_days_or_is_left_wide(row: str) -> None:
    text, words, value, edtf = (cell.strip() for cell in row.split("|"))
    found = [r for r in read(text, PUBLISHED) if r.expression.text == words][-1]
    assert (found.expression.timex_value, str(found.date)) == (value, edtf)


def test_a_year_told_by_its_end_bounds_what_happened_in_it() -> None:
    year, end = read("For the year ended June 30, the mill earned little.", PUBLISHED)
    assert str(year.past) == "1994-07/1995-06"
    assert str(end.date) == "1995-06-30"


def test_a_weekend_that_names_a_decision_is_not_ahead_for_it() -> None:
    (reading,) = read("Her view was confirmed over the weekend decision of the board.", "1995-11-06")
    assert str(reading.date) == "1995-11-04/1995-11-05"
