"""The embedded server: one process, waitress, until it is told to stop."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

import waitress

from api.app import create_app
from api.settings import Settings
from api.store_access import access_of

#: What waitress lets pass beyond the limit, so that it is the application that answers with a problem.
_MARGIN = 1_000_000


def serve(settings: Settings, listening: Callable[[str], None] | None = None) -> None:
    """Serve on the settings' host and port until interrupted or terminated; `listening` is told the address.

    The store is opened first: raises StoreUnreachableError or StoreForeignError before anything listens, and OSError
    when the port is taken.
    """
    app = create_app(settings)
    access_of(app).store()
    server = waitress.create_server(
        app,
        host=settings.host,
        port=settings.port,
        threads=settings.threads,
        max_request_body_size=settings.max_upload_bytes + _MARGIN,
        ident="whomet",
    )
    try:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _stop)
        if listening is not None:
            listening(f"http://{settings.host}:{server.effective_port}/")
        server.run()
    finally:
        server.close()
        access_of(app).close()


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    sys.exit(0)
