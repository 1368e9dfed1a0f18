"""Where a text quotes: the outermost quotations of every paragraph, in all the marks that newspapers use.

Curly and straight double marks, doubled single marks ('' and ``), guillemets, and single marks outside of these. A
quotation that runs over several paragraphs, re-opened at each, is a chain of pieces: every piece but the first is
`continued`, every piece but the last is not `closed`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from timeline.language.parse import Parsed
from timeline.model import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A piece of quoted text within one paragraph; `span` includes the marks."""

    span: Span
    paragraph: int
    #: False when the paragraph ends before the quotation does.
    closed: bool = True
    #: Whether it takes up the quotation that the paragraph before left open.
    continued: bool = False
    #: Whether its marks are single ones, which also enclose titles and headline words.
    single: bool = False


#: Opening mark to closing mark; the first three pairs have one mark for both, told apart by their neighbours.
_PAIRS = {'"': '"', "''": "''", "'": "'", "``": "''", "“": "”", "«": "»", "‘": "’", "„": "”"}
_SINGLE = frozenset("'‘")
#: Closing marks of another kind that end a quotation behind its comma or stop all the same.
_MIXED = {'"': "”", "“": '"'}
_OPENS_AFTER = frozenset(" \t\n\xa0\u2009([{-–—/:…")
_WIDEST_SINGLE = 300
#: Every mark that opens or closes a quotation, by its first character.
_MARK = re.compile("[\"'`“”«»‘’„]")


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Return the quotations of the paragraphs, in text order; they do not overlap."""
    found: list[Quotation] = []
    open_before = False
    for number, paragraph in enumerate(paragraphs):
        spans, dangling = _scan(text, paragraph)
        reopened = dangling is not None and number + 1 < len(paragraphs) and _opens(text, paragraphs[number + 1].start)
        for place, (span, single) in enumerate(spans):
            continued = open_before and place == 0 and _starts_paragraph(text, paragraph, span)
            found.append(Quotation(span, number, continued=continued, single=single))
        open_before_now = False
        if dangling is not None and (reopened or _after_stop(text[paragraph.start : dangling])):
            continued = open_before and not spans and _starts_paragraph(text, paragraph, Span(dangling, paragraph.end))
            found.append(Quotation(Span(dangling, paragraph.end), number, closed=False, continued=continued))
            open_before_now = True
        open_before = open_before_now
    return found


@lru_cache(maxsize=1)  # who speaks and what is said ask for the document at hand
def quotations_of(parsed: Parsed) -> tuple[Quotation, ...]:
    """Return the quotations of a parsed text."""
    return tuple(find_quotations(parsed.text, parsed.paragraphs))


def quotation_at(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    """Return the quotation that holds a character, marks included."""
    place = bisect_right(quotations, offset, key=attrgetter("span.start")) - 1
    return quotations[place] if place >= 0 and offset < quotations[place].span.end else None


def _scan(text: str, paragraph: Span) -> tuple[list[tuple[Span, bool]], int | None]:
    """Return the closed quotations of a paragraph, and where one starts that it leaves open."""
    spans: list[tuple[Span, bool]] = []
    at = paragraph.start
    dangling = None
    while (at := _next_mark(text, at, paragraph)) < paragraph.end:
        mark = _opening(text, at, paragraph)
        if not mark:
            at += 1
            continue
        end = _closing(text, at, mark, paragraph)
        if end is not None:
            spans.append((Span(at, end), mark in _SINGLE))
            at = end
        elif mark in _SINGLE:
            at += 1
        else:
            following = _next_opening(text, at + len(mark), mark, paragraph)
            if following is None:
                return spans, at
            at = following
    return spans, dangling


def _next_mark(text: str, at: int, paragraph: Span) -> int:
    """Return where the next character stands that may open or close a quotation, or the end of the paragraph."""
    found = _MARK.search(text, at, paragraph.end)
    return found.start() if found is not None else paragraph.end


def _next_opening(text: str, at: int, mark: str, paragraph: Span) -> int | None:
    """Return where the same mark opens again with a close to it: the one before it was left open by mistake."""
    while (at := text.find(mark, at, paragraph.end)) >= 0:
        if _opening(text, at, paragraph) and _closing(text, at, mark, paragraph) is not None:
            return at
        at += 1
    return None


def _opening(text: str, at: int, paragraph: Span) -> str:
    """Return the mark that opens a quotation here, or ""."""
    mark = text[at : at + 2] if text[at : at + 2] in _PAIRS else text[at]
    if mark not in _PAIRS:
        return ""
    after = at + len(mark)
    if after >= paragraph.end or text[after].isspace():
        return ""
    if mark in {"“", "«", "„", "``"}:
        return mark
    return mark if at == paragraph.start or text[at - 1] in _OPENS_AFTER or text[at - 1] in "“‘\"'" else ""


def _closing(text: str, at: int, mark: str, paragraph: Span) -> int | None:
    """Return the offset behind the mark that closes the one at `at`, or None."""
    close = _PAIRS[mark]
    if mark in _SINGLE:
        return _single_closing(text, at, close, paragraph)
    depth, place = 1, at + len(mark)
    while (place := _next_mark(text, place, paragraph)) < paragraph.end:
        if text.startswith(close, place) and (mark != close or _can_close(text, place, close, paragraph)):
            depth -= 1
            if depth == 0:
                return place + len(close)
            place += len(close)
        elif depth == 1 and text[place] in _MIXED.get(mark, "") and text[place - 1] in ",.?!":
            return place + 1
        elif mark != close and text.startswith(mark, place):
            depth += 1
            place += len(mark)
        else:
            place += 1
    mixed = text.find(_MIXED[mark], at + 1, paragraph.end) if mark in _MIXED else -1
    return mixed + 1 if mixed >= 0 else None


def _can_close(text: str, at: int, close: str, paragraph: Span) -> bool:
    """Whether a mark that serves for both ends closes here: not if it stands before a word and after a space."""
    after = at + len(close)
    return after >= paragraph.end or not (text[at - 1].isspace() and text[after].isalnum())


def _single_closing(text: str, at: int, close: str, paragraph: Span) -> int | None:
    """Return the end of a quotation in single marks: the first that is no apostrophe inside a word."""
    limit = min(paragraph.end, at + _WIDEST_SINGLE)
    place = at + 1
    while (place := text.find(close, place, limit)) >= 0:
        after = place + 1
        ends = after >= paragraph.end or not text[after].isalnum()
        possessive = text[place - 1] in "sS" and after < paragraph.end and text[after] == " "
        if ends and not text[place - 1].isspace() and not (possessive and text.find(close, after, limit) >= 0):
            return after
        place = after
    return None


def _after_stop(before: str) -> bool:
    """Whether a mark behind these words opens a sentence."""
    return not before.strip() or before.rstrip()[-1] in ".?!:,"


def _opens(text: str, at: int) -> bool:
    return text[at] in '"“«„' or text[at : at + 2] in {"''", "``"}


def _starts_paragraph(text: str, paragraph: Span, span: Span) -> bool:
    return not text[paragraph.start : span.start].strip()


@lru_cache(maxsize=1)  # pronouns, corrections and scores ask for the document at hand
def quoted_words(parsed: Parsed) -> frozenset[int]:
    """Return the indexes of words between quotation marks, paragraph by paragraph; an unclosed quotation runs to
    the end of its paragraph."""
    inside: set[int] = set()
    opened, paragraph = False, -1
    for sentence in parsed.sentences:
        if sentence.paragraph != paragraph:
            opened, paragraph = False, sentence.paragraph
        for word in sentence.words:
            if word.text in {'"', "``", "''"}:
                opened = word.text == "``" or not opened
            elif opened:
                inside.add(word.i)
    return frozenset(inside)
