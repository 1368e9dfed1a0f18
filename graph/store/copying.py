"""A store's whole content into another, whatever the engines; a copy that was broken off is completed by another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import batched

from graph.store.base import Store, Upserted
from graph.verification import Failure, alteration, kept
from timeline.model import Extraction

BATCH = 100


def copy(
    source: Store, target: Store, *, batch: int = BATCH, told: Callable[[Upserted], None] | None = None
) -> tuple[Failure, ...]:
    """Copy all article versions with their claims, then all judgements; `told` hears of each batch.

    What the target has already stays, also what the source has not; so copying twice changes nothing. An article
    whose words were altered in the source is left out and returned: copied, it would pass for what was read.
    """
    failed: list[Failure] = []
    for extractions in batched(_unaltered(source, failed), batch):
        done = target.upsert(extractions)
        if told is not None:
            told(done)
    known = {judgement.id: judgement for judgement in target.judgements()}
    for judgement in source.judgements():
        mine = known.get(judgement.id)
        if mine is None:
            target.judge(judgement)
        elif mine.undone_at is None and judgement.undone_at is not None:
            target.undo(judgement.id, judgement.undone_at)
    return tuple(failed)


def _unaltered(source: Store, failed: list[Failure]) -> Iterator[Extraction]:
    for version, extraction in kept(source):
        found = list(alteration(version, extraction.article))
        failed += found
        if not found:
            yield extraction
