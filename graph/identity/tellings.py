"""What events are made of: a claim, the head of the article version that makes it, and who speaks of it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.identity.credits import credits_of
from graph.identity.origins import sketch
from graph.identity.stances import voices
from timeline.model import Article, Claim, Voice

_UNBOUNDED = 10**7


@dataclass(frozen=True, slots=True)
class Head:
    """What events need of an article version: all but its words."""

    id: str
    version: str
    sha256: str
    source: str
    url: str | None
    title: str
    published: date | None
    #: `origins.sketch` of the words.
    sketch: bytes
    #: `credits.credits_of` the article.
    credits: tuple[str, ...] = ()
    revised: date | None = None

    @classmethod
    def of(cls, article: Article) -> Head:
        """Return an article version's head."""
        return cls(
            article.id,
            article.version,
            article.sha256,
            article.source,
            article.url,
            article.title,
            article.published.day,
            sketch(article.text),
            credits_of(article),
            article.revised,
        )

    @property
    def day(self) -> date:
        """Return the day of this version; one that was revised later replaces it."""
        return self.revised or self.published or date.min


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with the head of the article version that makes it, and the statements of that version that tell it."""

    head: Head
    claim: Claim
    voices: tuple[Voice, ...] = ()


def tellings_of(head: Head, claims: Sequence[Claim]) -> list[Telling]:
    """Return all claims of one article version as tellings."""
    heard = voices(head.version, claims)
    return [Telling(head, claim, heard.get(claim.id, ())) for claim in claims]


def narrowest(telling: Telling) -> tuple[object, ...]:
    """Sort the narrowest, plainest reading first, undated last, then by publication and place in the text."""
    claim = telling.claim
    if claim.date is None:
        return (_UNBOUNDED + 1, False, date.max, date.max, 0, "", *first_told(telling))
    when = claim.date.date
    width = when.width or _UNBOUNDED
    return (width, when.approximate, *when.bounds, len(when.edtf), when.edtf, *first_told(telling))


def first_told(telling: Telling) -> tuple[date, str, str, int, int, str]:
    """Sort by publication, then place in the text."""
    claim, head = telling.claim, telling.head
    first = claim.evidence[0].span
    return head.published or date.max, head.id, head.version, first.start, first.end, claim.id
