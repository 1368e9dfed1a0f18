"""Which paragraphs are not the article: rules for lines, kept as data, and a scorer over paragraphs in a row.

A rule gives a paragraph a role by its words; what is left is prose or a short line. Prose that pleads with the reader
scores by what it pleads with. Then the row decides: a letter to readers goes with the appeal behind it, a masthead
with its lines, and behind what ends an article nothing is the article any more (docs/decisions/0032).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from typing import Any

#: What prose must score to be an appeal by itself, and next to an appeal.
_ALONE, _BESIDE = 4.0, 1.5
#: A masthead is at least so many of its lines in a row; an article is at least so many paragraphs of prose.
_MASTHEAD_LINES = 3
_NEAR = 5
_ARTICLE_PARAGRAPHS = 3
#: So many paragraphs a letter may go on before it pleads, or between two pleas.
_LETTER_PARAGRAPHS = 3
_PROSE_LENGTH = 60
_LONGEST_PITCH = 2000
_STRAIGHT = {
    **dict.fromkeys("‘’‛", "'"),
    **dict.fromkeys(("“", "”", "„", "‟", "''", "``"), '"'),
    "\xa0": " ",
}
_SENTENCE = re.compile(r"[.?!…][\"')\]]*(?:\s|$)")
_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_ADDRESSES = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)


class Role(Enum):
    """What a paragraph is for."""

    PROSE = "prose"
    SHORT = "short"
    FURNITURE = "furniture"
    LETTER = "letter"
    HEADING = "heading"
    END = "end"
    LABEL = "label"
    MASTHEAD = "masthead"


@dataclass(frozen=True, slots=True)
class Rule:
    """A role for the paragraphs, not longer than `longest`, that one of its patterns matches."""

    name: str
    role: Role
    longest: int
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    def takes(self, words: str) -> bool:
        """Whether a paragraph, as `plain` gives it, is one of this rule's."""
        return len(words) <= self.longest and self.pattern.search(words) is not None


@dataclass(frozen=True, slots=True)
class _Pitch:
    weight: float
    most: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Block:
    role: Role
    appeal: float


def plain(paragraph: str) -> str:
    """Return a paragraph's words as rules see them: white space collapsed, quotation marks straight."""
    for mark, instead in _STRAIGHT.items():  # quicker than `translate` by far, as most marks are not there
        paragraph = paragraph.replace(mark, instead)
    return " ".join(paragraph.split())


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the rules for lines, in the order in which they are tried."""
    return tuple(
        Rule(
            rule["name"],
            Role(rule["role"]),
            rule["longest"],
            _any(rule["patterns"]),
            tuple(rule["examples"]),
            tuple(rule["counter_examples"]),
        )
        for rule in _data()["rule"]
    )


@lru_cache(maxsize=1)
def _pitches() -> tuple[_Pitch, ...]:
    return tuple(
        _Pitch(pitch["weight"], pitch.get("most", float("inf")), _any(pitch["patterns"])) for pitch in _data()["pitch"]
    )


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(rule.longest for rule in rules())


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(files("timeline.sources").joinpath("boilerplate.toml").read_text("utf-8"))


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def appeal(words: str) -> float:
    """Return how much a paragraph, as `plain` gives it, pleads with its reader; 0 unless most of its sentences do."""
    own = _QUOTED.sub(" ", words)
    if not _ADDRESSES.search(own):
        return 0.0
    sentences = [sentence for sentence in _SENTENCE.split(own) if sentence.strip()]
    if 2 * sum(any(p.pattern.search(sentence) for p in _pitches()) for sentence in sentences) <= len(sentences):
        return 0.0
    return sum(min(p.most, p.weight * sum(1 for _ in p.pattern.finditer(own))) for p in _pitches())


def role(words: str) -> Role:
    """Return the role of a paragraph, as `plain` gives it."""
    if len(words) <= _longest():
        for rule in rules():
            if rule.takes(words):
                return rule.role
    is_prose = len(words) >= _PROSE_LENGTH and _SENTENCE.search(words)
    return Role.PROSE if is_prose else Role.SHORT


def article_of(paragraphs: Sequence[str]) -> list[bool]:
    """Return for each paragraph of a text whether it is the article."""
    blocks = [_block(paragraph) for paragraph in paragraphs]
    kept = [block.role in (Role.PROSE, Role.SHORT, Role.LABEL, Role.LETTER) for block in blocks]
    for start, end in _appeals(blocks) + _mastheads(blocks) + _lists(blocks):
        kept[start:end] = [False] * (end - start)
    end = _end(blocks)
    kept[end:] = [False] * (len(kept) - end)
    return kept


def _block(paragraph: str) -> _Block:
    words = plain(paragraph[: 4 * _LONGEST_PITCH])
    kind = role(words)
    pleads = kind in (Role.PROSE, Role.SHORT, Role.LETTER) and len(words) <= _LONGEST_PITCH
    return _Block(kind, appeal(words) if pleads else 0.0)


def _appeals(blocks: Sequence[_Block]) -> list[tuple[int, int]]:
    """Return the stretches that plead with the reader: from a letter's opening, or from a paragraph that pleads."""
    found, i = [], 0
    while i < len(blocks):
        if blocks[i].role is Role.LETTER or blocks[i].appeal >= _ALONE:
            patience = _LETTER_PARAGRAPHS if blocks[i].role is Role.LETTER else 0
            end = _appeal_end(blocks, i + 1, patience)
            if any(block.appeal >= _BESIDE for block in blocks[i:end]):
                found.append((_appeal_start(blocks, i), end))
                i = end
                continue
        i += 1
    return found


def _appeal_start(blocks: Sequence[_Block], start: int) -> int:
    """Return where an appeal begins: at the short lines before it that plead, too."""
    while start > 0 and blocks[start - 1].role is Role.SHORT and blocks[start - 1].appeal >= _BESIDE:
        start -= 1
    return start


def _appeal_end(blocks: Sequence[_Block], start: int, patience: int) -> int:
    """Return the end of an appeal: the next prose that does not plead, without the short lines before it.

    A letter may tell of other things before it pleads: so many paragraphs of prose in a row as `patience` says.
    """
    end, told = start, 0
    for i in range(start, len(blocks)):
        if blocks[i].role is Role.PROSE and blocks[i].appeal < _BESIDE:
            told += 1
            if told > patience:
                return end
            continue
        told = 0 if blocks[i].appeal >= _BESIDE else told
        if told:
            continue
        if blocks[i].role is not Role.SHORT or blocks[i].appeal >= _BESIDE:
            end = i + 1
    return end if told else len(blocks)


def _mastheads(blocks: Sequence[_Block]) -> list[tuple[int, int]]:
    """Return the runs without prose that hold enough lines of a masthead, from the first such line to the last."""
    found, labels = [], []
    for i, block in enumerate([*blocks, _Block(Role.PROSE, 0.0)]):
        if block.role is Role.LABEL:
            labels.append(i)
        elif block.role is Role.MASTHEAD:
            labels += [i] * _MASTHEAD_LINES
        elif block.role is Role.PROSE:
            if len(labels) >= _MASTHEAD_LINES:
                found.append((labels[0], labels[-1] + 1))
            labels = []
    return found


def _lists(blocks: Sequence[_Block]) -> list[tuple[int, int]]:
    """Return the headings of other stories, each with the short lines behind it."""
    found = []
    for i, block in enumerate(blocks):
        if block.role is Role.HEADING:
            end = i + 1
            while end < len(blocks) and blocks[end].role not in (Role.PROSE, Role.LETTER):
                end += 1
            found.append((i, end))
    return found


def _end(blocks: Sequence[_Block]) -> int:
    """Return where the article is over, or the number of paragraphs if nothing ends it.

    What ends it counts only behind an article, since the same words stand at the top of a page, too. A masthead by
    itself ends it when most of the prose lies before, an appeal when a masthead follows.
    """
    prose = [i for i, block in enumerate(blocks) if block.role is Role.PROSE and block.appeal < _ALONE]
    if len(prose) < _ARTICLE_PARAGRAPHS:
        return len(blocks)
    first = prose[_ARTICLE_PARAGRAPHS - 1]
    mastheads = [start for start, _ in _mastheads(blocks) if start > first]
    ends = [i for i, block in enumerate(blocks) if block.role is Role.END and i > first]
    ends += [start for start in mastheads if 2 * sum(i > start for i in prose) < len(prose)]
    ends += [a for a, b in _appeals(blocks) if a > first and any(a < start <= b + _NEAR for start in mastheads)]
    return min(ends, default=len(blocks))
