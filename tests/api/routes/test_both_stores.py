"""The same archive in SQLite and in Neo4j gives the same bytes, on the interface and on the pages."""

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from api.settings import Settings
from graph.formats import ALL_FORMATS
from graph.store import open_store
from tests.api.archive import batch
from tests.api.routes.test_answers import ROUTES
from tests.stores.server.fixture import credentials

SHOWN = ("/", "/actors", "/events", "/articles", "/actors/Ada Lorne", "/meetings?a=Ada Lorne&b=Bo Kestrel")


@pytest.mark.neo4j
def test_both_stores_give_the_same_bytes(client: FlaskClient, neo4j_url: str) -> None:
    user, password = credentials()
    with open_store(neo4j_url, user=user, password=password, create=True) as store:
        for extraction in reversed(batch()):
            store.upsert([extraction])
        other = create_app(Settings(), store).test_client()
        addresses = [f"/api/v1{path}" for path, _ in ROUTES if not path.startswith("/health")]
        addresses += [f"/api/v1/export/{name}" for name in ALL_FORMATS]
        addresses += [f"/api/v1/events/{event.id}" for event in store.events().items]
        for address in (*addresses, *SHOWN):
            here, there = client.get(address), other.get(address)
            assert here.status_code == 200, address
            assert here.data == there.data, address
            assert here.headers.get("ETag") == there.headers.get("ETag")
