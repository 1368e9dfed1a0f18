"""A mark is as wide as the doubt about its date, and no two marks of a lane touch."""

import itertools
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import person
from timeline.dates.uncertain import UncertainDate
from timeline.formats.axis import Axis
from timeline.formats.drawing import SPRITE, chart_svg
from timeline.formats.marks import LANES, Shape, chart, shape_of
from timeline.ids import stable_id
from timeline.model import ClaimType, DateReading, Event, Participant, Status


def event(
    edtf: str | None, kind: ClaimType = ClaimType.MEETING, status: Status = Status.ASSERTED, key: str = ""
) -> Event:
    reading = DateReading(UncertainDate.parse(edtf), None, None, "given by the test") if edtf else None
    people = (Participant(person("Ada Lorne")), Participant(person("Bo Kestrel")))
    name = stable_id("e", edtf, kind, status, key)
    return Event(name, kind, status, "Ada Lorne met Bo <Kestrel>", people, reading, None, None, None, (), 1, 1)


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("2016-10-07", Shape.DOT),
        ("2016-09", Shape.BAR),
        ("2016-03-14/2016-03-16", Shape.BAR),
        ("2016-06~", Shape.SOFT),
        ("2015-09/..", Shape.FROM),
        ("../2016-03-21", Shape.UNTIL),
    ],
)
def test_a_date_gives_its_shape(edtf: str, shape: Shape) -> None:
    assert shape_of(UncertainDate.parse(edtf)) is shape


def test_every_type_of_event_has_one_lane() -> None:
    for kind in ClaimType:
        assert sum(kind in types for _, types in LANES) == 1


def test_a_bar_spans_its_interval_and_a_dot_sits_at_noon() -> None:
    drawn = chart([event("2016-09"), event("2016-10-07")])
    assert drawn is not None
    days = (drawn.axis.end - drawn.axis.first).days
    month, day = drawn.marks
    assert month.width == pytest.approx(30 * 100 / days)
    assert month.x == pytest.approx(drawn.axis.x(date(2016, 9, 1)))
    assert day.middle == pytest.approx(drawn.axis.x(date(2016, 10, 7), after=0.5))


def test_an_open_end_never_leaves_the_axis() -> None:
    drawn = chart([event("2016-03-21/.."), event("../2016-03-02"), event("2016-03-11")])
    assert drawn is not None
    for mark in drawn.marks:
        assert mark.x >= 0
        assert mark.x + mark.width <= 100.0001


def test_undated_events_are_counted_and_not_drawn() -> None:
    drawn = chart([event("2016"), event(None)])
    assert drawn is not None
    assert (len(drawn.marks), drawn.undated) == (1, 1)
    assert chart([event(None)]) is None


days = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(lambda day: UncertainDate.day(day).edtf)
months = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(lambda day: f"{day:%Y-%m}")


@given(st.lists(days | months, min_size=1, max_size=25))
def test_marks_of_one_row_are_apart_at_the_narrow_width(dates: list[str]) -> None:
    drawn = chart([event(edtf, key=str(number)) for number, edtf in enumerate(dates)])
    assert drawn is not None
    for row in {mark.y for mark in drawn.marks}:
        ends = sorted((m.x * 3.2, (m.x + m.width) * 3.2) for m in drawn.marks if m.y == row)
        assert all(later[0] - earlier[1] > -0.001 for earlier, later in itertools.pairwise(ends))


@given(st.lists(days | months, min_size=1, max_size=5))
def test_every_day_lies_on_an_axis_of_few_ticks(dates: list[str]) -> None:
    axis = Axis.of(map(UncertainDate.parse, dates))
    assert axis is not None
    assert 1 <= len(axis.ticks()) <= 10
    for edtf in dates:
        when = UncertainDate.parse(edtf)
        assert when.earliest is not None
        assert when.latest is not None
        assert 0 <= axis.x(when.earliest) < axis.x(when.latest, after=1) <= 100


def test_the_drawing_is_well_formed_escaped_and_has_a_name_for_each_mark() -> None:
    events = [
        event(edtf, kind, status)
        for edtf in ("2016-10-07", "2016-09", "2016-06~", "2015-09/..", "../2016-03-21", "2016-03-14/2016-03-16")
        for kind in (ClaimType.MEETING, ClaimType.STATEMENT)
        for status in Status
    ]
    drawn = chart(events)
    assert drawn is not None
    root = ET.fromstring(chart_svg(drawn, 'of "Ada"', lambda e: f"#{e.id}&<"))
    links = root.findall("a")
    assert len(links) == len(events)
    assert all(link.findtext("title", "").startswith("Ada Lorne met Bo <Kestrel>, ") for link in links)
    assert all("style" not in node.attrib for node in root.iter())
    ET.fromstring(SPRITE)
