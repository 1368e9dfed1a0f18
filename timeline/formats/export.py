"""What every writer is given, and what is known about every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.model import Actor, Event


@dataclass(frozen=True, slots=True)
class ExportData:
    """The events to write, in the one order of events whatever order they come in: the same events, the same bytes."""

    title: str
    events: tuple[Event, ...]
    #: Whose timeline or contacts these are; None when they are everybody's.
    actor: Actor | None = None

    def __post_init__(self) -> None:
        unique = {event.id: event for event in self.events}
        object.__setattr__(self, "events", tuple(sorted(unique.values(), key=lambda event: event.sort_key)))


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One file format: how to write it, how to serve it, and which program opens it."""

    #: The name on the command line and in the address of the API.
    name: str
    title: str
    media_type: str
    #: With the dot: ".ics".
    suffix: str
    #: The programs it is made for, in words.
    opens_in: str
    #: A pure function of its input: no clock, no random number, no network.
    write: Callable[[ExportData], bytes]
