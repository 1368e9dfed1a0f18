"""How many independent sources there are among articles: a republished or lightly edited story counts once.

Articles have one origin when they are versions of one article, come from one source, or when at least 0.8 of
their five-word shingles are common (Jaccard). The likeness is read from a sketch: the 256 smallest shingle hashes of
a text, exact for texts up to 256 shingles and within some 0.03 of it beyond, so that no full text needs to be at hand.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

SHINGLE = 5
ALIKE = 0.8
_KEPT = 256
#: Texts alike by 0.8 share one of their smallest hashes with all but certainty (0.2 to the power of 16 against it).
_PROBES = 16
_WORD = re.compile(r"\w+")
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63)
_MIX = 0xFF51AFD7ED558CCD


@dataclass(frozen=True, slots=True)
class Origin:
    """What is needed of an article version to tell where its story comes from."""

    article_id: str
    version: str
    source: str
    sketch: bytes


@lru_cache(maxsize=512)
def sketch(text: str) -> bytes:
    """Return the smallest hashes of a text's shingles, ascending, as big-endian 64-bit numbers.

    Case and punctuation do not count; a text shorter than one shingle is one.
    """
    words = _WORD.findall(text.casefold())
    words += [""] * (SHINGLE - len(words))
    numbers = np.fromiter((zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))
    count = len(numbers) - SHINGLE + 1
    hashes = np.zeros(count, np.uint64)
    for place, factor in enumerate(_FACTORS):
        hashes += (numbers[place : place + count] + np.uint64(1)) * np.uint64(factor)
    hashes ^= hashes >> np.uint64(33)
    hashes *= np.uint64(_MIX)
    hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)[:_KEPT].astype(">u8").tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """Return the Jaccard likeness of two sketched texts, from 0 to 1."""
    if one == other:
        return 1.0
    a, b = np.frombuffer(one, ">u8"), np.frombuffer(other, ">u8")
    smallest = np.union1d(a, b)[:_KEPT]
    common = np.intersect1d(a, b, assume_unique=True)
    return float(np.isin(common, smallest, assume_unique=True).sum()) / len(smallest)


def independent(origins: Iterable[Origin]) -> int:
    """Return the number of independent sources among article versions."""
    distinct = sorted(set(origins), key=lambda origin: origin.version)
    if len(distinct) < 2:
        return len(distinct)
    roots = list(range(len(distinct)))
    for one, other in _related(distinct):
        _join(roots, one, other)
    for one, other in _look_alike(distinct):
        if _root(roots, one) != _root(roots, other) and likeness(distinct[one].sketch, distinct[other].sketch) >= ALIKE:
            _join(roots, one, other)
    return len({_root(roots, place) for place in range(len(distinct))})


def _related(origins: Sequence[Origin]) -> Iterable[tuple[int, int]]:
    """Yield pairs of one article id or one (known) source."""
    first: dict[tuple[str, str], int] = {}
    for place, origin in enumerate(origins):
        keys = [("article", origin.article_id)]
        if origin.source:
            keys.append(("source", origin.source.casefold()))
        for key in keys:
            yield first.setdefault(key, place), place


def _look_alike(origins: Sequence[Origin]) -> Iterable[tuple[int, int]]:
    """Yield pairs that may be alike: those that share one of their smallest hashes."""
    sharing: dict[bytes, list[int]] = defaultdict(list)
    for place, origin in enumerate(origins):
        for probe in range(0, min(len(origin.sketch), _PROBES * 8), 8):
            earlier = sharing[origin.sketch[probe : probe + 8]]
            yield from ((other, place) for other in earlier)
            earlier.append(place)


def _root(roots: list[int], place: int) -> int:
    while roots[place] != place:
        roots[place] = roots[roots[place]]
        place = roots[place]
    return place


def _join(roots: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(roots, one), _root(roots, other)))
    roots[high] = low
