"""Files for other programs."""

from __future__ import annotations

import re
import unicodedata
from http import HTTPStatus

from flask import Response, current_app

from api.answers import bytes_answer
from api.exporting import TooManyEventsError, export_data
from api.problems import NotThereError, TooLargeError
from api.questions import ExportQuestion, FormatPath
from api.routes.document import blueprint, problems
from api.settings import Settings
from api.store_access import the_store
from graph.formats import ALL_FORMATS

api = blueprint("export")

_PROBLEMS = problems(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
_FILE = {"schema": {"type": "string", "format": "binary"}}
_FILES = {
    "description": "the file",
    "content": {form.media_type: _FILE for form in sorted(ALL_FORMATS.values(), key=lambda form: form.media_type)},
}


@api.get("/export/<format>", responses={200: _FILES, **_PROBLEMS})
def export(path: FormatPath, query: ExportQuestion) -> Response:
    """Return the events of actors, or all, as a file of a format; every item carries its citations."""
    form = ALL_FORMATS.get(path.format)
    if form is None:
        raise NotThereError(f"no format {path.format!r}; there are {', '.join(sorted(ALL_FORMATS))}")
    settings: Settings = current_app.config["WHOMET"]
    try:
        data = export_data(the_store(), query.actor, query.filter(), limit=settings.max_export_events)
    except TooManyEventsError as error:
        raise TooLargeError(str(error)) from None
    answer = bytes_answer(form.write(data), form.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{_file_name(data.title)}{form.suffix}"'
    return answer


def _file_name(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-") or "whomet"
