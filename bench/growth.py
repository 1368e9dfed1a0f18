"""Memory over many articles: `python -m bench.growth` streams 10,000 short ones through extraction and prints what the
process holds after 1,000, 2,000, 5,000 and 10,000.

The articles are the project's own annotated texts, told again under names, years and days of publication that occur in
no other, so that whatever keeps words, names or dates grows and shows. Linux only: it reads /proc.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, cycle, islice
from pathlib import Path

from timeline.extract import extract_all
from timeline.model import Article, Found, Publication

TEXTS = Path(__file__).parents[1] / "tests/quality/texts"
MARKS = (1_000, 2_000, 5_000, 10_000)
#: Texts, of some 14 words each, that make an article.
_TEXTS = 8
_FIRST_DAY = date(1990, 1, 1)
_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Mark:
    """What was measured after so many articles."""

    articles: int
    words: int
    claims: int
    mebibytes: float
    seconds: float


def articles() -> Iterator[Article]:
    """Yield articles without end, no two alike."""
    records = [json.loads(line) for file in sorted(TEXTS.glob("*.jsonl")) for line in file.read_text().splitlines()]
    names = {word for record in records for word in _names(record)}
    texts = cycle(record["text"] for record in records)
    for number in count():
        day = _FIRST_DAY + timedelta(days=number)
        text = renamed("\n\n".join(islice(texts, _TEXTS)), names, number)
        yield Article(f"growth-{number}", text, "Growth", published=Publication(day, Found.GIVEN))


def _names(record: dict[str, object]) -> set[str]:
    """Return the words of the names of those who take part."""
    told = json.dumps(record.get("contacts", [])), json.dumps(record.get("statements", []))
    names = (name for part in told for name in re.findall(r'"(?:name|speaker)": "([^"]+)"', part))
    return {word for name in names for word in name.split() if word[0].isupper() and word.isalpha()}


def renamed(text: str, names: Container[str], number: int) -> str:
    """Return a text in which names and years are those of one article only."""
    ending = "".join(_SYLLABLES[int(digit)] for digit in str(number))
    text = re.sub(r"\b[A-Z][a-z]+\b", lambda found: found[0] + ending * (found[0] in names), text)
    return _YEAR.sub(lambda found: str(int(found[0]) - number % 60), text)


def resident() -> float:
    """Return the memory that the process holds now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(texts: Iterable[Article], marks: Iterable[int]) -> Iterator[Mark]:
    """Extract the articles one after another and yield what was measured at each mark; nothing is kept."""
    begin, wanted, words, claims = time.perf_counter(), set(marks), 0, 0
    for number, extraction in enumerate(extract_all(islice(texts, max(wanted))), 1):
        words += len(extraction.article.text.split())
        claims += len(extraction.claims)
        if number in wanted:
            yield Mark(number, words, claims, resident(), time.perf_counter() - begin)


def main() -> None:
    """Measure and print."""
    for mark in measure(articles(), MARKS):
        print(
            f"{mark.articles:6} articles  {mark.words:8} words  {mark.claims:6} claims  "
            f"{mark.mebibytes:7.1f} MiB held  {mark.seconds:6.0f} s"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
