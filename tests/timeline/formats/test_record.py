"""The JSON of an event: the keys that programs rely on."""

from __future__ import annotations

import json

from tests.making import contact
from tests.timeline.formats.sample import affair
from timeline.formats import FORMATS, actor_record, event_record
from timeline.model import Status

_EVENT = {"id", "type", "status", "title", "date", "earliest", "latest", "date_text", "place", "count"}
_EVIDENCE = {
    "article",
    "sha256",
    "source",
    "url",
    "published",
    "start",
    "end",
    "quote",
    "trigger",
    "rule",
    "attributed_to",
}


def test_an_event_has_the_keys_of_the_contract() -> None:
    for event in affair().events:
        record = event_record(event)
        assert _EVENT | {"participants", "statement", "sources", "evidence"} <= set(record)
        assert set(record["sources"]) == {"articles", "independent"}
        for participant in record["participants"]:
            assert set(participant) == {"id", "name", "kind", "role", "named"}
        for evidence in record["evidence"]:
            assert set(evidence) >= _EVIDENCE
            assert set(evidence["trigger"]) == {"start", "end", "text"}
        if record["statement"]:
            assert set(record["statement"]) == {"speaker", "words", "direct", "channel", "stance", "scope"}


def test_dates_are_edtf_and_days_and_an_open_end_is_null() -> None:
    record = event_record(contact("Ada Brenn", "Ben Corvel", edtf="../2031-04-02", status=Status.DENIED))
    assert (record["date"], record["earliest"], record["latest"]) == ("../2031-04-02", None, "2031-04-02")
    assert record["status"] == "denied"
    undated = event_record(contact("Ada Brenn", "Ben Corvel"))
    assert (undated["date"], undated["earliest"], undated["latest"]) == (None, None, None)


def test_json_lines_are_the_records_in_time_order() -> None:
    lines = FORMATS["jsonl"].write(affair()).split(b"\n")[:-1]
    assert [json.loads(line) for line in lines] == [event_record(event) for event in affair().events]


def test_an_actor_has_its_keys() -> None:
    actor = affair().events[0].participants[0].actor
    assert set(actor_record(actor)) == {"id", "name", "kind", "aliases"}


def test_an_event_lists_who_says_what_about_it() -> None:
    (denied,) = [event_record(event) for event in affair().events if event.voices]
    (said,) = denied["statements"]
    assert (said["speaker"]["name"], said["stance"], said["scope"]) == ("Ada Brenn", "denies", "to count eels")
    quote = denied["evidence"][0]["quote"]
    assert quote[said["start"] : said["end"]] == said["words"] == "I never met Elmar in April to count eels"
