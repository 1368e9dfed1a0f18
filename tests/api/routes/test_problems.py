"""Every error is an RFC 9457 problem: type, title, status, detail, instance, and nothing of the inside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from api.settings import Settings
from api.store_access import access_of
from graph.store.base import Store, StoreError

MEMBERS = {"type", "title", "status", "detail", "instance"}
WRONG = [
    ("get", "/nowhere", 404),
    ("get", "/events/e-none", 404),
    ("get", "/articles/none", 404),
    ("get", "/actors/Nobody", 404),
    ("get", "/actors/Nobody/timeline", 404),
    ("get", "/actors/Nobody/contacts", 404),
    ("get", "/meetings?a=Nobody", 404),
    ("get", "/paths?a=Nobody&b=Ada Lorne", 404),
    ("get", "/export/papyrus", 404),
    ("get", "/export/csv?actor=Nobody", 404),
    ("post", "/events", 405),
    ("delete", "/articles", 405),
    ("get", "/meetings", 422),
    ("get", "/meetings?a=Ada Lorne&b=Ada Lorne", 422),
    ("get", "/paths?a=Ada Lorne&b=Ada Lorne", 422),
    ("get", "/paths?a=Ada Lorne&b=Bo Kestrel&hops=99", 422),
    ("get", "/search", 422),
    ("get", "/search?q=", 422),
    ("get", "/search?q=%00", 422),
    ("get", "/events?since=yesterday", 422),
    ("get", "/events?since=2016-13", 422),
    ("get", "/events?until=../2016", 422),
    ("get", "/events?type=brunch", 422),
    ("get", "/events?status=maybe", 422),
    ("get", "/events?limit=0", 422),
    ("get", "/events?min_confidence=1.1", 422),
    ("get", "/events?min_confidence=-0.1", 422),
    ("get", "/events?min_confidence=nan", 422),
    ("get", "/export/csv?min_confidence=high", 422),
    ("get", "/events?limit=ten", 422),
    ("get", "/events?limit=1&limit=2", 422),
    ("get", "/meetings?a=Ada Lorne&a=Bo Kestrel", 422),
    ("get", "/events?since=2017&until=2016", 422),
    ("get", "/actors/Ada Lorne/contacts?since=2017-02&until=2017-01", 422),
    ("get", "/export/csv?since=2017&until=2016-12-31", 422),
    ("get", "/events?sinse=2016", 422),
    ("get", "/events?after=no-cursor!", 422),
    ("get", "/actors?q=ada&after=x", 422),
]


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    value = answer.get_json()
    assert value.keys() >= MEMBERS
    assert value["status"] == status
    assert value["detail"]
    assert "Traceback" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    return dict(value)


@pytest.mark.parametrize(("method", "path", "status"), WRONG)
def test_an_error_is_a_problem(client: FlaskClient, method: str, path: str, status: int) -> None:
    value = problem(client.open(f"/api/v1{path}", method=method.upper()), status)
    assert value["instance"].startswith("/api/v1/")


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1", "/api/v2/events"])
def test_what_is_not_there_under_api_is_a_problem(client: FlaskClient, path: str) -> None:
    problem(client.get(path), 404)


def test_what_is_given_twice_or_in_the_wrong_order_is_named(client: FlaskClient) -> None:
    value = problem(client.get("/api/v1/events?limit=1&limit=2&since=2016&since=2017"), 422)
    assert [error["where"] for error in value["errors"]] == ["limit", "since"]
    value = problem(client.get("/api/v1/events?since=2017&until=2016"), 422)
    assert "since 2017 is later than until 2016" in value["detail"]
    assert client.get("/api/v1/events?type=meeting&type=call&status=denied&status=planned").status_code == 200
    assert client.get("/events?since=2017&until=2016").status_code == 422


def test_a_wrong_parameter_is_named(client: FlaskClient) -> None:
    value = problem(client.get("/api/v1/events?since=yesterday&limit=0"), 422)
    assert [error["where"] for error in value["errors"]] == ["limit", "since"]
    assert "2016-09" in value["detail"]


def test_a_wrong_method_lists_the_right_ones(client: FlaskClient) -> None:
    assert "GET" in client.post("/api/v1/events").headers["Allow"]


def test_an_ambiguous_name_lists_the_candidates(client: FlaskClient) -> None:
    class Two:
        """A store in which a name is two actors'."""

        def __init__(self, store: Store) -> None:
            self._store = store

        def __getattr__(self, name: str) -> Any:
            return getattr(self._store, name)

        def resolve_actor(self, ref: str) -> Any:
            from graph.store.base import AmbiguousActorError

            raise AmbiguousActorError(ref, [*self._store.find_actors("Ada"), *self._store.find_actors("Kestrel")])

    other = create_app(Settings(), Two(access_of(client.application).store()))  # type: ignore[arg-type]
    value = problem(other.test_client().get("/api/v1/actors/Lorne/timeline"), 409)
    assert [actor["name"] for actor in value["candidates"]] == ["Ada Lorne", "Bo Kestrel"]
    page = other.test_client().get("/actors/Lorne")
    assert page.status_code == 409
    for actor in value["candidates"]:
        assert f'href="/actors/{actor["id"]}"' in page.text


class Broken:
    """A store in which everything fails in one way."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getattr__(self, name: str) -> Any:
        def fail(*_: object, **__: object) -> None:
            raise self._error

        return fail


@pytest.mark.parametrize("path", ["/api/v1/events", "/api/v1/actors/Ada Lorne/timeline", "/api/v1/health/ready"])
def test_what_should_not_happen_keeps_its_words_inside(path: str) -> None:
    broken = create_app(Settings(), Broken(RuntimeError("password=swordfish")))  # type: ignore[arg-type]
    answer = broken.test_client().get(path)
    problem(answer, 500)
    assert "swordfish" not in answer.text
    assert "swordfish" not in broken.test_client().get("/events").text


def test_a_failing_store_is_unavailable() -> None:
    broken = create_app(Settings(), Broken(StoreError("disk image is malformed at /secret/path")))  # type: ignore[arg-type]
    answer = broken.test_client().get("/api/v1/events")
    problem(answer, 503)
    assert "/secret" not in answer.text


def test_an_unreachable_store_is_unavailable_and_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    app = create_app(Settings(store=f"sqlite:///{folder}/x.db"))
    late = app.test_client()
    answer = late.get("/api/v1/health/ready")
    assert problem(answer, 503)["type"].endswith("store-unavailable")
    assert answer.headers["Retry-After"]
    assert late.get("/api/v1/health/live").status_code == 200
    assert late.get("/").status_code == 503
    folder.mkdir()
    assert late.get("/api/v1/health/ready").status_code == 200
    access_of(app).close()


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("my notes, no store\n" * 100)
    foreign = create_app(Settings(store=f"sqlite:///{path}")).test_client()
    problem(foreign.get("/api/v1/events"), 503)
    assert path.read_text().startswith("my notes")


def test_a_host_that_is_not_ours_is_refused(store: Store) -> None:
    strict = create_app(Settings(trusted_hosts="whomet.example"), store).test_client()
    assert strict.get("/api/v1/events", headers={"Host": "whomet.example"}).status_code == 200
    problem(strict.get("/api/v1/events", headers={"Host": "rebound.example"}), 400)
