"""Articles in over HTTP: what each body becomes, what a partial failure says, and the limits of a request."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.routes.test_problems import problem

ADDRESS = "/api/v1/articles"
TEXT = "Ada Lorne met Bo Kestrel in Aldhaven on 4 May 2016. They spoke for an hour, the harbour office said."


def documents(answer: Any) -> list[dict[str, Any]]:
    return list(answer.get_json()["documents"])


def record(**more: Any) -> dict[str, Any]:
    return {"id": "a1", "source": "Courier", "published": "2016-05-06", "title": "A talk", "text": TEXT, **more}


def test_a_record_is_read_stored_and_can_be_asked_for(empty: FlaskClient) -> None:
    answer = empty.post(ADDRESS, json=record())
    assert answer.status_code == 201
    (one,) = documents(answer)
    assert (one["document"], one["result"], one["id"], one["problem"]) == ("document 1", "new", "a1", None)
    stored = empty.get(answer.headers["Location"]).get_json()
    assert stored["article"]["text"] == TEXT
    assert stored["article"]["published"] == "2016-05-06"
    met = empty.get("/api/v1/meetings?a=Ada Lorne&b=Bo Kestrel").get_json()["contacts"]
    assert [(event["date"], event["evidence"][0]["source"]) for event in met] == [("2016-05-04", "Courier")]


def test_the_same_again_changes_nothing_and_other_words_are_a_new_version(empty: FlaskClient) -> None:
    empty.post(ADDRESS, json=record())
    again = empty.post(ADDRESS, json=record())
    assert (again.status_code, documents(again)[0]["result"]) == (200, "unchanged")
    changed = empty.post(ADDRESS, json=record(text=TEXT + " They denied it."))
    assert (changed.status_code, documents(changed)[0]["result"]) == (201, "changed")
    assert len(empty.get("/api/v1/articles/a1").get_json()["versions"]) == 2


def test_records_of_one_request_are_answered_in_their_order(empty: FlaskClient) -> None:
    answer = empty.post(ADDRESS, json=[record(), record(id="a2", text=TEXT + " It rained.")])
    assert [(one["id"], one["result"]) for one in documents(answer)] == [("a1", "new"), ("a2", "new")]


def test_wrong_characters_are_told_of_what_was_read(empty: FlaskClient) -> None:
    garbled = TEXT.replace("Bo Kestrel", "José Kestrel".encode().decode("cp1252"))
    answer = empty.post(ADDRESS, json=[record(text=garbled), record(id="a2")])
    first, second = documents(answer)
    assert (answer.status_code, first["result"], second["result"], second["problem"]) == (201, "new", "new", None)
    assert first["problem"]["kind"] == "garbled"
    assert (
        "document 1: is read as it is, but was encoded twice ('JosÃ©' at character 14)" in first["problem"]["message"]
    )
    assert empty.get("/api/v1/articles/a1").get_json()["article"]["text"] == garbled


def test_plain_text_takes_its_facts_from_the_address(empty: FlaskClient) -> None:
    answer = empty.post(
        f"{ADDRESS}?source=Post&published=2016-05-06&id=t1", data=TEXT.encode(), content_type="text/plain"
    )
    assert answer.status_code == 201
    stored = empty.get("/api/v1/articles/t1").get_json()["article"]
    assert (stored["source"], stored["published"], stored["text"]) == ("Post", "2016-05-06", TEXT)


def test_plain_text_is_decoded_as_its_type_says(empty: FlaskClient) -> None:
    body = TEXT.replace("Kestrel", "Żółw").encode("iso-8859-2")
    answer = empty.post(f"{ADDRESS}?id=t1", data=body, content_type="text/plain; charset=iso-8859-2")
    assert answer.status_code == 201
    assert "Żółw" in empty.get("/api/v1/articles/t1").get_json()["article"]["text"]
    problem(empty.post(ADDRESS, data=b"\xff", content_type="text/plain; charset=utf-8"), 400)
    problem(empty.post(ADDRESS, data=b"x", content_type="text/plain; charset=klingon"), 400)


def test_a_page_is_read_without_its_markup(empty: FlaskClient) -> None:
    page = (
        "<html><head><title>A talk</title></head><body><article><h1>A talk</h1>"
        f"<p>{TEXT}</p><p>{TEXT.replace('met', 'saw')}</p><script>alert(1)</script></article></body></html>"
    )
    answer = empty.post(f"{ADDRESS}?id=h1", data=page.encode(), content_type="text/html")
    assert answer.status_code == 201
    text = empty.get("/api/v1/articles/h1").get_json()["article"]["text"]
    assert "Ada Lorne met Bo Kestrel" in text
    assert "<" not in text
    assert "alert" not in text


def test_lines_that_fail_do_not_hold_up_the_others(empty: FlaskClient) -> None:
    lines = [json.dumps(record()), "{not json", json.dumps(record(id="a3", published="2016-02-31"))]
    answer = empty.post(ADDRESS, data="\n".join(lines).encode(), content_type="application/x-ndjson")
    assert answer.status_code == 207
    first, second, third = documents(answer)
    assert (first["result"], second["result"], third["result"]) == ("new", "failed", "failed")
    assert (second["problem"]["kind"], third["problem"]["kind"]) == ("record", "date")
    assert "line 2" in second["problem"]["message"]
    assert [one["id"] for one in empty.get(ADDRESS).get_json()["articles"]] == ["a1"]


def test_when_nothing_can_be_read_it_is_a_problem_that_names_each(empty: FlaskClient) -> None:
    value = problem(empty.post(ADDRESS, json=[{"id": "x"}, record(published="soon"), 7]), 422)
    assert [one["result"] for one in value["documents"]] == ["failed"] * 3
    assert empty.get(ADDRESS).get_json()["articles"] == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[" * 15_000, "application/json", 400),
        (b"[]", "application/json", 422),
        (b"", "application/json", 400),
        (b"", "text/plain", 422),
        (b"x", "text/plain", 422),
        (b'{"text": "x"}', "application/json", 422),
        (b'{"text": "met\\u0000 him"}', "application/json", 422),
        (b'{"text": "x", "id": ' + b"9" * 5_000 + b"}", "application/json", 400),
        (b'\xff{"text": "He met her."}', "application/json", 400),
        (b"\x00\x01\x02\xff" * 20, "text/plain", 422),
        (b"", "application/x-ndjson", 422),
        (b"<p>", "text/html", 422),
        (b"x", "application/pdf", 415),
        (b"a=b", "application/x-www-form-urlencoded", 415),
        (b"x" * 20_001, "text/plain", 413),
        (b"hello " * 1_000, "text/plain", 422),
        (json.dumps([record(id=str(n)) for n in range(4)]).encode(), "application/json", 413),
        (b"\n".join(json.dumps(record(id=str(n))).encode() for n in range(4)), "application/jsonl", 413),
        (b'{"text": "\\ud800 met"}', "application/json", 422),
    ],
)
def test_what_cannot_be_taken_is_a_problem(empty: FlaskClient, body: bytes, kind: str, status: int) -> None:
    problem(empty.post(ADDRESS, data=body, content_type=kind), status)
    assert empty.get(ADDRESS).get_json()["articles"] == []


def test_nothing_of_the_inside_is_told(empty: FlaskClient) -> None:
    body = b'{"id": ' + b"9" * 5_000 + b"}"
    assert "sys." not in empty.post(ADDRESS, data=body, content_type="application/json").text


def test_an_article_that_makes_us_fail_is_named_and_the_others_are_stored(
    empty: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline import extract

    read = extract.read_parsed

    def fail(article: Any, parsed: Any) -> Any:
        if article.id == "bad":
            raise OSError(28, "No space left on device")
        return read(article, parsed)

    monkeypatch.setattr(extract, "read_parsed", fail)
    answer = empty.post(ADDRESS, json=[record(), record(id="bad"), record(id="a3", text=TEXT + " It rained.")])
    assert answer.status_code == 207
    first, second, third = documents(answer)
    assert (first["result"], second["result"], third["result"]) == ("new", "failed", "new")
    assert second["problem"]["kind"] == "fault"
    assert "document 2: cannot be read here" in second["problem"]["message"]


def test_a_body_without_a_type_is_refused(empty: FlaskClient) -> None:
    problem(empty.post(ADDRESS, data=b"x"), 415)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost"}, 201),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, 201),
        ({}, 201),
    ],
)
def test_forms_of_other_sites_are_refused(empty: FlaskClient, headers: dict[str, str], status: int) -> None:
    answer = empty.post(ADDRESS, data=TEXT, content_type="text/plain", headers=headers)
    assert answer.status_code == status
    page = empty.post("/add", data={"text": TEXT + " Again."}, headers=headers)
    assert page.status_code == status
