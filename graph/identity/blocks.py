"""Which claims could tell of one event at all: those of one *block*, a function of each claim alone.

For contacts a block is type, class of status (asserted and alleged together, planned and hypothetical together, denied
apart) and named participants; statements need the same speaker and words, a hearing the same witness, other types the
same participants and trigger, and a date on both sides or on neither. Actors without a full name have an id in each
article version; blocks take them by their description, and `parts` keeps them apart again unless a sentence of one
story, printed twice, tells of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from graph.identity.folding import fold, fold_name
from graph.identity.origins import same_story
from graph.identity.tellings import Telling, first_told
from timeline.ids import stable_id
from timeline.model import CONTACT_TYPES, COUNTED_STATUSES, Actor, ActorKind, Claim, ClaimType, Status

#: What statuses are compared under; a plan and what came of it are told of one occasion.
_STATUS = {
    **dict.fromkeys(COUNTED_STATUSES, "told"),
    **dict.fromkeys((Status.PLANNED, Status.HYPOTHETICAL), "ahead"),
}


def block_of(claim: Claim) -> str:
    """Return the id of the block of claims that may tell of one event with this one."""
    status = _STATUS.get(claim.status, claim.status.value)
    return stable_id("b", claim.type.value, status, *_key(claim))


def who(actor: Actor) -> str:
    """Return by what blocks know an actor: the id of a full name, else kind and description."""
    bare = not actor.named or len(fold(actor.name)) < 2
    return f"{actor.kind.value} {fold_name(actor.name) or actor.id}" if bare else actor.id


def witness_of(claim: Claim) -> Actor | None:
    """Return the one person heard, if a full name says who: the witness, else the one person in no other part."""
    if claim.type is not ClaimType.HEARING:
        return None
    parts_of = [p for p in claim.participants if p.actor.named]
    heard = [p.actor for p in parts_of if p.role == "witness"]
    heard = heard or [p.actor for p in parts_of if p.role == "participant" and p.actor.kind is ActorKind.PERSON]
    return heard[0] if len(heard) == 1 and who(heard[0]) == heard[0].id else None


def named(claim: Claim) -> tuple[str, ...]:
    """Return the ids of the named participants, sorted."""
    return tuple(sorted({actor.id for actor in claim.actors if actor.named}))


def parts(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Divide a block's tellings into those that mean the same actors, in the order given.

    Beside equal ids, one sentence in two prints of a story means the same people.
    """
    roots: dict[Hashable, Hashable] = {}
    keys = [own_key(telling.claim) for telling in tellings]
    if len(set(keys)) > 1:
        for one, other in _printed_twice(tellings):
            first, second = sorted((_root(roots, keys[one]), _root(roots, keys[other])), key=repr)
            if first != second:
                roots[second] = first
    divided: dict[Hashable, list[Telling]] = defaultdict(list)
    for key, telling in zip(keys, tellings, strict=True):
        divided[_root(roots, key)].append(telling)
    return list(divided.values())


def own_key(claim: Claim) -> tuple[str, ...]:
    """Return what tells claims of one block apart: who exactly is meant, and the claim itself where it tells too
    little to be any other's equal."""
    if claim.type is ClaimType.STATEMENT:
        speaker = speaker_of(claim)
        return (speaker.id,) if speaker else (claim.id,)
    if _is_contact(claim):
        return named(claim)
    return (*sorted({actor.id for actor in claim.actors}), *([claim.id] if _is_alone(claim) else []))


def part_of(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return what tells the events of one block and the same days apart: nothing where the block says it all."""
    first = min(tellings, key=first_told).claim
    if witness_of(first) is not None:
        return min((not bodies_of(telling.claim), own_key(telling.claim)) for telling in tellings)[1]
    key = own_key(first)
    settled = {actor.id for actor in first.actors if who(actor) == actor.id}
    return key if first.id in key or not settled.issuperset(key) else ()


def speaker_of(claim: Claim) -> Actor | None:
    """Return who makes a statement."""
    assert claim.statement is not None
    return claim.statement.speaker or next((p.actor for p in claim.participants if p.role == "speaker"), None)


def bodies_of(claim: Claim) -> frozenset[str]:
    """Return the ids of the bodies that hear somebody."""
    return frozenset(p.actor.id for p in claim.participants if p.role == "body" and p.actor.named)


def _key(claim: Claim) -> tuple[object, ...]:
    if claim.type is ClaimType.STATEMENT:
        speaker = speaker_of(claim)
        assert claim.statement is not None
        return who(speaker) if speaker else "nobody", fold_name(claim.statement.words) or claim.id
    if witness := witness_of(claim):
        return "witness", witness.id
    if _is_contact(claim):
        return tuple(sorted({who(actor) for actor in claim.actors if actor.named}))
    trigger = next((e.trigger.text.casefold() for e in claim.evidence if e.trigger), None)
    roles = claim.type not in CONTACT_TYPES
    taking = sorted({f"{p.role if roles else ''} {who(p.actor)}" for p in claim.participants})
    undated = [fold_name(claim.evidence[0].quote)] if _is_alone(claim) else []
    return (trigger or claim.id, *taking, *(["undated", *undated] if claim.date is None else []))


def _is_contact(claim: Claim) -> bool:
    """Whether it joins two actors by name."""
    return claim.type in CONTACT_TYPES and len(named(claim)) > 1


def _is_alone(claim: Claim) -> bool:
    """Whether it tells too little, one name and no day, to be the equal of any but its own copy."""
    return claim.date is None and len(named(claim)) < 2


def _printed_twice(tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """Yield pairs that quote one sentence in two versions or copies of a story."""
    quoting: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        quoting[fold_name(telling.claim.evidence[0].quote)].append(place)
    for same in quoting.values():
        for at, other in enumerate(same):
            for one in same[:at]:
                first, second = tellings[one].head, tellings[other].head
                if first.version != second.version and same_story(first.id, first.sketch, second.id, second.sketch):
                    yield one, other


def _root(roots: dict[Hashable, Hashable], key: Hashable) -> Hashable:
    while key in roots:
        key = roots[key]
    return key
