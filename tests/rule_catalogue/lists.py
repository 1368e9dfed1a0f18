"""Data files of words: every list under its name, with the comment that stands above it in the file.

Long plain lists (given names) are counted and linked: who wants to know whether a word is in one opens the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.rule_catalogue.markdown import Entry, Lines, head, listed, plain, sentences, title

#: Words up to which a list is shown whole.
LONG = 120
#: What the examples of a table stand under.
_EXAMPLES, _COUNTER = "examples", "counter"
_TABLE = re.compile(r"\[+([^\]]+)\]+ *(#.*)?$")
_KEY = re.compile(r'"?([\w.,\' &-]+?)"? *=')


@dataclass(frozen=True)
class WordFile:
    """A file of words: its heading, path from the root, and the tables whose keys are words as well."""

    name: str
    path: str
    told: str
    by_word: frozenset[str] = frozenset()


def word_file(root: Path, file: WordFile) -> Lines:
    """Yield what a file holds."""
    text = (root / file.path).read_text(encoding="utf-8")
    yield from title(file.name, file.path, file.told)
    yield from _table("", tomllib.loads(text), comments(text), file)


def comments(text: str) -> dict[str, str]:
    """Return the comments of a file by the dotted name of what they stand above; below the head of a table they are
    the table's."""
    found: dict[str, str] = {}
    pending: list[str] = []
    table, at_head = "", False
    for line in text.splitlines():
        if line.startswith("#"):
            pending.append(line.lstrip("#: "))
            if at_head:
                found[table] = " ".join((found.get(table, ""), pending.pop())).strip()
        elif made := _TABLE.match(line):
            table, at_head = made[1].strip("[]"), True
            found[table] = " ".join(pending)
            pending = []
        else:
            at_head = False
            if key := _KEY.match(line):
                found[f"{table}.{key[1]}".lstrip(".")] = " ".join(pending)
            pending = []
    return {name: told for name, told in found.items() if told}


def _table(name: str, data: Entry, told: Mapping[str, str], file: WordFile) -> Lines:
    """Yield a table's lists, then the tables within it, then its sentences."""
    if name and (name in told or name in file.by_word or any(isinstance(v, list) for v in data.values())):
        yield from head(name.replace("_", " "))
        if name in told:
            yield plain(told[name])
    if name in file.by_word:
        yield from _counted("words", [_pair(key, value) for key, value in data.items()], file)
        return
    for key, value in data.items():
        if isinstance(value, list) and key not in {_EXAMPLES, _COUNTER}:
            about = told.get(f"{name}.{key}".lstrip("."), "")
            yield f"\n{plain(about)}" if about else ""
            yield from _counted(key.replace("_", " "), list(map(_word, value)), file)
    yield from sentences(data.get(_EXAMPLES, ()), data.get(_COUNTER, ()))
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _table(f"{name}.{key}".lstrip("."), value, told, file)


def _counted(name: str, words: list[str], file: WordFile) -> Lines:
    """Yield a list, or how many words it has."""
    if len(words) <= LONG:
        yield from listed(name, words)
    else:
        yield f"\n{name}: {len(words)}, from {plain(words[0])} to {plain(words[-1])}: [the list](../{file.path})"


def _word(value: object) -> str:
    """Return an entry of a list: a word, or a value with the forms that have it, or words that are alike."""
    if isinstance(value, str):
        return value
    assert isinstance(value, list)
    first, *forms = value
    if not isinstance(first, str):
        return " = ".join([*forms, "" if first is True else str(first)]).removesuffix(" = ")
    return " = ".join(dict.fromkeys(map(str, value)))


def _pair(key: str, value: Any) -> str:
    """Return a word with what it stands for."""
    words: Iterable[str] = [value] if isinstance(value, str) else value
    return " = ".join([key, *(word for word in words if word != key)])
