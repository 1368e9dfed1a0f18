"""The contact graph of one actor as SVG: the strongest ties round it, lines by status, as wide as their sources."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from api.pages.addresses import pair_address
from graph.contacts import Tie, TieKind, contact_ties
from timeline.formats.marks import cut
from timeline.model import Actor, ActorKind, Event, Status

#: More counterparts than this are left to the table.
MOST = 14
_CENTRE = (230.0, 200.0)
_RADIUS = (140.0, 148.0)
_WIDEST = 9
_NAME_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Spoke:
    """The ties with one other actor, of every kind."""

    actor: Actor
    sources: int
    ties: tuple[Tie, ...]

    @property
    def told(self) -> str:
        """Return the number of sources, or the first status if nothing counts."""
        if self.sources:
            return str(self.sources)
        return self.ties[0].kind.value

    @property
    def unsure(self) -> tuple[tuple[int, Status], ...]:
        """Return how many events are of each status that is not asserted."""
        told = Counter(event.status for tie in self.ties for event in tie.events)
        return tuple((told[status], status) for status in Status if status is not Status.ASSERTED and told[status])

    @property
    def first(self) -> str | None:
        """Return the EDTF date of the first dated event."""
        return self._dates[0] if self._dates else None

    @property
    def last(self) -> str | None:
        """Return the EDTF date of the last dated event."""
        return self._dates[-1] if self._dates else None

    @property
    def _dates(self) -> list[str]:
        events = sorted((event for tie in self.ties for event in tie.events), key=lambda event: event.sort_key)
        return [event.date.date.edtf for event in events if event.date is not None]

    @property
    def title(self) -> str:
        """Return the ties in words."""
        counted = [f"{self.sources} independent source{'s' * (self.sources != 1)}"] if self.sources else []
        others = [f"{tie.count} {tie.kind.value}" for tie in self.ties if not tie.counted]
        return f"{self.actor.name}: {', '.join(counted + others)}"


def spokes(ego: Actor, events: Sequence[Event]) -> tuple[tuple[Spoke, ...], tuple[Tie, ...]]:
    """Return the ties of an actor by the other one, strongest first, and the ties among the others."""
    mine: dict[str, list[Tie]] = {}
    others: dict[str, Actor] = {}
    among: list[Tie] = []
    for tie in contact_ties(events):
        if ego.id not in (tie.a.id, tie.b.id):
            among.append(tie)
            continue
        other = tie.b if tie.a.id == ego.id else tie.a
        others[other.id] = other
        mine.setdefault(other.id, []).append(tie)
    found = [
        Spoke(others[key], sum(tie.sources for tie in ties if tie.counted), tuple(ties)) for key, ties in mine.items()
    ]
    ranked = sorted(found, key=lambda spoke: (-spoke.sources, spoke.actor.name, spoke.actor.id))
    return tuple(ranked), tuple(among)


def network_svg(ego: Actor, events: Sequence[Event]) -> str:
    """Return the drawing; "" without a tie."""
    ranked, among = spokes(ego, events)
    shown = ranked[:MOST]
    if not shown:
        return ""
    places = {spoke.actor.id: _place(number, len(shown)) for number, spoke in enumerate(shown)}
    most = max((spoke.sources for spoke in shown), default=1)
    lines = [*_among(among, places), *(line for spoke in shown for line in _lines(spoke, places, most))]
    nodes = [_node(ego, spoke, places[spoke.actor.id]) for spoke in shown]
    name = f"Contact graph of {ego.name} and {len(shown)} counterpart{'s' * (len(shown) != 1)}"
    return (
        f'<svg class="net" viewBox="0 -14 460 412" role="group" aria-label="{escape(name)}">'
        f"{''.join(lines)}{''.join(nodes)}{_ego(ego)}</svg>"
    )


def _place(number: int, total: int) -> tuple[float, float]:
    angle = -math.pi / 2 + 2 * math.pi * number / total
    return _CENTRE[0] + _RADIUS[0] * math.cos(angle), _CENTRE[1] + _RADIUS[1] * math.sin(angle)


def _lines(spoke: Spoke, places: dict[str, tuple[float, float]], most: int) -> Iterator[str]:
    x, y = places[spoke.actor.id]
    straight = f"M{_CENTRE[0]:.0f} {_CENTRE[1]:.0f}L{x:.0f} {y:.0f}"
    for number, tie in enumerate(spoke.ties):
        shift = number * 8
        path = f"M{_CENTRE[0] + shift:.0f} {_CENTRE[1]:.0f}L{x + shift:.0f} {y:.0f}" if shift else straight
        if tie.kind is TieKind.CONTACT and not tie.alleged_only:
            width = max(1, round(tie.sources * min(1, _WIDEST / most)))
            yield f'<path class="e" d="{path}" stroke-width="{width}"/>'
        elif tie.kind is TieKind.DENIED:
            yield f'<path class="ed" d="{path}"/>'
        elif tie.kind is TieKind.PLANNED:
            yield f'<path class="ep" d="{path}"/><path class="ep2" d="{path}"/>'
        else:
            yield f'<path class="eh" d="{path}"/>'


def _among(ties: Sequence[Tie], places: dict[str, tuple[float, float]]) -> Iterator[str]:
    for tie in ties:
        if tie.counted and tie.a.id in places and tie.b.id in places:
            (ax, ay), (bx, by) = places[tie.a.id], places[tie.b.id]
            mx, my = (_CENTRE[0] + ax + bx) / 3, (_CENTRE[1] + ay + by) / 3
            yield f'<path class="e2" d="M{ax:.0f} {ay:.0f}Q{mx:.0f} {my:.0f} {bx:.0f} {by:.0f}"/>'


def _node(ego: Actor, spoke: Spoke, place: tuple[float, float]) -> str:
    x, y = place
    if spoke.actor.kind is ActorKind.PERSON:
        mark = f'<circle class="nd" cx="{x:.0f}" cy="{y:.0f}" r="6.5"/>'
    else:
        mark = f'<rect class="nd" x="{x - 6:.0f}" y="{y - 6:.0f}" width="12" height="12"/>'
    return (
        f'<a href="{escape(pair_address(ego, spoke.actor))}"><title>{escape(spoke.title)}</title>{mark}'
        f"{_label(spoke, x, y)}</a>"
    )


def _label(spoke: Spoke, x: float, y: float) -> str:
    """Write the name outside the ring on two lines, the number after the second."""
    first, second = _two_lines(spoke.actor.name)
    if abs(x - _CENTRE[0]) < 20:
        anchor, tx, ty = "middle", x, y - 30 if y < _CENTRE[1] else y + 22
    elif x > _CENTRE[0]:
        anchor, tx, ty = "start", x + 12, y - 3
    else:
        anchor, tx, ty = "end", x - 12, y - 3
    rest = f"{escape(second)} " if second else ""
    return (
        f'<text x="{tx:.0f}" y="{ty:.0f}" text-anchor="{anchor}">{escape(first)}'
        f'<tspan x="{tx:.0f}" dy="16">{rest}</tspan><tspan class="n">{spoke.told}</tspan></text>'
    )


def _two_lines(name: str) -> tuple[str, str]:
    words = name.split()
    middle = (len(words) + 1) // 2
    return cut(" ".join(words[:middle]), _NAME_LENGTH), cut(" ".join(words[middle:]), _NAME_LENGTH)


def _ego(ego: Actor) -> str:
    letters = "".join(word[0] for word in ego.name.split() if word[0].isalnum())[:2].upper()
    x, y = _CENTRE
    return (
        f'<g class="ego"><circle class="nd" cx="{x:.0f}" cy="{y:.0f}" r="16"/>'
        f'<text x="{x:.0f}" y="{y + 5:.0f}" text-anchor="middle">{escape(letters)}</text></g>'
    )
