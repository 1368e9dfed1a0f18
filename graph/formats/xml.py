"""XML as bytes: declaration, one indentation, UTF-8, and no character that XML 1.0 cannot hold."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from timeline.formats.characters import printable


def xml_bytes(root: ET.Element) -> bytes:
    """Return the document; attributes stand in the order in which they were given."""
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + printable(text) + "\n").encode()
