"""Dates in words for pages: our reading beside the source's words, and the same for a person to read aloud."""

from __future__ import annotations

from datetime import date

from timeline.dates.uncertain import UncertainDate
from timeline.model import DateReading, Event, Stance

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SAID = {Stance.CONFIRMS: "confirmed", Stance.DENIES: "denied", Stance.DISPUTES: "disputed"}


def day_words(day: date) -> str:
    """Return "30 September 2016"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return "30 Sep 2016"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def reading_words(when: UncertainDate) -> str:
    """Return our reading in figures, shortest form: "2016-09", "2016-03-14 to 03-16", "until 2016-03-21"."""
    about = "about " if when.approximate else ""
    if when.earliest is None and when.latest is not None:
        return f"{about}until {_figures(when.edtf.partition('/')[2], when.latest)}"
    if when.latest is None and when.earliest is not None:
        return f"{about}{_figures(when.edtf.partition('/')[0], when.earliest)} onward"
    low, high = (part.rstrip("~?%") for part in when.edtf.partition("/")[::2])
    if not high:
        return about + _season_or_figures(low)
    return f"{about}{low} to {_tail(low, high)}"


def date_words(when: UncertainDate) -> str:
    """Return the date for a person: "14 to 16 March 2016", "September 2016", "before 22 March 2016"."""
    about = "about " if when.approximate else ""
    first, last = when.earliest, when.latest
    if first is None and last is not None:
        return f"{about}until {_end_words(when.edtf.partition('/')[2], last)}"
    if last is None and first is not None:
        return f"{about}{_end_words(when.edtf.partition('/')[0], first)} or later"
    assert first is not None
    assert last is not None
    return about + _between(first, last)


def when_words(reading: DateReading | None) -> str:
    """Return the date for a person, or that there is none."""
    return date_words(reading.date) if reading else "date not known"


def event_words(event: Event) -> str:
    """Return one line that says what, when and of what status, for a title or a screen reader."""
    return f"{event.title}, {when_words(event.date)}, {event.status.value}"


def voices_words(event: Event) -> list[str]:
    """Return who confirms, denies or disputes an event, each once, and how far."""
    lines = []
    for voice in event.voices:
        if voice.stance in _SAID and voice.speaker is not None:
            scope = f" (“{' '.join(voice.scope.split())}”)" if voice.scope else ""
            lines.append(f"{_SAID[voice.stance]} by {voice.speaker.name}{scope}")
    return list(dict.fromkeys(lines))


def _end_words(part: str, day: date) -> str:
    """Return the known end of an open interval, as precise as it is written: a month stays a month."""
    end = UncertainDate.parse(part.rstrip("~?%") or day.isoformat())
    assert end.earliest is not None
    assert end.latest is not None
    return _between(end.earliest, end.latest)


def _figures(part: str, day: date) -> str:
    return part.rstrip("~?%") or day.isoformat()


def _season_or_figures(part: str) -> str:
    year, _, month = part.partition("-")
    names = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
    names |= {"33": "quarter 1", "34": "quarter 2", "35": "quarter 3", "36": "quarter 4"}
    return f"{names[month]} of {year}" if month in names else part


def _tail(low: str, high: str) -> str:
    """Return the part of the later date that differs: same year, without the year."""
    return high[5:] if len(low) == len(high) > 4 and low[:5] == high[:5] else high


def _between(first: date, last: date) -> str:
    if first == last:
        return day_words(first)
    whole = first.day == 1 and (last.toordinal() + 1 == _next_month(last).toordinal())
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if whole:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def _months(first: date, last: date) -> str:
    end = f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = _MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{start} to {end}"


def _next_month(day: date) -> date:
    if day.month == 12:
        return date.max if day.year == date.max.year else date(day.year + 1, 1, 1)
    return date(day.year, day.month + 1, 1)
