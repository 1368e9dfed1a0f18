"""The example archive with its expectations, read once for the tests."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """Return a document's words without its page: enough to look words up, no stand-in for the reader of pages."""
    name, _, key = document.partition("#")
    raw = (ARTICLES / name).read_text(encoding="utf-8")
    if key:
        return next(record["text"] for record in map(json.loads, raw.splitlines()) if record["id"] == key)
    if name.endswith(".html"):
        found = re.search(r"<article>(.*)</article>", raw, re.DOTALL)
        assert found, name
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", found[1])))
    return raw
