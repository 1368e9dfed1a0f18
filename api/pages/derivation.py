"""How an event's date was found, as a drawing: what each source allows, and below it what they all allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from timeline.dates.uncertain import UncertainDate
from timeline.formats.axis import Axis
from timeline.formats.drawing import percent
from timeline.formats.marks import OPEN_WIDTH, Shape, cut, shape_of
from timeline.formats.wording import date_words
from timeline.model import DateReading

_PITCH, _FIRST = 50, 46


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one source allows."""

    source: str
    reading: DateReading


def derivation_svg(rows: Sequence[Allowed], result: UncertainDate) -> str:
    """Return the drawing; "" where there is nothing to draw."""
    axis = Axis.of([result, *(row.reading.date for row in rows)])
    if axis is None or not rows:
        return ""
    line = _FIRST + _PITCH * len(rows) - 14
    parts = [*_grid(axis, line + 60), *_band(axis, result, line + 48)]
    for number, row in enumerate(rows):
        parts += _row(axis, row, number)
    parts += _result(axis, result, line, len(rows))
    told = "; ".join(f"{row.source}: {date_words(row.reading.date)}" for row in rows)
    name = f"{told}; together {date_words(result)}"
    return f'<svg height="{line + 62}" role="img" aria-label="{escape(name)}">{"".join(parts)}</svg>'


def _grid(axis: Axis, bottom: int) -> Iterator[str]:
    for number, tick in enumerate(axis.ticks()):
        x = percent(tick.x)
        if number:
            yield f'<line class="gr" x1="{x}" x2="{x}" y1="20" y2="{bottom}"/>'
        kind = "yr" if tick.strong else "mo half" if number % 2 == 0 else "mo"
        yield f'<text class="{kind}" x="{x}" y="13">{tick.label}</text>'


def _band(axis: Axis, result: UncertainDate, bottom: int) -> Iterator[str]:
    if result.earliest is None or result.latest is None:
        return
    left, right = axis.x(result.earliest), axis.x(result.latest, after=1)
    yield f'<rect class="band" x="{percent(left)}" width="{percent(right - left)}" y="24" height="{bottom - 24}"/>'
    for x in (percent(left), percent(right)):
        yield f'<line class="band-l" x1="{x}" x2="{x}" y1="24" y2="{bottom}"/>'


def _row(axis: Axis, row: Allowed, number: int) -> Iterator[str]:
    y = _FIRST + _PITCH * number
    words = f' <tspan class="q">“{escape(cut(row.reading.words, 44))}”</tspan>' if row.reading.words else ""
    yield from _bar(axis, row.reading.date, y + 10, "bar")
    yield (
        f'<text class="ln halo" x="0" y="{y}"><tspan class="n1">{number + 1}</tspan>&#8194;'
        f"{escape(cut(row.source, 30))}{words}</text>"
    )
    how = cut(row.reading.derivation, 60)
    yield f'<text class="kd halo" x="100%" y="{y}" text-anchor="end">{escape(how)}</text>'


def _result(axis: Axis, result: UncertainDate, line: int, sources: int) -> Iterator[str]:
    allow = "The source allows" if sources == 1 else f"All {sources} allow"
    yield f'<line class="lr" x1="0" x2="100%" y1="{line}" y2="{line}"/>'
    yield (
        f'<text class="ln halo" x="0" y="{line + 16}">{allow} '
        f'<tspan class="res-t">{escape(date_words(result))}</tspan></text>'
    )
    yield from _bar(axis, result, line + 28, "bar res")


def _bar(axis: Axis, when: UncertainDate, y: int, kind: str) -> Iterator[str]:
    shape = shape_of(when)
    if shape is Shape.FROM:
        assert when.earliest is not None
        left = axis.x(when.earliest)
        right = min(100.0, left + OPEN_WIDTH)
    elif shape is Shape.UNTIL:
        assert when.latest is not None
        right = axis.x(when.latest, after=1)
        left = max(0.0, right - OPEN_WIDTH)
    else:
        assert when.earliest is not None
        assert when.latest is not None
        left, right = axis.x(when.earliest), axis.x(when.latest, after=1)
    mask = {Shape.SOFT: "m-s", Shape.FROM: "m-r", Shape.UNTIL: "m-l"}.get(shape)
    masked = f' mask="url(#{mask})"' if mask else ""
    middle = percent((left + right) / 2)
    if right - left < 1:
        yield f'<svg x="{middle}" y="{y}"><rect class="{kind}" x="-1.5" width="3" height="10"/></svg>'
    yield f'<rect class="{kind}" x="{percent(left)}" width="{percent(right - left)}" y="{y}" height="10"{masked}/>'
    if shape in (Shape.FROM, Shape.UNTIL):
        end = percent(left if shape is Shape.FROM else right)
        yield f'<line class="cap" x1="{end}" x2="{end}" y1="{y - 3}" y2="{y + 13}"/>'
