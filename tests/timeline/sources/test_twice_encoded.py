"""Text that was encoded twice is mended where bytes are decoded and it is certain, and told of elsewhere."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.sources.making import TEXT, article, page
from timeline.extract import extract
from timeline.model import Article
from timeline.sources import Problem, ProblemKind, read, read_html, read_lines, read_record, read_text
from timeline.sources.twice_encoded import garbled, mended

RIGHT = [
    "“No,” said José García – Ada Holm’s aide.",
    "The café owner José Núñez met Ms Åberg for £5, he said.",
    "He paid 5½ per cent, Ms Ørsted said—at 20 °C…",
    "Žižek met Šárka Łuczak in Gdańsk for €20.",
    "Özil, Ünal and Ähtäri: 3 × 4 • it’s ©",
    "“À bientôt,” said Édouard.",
    "\ufeff\xa0He said 😀.",
    "Ada Holm met Ivo Brandt.",
]
#: Letters and marks side by side that look like what was encoded twice.
LOOKS_LIKE_IT = [
    "CAFÉ’S END",
    "“IRMÃ” is a song",
    "She sang “ROMÃ”, he said.",
    "He said “Â” is a letter.",
    "“voilà”—he left",
    "The score was Ã–",
    "BEYONCÉ® sang",
    "CITROËN® cars",
    "JOSÉ—HE SAID",
    "“D’UNE FÉE”",
    "Nguyễn Văn Â met her",
    "ÀÉ’",
]


def twice(text: str, encoding: str) -> str:
    """Read UTF-8 as another encoding; bytes that Windows-1252 has not are read as Latin-1's."""
    data = text.encode()
    if encoding == "latin-1":
        return data.decode(encoding)
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", RIGHT)
def test_what_was_encoded_twice_is_mended(text: str, encoding: str) -> None:
    assert mended(twice(text, encoding)) == text
    assert mended(twice(twice(text, encoding), "cp1252")) == text


@pytest.mark.parametrize("text", [*RIGHT, *LOOKS_LIKE_IT])
def test_what_is_right_is_left(text: str) -> None:
    assert mended(text) == text
    assert garbled(text) is None


@given(st.text(alphabet=st.sampled_from("aZ é’“”—…Ãâ€œ£\xa0"), max_size=30))
def test_mending_ends_and_mends_all_that_is_certain(text: str) -> None:
    once = mended(text)
    assert mended(mended(mended(once))) == mended(mended(once))


def test_a_sequence_that_may_be_right_is_mended_beside_one_that_is_certain() -> None:
    assert mended("Ã–zil met GuantÃ¡namo’s JosÃ©") == "Özil met Guantánamo’s José"
    assert mended("Ã–zil left") == "Ã–zil left"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_bytes_of_texts_and_pages_are_mended(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(twice(TEXT, encoding), encoding="utf-8")
    (read_one,) = read(path)
    assert article(read_one).text == TEXT
    of_page = article(read_html(twice(page(), "cp1252").encode()))
    assert "“It was a good talk,” the minister said" in of_page.text


def test_evidence_quotes_what_is_stored() -> None:
    text = "José Núñez met Ivo Brandt’s aide Ann Roe on Friday. “We met,” said Núñez."
    of = article(read_text(twice(text, "cp1252").encode()))
    claims = extract(of).claims
    assert {actor.name for claim in claims for actor in claim.actors} >= {"José Núñez", "Ann Roe"}
    for claim in claims:
        assert all(evidence.quote == evidence.span.of(of.text) for evidence in claim.evidence)


def test_text_given_as_text_is_left_and_told() -> None:
    text = "Ann Roe flew to GuantÃ¡namo. She met Ivo Brandt."
    record = json.dumps({"id": "a", "text": text}) + "\n"
    told, read_one = read_lines(io.BytesIO(record.encode()), name="some.jsonl")
    assert article(read_one).text == text == article(read_record({"text": text})).text
    assert isinstance(told, Problem)
    assert told.kind is ProblemKind.GARBLED
    assert str(told) == (
        "some.jsonl, line 1: is read as it is, but was encoded twice ('GuantÃ¡namo.' at character 16), so that names "
        "and quotes have wrong letters; get it from its source again, as UTF-8"
    )


@pytest.mark.parametrize("lost", ["She said â€No.", "The â€� mark stood there.", "ï¿½ stood there.", "SolÃ left her."])
def test_what_lost_a_byte_is_left_and_told(lost: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(lost, encoding="utf-8")
    told, read_one = read(path)
    assert isinstance(told, Problem)
    assert str(told).startswith(f"{path}: is read as it is, but was encoded twice")
    assert isinstance(read_one, Article)
    assert read_one.text == lost
