import pytest

from tests.timeline.sources.making import TEXT
from timeline.sources.decoding import declared, decode, refuse_binary
from timeline.sources.problem import BinaryError, EmptyError, EncodingError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_decoded(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp437", "iso8859_15"])
@pytest.mark.parametrize(
    "text",
    [
        "The café owner José Núñez met Ms Åberg for £5, he said.",
        "Ada Holm met Ivo Brandt’s aide.",
        "“No,” said José García – Ada Holm’s aide.",
        "He met Jose García.",
        "He paid 5½ per cent, Ms Ørsted said.",
    ],
)
def test_an_old_encoding_is_read_as_it_was_meant_or_not_at_all(encoding: str, text: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert decode(data) == text


def test_mac_roman_is_told_from_windows_1252() -> None:
    assert decode(TEXT.encode("mac_roman")) == TEXT


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"One.\r\nTwo.\r") == "One.\r\nTwo.\r"


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a zip archive or a Word"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"met\x00him", "NUL bytes"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"a\x01\x02\x03\x04", "control characters"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, looks_like: str) -> None:
    with pytest.raises(BinaryError, match="not text; save the article as plain text") as caught:
        decode(data)
    assert looks_like in str(caught.value)


@pytest.mark.parametrize("data", [b"", b" \n\t", " \n".encode("utf-16")])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyError):
        decode(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Пётр встретил посла".encode("cp1251"), "cannot be told"),
        (bytes(range(0x80, 0x100)) * 4, "cannot be told"),
        (TEXT.encode() * 2 + b"\xe2\x80 and", f"first broken byte at {2 * len(TEXT.encode())}"),
        ("met".encode("utf-16") + b"\x00", "utf-16 mark"),
        (b"Ada Holm met Ivo Brandt on \xff\xfe\x81 Friday \x9d\x8d\n", "cannot be told"),
        (b"Ada Holm met Ivo Brandt on \x81 Friday.", "cannot be told"),
        ("Ada Holm met Ivo Brandt’s aide on \x81 Friday.".encode("cp1252", "replace") + b"\x8d", "cannot be told"),
    ],
)
def test_what_cannot_be_decoded_is_not_guessed(data: bytes, says: str) -> None:
    with pytest.raises(EncodingError, match="save it as UTF-8") as caught:
        decode(data)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (b'<meta charset="windows-1252">', "cp1252"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b'<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
        (b'<meta charset="utf-16">', None),
        (b'<meta charset="no-such">', None),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_a_page_declares_its_encoding(page: bytes, encoding: str | None) -> None:
    assert declared(page) == encoding


def test_a_declared_encoding_counts_in_pages_only_after_utf8() -> None:
    page = '<meta charset="iso-8859-2"><p>Świę'
    assert decode(page.encode("iso-8859-2"), markup=True) == page
    assert decode(page.encode(), markup=True) == page


def test_a_few_control_characters_are_text() -> None:
    refuse_binary(b"The minister met\x02 the envoy in Brask.")
