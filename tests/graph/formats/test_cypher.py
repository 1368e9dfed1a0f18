"""The script: one statement a line, constraints first, and texts that stay texts."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.formats.cypher import literal, write
from tests.making import contact
from tests.timeline.formats.sample import affair
from timeline.formats import ExportData
from timeline.formats.characters import printable

_PIECE = re.compile(r"'((?:[^'\\\n\r]|\\.)*)'")
_MEANING = {"\\\\": "\\", "\\'": "'", "\\n": "\n", "\\r": "\r", "\\t": "\t"}


def _read(text: str) -> str:
    """Read a literal as Neo4j does: escapes of code points first, then pieces in quotes joined with a plus."""
    resolved = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), text)
    pieces = _PIECE.findall(resolved)
    assert " + ".join(f"'{piece}'" for piece in pieces) == resolved
    return "".join(re.sub(r"\\.", lambda found: _MEANING[found[0]], piece) for piece in pieces)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (date(2031, 4, 2), "date('2031-04-02')"),
        ("O’Dorrin", "'O’Dorrin'"),
        ("Mal'ory \\", "'Mal\\'ory \\\\'"),
        ("a\nb", "'a\\nb'"),
        ("\\u0027", "'\\\\' + 'u0027'"),
        (("a", None), "['a', null]"),
        ({"id": "a", "n": 1}, "{id: 'a', n: 1}"),
    ],
)
def test_a_value_is_written_as_a_literal(value: object, text: str) -> None:
    assert literal(value) == text


@given(st.text(st.sampled_from("\\'u\"0027n\n") | st.characters()))
def test_a_text_is_read_as_it_was(text: str) -> None:
    assert _read(literal(text)) == printable(text)


def test_every_line_is_a_comment_or_one_statement() -> None:
    lines = write(affair()).decode().split("\n")[:-1]
    kinds = [line.split(" ", 1)[0] for line in lines]
    assert set(kinds) == {"//", "CREATE", "UNWIND"}
    assert all(line.endswith(";") for line in lines[1:])
    assert kinds.index("UNWIND") > len(kinds) - 1 - kinds[::-1].index("CREATE")


def test_everything_merges_and_every_merged_key_has_a_constraint() -> None:
    text = write(affair()).decode()
    constrained = set(re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE", text))
    merged = set(re.findall(r"MERGE \(\w+:(\w+) \{(\w+): row", text))
    assert merged
    assert merged <= constrained
    assert not re.search(r"^CREATE (?!CONSTRAINT)", text, re.MULTILINE)


def test_many_rows_are_several_statements() -> None:
    events = tuple(contact("Ada Brenn", "Ben Corvel", key=str(number)) for number in range(450))
    lines = write(ExportData("t", events)).decode().split("\n")
    assert sum(line.endswith("MERGE (e:Event {id: row.id}) SET e += row;") for line in lines) == 3
