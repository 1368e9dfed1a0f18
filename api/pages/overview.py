"""The front page's picture of a store: contacts by month, and who was in touch most; kept until the store changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from threading import Lock

from graph.contacts import Tie, contact_ties
from graph.store.base import Store, StoreInfo
from timeline.dates.uncertain import UncertainDate
from timeline.formats.drawing import percent
from timeline.model import Event

#: So many contacts are looked at, the earliest first, and so many months and pairs shown.
MOST_EVENTS, MOST_MONTHS, MOST_PAIRS = 5000, 36, 8
_HEIGHT = 76


@dataclass(frozen=True, slots=True)
class Overview:
    """What a store tells at a glance."""

    contacts: int
    #: Whether there are more contacts than were looked at.
    more: bool
    pairs: tuple[Tie, ...]
    months: str


class OverviewCache:
    """The last overview, for as long as the store holds the same."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: tuple[StoreInfo, Overview] | None = None

    def of(self, store: Store, info: StoreInfo) -> Overview:
        """Return the overview of what the store holds now."""
        with self._lock:
            if self._known is None or self._known[0] != info:
                self._known = info, overview(store)
            return self._known[1]


def overview(store: Store) -> Overview:
    """Look at the contacts of a store."""
    told = list(islice(store.contact_stream(), MOST_EVENTS + 1))
    contacts = [event for event in told[:MOST_EVENTS] if event.is_contact]
    ties = [tie for tie in contact_ties(contacts) if tie.counted]
    ties.sort(key=lambda tie: (-tie.sources, -tie.count, tie.a.name, tie.b.name, tie.id))
    return Overview(len(contacts), len(told) > MOST_EVENTS, tuple(ties[:MOST_PAIRS]), months_svg(contacts))


def months_svg(events: Iterable[Event]) -> str:
    """Draw contacts by month: filled those known to the month, open the share of wider dates; "" without any."""
    known: Counter[int] = Counter()
    shared: defaultdict[int, float] = defaultdict(float)
    for event in events:
        if event.date is not None:
            _count(event.date.date, known, shared)
    if not known:
        return ""
    last = max(known)
    first = max(min(known), last - MOST_MONTHS + 1)
    most = max(known[month] + shared[month] for month in range(first, last + 1))
    unit = (_HEIGHT - 4) / most
    bars = "".join(_bars(known[m], shared[m], (m - first) * 10, unit) for m in range(first, last + 1))
    total = sum(known[month] for month in range(first, last + 1))
    return _frame(bars, first, last, f"Contacts by month, {_name(first)} to {_name(last)}: {total} known to the month")


def _count(when: UncertainDate, known: Counter[int], shared: defaultdict[int, float]) -> None:
    if when.earliest is None or when.latest is None:
        return
    low, high = (day.year * 12 + day.month - 1 for day in (when.earliest, when.latest))
    if low == high:
        known[low] += 1
    elif high - low < 120:
        for month in range(low, high + 1):
            shared[month] += 1 / (high - low + 1)


def _bars(known: float, shared: float, x: int, unit: float) -> str:
    solid, wide = known * unit, shared * unit
    out = f'<path class="mb" d="M{x} {_HEIGHT}v-{solid:.1f}h7v{solid:.1f}z"/>' if known else ""
    if wide >= 1:
        out += f'<path class="mb o" d="M{x} {_HEIGHT - solid:.1f}v-{wide:.1f}h7v{wide:.1f}z"/>'
    return out


def _frame(bars: str, first: int, last: int, name: str) -> str:
    width = (last - first + 1) * 10 - 3
    years = [month for month in range(first, last + 1) if month == first or month % 12 == 0]
    labels = [month for month in years if month == first or month - first >= 5]
    texts = "".join(
        f'<text class="yr" x="{percent((m - first) * 1000 / width)}" y="92">{m // 12}</text>' for m in labels
    )
    return (
        f'<svg height="96" role="img" aria-label="{name}"><svg viewBox="0 0 {width} 76" height="76" width="100%" '
        f'preserveAspectRatio="none">{bars}</svg>{texts}<line class="lr" x1="0" x2="100%" y1="76.5" y2="76.5"/></svg>'
    )


def _name(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"
