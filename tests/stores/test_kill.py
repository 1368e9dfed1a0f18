"""Killed at any moment (SIGKILL), an ingestion loses nothing it acknowledged and leaves nothing half there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.identity.events import derive
from graph.store import Store
from tests.stores.conftest import opened
from tests.stores.killed import BATCHES, batch
from tests.stores.samples import content
from timeline.model import Extraction

pytestmark = [pytest.mark.slow, pytest.mark.kill]

ROUNDS = 20
ROOT = Path(__file__).parents[2]


def test_twenty_kills_lose_nothing(url: str, tmp_path: Path) -> None:
    chance = random.Random(20)
    given = {each.article.version: each for number in range(BATCHES) for each in batch(number)}
    acknowledged: set[str] = set()
    interrupted = 0
    for _ in range(ROUNDS):
        whole = ingest(url, acknowledged, wait=chance.uniform(0.0, 0.5), first=max(0, len(acknowledged) // 5 - 1))
        interrupted += not whole
        with opened(url, create=True) as store:
            check(store, given, acknowledged)
        if whole:
            acknowledged = start_over(url)
    assert interrupted >= ROUNDS // 2, "the children were too quick to be killed"
    with opened(url, create=True) as store:
        for number in range(BATCHES):
            store.upsert(batch(number))
        completed = content(store)
    with opened(f"sqlite:///{tmp_path / 'unkilled.db'}", create=True) as unkilled:
        for number in range(BATCHES):
            unkilled.upsert(batch(number))
        assert completed == content(unkilled)


def ingest(url: str, acknowledged: set[str], *, wait: float, first: int) -> bool:
    """Let a child ingest for a while, then kill it; add what it acknowledged; say whether it came to its end."""
    command = [sys.executable, "-m", "tests.stores.killed", url, str(first), str(BATCHES)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert child.stdout is not None
    with child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(wait)
        child.kill()
        said = child.stdout.read()
    acknowledged.update(line for line in said.split("\n")[:-1] if line)
    return child.returncode == 0


def check(store: Store, given: dict[str, Extraction], acknowledged: set[str]) -> None:
    """Compare what is there with what was acknowledged and with what follows from the claims there."""
    there = {extraction.article.version: extraction for extraction in store.export()}
    assert acknowledged <= there.keys()
    assert all(given[version] == extraction for version, extraction in there.items())
    told = [(extraction.article, claim) for extraction in there.values() for claim in extraction.claims]
    assert list(store.events(limit=100_000).items) == derive(told)
    assert sorted(change.subject for change in store.changes(limit=100_000)) == sorted(there)
    assert store.info().claims == len(told)


def start_over(url: str) -> set[str]:
    """Empty the store after a round that reached the end, so that the next has something to interrupt."""
    if url.startswith("sqlite"):
        for rest in ("", "-wal", "-shm"):
            Path(url.removeprefix("sqlite:///") + rest).unlink(missing_ok=True)
    else:
        from tests.stores.server.fixture import wipe

        wipe(url)
    return set()
