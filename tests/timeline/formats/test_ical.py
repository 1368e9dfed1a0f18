"""The calendar: whole days with an exclusive end, nothing invented, nothing from the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest

from tests.making import contact
from tests.timeline.formats.sample import affair
from timeline.formats import ExportData
from timeline.formats.ical import write
from timeline.model import Status


def _entries(data: ExportData) -> list[icalendar.Component]:
    return icalendar.Calendar.from_ical(write(data)).subcomponents


def _only(edtf: str | None, status: Status = Status.ASSERTED) -> icalendar.Component:
    (entry,) = _entries(ExportData("t", (contact("Ada Brenn", "Ben Corvel", edtf=edtf, status=status),)))
    return entry


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031-04-02", date(2031, 4, 2), date(2031, 4, 3)),
        ("2031-04", date(2031, 4, 1), date(2031, 5, 1)),
        ("2031~", date(2031, 1, 1), date(2032, 1, 1)),
        ("2031-04-30/2031-05-02", date(2031, 4, 30), date(2031, 5, 3)),
    ],
)
def test_a_closed_interval_is_whole_days_with_an_exclusive_end(edtf: str, start: date, end: date) -> None:
    entry = _only(edtf)
    assert entry.name == "VEVENT"
    assert entry.decoded("dtstart") == start
    assert type(entry.decoded("dtstart")) is date
    assert entry.decoded("dtend") == end


@pytest.mark.parametrize("edtf", [None, "2031-04-02/..", "../2031-04-02", "9999-12-31"])
def test_what_has_no_days_to_show_is_kept_as_a_journal_entry_without_one(edtf: str | None) -> None:
    entry = _only(edtf)
    assert entry.name == "VJOURNAL"
    assert "DTSTART" not in entry
    assert "sha256" in str(entry["DESCRIPTION"])


@pytest.mark.parametrize(
    ("status", "word"), [(Status.ASSERTED, "CONFIRMED"), (Status.PLANNED, "TENTATIVE"), (Status.DENIED, "CANCELLED")]
)
def test_a_denied_event_does_not_look_as_if_it_took_place(status: Status, word: str) -> None:
    entry = _only("2031-04-02", status)
    assert (str(entry["STATUS"]), str(entry["X-WHOMET-STATUS"])) == (word, status.value)


def test_a_longer_stretch_says_so_in_its_summary() -> None:
    assert str(_only("2031-04")["SUMMARY"]).endswith("(April 2031)")
    assert str(_only("2031-04-02")["SUMMARY"]).endswith("Ben Corvel")


def test_the_stamp_is_the_day_of_the_latest_article() -> None:
    met = next(entry for entry in _entries(affair()) if "2 independent" in str(entry["DESCRIPTION"]))
    assert met.decoded("dtstamp") == datetime(2031, 4, 2, tzinfo=UTC)
    undated = next(entry for entry in _entries(affair()) if "not known" in str(entry["DESCRIPTION"]))
    assert undated.decoded("dtstamp") == datetime(1970, 1, 1, tzinfo=UTC)


def test_the_calendar_says_how_many_have_no_day() -> None:
    written = write(affair()).replace(b"\r\n ", b"")
    assert b"X-WR-CALDESC:Dates as known" in written
    assert b"4 of 13 events have no date or an open one" in written


def test_nothing_breaks_out_of_its_line() -> None:
    written = write(affair())
    assert written.count(b"BEGIN:VEVENT") + written.count(b"BEGIN:VJOURNAL") == len(affair().events)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert not any(byte < 32 and byte not in b"\r\n\t" for byte in written)
    assert b"javascript:" not in written
