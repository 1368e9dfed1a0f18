"""Where actors stand in a picture of contacts: on a ring, at heights so far apart that no label meets another.

The two halves of the ring are filled at even heights and not at even angles: names are written level, so it is
height that keeps them apart. With an actor in the middle the strongest contacts come first, clockwise from the top;
without one, the order is sought in which ties are short. Nothing here depends on chance or on the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from graph.contacts import Tie
from timeline.model import Actor

#: Pixels between two labels of one side, and the smallest ring.
PITCH, SMALLEST = 24.0, 120.0
#: How often the order is improved, at most; it hardly ever takes more than five rounds.
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """An actor's place, the middle of the ring at 0, 0; `right` tells on which side its name is written."""

    actor: Actor
    x: float
    y: float
    right: bool


def ring_radius(number: int) -> float:
    """Return the radius of a ring for so many actors."""
    return max(SMALLEST, (number + 1) // 2 * PITCH / 2 + 12)


def ring(actors: Sequence[Actor]) -> tuple[Place, ...]:
    """Place the actors clockwise from the top."""
    radius = ring_radius(len(actors))
    half = (len(actors) + 1) // 2
    right = [_place(actor, number, half, radius, 1) for number, actor in enumerate(actors[:half])]
    left = actors[half:][::-1]
    return (*right, *reversed([_place(actor, number, len(left), radius, -1) for number, actor in enumerate(left)]))


def by_strength(ego: Actor, ties: Sequence[Tie]) -> list[Actor]:
    """Return everybody but the one in the middle: most sources of contact with it first, then names."""
    strength: dict[str, int] = {}
    others: dict[str, Actor] = {}
    for tie in ties:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if one.id != ego.id:
                others[one.id] = one
                strength[one.id] = strength.get(one.id, 0) + tie.sources * (tie.counted and other.id == ego.id)
    return sorted(others.values(), key=lambda actor: (-strength[actor.id], actor.name, actor.id))


def by_neighbourhood(actors: Sequence[Actor], ties: Sequence[Tie]) -> list[Actor]:
    """Return the actors in an order in which those who are tied stand near each other."""
    near: dict[str, set[str]] = {actor.id: set() for actor in actors}
    for tie in ties:
        near[tie.a.id].add(tie.b.id)
        near[tie.b.id].add(tie.a.id)
    known = {actor.id: actor for actor in actors}
    order = _walk(sorted(near, key=lambda one: (-len(near[one]), known[one].name, one)), near)
    for _ in range(_ROUNDS):
        better = _improved(order, near)
        if better == order:
            break
        order = better
    return [known[one] for one in order]


def _place(actor: Actor, number: int, of: int, radius: float, side: int) -> Place:
    y = ((number + 0.5) / of * 2 - 1) * (radius - 12)
    return Place(actor, round(side * sqrt(radius * radius - y * y), 1), round(y, 1), side > 0)


def _walk(ranked: list[str], near: dict[str, set[str]]) -> list[str]:
    """Return everybody in depth-first order from the best connected, one component after the other."""
    order: dict[str, None] = {}
    for first in ranked:
        waiting = [first]
        while waiting:
            one = waiting.pop()
            if one not in order:
                order[one] = None
                waiting.extend(other for other in reversed(ranked) if other in near[one] and other not in order)
    return list(order)


def _improved(order: list[str], near: dict[str, set[str]]) -> list[str]:
    """Move each actor, one after the other, to where the ties are shortest."""
    for one in sorted(order):
        rest = [other for other in order if other != one]
        lengths = list(_slide([one, *rest], near))
        now = lengths[order.index(one)]
        if min(lengths) < now:
            place = lengths.index(min(lengths))
            order = [*rest[:place], one, *rest[place:]]
    return order


def _slide(order: list[str], near: dict[str, set[str]]) -> Iterator[int]:
    """Yield how long the ties are, round the ring in steps, with the first actor in the first place, the second, ..."""
    place = {one: number for number, one in enumerate(order)}
    total = sum(_length(one, place, near) for one in order) // 2
    first = order[0]
    yield total
    for number, other in enumerate(order[1:]):
        total -= _length(first, place, near) + _length(other, place, near)
        place[first], place[other] = number + 1, number
        total += _length(first, place, near) + _length(other, place, near)
        yield total


def _length(one: str, place: dict[str, int], near: dict[str, set[str]]) -> int:
    """Return the sum of one actor's ties' lengths."""
    steps = (abs(place[one] - place[other]) for other in near[one])
    return sum(min(step, len(place) - step) for step in steps)
