"""The child of the kill suite: ingest synthetic batches, say each acknowledged version, until killed.

`python -m tests.stores.killed URL FIRST LAST` ingests the batches FIRST to LAST and prints a line per version.
"""

from __future__ import annotations

import sys

from tests.making import article, claim, extraction, person
from tests.stores.conftest import opened
from timeline.model import Extraction, Status

BATCHES = 60
_PER_BATCH = 5
_PEOPLE = [person(f"Person {number}") for number in range(12)]


def batch(number: int) -> list[Extraction]:
    """Return one batch, always the same: its claims share blocks with those of other batches."""
    return [_article(number * _PER_BATCH + place) for place in range(_PER_BATCH)]


def _article(number: int) -> Extraction:
    of = article(f"Article {number}: they met, and met again.", key=f"k{number:05d}", source=f"Source {number % 9}")
    people = [(_PEOPLE[(number + step) % 12], _PEOPLE[(number * 5 + step * 7 + 1) % 12]) for step in range(4)]
    day = f"2016-{1 + number % 12:02d}"
    return extraction(
        of,
        *(
            claim(of, *pair, edtf=day if step else None, status=Status.DENIED if step == 3 else Status.ASSERTED)
            for step, pair in enumerate(people)
            if pair[0] != pair[1]
        ),
    )


def main() -> None:
    """Ingest and acknowledge."""
    url, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with opened(url, create=True) as store:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for number in range(first, last):
            done = store.upsert(batch(number))
            sys.stdout.write("".join(f"{version}\n" for version in (*done.new, *done.unchanged)))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
