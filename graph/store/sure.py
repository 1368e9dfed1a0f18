"""Events of sure claims alone: what `EventFilter.min_confidence` asks for.

A claim below the threshold is left out as if it was judged wrong: it tells of no event, and a statement below it says
nothing of one. Days, participants and sources of what is left are derived anew from the claims that stay, in the way
they were derived when they were written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.identity.events import Telling, told
from graph.identity.folding import has_words
from graph.store.base import EventFilter
from graph.store.paging import event_order
from graph.store.writing import standing_voices, words_of
from timeline.model import CONTACT_TYPES, Event

#: Claims with the blocks they are in.
type Told = Iterable[tuple[str, Telling]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events an engine is asked for: all conditions hold together, the order is that of events."""

    where: EventFilter = field(default_factory=EventFilter)
    #: Ids of actors who all take part.
    actors: tuple[str, ...] = ()
    #: Only events of the types of contact, whatever their status.
    contacts: bool = False
    #: Folded words of the event, the last a beginning; None asks for no words.
    words: tuple[str, ...] | None = None
    #: Only events that this article version tells of.
    version: str | None = None
    #: Only events after this order.
    after: str | None = None
    limit: int | None = None

    def admits(self, event: Event) -> bool:
        """Whether an event is one of those asked for."""
        if self.contacts and event.type not in CONTACT_TYPES:
            return False
        if not {part.actor.id for part in event.participants}.issuperset(self.actors):
            return False
        if self.words is not None and not has_words(words_of(event).split(), self.words):
            return False
        cited = self.version is None or any(citation.version == self.version for citation in event.citations)
        return cited and (self.after is None or event_order(event) > self.after) and self.where.admits(event)


def sure_events(
    tellings: Told, selection: Selection, confidences: Callable[[Collection[str]], Mapping[str, float]]
) -> list[Event]:
    """Return the events selected, in order, of the claims of some blocks that are sure enough; `confidences` tells
    those of the statements in which claims are told."""
    threshold = selection.where.min_confidence or 0.0
    sure = [(block, one) for block, one in tellings if one.claim.confidence.value >= threshold]
    heard = confidences({voice.claim_id for _, one in sure for voice in one.voices})
    unsure = {claim for claim, value in heard.items() if value < threshold}
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for block, one in sure:
        blocks[block].append(replace(one, voices=standing_voices(one.voices, unsure)))
    found = [event for block, members in blocks.items() for event, _ in told(block, members)]
    return sorted(filter(selection.admits, found), key=lambda event: event.sort_key)[: selection.limit]
