"""iCalendar opens in ical4j, which finds nothing to object to."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.interop.programs import java, maven_jars
from tests.timeline.formats.sample import affair
from timeline.formats import FORMATS
from timeline.formats.characters import one_line

pytestmark = [pytest.mark.slow, pytest.mark.interop]

_JARS = (
    "org.mnode.ical4j:ical4j:4.1.1",
    "org.slf4j:slf4j-api:2.0.12",
    "org.apache.commons:commons-lang3:3.14.0",
    "commons-codec:commons-codec:1.17.0",
    "org.threeten:threeten-extra:1.8.0",
)


def test_ical4j_holds_the_same_events(tmp_path: Path) -> None:
    path = tmp_path / "affair.ics"
    path.write_bytes(FORMATS["ical"].write(affair()))
    lines = java("Ical4jReads.java", maven_jars("ical4j", *_JARS), str(path))
    assert not [line for line in lines if line[0] == "issue"]
    assert len(lines) == len(affair().events)
    for event, (name, uid, start, end, _, summary) in zip(affair().events, lines, strict=True):
        assert uid == f"{event.id}@whomet"
        assert summary.startswith(one_line(event.title))
        when = event.date.date if event.date else None
        if when is None or when.earliest is None or when.latest is None:
            assert (name, start, end) == ("VJOURNAL", "-", "-")
        else:
            assert (name, date.fromisoformat(start)) == ("VEVENT", when.earliest)
            assert date.fromisoformat(end) == when.latest + timedelta(days=1)
