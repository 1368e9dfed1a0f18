"""The scorecard: the project's own texts, and the evaluation corpora where a `shared` folder lies beside the checkout.

Those corpora and their scorers are run where they are (`WHOMET_SHARED`, or `../shared`) and never copied. `--raise`
writes the floors anew, none lower than it was.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.quality import scoring

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).parent / "floors.json"
#: Where parses are kept between two runs: a change of rules needs no new ones.
PARSES = ROOT / ".cache/parses"
_UNKNOWN_ACTOR = 2
#: Figures that must not rise.
_CEILINGS = {"tune: false ties", "check: false ties"}
_F1 = r"F1 ([\d.]+)"


@dataclass(frozen=True)
class Corpus:
    """One corpus: what `corpus.py` makes its documents of, its scorer, and where the figures stand in the output."""

    name: str
    kind: str
    documents: str
    scorer: str
    gold: str
    figures: dict[str, str]


_TIES = {
    "ties F1": rf"^ties  .*{_F1}",
    "ties + date F1": rf"^ties \+ date.*{_F1}",
    "false ties": r"^false ties (\d+)",
}
CORPORA = [
    Corpus("tune", "contacts", "contacts-tune/documents.json", "score_contacts.py", "contacts-tune/gold.json", _TIES),
    Corpus(
        "check", "contacts", "contacts-check/documents.json", "score_contacts.py", "contacts-check/gold.json", _TIES
    ),
    Corpus(
        "dates",
        "timex",
        "timex",
        "score_timex.py",
        "timex",
        {"value F1": rf"^value .*{_F1}", "no false precision": r"no false precision ([\d.]+)"},
    ),
    Corpus(
        "statements",
        "statements",
        "polnear/dev",
        "score_statements.py",
        "polnear/dev",
        {
            "content + speaker F1": rf"^content \+ speaker.*{_F1}",
            "content recall": r"^content  .*recall ([\d.]+)",
        },
    ),
]


def shared() -> Path | None:
    """Return the folder of the corpora, if there is one."""
    folder = Path(os.environ.get("WHOMET_SHARED", ROOT.parent / "shared"))
    return folder.resolve() if (folder / "eval" / "corpus.py").exists() else None


def corpora(folder: Path) -> dict[str, float]:
    """Extract and score every corpus, and the entity timelines."""
    with tempfile.TemporaryDirectory() as place:
        out = {key: value for each in CORPORA for key, value in _score(each, folder, Path(place)).items()}
        return {**out, **_timelines(folder, Path(place))}


def _score(corpus: Corpus, folder: Path, place: Path) -> dict[str, float]:
    data = folder / "corpus"
    documents, records = place / "documents.jsonl", place / "records.jsonl"
    documents.write_bytes(_run(folder / "eval/corpus.py", corpus.kind, data / corpus.documents))
    records.write_bytes(_whomet("extract", "--jsonl", documents, "--parses", PARSES))
    printed = _run(folder / "eval" / corpus.scorer, data / corpus.gold, records).decode()
    return {f"{corpus.name}: {name}": _figure(pattern, printed) for name, pattern in corpus.figures.items()}


def _timelines(folder: Path, place: Path) -> dict[str, float]:
    trial, store = folder / "corpus/timeline-trial", f"sqlite:///{place}/trial.db"
    documents, timelines = place / "trial.jsonl", place / "timelines"
    timelines.mkdir()
    documents.write_bytes(_run(folder / "eval/corpus.py", "timeline", trial / "documents"))
    _whomet("ingest", documents, "--store", store)
    for gold in sorted((trial / "gold").glob("*.txt")):
        entity = gold.read_text(encoding="utf-8").splitlines()[0].strip()
        found = subprocess.run(
            [sys.executable, "-m", "api", "timeline", entity, "--format", "json", "--store", store],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=False,
        )
        if found.returncode not in {0, _UNKNOWN_ACTOR}:
            raise subprocess.CalledProcessError(found.returncode, found.args)
        # An entity that no article names as an actor has no timeline: the scorer counts all of it as missed.
        (timelines / f"{gold.stem}.json").write_bytes(found.stdout or b'{"events": []}')
    printed = _run(folder / "eval/score_timeline.py", trial / "documents", trial / "gold", timelines).decode()
    return {"timelines: micro F1": _figure(rf"micro {_F1}", printed)}


def _run(program: Path, *words: str | Path) -> bytes:
    return subprocess.run([sys.executable, program, *words], capture_output=True, check=True).stdout


def _whomet(*words: str | Path) -> bytes:
    return subprocess.run([sys.executable, "-m", "api", *words], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def _figure(pattern: str, printed: str) -> float:
    found = re.search(pattern, printed, re.MULTILINE)
    if found is None:
        raise ValueError(f"no {pattern!r} in what the scorer printed:\n{printed}")
    return float(found[1])


def floors() -> dict[str, float]:
    """Return the floors, and the ceilings among them."""
    stored: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return stored


def below(reached: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Return what is worse than its floor, with both figures."""
    return {name: (reached[name], floor) for name, floor in floors().items() if is_worse(name, reached[name], floor)}


def is_worse(name: str, reached: float, floor: float) -> bool:
    """Whether a figure is below its floor, or above its ceiling."""
    return reached > floor if name in _CEILINGS else reached < floor


def raised(reached: dict[str, float]) -> dict[str, float]:
    """Return the floors with what is better than before; none is loosened."""
    known = floors()
    return {n: known[n] if n in known and is_worse(n, value, known[n]) else value for n, value in reached.items()}


def main(arguments: Sequence[str]) -> None:
    """Print the scorecard; with `--raise`, write the floors."""
    scoring.main(arguments)
    folder = shared()
    if folder is None:
        print("no evaluation corpora beside this checkout (WHOMET_SHARED): only the project's own texts were scored")
        return
    known, reached = floors(), corpora(folder)
    print(f"\n{'evaluation corpora':40}{'reached':>9}{'floor':>9}")
    for name, value in reached.items():
        print(f"{name:40}{value:9g}{known.get(name, 0.0):9g}")
    if "--raise" in arguments:
        FLOORS.write_text(json.dumps(raised(reached), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
