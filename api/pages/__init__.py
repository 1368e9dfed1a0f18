"""Pages rendered on the server, working without JavaScript."""

from flask import Flask

from api.pages import adding, articles, contacts, events, finding, people, showing


def init_app(app: Flask) -> None:
    """Register every page, and what their templates call."""
    showing.init_app(app)
    for group in (finding, people, contacts, events, articles, adding):
        app.register_blueprint(group.pages)
