"""Where things have their pages."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from timeline.model import Actor, Event


def actor_address(actor: Actor) -> str:
    """Return the address of an actor's page."""
    return f"/actors/{quote(actor.id, safe='')}"


def pair_address(one: Actor, other: Actor) -> str:
    """Return the address of the page of two actors."""
    return f"/meetings?{urlencode({'a': one.id, 'b': other.id})}"


def event_address(event: Event) -> str:
    """Return the address of an event's page."""
    return f"/events/{quote(event.id, safe='')}"


def article_address(version: str) -> str:
    """Return the address of the page of an article version."""
    return f"/articles/{quote(version, safe='')}"


def export_address(name: str, actors: tuple[Actor, ...] = (), where: Mapping[str, list[str]] | None = None) -> str:
    """Return the address of an export with the page's filter."""
    asked = [("actor", actor.id) for actor in actors]
    asked += [(key, value) for key, values in (where or {}).items() for value in values]
    return f"/api/v1/export/{quote(name, safe='')}" + (f"?{urlencode(asked)}" if asked else "")


def web_address(url: str | None) -> str | None:
    """Return an article's address if it may become a link: http and https only, with a host."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None
