"""How an article was read, as a page in one file: the text with its marks, then what stands behind each of them.

It opens by double click and works without JavaScript; all that comes from outside is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from timeline.explaining import (
    Explanation,
    ReadActor,
    ReadClaim,
    ReadCue,
    ReadDate,
    ReadMention,
    ReadNothing,
    ReadSense,
)
from timeline.formats.characters import one_line, web_address
from timeline.formats.citing import kind_word
from timeline.formats.drawing import SPRITE, event_glyph, glyph
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
from timeline.formats.marked_quote import marked_quote
from timeline.formats.marked_text import seen_in, text_html
from timeline.formats.marks import LETTERS, shape_of
from timeline.formats.page_frame import framed
from timeline.formats.wording import day_words
from timeline.model import Article, Claim, Evidence, Participant, Span, Status

_KEY = (
    '<p class="text marks"><span><a class="k-claim a"><mark>word that carries a claim</mark><sup>1</sup></a></span>'
    '<span><a class="k-claim d">denied</a></span><span><a class="k-claim p">planned</a></span>'
    '<span><a class="k-word">word of contact or of speech, no claim</a></span>'
    '<span><a class="k-date">date</a></span><span><a class="k-who">actor</a></span>'
    '<span><a class="k-none">pronoun of nobody, word of no date</a></span></p>'
)


def write(explanation: Explanation) -> bytes:
    """Write the page."""
    article = explanation.article
    title = one_line(article.title or article.id)
    body = [
        SPRITE,
        f"<header><h1>{escape(title)}</h1>{_about(explanation)}</header>\n<main>",
        *_section("text", "The text", "Every mark leads to what stands behind it.", [_text(explanation)]),
        *_section("claims", "Claims", "Yellow: the word that carries the claim.", _claims(explanation)),
        *_section("senses", "Words of contact", "Each sense, and the check that stopped it.", _senses(explanation)),
        *_section("cues", "Words of speech", "Each, and the check that stopped it.", _cues(explanation)),
        *_section("dates", "Dates", "The source’s words first, our reading beside them.", _dates(explanation)),
        *_section("actors", "Actors", "Every mention, and how it is known who is meant.", _actors(explanation)),
        "</main>\n<footer><p>How whomet read this article; nothing here is stored.</p></footer>",
    ]
    return framed(f"How it was read: {title}", ["page.css", "explanation.css"], body)


def _about(explanation: Explanation) -> str:
    counts = (
        _many(len(explanation.extraction.claims), "claim"),
        _many(len(explanation.dates), "date"),
        _many(len(explanation.actors), "actor"),
    )
    return f'<p class="aka">{_source(explanation.article)}</p><p class="sub">{", ".join(counts)}.</p>'


def _source(article: Article) -> str:
    name = escape(one_line(article.source) or "source not named")
    if address := web_address(article.url):
        name = f'<a href="{escape(address)}" rel="noreferrer">{name}</a>'
    day = article.published.day
    told = f"published {day_words(day)} ({article.published.found.value})" if day else "day of publication not known"
    return f"{name}, {escape(told)}"


def _section(name: str, title: str, about: str, parts: Iterable[str]) -> Iterator[str]:
    yield f'<section class="sec" aria-labelledby="h-{name}"><div class="sec-head"><h2 id="h-{name}">{title}</h2>'
    inside = "\n".join(parts)
    yield f"<p>{about}</p></div>\n{inside}" if inside else '</div>\n<p class="sub">None.</p>'
    yield "</section>"


def _text(explanation: Explanation) -> str:
    return f'{_KEY}<div class="text">\n{text_html(explanation.article.text, seen_in(explanation))}</div>'


def _table(caption: str, heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    inside = "\n".join(rows)
    if inside:
        columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
        yield f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
        yield f"<table><caption>{caption}</caption>"
        yield f"<thead><tr>{columns}</tr></thead><tbody>\n{inside}\n</tbody></table></div>"


def _dates(explanation: Explanation) -> Iterator[str]:
    claims = _numbers(explanation)
    rows = (_date(number, seen, claims) for number, seen in enumerate(explanation.dates, 1))
    yield from _table("Temporal expressions", ("Words", "EDTF", "TIMEX3", "How", "What it dates"), rows)
    yield from _nothing("Words of the calendar that date nothing", "u", explanation.undated)


def _numbers(explanation: Explanation) -> dict[str, int]:
    """Return the number of each claim, by its id."""
    return {claim.id: number for number, claim in enumerate(explanation.extraction.claims, 1)}


def _links(keys: Iterable[str], claims: dict[str, int]) -> str:
    return ", ".join(f'<a href="#c{claims[key]}">claim {claims[key]}</a>' for key in keys if key in claims)


def _date(number: int, seen: ReadDate, claims: dict[str, int]) -> str:
    words = _back(seen.expression.span, seen.expression.text)
    how = f"{escape(seen.derivation)}<br>{escape(rule_words(seen))}"
    timex = escape(timex_words(seen).removeprefix("TIMEX3 "))
    dated = _links(seen.claims, claims) or '<span class="how">nothing</span>'
    return _row(f"d{number}", words, escape(edtf_words(seen)), timex, f'<span class="how">{how}</span>', dated)


def _actors(explanation: Explanation) -> Iterator[str]:
    rows = (_actor(number, read) for number, read in enumerate(explanation.actors, 1))
    yield from _table("Actors and their mentions", ("Who", "Mentions"), rows)
    yield from _nothing("Pronouns that mean nobody known", "n", explanation.unknown)


def _actor(number: int, read: ReadActor) -> str:
    who = f'<b>{escape(read.actor.name)}</b><br><span class="how">{escape(actor_words(read))}</span>'
    return _row(f"a{number}", who, f'<ul class="how">{"".join(map(_mention, read.mentions))}</ul>')


def _mention(mention: ReadMention) -> str:
    return f"<li>{_back(mention.span, mention.text)} {escape(mention_words(mention))}</li>"


def _senses(explanation: Explanation) -> Iterator[str]:
    numbers = _numbers(explanation)
    rows = (_sense(number, sense, numbers) for number, sense in enumerate(explanation.senses, 1))
    return _table("Senses of words of contact", ("Word", "Who stands where", "What became of it"), rows)


def _sense(number: int, sense: ReadSense, claims: dict[str, int]) -> str:
    word = f'{_back(sense.span, sense.text)}<br><span class="how">{escape(sense.rule)}</span>'
    return _row(f"s{number}", word, "<br>".join(map(escape, sides_words(sense))), _became(sense, claims))


def _cues(explanation: Explanation) -> Iterator[str]:
    numbers = _numbers(explanation)
    rows = (_cue(number, cue, numbers) for number, cue in enumerate(explanation.cues, 1))
    return _table("Words of speech", ("Word", "What became of it"), rows)


def _cue(number: int, cue: ReadCue, claims: dict[str, int]) -> str:
    word = f'{_back(cue.span, cue.text)}<br><span class="how">{escape(cue.rule)}</span>'
    return _row(f"w{number}", word, _became(cue, claims))


def _became(read: ReadSense | ReadCue, claims: dict[str, int]) -> str:
    """Return what became of a word, with the claims that rest on it."""
    became = escape(outcome_words(read))
    if read.status is None:
        return became
    links = _links(read.claims, claims)
    return f"{_status(read.status)} {became}{': ' if links else ''}{links}"


def _nothing(title: str, letter: str, left: Sequence[ReadNothing]) -> Iterator[str]:
    """Yield what was not read, by the reason."""
    keys = {id(read): f"{letter}{number}" for number, read in enumerate(left, 1)}
    if left:
        yield f'<p class="sub">{title}:</p><ul class="how">'
    for why, same in nothing_words(left).items():
        words = ", ".join(f'<span id="{keys[id(read)]}">{_back(read.span, read.text)}</span>' for read in same)
        yield f"<li>{words} {escape(why)}</li>"
    if left:
        yield "</ul>"


def _row(key: str, head: str, *cells: str) -> str:
    return f'<tr id="{key}"><th scope="row">{head}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _claims(explanation: Explanation) -> Iterator[str]:
    rows = "".join(_claim(number, read) for number, read in enumerate(explanation.claims, 1))
    if rows:
        yield f"<ol>{rows}</ol>"


def _claim(number: int, read: ReadClaim) -> str:
    claim = read.claim
    sign = event_glyph(claim.status, shape_of(claim.date.date) if claim.date else None)
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in claim_words(read))
    people = ", ".join(map(_participant, claim.participants)) or "nobody known"
    return (
        f'<li class="ev one" id="c{number}">{sign}<div class="when">{_when(claim)}{_status(claim.status)}</div>'
        f"<div><h3>{number}. {escape(kind_word(claim.type).capitalize())}: {escape(people)}</h3>"
        f'{"".join(map(_evidence, claim.evidence))}<dl class="facts">{facts}</dl></div></li>\n'
    )


def _participant(participant: Participant) -> str:
    name, role = participant.actor.name, participant.role
    return name if role == "participant" else f"{name} ({role})"


def _when(claim: Claim) -> str:
    if claim.date is None:
        return '<span class="rd">date not known</span>'
    words = f'<span class="says">“{escape(claim.date.words)}”</span>' if claim.date.words else ""
    return f'{words}<span class="rd">read as {escape(claim.date.date.edtf)}</span>'


def _evidence(evidence: Evidence) -> str:
    trigger = evidence.trigger
    word = f": {_back(trigger.span, trigger.text)}" if trigger is not None else ""
    cite = escape(evidence_words(evidence))
    return f'<blockquote class="qt">{marked_quote(evidence)}<cite>{cite}{word}</cite></blockquote>'


def _status(status: Status) -> str:
    letter = LETTERS[status]
    return f'<span class="st c-{letter}">{glyph(letter)}{status.value.capitalize()}</span>'


def _back(span: Span, words: str) -> str:
    """Return words of the text with the way to where they stand."""
    return f'<a class="says" href="#p{span.start}">“{escape(one_line(words))}”</a>'


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
