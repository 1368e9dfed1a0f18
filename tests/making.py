"""Small, readable claims for tests of what comes after extraction: one line a claim, offsets found in the text."""

from __future__ import annotations

from datetime import date

from timeline.dates.uncertain import UncertainDate
from timeline.ids import stable_id
from timeline.model import (
    Actor,
    ActorKind,
    Article,
    Citation,
    Claim,
    ClaimType,
    DateReading,
    Event,
    Evidence,
    Extraction,
    Found,
    Participant,
    Publication,
    Span,
    Stance,
    Statement,
    Status,
    Trigger,
)


def person(name: str) -> Actor:
    """Make a named person whose id is that of the name."""
    return Actor(stable_id("a", "person", name.lower()), name)


def organisation(name: str) -> Actor:
    """Make a named organisation."""
    return Actor(stable_id("a", "org", name.lower()), name, ActorKind.ORG)


def article(
    text: str,
    *,
    published: str | None = "2017-03-02",
    key: str = "",
    source: str = "Courier",
    revised: str | None = None,
) -> Article:
    """Make an article; without a key its id comes from the text."""
    publication = Publication(date.fromisoformat(published), Found.GIVEN, published) if published else Publication()
    changed = date.fromisoformat(revised) if revised else None
    key = key or stable_id("art", text)
    return Article(key, text, source=source, published=publication, title=text[:20], revised=changed)


def claim(
    of: Article,
    *names: str | Actor,
    kind: ClaimType = ClaimType.MEETING,
    status: Status = Status.ASSERTED,
    edtf: str | None = None,
    quote: str = "",
    said: str = "",
    place: str | None = None,
    count: str | None = None,
    stance: Stance = Stance.ASSERTS,
    scope: str | None = None,
) -> Claim:
    """Make a claim about named persons; its quote (the whole text by default) must stand in the article."""
    quote = quote or of.text
    start = of.text.index(quote)
    span = Span(start, start + len(quote))
    word = quote.split()[0]
    trigger = Trigger(Span(start, start + len(word)), word)
    people = tuple(Participant(name if isinstance(name, Actor) else person(name)) for name in names)
    statement = None
    if kind is ClaimType.STATEMENT:
        statement = Statement(people[0].actor, None, trigger, (span,), quote, direct=False, stance=stance, scope=scope)
    reading = DateReading(UncertainDate.parse(edtf), None, None, "given by the test") if edtf else None
    key = stable_id("c", of.version, kind, status, edtf, start, *(p.actor.id for p in people))
    evidence = Evidence(span, quote, trigger, "test", (said,) if said else ())
    return Claim(key, kind, status, people, (evidence,), reading, place, count, statement)


def extraction(of: Article, *claims: Claim) -> Extraction:
    """Put an article and its claims together."""
    return Extraction(of, claims)


def group(phrase: str, of: Article) -> Actor:
    """Make an unnamed plurality, which stays within its article."""
    return Actor(stable_id("a", "group", of.version, phrase), phrase, ActorKind.GROUP, named=False)


def citation(of: Article, told: Claim) -> Citation:
    """Make the citation of a claim's first words."""
    return Citation(
        told.id,
        of.id,
        of.version,
        of.sha256,
        of.source,
        of.url,
        of.title,
        of.published.day,
        told.evidence[0],
        told.confidence.value,
    )


def event(*told: tuple[Article, Claim], title: str = "", independent: int | None = None) -> Event:
    """Make one event of claims, as the first of them tells it; without a title it is named by type and names."""
    first = told[0][1]
    names = ", ".join(actor.name for actor in first.actors)
    citations = tuple(sorted((citation(*one) for one in told), key=lambda one: one.sort_key))
    articles = len({one.article_id for one in citations})
    return Event(
        stable_id("e", *sorted(claim.id for _, claim in told)),
        first.type,
        first.status,
        title or f"{first.type.value}: {names}",
        first.participants,
        first.date,
        first.place,
        first.count,
        first.statement,
        citations,
        articles,
        articles if independent is None else independent,
    )


def contact(
    *names: str | Actor,
    edtf: str | None = None,
    kind: ClaimType = ClaimType.MEETING,
    status: Status = Status.ASSERTED,
    key: str = "",
) -> Event:
    """Make an event told by one article with one sentence of its own."""
    called = " and ".join(name if isinstance(name, str) else name.name for name in names)
    of = article(f"{called} {kind.value} {edtf or 'some day'} {key}".strip())
    return event((of, claim(of, *names, kind=kind, status=status, edtf=edtf)))
