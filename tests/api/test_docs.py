"""The docs name every endpoint, every status, every setting and its default, and nothing that is not there."""

from __future__ import annotations

import dataclasses
import re

from flask.testing import FlaskClient

from api.problems import ProblemError
from api.settings import Settings, variable
from tests.api.listening import ROOT

API = (ROOT / "docs/api.md").read_text()
SETTINGS = (ROOT / "docs/settings.md").read_text()


def test_every_endpoint_is_documented(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    served = {f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item}
    told = set(re.findall(r"`((?:GET|POST) /api/v1/[^`?]*)`", API))
    assert told == served


def test_every_parameter_is_documented(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    for item in document["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                name = parameter["name"]
                assert re.search(rf"`{name}[=`]|{{{name}}}", API), (operation["operationId"], name)


def test_every_status_of_a_problem_is_documented() -> None:
    todo, statuses = [ProblemError], set()
    while todo:
        kind = todo.pop()
        statuses.add(int(kind.status))
        todo += kind.__subclasses__()
    assert all(f"| {status} |" in API for status in statuses)


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(WHOMET_\w+)` \| (\S+) \|", SETTINGS, re.MULTILINE))
    assert set(rows) == {variable(setting.name) for setting in dataclasses.fields(Settings)}
    for setting in dataclasses.fields(Settings):
        assert rows[variable(setting.name)].strip("`") == (str(setting.default) if setting.default else "none")


def test_every_page_is_documented(client: FlaskClient) -> None:
    rules = {rule.rule for rule in client.application.url_map.iter_rules()}
    pages = {rule for rule in rules if not rule.startswith(("/api/", "/static/")) and not rule.endswith(".json")}
    for page in pages:
        shown = re.sub(r"<(?:path:)?(\w+)>", r"{\1}", page)
        assert f"`{shown}`" in API
