import io
import json
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.sources.making import FRENCH, TEXT, article, page, problem
from timeline.model import Article, Found
from timeline.sources import Problem, ReadOptions, expected, read, read_text
from timeline.sources.problem import ProblemKind

RECORDS = "".join(json.dumps({"id": f"n{i}", "text": TEXT, "published": "2017-03-02"}) + "\n" for i in range(3))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    files = {
        "b.txt": TEXT,
        "a/page.html": page(),
        "a/records.jsonl": RECORDS + "no json\n",
        "a/deep/sniffed": page(),
        "empty.txt": "",
        "le.txt": FRENCH,
        "README.md": "# Notes",
        ".hidden/x.txt": TEXT,
        "LICENSE": "Free.",
        "notice.txt": TEXT,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "also").symlink_to("a")
    return tmp_path


def test_a_folder_is_read_in_order_and_its_problems_stand_in_their_places(archive: Path) -> None:
    told = [
        f"{Path(item.document).name} {item.kind.value}" if isinstance(item, Problem) else item.id[:3]
        for item in read(archive)
    ]
    assert told == [
        "also skipped", "LICENSE skipped", "README.md skipped",
        "art", "empty.txt empty", "le.txt language", "art", "nowhere missing", "scan.pdf binary",
        "art", "n0", "n1", "n2", "records.jsonl record", "art",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (TEXT, ["Minister meets envoy of Norland"]),
        (page(), ["Minister meets envoy"]),
        (RECORDS, ["Minister meets envoy of Norland"] * 3),
    ],
)
def test_standard_input_is_sniffed(data: str, ids: list[str]) -> None:
    for encoded in (data.encode(), b"\xef\xbb\xbf" + data.encode()):
        assert [article(item).title for item in read("-", stdin=io.BytesIO(encoded))] == ids


def test_standard_input_is_the_process_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert article(next(read("-"))).text == TEXT


def test_a_text_is_kept_as_given_with_its_headline_as_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    read_back = article(next(read(path)))
    assert read_back.text == TEXT.replace("\n", "\r\n")
    assert (read_back.title, read_back.published.found) == ("Minister meets envoy of Norland", Found.UNKNOWN)


def test_a_text_that_begins_with_a_sentence_has_it_for_a_title_only_if_short() -> None:
    assert article(read_text("The minister met " + "the envoy and " * 20 + "left.\n\nHe left.")).title == ""


def test_options_name_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    options = ReadOptions(published="2017-03-02", source="Courier", title="Talks", url="https://c.example/1")
    read_back = article(next(read(path, options)))
    assert (read_back.id, read_back.source, read_back.title) == ("https://c.example/1", "Courier", "Talks")
    assert str(read_back.published.day) == "2017-03-02"


@pytest.mark.parametrize("suffix", [".txt", ".html", ""])
def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"large{suffix}"
    with path.open("wb") as file:
        file.write(b"He met her. " * 10_000)
        file.truncate(50_000_000)
    begun = time.process_time()
    assert "larger than 100 bytes" in problem(next(read(path, ReadOptions(max_bytes=100))), ProblemKind.TOO_LARGE)
    assert time.process_time() - begun < 0.5


def test_a_stream_over_the_limit_is_read_no_further() -> None:
    stream = io.BytesIO(b"He met her. " * 100_000)
    assert "larger than" in problem(
        next(read("-", ReadOptions(max_bytes=100_000), stdin=stream)), ProblemKind.TOO_LARGE
    )
    assert stream.tell() <= 200_000


def test_a_file_of_records_has_a_limit_for_each_line_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(RECORDS * 50, "utf-8")
    assert all(isinstance(item, Article) for item in read(path, ReadOptions(max_bytes=1000)))


def test_records_are_read_one_by_one() -> None:
    stream = io.BytesIO(RECORDS.encode() * 2000)
    items = read("-", stdin=stream)
    assert article(next(items)).id == "n0"
    assert stream.tell() < 200_000 < len(stream.getvalue())


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        (b'{\n  "text": "He met her."\n}\n', ProblemKind.RECORD, "not with one record on its first line"),
        (b"<?xml version='1.0'?><rss></rss>", ProblemKind.MARKUP, "is XML of a kind that is not read"),
        (b"\x89PNG\r\n\x1a\n", ProblemKind.BINARY, "looks like a PNG image"),
        (b"", ProblemKind.EMPTY, "is empty"),
    ],
)
def test_what_is_nothing_of_these_says_what_to_do(tmp_path: Path, content: bytes, kind: ProblemKind, says: str) -> None:
    path = tmp_path / "thing"
    path.write_bytes(content)
    told = problem(next(read(path)), kind)
    assert told.startswith(f"{path}: ")
    assert says in told


@pytest.mark.parametrize("path", ["no-such-file.txt", "no\0such", "x" * 5000])
def test_a_missing_file_is_a_problem(path: str) -> None:
    assert "cannot be opened" in problem(next(read(path)), ProblemKind.MISSING)


def test_an_empty_folder_and_no_path_at_all_are_problems(tmp_path: Path) -> None:
    assert "holds no documents" in problem(next(read(tmp_path)), ProblemKind.EMPTY)
    assert "no path given" in problem(next(read("")), ProblemKind.MISSING)


def test_how_many_documents_there_are_is_told_before_they_are_read(archive: Path, tmp_path: Path) -> None:
    read_back = [item for item in read(archive) if not (isinstance(item, Problem) and item.kind.value == "skipped")]
    assert expected(archive) == len(read_back)
    assert (expected("-"), expected(tmp_path / "b.txt"), expected(tmp_path / "gone.jsonl")) == (None, 1, None)


def test_a_folder_with_nothing_but_notes_holds_no_documents(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("Notes.")
    skipped, empty = read(tmp_path)
    assert "left aside" in problem(skipped, ProblemKind.SKIPPED)
    assert "holds no documents" in problem(empty, ProblemKind.EMPTY)


@pytest.mark.parametrize("inner", ["", "inner"])
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, inner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / inner
    folder.mkdir(exist_ok=True)
    listed = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (told,) = read(tmp_path)
    assert problem(told, ProblemKind.MISSING).startswith(f"{folder}: cannot be opened")


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\n\u202eb.txt").write_text("")
    (told,) = read(tmp_path)
    assert "a\\x1b[2J\\n\\u202eb.txt: is empty" in problem(told, ProblemKind.EMPTY)


def test_a_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "it is closed" in problem(next(read("-")), ProblemKind.MISSING)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("he met her. " * 40_000, "more than 120,000 words and marks"),
        ("(a" * 100_000, "more than 120,000 words and marks"),
        ("a\n" * 10_001, "more than 10,000 paragraphs"),
    ],
)
def test_what_is_longer_than_any_article_is_refused_at_once(text: str, says: str) -> None:
    begun = time.process_time()
    assert says in problem(read_text(text), ProblemKind.TOO_LARGE)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("text", ["x", "x.\n", "  Minister  "])
def test_one_word_is_no_article(text: str) -> None:
    assert "no more than 1 word" in problem(read_text(text), ProblemKind.EMPTY)


@pytest.mark.parametrize(
    ("error", "says"),
    [(OSError(28, "No space left on device"), "cannot be read here"), (RuntimeError("odd"), "a fault of whomet")],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_whatever_fails_is_that_document_s_problem(
    tmp_path: Path, name: str, error: Exception, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text({"a.txt": FRENCH, "a.html": page(), "a.jsonl": RECORDS}[name], "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")

    failing = iter([True] * (3 if name == "a.jsonl" else 1) + [False])

    def fail(_: str) -> None:
        if next(failing):
            raise error

    monkeypatch.setattr("timeline.sources.text.refuse_foreign", fail)
    *failed, good = read(tmp_path)
    assert article(good).text == TEXT
    assert failed
    for item in failed:
        assert says in problem(item, ProblemKind.FAULT)


def test_records_in_utf16_are_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(RECORDS.encode("utf-16"))
    assert [problem(item, ProblemKind.ENCODING) for item in read(path)] == [
        f"{path}: begins with a utf-16 mark; save it as UTF-8"
    ]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in problem(next(read(path)), ProblemKind.MISSING)


SUFFIXES = [".txt", ".html", ".jsonl", ".ndjson", ".htm", "", ".pdf"]
PIECES = st.sampled_from(
    [
        b"<p>",
        b"</p>",
        b"<a ",
        b"He met her. ",
        b"\n",
        b'{"text": "',
        b'"}',
        b"\\ud800",
        b"\xff",
        b"\x00",
        b"&#x0;",
        b"<!--",
    ]
)


@given(st.binary(max_size=300) | st.lists(PIECES, max_size=40).map(b"".join), st.sampled_from(SUFFIXES))
def test_no_bytes_under_any_name_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    items = list(read(path))
    assert items
    for item in items:
        assert isinstance(item, Article) or str(item).startswith(str(path))
