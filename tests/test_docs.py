"""The documents say what the program does: pages are current, and what make and code name is there."""

import re
from pathlib import Path

import pytest

from tests.cli_reference import reference
from tests.making import article
from tests.quality.scorecard import floors, is_worse
from tests.rule_catalogue import catalogue
from timeline.extract import extract
from timeline.model import ClaimType, Stance, Status

ROOT = Path(__file__).parents[1]


def test_the_page_of_the_command_line_is_what_the_commands_say() -> None:
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == reference()


def test_the_page_of_the_rules_is_what_the_data_files_say() -> None:
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == catalogue()


def test_the_page_of_the_extraction_tells_every_figure_that_has_a_floor() -> None:
    told = {name: float(value) for name, value in re.findall(r"^\| `([^`]+)` \| ([\d.]+) \|", _PAGE, re.MULTILINE)}
    assert set(told) == set(floors())
    assert {name: floor for name, floor in floors().items() if is_worse(name, told[name], floor)} == {}


_PAGE = (ROOT / "docs/extraction.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("text", "dates"), re.findall(r"^\| (Ada Holm .*?) \| (\S.*?) \|$", _PAGE, re.MULTILINE))
def test_a_date_of_the_page_is_read_so(text: str, dates: str) -> None:
    contacts = [claim for claim in extract(article(text)).claims if claim.type is ClaimType.MEETING]
    assert ", ".join(claim.date.date.edtf if claim.date else "none" for claim in contacts) == dates


@pytest.mark.parametrize("word", [*ClaimType, *Status, *Stance])
def test_the_page_of_the_extraction_explains_every_word_of_a_claim(word: str) -> None:
    assert re.search(rf"\b{word}\b", _PAGE)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"scripts/[\w-]+", (ROOT / "Makefile").read_text()))))
def test_what_make_calls_is_there(path: str) -> None:
    assert (ROOT / path).stat().st_mode & 0o100


@pytest.mark.parametrize(
    "module", sorted(set(re.findall(r"-m ([\w.]+)", (ROOT / "Makefile").read_text())) - {"pytest"})
)
def test_what_make_runs_is_there(module: str) -> None:
    place = ROOT / module.replace(".", "/")
    assert place.with_suffix(".py").exists() or (place / "__main__.py").exists()


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


def _cited() -> set[str]:
    sources = [p for part in ("timeline", "graph", "api") for p in (ROOT / part).rglob("*.py")]
    return {number for p in sources for number in re.findall(r"docs/decisions/(\d{4})", p.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("number", sorted(_cited()))
def test_a_decision_that_code_cites_is_written(number: str) -> None:
    assert list((ROOT / "docs/decisions").glob(f"{number}-*.md"))
