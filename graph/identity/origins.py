"""How many independent sources there are among articles: a republished or lightly edited story counts once.

Articles have one origin when they are versions of one article, come from one source or credit one author or agency,
when one tells the matter on the other's word alone, or when at least 0.6 of the shorter one's five-word shingles stand
in the other too: an agency's story that a paper has cut, or put its own paragraphs to. The share is read from a
sketch: the 256 smallest shingle hashes of a text, exact for texts up to 256 shingles and within some 0.05 of it beyond,
so that no full text needs to be at hand.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.identity.credits import is_press, outlet

SHINGLE = 5
#: Stories of one event by two hands have up to 0.1 in common (quotes, names with titles), copies 0.8 and more.
COPIED = 0.6
#: A text of fewer shingles is a line: it is a copy only of its equal.
_LINE = 8
_KEPT = 256
#: A copy shares one of its smallest hashes with all but certainty (0.4 to the power of 16 against it).
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
    #: Whom the article names as its authors (`credits.credits_of`).
    credits: tuple[str, ...] = ()
    #: On whose word alone it tells the matter.
    relies_on: tuple[str, ...] = ()


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


def share(one: bytes, other: bytes) -> float:
    """Return how much of the shorter of two sketched texts stands in the other too, from 0 to 1."""
    if one == other:
        return 1.0
    a, b = np.frombuffer(one, ">u8"), np.frombuffer(other, ">u8")
    if min(len(a), len(b)) < _LINE:
        return 0.0
    # Both sketches are whole up to the lower of their last hashes, where they end for want of room.
    limit = min([sketched[-1] for sketched in (a, b) if len(sketched) == _KEPT], default=None)
    if limit is not None:
        a, b = a[a <= limit], b[b <= limit]
    return len(np.intersect1d(a, b, assume_unique=True)) / min(len(a), len(b))


def same_story(one: str, sketched: bytes, other: str, other_sketched: bytes) -> bool:
    """Whether two article versions, by article id and sketch, print one story."""
    return one == other or share(sketched, other_sketched) >= COPIED


def independent(origins: Iterable[Origin]) -> int:
    """Return the number of independent sources among article versions."""
    distinct = sorted(set(origins), key=lambda origin: origin.version)
    if len(distinct) < 2:
        return len(distinct)
    roots = list(range(len(distinct)))
    for one, other in _related(distinct):
        _join(roots, one, other)
    for one, other in _look_alike(distinct):
        if _root(roots, one) != _root(roots, other) and share(distinct[one].sketch, distinct[other].sketch) >= COPIED:
            _join(roots, one, other)
    return len({_root(roots, place) for place in range(len(distinct))})


def _related(origins: Sequence[Origin]) -> Iterable[tuple[int, int]]:
    """Yield pairs of one article id, or of one hand: the source, the credits, and who is relied on.

    Articles that rely on one name are of one hand when the name is that of the press or of another one of them:
    two papers that both quote the same officials are two sources.
    """
    hands = [{outlet(origin.source), *origin.credits} - {""} for origin in origins]
    known = set().union(*hands)
    first: dict[tuple[str, str], int] = {}
    for place, (origin, own) in enumerate(zip(origins, hands, strict=True)):
        relied = {outlet(name) for name in origin.relies_on}
        own |= {name for name in relied if name in known or is_press(name)}
        for key in [("article", origin.article_id), *(("hand", name) for name in sorted(own))]:
            yield first.setdefault(key, place), place


def _look_alike(origins: Sequence[Origin]) -> Iterable[tuple[int, int]]:
    """Yield pairs that may be alike: one of the smallest hashes of the one is in the sketch of the other."""
    having: dict[bytes, list[int]] = defaultdict(list)
    for place, origin in enumerate(origins):
        for hashed in _hashes(origin, _KEPT):
            having[hashed].append(place)
    for place, origin in enumerate(origins):
        others = {other for hashed in _hashes(origin, _PROBES) for other in having[hashed]}
        yield from ((place, other) for other in sorted(others - {place}))


def _hashes(origin: Origin, most: int) -> Iterable[bytes]:
    return (origin.sketch[start : start + 8] for start in range(0, min(len(origin.sketch), most * 8), 8))


def _root(roots: list[int], place: int) -> int:
    while roots[place] != place:
        roots[place] = roots[roots[place]]
        place = roots[place]
    return place


def _join(roots: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(roots, one), _root(roots, other)))
    roots[high] = low
