"""Lists of people that semicolons part: "to Roe, the envoy; Secretary Ann Lund; and Otto Weiss of the union".

The model takes what stands behind a semicolon for another clause, and may make its name the root of the sentence.
"""

from __future__ import annotations

from timeline.language.parse import Sentence, Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ANCHORS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "dative", "conj"})
_CLAUSES = frozenset({"relcl", "acl"})
_TWO = 2


def join_listed(sentence: Sentence) -> None:
    """Coordinate the names that begin the parts behind semicolons with the last name before the first of them, if
    every part tells of a person alone and the last begins with "and"."""
    parts = _parts(sentence)
    if len(parts) <= _TWO or parts[-1][0].lower not in {"and", "&"}:
        return
    names = [_name(part) for part in parts[1:]]
    anchor = _anchor(parts[0])
    if anchor is None or any(name is None for name in names):
        return
    for name in names:
        if name is not None and name.head is not anchor:
            _join(name, anchor)


def _parts(sentence: Sentence) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for word in sentence.words:
        if word.text == ";":
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _name(part: list[Word]) -> Word | None:
    """Return the last word of the name that begins a part, after a title of capitals; None for a clause."""
    words = part[1:] if part[0].lower in {"and", "&"} else part
    first = next((k for k, w in enumerate(words) if w.entity == "PERSON" and w.pos == "PROPN"), None)
    if first is None or any(w.text == "," for w in words[:first]) or not words[0].text[0].isupper():
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].entity == "PERSON" and not words[last + 1].entity_begins:
        last += 1
    return None if any(_is_clause(w) for w in words[last + 1 :]) else words[last]


def _is_clause(word: Word) -> bool:
    """Whether a verb makes a part a clause of its own ("; and Ann Roe left"), not one that a relative begins."""
    return word.tag in _FINITE and not any(up.dep in _CLAUSES for up in (word, *word.ancestors()))


def _anchor(part: list[Word]) -> Word | None:
    """Return the person at the end of the part before the first semicolon, whatever is said of him behind a comma."""
    people = [w for w in part if w.entity == "PERSON" and w.pos == "PROPN" and w.dep in _ANCHORS]
    last = people[-1] if people else None
    behind = [w for w in part if last is not None and w.i > last.i]
    return None if any(_is_clause(w) for w in behind) else last


def _join(name: Word, anchor: Word) -> None:
    """Make a name a conjunct of another; if it was the root, the clause that hung on it becomes that."""
    if name.head is name:
        top = next((w for w in (anchor, *anchor.ancestors()) if w.head is name), anchor)
        name.children.remove(top)
        top.head, top.dep = top, "ROOT"
    elif anchor in name.subtree():
        return
    else:
        name.head.children.remove(name)
    name.head, name.dep = anchor, "conj"
    anchor.children = sorted([*anchor.children, name], key=lambda w: w.i)
