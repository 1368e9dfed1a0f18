"""What people say about an event: a statement speaks of what its own words tell, and of nothing else.

A claim is told in a statement of the same article version when the claim's trigger stands among the words said. Words
that say of themselves that it did not happen ("said that he never met her") deny it, whatever their cue; a denial
around something that did happen ("denied that they spoke of it when they met") disputes something about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.model import COUNTED_STATUSES, Claim, ClaimType, Span, Stance, Statement, Status, Voice

#: What a plain saying of something denied turns into a denial.
_PLAIN = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_LIMITED = frozenset({Stance.DENIES, Stance.DISPUTES})
_ORDER = {stance: place for place, stance in enumerate(Stance)}


def voices(version: str, claims: Iterable[Claim]) -> dict[str, tuple[Voice, ...]]:
    """Return the statements in which claims are told, by the id of the claim; all claims are of this version."""
    claims = tuple(claims)
    said = [claim for claim in claims if claim.type is ClaimType.STATEMENT and claim.status in COUNTED_STATUSES]
    found: dict[str, list[Voice]] = defaultdict(list)
    for told in claims:
        if told.type is not ClaimType.STATEMENT:
            around = [(saying, at) for saying in said if (at := _told_at(told, saying)) is not None]
            found[told.id] = [_voice(version, saying, told, at, around) for saying, at in around]
    return {claim: tuple(heard) for claim, heard in found.items() if heard}


def strength(voice: Voice) -> tuple[int, bool, str]:
    """Sort several words of one statement on one event: the stance as the vocabulary has it, a limited one first."""
    return _ORDER[voice.stance], voice.scope is None, voice.scope or ""


def _told_at(told: Claim, saying: Claim) -> Span | None:
    """Return the first trigger of a claim that stands among the words said."""
    content = _statement(saying).content
    triggers = [evidence.trigger.span for evidence in told.evidence if evidence.trigger is not None]
    return next((at for at in triggers if any(_inside(at, words) for words in content)), None)


def _inside(at: Span, words: Span) -> bool:
    return words.start <= at.start and at.end <= words.end


def _voice(version: str, saying: Claim, told: Claim, at: Span, around: Sequence[tuple[Claim, Span]]) -> Voice:
    statement = _statement(saying)
    relayed = any(other is not saying and _is_within(other, saying) for other, _ in around)
    stance = _towards(statement.stance, told.status, relayed=relayed)
    scope = statement.scope if stance in _LIMITED and _reaches(statement, at) else None
    span = saying.evidence[0].span
    return Voice(saying.id, version, span, statement.speaker, stance, scope, statement.words)


def _towards(stance: Stance, status: Status, *, relayed: bool) -> Stance:
    """Return what a saying does to what it tells; who relays what another says of it takes no stance of his own."""
    if status is Status.DENIED and stance in _PLAIN and not relayed:
        return Stance.DENIES
    if status in COUNTED_STATUSES and stance is Stance.DENIES:
        return Stance.DISPUTES
    return stance


def _is_within(inner: Claim, outer: Claim) -> bool:
    """Whether one saying is told in the words of the other."""
    return any(_inside(_statement(inner).cue.span, words) for words in _statement(outer).content)


def _reaches(statement: Statement, at: Span) -> bool:
    """Whether what limits a statement stands behind the word that tells of the event, among the same words."""
    words = next(words for words in statement.content if _inside(at, words))
    before = sum(piece.end - piece.start + len(" ... ") for piece in statement.content if piece.end <= words.start)
    return statement.scope is not None and statement.scope in statement.words[before + at.end - words.start :]


def _statement(saying: Claim) -> Statement:
    assert saying.statement is not None
    return saying.statement
