"""Answers as tables: the source's own words first, our reading beside them, status as a glyph and a word."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from graph.store.base import Contacts, ContactSummary, Meetings, StoreInfo
from timeline.formats.wording import voices_words
from timeline.model import (
    COUNTED_STATUSES,
    WORDS_ONLY,
    Actor,
    Article,
    Citation,
    Event,
    Evidence,
    Extraction,
    Span,
    Status,
)

if TYPE_CHECKING:
    from graph.contacts import Tie
    from graph.paths import Path

#: One glyph a status, told apart by shape (filled, hollow, crossed, dotted), and by a letter where there are none.
GLYPHS = {
    Status.ASSERTED: ("●", "*"),
    Status.PLANNED: ("○", "o"),
    Status.DENIED: ("⊗", "x"),
    Status.ALLEGED: ("◌", "?"),
    Status.HYPOTHETICAL: ("◌", "?"),
}
_STYLES = {Status.ASSERTED: "", Status.DENIED: "red"}
#: From this width on, the quotes have a column of their own.
_WIDE = 100
_LONGEST_QUOTE = 240
#: Columns of dates are never narrower than half an interval: a day and a slash.
_DATES, _DATE_WIDTH = ("When", "First", "Last"), 12
#: A longer date is an interval of two days.
_LONGEST_DATE = 18
_INNER = str.maketrans({"“": "‘", "”": "’"})
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


class _Console(Console):
    """A console that lets the command line say what a reader who has seen enough means."""

    def on_broken_pipe(self) -> None:
        """Leave it to `api.cli`."""
        raise BrokenPipeError


def console() -> Console:
    """Return the console of standard output; without colours and lines where that is no terminal."""
    return _Console(file=sys.stdout, highlight=False, emoji=False, markup=False)


def show(*parts: RenderableType) -> None:
    """Print the parts of an answer, one below the other."""
    out = console()
    for part in parts:
        out.print(part, soft_wrap=isinstance(part, Text))


def plain(text: str) -> str:
    """Return somebody else's text on one line, without characters that would steer the terminal."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) not in _INVISIBLE)


def excerpt(text: str) -> str:
    """Return a quote as a table shows it: on one line, cut where it is long."""
    text = plain(text)
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def status_text(status: Status) -> Text:
    """Return glyph and word."""
    glyph, letter = GLYPHS[status]
    return Text(f"{drawn(glyph, letter)} {status.value}", _STYLES.get(status, "dim"))


def when_text(event: Event) -> Text:
    """Return the source's words, and below them what we read in them."""
    if event.date is None:
        return Text("no date", "dim")
    words = event.date.words
    reading = date_text(event.date.date.edtf, "" if words is None else "dim")
    if words is None:
        return reading
    return Text("\n").join([Text(quoted(plain(words))), reading])


def date_text(edtf: str, style: str = "", longest: int = _LONGEST_DATE) -> Text:
    """Return a date; an interval on two lines where it is long, so that no column breaks inside a day."""
    return Text(edtf if len(edtf) <= longest else edtf.replace("/", "/\n"), style)


def quoted(words: str) -> str:
    """Return words in quotation marks, those within them single ones."""
    return f"“{words.translate(_INNER)}”"


def who_text(event: Event) -> Text:
    """Return the participants, those with a part of their own with it, and the place."""
    names = [participant_text(p.actor, p.role) for p in event.participants]
    text = Text(", ").join(names) if names else Text("nobody named", "dim")
    if event.count:
        text.append(f"\n{plain(event.count)} times" if event.count.isdigit() else f"\n{plain(event.count)} occasions")
    if event.place:
        text.append(f"\n{plain(event.place)}", "dim")
    return text


def participant_text(actor: Actor, role: str) -> Text:
    """Return a name, and the part it has."""
    text = Text(plain(actor.name), "bold" if actor.named else "")
    return text if role == "participant" else text.append(f" ({role})", "not bold dim")


def words_text(event: Event) -> Text:
    """Return the words the event stands on, those that date it where there are any, with where they were printed,
    and how many others tell of it."""
    if not event.citations:
        return Text()
    words = event.date.words if event.date else None
    first = next((c for c in event.citations if words and words in c.evidence.quote), event.citations[0])
    text = Text(quoted(excerpt(first.evidence.quote))).append(f"\n{source_line(first)}", "dim")
    for line in voices_words(event):
        text.append(f"\n{excerpt(line)}", "italic")
    others = event.independent - 1
    if others > 0:
        text.append(f"\n+ {others} more {plural(others, 'source')}", "dim")
    return text


def source_line(citation: Citation) -> str:
    """Return where words were printed: on whose word, source, day."""
    day = citation.published.isoformat() if citation.published else "day unknown"
    said = "".join(f"{plain(name)}, in " for name in citation.evidence.attributed_to[:1])
    return f"{said}{plain(citation.source or citation.title or citation.article_id)}, {day}"


def events_table(events: Sequence[Event]) -> Table:
    """Return events in the given order."""
    wide = console().width >= _WIDE
    table = titled_table("When", "What", "Who and where", *(["In the source's words"] if wide else []))
    table.columns[0].max_width = 26 if wide else 20
    for event in events:
        what = Text("\n").join([Text(_kind(event)), status_text(event.status)])
        who, words = who_text(event), words_text(event)
        table.add_row(when_text(event), what, *([who, words] if wide else [Text("\n").join([who, words])]))
    return table


def _kind(event: Event) -> str:
    """Return the type in words; where only words between two are told, the word that tells of them ("asked")."""
    told = next((c.evidence.trigger.text for c in event.citations if c.evidence.trigger), "")
    if event.citations and all(c.evidence.rule.startswith(WORDS_ONLY) for c in event.citations):
        return f"words (“{plain(told)}”)"
    return event.type.value.replace("_", " ")


def timeline_view(actor: Actor, events: Sequence[Event]) -> Iterable[RenderableType]:
    """Yield who it is, and the events."""
    yield actor_head(actor, _counted(events))
    if events:
        yield events_table(events)


def _counted(events: Sequence[Event]) -> str:
    """Return how many events there are, what did not take place counted apart."""
    count = sum(event.status in COUNTED_STATUSES for event in events)
    found = f"{count} {plural(count, 'event')}"
    rest = len(events) - count
    return f"{found}, and {rest} not counted (denied, planned or only imagined)" if rest else found


def meetings_view(meetings: Meetings) -> Iterable[RenderableType]:
    """Yield what counts as contact and, apart from it, what does not."""
    who = " and ".join(plain(actor.name) for actor in meetings.actors)
    found = len(meetings.contacts)
    yield Text(f"{who}: {found} {plural(found, 'contact')}", "bold")
    if meetings.contacts:
        yield events_table(meetings.contacts)
    if meetings.not_contacts:
        yield Text("Not counted: denied, planned or only imagined", "bold")
        yield events_table(meetings.not_contacts)


def contacts_view(contacts: Contacts) -> Iterable[RenderableType]:
    """Yield whom an actor was in contact with, most contacts first."""
    found = len(contacts.contacts)
    yield actor_head(contacts.actor, f"in contact with {found}")
    if contacts.contacts:
        yield _summaries(contacts.contacts)
    if contacts.not_contacts:
        yield Text("Not counted: denied, planned or only imagined", "bold")
        yield _summaries(contacts.not_contacts)


def _summaries(summaries: Sequence[ContactSummary]) -> Table:
    table = titled_table("Who", "Contacts", "First", "Last", "Kinds")
    table.columns[1].justify = "right"
    for one in summaries:
        kinds = ", ".join(f"{count} {kind}" for kind, count in one.by_type)
        table.add_row(Text(plain(one.actor.name), "bold"), str(one.count), _day(one.first), _day(one.last), kinds)
    return table


def pairs_view(ties: Sequence[Tie]) -> Iterable[RenderableType]:
    """Yield who was in contact with whom in the whole store, most contacts first, and apart what does not count."""
    counted = [tie for tie in ties if tie.counted]
    yield Text(f"{len(counted)} {plural(len(counted), 'pair')} in contact", "bold")
    if counted:
        yield _pairs(counted)
    if len(counted) < len(ties):
        yield Text("Not counted: denied, planned or only imagined", "bold")
        yield _pairs([tie for tie in ties if not tie.counted])


def _pairs(ties: Sequence[Tie]) -> Table:
    table = titled_table("Who", "With whom", "Contacts", "When", "Kinds")
    table.columns[2].justify = "right"
    for tie in ties:
        kinds = ", ".join(f"{count} {kind}" for kind, count in tie.by_type)
        names = (Text(plain(actor.name), "bold") for actor in (tie.a, tie.b))
        when = [_day(tie.first)] if tie.first == tie.last else [_day(tie.first), _day(tie.last)]
        table.add_row(*names, str(tie.count), Text("\n").join(when), kinds)
    return table


def _day(edtf: str | None) -> Text:
    return date_text(edtf, longest=_DATE_WIDTH) if edtf else Text("–")


def paths_view(start: Actor, end: Actor, paths: Sequence[Path]) -> Iterable[RenderableType]:
    """Yield the ways from one actor to another, contact by contact."""
    if not paths:
        yield Text(f"no contacts lead from {plain(start.name)} to {plain(end.name)} in the order of time")
    for number, path in enumerate(paths, 1):
        way = f" {drawn('→', '->')} ".join(plain(actor.name) for actor in path.actors)
        sure = "in this order" if path.order == "certain" else "possible, the dates do not settle the order"
        yield Text.assemble((f"{number}. {way}", "bold"), f"  ({sure})")
        yield events_table([hop.event for hop in path.hops])


def actors_table(actors: Sequence[Actor]) -> Table:
    """Return actors with their ids."""
    table = titled_table("Who", "Kind", "Also called", "Id")
    for actor in actors:
        aliases = ", ".join(map(plain, actor.aliases))
        table.add_row(Text(plain(actor.name), "bold"), actor.kind.value, aliases, actor.id)
    return table


def actor_head(actor: Actor, found: str) -> Text:
    """Return one line that says who an actor is."""
    text = Text(plain(actor.name), "bold")
    if actor.roles:
        text.append(f", {plain(actor.roles[0])}", "not bold")
    if actor.aliases:
        text.append(f" (also {', '.join(map(plain, actor.aliases))})", "not bold dim")
    return text.append(f": {found}", "not bold")


def info_table(info: StoreInfo) -> Table:
    """Return what a store holds."""
    table = facts_table()
    for name in ("url", "engine", "schema_version", "articles", "versions", "actors", "claims", "events"):
        table.add_row(name.replace("_", " "), str(getattr(info, name)))
    return table


def event_view(event: Event) -> Iterable[RenderableType]:
    """Yield all about an event: how its date was read, who took part as what, and every place that tells of it."""
    yield Text.assemble((plain(event.title), "bold"), "  ", status_text(event.status))
    facts = facts_table()
    facts.add_row("id", event.id)
    facts.add_row("type", _kind(event))
    if event.date is not None:
        facts.add_row("date", when_text(event))
        facts.add_row("read by", plain(event.date.derivation))
        if event.date.stated is not None:
            facts.add_row("words alone", event.date.stated.edtf)
    for participant in event.participants:
        facts.add_row(
            participant.role,
            participant_text(participant.actor, "participant").append(f"  {participant.actor.id}", "not bold dim"),
        )
    if event.place:
        facts.add_row("place", plain(event.place))
    for line in voices_words(event):
        facts.add_row("", excerpt(line))
    facts.add_row("sources", f"{event.independent} independent, {event.articles} {plural(event.articles, 'article')}")
    yield facts
    for citation in event.citations:
        yield Text()
        yield quote_text(citation.evidence)
        yield Text(f"{source_line(citation)} · {citation.article_id} · rule {citation.evidence.rule}", "dim")


def article_view(article: Article, versions: Sequence[Article], events: Sequence[Event]) -> Iterable[RenderableType]:
    """Yield an article version, what it tells, and its text with the evidence marked."""
    yield Text(plain(article.title or article.id), "bold")
    facts = facts_table()
    day = article.published
    facts.add_row("id", plain(article.id))
    facts.add_row("version", f"{article.version} (of {len(versions)})")
    facts.add_row("sha256", article.sha256)
    facts.add_row("source", " ".join(filter(None, (plain(article.source), article.url))))
    facts.add_row("published", f"{day.day} ({day.found.value})" if day.day else "unknown")
    yield facts
    if events:
        yield events_table(events)
    spans = [c.evidence.span for event in events for c in event.citations if c.version == article.version]
    yield _marked(article.text, spans)


def extraction_view(extraction: Extraction) -> Iterable[RenderableType]:
    """Yield what was read from an article that no store holds."""
    article = extraction.article
    yield Text.assemble((plain(article.title or article.id), "bold"), f"  {len(extraction.claims)} claims")
    table = titled_table("When", "What", "Who", "In the source's words")
    for claim in extraction.claims:
        reading = claim.date
        when = Text("no date", "dim") if reading is None else date_text(reading.date.edtf)
        if reading is not None and reading.words is not None:
            when = Text(f"{quoted(plain(reading.words))}\n").append_text(date_text(reading.date.edtf, "dim"))
        what = Text("\n").join([Text(claim.type.value.replace("_", " ")), status_text(claim.status)])
        who = Text(", ").join(participant_text(p.actor, p.role) for p in claim.participants)
        table.add_row(when, what, who, Text(quoted(excerpt(claim.evidence[0].quote))))
    if extraction.claims:
        yield table


def quote_text(evidence: Evidence) -> Text:
    """Return the words behind a claim, the word that expresses it marked."""
    text, trigger, start = evidence.quote, evidence.trigger, evidence.span.start
    if trigger is None or not (start <= trigger.span.start and trigger.span.end <= evidence.span.end):
        return Text(quoted(plain(text)))
    low, high = trigger.span.start - start, trigger.span.end - start
    before, after = (" " * text[:low].endswith(" "), " " * text[high:].startswith(" "))
    parts = (plain(text[:low]) + before, plain(text[low:high]), after + plain(text[high:]))
    said, trigger_words, rest = (part.translate(_INNER) for part in parts)
    return Text.assemble("“", said, (trigger_words, "bold"), rest, "”")


def _marked(text: str, spans: Sequence[Span]) -> Text:
    """Return the text line by line, evidence on yellow."""
    shown = Text("".join(c if c == "\n" or unicodedata.category(c) not in _INVISIBLE else " " for c in text))
    for span in spans:
        shown.stylize("black on yellow", span.start, span.end)
    return shown


def facts_table() -> Table:
    """Return a table of names and values, to be filled."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def titled_table(*columns: str) -> Table:
    """Return a table with these columns, to be filled."""
    from rich import box

    table = Table(box=box.HORIZONTALS if console().is_terminal else box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.show_lines = console().is_terminal
    for column in columns:
        table.add_column(column, overflow="fold", min_width=_DATE_WIDTH if column in _DATES else None)
    return table


def drawn(glyph: str, letter: str) -> str:
    """Return the glyph, or the letter where the terminal cannot show it."""
    try:
        glyph.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return letter
    return glyph


def plural(count: int, word: str) -> str:
    """Return the word for so many."""
    return word if count == 1 else f"{word}s"
