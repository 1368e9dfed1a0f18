"""The documents say what the program does: pages are current, and what make and code name is there."""

import re
from pathlib import Path

import pytest

from tests.cli_reference import reference

ROOT = Path(__file__).parents[1]


def test_the_page_of_the_command_line_is_what_the_commands_say() -> None:
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == reference()


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
