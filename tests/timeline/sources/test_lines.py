from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.sources import lines
from timeline.sources.body import paragraphs

WIRE = """BRASK, March 2, 2017 (Norland Press) - The minister of trade met Mr.
Salnik, the ambassador of Norland, in Brask on Tuesday, her office said,
and they spoke for an hour about the harbour treaty.
   "We have nothing to hide," the minister told reporters, among them
one of the Courier, on Wednesday.
   He left.
   The ambassador will return in May.
"""


def words(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in lines.split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("One.\x0cTwo.\u2029Three.", ["One.", "Two.", "Three."]),
        ("\ufeff \xa0\tOne. \u200b\n\t\xa0\n", ["One."]),
        ("", []),
        (" \n\xa0\n", []),
        ("3 Comments\nbrasker99", ["3 Comments", "brasker99"]),
        (
            "The minister met the ambassador of Norland\nin Brask on Tuesday.",
            ["The minister met the ambassador of Norland in Brask on Tuesday."],
        ),
        ("Minister meets envoy\nThey spoke for an hour.", ["Minister meets envoy", "They spoke for an hour."]),
    ],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_wire_copy_is_rejoined_at_its_indents() -> None:
    assert words(WIRE) == [
        (
            "BRASK, March 2, 2017 (Norland Press) - The minister of trade met Mr. Salnik, the ambassador of Norland, "
            "in Brask on Tuesday, her office said, and they spoke for an hour about the harbour treaty."
        ),
        '"We have nothing to hide," the minister told reporters, among them one of the Courier, on Wednesday.',
        "He left.",
        "The ambassador will return in May.",
    ]


def test_wrapped_paragraphs_between_blank_lines_are_one_span_each() -> None:
    text = (
        "Minister meets envoy\r\n\r\nThe minister of trade met the ambassador of Norland on\r\nTuesday. A paper "
        "had it first, and her office\r\nconfirmed it on Wednesday.\r\n\r\nThe Foreign Ministry in Norland would\r\n"
        "Not comment on Thursday, and the embassy gave no word.\r\n"
    )
    assert [span.of(text).count("\n") for span in lines.split(text)] == [0, 2, 1]


def test_lists_keep_their_lines() -> None:
    text = (
        "They agreed on three points, which the ministers signed on Tuesday in Brask:\n1. The harbour.\n2. The silos."
    )
    assert words(text)[1:] == ["1. The harbour.", "2. The silos."]


def test_a_very_long_line_is_cut_at_sentences() -> None:
    text = "The minister met the envoy. She said so. " * 2000
    spans = lines.split(text)
    assert all(span.end - span.start <= lines.LONGEST for span in spans)
    assert all(span.of(text).startswith(("The", "She")) and span.of(text).endswith(".") for span in spans)


def test_a_line_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * 12_345
    assert [(span.start, span.end) for span in lines.split(text)] == [(0, 5000), (5000, 10_000), (10_000, 12_345)]


@given(
    st.text(alphabet=st.sampled_from("aZ.,:?\" '\n\r\t\f\xa0\u2028\u200b-—9é"), max_size=400) | st.text(max_size=200)
)
def test_paragraphs_are_ordered_apart_and_not_blank(text: str) -> None:
    for spans in (tuple(lines.split(text)), paragraphs(text)):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.end <= len(text) and span.of(text) == span.of(text).strip() != "" for span in spans)
    kept = set("".join(span.of(text) for span in lines.split(text)))
    assert all(char in kept for char in text if char.isalnum())
