"""Words of the calendar that stand in no temporal expression, each with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.dates.tokens import Token, runs
from timeline.dates.vocabulary import CORE, KNOWN, Senses, scan
from timeline.language.parse import Parsed, Word
from timeline.model import Span

#: Senses that the parse or the spelling may speak against.
_DOUBTFUL = ("month", "weekday", "season", "year")
_PERIODS = frozenset({"period_end"})


def left_out(parsed: Parsed, read: Iterable[Span]) -> Iterator[tuple[Word, str]]:
    """Yield, in text order, the words that could carry an expression and stand in none of those read."""
    inside = {at for span in read for at in range(span.start, span.end)}
    tokens = {token.start: token for run in runs(parsed) for token in run.tokens}
    for word in parsed.words:
        senses = _senses(word) if word.start not in inside else None
        if senses is not None and word.pos != "AUX":
            yield word, _why(senses, tokens.get(word.start))


def _senses(word: Word) -> Senses | None:
    """Return the senses of a word by which it could carry an expression; figures do so as a year only."""
    entry = KNOWN.get(word.lower) or (None if word.lower.isalpha() else scan(word.lower))
    found = (atom.senses for atom in entry.atoms) if entry is not None and entry.core else ()
    return next((senses for senses in found if "year" in senses or not CORE.isdisjoint(senses)), None)


def _why(senses: Senses, token: Token | None) -> str:
    if token is None:
        return "part of a name that dates nothing"
    lost = next((name for name in _DOUBTFUL if name in senses and name not in token.senses), "")
    if lost:
        return f"no {lost} here, by what it is written and stands with"
    return (
        "no period is known by these words" if CORE & senses.keys() <= _PERIODS else "no rule makes a date of it here"
    )
