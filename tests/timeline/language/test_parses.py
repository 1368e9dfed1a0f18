"""A parse read back from the folder is the parse that was kept."""

from pathlib import Path

import pytest

from timeline.language.parse import Parsed
from timeline.language.parses import from_record, parse_cached, to_record
from timeline.language.pipeline import parse
from timeline.model import Span
from timeline.sources.body import paragraphs

TEXTS = ["Anna Berg met Karl Lund in Oslo on Monday. He said: “No.”\n\nNobody else came.", "One line."]


def _items() -> list[tuple[str, list[Span]]]:
    return [(text, paragraphs(text)) for text in TEXTS]


def _plain(parsed: Parsed) -> tuple[object, ...]:
    words = [(w.text, w.lower, w.lemma, w.dep, w.head.i, [c.i for c in w.children], w.start) for w in parsed.words]
    sentences = [(s.i, s.paragraph, s.span, s.root.i) for s in parsed.sentences]
    return parsed.text, words, sentences, parsed.paragraphs


def test_columns_hold_the_whole_parse() -> None:
    for parsed in parse(_items()):
        again = from_record(to_record(parsed), parsed.text, parsed.paragraphs)
        assert _plain(again) == _plain(parsed)


def test_a_second_run_reads_what_the_first_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [_plain(p) for p in parse_cached(_items(), tmp_path)]
    assert len(list(tmp_path.iterdir())) == len(TEXTS)
    monkeypatch.setattr("timeline.language.parses.parse", lambda texts: iter([pytest.fail(t[0]) for t in texts]))
    assert [_plain(p) for p in parse_cached(_items(), tmp_path)] == first


def test_a_damaged_file_is_parsed_anew(tmp_path: Path) -> None:
    first = [_plain(p) for p in parse_cached(_items(), tmp_path)]
    for file in tmp_path.iterdir():
        file.write_text("{", encoding="utf-8")
    assert [_plain(p) for p in parse_cached(_items(), tmp_path)] == first
