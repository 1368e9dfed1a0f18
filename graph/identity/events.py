"""Which claims tell of one event, in the simplest safe form: type fits, same participants, compatible dates.

Claims that could tell of one event at all share a *block*: for contacts type, class of status (asserted and alleged
together, planned, denied and hypothetical each apart) and named participants; statements need the same speaker and
words, other types the same participants and trigger. Within a block the events are the *maximal sets of claims whose
dates are pairwise compatible* (the maximal cliques of an interval graph; pairwise overlapping intervals have a
day in common). So a claim of "2016", or of no date, supports every narrower event inside it and never joins two
that are disjoint, and the result depends on the set of claims alone. Where a claim names one actor only, or nobody,
the dates must be given on both sides: an undated claim then stays apart.

An event's id is a hash of its block and the days common to its claims: another article that tells the same, or less
precisely, leaves the id as it is. Two events of a block have no day in common, so ids never clash.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.identity.actors import union
from graph.identity.credits import credits_of
from graph.identity.folding import fold_name
from graph.identity.origins import Origin, independent, sketch
from graph.identity.stances import strength, voices
from graph.identity.titles import title
from timeline.ids import stable_id
from timeline.model import (
    CONTACT_TYPES,
    COUNTED_STATUSES,
    WORDS_ONLY,
    Article,
    Citation,
    Claim,
    ClaimType,
    DateReading,
    Event,
    Participant,
    Statement,
    Status,
    Voice,
)

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
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with the head of the article version that makes it, and the statements of that version that tell it."""

    head: Head
    claim: Claim
    voices: tuple[Voice, ...] = ()


def derive(claims: Iterable[tuple[Article, Claim]]) -> list[Event]:
    """Return the events that claims tell of, in the order of events, whatever the order of the claims."""
    heads: dict[str, Head] = {}
    told_in: dict[str, list[Claim]] = defaultdict(list)
    for article, claim in claims:
        if article.version not in heads:
            heads[article.version] = Head.of(article)
        told_in[article.version].append(claim)
    return derive_tellings(telling for key, head in heads.items() for telling in tellings_of(head, told_in[key]))


def tellings_of(head: Head, claims: Sequence[Claim]) -> list[Telling]:
    """Return all claims of one article version as tellings."""
    heard = voices(head.version, claims)
    return [Telling(head, claim, heard.get(claim.id, ())) for claim in claims]


def derive_tellings(tellings: Iterable[Telling]) -> list[Event]:
    """Return the events of tellings, in the order of events."""
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        blocks[block_of(telling.claim)].append(telling)
    events = [event for block, members in blocks.items() for event in derive_block(block, members)]
    return sorted(events, key=lambda event: event.sort_key)


def block_of(claim: Claim) -> str:
    """Return the id of the block of claims that may tell of one event with this one."""
    status = "told" if claim.status in COUNTED_STATUSES else claim.status.value
    key: tuple[object, ...]
    named = {p.actor.id for p in claim.participants if p.actor.named}
    if claim.type is ClaimType.STATEMENT:
        key = _statement_key(claim)
    elif claim.type in CONTACT_TYPES and len(named) > 1:
        key = tuple(sorted(named))
    else:
        key = (*_same_participants(claim), *_apart_if_undated(claim, len(named)))
    return stable_id("b", claim.type.value, status, *key)


def derive_block(block: str, tellings: Sequence[Telling]) -> list[Event]:
    """Return the events of one block's claims (each once, however often it is given)."""
    return [event for event, _ in told(block, tellings)]


def told(block: str, tellings: Iterable[Telling]) -> list[tuple[Event, list[Telling]]]:
    """Return the events of one block's claims, each with those that tell of it, the narrowest first."""
    distinct = {telling.claim.id: telling for telling in tellings}.values()
    return [(event_of(block, cluster), cluster) for cluster in _clusters(sorted(distinct, key=_narrowest))]


def _statement_key(claim: Claim) -> tuple[object, ...]:
    assert claim.statement is not None
    speaker = claim.statement.speaker or next((p.actor for p in claim.participants if p.role == "speaker"), None)
    if speaker is None:
        return ("nobody", claim.id)
    return speaker.id, fold_name(claim.statement.words) or claim.id


def _same_participants(claim: Claim) -> tuple[object, ...]:
    trigger = next((e.trigger.text.casefold() for e in claim.evidence if e.trigger), None)
    roles = claim.type not in CONTACT_TYPES
    parts = sorted({f"{p.role if roles else ''} {p.actor.id}" for p in claim.participants})
    return (trigger or claim.id, *parts)


def _apart_if_undated(claim: Claim, named: int) -> tuple[object, ...]:
    if claim.date is None:
        return ("undated",) if named > 1 else ("undated", claim.id)
    return ()


def _narrowest(telling: Telling) -> tuple[object, ...]:
    """Sort the narrowest, plainest reading first, undated last, then by publication and place in the text."""
    claim, head = telling.claim, telling.head
    first = claim.evidence[0].span
    told = (head.published or date.max, head.id, head.version, first.start, first.end, claim.id)
    if claim.date is None:
        return (_UNBOUNDED + 1, False, date.max, date.max, 0, "", *told)
    when = claim.date.date
    width = when.width or _UNBOUNDED
    return (width, when.approximate, *when.bounds, len(when.edtf), when.edtf, *told)


def _clusters(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the maximal sets of claims with pairwise compatible dates, each in the order given."""
    dated = [t for t in tellings if t.claim.date is not None]
    if len(dated) < 2:
        return [list(tellings)] if tellings else []
    starts = sorted({_bounds(t)[0] for t in dated})
    ends = sorted({_bounds(t)[1] for t in dated})
    clusters = []
    for place, end in enumerate(ends):
        # A set is maximal where an end follows a start: the last start before this end lies after the end before it.
        start = starts[bisect_right(starts, end) - 1]
        if place == 0 or start > ends[place - 1]:
            clusters.append([t for t in tellings if t.claim.date is None or _covers(t, start)])
    return clusters


def _bounds(telling: Telling) -> tuple[date, date]:
    assert telling.claim.date is not None
    return telling.claim.date.date.bounds


def _covers(telling: Telling, day: date) -> bool:
    low, high = _bounds(telling)
    return low <= day <= high


def event_of(block: str, tellings: Sequence[Telling], sources: int | None = None) -> Event:
    """Build the event of one cluster, the narrowest claim first; counts its independent sources unless they are
    known already."""
    claims = [telling.claim for telling in tellings]
    reading = _date(claims)
    kind, status = claims[0].type, _status(claims)
    participants, statement = _participants(claims), _statement(claims)
    told_by = [evidence for claim in claims for evidence in claim.evidence]
    heads = {telling.head.version: telling.head for telling in tellings}
    days = (reading.date.earliest, reading.date.latest) if reading else ("undated",)
    return Event(
        stable_id("e", block, *days),
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


def _status(claims: Sequence[Claim]) -> Status:
    return Status.ASSERTED if any(claim.status is Status.ASSERTED for claim in claims) else claims[0].status


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
    parts: dict[str, list[Participant]] = defaultdict(list)
    for claim in claims:
        for part in claim.participants:
            parts[part.actor.id].append(part)
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
    heard = {
        (telling.head.published or date.max, telling.head.id, telling.head.version, voice.span, voice.claim_id): voice
        for telling in tellings
        for voice in sorted(telling.voices, key=strength, reverse=True)
    }
    return tuple(voice for _, voice in sorted(heard.items(), key=lambda entry: entry[0]))


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
            claim.id, head.id, head.version, head.sha256, head.source, head.url, head.title, head.published, evidence
        )
        for evidence in claim.evidence
    ]
