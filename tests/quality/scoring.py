"""Scores the extraction on the project's own annotated texts: who met whom, when, and who said what.

A tie is two named actors on one occasion that took place (asserted or alleged). Ties of a text are paired off one to
one, those with the same days first, so that one occasion told twice is right once. A false tie joins two actors of whom
the text says only that they did not, or not yet, or might have met. Run as a program it prints a table by family of
constructs; `--raise` lifts the floors to what was reached.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Self

from timeline.dates.uncertain import UncertainDate
from timeline.extract import extract_all
from timeline.model import (
    CONTACT_TYPES,
    COUNTED_STATUSES,
    Article,
    Claim,
    Extraction,
    Found,
    Publication,
    Status,
)

HERE = Path(__file__).parent
FLOORS = HERE / "own_floors.json"
_NEARLY_ALL = 0.8
Record = dict[str, Any]


def families() -> dict[str, list[Record]]:
    """Read the annotated texts, by family of constructs."""
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted((HERE / "texts").glob("*.jsonl"))
    }


def article(record: Record) -> Article:
    """Make the article that a record annotates."""
    day = record["published"]
    published = Publication(date.fromisoformat(day), Found.GIVEN, day) if day else Publication()
    return Article(record["id"], record["text"], published=published)


@cache
def extractions() -> dict[str, Extraction]:
    """Extract every annotated text, once."""
    records = [record for family in families().values() for record in family]
    return {made.article.id: made for made in extract_all([article(record) for record in records])}


@dataclass(frozen=True)
class Tie:
    """Two named actors of one occasion, with its date."""

    first: str
    second: str
    date: UncertainDate | None

    def joins_same(self, other: Tie) -> bool:
        """Whether the two join the same actors."""
        straight = same_name(self.first, other.first) and same_name(self.second, other.second)
        return straight or (same_name(self.first, other.second) and same_name(self.second, other.first))

    def closeness(self, other: Tie) -> int:
        """Return 2 for the same days, 1 for overlapping ones, else 0; no date is a date of its own."""
        if self.date is None or other.date is None:
            return 2 * (self.date is other.date)
        if self.date.bounds == other.date.bounds:
            return 2
        return int(self.date.overlaps(other.date))


def same_name(one: str, other: str) -> bool:
    """Whether a name is the other or a part of it, whatever its case and its "the"."""
    words, others = (set(name.casefold().removeprefix("the ").split()) for name in (one, other))
    return words <= others or others <= words


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same words, or nearly so."""
    words, others = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(words & others) >= _NEARLY_ALL * max(len(words), len(others))


def expected_ties(record: Record, *, counted: bool) -> list[Tie]:
    """Return the annotated ties that count, or those that do not."""
    out = []
    for contact in record["contacts"]:
        if (Status(contact["status"]) in COUNTED_STATUSES) is counted:
            named = [p["name"] for p in contact["participants"] if p["named"]]
            day = UncertainDate.parse(contact["date"]) if contact["date"] else None
            out += [Tie(a, b, day) for a, b in combinations(named, 2)]
    return out


def extracted_ties(claims: Iterable[Claim]) -> list[Tie]:
    """Return the ties that an extraction counts."""
    out = []
    for claim in claims:
        if claim.type in CONTACT_TYPES and claim.status in COUNTED_STATUSES:
            named = list(dict.fromkeys(p.actor.name for p in claim.participants if p.actor.named))
            day = claim.date.date if claim.date else None
            out += [Tie(a, b, day) for a, b in combinations(named, 2)]
    return out


def paired(wanted: Sequence[Tie], got: Sequence[Tie]) -> list[tuple[Tie, Tie]]:
    """Pair ties off, one to one, the closest dates first."""
    options = [(w.closeness(g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(got) if w.joins_same(g)]
    left, right, out = set(range(len(wanted))), set(range(len(got))), []
    for _, i, j in sorted(options, key=lambda option: (-option[0], *option[1:])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((wanted[i], got[j]))
    return out


@dataclass
class Tally:
    """Counts over some texts."""

    texts: int = 0
    wanted: int = 0
    got: int = 0
    right: int = 0
    dated: int = 0
    false: int = 0
    statements: int = 0
    statements_right: int = 0
    statements_got: int = 0

    def __iadd__(self, other: Tally) -> Self:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        return self

    @property
    def precision(self) -> float:
        """Return the share of extracted ties that are right."""
        return self.right / self.got if self.got else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Return the share of annotated ties that were found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / (self.got + self.wanted) if self.got + self.wanted else 1.0

    @property
    def dated_f1(self) -> float:
        """Return the same for ties whose date is right as well."""
        return 2 * self.dated / (self.got + self.wanted) if self.got + self.wanted else 1.0

    @property
    def statement_precision(self) -> float:
        """Return the share of extracted statements that are annotated; those that a text leaves open do not count."""
        return self.statements_right / self.statements_got if self.statements_got else float(not self.statements)

    @property
    def statement_recall(self) -> float:
        """Return the share of annotated statements found with speaker and words."""
        return self.statements_right / self.statements if self.statements else 1.0


def tally(record: Record, extraction: Extraction) -> Tally:
    """Compare one text's extraction with its annotation."""
    wanted, got = expected_ties(record, counted=True), extracted_ties(extraction.claims)
    pairs = paired(wanted, got)
    unreal = expected_ties(record, counted=False)
    false = [g for g in got if any(u.joins_same(g) for u in unreal) and not any(w.joins_same(g) for w in wanted)]
    said = record["statements"]
    right = sum(any(_is_said(want, claim) for claim in extraction.claims) for want in said)
    dated = sum(a.closeness(b) == 2 for a, b in pairs)
    return Tally(1, len(wanted), len(got), len(pairs), dated, len(false), len(said), right, _said(record, extraction))


def _said(record: Record, extraction: Extraction) -> int:
    """Count the statements but those that the annotation leaves open."""
    told = [claim.statement.words for claim in extraction.claims if claim.statement is not None]
    return sum(not any(same_words(words, each) for each in record.get("may", [])) for words in told)


def _is_said(wanted: Record, claim: Claim) -> bool:
    """Whether a claim is the statement: its speaker, and all of its words or nearly so."""
    said = claim.statement
    if said is None or said.speaker is None:
        return False
    return same_words(wanted["content"], said.words) and same_name(wanted["speaker"], said.speaker.name)


def score() -> dict[str, Tally]:
    """Extract every text and tally by family; the whole stands under "all"."""
    texts, made = families(), extractions()
    out = {name: Tally() for name in (*texts, "all")}
    for name, family in texts.items():
        for record in family:
            counts = tally(record, made[record["id"]])
            out[name] += counts
            out["all"] += counts
    return out


def figures(whole: Tally) -> dict[str, float]:
    """Return what the floors are about, in thousandths rounded down."""
    values = {
        "ties_precision": whole.precision,
        "ties_recall": whole.recall,
        "ties_f1": whole.f1,
        "ties_dated_f1": whole.dated_f1,
        "statements_precision": whole.statement_precision,
        "statements_recall": whole.statement_recall,
    }
    return {name: int(value * 1000) / 1000 for name, value in values.items()}


def table(scores: dict[str, Tally]) -> str:
    """Lay the scores out, a family a line."""
    lines = [
        f"{'family':20}{'texts':>6}{'ties':>6}{'prec':>7}{'recall':>8}{'F1':>7}{'dated':>7}{'false':>7}{'said':>12}"
    ]
    for name, each in scores.items():
        said = f"{each.statements_right}/{each.statements_got}/{each.statements}"
        ratios = f"{each.precision:7.3f}{each.recall:8.3f}{each.f1:7.3f}{each.dated_f1:7.3f}"
        lines.append(f"{name:20}{each.texts:6}{each.wanted:6}{ratios}{each.false:7}{said:>12}")
    return "\n".join(lines)


def raised(floors: dict[str, float], reached: dict[str, float]) -> dict[str, float]:
    """Return the floors, none lower than it was."""
    return {name: max(value, floors.get(name, 0.0)) for name, value in reached.items()}


def main(arguments: Sequence[str]) -> None:
    """Print the table; with `--raise`, write the floors."""
    scores = score()
    sys.stdout.write(table(scores) + "\n")
    if "--raise" in arguments:
        floors = raised(json.loads(FLOORS.read_text(encoding="utf-8")), figures(scores["all"]))
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
