import io
import json

import pytest

from tests.timeline.sources.making import FRENCH, TEXT, article, problem
from timeline.model import Article, Found
from timeline.sources import Problem, ReadOptions, read_lines, read_record
from timeline.sources.problem import ProblemKind

RECORD = {
    "id": "n1",
    "source": "Courier",
    "published": "2017-03-02",
    "title": "Talks",
    "text": TEXT,
    "url": "https://courier.example/1",
}


def test_a_record_is_an_article_with_its_text_as_given() -> None:
    read = article(read_record(RECORD | {"byline": "Ada Moll", "more": [1]}))
    assert (read.id, read.source, read.title, read.url) == ("n1", "Courier", "Talks", "https://courier.example/1")
    assert (read.text, read.byline, read.published.found) == (TEXT, "Ada Moll", Found.GIVEN)


def test_an_article_is_named_by_id_else_url_else_text() -> None:
    assert article(read_record(RECORD | {"id": None})).id == "https://courier.example/1"
    assert article(read_record(RECORD | {"id": 17})).id == "17"
    bare = article(read_record({"text": TEXT}))
    assert bare.id.startswith("art-")
    assert bare == article(read_record({"text": TEXT}))
    assert bare.id != article(read_record({"text": TEXT + "More."})).id


def test_a_changed_text_under_one_id_is_another_version() -> None:
    one, other = (article(read_record(RECORD | {"text": text})) for text in (TEXT, TEXT + "More."))
    assert one.id == other.id
    assert one.version != other.version
    assert one.version == article(read_record(RECORD)).version


def test_a_record_tells_the_day_of_its_version() -> None:
    assert str(article(read_record(RECORD | {"revised": "2017-03-09T10:00:00Z"})).revised) == "2017-03-09"
    assert article(read_record(RECORD)).revised is None


def test_options_fill_the_gaps_of_a_record() -> None:
    options = ReadOptions(published="2016-01-01", source="Wire")
    assert article(read_record(RECORD, options)).source == "Courier"
    read = article(read_record({"text": TEXT, "published": ""}, options))
    assert (read.source, str(read.published.day)) == ("Wire", "2016-01-01")


@pytest.mark.parametrize(
    ("record", "kind", "says"),
    [
        ([], ProblemKind.RECORD, "is a list, not an object"),
        (None, ProblemKind.RECORD, "is null, not an object"),
        ({"title": "Talks"}, ProblemKind.RECORD, "has no field text"),
        ({"text": 3}, ProblemKind.RECORD, "text is a number, not a string"),
        ({"text": None}, ProblemKind.RECORD, "text is null"),
        (RECORD | {"title": ["Talks"]}, ProblemKind.RECORD, "title is a list"),
        (RECORD | {"published": 20170302}, ProblemKind.RECORD, "published is a number"),
        (RECORD | {"id": "a\x00b"}, ProblemKind.RECORD, "holds control characters"),
        (RECORD | {"id": "x" * 501}, ProblemKind.RECORD, "is longer than 500 characters"),
        (RECORD | {"id": True}, ProblemKind.RECORD, "id is true or false"),
        (RECORD | {"url": "javascript:alert(1)"}, ProblemKind.RECORD, "is no web address"),
        (RECORD | {"published": "2017-13-45"}, ProblemKind.DATE, "is no day of the calendar"),
        (RECORD | {"text": " \n"}, ProblemKind.EMPTY, "text is empty"),
        (RECORD | {"text": "--- ***"}, ProblemKind.EMPTY, "holds no words"),
        (RECORD | {"text": "He met \ud800 her."}, ProblemKind.ENCODING, "U+D800 at 7"),
        (RECORD | {"title": "\udfff"}, ProblemKind.ENCODING, "a field holds half a character"),
        (RECORD | {"text": FRENCH}, ProblemKind.LANGUAGE, "looks French"),
    ],
)
def test_what_is_no_record_is_told(record: object, kind: ProblemKind, says: str) -> None:
    assert says in problem(read_record(record, name="a.jsonl", line=3), kind)
    assert problem(read_record(record, name="a.jsonl", line=3), kind).startswith("a.jsonl, line 3: ")


def test_a_title_is_one_line() -> None:
    assert article(read_record(RECORD | {"title": " Talks\n\x00fail\t"})).title == "Talks fail"


def test_control_and_direction_marks_are_kept() -> None:
    text = TEXT.replace("met", "\u202emet\u202c\x07\u200f")
    assert article(read_record({"text": text})).text == text


def lines(*rows: object, limit: int = 10_000) -> list[Article | Problem]:
    data = b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    return list(read_lines(io.BytesIO(data), ReadOptions(max_bytes=limit), name="a.jsonl"))


def test_one_bad_line_does_not_stop_the_others() -> None:
    bad = [
        b"no json",
        b"[1]",
        b"\xff\xfe",
        b"x" * 20_000,
        b'{"text": ' + b"[" * 5000,
        b'{"text": ' + b"9" * 5000 + b"}",
        b"\x00",
    ]
    read = lines(RECORD, *bad, b"", RECORD | {"id": "n2"})
    assert [item.id for item in read if isinstance(item, Article)] == ["n1", "n2"]
    assert [(item.line, item.kind.value) for item in read if isinstance(item, Problem)] == [
        (2, "record"),
        (3, "record"),
        (4, "encoding"),
        (5, "too_large"),
        (6, "record"),
        (7, "record"),
        (8, "binary"),
    ]


def test_a_byte_order_mark_and_carriage_returns_do_no_harm() -> None:
    row = json.dumps(RECORD).encode()
    assert [article(item).id for item in lines(b"\xef\xbb\xbf" + row + b"\r", row + b"\r")] == ["n1", "n1"]


def test_escaped_surrogate_pairs_are_characters_and_halves_are_not() -> None:
    whole, half = lines(b'{"text": "He met \\ud83d\\ude00 her."}', b'{"text": "He met \\ud83d her."}')
    assert article(whole).text == "He met \U0001f600 her."
    assert "half a character" in problem(half, ProblemKind.ENCODING)


def test_a_file_without_records_is_empty() -> None:
    assert [str(item) for item in lines(b"\n\n")] == ["a.jsonl: holds no records; give the article's text"]


def test_a_nul_in_a_record_is_refused_as_in_a_file() -> None:
    assert "NUL" in problem(read_record(RECORD | {"text": "He met her.\0"}), ProblemKind.BINARY)
