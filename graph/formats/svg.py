"""SVG: a picture of the contact graph that stands alone, in light and dark, with what each tie rests on in its text.

Status is line first, hue second: solid for asserted contacts (as wide as they have independent sources), dots for
alleged and hypothetical ones, two thin lines for planned, dashes for denied. Every tie has a title and a description
with its citations, which browsers and screen readers show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from itertools import groupby
from textwrap import wrap
from unicodedata import east_asian_width

from graph.contacts import Tie, TieKind
from graph.formats.attributes import tie_label, ties_and_actors
from graph.formats.layout import Place, by_neighbourhood, by_strength, ring, ring_radius
from timeline.formats import ExportData
from timeline.formats.characters import one_line, printable
from timeline.formats.citing import citation_line
from timeline.formats.marks import cut
from timeline.model import Actor, ActorKind

#: More actors than this make no picture: the others, those with the fewest ties, are counted in words.
MOST = 80
_MARGIN, _LETTER, _LABEL = 24, 7.4, 38
_WIDEST = 9
_NAMED = 'role="img" aria-labelledby="t d"'


@dataclass(frozen=True, slots=True)
class Picture:
    """Who is drawn where, and which ties between them."""

    ego: Actor | None
    places: dict[str, Place]
    ties: tuple[Tie, ...]
    #: Actors and ties for which there is no room.
    left_out: tuple[int, int]

    @property
    def radius(self) -> float:
        """Return the radius of the ring."""
        return ring_radius(len(self.places) - (self.ego is not None))


def write(data: ExportData) -> bytes:
    """Write the picture: round the actor asked for, or of everybody in a ring."""
    return printable(contact_svg(data) + "\n").encode()


def contact_svg(data: ExportData) -> str:
    """Return the picture as text."""
    drawn = picture(data)
    head = _head(data, drawn)
    side = _MARGIN + 14 + max([_width(_label(drawn, place.actor)) for place in drawn.places.values()], default=0)
    legend = _legend(drawn)
    width = max(2 * (drawn.radius + side), _MARGIN * 2 + 420)
    rows = _rows(legend, width - 2 * _MARGIN)
    top = 34 + 26 * len(head.lines) + 22 * len(head.notes)
    bottom = top + 2 * drawn.radius + 8
    height = bottom + 20 + 26 * len(rows)
    size = f'width="{_n(width)}" height="{_n(height)}"'
    title, told = escape(one_line(data.title)), escape(" ".join(head.notes))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {_n(width)} {_n(height)}" {_NAMED}>',
        f'<title id="t">{title}</title><desc id="d">{told}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="paper" {size}/>',
        *head.drawn(),
        f'<g transform="translate({_n(width / 2)} {_n(top + drawn.radius)})">',
        *_ties(drawn),
        *(_actor(drawn, place) for place in drawn.places.values()),
        "</g>",
        *_legend_rows(rows, bottom + 34),
        "</svg>",
    ]
    return "\n".join(parts)


def picture(data: ExportData) -> Picture:
    """Choose whom to draw, and place them."""
    ties, actors = ties_and_actors(data)
    ego = next((actor for actor in actors if data.actor is not None and actor.id == data.actor.id), None)
    kept = _most_tied(actors, ties, ego)
    shown = tuple(tie for tie in ties if {tie.a.id, tie.b.id} <= kept)
    chosen = [actor for actor in actors if actor.id in kept]
    others = by_strength(ego, shown) if ego else by_neighbourhood(chosen, shown)
    places = {place.actor.id: place for place in ring(others)}
    if ego:
        places[ego.id] = Place(ego, 0, 0, right=True)
    return Picture(ego, places, shown, (len(actors) - len(kept), len(ties) - len(shown)))


def _most_tied(actors: Sequence[Actor], ties: Sequence[Tie], ego: Actor | None) -> set[str]:
    weight = dict.fromkeys((actor.id for actor in actors), 0)
    for tie in ties:
        near = 1000 if ego and ego.id in (tie.a.id, tie.b.id) else 1
        for one in (tie.a.id, tie.b.id):
            weight[one] += near * (1 + tie.sources * tie.counted)
    ranked = sorted(weight, key=lambda one: (one != (ego and ego.id), -weight[one], one))
    return set(ranked[: MOST + (ego is not None)])


@dataclass(frozen=True, slots=True)
class _Head:
    lines: tuple[str, ...]
    notes: tuple[str, ...]

    def drawn(self) -> Iterator[str]:
        for number, line in enumerate(self.lines):
            yield f'<text class="head" x="{_MARGIN}" y="{36 + 26 * number}">{escape(line)}</text>'
        for number, line in enumerate(self.notes):
            y = 34 + 26 * len(self.lines) + 20 * number
            yield f'<text class="small" x="{_MARGIN}" y="{y}">{escape(line)}</text>'


def _head(data: ExportData, drawn: Picture) -> _Head:
    counted = [tie for tie in drawn.ties if tie.counted]
    rest = len(drawn.ties) - len(counted)
    notes = [f"{_many(len(drawn.places), 'actor')}, {_many(len(counted), 'tie')} of contact"]
    if rest:
        notes.append(f"{_many(rest, 'tie')} denied, planned or hypothetical: shown, and not counted")
    actors, ties = drawn.left_out
    if actors or ties:
        notes.append(f"Not drawn: {_many(actors, 'actor')} and {_many(ties, 'tie')}, those with the fewest sources")
    length = max(38, int(2 * drawn.radius / 9) + 20)
    return _Head(tuple(wrap(one_line(data.title), length)) or ("",), tuple(notes))


def _ties(drawn: Picture) -> Iterator[str]:
    """Draw the ties, those of contact below, so that no other line is hidden."""
    ego = drawn.ego.id if drawn.ego else None
    pairs = {pair: list(same) for pair, same in groupby(drawn.ties, key=lambda tie: (tie.a.id, tie.b.id))}
    lines = []
    for same in pairs.values():
        for number, tie in enumerate(same):
            far = ego is not None and ego not in (tie.a.id, tie.b.id)
            lines.append((not far, not tie.counted, tie.id, _tie(drawn, tie, number - (len(same) - 1) / 2, far=far)))
    yield from (line for *_, line in sorted(lines))


def _tie(drawn: Picture, tie: Tie, shift: float, *, far: bool) -> str:
    path = _path(drawn.places[tie.a.id], drawn.places[tie.b.id], shift * 14)
    text = _title(tie)
    told = "\n".join(citation_line(citation) for _, citation in tie.citations)
    return (
        f'<g id="{tie.id}"><title>{escape(text)}</title><desc>{escape(told)}</desc>'
        f"{''.join(_line(tie, path, far=far))}</g>"
    )


def _line(tie: Tie, path: str, *, far: bool) -> Iterator[str]:
    if tie.kind is TieKind.PLANNED:
        yield f'<path class="ep" d="{path}"/><path class="ep2" d="{path}"/>'
    elif tie.kind is TieKind.DENIED:
        yield f'<path class="ed" d="{path}"/>'
    elif tie.kind is TieKind.HYPOTHETICAL or tie.alleged_only:
        yield f'<path class="eh" d="{path}"/>'
    elif far:
        yield f'<path class="e2" d="{path}"/>'
    else:
        yield f'<path class="e" stroke-width="{min(_WIDEST, max(1, tie.sources))}" d="{path}"/>'


def _path(a: Place, b: Place, shift: float) -> str:
    """Return a straight line to or from the middle, a curve that bends inward between two of the ring."""
    length = ((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5 or 1.0
    across, along = -(b.y - a.y) / length * shift, (b.x - a.x) / length * shift
    x, y = (a.x + b.x) / 2, (a.y + b.y) / 2
    inward = 1.0
    if (away := (x * x + y * y) ** 0.5) and (0, 0) not in ((a.x, a.y), (b.x, b.y)):
        inward -= min(0.8, (0.7 * length + 8) / away)
    return f"M{_n(a.x)} {_n(a.y)}Q{_n(x * inward + across)} {_n(y * inward + along)} {_n(b.x)} {_n(b.y)}"


def _actor(drawn: Picture, place: Place) -> str:
    actor, x, y = place.actor, place.x, place.y
    title = f"<title>{escape(one_line(actor.name))}</title>"
    if drawn.ego is not None and actor.id == drawn.ego.id:
        letters = "".join(word[0] for word in one_line(actor.name).split()[:2]).upper()
        middle = f'<text y="5" text-anchor="middle">{escape(letters)}</text>'
        return f'<g class="ego">{title}<circle class="nd" r="18"/>{middle}</g>'
    if actor.kind is ActorKind.PERSON:
        shape = f'<circle class="nd" cx="{_n(x)}" cy="{_n(y)}" r="6.5"/>'
    else:
        shape = f'<rect class="nd" x="{_n(x - 6)}" y="{_n(y - 6)}" width="12" height="12"/>'
    side, anchor = (14, "start") if place.right else (-14, "end")
    name, number = _label(drawn, actor)
    words = escape(name) + (f' <tspan class="n">{escape(number)}</tspan>' if number else "")
    return f'<g>{title}{shape}<text x="{_n(x + side)}" y="{_n(y + 5)}" text-anchor="{anchor}">{words}</text></g>'


def _label(drawn: Picture, actor: Actor) -> tuple[str, str]:
    """Return the name, and beside the one in the middle how many sources there are, or what there is instead."""
    name = cut(one_line(actor.name), _LABEL)
    if drawn.ego is None or actor.id == drawn.ego.id:
        return name, ""
    ties = [tie for tie in drawn.ties if {tie.a.id, tie.b.id} == {actor.id, drawn.ego.id}]
    sources = sum(tie.sources for tie in ties if tie.counted)
    return name, str(sources) if sources else ", ".join(tie.kind.value for tie in ties)


def _title(tie: Tie) -> str:
    dates = " to ".join(dict.fromkeys(date for date in (tie.first, tie.last) if date)) or "undated"
    names = f"{one_line(tie.a.name)} and {one_line(tie.b.name)}"
    return f"{names}: {tie_label(tie)}, {_many(tie.sources, 'source')}, {dates}"


def _legend(drawn: Picture) -> list[tuple[str, str]]:
    """Return samples, drawn at 0, 0 and 26 px wide, with their words: of what is in the picture only."""
    ties, kinds = drawn.ties, {tie.kind for tie in drawn.ties}
    flat = "M0 0H26"
    solid = any(tie.counted and not tie.alleged_only for tie in ties)
    dots = TieKind.HYPOTHETICAL in kinds or any(tie.alleged_only for tie in ties)
    others = drawn.ego is not None and any(drawn.ego.id not in (tie.a.id, tie.b.id) and tie.counted for tie in ties)
    persons = {place.actor.kind is ActorKind.PERSON for place in drawn.places.values()}
    choices = (
        (True in persons, '<circle class="nd" cx="13" r="6"/>', "person"),
        (False in persons, '<rect class="nd" x="7" y="-6" width="12" height="12"/>', "organisation"),
        (solid, f'<path class="e" stroke-width="3" d="{flat}"/>', "contact: as wide as it has sources, here 3"),
        (TieKind.PLANNED in kinds, f'<path class="ep" d="{flat}"/><path class="ep2" d="{flat}"/>', "planned"),
        (TieKind.DENIED in kinds, f'<path class="ed" d="{flat}"/>', "denied"),
        (dots, f'<path class="eh" d="{flat}"/>', "alleged or hypothetical"),
        (others, f'<path class="e2" d="{flat}"/>', "among the others"),
    )
    return [(sample, words) for present, sample, words in choices if present]


def _rows(legend: Sequence[tuple[str, str]], width: float) -> list[list[tuple[str, str]]]:
    rows: list[list[tuple[str, str]]] = [[]]
    for item in legend:
        if rows[-1] and sum(map(_item_width, (*rows[-1], item))) > width:
            rows.append([])
        rows[-1].append(item)
    return rows


def _legend_rows(rows: Sequence[Sequence[tuple[str, str]]], top: float) -> Iterator[str]:
    for number, row in enumerate(rows):
        x = float(_MARGIN)
        for sample, words in row:
            text = f'<text class="small" x="34" y="4.5">{escape(words)}</text>'
            yield f'<g transform="translate({_n(x)} {_n(top + 26 * number)})">{sample}{text}</g>'
            x += _item_width((sample, words))


def _item_width(item: tuple[str, str]) -> float:
    return 34 + len(item[1]) * 6.6 + 22


def _width(label: tuple[str, str]) -> float:
    """Return about how wide a label is; ideographs take two letters' room."""
    text = " ".join(part for part in label if part)
    return _LETTER * sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _n(value: float) -> str:
    """Return a length with at most one decimal; there is one zero, without a sign."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _style() -> str:
    return files("graph.formats").joinpath("svg.css").read_text(encoding="utf-8").strip()
