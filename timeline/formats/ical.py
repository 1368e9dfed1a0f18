"""iCalendar (RFC 5545): all-day events with an exclusive end; what has no closed interval becomes a journal entry.

A calendar shows days, so it would show an open interval or no date at all as some day that nobody told of. Such
events are kept as `VJOURNAL` without a start, which calendars do not draw, with their citations. `DTSTAMP`, which the
standard wants, is the day the latest of the event's articles was published, never the time of writing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from timeline.formats.characters import one_line, printable, web_address
from timeline.formats.citing import citation_line, kind_word, sources_words
from timeline.formats.export import ExportData
from timeline.formats.wording import date_words
from timeline.model import Event, Status

if TYPE_CHECKING:
    import icalendar

#: The calendar knows three: a denied event must not look as if it took place.
_STATUS = {
    Status.ASSERTED: "CONFIRMED",
    Status.ALLEGED: "TENTATIVE",
    Status.PLANNED: "TENTATIVE",
    Status.HYPOTHETICAL: "TENTATIVE",
    Status.DENIED: "CANCELLED",
}
#: Where no article of an event has a date of publication.
_NEVER = date(1970, 1, 1)


def write(data: ExportData) -> bytes:
    """Write the calendar."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//whomet//whomet//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(data.title))
    calendar.add("x-wr-caldesc", _description(data))
    for event in data.events:
        calendar.add_component(_entry(event))
    written: bytes = calendar.to_ical()
    return written


def _description(data: ExportData) -> str:
    left = sum(not _is_closed(event) for event in data.events)
    if not left:
        return "Dates as known: an event that lasts for days took place on some day of them."
    return (
        f"Dates as known: an event that lasts for days took place on some day of them. "
        f"{left} of {len(data.events)} events have no date or an open one; they are journal entries without a day."
    )


def _entry(event: Event) -> icalendar.Component:
    import icalendar

    entry: icalendar.Component
    if _is_closed(event):
        assert event.date is not None
        assert event.date.date.earliest is not None
        assert event.date.date.latest is not None
        entry = icalendar.Event()
        entry.add("dtstart", event.date.date.earliest)
        entry.add("dtend", event.date.date.latest + timedelta(days=1))
        entry.add("status", _STATUS[event.status])
        entry.add("transp", "TRANSPARENT")
        if event.place:
            entry.add("location", one_line(event.place))
    else:
        entry = icalendar.Journal()
    entry.add("uid", f"{event.id}@whomet")
    entry.add("dtstamp", _stamp(event))
    entry.add("summary", _summary(event))
    entry.add("description", _account(event))
    entry.add("categories", [kind_word(event.type), event.status.value])
    if address := _address(event):
        entry.add("url", address)
    entry.add("x-whomet-status", event.status.value)
    if event.date:
        entry.add("x-whomet-edtf", event.date.date.edtf)
    return entry


def _summary(event: Event) -> str:
    title = one_line(event.title)
    if event.date is None:
        return f"{title} (undated)"
    return title if event.date.date.is_day else f"{title} ({date_words(event.date.date)})"


def _account(event: Event) -> str:
    facts = [event.status.value, kind_word(event.type), sources_words(event)]
    if event.date:
        words = f" (“{event.date.words}”)" if event.date.words else ""
        facts.append(f"date {event.date.date.edtf}{words}, {event.date.derivation}")
    if event.place:
        facts.append(f"place {event.place}")
    return "\n".join([printable("; ".join(facts)), *map(citation_line, event.citations)])


def _is_closed(event: Event) -> bool:
    when = event.date.date if event.date else None
    return when is not None and when.earliest is not None and when.latest is not None and when.latest < date.max


def _stamp(event: Event) -> datetime:
    days = [citation.published for citation in event.citations if citation.published is not None]
    return datetime.combine(max(days, default=_NEVER), time(), UTC)


def _address(event: Event) -> str | None:
    return next((address for citation in event.citations if (address := web_address(citation.url))), None)
