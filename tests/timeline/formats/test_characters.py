"""Any text becomes one that files can hold."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.formats.characters import json_bytes, one_line, printable, web_address

_ANY = st.text(st.characters(exclude_categories=()))


@given(_ANY)
def test_printable_text_is_valid_in_xml_and_in_utf_8(text: str) -> None:
    element = ET.Element("t")
    element.text = printable(text)
    assert len(printable(text)) == len(text)
    ET.fromstring(ET.tostring(element))


@given(_ANY)
def test_json_keeps_every_character(text: str) -> None:
    assert json.loads(json_bytes(text)) == text


def test_one_line_is_one_line() -> None:
    assert one_line(" a\r\n\tb\x00 ") == "a b\ufffd"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://post.example/1", "https://post.example/1"),
        ("HTTP://post.example", "HTTP://post.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        (" https://post.example", None),
        (None, None),
        ("https://post.example/a\r\nBEGIN:VALARM", "https://post.example/aBEGIN:VALARM"),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, address: str | None) -> None:
    assert web_address(url) == address
