"""Who is meant: one view of an actor over all articles, and the one actor that a name or id stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from graph.identity.folding import fold, fold_name, has_words
from graph.store.base import AmbiguousActorError, NotFoundError
from timeline.model import Actor, ActorKind

_KIND_ORDER = {kind: rank for rank, kind in enumerate(ActorKind)}


def union(forms: Iterable[Actor]) -> Actor:
    """Return the one view of an actor from the forms that articles give it (all of one id, at least one).

    The fullest name stands first, every other form is an alias, the roles that most forms carry come first. The
    result depends on the set of forms alone.
    """
    distinct = set(forms)
    if len(distinct) == 1:
        return distinct.pop()
    name = min((form.name for form in distinct), key=_fullest)
    others = {form.name for form in distinct} | {alias for form in distinct for alias in form.aliases}
    kind = min((form.kind for form in distinct), key=_KIND_ORDER.__getitem__)
    named = any(form.named for form in distinct)
    (actor_id,) = {form.id for form in distinct}
    return Actor(actor_id, name, kind, named, tuple(sorted(others - {name})), _roles(distinct))


def names_of(actor: Actor) -> tuple[str, ...]:
    """Return the name and the aliases."""
    return (actor.name, *actor.aliases)


def is_called(actor: Actor, wanted: Sequence[str]) -> bool:
    """Whether one of the actor's names has every folded word, the last as a beginning."""
    return any(has_words(fold(name), wanted) for name in names_of(actor))


def ranked(words: str, found: Iterable[tuple[Actor, int]]) -> tuple[Actor, ...]:
    """Return the named actors, given with their number of events, that the words fit: exact full names first,
    then most events, then name, then id."""
    exact, wanted = fold_name(words), fold(words)
    fitting = [(actor, count) for actor, count in found if actor.named and is_called(actor, wanted)]
    fitting.sort(key=lambda pair: (fold_name(pair[0].name) != exact, -pair[1], pair[0].name, pair[0].id))
    return tuple(actor for actor, _ in fitting)


def resolve(ref: str, by_id: Callable[[str], Actor | None], find: Callable[[str], Sequence[Actor]]) -> Actor:
    """Return the one actor that an id or name stands for.

    An id wins; then the one actor with exactly this full name, folded, or this full alias; then the one actor that the
    words fit. A bare surname is nobody's full name: where it fits several it is ambiguous, even if an article knows
    somebody by nothing else. Raises NotFoundError, or AmbiguousActorError with the candidates.
    """
    if known := by_id(ref):
        return known
    candidates = find(ref)
    if not candidates:
        raise NotFoundError("actor", ref, "`whomet search` finds actors by a part of their names")
    for full_names in (_full_name, _full_aliases):
        if same := [actor for actor in candidates if fold_name(ref) in map(fold_name, full_names(actor))]:
            exact = [actor for actor in same if ref in full_names(actor)] or same
            return _only(ref, exact, candidates)
    return _only(ref, candidates, candidates)


def _only(ref: str, fitting: Sequence[Actor], candidates: Sequence[Actor]) -> Actor:
    if len(fitting) > 1:
        raise AmbiguousActorError(ref, candidates)
    return fitting[0]


def _full_name(actor: Actor) -> tuple[str, ...]:
    """Return the name, unless it is one word of a person's."""
    return (actor.name,) if actor.kind is not ActorKind.PERSON or len(fold(actor.name)) > 1 else ()


def _full_aliases(actor: Actor) -> tuple[str, ...]:
    return tuple(alias for alias in actor.aliases if len(fold(alias)) > 1)


def _fullest(name: str) -> tuple[int, bool, int, str]:
    return -len(name.split()), name.isupper() or name.islower(), -len(name), name


def _roles(forms: set[Actor]) -> tuple[str, ...]:
    count: Counter[str] = Counter()
    first: dict[str, int] = {}
    for form in forms:
        for place, role in enumerate(dict.fromkeys(form.roles)):
            count[role] += 1
            first[role] = min(place, first.get(role, place))
    return tuple(sorted(count, key=lambda role: (-count[role], first[role], role)))
