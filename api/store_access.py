"""The one store of a process, opened at the first request: after a fork, never before it.

A connection must not cross a fork, so gunicorn's workers each open their own; a store that could not be reached is
tried again at the next request.
"""

from __future__ import annotations

import os
import threading

from flask import Flask, current_app

from api.settings import Settings
from graph.store import open_store
from graph.store.base import Store

_KEY = "whomet.store"


class StoreAccess:
    """Gives the store; safe to call from several threads."""

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self._settings = settings
        self._given = store
        self._opened: Store | None = None
        self._process = 0
        self._lock = threading.Lock()

    def store(self) -> Store:
        """Return the store, made if there is none yet; raises StoreUnreachableError or StoreForeignError."""
        if self._given is not None:
            return self._given
        with self._lock:
            if self._opened is None or self._process != os.getpid():
                self._opened = self._open()
                self._process = os.getpid()
            return self._opened

    def close(self) -> None:
        """Close what was opened here; a store that was given is left to its owner."""
        with self._lock:
            if self._opened is not None and self._process == os.getpid():
                self._opened.close()
            self._opened = None

    def _open(self) -> Store:
        settings = self._settings
        return open_store(settings.store, user=settings.neo4j_user, password=settings.neo4j_password, create=True)


def init_app(app: Flask, settings: Settings, store: Store | None) -> None:
    """Let the requests of this application reach the store."""
    app.extensions[_KEY] = StoreAccess(settings, store)


def access_of(app: Flask) -> StoreAccess:
    """Return the application's access, for what starts and stops it."""
    access: StoreAccess = app.extensions[_KEY]
    return access


def the_store() -> Store:
    """Return the store of the request at hand."""
    return access_of(current_app).store()
