from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.quotations import find_quotations, quotation_at
from timeline.model import Span


def _paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes” and left.", ["“yes”"]),
        ('He said "yes" and "no."', ['"yes"', '"no."']),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("«Yes», he said.", ["«Yes»"]),
        ("‘We met,’ he said.", ["‘We met,’"]),
        ("'It's late,' he said.", ["'It's late,'"]),
        ("The ministers’ plan isn’t new.", []),
        ("“He told me, ‘go,’ and I went,” she said.", ["“He told me, ‘go,’ and I went,”"]),
        ("“As I said, “never,” I left,” she said.", ["“As I said, “never,” I left,”"]),
        ('"It is late,” he said.', ['"It is late,”']),
        ('"It is late” here, he said.', ['"It is late”']),
        ("He is 6'2\" tall.", []),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, quoted: list[str]) -> None:
    assert [q.span.of(text) for q in find_quotations(text, _paragraphs(text))] == quoted


def test_a_quotation_re_opened_at_each_paragraph_is_a_chain() -> None:
    text = "He said: “One.\n“Two.\n“Three.” Then he left."
    pieces = find_quotations(text, _paragraphs(text))
    assert [q.span.of(text) for q in pieces] == ["“One.", "“Two.", "“Three.”"]
    assert [(q.closed, q.continued) for q in pieces] == [(False, False), (False, True), (True, True)]


def test_a_mark_left_open_by_mistake_does_not_swallow_the_next_quotation() -> None:
    text = "He called it “late and left. “I am tired,” he said."
    assert [q.span.of(text) for q in find_quotations(text, _paragraphs(text))] == ["“I am tired,”"]


def test_the_quotation_of_a_character_is_found() -> None:
    text = "He said “yes” and “no.”"
    quotations = find_quotations(text, _paragraphs(text))
    assert quotation_at(quotations, 0) is None
    assert quotation_at(quotations, text.index("yes")) == quotations[0]
    assert quotation_at(quotations, text.index("and")) is None
    assert quotation_at(quotations, len(text) - 1) == quotations[1]


@given(st.text(alphabet="ab .,\n“”\"'‘’«»`A", max_size=60))
def test_quotations_of_any_text_stand_apart_inside_their_paragraph(text: str) -> None:
    paragraphs = _paragraphs(text)
    found = find_quotations(text, paragraphs)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for quotation in found:
        paragraph = paragraphs[quotation.paragraph]
        assert paragraph.start <= quotation.span.start < quotation.span.end <= paragraph.end
