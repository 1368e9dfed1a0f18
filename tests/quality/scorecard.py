"""The scorecard: the project's own texts, and the evaluation corpora where a `shared` folder lies beside the checkout.

Those corpora and their scorers are run where they are (`WHOMET_SHARED`, or `../shared`) and never copied. Each figure
is the one its scorer prints, with an interval drawn over documents; speed and how far confidences can be trusted stand
below. Without the corpora, every floor that could not be checked is named. `--raise` writes the floors anew, none lower
than it was.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.quality import calibrate, counts, scoring, speed
from tests.quality.corpora import PARSES, ROOT, VARIABLE, shared
from tests.quality.intervals import RESAMPLES

FLOORS = Path(__file__).parent / "floors.json"
#: What the figures are to reach.
TARGETS = {
    "tune: ties F1": 0.72,
    "tune: ties + date F1": 0.58,
    "tune: false ties": 0,
    "check: ties F1": 0.62,
    "check: ties + date F1": 0.48,
    "check: false ties": 0,
    "dates: value F1": 0.82,
    "dates: no false precision": 0.99,
    "statements: content + speaker F1": 0.78,
    "statements: content recall": 0.88,
    "timelines: micro F1": 30,
    "speed: share of bare spaCy's": 0.8,
}
#: The figure that depends on the machine, and so has no floor.
SPEED = "speed: share of bare spaCy's"
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
    #: What counts its documents one by one.
    counted: Callable[..., counts.Samples]


@dataclass(frozen=True)
class Measure:
    """A figure of a scorer with its 95% interval over documents (over entities, for timelines)."""

    value: float
    low: float
    high: float


_TIES = {
    "ties F1": rf"^ties  .*{_F1}",
    "ties + date F1": rf"^ties \+ date.*{_F1}",
    "false ties": r"^false ties (\d+)",
}
CORPORA = [
    Corpus(
        "tune",
        "contacts",
        "contacts-tune/documents.json",
        "score_contacts.py",
        "contacts-tune/gold.json",
        _TIES,
        counts.contacts,
    ),
    Corpus(
        "check",
        "contacts",
        "contacts-check/documents.json",
        "score_contacts.py",
        "contacts-check/gold.json",
        _TIES,
        counts.contacts,
    ),
    Corpus(
        "dates",
        "timex",
        "timex",
        "score_timex.py",
        "timex",
        {"value F1": rf"^value .*{_F1}", "no false precision": r"no false precision ([\d.]+)"},
        counts.dates,
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
        counts.statements,
    ),
]


def corpora(folder: Path) -> dict[str, Measure]:
    """Extract and score every corpus, and the entity timelines."""
    with tempfile.TemporaryDirectory() as place:
        out = {key: value for each in CORPORA for key, value in _score(each, folder, Path(place)).items()}
        return {**out, **_timelines(folder, Path(place))}


def _score(corpus: Corpus, folder: Path, place: Path) -> dict[str, Measure]:
    data = folder / "corpus"
    documents, records = place / "documents.jsonl", place / "records.jsonl"
    documents.write_bytes(_run(folder / "eval/corpus.py", corpus.kind, data / corpus.documents))
    records.write_bytes(_whomet("extract", "--jsonl", documents, "--parses", PARSES))
    printed = _run(folder / "eval" / corpus.scorer, data / corpus.gold, records).decode()
    scorer = counts.scorer(folder, corpus.scorer.removesuffix(".py"))
    samples = corpus.counted(scorer, data / corpus.gold, counts.records_of(records))
    return {
        f"{corpus.name}: {name}": _measure(name, _figure(pattern, printed), samples)
        for name, pattern in corpus.figures.items()
    }


def _measure(name: str, printed: float, samples: counts.Samples, digits: int = 3) -> Measure:
    """Put the interval to a figure; the documents must add up to it, as it is rounded."""
    if abs(samples[name].value - printed) > 0.51 * 10**-digits:
        raise ValueError(f"{name} is {printed}, but its documents add up to {samples[name].value}")
    return Measure(printed, *samples[name].interval())


def _timelines(folder: Path, place: Path) -> dict[str, Measure]:
    trial = folder / "corpus/timeline-trial"
    read = (trial / "documents", trial / "gold", timelines(folder, place))
    printed = _run(folder / "eval/score_timeline.py", *read).decode()
    samples = counts.timelines(counts.scorer(folder, "score_timeline"), *read)
    return {"timelines: micro F1": _measure("micro F1", _figure(rf"micro {_F1}", printed), samples, digits=2)}


def timelines(folder: Path, place: Path) -> Path:
    """Ingest the documents of the trial and return a folder of what `whomet timeline` gives for each entity."""
    trial, store, made = folder / "corpus/timeline-trial", f"sqlite:///{place}/trial.db", place / "timelines"
    made.mkdir()
    documents = place / "trial.jsonl"
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
        (made / f"{gold.stem}.json").write_bytes(found.stdout or b'{"events": []}')
    return made


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


def table(measured: dict[str, Measure]) -> str:
    """Lay the figures out with their intervals, floors and targets."""
    known = floors()
    lines = [f"{'evaluation corpora':36}{'reached':>9}   {'95% interval':19}{'floor':>9}{'target':>9}"]
    for name, each in measured.items():
        span = f"{each.low:g} - {each.high:g}" if name in _CEILINGS else f"{each.low:.3f} - {each.high:.3f}"
        floor, target = (f"{table[name]:g}" if name in table else "-" for table in (known, TARGETS))
        met = "" if name not in TARGETS or not is_worse(name, each.value, TARGETS[name]) else "  not reached"
        lines.append(f"{name:36}{each.value:9g}   {span:19}{floor:>9}{target:>9}{met}")
    return "\n".join([*lines, *_notes(measured)])


def _notes(measured: dict[str, Measure]) -> list[str]:
    """Return what the intervals are drawn over, and what a figure depends on."""
    corpora = f"intervals: {RESAMPLES} resamples of documents; of the 6 entities for timelines; of batches for speed"
    machine = "speed depends on the machine and on what else it does: no floor; `make bench` measures more of it"
    return [*([corpora] if len(measured) > 1 else []), *([machine] if SPEED in measured else [])]


def unchecked() -> str:
    """Say which floors were not checked, for want of the corpora."""
    names = "\n".join(f"  {name:36}{floor:9g}" for name, floor in floors().items())
    return (
        f"NOT CHECKED: {len(floors())} floors on the evaluation corpora, which are not beside this checkout "
        f"(../shared, or {VARIABLE}):\n{names}"
    )


def _speed() -> dict[str, Measure]:
    sample = speed.measure()
    low, high = sample.interval()
    return {SPEED: Measure(round(sample.value, 3), low, high)}


def main(arguments: Sequence[str]) -> None:
    """Print the scorecard; with `--raise`, write the floors."""
    scoring.main(arguments)
    folder = shared()
    if folder is None:
        print(f"\n{table(_speed())}\n\n{unchecked()}")
        return
    measured = corpora(folder)
    reached = {name: measure.value for name, measure in measured.items()}
    print(f"\n{table({**measured, **_speed()})}\n\n{calibrate.report(folder, PARSES)}")
    if "--raise" in arguments:
        FLOORS.write_text(json.dumps(raised(reached), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
