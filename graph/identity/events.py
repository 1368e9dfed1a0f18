"""Which events claims tell of, and what is known of each: its days, who took part, who told of it.

`blocks` says which claims may tell of one event, `clusters` which do. An event's id is a hash of its block and the
days common to its claims: another article that tells the same, or less precisely, leaves the id as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from graph.identity.actors import union
from graph.identity.blocks import block_of, part_of, who
from graph.identity.clusters import clusters
from graph.identity.origins import Origin, independent
from graph.identity.stances import strength
from graph.identity.tellings import Head, Telling, narrowest, tellings_of
from graph.identity.titles import title
from timeline.ids import stable_id
from timeline.model import (
    WORDS_ONLY,
    Article,
    Citation,
    Claim,
    DateReading,
    Event,
    Participant,
    Span,
    Statement,
    Status,
    Voice,
)

__all__ = ["Head", "Telling", "block_of", "derive", "derive_block", "event_of", "tellings_of", "told"]

#: Roles from the most specific on; the plain participant says least.
_ROLES = (
    "witness",
    "body",
    "questioner",
    "sender",
    "recipient",
    "speaker",
    "addressee",
    "agent",
    "patient",
)
_ROLE_RANK = {role: rank for rank, role in enumerate(_ROLES)} | {"participant": len(_ROLES) + 1}


def derive(claims: Iterable[tuple[Article, Claim]], silent: Iterable[Article] = ()) -> list[Event]:
    """Return the events that claims tell of, in the order of events, whatever the order of the claims.

    What an article told in a version that was revised later, it tells no more; `silent` are versions of which
    there are no claims.
    """
    heads: dict[str, Head] = {article.version: Head.of(article) for article in silent}
    told_in: dict[str, list[Claim]] = defaultdict(list)
    for article, claim in claims:
        if article.version not in heads:
            heads[article.version] = Head.of(article)
        told_in[article.version].append(claim)
    latest: dict[str, date] = {}
    for head in heads.values():
        latest[head.id] = max(latest.get(head.id, date.min), head.revised or date.min)
    standing = [head for head in heads.values() if head.day >= latest[head.id]]
    return derive_tellings(telling for head in standing for telling in tellings_of(head, told_in[head.version]))


def derive_tellings(tellings: Iterable[Telling]) -> list[Event]:
    """Return the events of tellings, in the order of events."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        blocks[block_of(telling.claim)].append(telling)
    events = [event for block, members in blocks.items() for event in derive_block(block, members)]
    return sorted(events, key=lambda event: event.sort_key)


def derive_block(block: str, tellings: Sequence[Telling]) -> list[Event]:
    """Return the events of one block's claims (each once, however often it is given)."""
    return [event for event, _ in told(block, tellings)]


def told(block: str, tellings: Iterable[Telling]) -> list[tuple[Event, list[Telling]]]:
    """Return the events of one block's claims, each with those that tell of it, the narrowest first."""
    distinct = {telling.claim.id: telling for telling in tellings}.values()
    return [(event_of(block, cluster), cluster) for cluster in clusters(sorted(distinct, key=narrowest))]


def event_of(block: str, tellings: Sequence[Telling], sources: int | None = None) -> Event:
    """Build the event of one cluster, the narrowest claim first; counts its independent sources unless they are
    known already."""
    claims = [telling.claim for telling in tellings]
    reading = _date(claims)
    kind, status = claims[0].type, _status(tellings)
    participants, statement = _participants(claims), _statement(claims)
    told_by = [evidence for claim in claims for evidence in claim.evidence]
    heads = {telling.head.version: telling.head for telling in tellings}
    days = (reading.date.earliest, reading.date.latest) if reading else ("undated",)
    return Event(
        stable_id("e", block, *_of_status(claims), *part_of(tellings), *days),
        kind,
        status,
        title(kind, status, participants, statement, told_by, words_only=_words_only(claims)),
        participants,
        reading,
        _place(claims),
        _count(claims),
        statement,
        _citations(tellings),
        len({head.id for head in heads.values()}),
        independent(_origins(tellings)) if sources is None else sources,
        _voices(tellings),
    )


def _origins(tellings: Sequence[Telling]) -> list[Origin]:
    """Return what tells where each article version has the matter from; it relies on whom all its quotes name."""
    heads = {telling.head.version: telling.head for telling in tellings}
    named: dict[str, list[set[str]]] = defaultdict(list)
    for telling in tellings:
        named[telling.head.version] += [set(evidence.attributed_to) for evidence in telling.claim.evidence]
    return [
        Origin(
            head.id, head.version, head.source, head.sketch, head.credits, tuple(sorted(set.intersection(*named[key])))
        )
        for key, head in heads.items()
    ]


def _of_status(claims: Sequence[Claim]) -> Sequence[str]:
    """Return what tells plans from what nobody planned, in one block and of the same days."""
    ahead = {claim.status for claim in claims} & {Status.PLANNED, Status.HYPOTHETICAL}
    return [max(ahead).value] if ahead else []


def _status(tellings: Sequence[Telling]) -> Status:
    """Return the status: asserted if any is; of a plan, what is told of it last."""
    statuses = {telling.claim.status for telling in tellings}
    if Status.ASSERTED in statuses:
        return Status.ASSERTED
    if statuses == {Status.PLANNED, Status.HYPOTHETICAL}:
        last = max(telling.head.published or date.min for telling in tellings)
        told = {telling.claim.status for telling in tellings if (telling.head.published or date.min) == last}
        return Status.HYPOTHETICAL if Status.HYPOTHETICAL in told else Status.PLANNED
    return tellings[0].claim.status


def _date(claims: Sequence[Claim]) -> DateReading | None:
    """Return the narrowest reading, its days cut down to those that every claim allows."""
    readings = [claim.date for claim in claims if claim.date is not None]
    if not readings:
        return None
    narrowest, common = readings[0], readings[0].date
    for reading in readings[1:]:
        common = common.intersection(reading.date) or common
    if common == narrowest.date:
        return narrowest
    cutting = sorted({r.date.edtf for r in readings if not r.date.contains(narrowest.date)})
    derivation = f"{narrowest.derivation}; elsewhere {', '.join(cutting)}"
    return DateReading(common, narrowest.words, narrowest.span, derivation, narrowest.stated)


def _participants(claims: Sequence[Claim]) -> tuple[Participant, ...]:
    if len(claims) == 1 and len({actor.id for actor in claims[0].actors}) == len(claims[0].participants):
        parts: Iterable[Participant] = claims[0].participants
    else:
        parts = _united(claims)
    return tuple(sorted(parts, key=lambda p: (p.role, p.actor.name, p.actor.id)))


def _united(claims: Sequence[Claim]) -> list[Participant]:
    """Return each actor once; one whom a copy of the story knows by no full name either is the first claim's."""
    parts: dict[str, list[Participant]] = defaultdict(list)
    for claim in claims:
        for part in claim.participants:
            parts[part.actor.id].append(part)
    known: dict[str, str] = {}
    for claim in claims:
        own = {part.actor.id for part in claim.participants}
        for actor in claim.actors:
            first = known.setdefault(who(actor), actor.id)
            if first != actor.id and first not in own and actor.id in parts:
                parts[first] += [replace(p, actor=replace(p.actor, id=first)) for p in parts.pop(actor.id)]
    return [
        Participant(union(p.actor for p in same), min((p.role for p in same), key=_specific)) for same in parts.values()
    ]


def _specific(role: str) -> tuple[int, str]:
    return _ROLE_RANK.get(role, len(_ROLES)), role


def _words_only(claims: Sequence[Claim]) -> bool:
    """Whether all that is told is that one said something to the other."""
    return all(evidence.rule.startswith(WORDS_ONLY) for claim in claims for evidence in claim.evidence)


def _days(claim: Claim) -> tuple[date, date] | None:
    return claim.date.date.bounds if claim.date else None


def _place(claims: Sequence[Claim]) -> str | None:
    """Return the place that most claims give, then the longest, then the first by letter; a claim of more days than
    the event's may mean another occasion of the same actors, and gives none."""
    places = Counter(claim.place for claim in claims if claim.place and _days(claim) == _days(claims[0]))
    return min(places, key=lambda place: (-places[place], -len(place), place), default=None)


def _count(claims: Sequence[Claim]) -> str | None:
    """Return the largest number of occasions, unless a claim of fewer days than the count's tells of one of them."""
    told = [claim.count for claim in claims if claim.count and _days(claim) == _days(claims[0])]
    return max(told, key=lambda count: (int(count) if count.isdecimal() else 0, count), default=None)


def _statement(claims: Sequence[Claim]) -> Statement | None:
    """Return the statement of the narrowest claim, direct words before reported ones."""
    told = [claim.statement for claim in claims if claim.statement is not None]
    return min(told, key=lambda statement: not statement.direct, default=None)


def _voices(tellings: Sequence[Telling]) -> tuple[Voice, ...]:
    """Return each statement once, in the order of citations."""
    heads = {telling.head.version: telling.head for telling in tellings}
    voices = {voice.claim_id: voice for voice in sorted(_heard(tellings), key=strength, reverse=True)}

    def place(voice: Voice) -> tuple[date, str, str, Span, str]:
        head = heads[voice.version]
        return head.published or date.max, head.id, head.version, voice.span, voice.claim_id

    return tuple(sorted(voices.values(), key=place))


def _heard(tellings: Sequence[Telling]) -> Iterable[Voice]:
    return (voice for telling in tellings for voice in telling.voices)


def _citations(tellings: Sequence[Telling]) -> tuple[Citation, ...]:
    cited = [
        (citation.sort_key, telling.claim.id, place, citation)
        for telling in tellings
        for place, citation in enumerate(_cited(telling))
    ]
    return tuple(entry[-1] for entry in sorted(cited, key=lambda entry: entry[:3]))


def _cited(telling: Telling) -> list[Citation]:
    head, claim = telling.head, telling.claim
    return [
        Citation(
            claim.id,
            head.id,
            head.version,
            head.sha256,
            head.source,
            head.url,
            head.title,
            head.published,
            evidence,
            claim.confidence.value,
        )
        for evidence in claim.evidence
    ]
