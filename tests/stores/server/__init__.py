"""A real Neo4j for tests, without Docker: Maven brings the server's jars, a page of Java starts it.

By hand: `python -m tests.stores.server --port 7687` prints the address and runs until Ctrl-C.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

HERE = Path(__file__).parent
CACHE = HERE.parents[2] / ".cache" / "neo4j"


class ServerError(RuntimeError):
    """The server cannot be had or does not start; the message says what was tried."""


def missing() -> str | None:
    """Return what this machine lacks to start a server, or None."""
    lacking = [name for name, command in (("Java", "java"), ("Maven", "mvn")) if shutil.which(command) is None]
    return f"{' and '.join(lacking)} not found" if lacking else None


def jars() -> Path:
    """Return the folder of the server's jars; Maven fills it once for each version of pom.xml."""
    pom = HERE / "pom.xml"
    folder = CACHE / f"lib-{hashlib.sha256(pom.read_bytes()).hexdigest()[:12]}"
    if folder.is_dir():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="lib-", dir=CACHE))
    command = ["mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(fresh)
        raise ServerError(f"Maven could not fetch Neo4j:\n{done.stdout}{done.stderr}")
    try:
        fresh.rename(folder)
    except OSError:  # another run was quicker
        shutil.rmtree(fresh)
    return folder


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Neo4jServer:
    """One running server with a home of its own that is removed with it; use as a context manager."""

    def __init__(self, port: int | None = None) -> None:
        self.port = port or free_port()
        self.url = f"neo4j://127.0.0.1:{self.port}"
        self._home = Path(tempfile.mkdtemp(prefix="whomet-neo4j-"))
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server and return when it answers; raises ServerError with its log."""
        log = self._home / "server.log"
        options = ["-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4", "-cp", f"{jars()}/*"]
        command = ["java", *options, str(HERE / "Neo4jServer.java"), str(self._home), str(self.port)]
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=os.environ | {"LC_ALL": "C"}
            )
        assert self._process.stdout is not None
        said = b""
        for line in self._process.stdout:
            said += line
            if line.strip() == b"ready":
                return
        trouble = log.read_text(errors="replace")[-4000:]
        self.stop()
        raise ServerError(f"Neo4j did not start:\n{said.decode(errors='replace')}{trouble}")

    def stop(self) -> None:
        """End the server at once (its data is thrown away) and remove its home."""
        if self._process is not None:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process.kill()
            self._process.wait()
            self._process = None
        shutil.rmtree(self._home, ignore_errors=True)
