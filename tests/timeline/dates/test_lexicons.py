"""The examples and counter-examples that stand beside the words in the data files."""

import tomllib
from importlib.resources import files

import pytest

from tests.timeline.dates.reading import read
from timeline.dates import contests
from timeline.dates.periods import PERIODS, Period
from timeline.dates.tense import lexicon
from timeline.dates.vocabulary import tables

NAMES = tomllib.loads(files("timeline.dates").joinpath("names.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sentence", [s for table in tables().values() for s in table["examples"]])
def test_an_example_of_the_vocabulary_has_an_expression(sentence: str) -> None:
    assert read(sentence)


@pytest.mark.parametrize("sentence", [s for table in tables().values() for s in table["counter"]])
def test_a_counter_example_of_the_vocabulary_has_none(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(("period", "sentence"), [(p, s) for p in PERIODS for s in p.examples])
def test_a_named_period_is_found(period: Period, sentence: str) -> None:
    (reading,) = read(sentence)
    assert reading.past is not None
    assert reading.past.earliest is not None
    is_day = reading.past == period.at(reading.past.earliest.year)
    assert is_day or reading.expression.rule == f"period:{period.id}"


@pytest.mark.parametrize(("period", "sentence"), [(p.id, s) for p in PERIODS for s in p.counter])
def test_a_named_period_is_not_found_in_its_counter_example(period: str, sentence: str) -> None:
    assert f"period:{period}" not in [r.expression.rule for r in read(sentence)]


@pytest.mark.parametrize("sentence", lexicon()["examples"])
def test_a_verb_looks_ahead(sentence: str) -> None:
    assert [str(r.date) for r in read(sentence)] == ["2017-03-03"]


@pytest.mark.parametrize("sentence", lexicon()["counter"])
def test_a_verb_does_not_look_ahead(sentence: str) -> None:
    assert [str(r.date) for r in read(sentence)] == ["2017-02-24"]


@pytest.mark.parametrize("sentence", NAMES["examples"])
def test_a_name_dates_nothing(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize("sentence", NAMES["counter"])
def test_what_is_no_name_dates(sentence: str) -> None:
    assert len(read(sentence)) == 1


@pytest.mark.parametrize("sentence", contests.tables()["examples"])
def test_a_contest_is_the_presidents(sentence: str) -> None:
    assert [r.past for r in read(sentence)] != []


@pytest.mark.parametrize("sentence", contests.tables()["counter"])
def test_a_contest_is_anothers(sentence: str) -> None:
    assert read(sentence) == []
