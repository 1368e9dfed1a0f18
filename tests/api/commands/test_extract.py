"""`whomet extract --explain`: as text, as JSON, as a page; what does not go together is wrong use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import whomet

TEXT = "Ada Holm met Ivo Brandt, the envoy, in September. He met the deadline of the harbour board. Holm denied it."


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def _explain(*words: str) -> Result:
    ask = ["extract", "--explain", *words, "--published", "2017-03-02"]
    return CliRunner().invoke(whomet, ask, env={"COLUMNS": "80"})


def test_the_text_shows_each_part_with_its_rules(file: str) -> None:
    shown = " ".join(_explain(file).stdout.split())
    for part in (
        "1 date",
        "“September” 2016-09",
        "TIMEX3 DATE 2016-09",
        "month named, past tense, published",
        "“He” pronoun: the likeliest before it that",
        "agent: Ada Holm",
        "stopped: guard nothing_met",
        "1 word of speech",
        "stopped: no words stand with it as",
        "1. meeting ● asserted Ada Holm, Ivo Brandt",
        "confidence 0.93: contacts.verb.meet; told as a fact",
        "rule contacts.verb.meet, characters 0 to 49, told by the article itself",
    ):
        assert part in shown


def test_the_text_lists_what_could_have_been_read_and_was_not(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("They left at night. It was late by then, said Ada Holm.", encoding="utf-8")
    shown = " ".join(_explain(str(path)).stdout.split())
    assert "Words of the calendar that date nothing “night” no rule makes a date of it here" in shown
    assert "Pronouns that mean nobody known “They” no two joined by" in shown


def test_the_text_fits_eighty_columns(file: str) -> None:
    lines = _explain(file, "--title", "A deadline").stdout.splitlines()
    assert max(map(len, lines)) <= 80


def test_json_has_what_extract_prints_and_what_is_behind_it(file: str) -> None:
    plain = json.loads(CliRunner().invoke(whomet, ["extract", file, "--published=2017-03-02", "--format=json"]).stdout)
    told = json.loads(_explain(file, "--format", "json").stdout)
    assert [event["id"] for event in told["events"]] == [event["id"] for event in plain["events"]]
    assert told["events"][0]["confidence"]["detail"] == "contacts.verb.meet; told as a fact"
    assert told["events"][0]["evidence"][0]["attributed_to"] == []
    assert told["dates"][0]["derivation"] == "month named, past tense, published 2017-03-02"
    assert [(m["text"], m["form"]) for m in told["actors"][0]["mentions"]] == [("Ada Holm", "name"), ("Holm", "name")]
    assert told["senses"][0]["events"] == [told["events"][0]["id"]]
    assert [sense["why"] for sense in told["senses"] if sense["status"] is None][-1]
    assert [(cue["text"], cue["status"], cue["events"]) for cue in told["cues"]] == [("denied", None, [])]
    assert (told["undated"], told["unknown"]) == ([], [])
    for seen in (*told["dates"], *told["senses"], *told["cues"], *(m for a in told["actors"] for m in a["mentions"])):
        assert TEXT[seen["start"] : seen["end"]] == seen["text"]


def test_json_lines_are_explained_a_line_each(tmp_path: Path) -> None:
    records = [{"id": n, "published": "2017-03-02", "text": TEXT} for n in "ab"]
    lines = tmp_path / "some.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    result = CliRunner().invoke(whomet, ["extract", "--explain", "--jsonl", str(lines)])
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b"]


def test_the_page_goes_to_a_file_or_to_standard_output(file: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    saved = _explain(file, "--format", "html", "-o", str(page))
    assert (saved.exit_code, saved.stdout) == (0, "")
    assert page.read_text(encoding="utf-8") == _explain(file, "--format", "html").stdout
    assert page.read_bytes().startswith(b"<!doctype html>")


def test_kept_parses_give_the_same(file: str, tmp_path: Path) -> None:
    kept = _explain(file, "--parses", str(tmp_path / "parses")).stdout
    assert kept == _explain(file, "--parses", str(tmp_path / "parses")).stdout == _explain(file).stdout


def test_one_page_is_of_one_article(file: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = _explain(file, file, "--format", "html", "-o", str(page))
    assert (result.exit_code, page.exists()) == (2, False)
    assert "one article" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "html"], "--explain"),
        (["-o", "page.html"], "--explain"),
        (["--explain", "-o", "page.html"], "--format html"),
        (["--explain", "--extractor", "tests.extractors:Liar"], "built-in"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(file: str, words: list[str], told: str) -> None:
    result = CliRunner().invoke(whomet, ["extract", file, *words])
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_document_that_cannot_be_read_is_named_and_the_others_explained(file: str, tmp_path: Path) -> None:
    result = _explain(str(tmp_path / "none.txt"), file)
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "1. meeting" in result.stdout


def test_a_record_with_wrong_characters_is_named_and_read(tmp_path: Path) -> None:
    lines = tmp_path / "some.jsonl"
    lines.write_text(json.dumps({"id": "a", "text": "Ada Holm met JosÃ© Brandt."}) + "\n", encoding="utf-8")
    result = CliRunner().invoke(whomet, ["extract", "--jsonl", str(lines)])
    assert (result.exit_code, len(json.loads(result.stdout)["events"])) == (0, 1)
    assert "line 1: is read as it is, but was encoded twice ('JosÃ©' at character 13)" in result.stderr


def test_a_failure_inside_is_one_document_s(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("timeline.explaining.explain_parsed", fail)
    result = _explain(file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "RecursionError" in result.stderr
