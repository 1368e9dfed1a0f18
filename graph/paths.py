"""Paths between two actors over their contacts: who could have passed something on to whom, in the order of time.

`certain` means that no hop can have been earlier than the one before it (`previous.latest <= next.earliest`);
`possible`, that some choice of days respects the order. An undated event, or an open end, says nothing about order:
it is certain only where there is nothing to be compared with. A path makes no detour: none of its events brought
three of its actors together, for that event would have carried it straight on, no later (so no event comes twice).

Actors and events are walked as they are, one beside the other: a contact of a hundred participants costs a hundred
steps and not five thousand pairs. For every number of hops a table says how late one may be at an actor and still
arrive; the walk forward leaves out what comes too late, and so meets few dead ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise

from graph.contacts import named_actors
from timeline.model import Actor, Event

#: Longer chains are not looked for; they say nothing, and there are too many.
MAX_HOPS = 8
#: Nor are those with so many more hops than the shortest.
MAX_MORE = 2


class Order(StrEnum):
    """How the hops of a path follow each other in time."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    #: No order asked for: the plain shortest paths.
    ANY = "any"

    def arrive(self, at: date, event: Event) -> date | None:
        """Return the day from which the next hop may follow, when one is there `at` a day; None: too late."""
        low, high = _bounds(event)
        match self:
            case Order.CERTAIN:
                return high if at <= low else None
            case Order.POSSIBLE:
                return max(at, low) if at <= high else None
            case Order.ANY:
                return date.min

    def deadline(self, event: Event, onward: date) -> date | None:
        """Return the last day to be there for the event when its other side must be left by `onward`; None: never."""
        low, high = _bounds(event)
        match self:
            case Order.CERTAIN:
                return low if high <= onward else None
            case Order.POSSIBLE:
                return min(high, onward) if low <= onward else None
            case Order.ANY:
                return date.max


@dataclass(frozen=True, slots=True)
class Hop:
    """One contact on the way."""

    start: Actor
    end: Actor
    event: Event


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of contacts."""

    order: Order
    hops: tuple[Hop, ...]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Return the actors along the way, both ends included."""
        return self.hops[0].start, *(hop.end for hop in self.hops)


def find_paths(
    events: Iterable[Event], source: str, target: str, *, k: int = 5, max_hops: int = MAX_HOPS
) -> tuple[Path, ...]:
    """Return the `k` shortest certain paths and the `k` shortest that are only possible, from one actor id to
    another, in the order of hops, certain before possible, then names; a chain of actors comes once."""
    net = ContactNet(events)
    certain = tuple(islice(net.paths(source, target, Order.CERTAIN, max_hops), k))
    possible = (
        path
        for path in net.paths(source, target, Order.POSSIBLE, max_hops)
        if net.resolve(path.actors, Order.CERTAIN) is None
    )
    return tuple(sorted((*certain, *islice(possible, k)), key=_path_key))


class ContactNet:
    """The counted contacts of named actors, ready to be walked; events of other kinds are left out."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._present: dict[str, tuple[Actor, ...]] = {}
        self._actors: dict[str, Actor] = {}
        self._of: dict[str, list[Event]] = {}
        counted = {event.id: event for event in events if event.is_contact}
        for event in sorted(counted.values(), key=lambda event: event.sort_key):
            self._present[event.id] = named_actors(event)
            for actor in self._present[event.id]:
                self._actors[actor.id] = actor
                self._of.setdefault(actor.id, []).append(event)

    @cached_property
    def _events(self) -> list[Event]:
        return list({event.id: event for events in self._of.values() for event in events}.values())

    def paths(self, source: str, target: str, order: Order, max_hops: int = MAX_HOPS) -> Iterator[Path]:
        """Yield the paths that respect the order, the shortest first, then by the actors' names and ids; each chain
        of actors once, with the events that bring one there soonest, hop by hop."""
        if source == target or source not in self._of or target not in self._of:
            return
        tables = [{target: date.max}]
        longest = max_hops
        while len(tables) <= longest:
            tables.append(self._deadlines(tables[-1], order))
            for chain in self._chains([source], date.min, tables, order) if source in tables[-1] else ():
                longest = min(longest, len(chain) - 1 + MAX_MORE)
                actors = tuple(self._actors[actor] for actor in chain)
                if hops := self.resolve(actors, order):
                    yield Path(order, hops)

    def resolve(self, actors: tuple[Actor, ...], order: Order) -> tuple[Hop, ...] | None:
        """Return the events that bring one along these actors without a detour, the soonest at each hop; None when
        there are none."""
        chain, at, hops = {actor.id for actor in actors}, date.min, []
        for a, b in pairwise(actors):
            ways = [
                (arrival, event.sort_key, event)
                for event in self._of[a.id]
                if {actor.id for actor in self._present[event.id]} & chain == {a.id, b.id}
                and (arrival := order.arrive(at, event)) is not None
            ]
            if not ways:
                return None
            at, _, event = min(ways, key=lambda way: way[:2])
            hops.append(Hop(a, b, event))
        return tuple(hops)

    def _deadlines(self, onward: dict[str, date], order: Order) -> dict[str, date]:
        """Return how late one may be at each actor to have the table `onward` at one hop's distance."""
        table: dict[str, date] = {}
        for event in self._events:
            ends = sorted(
                ((onward[actor.id], actor.id) for actor in self._present[event.id] if actor.id in onward), reverse=True
            )[:2]
            for actor in self._present[event.id] if ends else ():
                best = next((day for day, other in ends if other != actor.id), None)
                last = order.deadline(event, best) if best is not None else None
                if last is not None and (actor.id not in table or last > table[actor.id]):
                    table[actor.id] = last
        return table

    def _chains(self, chain: list[str], at: date, tables: list[dict[str, date]], order: Order) -> Iterator[list[str]]:
        """Yield the chains that go on from here in just so many hops as there are tables but one."""
        if len(tables) == 1:
            yield chain
            return
        (target,) = tables[0]
        for actor, arrival in self._next(chain, at, target, order):
            if (actor == target) == (len(tables) == 2) and actor in tables[-2] and arrival <= tables[-2][actor]:
                yield from self._chains([*chain, actor], arrival, tables[:-1], order)

    def _next(self, chain: list[str], at: date, target: str, order: Order) -> list[tuple[str, date]]:
        """Return whom one can be with next, by name and id, and the soonest day."""
        soonest: dict[str, date] = {}
        for event in self._of[chain[-1]]:
            arrival = order.arrive(at, event)
            there = {actor.id for actor in self._present[event.id]}
            if arrival is None or not there.isdisjoint(chain[:-1]):
                continue
            for actor in {target} if target in there else there - {chain[-1]}:
                soonest[actor] = min(arrival, soonest.get(actor, arrival))
        return sorted(soonest.items(), key=lambda pair: (self._actors[pair[0]].name, pair[0]))


def _bounds(event: Event) -> tuple[date, date]:
    return event.date.date.bounds if event.date else (date.min, date.max)


def _path_key(path: Path) -> tuple[int, int, tuple[tuple[str, str], ...]]:
    return len(path.hops), list(Order).index(path.order), tuple((actor.name, actor.id) for actor in path.actors)
