"""Names that a text spells out before their letters: "Citizens for Open Ports in Halm (COPH)"."""

from __future__ import annotations

from timeline.language.name_spans import Names, NameSpan, head_of
from timeline.language.parse import Parsed, Sentence, Word

#: Small words of a name that lend no letter.
_SILENT = frozenset({"of", "for", "and", "&", "the", "on", "in", "to", "at", "against"})
_SHORTEST = 3


def spell_out(names: Names, parsed: Parsed) -> None:
    """Read what stands before letters in brackets as one name, if its words begin with them, and the letters alone as
    that organisation wherever they stand."""
    letters = set[str]()
    for sentence in parsed.sentences:
        for k, word in enumerate(sentence.words):
            full = _before(sentence, k) if _is_bracketed(sentence.words, k) else []
            if full and not any(names.kinds.get(s.form) == "person" for s in _within(names, full)):
                _replace(names, full, sentence)
                letters.add(word.text)
    for text in letters:
        names.kinds[(text,)] = "org"
        _take(names, parsed, text)


def _is_bracketed(words: list[Word], k: int) -> bool:
    text = words[k].text
    inside = 0 < k < len(words) - 1 and words[k - 1].text == "(" and words[k + 1].text == ")"
    return inside and text.isalpha() and text.isupper() and len(text) >= _SHORTEST


def _before(sentence: Sentence, k: int) -> list[Word]:
    """Return the words before the bracket whose first letters are these, [] if there are none."""
    left, at = sentence.words[k].text, k - 2
    while left and at >= 0:
        word = sentence.words[at]
        own = _letters(word)
        if own and left.endswith(own):
            left = left[: -len(own)]
        elif word.lower not in _SILENT:
            return []
        at -= 1
    return [] if left else sentence.words[at + 1 : k - 1]


def _letters(word: Word) -> str:
    """Return what a word lends to the letters: its first, both of "U.S.", none if it is small."""
    bare = word.text.replace(".", "")
    return bare if "." in word.text and bare.isupper() else word.text[0] if word.text[0].isupper() else ""


def _within(names: Names, words: list[Word]) -> list[NameSpan]:
    inside = {w.i for w in words}
    return [s for s in names.spans if inside & {w.i for w in s.words}]


def _replace(names: Names, words: list[Word], sentence: Sentence) -> None:
    parts = _within(names, words)
    names.spans = [s for s in names.spans if s not in parts]
    span = NameSpan(words, [], "ORG", head_of(words), sentence)
    names.spans.append(span)
    names.kinds[span.form] = "org"


def _take(names: Names, parsed: Parsed, text: str) -> None:
    """Add the letters where the tagger took them for no name."""
    covered = {w.i for span in names.spans for w in (*span.titles, *span.words)}
    for sentence in parsed.sentences:
        found = [w for w in sentence.words if w.text == text and w.i not in covered]
        names.spans += [NameSpan([w], [], "ORG", w, sentence) for w in found]
