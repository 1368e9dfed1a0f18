"""Parsed texts kept in a folder, so that a change of rules needs no new parse.

One JSON file a text, named by a hash of the text, its paragraphs, the model and the code that reads its output; a file
that cannot be read is parsed anew. Nothing is ever removed: the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from itertools import batched
from pathlib import Path
from typing import Any

from timeline.language.parse import Parsed, Sentence, Word
from timeline.language.pipeline import model_version, parse
from timeline.model import Span

Item = tuple[str, Sequence[Span]]
_BATCH = 32
_FIELDS = ("text", "lemma", "pos", "tag", "dep", "entity", "entity_begins", "start", "end")
#: What decides how the model's output becomes words.
_CODE = ("pipeline.py", "labels.py", "parses.py", "data/lemmas.toml")


def parse_cached(texts: Iterable[Item], folder: Path) -> Iterator[Parsed]:
    """Parse texts as `pipeline.parse` does, reading from the folder what it has and adding what it lacks."""
    folder.mkdir(parents=True, exist_ok=True)
    for items in batched(texts, _BATCH):
        yield from _parse_some(items, folder)


def _parse_some(items: Sequence[Item], folder: Path) -> Iterator[Parsed]:
    files = [folder / f"{_key(text, spans)}.json" for text, spans in items]
    known = [_load(file, item) for file, item in zip(files, items, strict=True)]
    fresh = parse(item for item, parsed in zip(items, known, strict=True) if parsed is None)
    for file, kept in zip(files, known, strict=True):
        if kept is None:
            parsed = next(fresh)
            _save(file, parsed)
            yield parsed
        else:
            yield kept


def to_record(parsed: Parsed) -> dict[str, Any]:
    """Return a parse as plain columns; text and paragraphs are not part of it."""
    words = parsed.words
    columns: dict[str, Any] = {name: [getattr(w, name) for w in words] for name in _FIELDS}
    columns["head"] = [w.head.i for w in words]
    columns["sentences"] = [[s.words[0].i, s.paragraph] for s in parsed.sentences]
    return columns


def from_record(record: dict[str, Any], text: str, paragraphs: Sequence[Span]) -> Parsed:
    """Return the parse that `to_record` made columns of."""
    sentences: list[Sentence] = []
    for i, (_, paragraph) in enumerate(record["sentences"]):
        sentences.append(Sentence(i, paragraph, previous=sentences[-1] if sentences else None))
    starts = {first: sentences[i] for i, (first, _) in enumerate(record["sentences"])}
    words: list[Word] = []
    for i, row in enumerate(zip(*(record[name] for name in _FIELDS), strict=True)):
        word = Word()
        for name, value in zip(_FIELDS, row, strict=True):
            setattr(word, name, value)
        word.i, word.lower, word.children = i, word.text.lower(), []
        word.sentence = starts.get(i) or words[-1].sentence
        word.sentence.words.append(word)
        words.append(word)
    for word, head in zip(words, record["head"], strict=True):
        word.head = words[head]
        if head != word.i:
            word.head.children.append(word)
    return Parsed(text, words, sentences, list(paragraphs))


def _key(text: str, spans: Sequence[Span]) -> str:
    parts = json.dumps([_version(), text, [(s.start, s.end) for s in spans]])
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1)
def _version() -> str:
    code = b"".join(resources.files("timeline.language").joinpath(name).read_bytes() for name in _CODE)
    return f"{model_version()} {hashlib.sha256(code).hexdigest()}"


def _load(file: Path, item: Item) -> Parsed | None:
    try:
        return from_record(json.loads(file.read_bytes()), *item)
    except (OSError, ValueError, KeyError, IndexError):
        return None


def _save(file: Path, parsed: Parsed) -> None:
    part = file.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps(to_record(parsed), separators=(",", ":")), encoding="utf-8")
    part.replace(file)
