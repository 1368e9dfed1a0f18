"""Characters that files can hold: any text an article may bring becomes valid JSON, XML or iCalendar."""

from __future__ import annotations

import json
import re
from typing import Any

#: Controls, lone halves of surrogate pairs and non-characters, which XML 1.0 and iCalendar cannot hold.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text with U+FFFD for every character that a file of text cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def json_bytes(value: Any, *, indent: int | None = None) -> bytes:
    """Return JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, stays as an escape."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


def one_line(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return " ".join(printable(text).split())


def web_address(url: str | None) -> str | None:
    """Return the address when it is one that may be followed (http, https), else None."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return "".join(printable(url).split())
