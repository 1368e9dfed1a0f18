"""Words of the calendar that date nothing: names of programmes, people and places, rates, ages, other senses."""

import pytest

from tests.timeline.dates.reading import read


@pytest.mark.parametrize(
    "sentence",
    [
        "She spoke on Fox News Sunday about the race.",
        "She spoke on ABC's This Week about the race.",
        "He went on a Sunday talk show.",
        "They met at Mar-a-Lago to talk.",
        "The minister Jan Kov signed it.",
        "They walked in the March for Peace.",
        "She moved to larger quarters.",
        "The fall of the Tarvian Trade Center shocked him.",
        "It was another super Tuesday for him.",
        "He died on a Tuesday.",
        "He spoke on 60 Minutes about it.",
        "The firm runs four flights a week.",
        "Mr. Vane, 52 years old, resigned.",
        "He soon left.",
        "Prime Minister Theresa May was not invited.",
        "He sold Christmas trees.",
        "The party daily Courier printed it.",
        "The plant makes 900 cars annually.",
        "The cafe is open 24 hours a day.",
        "She signed it with Jan Sova of Tarvia.",
        "It was the summer of love.",
        "Crowds marched for a ``Spring of Hope'' again.",
        "She thinks of the future of the firm.",
        "The quarter-to-quarter figures rose.",
        "Sales grow by 20% annually.",
        "She spoke on '60 Minutes.'",
        "She led the ``March of the Miners'' there.",
        "That is no life for the women of tomorrow.",
    ],
)
def test_no_date_is_found(sentence: str) -> None:
    assert [r.expression.text for r in read(sentence, "2016-03-17")] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("She told the channel Sunday that she agreed.", "Sunday"),
        ("LAST WEEK IN TARVIA", "LAST WEEK"),
        ("This week she spoke.", "This week"),
        ("They met in the fall of 2011.", "the fall of 2011"),
        ("They met in March for talks.", "March"),
        ("He spoke for 60 minutes.", "60 minutes"),
        ("A week ago she left.", "A week ago"),
        ("He will soon leave.", "soon"),
        ("She met him around Christmas.", "around Christmas"),
        ("They spoke about the election.", "the election"),
        ("They meet annually.", "annually"),
        ("In Jan the talks failed.", "Jan"),
        ("They met in the summer of two thousand six.", "the summer of two thousand six"),
        ("They met in the fall of last year.", "the fall of last year"),
        ("They will meet in the future.", "the future"),
        ("She bought it in '98.", "'98"),
        ("The minister of the day before spoke in March of that year.", "March of that year"),
        ("Today she met the youth.", "Today"),
        ("The talks of tomorrow will fail.", "tomorrow"),
    ],
)
def test_a_date_is_found(sentence: str, words: str) -> None:
    assert [r.expression.text for r in read(sentence, "2016-03-17")] == [words]


@pytest.mark.parametrize(
    "called", ["Mr.", "Ms.", "President", "Prime Minister", "General", "Senator", "Donna", "Robert"]
)
@pytest.mark.parametrize("name", ["Winter", "Summer", "Spring", "May", "June", "August", "March"])
def test_who_is_called_like_a_season_or_a_month_dates_nothing(called: str, name: str) -> None:
    assert read(f"{called} {name} met the mayor.") == []
    assert read(f"The mayor called {called} {name}. {name} left.") == []
    assert [r.expression.text for r in read(f"{called} {name} met the mayor on Tuesday.")] == ["Tuesday"]


@pytest.mark.parametrize("called", ["Mr.", "Ms.", "Dr."])
@pytest.mark.parametrize("name", ["Friday", "Sunday"])
def test_who_is_called_like_a_weekday_dates_nothing(called: str, name: str) -> None:
    assert read(f"{called} {name} met the mayor.") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The mayor met President Roe Friday.", "Friday"),
        ("The mayor met the President Friday.", "Friday"),
        ("They dined at the Summer Palace on Tuesday.", "Tuesday"),
        ("They met in the winter of 1991-92.", "the winter of 1991-92"),
        ("They met in the summer of 1991-92.", "the summer of 1991-92"),
        ("They met in 1999-2000, as page 1991-92 tells.", "1999-2000"),
        ("Mr. Winter met the mayor in winter 2009.", "winter 2009"),
        ("Prime Minister May resigned in May.", "May"),
        ("The mayor met Prime Minister Lund May 3.", "May 3"),
        ("The mayor met the President last Summer.", "last Summer"),
    ],
)
def test_what_somebody_is_called_may_date_something_as_well(sentence: str, words: str) -> None:
    assert [r.expression.text for r in read(sentence)] == [words]
