"""Errors as pages: what went wrong, in a sentence, and what to do."""

from __future__ import annotations

from flask import Response, render_template
from werkzeug.exceptions import HTTPException

from api.problems import AmbiguousError, ProblemError, problem_json


def error_page(error: ProblemError | HTTPException) -> Response:
    """Return the page for an error, with its status; a redirect stays what it is."""
    if isinstance(error, HTTPException) and (error.code or 500) < 400:
        return Response(status=error.code, headers=list(error.get_headers()))
    problem = problem_json(error)
    candidates = problem.get("candidates", []) if isinstance(error, AmbiguousError) else []
    page = render_template("error.html", problem=problem, candidates=candidates)
    answer = Response(page, status=problem["status"], content_type="text/html; charset=utf-8")
    if isinstance(error, HTTPException):
        answer.headers.extend((name, value) for name, value in error.get_headers() if name == "Allow")
    answer.headers["Cache-Control"] = "no-store"
    return answer
