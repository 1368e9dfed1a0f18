"""The figures of docs/extraction.md that are measured on the corpora beside the checkout: written there, and held.

`python -m tests.quality.documented` writes each block between its marks anew: what goes wrong, by cause, as `make
errors` counts it, and what the check set gives as a whole. A slow test tells which figures have moved.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.quality import calibrate, counts
from tests.quality.corpora import PARSES, ROOT, VARIABLE, shared
from tests.quality.errors.__main__ import sheets
from tests.quality.errors.cases import Sheet, told_whole, weight
from timeline.extract import extract_all

PAGE = ROOT / "docs/extraction.md"
#: Weight below which causes are counted together.
_LEAST = 5.0
#: How far a figure may move before the page has to follow: so much, or that share of it.
_SLACK, _SHARE = 3.0, 0.1
_BLOCK = re.compile(r"(?<=<!-- measured: )([\w-]+) -->\n(.*?)(?=<!-- end -->)", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def blocks(folder: Path) -> dict[str, str]:
    """Measure, and return the blocks by name."""
    return {sheet.name: causes(sheet) for sheet in sheets(folder)} | {"check": _check(folder)}


def causes(sheet: Sheet) -> str:
    """Return the causes of a sheet as a table, the small ones together."""
    listed = [(cause, weight(cases), len(cases)) for cause, cases in sheet.groups]
    shown = [(cause, much) for cause, much, _ in listed if much >= _LEAST]
    rest = [much for _, much, _ in listed if much < _LEAST]
    rows = [*shown, *([("other causes, each below 5", sum(rest))] if rest else [])]
    head = f"In all: {told_whole(sheet)}.\n\n| cause | {sheet.unit} |\n| --- | --- |"
    return "\n".join([head, *(f"| {cause} | {much:.1f} |" for cause, much in rows)])


def _check(folder: Path) -> str:
    """Return what the check set gives: its figures as a whole, none of its texts."""
    corpus, score = folder / "corpus/contacts-check", counts.scorer(folder, "score_contacts")
    printed = _scored(score, corpus)
    precision, recall = re.findall(r"^ties  .*precision ([\d.]+)  recall ([\d.]+)", printed, re.MULTILINE)[0]
    dates = re.findall(r"exact (\d+)  wider or open (\d+)  wrong (\d+)  invented (\d+)", printed)[0]
    rows = calibrate.contacts(folder, "check", PARSES)
    sure = [_right(row for row in rows if row.value >= least) for least in (0.8, 0.9)]
    found, right = (round(100 * float(share)) for share in (recall, precision))
    return (
        f"Of the contacts in *check*, {found} % are found, and of those shown {right} % are right.\n"
        f"The dates of the right ones: {dates[0]} exact, {dates[1]} wider or open, {dates[2]} wrong,\n"
        f"{dates[3]} where the annotation has none.\n"
        f"Of the ties with a confidence of 0.8 and more, {sure[0]:.0f} % are right,\n"
        f"of those with 0.9 and more, {sure[1]:.0f} %."
    )


def _scored(score: counts.ModuleType, corpus: Path) -> str:
    from api.schemas import dump_line, extraction_record

    records = json.loads((corpus / "documents.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as place:
        got = Path(place) / "got.jsonl"
        made = extract_all(calibrate.articles(records), PARSES)
        got.write_text("\n".join(dump_line(extraction_record(one)).strip() for one in made), encoding="utf-8")
        return counts.output_of(score.main, str(corpus / "gold.json"), str(got), False)


def _right(rows: Iterable[calibrate.Row]) -> float:
    """Return the share of ties that are right, in percent."""
    found = list(rows)
    return 100 * sum(row.weight * row.right for row in found) / sum(row.weight for row in found)


def written(page: str, measured: dict[str, str]) -> str:
    """Return the page with its blocks anew."""
    return _BLOCK.sub(lambda found: f"{found[1]} -->\n\n{measured[found[1]]}\n\n", page)


def moved(page: str, measured: dict[str, str]) -> list[str]:
    """Return the lines of the page whose figures have moved, and causes that it does not have."""
    out = []
    for found in _BLOCK.finditer(page):
        name, texts = found[1], (found[2], measured[found[1]])
        told, now = ({_NUMBER.sub("#", line): line for line in text.splitlines() if line} for text in texts)
        out += [f"{name}: {line}" for key, line in told.items() if key not in now or not _near(line, now[key])]
        out += [f"{name}, missing: {line}" for key, line in now.items() if key not in told and _is_heavy(line)]
    return out


def _near(line: str, other: str) -> bool:
    pairs = zip(map(float, _NUMBER.findall(line)), map(float, _NUMBER.findall(other)), strict=True)
    return all(abs(a - b) <= max(_SLACK, _SHARE * a) for a, b in pairs)


def _is_heavy(line: str) -> bool:
    """Whether a new cause weighs enough to be missed on the page."""
    return any(float(number) >= _LEAST + _SLACK for number in _NUMBER.findall(line))


def main() -> None:
    """Write the blocks, where there is anything to measure on."""
    folder = shared()
    if folder is None:
        print(f"docs/extraction.md is as it was: no corpora beside this checkout (../shared, or {VARIABLE})")
        return
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), blocks(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
