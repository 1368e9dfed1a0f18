"""The counts of each document, as the scorers that lie beside the checkout see it: what intervals are drawn from.

The scorers are asked about one document at a time. What they print of one is rounded, but of so few that the whole
numbers behind it are certain; a sum that is not the figure they print of all documents is refused by `scorecard`.
"""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.quality.intervals import Counts, Sample, f1, share, total

type Samples = dict[str, Sample]
#: A document of our own with one statement, found: no scorer divides by nothing, and its counts are taken off again.
_PADDING = "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 15\tit ran\nE1\tSource:T1 Cue:T2 Content:T3\n"
_PADDED = {"content": [{"start": 9, "end": 15}], "speaker": {"start": 0, "end": 3}}


def scorer(folder: Path, name: str) -> ModuleType:
    """Import a scorer where it lies."""
    place = str(folder / "eval")
    if place not in sys.path:
        sys.path.insert(0, place)
    return import_module(name)


def records_of(path: Path) -> dict[str, Any]:
    """Read extraction records by document."""
    return {record["id"]: record for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def contacts(score: ModuleType, gold: Path, records: dict[str, Any]) -> Samples:
    """Count ties by weight, those with the right date, and false ones."""
    ties, dated, false = list[Counts](), list[Counts](), list[Counts]()
    with tempfile.TemporaryDirectory() as place:
        for document in json.loads(gold.read_text(encoding="utf-8")):
            record = records[document["doc"]]
            events = [e for e in record["events"] if e["type"] in score.CONTACT]
            want, got = score.flat(document["contacts"], score.TRUE_STATUS), score.flat(events, score.TRUE_STATUS)
            hits, _, _ = score.match(want, got)
            days = [(i, j) for i, j in hits if score.interval(want[i][2]) == score.interval(got[j][2])]
            ties.append(_weights(want, got, hits))
            dated.append(_weights(want, got, days))
            one = _written(place, "gold.json", json.dumps([document])), _written(place, "got", json.dumps(record))
            false.append((_number(r"^false ties (\d+)", output_of(score.main, *one, False)),))
    return {"ties F1": Sample(f1, ties), "ties + date F1": Sample(f1, dated), "false ties": Sample(total, false)}


def _weights(want: list[Any], got: list[Any], hits: list[tuple[int, int]]) -> Counts:
    return (
        sum(got[j][4] for _, j in hits),
        sum(tie[4] for tie in got),
        sum(want[i][4] for i, _ in hits),
        sum(tie[4] for tie in want),
    )


def dates(score: ModuleType, gold: Path, records: dict[str, Any]) -> Samples:
    """Count expressions whose value is right, and intervals that hold the right one."""
    values, held = list[Counts](), list[Counts]()
    for file in sorted(gold.rglob("*.tml")):
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / file.name).symlink_to(file)
            printed = output_of(score.main, place, _written(place, "got", json.dumps(records[file.stem])), False)
        wanted, found = _number(r"^gold (\d+)", printed), _number(r"predicted (\d+)$", printed)
        right = _part(r"^value .*recall ([\d.]+)", printed, wanted)
        values.append((right, found, right, wanted))
        compared = _number(r"^intervals compared (\d+)", printed, default=0)
        held.append((_part(r"no false precision ([\d.]+)", printed, compared), compared))
    return {"value F1": Sample(f1, values), "no false precision": Sample(share, held)}


def statements(score: ModuleType, gold: Path, records: dict[str, Any]) -> Samples:
    """Count statements found, with and without who says it."""
    content, speaker = list[Counts](), list[Counts]()
    for name, files in annotations(gold).items():
        with tempfile.TemporaryDirectory() as place:
            (folder := Path(place) / "attributions").mkdir()
            (folder / "padding_0.ann").write_text(_PADDING, encoding="utf-8")
            for file in files:
                (folder / file.name).symlink_to(file)
            got = [records[name], {"id": "padding", "events": [{"statement": _PADDED}]}]
            printed = output_of(score.main, place, _written(place, "got", "\n".join(map(json.dumps, got))), False)
        found = _number(r"predicted (\d+)$", printed)
        spoken, sourced = _number(r"verbs of speech (\d+)", printed), _number(r"with a source (\d+)", printed)
        content.append(_unpadded(r"^content  ", printed, found, spoken))
        speaker.append(_unpadded(r"^content \+ speaker", printed, found, sourced))
    recalled = [counts[2:] for counts in content]
    return {"content + speaker F1": Sample(f1, speaker), "content recall": Sample(share, recalled)}


def annotations(gold: Path) -> dict[str, list[Path]]:
    """Return the files of attributions of every document."""
    files: dict[str, list[Path]] = defaultdict(list)
    for file in sorted((gold / "attributions").glob("*.ann")):
        files[file.stem.rsplit("_", 1)[0]].append(file)
    return files


def _unpadded(line: str, printed: str, found: float, wanted: float) -> Counts:
    right = _part(rf"{line}.*precision ([\d.]+)", printed, found)
    return (right - 1, found - 1, _part(rf"{line}.*recall ([\d.]+)", printed, wanted) - 1, wanted - 1)


def timelines(score: ModuleType, documents: Path, gold: Path, predicted: Path) -> Samples:
    """Count relations, for each entity; the figure is a percentage."""
    told = io.StringIO()
    with redirect_stdout(io.StringIO()), redirect_stderr(told):
        score.main(str(documents), str(gold), str(predicted), True)
    counted = re.findall(r"precision (\d+)/(\d+) recall (\d+)/(\d+)", told.getvalue())
    return {"micro F1": Sample(lambda counts: 100 * f1(counts), [tuple(map(float, each)) for each in counted])}


def _written(place: str, name: str, text: str) -> str:
    (path := Path(place) / name).write_text(text + "\n", encoding="utf-8")
    return str(path)


def output_of(main: Callable[..., None], *arguments: Any) -> str:
    """Return what a scorer prints."""
    told = io.StringIO()
    with redirect_stdout(told):
        main(*arguments)
    return told.getvalue()


def _number(pattern: str, printed: str, default: float | None = None) -> float:
    found = re.search(pattern, printed, re.MULTILINE)
    if found is None and default is not None:
        return default
    assert found is not None, f"no {pattern!r} in what the scorer printed:\n{printed}"
    return float(found[1])


def _part(pattern: str, printed: str, whole: float) -> float:
    """Return the whole number that a printed share stands for."""
    return round(_number(pattern, printed, default=0) * whole)
