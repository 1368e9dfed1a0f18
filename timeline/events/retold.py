"""Deeds that another claim tells already: whoever "closed his own investigation" did not do two things."""

from __future__ import annotations

from collections.abc import Container, Iterable

from timeline.language.parse import Parsed, Word
from timeline.model import Claim, ClaimType

_OBJECT = frozenset({"dobj", "nsubjpass"})


def without_retold(claims: Iterable[Claim], parsed: Parsed) -> tuple[Claim, ...]:
    """Leave out the deeds whose verb has for its object the word that tells another claim of the same doer and days.

    The noun says what it was, the verb that it was done; "arranged a meeting" that has yet to come has another status.
    """
    claims = tuple(claims)
    objects = {
        (verb.i, claim.status, claim.date.date.edtf if claim.date else None, actor.id)
        for claim in claims
        if claim.type is not ClaimType.STATEMENT
        if (noun := _trigger(claim, parsed)) is not None and noun.dep in _OBJECT
        for verb in (noun.head,)
        for actor in claim.actors
    }
    return tuple(claim for claim in claims if not _is_retold(claim, parsed, objects))


def _is_retold(claim: Claim, parsed: Parsed, objects: Container[object]) -> bool:
    verb = _trigger(claim, parsed) if claim.type is ClaimType.ACTION else None
    if verb is None:
        return False
    day = claim.date.date.edtf if claim.date else None
    doers = [part.actor.id for part in claim.participants if part.role == "agent"]
    return bool(doers) and all((verb.i, claim.status, day, doer) in objects for doer in doers)


def _trigger(claim: Claim, parsed: Parsed) -> Word | None:
    trigger = claim.evidence[0].trigger
    words = parsed.words_in(trigger.span) if trigger is not None else []
    return words[0] if words else None
