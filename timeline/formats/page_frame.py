"""The frame of a page in one file: it opens by double click, runs nothing, and loads nothing."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from timeline.formats.characters import one_line, printable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def framed(title: str, styles: Iterable[str], body: Iterable[str]) -> bytes:
    """Return a page: the title as it is, style sheets of this package by name, the body as HTML."""
    css = "".join(files("timeline.formats").joinpath(name).read_text(encoding="utf-8") for name in styles)
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(one_line(title))}</title>\n<style>\n{css}</style>\n</head>\n<body>",
        *body,
        "</body>\n</html>\n",
    ]
    return printable("\n".join(parts)).encode()
