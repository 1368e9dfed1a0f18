"""A parameter that takes one value and is given two is an error: which of them was meant, nobody can tell."""

from __future__ import annotations

from flask import Flask, request

from api.problems import InvalidError

#: Parameters that may be given several times.
_LISTS = frozenset({"type", "status", "actor"})


def refuse_repeated() -> None:
    """Raise InvalidError for a request that gives one parameter twice."""
    twice = [name for name, values in request.args.lists() if len(values) > 1 and name not in _LISTS]
    if twice:
        errors = [{"where": name, "message": "it is given more than once"} for name in sorted(twice)]
        raise InvalidError("; ".join(f"{one['where']}: {one['message']}" for one in errors), errors=errors)


def init_app(app: Flask) -> None:
    """Check every request."""
    app.before_request(refuse_repeated)
