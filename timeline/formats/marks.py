"""The geometry of a timeline drawing: x in percent of the time axis, y in pixels, so that text never scales.

A mark is exactly as wide as the doubt about its date. Rows are packed here, first fit, for two widths at once, so
that one drawing serves a telephone and a desk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.dates.uncertain import UncertainDate
from timeline.formats.axis import Axis
from timeline.formats.wording import event_words
from timeline.model import ClaimType, Event, Status

#: Pixels: from the top line to a lane's first row, between rows, and below the last row.
ROW, LANE_HEAD, LANE_FOOT, TOP = 24, 32, 20, 26
#: An open interval is drawn this wide, in percent; the length says nothing.
OPEN_WIDTH = 16.0
#: Below these widths a bar gets a core so that it cannot vanish, and a disc as its target.
THIN, SMALL = 1.0, 2.2
_NARROW, _WIDE = 320, 860
_LETTER = 6.5
LABEL_LENGTH = 30

_NAMED_LANES: tuple[tuple[str, frozenset[ClaimType]], ...] = (
    ("Contacts", frozenset({ClaimType.MEETING, ClaimType.CALL, ClaimType.CORRESPONDENCE})),
    ("Hearings", frozenset({ClaimType.HEARING})),
    ("Statements", frozenset({ClaimType.STATEMENT})),
)
#: Lanes from the top, each with the types of event it holds; the last takes what is left.
LANES = (*_NAMED_LANES, ("Other", frozenset(ClaimType).difference(*(types for _, types in _NAMED_LANES))))
#: The letter that style and sprite know a status by; alleged and hypothetical are drawn alike.
LETTERS = {
    Status.ASSERTED: "a",
    Status.PLANNED: "p",
    Status.DENIED: "d",
    Status.ALLEGED: "h",
    Status.HYPOTHETICAL: "h",
}


def lane_of(kind: ClaimType) -> str:
    """Return the name of the lane that a type of event stands in."""
    return next(name for name, types in LANES if kind in types)


class Shape(StrEnum):
    """How a date is known."""

    DOT = "dot"
    BAR = "bar"
    SOFT = "soft"
    FROM = "from"
    UNTIL = "until"


def shape_of(when: UncertainDate) -> Shape:
    """Return the shape for a date."""
    if when.latest is None:
        return Shape.FROM
    if when.earliest is None:
        return Shape.UNTIL
    if when.approximate:
        return Shape.SOFT
    return Shape.DOT if when.is_day else Shape.BAR


@dataclass(frozen=True, slots=True)
class Mark:
    """One event on the axis: `x` and `width` in percent, `y` the middle of its row in pixels."""

    event: Event
    shape: Shape
    letter: str
    x: float
    width: float
    y: int
    label: str
    title: str
    #: Whether the label stands left of the mark, for want of room.
    label_left: bool

    @property
    def middle(self) -> float:
        """Return the middle of the mark, in percent; noon for a day."""
        return self.x + self.width / 2

    @property
    def thin(self) -> bool:
        """Whether the bar is too narrow to be sure of being seen."""
        return self.shape is not Shape.DOT and self.width < THIN


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one kind of event between two lines, at `y` and `y + height`."""

    name: str
    y: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole drawing; `undated` events have no place on it and belong into the list beside it."""

    axis: Axis
    lanes: tuple[Lane, ...]
    undated: int

    @property
    def bottom(self) -> int:
        """Return the y of the last line."""
        return self.lanes[-1].y + self.lanes[-1].height

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return all marks, lane by lane."""
        return tuple(mark for lane in self.lanes for mark in lane.marks)


def short_label(event: Event) -> str:
    """Return a label from the title, cut at a word."""
    return cut(event.title, LABEL_LENGTH)


def cut(words: str, length: int) -> str:
    """Return at most so many characters, whole words where possible, with an ellipsis where something is gone."""
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def chart(events: Iterable[Event], label: Callable[[Event], str] = short_label) -> Chart | None:
    """Lay out events on one axis; None when not one of them has a date."""
    events = tuple(events)
    dated = [event for event in events if event.date is not None]
    axis = Axis.of(event.date.date for event in dated if event.date)
    if axis is None:
        return None
    lanes: list[Lane] = []
    top = TOP
    for name, types in LANES:
        chosen = [event for event in dated if event.type in types]
        if chosen:
            lanes.append(_lane(name, top, chosen, axis, label))
            top += lanes[-1].height
    return Chart(axis, tuple(lanes), len(events) - len(dated))


def _lane(name: str, top: int, events: Sequence[Event], axis: Axis, label: Callable[[Event], str]) -> Lane:
    packing = _Packing()
    marks: list[Mark] = []
    for event in sorted(events, key=lambda event: event.sort_key):
        assert event.date is not None
        shape = shape_of(event.date.date)
        x, width = _extent(event.date.date, shape, axis)
        words = label(event)
        left = x + width + (len(words) * _LETTER + 14) * 100 / _WIDE > 100
        y = top + LANE_HEAD + ROW * packing.row(x, width, words, left)
        marks.append(Mark(event, shape, LETTERS[event.status], x, width, y, words, event_words(event), left))
    return Lane(name, top, LANE_HEAD + ROW * (packing.rows - 1) + LANE_FOOT, tuple(marks))


def _extent(when: UncertainDate, shape: Shape, axis: Axis) -> tuple[float, float]:
    """Return where the interval begins, at 00:00 of its first day, and how wide it is up to 24:00 of its last."""
    if shape is Shape.FROM:
        assert when.earliest is not None
        x = axis.x(when.earliest)
        return x, min(OPEN_WIDTH, 100 - x)
    assert when.latest is not None
    end = axis.x(when.latest, after=1)
    if shape is Shape.UNTIL:
        start = max(0.0, end - OPEN_WIDTH)
        return start, end - start
    assert when.earliest is not None
    start = axis.x(when.earliest)
    return start, end - start


class _Packing:
    """Rows of one lane, filled first fit so that nothing touches at the narrow and at the wide size."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[tuple[float, float], tuple[float, float]]]] = []

    @property
    def rows(self) -> int:
        """Return the number of rows used."""
        return len(self._taken)

    def row(self, x: float, width: float, label: str, left: bool) -> int:
        """Take the first row with room, and return its number."""
        narrow = _pixels(x, width, _NARROW, 0.0, left=False, clear=7)
        wide = _pixels(x, width, _WIDE, len(label) * _LETTER + 6, left=left, clear=14)
        for number, taken in enumerate(self._taken):
            if all(_apart(narrow, other[0]) and _apart(wide, other[1]) for other in reversed(taken)):
                taken.append((narrow, wide))
                return number
        self._taken.append([(narrow, wide)])
        return len(self._taken) - 1


def _pixels(x: float, width: float, total: int, label: float, *, left: bool, clear: float) -> tuple[float, float]:
    """Return the stretch that a mark, at least a dot wide, and its label take, with half the clearance a side."""
    start, end = x * total / 100, (x + width) * total / 100
    middle = (start + end) / 2
    start, end = min(start, middle - 6), max(end, middle + 6)
    start, end = (start - label, end) if left else (start, end + label)
    return start - clear / 2, end + clear / 2


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]
