"""The contact graph: named actors, and one tie a pair for what counts as contact, others for what does not.

A `networkx.MultiGraph`. Nodes are actor ids with `name`, `kind` and `actor` (the `Actor`). The key of an edge, and
its attribute `tie_kind`, is a `TieKind`: asserted and alleged contacts share the edge `contact`; denied, planned and
hypothetical ones have edges of their own, so that they are never counted with it. Every edge carries the fields of
`Tie` (`events`, `count`, `sources`, `first`, `last`, `by_type`, `citations`) and `tie`, the `Tie` itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Any

import networkx as nx

from timeline.ids import stable_id
from timeline.model import CONTACT_TYPES, COUNTED_STATUSES, Actor, Citation, Event, Status


class TieKind(StrEnum):
    """What joins two actors; only `CONTACT` is ever counted."""

    CONTACT = "contact"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Tie:
    """All events of one kind between two actors; `a` has the smaller id, `events` stand in the order of events."""

    a: Actor
    b: Actor
    kind: TieKind
    events: tuple[Event, ...]

    @property
    def id(self) -> str:
        """Return the id of the pair and the kind."""
        return stable_id("tie", self.a.id, self.b.id, self.kind.value)

    @property
    def counted(self) -> bool:
        """Whether these are contacts."""
        return self.kind is TieKind.CONTACT

    @property
    def count(self) -> int:
        """Return the number of events."""
        return len(self.events)

    @property
    def sources(self) -> int:
        """Return the number of independent sources, one event after the other."""
        return sum(event.independent for event in self.events)

    @property
    def alleged_only(self) -> bool:
        """Whether it counts on allegations alone."""
        return self.counted and all(event.status is Status.ALLEGED for event in self.events)

    @property
    def dated(self) -> tuple[Event, ...]:
        """Return the events that have a date."""
        return tuple(event for event in self.events if event.date is not None)

    @property
    def first(self) -> str | None:
        """Return the EDTF date of the first dated event."""
        return _edtf(self.dated[:1])

    @property
    def last(self) -> str | None:
        """Return the EDTF date of the dated event that may be over last."""
        return _edtf(tuple(sorted(self.dated, key=_end)[-1:]))

    @property
    def by_type(self) -> tuple[tuple[str, int], ...]:
        """Return how many events of each type there are, by type."""
        return tuple(sorted(Counter(event.type.value for event in self.events).items()))

    @property
    def citations(self) -> tuple[tuple[str, Citation], ...]:
        """Return every citation with the id of its event, event by event."""
        return tuple((event.id, citation) for event in self.events for citation in event.citations)


def contact_ties(events: Iterable[Event]) -> tuple[Tie, ...]:
    """Return the ties between named actors, in order of their actors' ids and kind; a contact of many joins each
    two of them."""
    pairs: dict[tuple[str, str, TieKind], dict[str, Event]] = {}
    actors: dict[str, Actor] = {}
    for event in sorted(events, key=lambda event: event.sort_key):
        kind = tie_kind(event)
        if kind is None:
            continue
        present = named_actors(event)
        actors.update((actor.id, actor) for actor in present)
        for a, b in combinations(present, 2):
            pairs.setdefault((a.id, b.id, kind), {})[event.id] = event
    return tuple(Tie(actors[a], actors[b], kind, tuple(told.values())) for (a, b, kind), told in sorted(pairs.items()))


def contact_graph(events: Iterable[Event], actor: Actor | None = None) -> nx.MultiGraph[str]:
    """Return the contact graph of these events; `actor` is in it even without a tie."""
    ties = contact_ties(events)
    everybody = {one.id: one for tie in ties for one in (tie.a, tie.b)}
    if actor is not None:
        everybody[actor.id] = actor
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for _, one in sorted(everybody.items()):
        graph.add_node(one.id, name=one.name, kind=one.kind.value, actor=one)
    for tie in ties:
        graph.add_edge(tie.a.id, tie.b.id, key=tie.kind.value, **_attributes(tie))
    return graph


def tie_kind(event: Event) -> TieKind | None:
    """Return the kind of tie an event makes; None for what is no kind of contact."""
    if event.type not in CONTACT_TYPES:
        return None
    return TieKind.CONTACT if event.status in COUNTED_STATUSES else TieKind(event.status.value)


def named_actors(event: Event) -> tuple[Actor, ...]:
    """Return the event's named actors, each once, in order of id."""
    present = {participant.actor.id: participant.actor for participant in event.participants}
    return tuple(actor for _, actor in sorted(present.items()) if actor.named)


def _attributes(tie: Tie) -> dict[str, Any]:
    return {
        "tie_kind": tie.kind.value,
        "counted": tie.counted,
        "events": tie.events,
        "count": tie.count,
        "sources": tie.sources,
        "first": tie.first,
        "last": tie.last,
        "by_type": tie.by_type,
        "citations": tie.citations,
        "tie": tie,
    }


def _end(event: Event) -> date:
    return event.date.date.bounds[1] if event.date else date.min


def _edtf(events: tuple[Event, ...]) -> str | None:
    return events[0].date.date.edtf if events and events[0].date else None
