"""A store's whole content into another, whatever the engines; a copy that was broken off is completed by another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import batched

from graph.store.base import Store, Upserted

BATCH = 100


def copy(source: Store, target: Store, *, batch: int = BATCH, told: Callable[[Upserted], None] | None = None) -> None:
    """Copy all article versions with their claims, then all judgements; `told` hears of each batch.

    What the target has already stays, also what the source has not; so copying twice changes nothing.
    """
    for extractions in batched(source.export(), batch):
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
