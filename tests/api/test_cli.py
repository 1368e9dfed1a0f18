"""The command line from an article to an answer, as a person would type it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli import main

_TEXT = "Ada Holm met Ivo Brandt in Oslo on May 4, 2016. Ivo Brandt denied meeting Olga Stein, the treasurer.\n"


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    def typed(*words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["whomet", *words])
        code: object = 0
        try:
            main()
        except SystemExit as left:
            code = left.code or 0
        assert isinstance(code, int)
        return code, capfd.readouterr().out

    return typed


@pytest.fixture
def store(tmp_path: Path, run: Run) -> str:
    source = tmp_path / "a.txt"
    source.write_text(_TEXT, encoding="utf-8")
    url = f"sqlite:///{tmp_path}/s.db"
    assert run("ingest", str(source), "--published", "2016-05-09", "--store", url)[0] == 0
    return url


def test_who_met_gives_the_contact_with_its_words(store: str, run: Run) -> None:
    _, out = run("who-met", "Ada Holm", "Ivo Brandt", "--format", "json", "--store", store)
    event = json.loads(out)["contacts"][0]
    assert (event["date"], event["evidence"][0]["quote"]) == ("2016-05-04", _TEXT.split(". ", maxsplit=1)[0] + ".")


def test_a_denial_is_shown_and_not_counted(store: str, run: Run) -> None:
    answer = json.loads(run("who-met", "Ivo Brandt", "Olga Stein", "--format", "json", "--store", store)[1])
    assert (answer["contacts"], [e["status"] for e in answer["not_contacts"]]) == ([], ["denied"])


def test_verify_passes(store: str, run: Run) -> None:
    assert run("verify", "--store", store)[0] == 0


@pytest.mark.parametrize("words", [("timeline", "Ada Holm"), ("contacts", "Ada Holm"), ("search", "oslo")])
def test_tables_name_the_other(store: str, run: Run, words: tuple[str, ...]) -> None:
    assert "Brandt" in run(*words, "--store", store)[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [(("who-met", "Nobody"), 2), (("ingest", "no-such-file.txt"), 1), (("timeline", "Ada", "--format", "x"), 2)],
)
def test_exit_codes_tell_what_went_wrong(store: str, run: Run, words: tuple[str, ...], code: int) -> None:
    assert run(*words, "--store", store)[0] == code


def test_a_store_that_is_not_there_is_code_three(tmp_path: Path, run: Run) -> None:
    assert run("timeline", "Ada Holm", "--store", f"sqlite:///{tmp_path}/none.db")[0] == 3
