"""Every format is served with its type and name, the bytes those of the writer."""

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from api.exporting import export_data
from api.settings import Settings
from graph.formats import ALL_FORMATS
from graph.store.base import EventFilter, Store
from tests.api.routes.test_problems import problem
from timeline.model import Status


@pytest.mark.parametrize("name", sorted(ALL_FORMATS))
def test_a_format_is_served_as_it_is_written(client: FlaskClient, store: Store, name: str) -> None:
    form = ALL_FORMATS[name]
    answer = client.get(f"/api/v1/export/{name}?actor=Ada Lorne")
    assert answer.status_code == 200
    assert answer.content_type.startswith(form.media_type)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="ada-lorne{form.suffix}"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.data == form.write(export_data(store, ["Ada Lorne"]))


def test_a_filter_narrows_an_export(client: FlaskClient, store: Store) -> None:
    answer = client.get("/api/v1/export/jsonl?status=denied")
    where = EventFilter(statuses=frozenset({Status.DENIED}))
    assert answer.data == ALL_FORMATS["jsonl"].write(export_data(store, [], where))
    assert answer.data.count(b"\n") == 1


def test_an_export_is_bounded(store: Store) -> None:
    small = create_app(Settings(max_export_events=2), store).test_client()
    assert "more than 2 events" in problem(small.get("/api/v1/export/csv"), 413)["detail"]
