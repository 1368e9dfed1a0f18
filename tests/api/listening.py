"""Servers of the tests: started as a process, waited for, ended by themselves."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], environ: Mapping[str, str], address: str) -> Iterator[subprocess.Popen[str]]:
    """Run a server until the block ends; it must answer at the address first, and end by itself when told to."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=dict(environ), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        _await(process, address)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            output, _ = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
    assert process.returncode == 0, output


def _await(process: subprocess.Popen[str], address: str) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api/v1/health/live", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    process.kill()
    raise AssertionError(f"{process.args} does not answer:\n{process.communicate()[0]}")


def ask(address: str, body: object = None) -> tuple[int, Any]:
    """Send a request (POST with a body, GET without) and return status and JSON."""
    data = json.dumps(body).encode() if body is not None else None
    asked = urllib.request.Request(address, data, {"Content-Type": "application/json"} if data else {})
    with urllib.request.urlopen(asked, timeout=120) as answer:
        return answer.status, json.load(answer)
