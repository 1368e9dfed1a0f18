"""The way in for a WSGI server with workers of its own: `gunicorn 'api.wsgi:app()'`.

Nothing is opened here: each worker opens its store at its first request, after the fork.
"""

from __future__ import annotations

import os

from flask import Flask

from api.app import create_app
from api.settings import Settings


def app() -> Flask:
    """Build the application from the environment's settings."""
    return create_app(Settings.from_environ(os.environ))
