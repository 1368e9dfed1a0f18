"""The catalogue leaves out no data file, and no word of one that is not counted and linked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.rule_catalogue import catalogue
from tests.rule_catalogue.dates import grammar_rules, reads, sentences_of
from tests.rule_catalogue.lists import LONG, WordFile, comments, word_file
from tests.rule_catalogue.markdown import plain
from timeline.dates.grammar import EVERY
from timeline.dates.rules import Rule

ROOT = Path(__file__).parents[1]
PAGE = catalogue()
FILES = sorted(path for part in ("timeline", "graph", "api") for path in (ROOT / part).rglob("*.toml"))
#: Fields of machinery among those of words.
_MACHINERY = {"patterns", "rule"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_data_file_stands_in_the_catalogue(path: Path) -> None:
    assert f"(../{path.relative_to(ROOT)})" in PAGE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_stands_there_but_those_of_long_lists(path: Path) -> None:
    words = set(_words(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert {word for word in words if word not in PAGE and plain(word) not in PAGE} == set()


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from () if name in _MACHINERY else _words(value)
    elif isinstance(data, list) and len(data) <= LONG:
        for value in data:
            yield from _words(value)
    elif isinstance(data, str):
        yield data


@pytest.mark.parametrize("rule", grammar_rules(), ids=lambda rule: rule.read.__name__)
def test_every_example_of_a_rule_of_dates_is_read_by_it(rule: Rule) -> None:
    examples = list(sentences_of(rule))
    assert examples
    assert [sentence for example, sentence in examples if not reads(rule, example, sentence)] == []


def test_every_rule_of_dates_stands_in_the_catalogue() -> None:
    # Day and unit rules are parts of others as well; what the whole grammar competes with is what counts.
    assert set(EVERY.rules) <= set(grammar_rules())


TEXT = """# The file.

[titles]
# What stands before a name.
any = ["dr"]
# Of these, the weak ones.
weak = ["vice"]

[titles.long]
sen = "senator"

[titles.more]
gov = ["governor", "head"]

# Months.
[month]
values = [[1, "january", "jan"], [true, "day"]]
examples = ["She came in Jan."]
counter = ["Jan came."]
"""


def test_comments_belong_to_what_stands_below_them() -> None:
    assert comments(TEXT) == {
        "titles": "What stands before a name.",
        "titles.weak": "Of these, the weak ones.",
        "month": "Months.",
    }


def test_a_file_of_words_shows_lists_pairs_and_sentences(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text(TEXT.replace('"dr"', '"dr", ' * (LONG + 1)), encoding="utf-8")
    lines = [*word_file(tmp_path, WordFile("Words", "words.toml", "Told.", frozenset({"titles.more"})))]
    shown = [line.strip() for line in lines if line.strip()]
    assert shown == [
        "## Words",
        "Told. From [words.toml](../words.toml).",
        "### titles",
        "What stands before a name.",
        f"any: {LONG + 1}, from dr to dr: [the list](../words.toml)",
        "Of these, the weak ones.",
        "weak: vice",
        "### titles.long",
        "words: sen = senator",
        "### titles.more",
        "words: gov = governor = head",
        "### month",
        "Months.",
        "values: january = jan = 1, day",
        "- \\+ She came in Jan.",
        "- \\- Jan came.",
    ]
