"""The newsroom's compose file: sound as it stands, and its command runs, here against a real Neo4j without Docker."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.api.listening import ROOT, ask, free_port, running
from tests.stores.server.fixture import credentials

PASSWORD = "a-password-of-the-test"
ARTICLE = {
    "id": "harbour-1",
    "source": "Courier",
    "published": "2016-10-02",
    "title": "Talks at the harbour",
    "text": "Ada Lorne, the transport minister, met Bo Kestrel in Aldhaven in September, her office said on Sunday.",
}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """Give the parsed file."""
    return dict(yaml.safe_load((ROOT / "docker-compose.yml").read_text()))


def test_the_interface_waits_for_a_healthy_store(compose: dict[str, Any]) -> None:
    neo4j, api = compose["services"]["neo4j"], compose["services"]["api"]
    assert re.fullmatch(r"neo4j:5[.\d]*-community", neo4j["image"])
    assert neo4j["healthcheck"]["test"][0] == "CMD-SHELL"
    assert api["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    (volume,) = neo4j["volumes"]
    assert volume.partition(":")[0] in compose["volumes"]
    assert volume.endswith(":/data")


def test_no_password_is_written_down(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for name, value in service["environment"].items():
            if "AUTH" in name or "PASSWORD" in name:
                assert "${WHOMET_NEO4J_PASSWORD:?" in value


def test_nothing_is_open_to_the_network_by_itself(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_the_image_runs_the_same_command_as_nobody_special(compose: dict[str, Any]) -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    commands = [line for line in lines if line.startswith("CMD ")]
    assert yaml.safe_load(commands[-1].removeprefix("CMD ")) == compose["services"]["api"]["command"]
    assert "USER whomet" in lines
    assert all(re.fullmatch(r"FROM python:3\.\d+-slim( AS \w+)?", line) for line in lines if line.startswith("FROM"))
    copied = {
        word for line in lines if line.startswith("COPY ") and "--from" not in line for word in line.split()[1:-1]
    }
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.neo4j
def test_the_command_serves_articles_from_neo4j(compose: dict[str, Any], neo4j_url: str) -> None:
    api = compose["services"]["api"]
    port = free_port()
    command = [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in api["command"]]
    assert f"127.0.0.1:{port}" in command
    user, password = credentials()
    secret = password or PASSWORD
    given = {name: re.sub(r"\$\{\w+:\?[^}]*\}", secret, value) for name, value in api["environment"].items()}
    given["WHOMET_STORE"] = given["WHOMET_STORE"].replace("neo4j:7687", neo4j_url.partition("://")[2])
    given["WHOMET_NEO4J_USER"] = user or given["WHOMET_NEO4J_USER"]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environ = os.environ | given | {"PATH": path, "PYTHONPATH": "."}
    address = f"http://127.0.0.1:{port}/api/v1"
    with running(command, environ, f"http://127.0.0.1:{port}"):
        assert ask(f"{address}/health/ready")[1]["engine"].startswith("neo4j")
        status, added = ask(f"{address}/articles", ARTICLE)
        assert (status, added["documents"][0]["result"]) == (201, "new")
        met = [ask(f"{address}/meetings?a=Ada%20Lorne&b=Bo%20Kestrel")[1] for _ in range(8)]
    assert all(one == met[0] for one in met)
    (event,) = met[0]["contacts"]
    assert (event["type"], event["status"], event["date"]) == ("meeting", "asserted", "2016-09")
    (evidence,) = event["evidence"]
    assert ARTICLE["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
