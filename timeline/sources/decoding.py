"""Which text some bytes are: file signatures, byte order marks, declared and guessed encodings."""

from __future__ import annotations

import codecs
import re

from timeline.sources.problem import BinaryError, EmptyError, EncodingError
from timeline.sources.twice_encoded import mended

#: What the first bytes of well-known kinds of files say.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or a Word, Excel, OpenDocument or EPUB file"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image, a sound or a film"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"WARC/1.", "a WARC archive"),
)
#: Longest first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Encodings that English texts come in when they are not UTF-8, the likelier first.
_LEGACY = ["cp1252", "mac_roman", "cp437", "iso8859_15", "cp1250"]
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1a\x1b") + b"\x7f"
_MOST_CONTROLS = 0.1
#: A guessed encoding is believed below this mess (charset-normalizer's) and above this share of usual characters.
_MOST_MESS = 0.2
_LEAST_USUAL = 0.8
#: What no English text has: a control character, a letter beyond ASCII alone or among its like (they stand in names),
#: a sign inside a word, an apostrophe that no English ending follows. In the right encoding they are something else.
_BEYOND = r"[^\W\d_A-Za-z½¼¾²³¹ªº]"
_UNSOUND = re.compile(
    r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x9f]|"
    rf"(?<![A-Za-z])(?:(?![àÀéÉèÈóÓòÒáÁ]){_BEYOND}|{_BEYOND}{{2,}})(?![A-Za-z])"
    r"|[£€][A-Za-z]"
    r"|[a-z][°£€§©®™½•·][a-z]"
    r"|[a-z]{2}[‘’](?!(?:s|t|d|m|ll|re|ve|em)(?![a-z]))[a-z]"
)
_USUAL = frozenset("‘’“”–—…•·£€§°©®™½\xa0áàâäãåçéèêëíîïñóòôöõøúùûüæœßÁÅÆÇÉÖØÜ")
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096


def byte_order_mark(data: bytes) -> str | None:
    """Return the encoding that the byte order mark at the beginning names, if there is one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes) -> None:
    """Raise BinaryError if the (first) bytes are those of a file that is no text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryError(name)
    if byte_order_mark(data):
        return
    if b"\x00" in data:
        raise BinaryError("a binary file (it holds NUL bytes), or UTF-16 without a byte order mark")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise BinaryError("a binary file (it is full of control characters)")


def declared(data: bytes) -> str | None:
    """Return the encoding that an HTML page declares at its beginning, if Python knows it."""
    match = _DECLARED.search(data, 0, _HEAD)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    # What says "latin-1" on the web is Windows-1252; a declaration that can be read as bytes is not UTF-16.
    return "cp1252" if name in ("iso8859-1", "ascii") else None if name.startswith(("utf-16", "utf-32")) else name


def decode(data: bytes, *, markup: bool = False) -> str:
    """Return the text, mended where it was encoded twice; raises EmptyError, BinaryError or EncodingError."""
    return mended(_decoded(data, markup=markup))


def _decoded(data: bytes, *, markup: bool) -> str:
    if not data.strip():
        raise EmptyError
    refuse_binary(data)
    if mark := byte_order_mark(data):
        return _strictly(data, mark)
    for encoding in ("utf-8", declared(data) if markup else None):
        if encoding:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    _refuse_damaged_utf8(data)
    return _guess(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(f"begins with a {encoding} mark but breaks off being that at byte {error.start}") from None
    if not text.strip():
        raise EmptyError
    return text


def _refuse_damaged_utf8(data: bytes) -> None:
    """Raise EncodingError for UTF-8 with broken bytes in it: guessing would garble what is whole."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    beyond_ascii = sum(1 for char in lenient if char > "\x7f")
    if beyond_ascii > 2 * broken:
        raise EncodingError(f"is damaged UTF-8 (first broken byte at {_first_error(data)})")


def _first_error(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _guess(data: bytes) -> str:
    """Return the text in the likeliest of the old encodings, if it is likely enough in that one."""
    from charset_normalizer import from_bytes

    matches = (from_bytes(data, cp_isolation=[encoding]).best() for encoding in _LEGACY)
    guesses = [
        (round(_usual(str(match)), 2), -likelier, str(match))
        for likelier, match in enumerate(matches)
        if match is not None and match.chaos <= _MOST_MESS and not _UNSOUND.search(str(match))
    ]
    usual, _, text = max(guesses, default=(0.0, 0, ""))
    if usual < _LEAST_USUAL:
        raise EncodingError("is in an encoding that cannot be told")
    return text


def _usual(text: str) -> float:
    """Return the share of characters beyond ASCII that English texts use: quotation marks, dashes, names' accents."""
    beyond = [char for char in text if char > "\x7f"]
    return sum(char in _USUAL for char in beyond) / len(beyond) if beyond else 0.0
