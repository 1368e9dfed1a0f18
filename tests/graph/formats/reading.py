"""What a graph file must hold, however it is read: ties by their ids."""

from __future__ import annotations

from graph.contacts import contact_ties
from timeline.formats import ExportData


def expected_ties(data: ExportData) -> dict[str, tuple[str, str, str, int]]:
    """Return the two ends, the kind and the count of every tie."""
    return {tie.id: (tie.a.id, tie.b.id, tie.kind.value, tie.count) for tie in contact_ties(data.events)}


def expected_names(data: ExportData) -> set[str]:
    """Return the names of everybody that a tie joins."""
    return {actor.name for tie in contact_ties(data.events) for actor in (tie.a, tie.b)}
