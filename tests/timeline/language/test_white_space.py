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


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE.replace("minister", "mini\xadster"),
        SENTENCE.replace("met ", "met\x1b \u202e"),
        SENTENCE.replace("Viktor", "\u200bVik\u200btor\u2060"),
        SENTENCE.replace(" Brask", "\x02 \ufeff Brask\x07"),
    ],
)
def test_characters_that_show_nothing_change_neither_the_parse_nor_the_offsets(text: str) -> None:
    plain, strange = parse([(SENTENCE, [Span(0, len(SENTENCE))]), (text, [Span(0, len(text))])])
    assert [(w.text, w.dep, w.head.i) for w in strange.words] == [(w.text, w.dep, w.head.i) for w in plain.words]
    for word, same in zip(strange.words, plain.words, strict=True):
        shown = "".join(c for c in text[word.start : word.end] if c.isprintable() and c != "\xad")
        assert shown == SENTENCE[same.start : same.end]


@pytest.mark.parametrize("row", ['"' * 400, "(" * 400, "-=" * 200, "." * 401])
def test_a_long_row_of_marks_is_read_as_a_short_one(row: str) -> None:
    text = f"He met her. {row} She left."
    (parsed,) = parse([(text, [Span(0, len(text))])])
    assert [text[w.start : w.end] for w in parsed.words[-3:]] == ["She", "left", "."]
    assert len(parsed.words) < 30


def test_a_paragraph_without_letters_has_no_words() -> None:
    text = "* * * ----"
    (parsed,) = parse([(text, [Span(0, len(text))])])
    assert (parsed.words, parsed.sentences) == ([], [])
