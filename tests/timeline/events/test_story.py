"""On which day something was said or done that has no date of its own; published on Thursday 2 March 2017."""

import datetime as dt

import pytest

from timeline.extract import extract
from timeline.model import Article, Found, Publication

_PUBLISHED = Publication(dt.date(2017, 3, 2), Found.GIVEN, "2017-03-02")
_MONDAY = "2017-02-27"
_SAID = "Ada Holm said on Monday that the plant would close."


def _days(text: str) -> dict[str, str | None]:
    claims = extract(Article("sample", text, published=_PUBLISHED)).claims
    triggers = {c.evidence[0].trigger.text: c for c in claims if c.evidence[0].trigger is not None}
    return {word: claim.date.date.edtf if claim.date else None for word, claim in triggers.items()}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"{_SAID}\n“We lost money,” she added.", "added"),
        (f"{_SAID} The plant is old. It has a port. It has a mill. Holm claimed that vans sell.", "claimed"),
        (f"{_SAID[:-1]}, adding that it was old.", "adding"),
        ("Ada Holm opened the ferry line on Monday. She praised the crew.", "praised"),
        ("Ada Holm opened the ferry line on Monday. She thanked the crew, calling it brave.", "calling"),
        ("Ada Holm was heard on Monday. Holm argued that the plant was old.", "argued"),
        ("On Monday, Ada Holm showed the van. Holm drove it onto the stage and smashed a window.", "drove"),
        ("On Monday, Ada Holm showed the van. Holm drove it onto the stage and smashed a window.", "smashed"),
        ("Halden Motors Inc. said on Monday that it was sorry. The company blamed the weather.", "blamed"),
        ("Halden Motors Inc. shut a mill on Monday. “It is old,” added Halden CFO Ada Holm.", "added"),
    ],
)
def test_what_has_no_date_goes_on_with_the_day_told_of_its_actor(text: str, trigger: str) -> None:
    assert _days(text)[trigger] == _MONDAY


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"{_SAID} Ivo Brandt added that he was sorry.", "added"),
        ("Halden Motors Inc. shut a mill on Monday. “It is old,” added Orlan CFO Ada Holm.", "added"),
        (f"{_SAID} She had claimed that it was safe.", "claimed"),
        (f"{_SAID} Holm told the Courier that it was safe.", "told"),
        (f"{_SAID} Holm told the Courier that it was safe. She added that it was old.", "added"),
        (f"{_SAID} Later she added that it was safe.", "added"),
        (f"{_SAID} On one occasion, she claimed that it was safe.", "claimed"),
        (f"{_SAID} At a rally in Bonn, Holm promised that it would stay.", "promised"),
        (f"{_SAID} She often claimed that it was safe.", "claimed"),
        (f"{_SAID} In an interview, Holm argued that it would stay.", "argued"),
        (f"{_SAID} On Harbour Radio, Holm argued that it would stay.", "argued"),
        (f"{_SAID} During the primaries, Holm claimed that it was safe.", "claimed"),
        (f"{_SAID} The board met on Tuesday. Holm claimed that it was safe.", "claimed"),
        (f"{_SAID}\n\nThe other plant\n\nHolm claimed that it was safe.", "claimed"),
        ("Ada Holm met the mayor on May 4, 2012. Holm claimed that it was safe.", "claimed"),
        (f"{_SAID} She did not claim that it was safe.", "claim"),
        (f"{_SAID} She refused to confirm that it was safe.", "confirm"),
        ("Ada Holm said in 2009 that the plant would close. She added that it was old.", "added"),
        ("“I came on Monday. I saw nothing,” Ada Holm said. Holm added that she was tired.", "added"),
        ("Ivo Brandt said that Ada Holm had left on Monday. Holm claimed that it was safe.", "claimed"),
        (
            "Investigators said on Monday: no. It is old. It is small. It has a mill. Investigators claimed it.",
            "claimed",
        ),
    ],
)
def test_what_may_be_of_another_day_stays_without_a_date(text: str, trigger: str) -> None:
    assert _days(text).get(trigger) is None


def test_a_deed_goes_on_with_a_day_only_near_it() -> None:
    assert "founded" not in _days(f"{_SAID} The town is small. It has a port. It has a mill. Holm founded the firm.")
    assert _days(f"{_SAID} The town is small. Holm toured the mill.")["toured"] == _MONDAY
    assert _days(f"{_SAID} The town is small. The mill was shut by Holm.")["shut"] == _MONDAY


@pytest.mark.parametrize(
    ("deed", "trigger", "goes_on"),
    [
        ("She spent six days in the mill.", "spent", False),
        ("She drove for two weeks.", "drove", False),
        ("She began to win votes in the last weeks.", "began", False),
        ("Holm became the only critic of the plant.", "became", False),
        ("She toured it again with the mayor.", "toured", False),
        ("She spent an hour in the mill.", "spent", True),
        ("She drove to Bonn on the same ferry.", "drove", True),
        ("She further criticized the crew.", "criticized", True),
        ("Holm began with praise for the plant.", "began", True),
        ("She toured it with the mayor.", "toured", True),
    ],
)
def test_what_takes_days_or_came_to_be_or_was_done_again_is_of_no_day_told(
    deed: str, trigger: str, goes_on: bool
) -> None:
    found = _days(f"Ada Holm opened the ferry line on Monday. {deed}")
    assert found.get(trigger) == (_MONDAY if goes_on else None)


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("In January, Ada Holm conceded that she had failed the town.", "failed", "../2017-01-31"),
        ("On Monday, Ada Holm left Bonn as she had sold the mill.", "sold", f"../{_MONDAY}"),
        ("On Monday, Ada Holm sued Ivo Brandt because he had sold the mill.", "sold", None),
        ("On Monday, Ada Holm sued Ivo Brandt because he sold the mill.", "sold", None),
        ("On Monday, Ada Holm sued Ivo Brandt because he sold the mill.", "sued", _MONDAY),
        ("Ada Holm said that she had sold the mill on Monday.", "sold", _MONDAY),
        ("On Monday, Ada Holm had sold the mill.", "sold", _MONDAY),
        ("On Monday, Ada Holm left Bonn and sold the mill.", "sold", _MONDAY),
    ],
)
def test_what_had_been_by_then_and_a_reason_are_not_of_the_day_of_what_they_tell_of(
    text: str, trigger: str, date: str | None
) -> None:
    assert _days(text).get(trigger) == date


def test_a_deed_at_the_occasion_told_goes_on_with_its_day() -> None:
    far = "It is old. It is small. It has a port."
    assert _days(f"Ada Holm opened the hearing on Monday. {far} During the hearing, she wept.")["wept"] == _MONDAY
    assert "wept" not in _days(f"Ada Holm opened the hearing on Monday. {far} During a hearing, she wept.")


def test_a_participle_shares_whatever_date_its_clause_has() -> None:
    assert _days("Ada Holm said in May 2016 that it was over, adding that it was old.")["adding"] == "2016-05"
    assert _days("Ada Holm said recently that it was over, adding that it was old.")["adding"] is None


def test_a_carried_day_says_so() -> None:
    claims = extract(Article("sample", f"{_SAID} She added that it was old.", published=_PUBLISHED)).claims
    assert [c.date.derivation for c in claims if c.date][-1].endswith("; carried on from what is told of Ada Holm")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Halden Motors lost 3 million crowns, versus a profit of 2 million a year earlier.", "lost", None),
        ("Halden Motors lost 3 million crowns in May, compared with 2 million in 2015.", "lost", "2016-05"),
        ("Orlan Lines paid 4 crowns a share on Monday, up from 3 crowns in 2015.", "paid", _MONDAY),
        ("Orlan Lines sold 40 ferries, 3 more than in 2015.", "sold", None),
        ("Orlan Lines moved from Bonn to Oslo in May.", "moved", "2016-05"),
        ("Ada Holm wept for more than four hours Monday in a court.", "wept", _MONDAY),
    ],
)
def test_what_a_figure_is_compared_with_dates_no_deed(text: str, trigger: str, day: str | None) -> None:
    assert _days(text).get(trigger) == day


def test_a_speech_given_is_told_once() -> None:
    assert _days("On Monday Ada Holm gave a speech in Bonn.") == {"speech": _MONDAY}


def test_a_deed_is_told_once_for_each_of_its_dates() -> None:
    text = "Ada Holm made an appearance in May 2016 and again in July 2016."
    claims = extract(Article("sample", text, published=_PUBLISHED)).claims
    assert [c.date.date.edtf for c in claims if c.date] == ["2016-05", "2016-07"]


def test_a_clause_at_what_was_bought_hides_no_deed() -> None:
    assert _days("In 1986 Ada Holm bought Pictor which was acquired by The Halden Company in 2005.")["bought"] == "1986"
