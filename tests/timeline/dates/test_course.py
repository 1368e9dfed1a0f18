"""What an expression counts from: the story it stands in, the day of its paragraph, the day of the words quoted."""

import pytest

from tests.timeline.dates.reading import published
from timeline.dates import Reading, find
from timeline.language.pipeline import parse
from timeline.model import Span


def readings(text: str, day: str | None) -> list[Reading]:
    """Read a text of several paragraphs, which blank lines part."""
    spans, at = [], 0
    for piece in text.split("\n\n"):
        spans.append(Span(at, at + len(piece)))
        at += len(piece) + 2
    return find(next(iter(parse([(text, spans)]))), published(day))


def dates(text: str, day: str | None = "2016-03-14") -> list[str]:
    return [str(r.date) for r in readings(text, day)]


def test_a_flashback_that_has_reached_but_a_year_leaves_the_year_open() -> None:
    story = "On May 22, 2009, Munt was made a judge, and the following year she moved to Bonn."
    assert dates(f"{story} In December she met Vane.")[-1] == "2010-12/2015-12"


def test_a_flashback_keeps_its_year() -> None:
    text = (
        "In the summer of 2007, Munt led in every count. In October she toured Tarvia.\n\n"
        "By Jan. 20 she had lost it. That night she rang Vane.\n\n"
        "In February she left the race."
    )
    assert dates(text) == ["2007-06/2007-08", "2007-10", "2008-01-20", "2008-01-20", "2008-02"]


@pytest.mark.parametrize(
    "text",
    [
        "In the fall of 2007, Munt was far ahead. She said Friday that the talks began in October.",
        "Munt, who left the party in May 2007, resigned in October.",
        "In 2007, Munt was far ahead.\n\nShe resigned in October.",
    ],
)
def test_what_is_told_by_the_day_of_publication_or_in_passing_opens_no_flashback(text: str) -> None:
    assert dates(text)[-1] == "2015-10"


def test_a_day_told_with_its_year_is_the_same_day_without_it() -> None:
    told = "On May 4, 2011, Munt met Tate. "
    assert dates(told + "Also on May 4, she called Vane.\n\nThe next morning she left.")[1:] == [
        "2011-05-04",
        "2011-05-05",
    ]
    assert dates(told + "In the May 4 meeting she asked for more.")[1:] == ["2011-05-04"]


def test_the_previous_election_counts_from_the_story() -> None:
    assert dates("In 1844, Tate lost. The previous presidential election had been close.") == ["1844", "None"]
    assert dates("In 2004, Tate lost. The previous presidential election had been close.") == ["2004", "2000-11-07"]


def test_a_time_of_the_clock_belongs_to_the_day_of_its_paragraph_or_the_last() -> None:
    assert dates("They met on March 9. At 4:43 p.m. he left.") == ["2016-03-09", "2016-03-09"]
    assert dates("They met on March 9.\n\nAt 4:43 p.m. he left.") == ["2016-03-09", "2016-03-09"]
    assert dates("They met on March 9.\n\nThe talks went on.\n\nAt 4:43 p.m. he left.") == ["2016-03-09", "None"]


def test_a_time_of_the_clock_is_that_of_publication_while_no_other_day_is_told() -> None:
    assert dates("The vote began at 10 a.m. in the hall.") == ["2016-03-14"]
    assert dates("The vote began at 10 a.m. in the hall.", None) == ["None"]


def test_a_report_of_the_running_day_is_of_publication() -> None:
    entries = ["2:25 p.m.\n\nMunt spoke on March 9.", "1:30 p.m.\n\nTate spoke in May.", "12 p.m.\n\nVane spoke."]
    text = "\n\n".join(entries)
    found = [str(r.date) for r in readings(text, "2016-03-14") if r.is_time_of_day]
    assert found == ["2016-03-14"] * 3


def test_seasons_and_months_share_the_year_told_last() -> None:
    assert dates("They will meet in the summer or fall of 2017.") == ["2017-06/2017-08", "2017-09/2017-11"]
    assert dates("They met in May and June 2014.") == ["2014-05", "2014-06"]


def test_later_in_the_day_is_the_day_told() -> None:
    assert dates("Munt spoke on Thursday.\n\nShe met Vane later in the day.") == ["2016-03-10", "2016-03-10"]


def test_quoted_words_count_from_the_day_they_were_spoken() -> None:
    assert dates('On Jan. 5, 2014, she said: "I met him last night."') == ["2014-01-05", "2014-01-04"]
    assert dates('On Friday, she said: "I met him last night."') == ["2016-03-11", "2016-03-10"]
    assert dates("On Jan. 5, 2014, she resigned. She spoke of it last night.") == ["2014-01-05", "2016-03-13"]


def test_that_day_is_the_one_told_last_and_not_one_told_in_passing() -> None:
    text = "On the evening of June 14, 2015, the Post told of her May 20, 2015 testimony.\n\nThat evening, she called."
    assert dates(text)[-1] == "2015-06-14"


def test_a_month_told_after_a_day_takes_its_place() -> None:
    assert dates("They met on Thursday. Tate resigned in October. She heard of it that same day.")[-1] == "2015-10"


def test_without_publication_nothing_is_made_up() -> None:
    text = "They met on Friday, last week and a year ago. At 9 a.m. he left. He will call in May. The election is near."
    assert {str(r.date) for r in readings(text, None)} == {"None"}
    assert {str(r.past) for r in readings(text, None)} == {"None"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I met him today,” she said on Sept. 1.", "2016-09-01"),
        ("“I met him yesterday,” she said on Monday.", "2016-09-11"),
        ("On Sept. 1, she wrote: “I met him yesterday.”", "2016-08-31"),
        # Neither the day of another deed, nor that of other words.
        ("“I met him yesterday,” she said of the man who won on Sept. 1.", "2016-09-12"),
        ("She said on Sept. 1 that she would not go, and he left yesterday.", "2016-09-12"),
    ],
)
def test_quoted_words_count_from_the_day_told_at_their_saying(text: str, expected: str) -> None:
    counted = [r for r in readings(text, "2016-09-13") if r.expression.text in {"today", "yesterday"}]
    assert [str(r.date) for r in counted] == [expected]


def test_nothing_is_counted_from_an_age() -> None:
    assert dates("She grew up in the 1960s. Thirteen years later she resigned.")[-1] == "None"
    assert dates("She was elected in 1964. Thirteen years later she resigned.")[-1] == "1977"
