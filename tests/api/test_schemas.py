"""The JSON contract: its keys, its bytes, and offsets that point into the text as given."""

import json

from api.schemas import dump, dump_line, extraction_record
from tests.making import article, claim, extraction
from timeline.model import ClaimType, Status

EVENT_KEYS = {"id", "type", "status", "date", "date_text", "place", "count", "participants", "trigger", "evidence"}


def test_an_extraction_record_quotes_the_text_as_given() -> None:
    told = article("Ada Lorne met Bo Kestrel in May 2016. He said it was short.")
    met = claim(told, "Ada Lorne", "Bo Kestrel", edtf="2016-05", quote="met Bo Kestrel in May 2016", said="an aide")
    said = claim(told, "Bo Kestrel", kind=ClaimType.STATEMENT, quote="said it was short", status=Status.ASSERTED)
    record = extraction_record(extraction(told, met, said))
    assert record["id"] == told.id
    for event in record["events"]:
        assert event.keys() >= EVENT_KEYS | {"attributed_to", "statement"}
        for evidence in event["evidence"]:
            assert told.text[evidence["start"] : evidence["end"]] == evidence["quote"]
    first, second = record["events"]
    assert (first["date"], first["attributed_to"], first["statement"]) == ("2016-05", ["an aide"], None)
    assert [p["name"] for p in first["participants"]] == ["Ada Lorne", "Bo Kestrel"]
    assert second["statement"]["speaker"] == {"name": "Bo Kestrel", "start": None, "end": None}
    assert second["statement"]["cue"]["text"] == "said"


def test_dumped_json_keeps_letters_and_ends_with_one_newline() -> None:
    assert dump({"b": "Łódź", "a": [1]}) == '{\n  "b": "Łódź",\n  "a": [\n    1\n  ]\n}\n'
    assert dump_line({"b": "Łódź", "a": 1}) == '{"b": "Łódź", "a": 1}\n'


def test_a_lone_surrogate_is_still_utf8() -> None:
    text = dump({"text": "torn \udc80 page"})
    assert json.loads(text.encode())["text"] == "torn \udc80 page"
