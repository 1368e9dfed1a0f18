"""An explanation as text: dates, actors, words of contact and of speech, claims, each with how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from api.commands.tables import (
    date_text,
    excerpt,
    facts_table,
    participant_text,
    plain,
    plural,
    quote_text,
    quoted,
    status_text,
    titled_table,
)
from timeline.explaining import Explanation, ReadActor, ReadClaim, ReadCue, ReadDate, ReadNothing, ReadSense
from timeline.formats.citing import kind_word
from timeline.formats.explanation_words import (
    actor_words,
    claim_words,
    edtf_words,
    evidence_words,
    mention_words,
    nothing_words,
    outcome_words,
    rule_words,
    sides_words,
    timex_words,
)


def explanation_view(explanation: Explanation) -> Iterator[RenderableType]:
    """Yield how one article was read, part by part."""
    article, claims = explanation.article, explanation.claims
    day = article.published
    yield Text(plain(article.title or article.id), "bold")
    yield Text(f"published {day.day} ({day.found.value})" if day.day else "published on an unknown day", "dim")
    yield _heading(len(explanation.dates), "date")
    yield from _dates(explanation.dates)
    yield from _nothing("Words of the calendar that date nothing", explanation.undated)
    yield _heading(len(explanation.actors), "actor")
    yield from _actors(explanation.actors)
    yield from _nothing("Pronouns that mean nobody known", explanation.unknown)
    yield _heading(len(explanation.senses), "sense", " of words of contact")
    yield from _senses(explanation.senses)
    yield _heading(len(explanation.cues), "word", " of speech")
    yield from _cues(explanation.cues)
    yield _heading(len(claims), "claim")
    for number, read in enumerate(claims, 1):
        yield from _claim(number, read)


def _heading(count: int, word: str, of: str = "") -> Text:
    return Text(f"\n{count} {plural(count, word)}{of}", "bold")


def _dates(dates: Sequence[ReadDate]) -> Iterator[Table]:
    table = titled_table("Words", "Read as", "How")
    for seen in dates:
        how = Text("\n").join([Text(timex_words(seen)), Text(rule_words(seen)), Text(seen.derivation, "dim")])
        table.add_row(Text(quoted(plain(seen.expression.text))), date_text(edtf_words(seen)), how)
    if dates:
        yield table


def _actors(actors: Sequence[ReadActor]) -> Iterator[Table]:
    table = titled_table("Who", "Mentions")
    for read in actors:
        who = Text(plain(read.actor.name), "bold" if read.actor.named else "")
        who.append(f"\n{plain(actor_words(read))}", "not bold dim")
        chain = [
            Text(quoted(excerpt(mention.text))).append(f" {plain(mention_words(mention))}", "dim")
            for mention in read.mentions
        ]
        table.add_row(who, Text("\n").join(chain))
    if actors:
        yield table


def _senses(senses: Sequence[ReadSense]) -> Iterator[Table]:
    table = titled_table("Word", "Who stands where", "What became of it")
    for sense in senses:
        word = Text(quoted(plain(sense.text))).append(f"\n{sense.rule}", "dim")
        became = Text(plain(outcome_words(sense)), "" if sense.status else "dim")
        if sense.status is not None:
            became = Text("\n").join([status_text(sense.status), became])
        table.add_row(word, Text("\n").join(map(Text, map(plain, sides_words(sense)))), became)
    if senses:
        yield table


def _cues(cues: Sequence[ReadCue]) -> Iterator[Table]:
    table = titled_table("Word", "What became of it")
    for cue in cues:
        became = Text(plain(outcome_words(cue)), "" if cue.status else "dim")
        if cue.status is not None:
            became = Text("\n").join([status_text(cue.status), became])
        table.add_row(Text(quoted(plain(cue.text))).append(f"\n{cue.rule}", "dim"), became)
    if cues:
        yield table


def _nothing(title: str, left: Sequence[ReadNothing]) -> Iterator[RenderableType]:
    if left:
        yield Text(f"\n{title}", "bold")
    for why, same in nothing_words(left).items():
        words = ", ".join(quoted(plain(read.text)) for read in same)
        yield Text(f"  {words}").append(f" {why}", "dim")


def _claim(number: int, read: ReadClaim) -> Iterator[RenderableType]:
    claim = read.claim
    names = Text(", ").join(participant_text(p.actor, p.role) for p in claim.participants)
    head = Text(f"\n{number}. {kind_word(claim.type)} ").append_text(status_text(claim.status)).append("  ")
    yield head.append_text(names)
    table = facts_table()
    for name, value in claim_words(read):
        table.add_row(name, plain(value))
    for evidence in claim.evidence:
        quote = Text(quoted(excerpt(evidence.quote))) if len(evidence.quote) > len(excerpt(evidence.quote)) else None
        table.add_row("words", quote or quote_text(evidence))
        table.add_row("", Text(plain(evidence_words(evidence)), "dim"))
    yield table
