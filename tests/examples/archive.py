"""The example archive with its expectations, read once for the tests.

Run as a program it marks, in `expected.json`, what the extraction finds now as what it must find from now on.
"""

from __future__ import annotations

import functools
import html
import json
import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.quality.scoring import Tie, extracted_ties
from timeline.dates.uncertain import UncertainDate
from timeline.extract import extract
from timeline.model import Article, Extraction, Found, Publication

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


def body(document: str) -> str:
    """Return a document's words without its page, a paragraph a block."""
    name, _, key = document.partition("#")
    raw = (ARTICLES / name).read_text(encoding="utf-8")
    if key:
        return next(record["text"] for record in map(json.loads, raw.splitlines()) if record["id"] == key)
    if name.endswith(".html"):
        page = re.search(r"<article>(.*)</article>", raw, re.DOTALL)
        assert page, name
        blocks = re.findall(r"<(h1|p)[ >](.*?)</\1>", page[1], re.DOTALL)
        words = (html.unescape(re.sub(r"<[^>]+>|^[^<]*>", "", block)) for _, block in blocks)
        return "\n\n".join(words)
    return raw


def article(document: str) -> Article:
    """Return the article that a document is."""
    expected = EXPECTED["documents"][document]
    day, found = expected["published"], Found(expected["found"])
    published = Publication(date.fromisoformat(day), found, day) if day else Publication()
    return Article(document, body(document), published=published)


def found(telling: Telling, made: Extraction) -> bool:
    """Whether an extraction has the telling's occasion, on no other days than those that the text gives."""
    day = UncertainDate.parse(telling.date) if telling.date else None
    wanted = [Tie(a, b, day) for a, b in combinations(telling.participants, 2)]
    claims = [c for c in made.claims if c.type.value == telling.type]
    got = extracted_ties(claims)
    return all(any(w.joins_same(g) and (w.closeness(g) > 0 or g.date is None) for g in got) for w in wanted)


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
