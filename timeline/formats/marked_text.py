"""An article's text as HTML in which what was seen is linked to where it is explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from timeline.explaining import Explanation
from timeline.formats.marks import LETTERS
from timeline.model import Span

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch of the text that something was seen in; of several over one place the first in order is shown."""

    order: int
    span: Span
    #: The class of its mark, and the id of what explains it.
    kind: str
    target: str
    title: str
    #: What stands behind it as a number; "" for none.
    sign: str = ""


def seen_in(explanation: Explanation) -> list[Seen]:
    """Return what is marked: words that carry claims, words of contact and of speech that told none, dates, mentions of
    actors, and what could have been a date or a mention."""
    out = []
    for number, claim in enumerate(explanation.extraction.claims, 1):
        for evidence in claim.evidence:
            if evidence.trigger is not None:
                kind = f"k-claim {LETTERS[claim.status]}"
                title = f"{claim.type.value}, {claim.status.value}"
                out.append(Seen(0, evidence.trigger.span, kind, f"c{number}", title, str(number)))
    for number, sense in enumerate(explanation.senses, 1):
        out.append(Seen(1, sense.span, "k-word", f"s{number}", sense.rule))
    for number, cue in enumerate(explanation.cues, 1):
        out.append(Seen(1, cue.span, "k-word", f"w{number}", cue.rule))
    for number, date in enumerate(explanation.dates, 1):
        out.append(Seen(2, date.expression.span, "k-date", f"d{number}", date.derivation))
    for number, actor in enumerate(explanation.actors, 1):
        name = actor.actor.name
        out += [Seen(3, m.span, "k-who", f"a{number}", f"{name}, {m.form}") for m in actor.mentions]
    for letter, left in (("u", explanation.undated), ("n", explanation.unknown)):
        out += [Seen(4, one.span, "k-none", f"{letter}{number}", one.why) for number, one in enumerate(left, 1)]
    return out


def text_html(text: str, seen: Iterable[Seen]) -> str:
    """Return the text, nothing left out but blank lines; the stretch that begins at a character has its id, `p17`."""
    marks = sorted(seen, key=lambda one: (one.order, one.span, one.target))
    places = [Span(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]
    edges = sorted({edge for span in (*places, *(mark.span for mark in marks)) for edge in (span.start, span.end)})
    at = {edge: number for number, edge in enumerate(edges)}
    over: list[list[Seen]] = [[] for _ in edges]
    for mark in marks:
        for number in range(at[mark.span.start], at[mark.span.end]):
            over[number].append(mark)
    paragraphs = (range(at[place.start], at[place.end]) for place in places)
    return "".join(f"<p>{''.join(_shown(text, edges[n], edges[n + 1], over[n]) for n in p)}</p>\n" for p in paragraphs)


def _shown(text: str, start: int, end: int, over: Sequence[Seen]) -> str:
    return _linked(text[start:end], start, end, over) if over else escape(text[start:end])


def _linked(words: str, start: int, end: int, over: Sequence[Seen]) -> str:
    first = over[0]
    shown = f"<mark>{escape(words)}</mark>" if first.order == 0 else escape(words)
    signs = dict.fromkeys(mark.sign for mark in over if mark.sign and mark.span.end == end)
    shown += f"<sup>{escape(', '.join(signs))}</sup>" if signs else ""
    titles = "; ".join(dict.fromkeys(mark.title for mark in over))
    return f'<a class="{first.kind}" id="p{start}" href="#{first.target}" title="{escape(titles)}">{shown}</a>'
