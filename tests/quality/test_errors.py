"""The pages of errors say how far the reading of each came, and show it in its sentences."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.making import article
from tests.quality.errors import __main__ as errors
from tests.quality.errors import contact_dates, contacts, expressions, statements, timelines
from tests.quality.errors.cases import Case, Sheet, merged
from tests.quality.errors.documents import Document, documents
from tests.quality.errors.page import index, page
from timeline.dates.uncertain import UncertainDate


class Ties:
    """The matching of ties by whole names, and intervals, as the scorer of contacts does."""

    @staticmethod
    def same(one: str, other: str) -> bool:
        return one == other

    @staticmethod
    def alike(one: Any, other: Any) -> bool:
        return {one[0], one[1]} == {other[0], other[1]}

    @staticmethod
    def pairs(contact: dict[str, Any]) -> list[tuple[str, str]]:
        return list(combinations([p["name"] for p in contact["participants"]], 2))

    @classmethod
    def match(cls, want: list[Any], got: list[Any]) -> tuple[list[Any], list[int], list[int]]:
        hits = [(i, j) for i, w in enumerate(want) for j, g in enumerate(got) if cls.alike(w, g)]
        missed = [i for i in range(len(want)) if i not in {i for i, _ in hits}]
        return hits, missed, [j for j in range(len(got)) if j not in {j for _, j in hits}]

    @staticmethod
    def interval(written: str | None) -> tuple[date, date] | None:
        return UncertainDate.parse(written).bounds if written else None


class Sayings:
    """What spans share, as the scorer of statements counts it."""

    @staticmethod
    def shared(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> int:
        return sum(len({*range(*one)} & {*range(*other)}) for one in a for other in b)

    @staticmethod
    def length(spans: list[tuple[int, int]]) -> int:
        return sum(end - start for start, end in spans)


def _document(text: str, tmp_path: Path) -> Document:
    record = {"id": "one", "text": text, "published": "2017-03-02"}
    return next(documents([record], tmp_path))


def _contact(text: str, *names: str, status: str = "asserted", day: str | None = None, words: str = "") -> Any:
    people = [{"name": name} for name in names]
    told = {"status": status, "participants": people, "evidence": [text], "trigger": "met", "type": "meeting"}
    return told | {"date": day, "date_text": words}


@pytest.mark.parametrize(
    ("text", "cause", "detail"),
    [
        ("Anna Berg watched Karl Lund in Oslo.", "missed: no word of contact there", "none"),
        (
            "Anna Berg met the wishes of Karl Lund.",
            "missed: a word of contact is there, with fewer than two who could take part",
            "fewer than two take part",
        ),
        (
            "Anna Berg followed the advice of Karl Lund.",
            "missed: a word of contact is there, and a guard or its particle stopped it",
            "none of down, together, up beside it",
        ),
        (
            "Anna Berg met with resistance.",
            "missed: one of the two is not known there",
            "guard nothing_met",
        ),
        ("Anna Berg will meet Karl Lund.", "missed: found there, and told as planned", "will"),
        (
            "Anna Berg met Olga Stein. Karl Lund was late.",
            "missed: a contact is found there, without one of the two",
            "contacts.verb.meet",
        ),
    ],
)
def test_a_miss_is_put_down_to_what_stopped_it(text: str, cause: str, detail: str, tmp_path: Path) -> None:
    gold = [_contact(text, "Anna Berg", "Karl Lund")]
    first = next(contacts.cases(_document(text, tmp_path), gold, Ties))
    assert (first.cause, first.detail) == (cause, detail)


@pytest.mark.parametrize(
    ("gold", "cause"),
    [
        ([], "wrongly found: a meeting"),
        ([_contact("", "Anna Berg", "Karl Lund", status="denied")], "wrongly found: FALSE TIE"),
    ],
)
def test_what_is_found_wrongly_stands_under_what_it_is(gold: list[Any], cause: str, tmp_path: Path) -> None:
    (case,) = contacts.cases(_document("Anna Berg met Karl Lund.", tmp_path), gold, Ties)
    assert case.cause.startswith(cause)
    assert case.detail == "contacts.verb.meet"
    assert ("“met” contacts.verb.meet", "Anna Berg | Karl Lund: asserted (told as a fact)") in case.passages[0].lines
    assert case.passages[0].parse.splitlines()[:2] == ["met  ROOT VBD", "  Berg  nsubj NNP PERSON"]


@pytest.mark.parametrize(
    ("text", "day", "words", "cause"),
    [
        (
            "Anna Berg met Karl Lund in May.",
            "2016-05-03",
            "in May",
            "a wider date; read from the annotated words",
        ),
        (
            "The fair fell on May 3. Anna Berg met Karl Lund.",
            "2016-05-03",
            "May 3",
            "no date; the annotated words stand in a sentence that is not read as telling it",
        ),
        (
            "Anna Berg met Karl Lund at the fair.",
            "2016-05-03",
            "the fair",
            "no date; the annotated words beside it are not read as a date",
        ),
        ("Anna Berg met Karl Lund on Monday.", None, "", "a date where none is annotated; annotated from no words"),
        ("Anna Berg met Karl Lund on Monday.", "2015-04", "", "another date; annotated from no words"),
    ],
)
def test_a_wrong_date_says_where_the_annotated_words_stand(
    text: str, day: str | None, words: str, cause: str, tmp_path: Path
) -> None:
    gold = [_contact(text, "Anna Berg", "Karl Lund", day=day, words=words)]
    (case,) = contact_dates.cases(_document(text, tmp_path), gold, Ties)
    assert case.cause == cause


def test_a_right_date_is_no_error(tmp_path: Path) -> None:
    text = "Anna Berg met Karl Lund on Monday."
    gold = [_contact(text, "Anna Berg", "Karl Lund", day="2017-02-27", words="Monday")]
    assert list(contact_dates.cases(_document(text, tmp_path), gold, Ties)) == []


def test_a_date_shows_expression_rule_and_derivation(tmp_path: Path) -> None:
    text = "Anna Berg met Karl Lund in May."
    gold = [_contact(text, "Anna Berg", "Karl Lund", day="2015-05", words="in May")]
    (case,) = contact_dates.cases(_document(text, tmp_path), gold, Ties)
    assert ("annotated", "2015-05, from “in May”") in case.facts
    assert ("read", "2016-05, from “May”") in case.facts
    assert ("how", "rule month: month named, past tense, published 2017-03-02") in case.facts


def _expression(text: str, words: str, value: str, kind: str = "DATE") -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": kind, "value": value}


@pytest.mark.parametrize(
    ("words", "value", "causes"),
    [
        ("May 3", "2016-05-03", ["found, and not annotated: a length"]),
        ("May 3", "2016-05-04", ["another value: a day", "days leave out the annotated ones: a day"]),
        ("May 3", "2016", ["another kind of value", "days leave out the annotated ones: a year"]),
        ("Anna", "1999", ["missed: a year", "found, and not annotated: a day"]),
    ],
)
def test_an_expression_is_compared_by_value_and_by_days(
    words: str, value: str, causes: list[str], tmp_path: Path
) -> None:
    text = "Anna Berg spoke for two hours on May 3."
    gold = [_expression(text, words, value)]
    found = [case.cause for case in expressions.cases(_document(text, tmp_path), gold, Ties.interval)]
    assert set(causes) <= set(found)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2016-05-03", "a day"),
        ("2016-05", "a month"),
        ("2016-W12", "a week"),
        ("2016-Q1", "a quarter or half"),
        ("2016-SU", "a season"),
        ("2016", "a year"),
        ("201", "a decade or century"),
        ("2016-05-03TMO", "a time of day"),
        ("P3D", "a length"),
        ("PAST_REF", "a mere reference"),
        ("XXXX-WXX-5", "unknown in part"),
        (None, "unknown in part"),
    ],
)
def test_what_a_value_is(value: str | None, told: str) -> None:
    assert expressions.shape(value) == told


SAID = "Anna Berg said that the dam was safe."


def _said(text: str, source: str, cue: str, content: str) -> dict[str, Any]:
    parts = {"source": source, "cue": cue, "content": content}
    spans = {name: [(text.index(w), text.index(w) + len(w))] if w else [] for name, w in parts.items()}
    return spans | {"speech": True}


@pytest.mark.parametrize(
    ("text", "gold", "causes"),
    [
        (SAID, [_said(SAID, "Anna Berg", "said", "that the dam was safe")], []),
        (SAID, [_said(SAID, "dam", "said", "that the dam was safe")], ["speaker: another than annotated"]),
        (SAID, [_said(SAID, "", "said", "that the dam was safe")], ["speaker: a speaker where none is annotated"]),
        (SAID, [], ["wrongly found: nothing is annotated there"]),
        (
            SAID,
            [_said(SAID, "Anna Berg", "said", "safe")],
            [
                "missed: its cue is read, with more or fewer of its words",
                "wrongly found: annotated with more, fewer or other words",
            ],
        ),
        (
            "Anna Berg ate that the dam was safe.",
            [_said("Anna Berg ate that the dam was safe.", "Anna Berg", "ate", "that the dam was safe")],
            ["missed: its cue is no word of speech here"],
        ),
    ],
)
def test_a_statement_is_put_down_to_cue_words_or_speaker(
    text: str, gold: list[Any], causes: list[str], tmp_path: Path
) -> None:
    assert [case.cause for case in statements.cases(_document(text, tmp_path), gold, Sayings)] == causes


def test_the_ties_of_one_contact_are_shown_once() -> None:
    ties = [Case("missed", "x", 0.5, "one", f"a / {name}", (("annotated", "meeting"),)) for name in "bc"]
    (case,) = merged(ties)
    assert (case.told, case.weight) == ("a / b; a / c", 1.0)


def test_the_page_marks_words_and_escapes_what_comes_from_outside(tmp_path: Path) -> None:
    document = _document("Anna Berg met <b>Karl Lund in May.", tmp_path)
    sheet = Sheet("contacts", "Contacts", "<all>", "ties", list(contacts.cases(document, [], Ties)))
    written = page(sheet)
    assert "<mark class=ours>met</mark> &lt;b&gt;" in written
    assert "href='#g1'>wrongly found: a meeting</a>" in written
    assert "&lt;all&gt;" in index([sheet])
    assert "href='contacts.html#g1'" in index([sheet])


def test_without_the_corpora_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "shared", lambda: None)
    with pytest.raises(SystemExit, match=r"not beside this checkout"):
        errors.main()


def test_the_article_of_a_document_is_read_as_extract_reads_it(tmp_path: Path) -> None:
    document = _document("Anna Berg met Karl Lund in May.", tmp_path)
    assert document.article.text == article("Anna Berg met Karl Lund in May.").text
    assert [claim.type.value for claim in document.claims] == ["meeting"]


class Lines(Ties):
    """The annotation of timelines: mentions by document, sentence and word; words by their characters."""

    @staticmethod
    def key(mention: str) -> tuple[str, int, str]:
        document, sentence, words = mention.split("-")
        return document, int(sentence), words

    @staticmethod
    def cat_sentences(file: Path) -> tuple[str, str, str]:
        return "one", "2017-03-02", file.read_text(encoding="utf-8")

    @staticmethod
    def detokenise(text: str) -> tuple[str, list[Any]]:
        words = [(m.start(), m.group()) for m in re.finditer(r"\w+", text)]
        where: list[Any] = [None] * len(text)
        for number, (start, word) in enumerate(words):
            where[start : start + len(word)] = [(1, number, word)] * len(word)
        return text, where


STORY = "Anna Berg met Karl Lund on Monday. Olga Stein resigned on Friday. The mill fell."


def _event(day: str | None, word: str) -> dict[str, Any]:
    start = STORY.index(word)
    told = {"article": "one", "trigger": {"start": start, "end": start + len(word)}}
    return {"type": "meeting", "date": day, "evidence": [told]}


@pytest.mark.parametrize(
    ("mention", "day", "events", "causes"),
    [
        ("one-1-met", "2017-02-27", [_event("2017-02-27", "met")], []),
        ("one-1-met", "2017-02-27", [_event("2017-02", "met")], ["in the timeline, with another date"]),
        ("one-1-met", "2017-02-27", [_event(None, "met")], ["in the timeline, without a date"]),
        ("one-1-resigned", "2017-02-24", [], ["missed: the deed is read, of others"]),
        ("one-1-fell", "2017-02-24", [], ["missed: no deed is read at the word"]),
        ("two-1-fell", "2017-02-24", [], ["missed: its article is not among the documents"]),
        ("one-1-fell", None, [_event("2017-02-27", "met")], ["in the timeline, and not annotated"]),
    ],
)
def test_an_event_of_a_timeline_is_put_down_to_deed_actor_or_date(
    mention: str, day: str | None, events: list[Any], causes: list[str], tmp_path: Path
) -> None:
    (tmp_path / "one.xml").write_text(STORY, encoding="utf-8")
    trial = timelines.Trial.of([_document(STORY, tmp_path)], tmp_path, Lines)
    found = list(timelines.cases(trial, "berg", [(1, Ties.interval(day), [mention])], events))
    assert [case.cause for case in found] == causes
    assert all(case.passages for case in found if "among" not in case.cause)
