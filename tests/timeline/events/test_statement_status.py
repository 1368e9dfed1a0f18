"""Whether a saying was made: the examples of the data file, and claims that show it."""

import pytest

from tests.timeline.events.statement_reading import read as statements
from timeline.events.statement_status import status_of_saying
from timeline.extract import extract
from timeline.language.lexicon import read
from timeline.model import Article, ClaimType

_ROWS = [tuple(row) for part in read("timeline.events", "speech_status.toml").values() for row in part["examples"]]


@pytest.mark.parametrize(("text", "cue", "status"), _ROWS, ids=[row[0] for row in _ROWS])
def test_a_class_of_words_decides_its_examples(text: str, cue: str, status: str) -> None:
    assert (cue, status) in [(r.cue, str(status_of_saying(r.said))) for r in statements(text)]


@pytest.mark.parametrize(
    ("text", "cue", "status"),
    [
        ("“Will it hold? It will not,” said Ilse Brandt.", "said", "asserted"),
        ("“Did I enjoy it? No, not at all,” Brandt said.", "said", "asserted"),
        ("Brandt tried to calm the town by saying that the dam was safe.", "saying", "asserted"),
        ("“We would not stay,” Brandt told the “Lake Hour,” adding that the dam was old.", "adding", "asserted"),
        ("Brandt said that the dam would not hold.", "said", "asserted"),
        ("Weiss left when Brandt said that the dam was old.", "said", "asserted"),
        ("Brandt made no promise to rebuild the bridge.", "promise", "denied"),
        ("Brandt will speak on Friday, warning that the dam is old.", "warning", "planned"),
        ("Brandt was accused of saying that the dam was safe.", "saying", "alleged"),
    ],
)
def test_words_that_are_told_decide_nothing(text: str, cue: str, status: str) -> None:
    assert (cue, status) in [(r.cue, str(status_of_saying(r.said))) for r in statements(text)]


@pytest.mark.parametrize(
    ("text", "cue", "status"),
    [
        ("Brandt denied having said that the dam was old.", "said", "denied"),
        ("Brandt denied ever having promised the town a dam.", "promised", "denied"),
        ("Brandt has denied having asked the council for the money.", "asked", "denied"),
        ("Brandt never said that the dam was old.", "said", "denied"),
        ("Brandt recalled having said that the dam was old.", "said", "asserted"),
        ("Brandt admitted having promised the town a dam.", "promised", "asserted"),
    ],
)
def test_a_denial_of_having_said_it_is_not_the_saying(text: str, cue: str, status: str) -> None:
    assert [str(status_of_saying(r.said)) for r in statements(text) if r.cue == cue] == [status]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brandt denied having said that the dam was old.", ("having said that the dam was old",)),
        ("Brandt denied being told that the dam was old.", ("being told that the dam was old",)),
        ("Brandt denied having met the envoy.", ("having met the envoy",)),
    ],
)
def test_what_is_denied_in_the_perfect_or_the_passive_is_a_denial(text: str, words: tuple[str, ...]) -> None:
    assert words in [r.content for r in statements(text) if r.cue == "denied"]


def test_a_refusal_to_say_is_kept_as_not_said() -> None:
    claims = extract(Article("sample", "Ilse Brandt declined to say whether the dam was safe.")).claims
    found = {c.evidence[0].trigger.text: str(c.status) for c in claims if c.statement and c.evidence[0].trigger}
    assert found == {"declined": "asserted", "say": "denied"}


@pytest.mark.parametrize(
    "text", ["It is hard to say that the dam is safe.", "It is unreasonable to assert that the dam is safe."]
)
def test_what_nobody_is_said_to_say_is_no_statement(text: str) -> None:
    claims = extract(Article("sample", text)).claims
    assert not [c for c in claims if c.type is ClaimType.STATEMENT]
