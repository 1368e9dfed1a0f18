"""The embedded server: one process, waitress, until it is told to stop."""

from __future__ import annotations

import errno
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn

import waitress
from flask_openapi.openapi import OpenAPI

from api.app import create_app
from api.serving_errors import ProblemChannel
from api.settings import Settings
from api.store_access import access_of

#: What waitress lets pass beyond the limit, so that it is the application that answers with a problem.
_MARGIN = 1_000_000


def serve(settings: Settings, listening: Callable[[str], None] | None = None) -> None:
    """Serve on the settings' host and port until interrupted or terminated; `listening` is told the address.

    The store is opened first: raises StoreUnreachableError or StoreForeignError before anything listens, and OSError
    when the port is taken or the host is none.
    """
    app = create_app(settings)
    server = None
    try:
        access_of(app).store()
        server = _server(app, settings)
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _stop)
        if listening is not None:
            listening(f"http://{settings.host}:{_port(server)}/")
        server.run()
    finally:
        if server is not None:
            server.close()
        access_of(app).close()


def _server(app: OpenAPI, settings: Settings) -> Any:
    """Return a server that listens already, every connection of which answers errors with problems."""
    sockets: dict[int, Any] = {}
    try:
        server = waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            max_request_body_size=settings.max_upload_bytes + _MARGIN,
            ident="whomet",
            map=sockets,
        )
    except ValueError as error:
        raise OSError(errno.EINVAL, "there is no such host") from error
    for listener in sockets.values():
        if hasattr(listener, "channel_class"):
            listener.channel_class = ProblemChannel
    return server


def _port(server: Any) -> int:
    """Return the port that is listened on; a host of several addresses has a server for each."""
    several = getattr(server, "effective_listen", None)
    return int(several[0][1] if several else server.effective_port)


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    sys.exit(0)
