"""What every engine writes in the same way: which claims a batch adds, which blocks of events they touch.

Events are a function of the claims and of the judgements that stand: after any change the blocks it touches are
derived again from all their claims, and only events that differ are written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from graph.identity.events import Head, Telling, block_of, tellings_of, told
from graph.identity.folding import folded_text
from graph.store.base import Judgement, NotFoundError, UnstorableError, Upserted
from graph.store.encoding import encode_claim, encode_event
from graph.store.paging import event_order
from timeline.model import Actor, Claim, Event, Extraction, Voice

WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim on its way into a store."""

    claim: Claim
    block: str
    #: The claim as JSON.
    body: str
    #: The statements of the same version that tell it.
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An article version on its way into a store, with its claims in the order of the extraction."""

    extraction: Extraction
    head: Head
    claims: tuple[NewClaim, ...]


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event on its way into a store, with what engines find it by."""

    event: Event
    block: str
    #: Ids of the claims that tell of it, the narrowest first.
    claims: tuple[str, ...]
    #: `paging.event_order`.
    order: str
    #: The folded words it is found by.
    words: str
    #: The event as JSON: equal bodies are equal events.
    body: str


class Transaction(Protocol):
    """What an engine does inside one write transaction; all of it takes effect or none."""

    def known(self, articles: Collection[str]) -> dict[str, str]:
        """Return the stored versions of these article ids: version id to article id."""

    def stored(self, version: str) -> Extraction | None:
        """Return a stored version with its claims."""

    def owners(self, claims: Collection[str]) -> dict[str, str]:
        """Return the version ids of those of these claims that are stored."""

    def drop(self, versions: Sequence[str]) -> tuple[set[str], set[str]]:
        """Remove versions with their claims; return the blocks and the actors whose claims went."""

    def add(self, versions: Sequence[NewVersion]) -> None:
        """Add versions with their claims and their actors' forms."""

    def told_in(self, articles: Collection[str]) -> set[str]:
        """Return the blocks of the stored claims of these article ids, in whatever version."""

    def tellings(self, blocks: Collection[str]) -> list[tuple[str, Telling]]:
        """Return the stored claims of blocks, each with its block and the statements that tell it, without what
        stands judged wrong and what an article told in a version that was revised later."""

    def wrong(self, claims: Collection[str]) -> set[str]:
        """Return those of these claims that stand judged wrong."""

    def blocks(self, claims: Collection[str]) -> set[str]:
        """Return the blocks of those of these claims that are stored, and of the claims told in them."""

    def events(self, blocks: Collection[str]) -> dict[str, str]:
        """Return the stored events of blocks: id to what `mark` of an equal event gives."""

    def mark(self, event: NewEvent) -> str:
        """Return what an event is compared by."""

    def replace(self, gone: Sequence[str], new: Sequence[NewEvent]) -> None:
        """Remove events by id and add others."""

    def refresh(self, actors: Collection[str]) -> None:
        """Make the one view of actors anew from their stored forms; one without any is removed."""

    def judgement(self, judgement_id: str) -> Judgement | None:
        """Return a stored judgement."""

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, or mark a stored one undone."""

    def log(self, kind: str, subjects: Sequence[str], at: datetime) -> None:
        """Add to the log of changes."""


def upsert(tx: Transaction, batch: Sequence[NewVersion], *, reread: bool) -> Upserted:
    """Add a batch; see `Store.upsert`."""
    known = tx.known({new.head.id for new in batch})
    ids = set(known.values())
    fresh: dict[str, NewVersion] = {}
    again: dict[str, NewVersion] = {}
    changed, unchanged = [], []
    for new in batch:
        version = new.head.version
        if version in fresh or version in again or (version in known and not (reread and _differs(tx, new))):
            unchanged.append(version)
        elif version in known:
            again[version] = new
        else:
            fresh[version] = new
            if new.head.id in ids:
                changed.append(version)
            ids.add(new.head.id)
    renewed = {new.head.id for new in (*again.values(), *(fresh[version] for version in changed))}
    _write(tx, list(fresh.values()), list(again.values()), renewed)
    return Upserted(tuple(fresh), tuple(changed), tuple(unchanged), tuple(again))


def judge(tx: Transaction, judgement: Judgement) -> None:
    """Record a judgement unless it is known; see `Store.judge`."""
    if tx.judgement(judgement.id) is not None:
        return
    undone = None if judgement.undone_at is None else _utc(judgement.undone_at)
    tx.judge(replace(judgement, at=_utc(judgement.at), undone_at=undone))
    tx.log("judgement", [judgement.id], _now())
    _reconsider(tx, judgement)


def undo(tx: Transaction, judgement_id: str, at: datetime) -> None:
    """Mark a judgement undone, once; see `Store.undo`."""
    known = tx.judgement(judgement_id)
    if known is None:
        raise NotFoundError("judgement", judgement_id)
    if known.undone_at is not None:
        return
    undone = replace(known, undone_at=_utc(at))
    tx.judge(undone)
    tx.log("undo", [judgement_id], _now())
    _reconsider(tx, undone)


def prepare(extraction: Extraction) -> NewVersion:
    """Make an extraction ready to be stored, before any transaction; raises UnstorableError."""
    article = extraction.article
    claims: dict[str, NewClaim] = {}
    try:
        for text in (article.id, article.text, article.source, article.url, article.title, article.byline):
            (text or "").encode()
        for claim in extraction.claims:
            body = encode_claim(claim)
            body.encode()
            known = claims.setdefault(claim.id, NewClaim(claim, block_of(claim), body))
            _check(article.id, claim, same=known.body == body)
    except UnicodeEncodeError as error:
        raise UnstorableError(article.id, f"half a surrogate pair is no character ({error.reason})") from None
    head = Head.of(article)
    tellings = tellings_of(head, [entry.claim for entry in claims.values()])
    entries = (replace(claims[telling.claim.id], voices=telling.voices) for telling in tellings)
    return NewVersion(extraction, head, tuple(entries))


def forms_of(claim: Claim) -> set[Actor]:
    """Return the forms of actors that a claim names: its participants and its speaker."""
    forms = set(claim.actors)
    if claim.statement is not None and claim.statement.speaker is not None:
        forms.add(claim.statement.speaker)
    return forms


def standing_voices(voices: Iterable[Voice], wrong: Collection[str]) -> tuple[Voice, ...]:
    """Return the voices without those of statements that stand judged wrong."""
    return tuple(voice for voice in voices if voice.claim_id not in wrong)


def _check(article: str, claim: Claim, *, same: bool) -> None:
    if not same:
        raise UnstorableError(article, f"two of its claims have the id {claim.id}")
    if not all(key.isascii() for key in (claim.id, *(actor.id for actor in forms_of(claim)))):
        raise UnstorableError(article, "ids of claims and actors are plain ASCII")


def _differs(tx: Transaction, new: NewVersion) -> bool:
    stored = tx.stored(new.head.version)
    return stored is None or (stored.article, stored.claims) != (
        new.extraction.article,
        tuple(entry.claim for entry in new.claims),
    )


def _write(tx: Transaction, fresh: Sequence[NewVersion], again: Sequence[NewVersion], renewed: Collection[str]) -> None:
    """Write versions, and the events of their claims and of the articles that have got another version."""
    if not fresh and not again:
        return
    added = [*fresh, *again]
    blocks, actors = tx.drop([new.head.version for new in again]) if again else (set[str](), set[str]())
    _refuse_taken(tx, added)
    claims = [(entry, new.head) for new in added for entry in new.claims]
    blocks |= {entry.block for entry, _ in claims}
    actors |= {form.id for entry, _ in claims for form in forms_of(entry.claim)}
    tx.add(added)
    tx.refresh(actors)
    blocks |= tx.told_in(renewed)
    _rewrite(tx, blocks, tx.tellings(blocks))
    now = _now()
    tx.log("article", [new.head.version for new in fresh], now)
    tx.log("reread", [new.head.version for new in again], now)


def _refuse_taken(tx: Transaction, added: Sequence[NewVersion]) -> None:
    owners = {entry.claim.id: new.head for new in added for entry in new.claims}
    for new in added:
        for entry in new.claims:
            if owners[entry.claim.id] is not new.head:
                raise UnstorableError(new.head.id, f"its claim {entry.claim.id} is also one of another article version")
    if taken := tx.owners(owners):
        claim, version = min(taken.items())
        raise UnstorableError(owners[claim].id, f"its claim {claim} is already one of article version {version}")


def _reconsider(tx: Transaction, judgement: Judgement) -> None:
    if judgement.verdict == WRONG:
        blocks = tx.blocks(judgement.subjects)
        _rewrite(tx, blocks, tx.tellings(blocks))


def _rewrite(tx: Transaction, blocks: Collection[str], tellings: Iterable[tuple[str, Telling]]) -> None:
    """Derive the events of blocks from all their claims and write those that differ."""
    members: dict[str, list[Telling]] = defaultdict(list)
    for block, telling in tellings:
        members[block].append(telling)
    before = tx.events(blocks)
    after = [_new(block, *entry) for block, same in members.items() for entry in told(block, same)]
    kept = {new.event.id for new in after if before.get(new.event.id) == tx.mark(new)}
    gone = [event_id for event_id in before if event_id not in kept]
    tx.replace(gone, [new for new in after if new.event.id not in kept])


def words_of(event: Event) -> str:
    """Return the folded words that an event is found by."""
    parts = (event.title, event.place or "", *(p.actor.name for p in event.participants))
    return folded_text((*parts, *{citation.evidence.quote for citation in event.citations}))


def _new(block: str, event: Event, tellings: Sequence[Telling]) -> NewEvent:
    claims = tuple(telling.claim.id for telling in tellings)
    return NewEvent(event, block, claims, event_order(event), words_of(event), encode_event(event))


def _utc(moment: datetime) -> datetime:
    """Return the moment in UTC, which a moment without a zone is taken to be in."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
