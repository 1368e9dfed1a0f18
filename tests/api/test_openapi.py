"""The document of the interface: valid, complete, and true for whatever a program may send."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from flask_openapi.openapi import OpenAPI
from openapi_spec_validator import OpenAPIV31SpecValidator

from api.app import create_app
from api.settings import Settings
from graph.store import open_store
from tests.api.archive import batch


def test_the_document_is_valid_openapi(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    assert document["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(document).validate()


def test_every_route_of_the_interface_is_in_the_document(app: OpenAPI, client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    served = {
        (rule.rule.replace("<path:", "{").replace("<", "{").replace(">", "}"), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    described = {(path, method) for path, item in document["paths"].items() for method in item}
    assert served == described


def test_every_operation_describes_its_problems_and_says_what_it_does(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    for item in document["paths"].values():
        for operation in item.values():
            assert operation["summary"].endswith(".") or operation.get("description")
            failing = {status: one for status, one in operation["responses"].items() if status >= "400"}
            assert failing.keys() >= {"422", "503"}
            assert all(one["content"].keys() == {"application/problem+json"} for one in failing.values())


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_whatever_is_sent_the_server_answers_as_the_document_says(tmp_path: Path, mode: str) -> None:
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

    # a cursor or an article may be wrong in ways no schema tells, and one wrong article does not refuse the others
    excused = {"get": [positive_data_acceptance], "post": [positive_data_acceptance, negative_data_rejection]}

    with open_store(f"sqlite:///{tmp_path / 'any.db'}", create=True) as store:
        store.upsert(batch())
        app = create_app(Settings(max_batch=5, max_article_bytes=20_000), store)
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
        tried = 0
        for found in schema.get_all_operations():
            operation = found.ok()
            if mode == "negative" and not [*operation.iter_parameters(), *operation.body]:
                continue

            @settings(
                max_examples=60,
                deadline=None,
                database=None,
                derandomize=True,
                phases=[Phase.explicit, Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
            def holds(case: Any) -> None:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    case.call_and_validate(excluded_checks=excused[case.method.lower()])

            holds()
            tried += 1
    assert tried >= 13
