"""A timeline as SVG for a page: marks by the geometry of `marks`, shapes and colours by the page's style sheet.

Every text and address is escaped here; the result may be put into HTML as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from timeline.formats.axis import Axis
from timeline.formats.marks import LETTERS, SMALL, Chart, Lane, Mark, Shape
from timeline.model import Event, Status

_MASK_BOX = 'x="-.1" y="-1" width="1.2" height="3" maskContentUnits="objectBoundingBox"'
_STOP = '<stop stop-color="#fff" stop-opacity="0"/>'
_MASKS = (
    f'<linearGradient id="w-s">{_STOP}<stop offset=".3" stop-color="#fff"/><stop offset=".7" stop-color="#fff"/>'
    '<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>'
    f'<mask id="m-s" {_MASK_BOX}><rect x="0" y="-1" width="1" height="3" fill="url(#w-s)"/></mask>'
    '<linearGradient id="w-r"><stop offset=".2" stop-color="#fff"/>'
    '<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>'
    f'<mask id="m-r" {_MASK_BOX}><rect x="-.1" y="-1" width="1.1" height="3" fill="url(#w-r)"/></mask>'
    f'<linearGradient id="w-l">{_STOP}<stop offset=".8" stop-color="#fff"/></linearGradient>'
    f'<mask id="m-l" {_MASK_BOX}><rect x="0" y="-1" width="1.1" height="3" fill="url(#w-l)"/></mask>'
)
_SOLID = 'fill="currentColor" stroke="none"'
_GLYPHS = {
    "a": f'<circle cx="7" cy="7" r="5" {_SOLID}/>',
    "p": '<circle cx="7" cy="7" r="4.75"/>',
    "d": '<circle cx="7" cy="7" r="5.25"/><path d="M4.5 4.5l5 5m0-5l-5 5"/>',
    "h": '<circle cx="7" cy="7" r="5" stroke-dasharray="2.6 2.63"/>',
    "u": '<path d="M3 7h8"/>',
    "b": f'<rect x="0" y="3" width="14" height="8" {_SOLID}/>',
    "s": f'<rect x="0" y="3" width="14" height="8" {_SOLID} mask="url(#m-s)"/>',
    "r": f'<rect x="1" y="3" width="13" height="8" {_SOLID} mask="url(#m-r)"/><path d="M1 1v12" stroke-width="2"/>',
    "l": f'<rect x="0" y="3" width="13" height="8" {_SOLID} mask="url(#m-l)"/><path d="M13 1v12" stroke-width="2"/>',
}
#: Symbols and masks that the drawings and glyphs of one page refer to: once, at the top of its body.
SPRITE = (
    f'<svg class="sprite" aria-hidden="true"><defs>{_MASKS}</defs>'
    + "".join(f'<symbol id="g-{name}" viewBox="0 0 14 14">{shape}</symbol>' for name, shape in _GLYPHS.items())
    + "</svg>"
)
_SHAPE_GLYPHS = {Shape.DOT: "a", Shape.BAR: "b", Shape.SOFT: "s", Shape.FROM: "r", Shape.UNTIL: "l"}
_MASK_OF = {Shape.SOFT: "m-s", Shape.FROM: "m-r", Shape.UNTIL: "m-l"}
_RADIUS = {"a": "5", "p": "4.75", "d": "5.25", "h": "5"}


def glyph(name: str, *, label: str = "", tone: str = "") -> str:
    """Return a symbol of the sprite, with a name for screen readers or hidden from them."""
    told = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return f'<svg class="gl{" " + tone if tone else ""}" {told}><use href="#g-{name}"/></svg>'


def event_glyph(status: Status, shape: Shape | None) -> str:
    """Return the symbol for an event in a list: an asserted one shows how its date is known (a dash: not at all),
    others show their status."""
    name = LETTERS[status] if status is not Status.ASSERTED else _SHAPE_GLYPHS[shape] if shape else "u"
    return glyph(name, tone=f"c-{LETTERS[status]}")


def chart_svg(chart: Chart, name: str, address: Callable[[Event], str]) -> str:
    """Return the drawing; each mark links to the address of its event."""
    marks = "\n".join(_mark(mark, address(mark.event)) for mark in chart.marks)
    grid = "".join((*_grid(chart.axis, chart.bottom), *(part for lane in chart.lanes for part in _lane(lane))))
    last = f'<line class="lr" x1="0" x2="100%" y1="{chart.bottom}" y2="{chart.bottom}"/>'
    return (
        f'<svg height="{chart.bottom + 2}" role="group" aria-label="{escape(name)}">'
        f'<g aria-hidden="true">{grid}{last}</g>\n{marks}\n</svg>'
    )


def percent(value: float) -> str:
    """Return a length in percent with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _grid(axis: Axis, bottom: int) -> Iterator[str]:
    ticks = axis.ticks()
    for number, tick in enumerate(ticks):
        x = percent(tick.x)
        if number:
            year = " y" if tick.strong else ""
            yield f'<line class="gr{year}" x1="{x}" x2="{x}" y1="20" y2="{bottom}"/>'
        kind = "yr" if tick.strong and (axis.step < 12 or number == 0) else "mo half" if tick.kept else "mo"
        if number == 0 and axis.step < 12 and ticks[1:] and ticks[1].strong:
            kind = "mo"
        yield f'<text class="{kind}" x="{x}" y="13">{tick.label}</text>'


def _lane(lane: Lane) -> Iterator[str]:
    yield f'<line class="lr" x1="0" x2="100%" y1="{lane.y}" y2="{lane.y}"/>'
    yield f'<text class="ln" x="0" y="{lane.y + 17}">{lane.name} <tspan>{len(lane.marks)}</tspan></text>'


def _mark(mark: Mark, address: str) -> str:
    tone = "" if mark.letter == "a" else f" {mark.letter}"
    return (
        f'<a class="m{tone}" href="{escape(address)}"><title>{escape(mark.title)}</title>'
        f"{_target(mark)}{''.join(_figure(mark))}{_label(mark)}</a>"
    )


def _target(mark: Mark) -> str:
    if mark.width < SMALL:
        return f'<circle class="hit" cx="{percent(mark.middle)}" cy="{mark.y}" r="7"/>'
    return f'<rect class="hit" x="{percent(mark.x)}" y="{mark.y - 7}" width="{percent(mark.width)}" height="14"/>'


def _figure(mark: Mark) -> Iterator[str]:
    middle = percent(mark.middle)
    if mark.shape is Shape.DOT:
        yield f'<circle class="k" cx="{middle}" cy="{mark.y}" r="{_RADIUS[mark.letter]}"/>'
    else:
        yield from _bar(mark, middle)
    if mark.letter == "d":
        arm = "2.5" if mark.shape is Shape.DOT else "4"
        cross = f'<path class="x" d="M-{arm}-{arm} {arm} {arm}M{arm}-{arm}-{arm} {arm}"/>'
        yield f'<svg x="{middle}" y="{mark.y}">{cross}</svg>'


def _bar(mark: Mark, middle: str) -> Iterator[str]:
    if mark.thin and mark.letter == "a":
        yield f'<svg x="{middle}" y="{mark.y}"><path class="min" d="M0-5V5"/></svg>'
    mask = f' mask="url(#{_MASK_OF[mark.shape]})"' if mark.shape in _MASK_OF else ""
    x, width = percent(mark.x), percent(mark.width)
    yield f'<rect class="k" x="{x}" y="{mark.y - 5}" width="{width}" height="10"{mask}/>'
    if mark.shape in (Shape.FROM, Shape.UNTIL):
        end = x if mark.shape is Shape.FROM else percent(mark.x + mark.width)
        yield f'<line class="cap" x1="{end}" x2="{end}" y1="{mark.y - 8}" y2="{mark.y + 8}"/>'


def _label(mark: Mark) -> str:
    gap = {Shape.DOT: 12, Shape.UNTIL: 8}.get(mark.shape, 6)
    if mark.label_left:
        where = f'x="{percent(mark.x)}" dx="-{gap}" text-anchor="end"'
    else:
        where = f'x="{percent(mark.x + mark.width)}" dx="{gap}"'
    return f'<text class="lb" y="{mark.y + 4}" {where}>{escape(mark.label)}</text>'


#: How to read the marks, for the caption below a drawing.
KEY = (
    '<ul class="key" aria-label="How to read the marks">'
    '<li><svg width="12" height="12" class="c-a" aria-hidden="true"><circle cx="6" cy="6" r="5" class="k"/></svg>'
    "one day</li>"
    '<li><svg width="36" height="12" class="c-a" aria-hidden="true"><rect y="1" width="36" height="10" class="k"/>'
    "</svg>some time in this interval</li>"
    '<li><svg width="36" height="12" class="c-a" aria-hidden="true"><rect y="1" width="36" height="10" class="k"'
    ' mask="url(#m-s)"/></svg>about</li>'
    '<li><svg width="42" height="16" class="c-a" aria-hidden="true"><rect x="1" y="3" width="40" height="10" class="k"'
    ' mask="url(#m-r)"/><path class="cap" d="M1 0V16"/></svg>one end not known</li>'
    f'<li class="m p">{glyph("p")}<span>planned</span></li><li class="m d">{glyph("d")}<span>denied</span></li>'
    f'<li class="m h">{glyph("h")}<span>alleged or hypothetical</span></li></ul>'
)
