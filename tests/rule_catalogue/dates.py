"""The grammar of dates: each form that a rule's docstring names, in a sentence, with what is read of it.

The examples are the quoted words of the docstrings, so that a rule shows itself; only the sentences around them stand
here. Values are read anew each time the page is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType

from tests.rule_catalogue.markdown import Lines, head, plain
from tests.timeline.dates.reading import parsed, read
from timeline.dates import (
    Reading,
    account_rules,
    calendar_rules,
    grammar,
    length_rules,
    period_rules,
    relative_rules,
    week_rules,
)
from timeline.dates.rules import Rule
from timeline.dates.tokens import runs
from timeline.explaining import ReadDate
from timeline.formats.explanation_words import edtf_words
from timeline.model import Span

_TOLD = "They dined on July 9, 2016. They met {}."
_AHEAD = "They will meet {}."
#: The sentence for an example, for a rule's examples, or else "They met ...".
_SENTENCES = {
    "numeric": "The note is dated {}.",
    "3.4.2016": "They met on {}.",
    "iso_month": "The {} report is lost.",
    "month_day": "They met on {}.",
    **dict.fromkeys(("March 3", "Friday, March 3", "Friday night, March 3"), "They will meet on {}."),
    **dict.fromkeys(
        ("month", "fiscal", "quarter", "half", "decades", "centuries", "season", "year"), "They met in {}."
    ),
    **dict.fromkeys(("tomorrow", "tonight", "this coming Friday", "next spring", "a week from Friday"), _AHEAD),
    **dict.fromkeys(
        ("two weeks after March 3", "sometime next year", "early next week", "the week after next"), _AHEAD
    ),
    **dict.fromkeys(("told_unit", "about a year earlier", "several weeks later"), _TOLD),
    **dict.fromkeys(("the previous Friday", "later that day"), _TOLD),
    "day_before": "They dined on July 9, 2016. He called her {}.",
    "the weekend of April 2": "They will meet on {}.",
    "next year's first quarter": "They will meet in {}.",
    **dict.fromkeys(("early March", "late 2015"), "They met in {}."),
    "mid-June": "They will meet in {}.",
    "the end of 2011": "They met at {}.",
    "year_end": "They will meet by {}.",
    "weekend": "They met over {}.",
    "the first week of March": "They will meet in {}.",
    "the last weekend of May 2016": "They met on {}.",
    "the second Tuesday in June": "They will meet on {}.",
    **dict.fromkeys(("Thursday next week", "the Monday after May 3"), "They will meet on {}."),
    **dict.fromkeys(("the Monday of last week", "Tuesday morning this week"), "They met on {}."),
    **dict.fromkeys(("Thanksgiving", "Christmas 2015", "eve"), "They met on {}."),
    "Easter weekend": "They will meet on {}.",
    "the Republican convention in July": "They met at {}.",
    "10 p.m. Wednesday": "They met at {}.",
    "Friday night": "They met on {}.",
    "noon on May 3": "They will meet at {}.",
    "ordinal_day": "They will meet on {} and on Friday.",
    **dict.fromkeys(("length", "half_unit"), "They talked for {}."),
    "18-month": "They agreed on an {} pact.",
    "the near future": "They will meet in {}.",
    "current": "The {} talks failed.",
    **dict.fromkeys(("the_quarter", "full_year", "fiscal_year", "year_ago"), "Profit rose in {}."),
    "the_year": "Profit rose {}.",
    "year-ago": "Profit rose from the {} figure.",
}
_GROUPS: tuple[tuple[str, ModuleType, Sequence[Rule]], ...] = (
    ("", calendar_rules, calendar_rules.CALENDAR.rules),
    ("", relative_rules, relative_rules.RULES),
    ("", week_rules, week_rules.RULES),
    ("", period_rules, period_rules.RULES),
    ("Times of day, and days of the month told", grammar, (grammar.timed, grammar.ordinal_day)),
    ("", length_rules, length_rules.RULES),
    ("", account_rules, account_rules.RULES),
)
#: What several expressions, or words beside one, make of it.
_BESIDE = (
    "They met on Friday.",
    "They will meet on Friday.",
    "They met in September.",
    "They meet in September.",
    "They met around 2010.",
    "They met about ten days ago.",
    "They worked together from March to May 2016.",
    "They met between May 3 and May 5, 2016.",
    "They met on Sept. 24 and 25.",
    "They met on July 30 and August 1, 2016.",
    "They met in October or November.",
    "That evening he called. The next day, July 9, 2016, they met.",
)
_HEAD = """
## Dates

What is read of words for time in an article published on Thursday 2 March 2017: the words in **bold**, as a date in
EDTF and as the value that TIMEX3 gives them, by the rule named. Each rule of the grammar is here with the examples
that its code names (`timeline/dates`); of several expressions in a sentence each has its value, in their order. A
weekday or a day without its year is the last one behind a verb of the past, and the next one behind "will"; a day
of a month that is near on one side of publication and most of a year away on the other is the near one, whatever
the verb, and leaves a contact told as done without a date where it lies ahead. The words that the grammar knows
stand in [words of dates](#words-of-dates), holidays and elections in [named periods](#named-periods). Which of the
dates beside a contact is its own, and what "before" and "since" make of it, is told in [what is
found](extraction.md#dates).
"""


def dates() -> Lines:
    """Yield the forms of expressions, group by group."""
    yield _HEAD
    for name, module, rules in _GROUPS:
        yield from head(name or _topic(module))
        yield from _table(sentence for rule in rules for _, sentence in sentences_of(rule))
    yield from head("Joined, blurred, before or after publication")
    yield from _table(_BESIDE)


def grammar_rules() -> list[Rule]:
    """Return the rules that have a place on the page."""
    return [rule for _, _, rules in _GROUPS for rule in rules]


def sentences_of(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the examples of a rule, each with its sentence."""
    for example in re.findall(r'"([^"]+)"', rule.read.__doc__ or ""):
        sentence = _SENTENCES.get(example) or _SENTENCES.get(rule.read.__name__, "They met {}.")
        yield example, sentence.format(example)


def reads(rule: Rule, example: str, sentence: str) -> bool:
    """Whether a rule itself reads an example, and that is what is read there."""
    place = sentence.rindex(example)
    span = Span(place, place + len(example))
    (reading,) = [found for found in read(sentence) if found.span.overlaps(span)][:1] or [None]
    for run in runs(parsed(sentence)) if reading is not None else ():
        for at, token in enumerate(run.tokens):
            found = rule.read(run, at) if span.start - len("the ") <= token.start < span.end else None
            if found is not None and run.tokens[found.end - 1].end == reading.span.end:
                return True
    return False


def _topic(module: ModuleType) -> str:
    """Return what the first line of a module says its rules are for."""
    line = (module.__doc__ or "").strip().splitlines()[0].rstrip(".")
    topic = line.removeprefix("Rules for ").partition(":")[0]
    return topic[0].upper() + topic[1:]


def _table(found: Iterator[str] | Sequence[str]) -> Lines:
    yield "| words in a sentence | date | TIMEX3 | rule |"
    yield "| --- | --- | --- | --- |"
    for sentence in dict.fromkeys(found):
        readings = read(sentence)
        cells = (
            _marked(sentence, readings),
            _each(edtf_words(ReadDate(reading.expression, "")) for reading in readings),
            _each(reading.expression.timex_value for reading in readings),
            _each(f"`{reading.expression.rule}`" for reading in readings),
        )
        yield f"| {' | '.join(cells)} |"


def _each(values: Iterator[str]) -> str:
    return "; ".join(values)


def _marked(sentence: str, readings: Sequence[Reading]) -> str:
    """Return a sentence with the words that were read in bold."""
    out, at = "", 0
    for reading in readings:
        out += f"{_plain(sentence[at : reading.span.start])}**{_plain(reading.span.of(sentence))}**"
        at = reading.span.end
    return out + _plain(sentence[at:])


def _plain(text: str) -> str:
    """Return text as Markdown shows it, with the spaces at its ends."""
    return text[: len(text) - len(text.lstrip())] + plain(text) + text[len(text.rstrip()) :] if text.strip() else text
