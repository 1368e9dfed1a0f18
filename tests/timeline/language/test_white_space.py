import pytest

from timeline.language.pipeline import parse
from timeline.model import Span

SENTENCE = "The minister met Mr. Viktor Salnik in Brask on Tuesday. She said “no” twice."


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE.replace("Viktor ", "Viktor\n"),
        SENTENCE.replace(" Salnik ", "\r\nSalnik\r\n"),
        SENTENCE.replace(" ", "\n   "),
        SENTENCE.replace(". ", ".  ").replace("on ", "on\xa0\t "),
        "  " + SENTENCE.replace(" ", " \u2003"),
    ],
)
def test_white_space_in_a_paragraph_changes_neither_the_parse_nor_the_offsets(text: str) -> None:
    start = len(text) - len(text.lstrip())
    plain, spaced = parse([(SENTENCE, [Span(0, len(SENTENCE))]), (text, [Span(start, len(text))])])
    assert [(w.text, w.dep, w.head.i) for w in spaced.words] == [(w.text, w.dep, w.head.i) for w in plain.words]
    assert [text[w.start : w.end] for w in spaced.words] == [SENTENCE[w.start : w.end] for w in plain.words]
