"""The JSON that programs rely on: its models, and the one mapping from the words of the domain to it.

The command line and the HTTP interface print what these functions return, through `dump`, so that they give the
same bytes. The pydantic models describe the same keys for OpenAPI; a test holds the two together. Fields may be
added; none is renamed or left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from graph.store.base import ArticleInfo, Contacts, ContactSummary, Meetings, Page, Upserted
from timeline.formats.record import actor_record, citation_record, event_record, participant_record
from timeline.model import Actor, Article, Claim, Event, Evidence, Extraction, Statement, TimeExpression, Trigger

if TYPE_CHECKING:
    from graph.contacts import Tie
    from graph.paths import Hop, Path  # networkx is slow to import, and most commands do without
    from timeline.explaining import Explanation, ReadActor, ReadClaim, ReadCue, ReadNothing, ReadSense

type Json = dict[str, Any]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dump(value: object) -> str:
    """Return canonical JSON: the mapping's own key order, two spaces, every letter as itself, one newline at the end.

    A lone surrogate, which no UTF-8 file may hold, stays an escape.
    """
    return _escaped(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def dump_line(value: object) -> str:
    """Return canonical JSON on one line, for JSON Lines."""
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False)) + "\n"


def _escaped(text: str) -> str:
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def event_json(event: Event) -> Json:
    """Return an event with its evidence."""
    return event_record(event)


def actor_json(actor: Actor) -> Json:
    """Return an actor with its other names and the titles the articles give."""
    return {**actor_record(actor), "named": actor.named, "roles": list(actor.roles)}


def actors_json(page: Page[Actor]) -> Json:
    """Return a page of actors."""
    return {"actors": [actor_json(actor) for actor in page.items], "next": page.next}


def timeline_json(actor: Actor, page: Page[Event]) -> Json:
    """Return an actor's events in time order, undated last."""
    return {"actor": actor_json(actor), **events_json(page)}


def events_json(page: Page[Event]) -> Json:
    """Return a page of events; also the answer of a search."""
    return {"events": [event_json(event) for event in page.items], "next": page.next}


def meetings_json(meetings: Meetings) -> Json:
    """Return who met whom: `contacts` are asserted or alleged; denied, planned, hypothetical ones are not."""
    return {
        "actors": [actor_json(actor) for actor in meetings.actors],
        "contacts": [event_json(event) for event in meetings.contacts],
        "not_contacts": [event_json(event) for event in meetings.not_contacts],
    }


def contacts_json(contacts: Contacts, meetings: Meetings) -> Json:
    """Return whom an actor was in contact with, by the other actor; `citations` holds those of every event named.

    `meetings` are the same actor's, under the same filter: they bring the citations.
    """
    told = {event.id: event for event in (*meetings.contacts, *meetings.not_contacts)}
    named = _once(event for one in (*contacts.contacts, *contacts.not_contacts) for event in one.events)
    return {
        "actor": actor_json(contacts.actor),
        "contacts": [_summary(summary) for summary in contacts.contacts],
        "not_contacts": [_summary(summary) for summary in contacts.not_contacts],
        "citations": {event: [citation_record(c) for c in told[event].citations] for event in named},
    }


def pairs_json(ties: Sequence[Tie]) -> Json:
    """Return who was in contact with whom in a whole store, as `contacts_json` does for one actor."""
    named = {event.id: event for tie in ties for event in tie.events}
    return {
        "pairs": [_pair(tie) for tie in ties if tie.counted],
        "not_contacts": [_pair(tie) for tie in ties if not tie.counted],
        "citations": {event.id: [citation_record(c) for c in event.citations] for event in named.values()},
    }


def _pair(tie: Tie) -> Json:
    return {
        "actors": [actor_json(tie.a), actor_json(tie.b)],
        "kind": tie.kind.value,
        "count": tie.count,
        "first": tie.first,
        "last": tie.last,
        "by_type": dict(tie.by_type),
        "events": [event.id for event in tie.events],
    }


def paths_json(paths: Iterable[Path]) -> Json:
    """Return chains of contacts, each hop with its event."""
    return {"paths": [{"order": path.order.value, "hops": [_hop(hop) for hop in path.hops]} for path in paths]}


def _hop(hop: Hop) -> Json:
    return {"from": actor_json(hop.start), "to": actor_json(hop.end), "event": event_json(hop.event)}


def _summary(summary: ContactSummary) -> Json:
    return {
        "actor": actor_json(summary.actor),
        "count": summary.count,
        "first": summary.first,
        "last": summary.last,
        "by_type": dict(summary.by_type),
        "events": list(summary.events),
    }


def article_json(article: Article, *, with_text: bool = True) -> Json:
    """Return an article version; lists leave the text out."""
    day = article.published.day
    record = {
        "id": article.id,
        "version": article.version,
        "sha256": article.sha256,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "byline": article.byline,
        "published": day.isoformat() if day else None,
        "published_found": article.published.found.value,
        "published_detail": article.published.detail,
        "revised": article.revised.isoformat() if article.revised else None,
        "language": article.language,
    }
    return record | {"text": article.text} if with_text else record


def article_with_claims_json(article: Article, versions: Sequence[Article], events: Sequence[Event]) -> Json:
    """Return an article version, its other versions and the events it tells of."""
    return {
        "article": article_json(article),
        "versions": [article_json(version, with_text=False) for version in versions],
        "events": [event_json(event) for event in events],
    }


def articles_json(page: Page[ArticleInfo]) -> Json:
    """Return a page of article versions, without their texts."""
    listed = [article_json(info.article, with_text=False) | {"claims": info.claims} for info in page.items]
    return {"articles": listed, "next": page.next}


def upserted_json(done: Upserted) -> Json:
    """Return what a batch did, by article version."""
    return {"new": list(done.new), "changed": list(done.changed), "unchanged": list(done.unchanged)}


def extraction_record(extraction: Extraction) -> Json:
    """Return one extraction as a line of `whomet extract --jsonl`: dates and events of one text, in its order."""
    return {
        "id": extraction.article.id,
        "dates": [_time_expression(expression) for expression in extraction.dates],
        "events": [_claim(claim) for claim in extraction.claims],
    }


def explanation_record(explanation: Explanation) -> Json:
    """Return how one article was read: `extraction_record` with derivations, the actors and words behind it, and what
    could have been a date or an actor."""
    record = extraction_record(explanation.extraction)
    dates = [
        {**_time_expression(seen.expression), "derivation": seen.derivation, "events": list(seen.claims)}
        for seen in explanation.dates
    ]
    events = [_explained(read) for read in explanation.claims]
    actors = [_read_actor(actor) for actor in explanation.actors]
    return {
        **record,
        "dates": dates,
        "undated": [*map(_nothing, explanation.undated)],
        "actors": actors,
        "unknown": [*map(_nothing, explanation.unknown)],
        "senses": [*map(_sense, explanation.senses)],
        "cues": [*map(_cue, explanation.cues)],
        "events": events,
    }


def _explained(read: ReadClaim) -> Json:
    claim = read.claim
    said = [{**_evidence(evidence), "attributed_to": list(evidence.attributed_to)} for evidence in claim.evidence]
    score = {"value": claim.confidence.value, "detail": claim.confidence.detail}
    checks = [{"check": check.name, "found": check.found} for check in read.checks]
    return {**_claim(claim), "evidence": said, "confidence": score, "checks": checks}


def _read_actor(read: ReadActor) -> Json:
    mentions = [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "text": mention.text,
            "form": mention.form,
            "why": mention.why,
            "others": list(mention.others),
        }
        for mention in read.mentions
    ]
    return {**actor_json(read.actor), "place": read.place, "press": read.press, "mentions": mentions}


def _sense(sense: ReadSense) -> Json:
    return {
        "start": sense.span.start,
        "end": sense.span.end,
        "text": sense.text,
        "rule": sense.rule,
        "type": sense.type.value,
        "slots": [list(slots) for slots in sense.slots],
        "sides": [list(side) for side in sense.sides],
        "status": sense.status.value if sense.status else None,
        "why": sense.why,
        "events": list(sense.claims),
    }


def _cue(cue: ReadCue) -> Json:
    return {
        "start": cue.span.start,
        "end": cue.span.end,
        "text": cue.text,
        "rule": cue.rule,
        "status": cue.status.value if cue.status else None,
        "why": cue.why,
        "events": list(cue.claims),
    }


def _nothing(read: ReadNothing) -> Json:
    return {"start": read.span.start, "end": read.span.end, "text": read.text, "why": read.why}


def _time_expression(expression: TimeExpression) -> Json:
    return {
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        "edtf": expression.date.edtf if expression.date else None,
        "timex": {"type": expression.timex_type, "value": expression.timex_value},
        "anchor": expression.anchor,
        "rule": expression.rule,
    }


def _claim(claim: Claim) -> Json:
    reading = claim.date
    return {
        "id": claim.id,
        "type": claim.type.value,
        "status": claim.status.value,
        "date": reading.date.edtf if reading else None,
        "date_text": reading.words if reading else None,
        "date_derivation": reading.derivation if reading else None,
        "place": claim.place,
        "count": claim.count,
        "participants": [participant_record(participant) for participant in claim.participants],
        "trigger": _trigger(next((e.trigger for e in claim.evidence if e.trigger), None)),
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "attributed_to": _once(name for evidence in claim.evidence for name in evidence.attributed_to),
        "statement": _claimed_statement(claim.statement) if claim.statement else None,
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
    }


def _claimed_statement(statement: Statement) -> Json:
    span, speaker = statement.speaker_span, statement.speaker
    return {
        "speaker": {
            "name": speaker.name if speaker else None,
            "start": span.start if span else None,
            "end": span.end if span else None,
        },
        "cue": _trigger(statement.cue),
        "content": [{"start": piece.start, "end": piece.end} for piece in statement.content],
        "words": statement.words,
        "direct": statement.direct,
        "channel": statement.channel,
        "stance": statement.stance.value,
        "scope": statement.scope,
    }


def _trigger(trigger: Trigger | None) -> Json | None:
    if trigger is None:
        return None
    return {"start": trigger.span.start, "end": trigger.span.end, "text": trigger.text}


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
