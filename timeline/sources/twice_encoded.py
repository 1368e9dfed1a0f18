"""Text that was encoded twice: UTF-8 read as Windows-1252 or Latin-1 and saved as UTF-8 ("â€œYesâ€, "JosÃ©").

Where the bytes of a document are decoded, what can only have been one thing is mended. Text that is given as text stays
as it is, because whoever gave it counts its characters, and what is lost cannot be mended: both are told
(docs/decisions/0105).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.model import Article
from timeline.sources.problem import GarbledError, Problem

#: The byte that a character was made of, in Windows-1252 and, where that has none, in Latin-1.
_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)}
_BYTES |= {char: byte for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore"))}
#: Marks that stand behind an accented letter in texts that are right ("CAFÉ’S", "IRMÃ”").
_MARKS = "‘’“”–—…•‚„†‡‹›"


def _class(low: int, high: int, without: str = "") -> str:
    return f"[{re.escape(''.join(c for c, byte in _BYTES.items() if low <= byte <= high and c not in without))}]"


_NEXT = _class(0x80, 0xBF)
#: What was three or four bytes: general punctuation, currencies, letterlike signs; the mark that opens a file; emoji.
_LONG = rf"â{_class(0x80, 0x84)}{_NEXT}|ï»¿|ð[Ÿ\x9f]{_NEXT}{_NEXT}"
#: With two bytes, the letters and signs of Latin scripts: by themselves, and beside a sequence that is certain.
_CERTAIN = re.compile(rf"[Â-Å]{_class(0x80, 0xBF, _MARKS)}|{_LONG}")
_ANY = re.compile(rf"[Â-Å]{_NEXT}|Ë[†œ\x86\x9c]|Æ[’\x92]|{_LONG}")
#: What is left of a sequence that lost a byte on the way.
_LOST = re.compile(r"â€|ï¿½|(?<=[a-z])Ã")
_WORD = re.compile(r"\S+")
#: Some texts went through it more than once.
_TIMES = 3


def mended(text: str) -> str:
    """Return the text as it was before it was encoded twice; sequences that may be right are left where none is
    certainly wrong."""
    for _ in range(_TIMES):
        if not _CERTAIN.search(text):
            break
        text = _ANY.sub(_decoded, text)
    return text


def _decoded(match: re.Match[str]) -> str:
    return bytes(_BYTES[char] for char in match[0]).decode("utf-8")


def told(read: Article | Problem, name: str, line: int | None = None) -> Iterator[Article | Problem]:
    """Yield what was read, behind a problem that names its first garbled word if it has one."""
    if isinstance(read, Article) and (word := garbled(read.text)):
        yield GarbledError(word[0], word.start()).problem(name, line)
    yield read


def garbled(text: str) -> re.Match[str] | None:
    """Return the first word with a sequence that was encoded twice."""
    found = _CERTAIN.search(text) or _LOST.search(text)
    if found is None:
        return None
    before = text.rfind(" ", 0, found.start()) + 1
    return _WORD.search(text, max(before, found.start() - 40))
