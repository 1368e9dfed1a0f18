"""Which claims of a block tell of one event: the maximal sets of claims whose dates are pairwise compatible.

They are the maximal cliques of an interval graph (pairwise overlapping intervals have a day in common). So a claim of
"2016", or of no date, stands behind each narrower event inside it and makes no bridge between two that are disjoint,
and the result depends on the set of claims alone. Two events of one part of a block have no day in common.

A plan and what is told to have become of it ("the summit on Friday was called off") are one event if each has days of
its own and no other fits as well.

Hearings of one witness differ in whom the words name: the committee in one sentence, its chairwoman in the next. Those
of one day are one unless two bodies held them; so is what the same article asks the witness without a day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from graph.identity.blocks import bodies_of, parts, witness_of
from graph.identity.tellings import Telling, narrowest
from timeline.model import CONTACT_TYPES, Status

_A_MONTH = timedelta(days=31)


def clusters(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the sets of a block's tellings that tell of one event each, narrowest first, as they are given."""
    found = [cluster for part in parts(tellings) for cluster in _of_part(part)]
    return _sittings(found) if tellings and witness_of(tellings[0].claim) is not None else found


def _of_part(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the sets of those who mean the same actors: each of one status, but for plans and what became of them."""
    ahead = [[t for t in tellings if t.claim.status is status] for status in (Status.PLANNED, Status.HYPOTHETICAL)]
    others = [t for t in tellings if t.claim.status not in {Status.PLANNED, Status.HYPOTHETICAL}]
    plans, fates = (_cliques(same) for same in ahead)
    pairs = [(plan, fate) for plan in plans for fate in fates if _same_days(plan, fate)]
    joined = []
    for plan, fate in pairs:
        if sum(plan is one or fate is other for one, other in pairs) == 1:
            plans.remove(plan)
            fates.remove(fate)
            joined.append(_joined([plan, fate]))
    return [*_cliques(others), *joined, *plans, *fates]


def _same_days(plan: Sequence[Telling], fate: Sequence[Telling]) -> bool:
    """Whether a plan and what became of another can be of the same days, told to the month at the least."""
    if plan[0].claim.type not in CONTACT_TYPES or not (_days(plan) and _days(fate)):
        return False
    narrow = all(min(last - first for first, last in _days(one)) < _A_MONTH for one in (plan, fate))
    days = _days([*plan, *fate])
    return narrow and max(first for first, _ in days) <= min(last for _, last in days)


def _cliques(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the maximal sets of claims with pairwise compatible dates, each in the order given."""
    dated = [t for t in tellings if t.claim.date is not None]
    if len(dated) < 2:
        return [list(tellings)] if tellings else []
    starts = sorted({_bounds(t)[0] for t in dated})
    ends = sorted({_bounds(t)[1] for t in dated})
    cliques = []
    for place, end in enumerate(ends):
        # A set is maximal where an end follows a start: the last start before this end lies after the end before it.
        start = starts[bisect_right(starts, end) - 1]
        if place == 0 or start > ends[place - 1]:
            cliques.append([t for t in tellings if t.claim.date is None or _covers(t, start)])
    return cliques


def _sittings(hearings: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Join hearings of one witness that are one sitting, whoever asks."""
    by_day: dict[date, list[list[Telling]]] = defaultdict(list)
    others = []
    for hearing in hearings:
        if (day := _day(hearing)) is not None:
            by_day[day].append(hearing)
        else:
            others.append(hearing)
    held = [sitting for same in by_day.values() for sitting in _of_one_day(same)]
    return _with_undated([*held, *(hearing for hearing in others if _days(hearing))], others)


def _of_one_day(hearings: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Join what one body, or none that is named, held on one day; of two bodies nobody knows whose guest asked."""
    bodies = [_bodies(hearing) for hearing in hearings]
    known = [body for body in bodies if body]
    if not known or frozenset.intersection(*known):
        return [_joined(hearings)]
    return list(hearings)


def _with_undated(held: Sequence[list[Telling]], others: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Give what an article asks without a day to the one sitting that the article tells of."""
    found = [list(sitting) for sitting in held]
    rest = []
    for hearing in others:
        if _days(hearing):
            continue
        left = []
        for telling in hearing:
            same = [sitting for sitting in found if _fits(telling, sitting)]
            if len(same) == 1:
                same[0].append(telling)
            else:
                left.append(telling)
        rest += [left] if left else []
    return [*(_joined([sitting]) for sitting in found), *rest]


def _fits(telling: Telling, sitting: Sequence[Telling]) -> bool:
    bodies, own = _bodies(sitting), bodies_of(telling.claim)
    told = any(t.head.version == telling.head.version and t.claim.date is not None for t in sitting)
    return told and (not own or not bodies or bool(own & bodies))


def _joined(hearings: Iterable[Sequence[Telling]]) -> list[Telling]:
    """Return the tellings of several hearings, each once, the narrowest first."""
    told = {telling.claim.id: telling for hearing in hearings for telling in hearing}
    return sorted(told.values(), key=narrowest)


def _bodies(hearing: Sequence[Telling]) -> frozenset[str]:
    return frozenset(body for telling in hearing for body in bodies_of(telling.claim))


def _days(hearing: Sequence[Telling]) -> list[tuple[date, date]]:
    return [_bounds(telling) for telling in hearing if telling.claim.date is not None]


def _day(hearing: Sequence[Telling]) -> date | None:
    """Return the one day that all tellings allow, if it is one."""
    days = _days(hearing)
    if not days:
        return None
    low, high = max(first for first, _ in days), min(last for _, last in days)
    return low if low == high else None


def _bounds(telling: Telling) -> tuple[date, date]:
    assert telling.claim.date is not None
    return telling.claim.date.date.bounds


def _covers(telling: Telling, day: date) -> bool:
    low, high = _bounds(telling)
    return low <= day <= high
