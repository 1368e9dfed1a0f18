"""Fits the weights of `confidence.toml` on the corpora beside the checkout, and tells how well the values hold.

`python -m tests.quality.calibrate` prints the reliability of contacts (tuning set, cross-validated over documents; then
the check set, which nothing is fitted on) and of statements; `--write` puts the weights into the data file. No text
leaves the corpora: what is written are numbers.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from tests.quality.corpora import PARSES, VARIABLE, shared
from tests.quality.counts import annotations, scorer
from timeline.events import confidence
from timeline.extract import extract_all
from timeline.model import CONTACT_TYPES, Article, Claim, ClaimType, Extraction, Status
from timeline.sources import ReadOptions, read_record

DATA = Path(confidence.__file__).parent / "data/confidence.toml"
FOLDS = 10
#: How strongly weights are held at nothing. The rules were written looking at the tuning set, so that what goes wrong
#: there is rarer and odder than elsewhere: heavier than cross-validation on it would choose (decision 0090).
PENALTY = 8.0
#: Of cues that say as what it is told, which no rule was tuned to.
STATUS_PENALTY = 0.5
#: What claims were scored with before they were weighed.
CONSTANTS = {"contact": (0.85, "words", 0.6), "statement": (0.8, "", 0.8)}
#: Statuses that are looked for among each other.
_GROUPS = ({Status.ASSERTED, Status.ALLEGED}, {Status.PLANNED}, {Status.DENIED}, {Status.HYPOTHETICAL})
_BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True)
class Row:
    """One tie or statement that was found: its cues, the value its claim has, and whether it is right."""

    document: str
    cues: frozenset[str]
    value: float
    right: bool
    weight: float = 1.0


def cues_of(kind: str, claim: Claim) -> frozenset[str]:
    """Return the cues that a claim's detail names."""
    told = {words for part in claim.confidence.detail.split("; ") for words in part.partition(": ")[2].split(", ")}
    return frozenset(name for name, cue in confidence.scales()[kind].cues.items() if cue.words in told)


def contacts(folder: Path, name: str, parses: Path) -> list[Row]:
    """Return every tie found in a set of contacts."""
    corpus, score = folder / "corpus" / f"contacts-{name}", scorer(folder, "score_contacts")
    gold = {each["doc"]: each["contacts"] for each in json.loads((corpus / "gold.json").read_text(encoding="utf-8"))}
    records = json.loads((corpus / "documents.json").read_text(encoding="utf-8"))
    return [row for made in _extracted(records, parses) for row in _ties(made, gold[made.article.id], score)]


def _ties(made: Extraction, gold: list[dict[str, Any]], score: ModuleType) -> Iterator[Row]:
    claims = [claim for claim in made.claims if claim.type in CONTACT_TYPES]
    for statuses in _GROUPS:
        names = {status.value for status in statuses}
        found = [(claim, tie) for claim in claims for tie in score.flat([_as_gold(claim)], names)]
        hits, _, _ = score.match(score.flat(gold, names), [tie for _, tie in found])
        right = {j for _, j in hits}
        for j, (claim, tie) in enumerate(found):
            yield Row(made.article.id, cues_of("contact", claim), claim.confidence.value, j in right, tie[4])


def _as_gold(claim: Claim) -> dict[str, Any]:
    return {
        "type": claim.type.value,
        "status": claim.status.value,
        "date": claim.date.date.edtf if claim.date else None,
        "participants": [{"name": p.actor.name, "named": p.actor.named} for p in claim.participants],
    }


def statements(folder: Path, parses: Path) -> list[Row]:
    """Return every statement found in PolNeAR's development part; right is what has words and speaker right."""
    corpus, score = folder / "corpus/polnear/dev", scorer(folder, "score_statements")
    gold = annotations(corpus)
    records = list(scorer(folder, "corpus").statements(str(corpus)))
    return [row for made in _extracted(records, parses) for row in _sayings(made, gold[made.article.id], score)]


def _sayings(made: Extraction, files: list[Path], score: ModuleType) -> Iterator[Row]:
    gold = [said for file in files for said in score.gold_attributions(file)]
    for claim in made.claims:
        if claim.type is ClaimType.STATEMENT and claim.statement is not None:
            right = any(_is_found(claim, said, score) for said in gold if said["content"])
            yield Row(made.article.id, cues_of("statement", claim), claim.confidence.value, right)


def _is_found(claim: Claim, said: dict[str, Any], score: ModuleType) -> bool:
    """Whether at least half of the longer content is shared, and something of the speaker."""
    assert claim.statement is not None
    words = [(span.start, span.end) for span in claim.statement.content]
    speaker = claim.statement.speaker_span
    most = max(score.length(words), score.length(said["content"]))
    named = [(speaker.start, speaker.end)] if speaker else []
    return 2 * score.shared(words, said["content"]) >= most and score.shared(named, said["source"]) > 0


def _extracted(records: list[dict[str, Any]], parses: Path) -> Iterator[Extraction]:
    return extract_all(articles(records), parses)


def articles(records: list[dict[str, Any]]) -> Iterator[Article]:
    """Yield the articles of records."""
    return (a for record in records if isinstance(a := read_record(record, ReadOptions()), Article))


type Weights = dict[str, float]


def fitted(kind: str, rows: Sequence[Row]) -> Weights:
    """Return base and weights: the most likely ones of a logistic regression, held towards nothing."""
    names = list(confidence.scales()[kind].cues)
    table, right, weight = _table(names, rows)
    penalty = np.diag([1e-6, *(STATUS_PENALTY if name in set(Status) else PENALTY for name in names)])
    found = np.zeros(len(names) + 1)
    for _ in range(50):
        likely = _logistic(table @ found)
        slope = table.T @ (weight * (right - likely)) - penalty @ found
        curve = (table * (weight * likely * (1 - likely))[:, None]).T @ table + penalty
        found = found + np.linalg.solve(curve, slope)
    return dict(zip(["base", *names], (round(float(value), 2) for value in found), strict=True))


def predicted(weights: Weights, row: Row) -> float:
    """Return the value that weights give a row."""
    return float(_logistic(np.float64(weights["base"] + sum(weights[name] for name in row.cues))))


def cross_validated(kind: str, rows: Sequence[Row]) -> list[float]:
    """Return the value of every row by weights fitted on other documents."""
    documents = {name: place % FOLDS for place, name in enumerate(sorted({row.document for row in rows}))}
    fits = [fitted(kind, [r for r in rows if documents[r.document] != fold]) for fold in range(FOLDS)]
    return [predicted(fits[documents[row.document]], row) for row in rows]


def constant(kind: str, rows: Sequence[Row]) -> list[float]:
    """Return the values that stood there before anything was weighed."""
    plain, name, otherwise = CONSTANTS[kind]
    return [otherwise if name in row.cues else plain for row in rows]


def _table(names: Sequence[str], rows: Sequence[Row]) -> tuple[Any, Any, Any]:
    table = np.array([[1.0, *(float(name in row.cues) for name in names)] for row in rows])
    return table, np.array([float(row.right) for row in rows]), np.array([row.weight for row in rows])


def _logistic(odds: Any) -> Any:
    return 1 / (1 + np.exp(-odds))


def brier(rows: Sequence[Row], values: Sequence[float]) -> float:
    """Return the mean squared distance of values from what is right."""
    squares = sum(row.weight * (value - row.right) ** 2 for row, value in zip(rows, values, strict=True))
    return squares / sum(row.weight for row in rows)


@dataclass(frozen=True)
class Bin:
    """Values of one stretch: how many, what they promise on average, and the share that is right."""

    low: float
    high: float
    count: int
    weight: float
    promised: float
    right: float


def bins(rows: Sequence[Row], values: Sequence[float]) -> list[Bin]:
    """Return the reliability of values, stretch by stretch."""
    out = []
    for low, high in pairwise(_BINS):
        inside = [(row, value) for row, value in zip(rows, values, strict=True) if low <= value < high]
        if weight := sum(row.weight for row, _ in inside):
            promised = sum(row.weight * value for row, value in inside) / weight
            right = sum(row.weight * row.right for row, _ in inside) / weight
            out.append(Bin(low, min(high, 1.0), len(inside), weight, promised, right))
    return out


def calibration_error(found: Sequence[Bin]) -> float:
    """Return how far, on average, what is promised lies from what is right (ECE)."""
    return sum(each.weight * abs(each.promised - each.right) for each in found) / sum(each.weight for each in found)


def reliability(name: str, rows: Sequence[Row], values: Sequence[float]) -> str:
    """Lay the reliability of values out."""
    found = bins(rows, values)
    head = f"{name}: {len(rows)}, Brier {brier(rows, values):.3f}, calibration error {calibration_error(found):.3f}"
    lines = [f"  {b.low:.1f} - {b.high:.1f}{b.count:7}{b.promised:10.2f}{b.right:8.2f}" for b in found]
    return "\n".join([head, f"  {'value':9}{'count':>7}{'promised':>10}{'right':>8}", *lines])


def report(folder: Path, parses: Path) -> str:
    """Return the reliability of the values that claims have: of the tuning set and of statements cross-validated."""
    tune, check, said = contacts(folder, "tune", parses), contacts(folder, "check", parses), statements(folder, parses)
    parts = [
        reliability("ties, tune (cross-validated)", tune, cross_validated("contact", tune)),
        before("contact", tune),
        reliability("ties, check", check, [row.value for row in check]),
        before("contact", check),
        reliability("statements (cross-validated)", said, cross_validated("statement", said)),
        before("statement", said),
    ]
    return "\n".join(parts)


def before(kind: str, rows: Sequence[Row]) -> str:
    """Tell how well the constants did that stood in the place of values."""
    values = constant(kind, rows)
    error = calibration_error(bins(rows, values))
    return f"  constants in their place: Brier {brier(rows, values):.3f}, calibration error {error:.3f}"


def rewritten(text: str, weights: dict[str, Weights]) -> str:
    """Return the data file with other numbers, and nothing else changed."""
    out, kind, name = [], "", "base"
    for line in text.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            kind, name = head[1], "base"
        name = found[1] if (found := re.fullmatch(r'name = "(\w+)"', line)) else name
        number = re.fullmatch(r"(base|weight) = .*", line)
        out.append(f"{number[1]} = {weights[kind][name]}" if number else line)
    return "\n".join(out) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Print the reliability; with `--write`, fit and write the weights first."""
    folder, parses = shared(), PARSES
    if folder is None:
        sys.exit(f"no evaluation corpora beside this checkout (../shared, or {VARIABLE})")
    if "--write" in arguments:
        rows = {"contact": contacts(folder, "tune", parses), "statement": statements(folder, parses)}
        weights = {kind: fitted(kind, told) for kind, told in rows.items()}
        DATA.write_text(rewritten(DATA.read_text(encoding="utf-8"), weights), encoding="utf-8")
        confidence.scales.cache_clear()
    print(report(folder, parses))


if __name__ == "__main__":
    main(sys.argv[1:])
