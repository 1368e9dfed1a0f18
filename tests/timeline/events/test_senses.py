"""The examples and counter-examples of the data files: what each sense must find, and what it must not."""

import pytest

from timeline.extract import extract
from timeline.language.lexicon import read
from timeline.model import CONTACT_TYPES, COUNTED_STATUSES, Article, Claim

_CONTACTS = read("timeline.events", "contacts.toml")
_STATUS = read("timeline.events", "status.toml")


def _contacts(text: str) -> list[Claim]:
    return [c for c in extract(Article("sample", text)).claims if c.type in CONTACT_TYPES]


def _rows(field: str) -> list[tuple[str, object]]:
    return [(row["lemmas"][0], item) for pos in ("verb", "noun") for row in _CONTACTS[pos] for item in row[field]]


@pytest.mark.parametrize(("lemma", "example"), _rows("examples"))
def test_a_sense_finds_its_examples(lemma: str, example: list[str]) -> None:
    text, *names = example
    found = {p.actor.name for c in _contacts(text) for p in c.participants}
    assert set(filter(None, names)) <= found, lemma


@pytest.mark.parametrize(("lemma", "text"), _rows("counter"))
def test_a_sense_leaves_its_counter_examples_alone(lemma: str, text: str) -> None:
    counted = [c for c in _contacts(text) if c.status in COUNTED_STATUSES]
    assert not any(sum(p.actor.named for p in c.participants) > 1 for c in counted), lemma


@pytest.mark.parametrize(
    ("text", "status"), [tuple(row) for part in _STATUS.values() for row in part.get("examples", [])]
)
def test_a_status_class_reads_its_examples(text: str, status: str) -> None:
    assert [str(c.status) for c in _contacts(text)] == [status]
