"""Dates in words are as precise as the date, and no finer."""

from dataclasses import replace

import pytest

from tests.making import contact, person
from timeline.dates.uncertain import UncertainDate
from timeline.formats.wording import date_words, reading_words, voices_words, when_words
from timeline.model import Actor, Span, Stance, Voice


@pytest.mark.parametrize(
    ("edtf", "reading", "words"),
    [
        ("2016-09-30", "2016-09-30", "30 September 2016"),
        ("2016-09-30~", "about 2016-09-30", "about 30 September 2016"),
        ("2016-09", "2016-09", "September 2016"),
        ("2016", "2016", "2016"),
        ("201X", "201X", "2010 to 2019"),
        ("2016-22", "summer of 2016", "June to August 2016"),
        ("2016-24", "winter of 2016", "December 2016 to February 2017"),
        ("2016-35", "quarter 3 of 2016", "July to September 2016"),
        ("2016-03-14/2016-03-16", "2016-03-14 to 03-16", "14 to 16 March 2016"),
        ("2016-11-26/2016-12-02", "2016-11-26 to 12-02", "26 November to 2 December 2016"),
        ("2016-12-30/2017-01-02", "2016-12-30 to 2017-01-02", "30 December 2016 to 2 January 2017"),
        ("2016-03/2016-05", "2016-03 to 05", "March to May 2016"),
        ("2015/2016", "2015 to 2016", "2015 to 2016"),
        ("2015-09/..", "2015-09 onward", "September 2015 or later"),
        ("../2016-03-21", "until 2016-03-21", "until 21 March 2016"),
    ],
)
def test_a_date_in_words(edtf: str, reading: str, words: str) -> None:
    when = UncertainDate.parse(edtf)
    assert (reading_words(when), date_words(when)) == (reading, words)


def test_no_date_is_said() -> None:
    assert when_words(None) == "date not known"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2030-05/..", "May 2030 or later"),
        ("../2016-03", "until March 2016"),
        ("../2016-03-21", "until 21 March 2016"),
        ("2015/..", "2015 or later"),
    ],
)
def test_an_open_interval_is_no_finer_than_its_known_end(edtf: str, words: str) -> None:
    assert date_words(UncertainDate.parse(edtf)) == words


def test_who_confirms_denies_or_disputes_is_said_once_with_how_far() -> None:
    def voice(speaker: Actor | None, stance: Stance, scope: str | None = None) -> Voice:
        return Voice("c", "v", Span(0, 1), speaker, stance, scope, scope or "words")

    ada, ben = person("Ada Brenn"), person("Ben Corvel")
    heard = (
        voice(ada, Stance.DENIES, "to count\neels"),
        voice(ben, Stance.CONFIRMS),
        voice(ben, Stance.ASSERTS),
        voice(None, Stance.DISPUTES),
        voice(ada, Stance.DENIES, "to count eels"),
    )
    met = replace(contact("Ada Brenn", "Ben Corvel"), voices=heard)
    assert voices_words(met) == ["denied by Ada Brenn (“to count eels”)", "confirmed by Ben Corvel"]
