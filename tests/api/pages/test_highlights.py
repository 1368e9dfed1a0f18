"""The stretches of an article's page are its text, whole, with every claim's words marked."""

from hypothesis import given
from hypothesis import strategies as st

from api.pages.highlights import paragraphs
from tests.making import article, claim, extraction
from timeline.model import ClaimType, Status

TEXT = "Ada Lorne met Bo Kestrel in May.\n\nShe said it was brief, and that it would not be the last.\nNothing more."


def shown(text: str) -> str:
    return "".join(line for line in text.splitlines() if line.strip())


def test_the_text_is_whole_and_the_claims_are_numbered_in_its_order() -> None:
    told = article(TEXT)
    second = claim(told, "Ada Lorne", kind=ClaimType.STATEMENT, quote="it was brief")
    first = claim(told, "Ada Lorne", "Bo Kestrel", quote="met Bo Kestrel in May", status=Status.DENIED)
    found = paragraphs(extraction(told, second, first), ())
    assert "".join(one.text for paragraph in found for one in paragraph.stretches) == shown(TEXT)
    assert [[note.number for note in paragraph.notes] for paragraph in found] == [[1], [2], []]
    marked = [(one.text, one.kind) for paragraph in found for one in paragraph.stretches if one.kind]
    assert marked == [("met Bo Kestrel in May", "deny"), ("it was brief", "say")]


spans = st.lists(st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 60)), max_size=6)


@given(spans)
def test_overlapping_claims_lose_no_letter_and_each_ends_once(places: list[tuple[int, int]]) -> None:
    told = article(TEXT)
    claims = [
        claim(told, f"Actor {number}", quote=TEXT[start : start + length])
        for number, (start, length) in enumerate(places)
        if TEXT[start : start + length].strip()
    ]
    found = paragraphs(extraction(told, *claims), ())
    assert "".join(one.text for paragraph in found for one in paragraph.stretches) == shown(TEXT)
    ends = [note.number for paragraph in found for one in paragraph.stretches for note in one.ends]
    notes = [note.number for paragraph in found for note in paragraph.notes]
    assert sorted(notes) == list(range(1, len(claims) + 1))
    assert sorted(ends) == sorted(notes)
