"""The paragraphs of a text by its lines: hard-wrapped lines are rejoined, very long paragraphs cut at sentences.

Some texts hold one paragraph a line, others (wire copy, e-mail) break lines at some column and part paragraphs by
blank lines or by indenting the first line. Which it is shows in the lines: where they are broken for width, the next
line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import Span

#: What ends a line, and what is trimmed from its ends beside that.
_BREAKS = "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = " \t\xa0\u1680\u202f\u205f\u3000\ufeff\u2060\xad\x00\x1f" + "".join(map(chr, range(0x2000, 0x2010)))
_LINE = re.compile(rf"[^{_BREAKS}]+|\r\n|[{_BREAKS}]")
_ENDS_SENTENCE = re.compile(r"[.?!:…]['\"”’)\]]*$")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Sr|Jr|vs|No|Inc|Co|Corp|Ltd|[A-Z])\.$"
)
_BULLET = re.compile(r"(?:[•·▪◦‣●■*]|\d{1,2}[.)])\s")
#: The widest column at which texts are broken by hand or machine, and the narrowest.
_WIDEST, _NARROWEST = 120, 45
#: A line that is broken off in mid-sentence is at least so long; what is shorter is a label.
_SHORTEST = 30
_MOSTLY = 0.6
#: A paragraph is cut, at the last sentence end before it, so that no parser's limit is met.
LONGEST = 5000
_SENTENCE_END = re.compile(r"[.?!]['\"”’)\]]*\s+(?=['\"“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    #: Whether a blank line, or the beginning of the text, stands before it.
    apart: bool


def split(text: str) -> list[Span]:
    """Return the paragraphs, trimmed, none blank, in order."""
    lines = _lines(text)
    margin = min((line.indent for line in lines), default=0)
    column = _wrap_column(lines, margin)
    spans: list[Span] = []
    start = 0
    for i, line in enumerate(lines):
        if i + 1 < len(lines) and _goes_on(line, lines[i + 1], column, margin):
            continue
        spans.extend(_pieces(text, lines[start].start, line.end))
        start = i + 1
    return spans


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    apart, ends = True, 0
    for match in _LINE.finditer(text):
        raw = match[0]
        trimmed = raw.strip(_BLANKS)
        if raw[0] in _BREAKS:
            ends += 1
            apart = apart or ends > 1 or raw in "\f\u2029"
        elif trimmed:
            indent = raw.index(trimmed[0])
            start = match.start() + indent
            lines.append(_Line(start, start + len(trimmed), trimmed, indent, apart))
            apart, ends = False, 0
    return lines


def _wrap_column(lines: Sequence[_Line], margin: int) -> int | None:
    """Return the column at which the text's lines are broken, or None for a text of one paragraph a line."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart and b.indent == margin]
    if not pairs:
        return None
    widths = sorted(len(line.text) + line.indent for pair in pairs for line in pair)
    column = widths[int(len(widths) * 0.95)] if len(widths) > 20 else widths[-1]
    if not _NARROWEST <= column <= _WIDEST:
        return None
    full = sum(_is_full(a, b, column) for a, b in pairs)
    return column if full >= _MOSTLY * len(pairs) else None


def _is_full(line: _Line, following: _Line, column: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    first = following.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(first) > column


def _goes_on(line: _Line, following: _Line, column: int | None, margin: int) -> bool:
    """Whether the paragraph of a line goes on in the next one."""
    if following.apart:
        return False
    open_ended = not _ENDS_SENTENCE.search(line.text) or bool(_ABBREVIATION.search(line.text))
    if open_ended and following.text[0].islower() and len(line.text) >= _SHORTEST:
        return True
    if column is None or following.indent > line.indent or _BULLET.match(following.text):
        return False
    if _is_full(line, following, column):
        return True
    return open_ended and following.indent == margin and len(line.text) >= _MOSTLY * column


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a paragraph, in pieces of at most `LONGEST` characters."""
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to cut: after the last sentence before the limit, else after its last space, else at it."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start + LONGEST // 2, limit)]
    if ends:
        return ends[-1]
    space = max(text.rfind(char, start + LONGEST // 2, limit) for char in " \n\t\xa0")
    return space + 1 if space >= 0 else limit


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if kept := piece.strip(_BLANKS + _BREAKS):
        start += piece.index(kept[0])
        yield Span(start, start + len(kept))
