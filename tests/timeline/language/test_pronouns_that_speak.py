"""Who "he" and "she" are behind a quotation: the one who spoke last, unless somebody else took over."""

import pytest

from timeline.extract import extract
from timeline.model import Article


def _speakers(text: str) -> list[str | None]:
    claims = [c for c in extract(Article("sample", text)).claims if c.statement is not None]
    return [c.statement.speaker.name if c.statement and c.statement.speaker else None for c in claims]


_ABOUT = "Karl Lund likes to be early. Lund was born in Oslo. Lund is rich. Lund owns a boat.\n\n"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ('Otto Weiss said that Lund would be late.\n\n"He is never on time," he said.', "Otto Weiss"),
        ('"He is early," Otto Weiss said.\n\n"He is rich."\n\n"I know him well," he added.', "Otto Weiss"),
        ('Anna Berg said that Lund would be late.\n\n"He owns a boat," he said.', "Karl Lund"),
        ('"He is early," Otto Weiss said.\n\nThen Lund came in. "I am here," he said.', "Karl Lund"),
        ('Otto Weiss said that Lund had claimed to be early.\n\n"I saw him," he said.', "Otto Weiss"),
    ],
)
def test_a_pronoun_that_speaks_is_the_last_speaker(text: str, last: str) -> None:
    assert _speakers(_ABOUT + text)[-1] == last
