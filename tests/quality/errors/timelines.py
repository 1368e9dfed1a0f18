"""Timelines of an entity against SemEval-2015 Task 4: events missed, with another date, or not annotated.

An event is found if the word that tells it is the annotated one, as the scorer matches them; only dated ones count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.errors.cases import Case, passage
from tests.quality.errors.documents import Document
from timeline.model import Claim, Span

#: Document, sentence and word of a mention, as the annotation names it.
type Place = tuple[str, int, str]
type Row = tuple[int, Any, list[str]]


@dataclass(frozen=True)
class Trial:
    """The documents, and what stands and is read at each word."""

    score: Any
    documents: dict[str, Document]
    #: For every character of a document, in which sentence and word it stands.
    places: dict[str, list[Any]]
    claims: dict[Place, list[Claim]]

    @classmethod
    def of(cls, documents: Iterable[Document], folder: Path, score: Any) -> Trial:
        """Index the claims of the documents by the words that tell them."""
        made = {document.article.id: document for document in documents}
        places = {}
        for file in sorted(folder.glob("*.xml")):
            number, _, sentences = score.cat_sentences(file)
            places[number] = score.detokenise(sentences)[1]
        trial = cls(score, made, places, {})
        for key, document in made.items():
            for claim in document.claims:
                for span in (e.trigger.span for e in claim.evidence if e.trigger):
                    trial.claims.setdefault(trial.place(key, span), []).append(claim)
        return trial

    def place(self, document: str, span: Span) -> Place:
        """Return the word of the annotation that a span begins with."""
        inside = self.places[document][span.start : span.end]
        hit = next((one for one in inside if one), (-1, 0, ""))
        return document, hit[0], hit[2].lower()

    def at(self, place: Place) -> list[Span]:
        """Return where a word of a sentence stands."""
        document, sentence, word = place
        found = [
            i for i, one in enumerate(self.places[document]) if one and one[0] == sentence and one[2].lower() == word
        ]
        return [Span(found[0], found[0] + len(word))] if found else []


def cases(trial: Trial, entity: str, gold: list[Row], events: list[dict[str, Any]]) -> Iterator[Case]:
    """Yield the errors of one entity's timeline."""
    wanted = [(days, [p for mention in mentions for p in _places(trial, mention)]) for _, days, mentions in gold]
    found = [(event, [_told_at(trial, each) for each in event["evidence"]]) for event in events]
    known = {place for _, places in wanted for place in places}
    for days, places in wanted:
        hits = [event for event, told in found if set(told) & set(places)]
        if days is not None and not any(trial.score.interval(event["date"]) == days for event in hits):
            yield _missed(trial, entity, places, days, hits)
    for event, told in found:
        if event["date"] and not known & set(told):
            yield _case(trial, entity, "in the timeline, and not annotated", event["type"], told[:1], None, event)


def _places(trial: Trial, mention: str) -> list[Place]:
    document, sentence, words = trial.score.key(mention)
    if document not in trial.documents:
        return []
    return [(document, sentence, word) for word in words.split("_")]


def _told_at(trial: Trial, evidence: dict[str, Any]) -> Place:
    trigger = evidence.get("trigger") or {"start": 0, "end": 0}
    return trial.place(str(evidence["article"]), Span(trigger["start"], trigger["end"]))


def _missed(trial: Trial, entity: str, places: list[Place], days: Any, hits: list[dict[str, Any]]) -> Case:
    if hits:
        what = "with another date" if hits[0]["date"] else "without a date"
        return _case(trial, entity, f"in the timeline, {what}", hits[0]["type"], places, days, hits[0])
    read = [claim for place in places for claim in trial.claims.get(place, ())]
    if not places:
        return _case(trial, entity, "missed: its article is not among the documents", "", places, days, None)
    if not read:
        return _case(trial, entity, "missed: no deed is read at the word", "", places, days, None)
    dated = next((claim for claim in read if claim.date), None)
    what = "the deed is read, of others" if dated else "the deed is read, without a date"
    return _case(trial, entity, f"missed: {what}", (dated or read[0]).evidence[0].rule, places, days, None)


def _case(
    trial: Trial, entity: str, cause: str, detail: str, places: list[Place], days: Any, event: dict[str, Any] | None
) -> Case:
    annotated = " to ".join(dict.fromkeys(day.isoformat() for day in days)) if days else "nothing dated"
    read = f"{event['type']}, {event['date'] or 'no date'}" if event else "nothing in the timeline"
    claims = [claim for place in places for claim in trial.claims.get(place, ())]
    facts = [("annotated", annotated), ("read", read), *(("claim there", _told(claim)) for claim in claims)]
    shown = []
    for place in places:
        document, spans = trial.documents[place[0]], trial.at(place)
        ours = [
            e.trigger.span
            for c in claims
            for e in c.evidence
            if e.trigger and trial.place(place[0], e.trigger.span) == place
        ]
        shown += [passage(document, s, spans if days else (), ours) for s in document.sentences(*spans)]
    told = f"{entity}: {', '.join(word for _, _, word in places)}"
    return Case(
        cause,
        detail or "no claim",
        1.0,
        places[0][0] if places else "",
        told,
        tuple(facts),
        tuple(dict.fromkeys(shown)),
    )


def _told(claim: Claim) -> str:
    people = ", ".join(f"{p.actor.name} ({p.role})" for p in claim.participants)
    when = f"{claim.date.date.edtf}: {claim.date.derivation}" if claim.date else "no date"
    return f"{claim.type.value} by {claim.evidence[0].rule}, {claim.status.value}, {people or 'nobody'}; {when}"
