"""How kinds, statuses and sources read, and the citation that every item of a file for people carries."""

from __future__ import annotations

from timeline.formats.characters import one_line, web_address
from timeline.formats.wording import day_words
from timeline.model import Citation, ClaimType, Event


def kind_word(kind: ClaimType) -> str:
    """Return a type as words."""
    return kind.value.replace("_", " ")


def sources_words(event: Event) -> str:
    """Return how many independent sources tell of it, and how many copies."""
    copies = event.articles - event.independent
    told = "1 source" if event.independent == 1 else f"{event.independent} independent sources"
    return told + (f", {copies} {'copy' if copies == 1 else 'copies'}" if copies > 0 else "")


def outlet(citation: Citation) -> str:
    """Return who published it and when: "Courier, 2 March 2017"."""
    published = day_words(citation.published) if citation.published else "date of publication not known"
    return f"{one_line(citation.source) or 'source not named'}, {published}"


def citation_line(citation: Citation) -> str:
    """Return a whole citation on one line: words, outlet, day, address, article, its hash and the place in it."""
    evidence = citation.evidence
    parts = [f"“{one_line(evidence.quote)}” {outlet(citation)}"]
    if evidence.attributed_to:
        parts.append("according to " + ", ".join(map(one_line, evidence.attributed_to)))
    if address := web_address(citation.url):
        parts.append(address)
    span = f"characters {evidence.span.start} to {evidence.span.end}"
    parts.append(f"article {one_line(citation.article_id)}, {span}, sha256 {citation.sha256}")
    return "; ".join(parts)
