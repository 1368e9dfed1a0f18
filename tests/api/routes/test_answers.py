"""Every answer is what its model says, has the command line's bytes, an ETag, and a way to the next page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from pydantic import BaseModel

from api import contract, schemas
from graph.paths import find_paths
from graph.store.base import EventFilter, Store

ROUTES: list[tuple[str, type[BaseModel]]] = [
    ("/articles", contract.ArticlesAnswer),
    ("/articles/pier-1", contract.ArticleAnswer),
    ("/actors", contract.ActorsAnswer),
    ("/actors?q=ada", contract.ActorsAnswer),
    ("/actors/Ada Lorne", contract.ActorAnswer),
    ("/actors/Ada Lorne/timeline", contract.TimelineAnswer),
    ("/actors/Ada Lorne/contacts", contract.ContactsAnswer),
    ("/meetings?a=Ada Lorne", contract.MeetingsAnswer),
    ("/meetings?a=Ada Lorne&b=Bo Kestrel", contract.MeetingsAnswer),
    ("/paths?a=Ada Lorne&b=Dee Marsh", contract.PathsAnswer),
    ("/events", contract.EventsAnswer),
    ("/events?min_confidence=0.5", contract.EventsAnswer),
    ("/actors/Ada Lorne/timeline?min_confidence=0.5", contract.TimelineAnswer),
    ("/actors/Ada Lorne/contacts?min_confidence=0.5", contract.ContactsAnswer),
    ("/meetings?a=Ada Lorne&min_confidence=0.5", contract.MeetingsAnswer),
    ("/paths?a=Ada Lorne&b=Dee Marsh&min_confidence=0.5", contract.PathsAnswer),
    ("/search?q=pier&min_confidence=0.5", contract.EventsAnswer),
    ("/search?q=pier", contract.EventsAnswer),
    ("/health/live", contract.HealthAnswer),
    ("/health/ready", contract.ReadyAnswer),
]


def get(client: FlaskClient, path: str) -> Any:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    return answer.get_json()


@pytest.mark.parametrize(("path", "model"), ROUTES)
def test_an_answer_holds_exactly_what_its_model_says(client: FlaskClient, path: str, model: type[BaseModel]) -> None:
    value = get(client, path)
    assert model.model_validate(value).model_dump(mode="json", by_alias=True) == value


def test_an_event_is_read_by_its_id(client: FlaskClient) -> None:
    listed = get(client, "/events")["events"]
    for event in listed:
        assert get(client, f"/events/{event['id']}") == event
    assert contract.EventAnswer.model_validate(listed[0]).evidence


def test_the_bytes_are_those_of_the_command_line(client: FlaskClient, store: Store) -> None:
    ada, dee = store.resolve_actor("Ada Lorne"), store.resolve_actor("Dee Marsh")
    meetings = store.meetings(ada.id)
    paths = find_paths(store.contact_stream(), ada.id, dee.id, k=5, max_hops=6)
    expected = {
        "/actors/Ada Lorne/timeline": schemas.timeline_json(ada, store.timeline(ada.id)),
        "/actors/Ada Lorne/contacts": schemas.contacts_json(store.contacts(ada.id), meetings),
        "/meetings?a=Ada Lorne": schemas.meetings_json(meetings),
        "/paths?a=Ada Lorne&b=Dee Marsh": schemas.paths_json(paths),
        "/search?q=pier": schemas.events_json(store.search("pier")),
    }
    for path, value in expected.items():
        assert client.get(f"/api/v1{path}").text == schemas.dump(value)


def test_a_denial_is_no_contact(client: FlaskClient) -> None:
    found = get(client, "/meetings?a=Ada Lorne&b=Dee Marsh")
    assert found["contacts"] == []
    assert [event["status"] for event in found["not_contacts"]] == ["denied"]
    summary = get(client, "/actors/Ada Lorne/contacts")
    assert "Dee Marsh" not in [one["actor"]["name"] for one in summary["contacts"]]
    assert [one["actor"]["name"] for one in summary["not_contacts"]] == ["Dee Marsh"]


def test_every_event_and_contact_carries_its_citations(client: FlaskClient) -> None:
    texts = {
        one["version"]: get(client, f"/articles/{one['version']}")["article"]["text"]
        for one in get(client, "/articles")["articles"]
    }
    cited = [citation for event in get(client, "/events")["events"] for citation in event["evidence"]]
    contacts = get(client, "/actors/Ada Lorne/contacts")
    named = {event for one in (*contacts["contacts"], *contacts["not_contacts"]) for event in one["events"]}
    assert set(contacts["citations"]) == named
    cited += [citation for citations in contacts["citations"].values() for citation in citations]
    assert len(cited) > 8
    for citation in cited:
        assert texts[citation["version"]][citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.parametrize("path", ["/events", "/articles", "/actors", "/actors/Ada Lorne/timeline", "/search?q=2016"])
def test_pages_follow_each_other_and_lose_nothing(client: FlaskClient, path: str) -> None:
    join = "&" if "?" in path else "?"
    whole = get(client, f"{path}{join}limit=500")
    key = next(name for name in ("events", "articles", "actors") if name in whole)
    items: list[Any] = []
    address: str | None = f"/api/v1{path}{join}limit=1"
    while address:
        answer = client.get(address)
        page = answer.get_json()
        assert len(page[key]) <= 1
        items += page[key]
        links = answer.headers.get("Link", "")
        address = links.removeprefix("<").partition(">")[0] or None
        assert (address is None) == (page["next"] is None)
    assert items == whole[key]


def test_what_the_client_has_already_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/api/v1/events")
    again = client.get("/api/v1/events", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/api/v1/events", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.head("/api/v1/events").headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("status=denied", {"denied"}),
        ("status=denied&status=planned", {"denied", "planned"}),
        ("type=hearing", {"asserted"}),
        ("since=2017&until=2017-03", {"asserted"}),
        ("since=2017-04", {"planned"}),
    ],
)
def test_filters_leave_out_what_does_not_fit(client: FlaskClient, query: str, statuses: set[str]) -> None:
    events = get(client, f"/events?{query}")["events"]
    assert {event["status"] for event in events} == statuses


def test_only_sure_claims_make_up_an_event(client: FlaskClient) -> None:
    asked = "/meetings?a=Ada Lorne&b=Bo Kestrel"
    (told,) = get(client, asked)["contacts"]
    (sure,) = get(client, f"{asked}&min_confidence=0.5")["contacts"]
    assert (told["sources"]["articles"], sure["sources"]["articles"]) == (2, 1)
    assert [one["article"] for one in sure["evidence"]] == ["pier-1"]
    assert get(client, f"{asked}&min_confidence=0.4")["contacts"] == [told]
    lines = client.get("/api/v1/export/jsonl?min_confidence=0.5").text.splitlines()
    assert json.loads(lines[0]) == get(client, "/events?min_confidence=0.5")["events"][0]
    assert len(lines) == len(get(client, "/events")["events"])
    assert get(client, f"/events/{sure['id']}?min_confidence=0.5") == sure


def test_events_come_in_time_order_undated_last(client: FlaskClient, store: Store) -> None:
    ids = [event["id"] for event in get(client, "/events")["events"]]
    assert ids == [event.id for event in store.events(EventFilter()).items]
    dates = [event["earliest"] for event in get(client, "/events")["events"]]
    assert dates[-1] is None


def test_health_says_what_the_store_holds(client: FlaskClient, store: Store) -> None:
    assert get(client, "/health/ready")["articles"] == store.info().articles
    assert json.loads(client.get("/api/v1/health/live").data) == {"status": "ok"}
