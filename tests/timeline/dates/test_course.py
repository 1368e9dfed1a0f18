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


LOOKING_BACK = "The mill opened in May 2009, burned in June 2010 and was sold in March 2011."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # News that looks back is no narration, and its weekdays and months are those around its publication.
        (f"{LOOKING_BACK} On Friday, Munt resigned.", "2016-03-11"),
        (f"{LOOKING_BACK} Munt will leave on Friday if she loses in November.", "2016-11"),
        # What only somebody quoted tells by his day leaves it one.
        (f"{LOOKING_BACK} “I saw it yesterday,” Munt said. In April, she left.", "2011-04"),
        (f"{LOOKING_BACK} In April, Munt left.", "2011-04"),
    ],
)
def test_one_weekday_of_its_own_makes_a_text_that_looks_back_news(text: str, expected: str) -> None:
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Not into a quotation, and not out of it.
        ("Munt won in 2009. “He drove me to school that year,” she said.", "None"),
        ("Munt spoke on March 9. “He drove me to school that morning,” she said.", "None"),
        ("Munt spoke of the plant. “It will close in May 2017,” she said. The next month she left.", "None"),
        ("On Friday, Munt said “we may wait until March 1.” The next day she left.", "2016-03-12"),
        ("Munt spoke on Friday. “At the end of the day, we win,” she said.", "None"),
        # From what the same words have told they are counted.
        ("“She won in 2009, and he lost that year,” Munt said.", "2009"),
        ("“She met him on Feb. 3, 2009. The next day she left,” Munt said.", "2009-02-04"),
        ("''She won in 2009. He lost that year,'' Munt said.", "2009"),
    ],
)
def test_what_is_quoted_counts_from_its_own_dates_and_the_text_from_others(text: str, expected: str) -> None:
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm will be sold on Sept. 9. Three years later Munt resigned.", "None"),
        ("The firm failed in 2015. A decade later it remains in ruins.", "None"),
        ("The firm will be sold on Sept. 9. Three years later Munt will resign.", "2019"),
        ("The firm was sold on Sept. 9, 2012. Three years later Munt resigned.", "2015"),
        ("The vote is on Sept. 9, 2016. The talks follow a week later.", "2016-09-12/2016-09-18"),
    ],
)
def test_what_was_done_is_counted_from_nothing_that_would_put_it_ahead(text: str, expected: str) -> None:
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Munt won in 2009. That night she left.", "None"),
        ("Munt won in 2009. Three weeks later she left.", "None"),
        ("Munt won in 2009. Hours later she left.", "None"),
        ("Munt won in 2009. That year she left.", "2009"),
        ("Munt won in May 2009. That night she left.", "2009-05"),
        ("Munt won in May 2009. Three weeks later she left.", "2009-05-18/2009-06-21"),
    ],
)
def test_days_are_not_counted_from_a_year(text: str, expected: str) -> None:
    assert dates(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Munt won on March 9. Vane spoke on the same day that the mill burned.", "None"),
        ("Munt won in June. Vane won in the same week as Tate.", "None"),
        ("Munt won on March 9, the same day that the mill burned.", "2016-03-09"),
        ("Munt won on March 9. Vane spoke the same day.", "2016-03-09"),
        ("Munt won in 2009. The town counted her that year as its own.", "2009"),
        ("Munt won in 2009. That is more than she has today, and more than Vane had that year.", "2009"),
    ],
)
def test_the_same_day_is_that_told_before_unless_its_own_words_say_which(text: str, expected: str) -> None:
    assert dates(text)[-1] == expected


def test_the_same_month_last_year_is_not_that_told_before() -> None:
    assert dates("The mill earned more in October than the same month last year.") == ["2015-10", "None", "2015"]


def test_within_the_next_month_is_a_length() -> None:
    assert dates("Munt won in May 2012. The work must start within the next month.") == ["2012-05", "None"]
    assert dates("Munt won in May 2012. The next month she left.") == ["2012-05", "2012-06"]


def test_what_follows_an_occasion_counts_from_nothing() -> None:
    assert dates("Following the inauguration, Munt left.", "2017-03-14") == ["2017-01-20"]
    assert dates("Munt won on Feb. 3. Following the inauguration, she left.", "2017-03-14")[-1] == "2017-01-20"


def test_news_counts_from_no_date_told_far_back_and_a_narration_does() -> None:
    between = "The town has a mill.\n\nIt has a bridge.\n\nIt has a school.\n\nIt has a church."
    assert dates(f"Munt left on March 9.\n\n{between}\n\nThat day, Vane called.")[-1] == "None"
    assert dates(f"Munt left on March 9.\n\n{between[:20]}\n\nThat day, Vane called.")[-1] == "2016-03-09"
    narrated = f"The mill opened on May 1, 2009, and burned on June 3, 2010.\n\n{between}\n\nThat day, Vane called."
    assert dates(narrated)[-1] == "2010-06-03"


@pytest.mark.parametrize(
    ("text", "day", "anchor"),
    [
        ("BERN, Sept. 6 - The board met here today.", "2016-09-06", "dateline 2016-09-06"),
        ("PARIS (AP), Aug. 30 -- The board met on Monday.", "2016-08-29", "dateline 2016-08-30"),
        ("BERN, Sept. 8 - The board met here today.", "2016-09-08", "published 2016-09-08"),
        ("BERN, June 6 - The board met here today.", "2016-09-08", "published 2016-09-08"),
        ("On Sept. 6 the board met - and it met again today.", "2016-09-08", "published 2016-09-08"),
    ],
)
def test_an_article_counts_from_its_dateline(text: str, day: str, anchor: str) -> None:
    reading = readings(text, "2016-09-08")[-1]
    assert (str(reading.past), reading.expression.anchor) == (day, anchor)
