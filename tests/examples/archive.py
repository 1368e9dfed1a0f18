"""The example archive with its expectations, read once for the tests.

Run as a program it marks, in `expected.json`, what the extraction finds now as what it must find from now on.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.quality.scoring import Tie, extracted_ties
from timeline.dates.uncertain import UncertainDate
from timeline.extract import extract
from timeline.model import Article, Claim, Extraction
from timeline.sources import ReadOptions, read

FOLDER = Path(__file__).parents[2] / "examples"
ARTICLES = FOLDER / "articles"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
COUNTED = {"asserted", "alleged"}


@dataclass(frozen=True)
class Telling:
    """What one document says about one occasion."""

    document: str
    type: str
    participants: tuple[str, ...]
    date: str | None
    status: str
    trigger: str
    must: bool


def tellings() -> list[Telling]:
    """Return every telling of every occasion, in the file's order."""
    return [
        Telling(
            told["in"],
            occasion["type"],
            tuple(occasion["participants"]),
            told["date"],
            told.get("status", occasion["status"]),
            told["trigger"],
            told["must"],
        )
        for occasion in EXPECTED["occasions"]
        for told in occasion["told"]
    ]


@functools.cache
def articles() -> dict[str, Article]:
    """Return the articles that the program itself reads from the archive, by file name (and record id)."""
    out: dict[str, Article] = {}
    for path in sorted(ARTICLES.iterdir()):
        for item in read(path, ReadOptions()):
            assert isinstance(item, Article), item
            out[f"{path.name}#{item.id}" if path.suffix == ".jsonl" else path.name] = item
    return out


def article(document: str) -> Article:
    """Return the article that a document is."""
    return articles()[document]


def found(telling: Telling, made: Extraction) -> bool:
    """Whether an extraction has the telling's occasion by its own word, on no other days than those that the text
    gives: another sentence about the same two is not this one."""
    day = UncertainDate.parse(telling.date) if telling.date else None
    wanted = [Tie(a, b, day) for a, b in combinations(telling.participants, 2)]
    claims = [c for c in made.claims if c.type.value == telling.type and telling.trigger in _triggers(c)]
    got = extracted_ties(claims)
    return all(any(w.joins_same(g) and (w.closeness(g) > 0 or g.date is None) for g in got) for w in wanted)


def _triggers(claim: Claim) -> set[str]:
    return {evidence.trigger.text for evidence in claim.evidence if evidence.trigger}


def mark() -> None:
    """Let the expectations ask for what is found now; what they ask for already stays."""
    made = {name: extract(article(name)) for name in EXPECTED["documents"]}
    telling = iter(tellings())
    for occasion in EXPECTED["occasions"]:
        for told in occasion["told"]:
            each = next(telling)
            told["must"] = each.must or (each.status in COUNTED and found(each, made[each.document]))
    (FOLDER / "expected.json").write_text(_written(EXPECTED), encoding="utf-8")


def _written(expected: dict[str, Any]) -> str:
    """Lay the expectations out, a document and an occasion a line."""
    line = functools.partial(json.dumps, ensure_ascii=False)
    documents = ",\n".join(f"  {line(name)}: {line(each)}" for name, each in expected["documents"].items())
    occasions = ",\n".join(f"  {line(each)}" for each in expected["occasions"])
    parts = {
        "documents": f"{{\n{documents}\n }}",
        "occasions": f"[\n{occasions}\n ]",
        "boilerplate": line(expected["boilerplate"]),
    }
    return "{\n" + ",\n".join(f' "{name}": {part}' for name, part in parts.items()) + "\n}\n"


if __name__ == "__main__":
    mark()
