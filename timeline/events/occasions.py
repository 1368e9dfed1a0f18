"""Occasions: which tellings of a document are of one occurrence.

Tellings with the same actors, a fitting type and compatible dates are one; a wide or undated telling is further
evidence for every narrower occasion of the same actors and adds none; what is denied, planned or hypothetical never
joins what is told as real.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.dates.uncertain import UncertainDate
from timeline.events.candidates import Candidate
from timeline.language.mentions import Entry
from timeline.model import ClaimType, DateReading, Status

#: Types that one occasion may be told under ("they spoke", "the call").
_LOOSE = frozenset({ClaimType.MEETING, ClaimType.CALL})


#: Words that tell of one more occasion.
_ANOTHER = frozenset({"again", "another", "second", "subsequent", "further"})


@dataclass(eq=False, slots=True)
class Telling:
    """One candidate with its status, one of its dates, and a count of occasions it lumps together."""

    candidate: Candidate
    status: Status
    date: DateReading | None
    count: str | None = None
    #: Whether its trigger tells of other occasions as well ("once in July and again in September").
    apart: bool = False

    @property
    def actors(self) -> dict[int, Entry]:
        """Return the named actors by identity."""
        return {id(e): e for e in self.candidate.entries if e.named}

    @property
    def another(self) -> bool:
        """Whether it says of itself that it is one more ("they met again", "another call")."""
        return any(c.lower in _ANOTHER for c in self.candidate.trigger.children)

    @property
    def wide(self) -> bool:
        """Whether it tells several occasions apart by nothing, or none in particular."""
        return self.date is None or self.count is not None or (self.date.date.width or 400) > 62


@dataclass(eq=False, slots=True)
class Occasion:
    """The tellings of one occurrence."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def first(self) -> Telling:
        """Return the earliest telling in the text."""
        return self.tellings[0]

    @property
    def date(self) -> DateReading | None:
        """Return the narrowest date told."""
        dates = [t.date for t in self.tellings if t.date is not None]
        return min(dates, key=lambda d: (d.date.width or 10**6, d.date.edtf), default=None)

    @property
    def types(self) -> set[ClaimType]:
        """Return the types it is told under."""
        return {t.candidate.type for t in self.tellings}

    @property
    def actors(self) -> dict[int, Entry]:
        """Return all named actors."""
        return {key: e for t in self.tellings for key, e in t.actors.items()}

    def _type_fits(self, other: Telling) -> bool:
        """Whether the types agree; talk, and words between two, may be of a meeting or of a call."""
        if other.candidate.type in self.types:
            return True
        loose = {other.candidate.type, *self.types} <= _LOOSE
        return loose and (other.candidate.vague or all(t.candidate.vague for t in self.tellings))

    def is_before(self, other: Telling) -> bool:
        """Whether it was told before a telling."""
        return all(t.candidate.trigger.i < other.candidate.trigger.i for t in self.tellings)

    @property
    def _all(self) -> set[int]:
        return {id(e) for t in self.tellings for e in t.candidate.entries}

    def fits(self, other: Telling) -> bool:
        """Whether a telling can be of this occasion."""
        if other.status is not self.first.status or not self._type_fits(other):
            return False
        if not self._is_taken_up(other) and not self._has_the_same(other):
            return False
        date = self.date
        return date is None or other.date is None or _compatible(date.date, other.date.date)

    def _is_taken_up(self, other: Telling) -> bool:
        """Whether one of the two is told by a noun that takes up the other."""
        mine = [t.candidate for t in self.tellings]
        return other.candidate.taken_up in mine or any(c.taken_up is other.candidate for c in mine)

    def _has_the_same(self, other: Telling) -> bool:
        """Whether the same people take part, or those of one among those of the other."""
        mine, theirs = self.actors.keys(), other.actors.keys()
        same = mine == theirs or (len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine))
        return same and bool(mine) and (len(mine) > 1 or self._all == {id(e) for e in other.candidate.entries})


def _compatible(one: UncertainDate, other: UncertainDate) -> bool:
    return one.contains(other) or other.contains(one)


def join(tellings: list[Telling]) -> list[Occasion]:
    """Return the occasions of a document, in order of their first telling."""
    occasions: list[Occasion] = []
    for telling in tellings:
        if not telling.wide:
            _place(telling, occasions)
    for telling in tellings:
        if telling.wide:
            fitting = [o for o in occasions if o.fits(telling) and not (telling.another and o.is_before(telling))]
            for occasion in fitting:
                occasion.tellings.append(telling)
            if not fitting:
                occasions.append(Occasion([telling]))
    occasions.sort(key=lambda o: min(t.candidate.trigger.i for t in o.tellings))
    return occasions


def _place(telling: Telling, occasions: list[Occasion]) -> None:
    fitting = [o for o in occasions if o.fits(telling)]
    if len(fitting) == 1:
        fitting[0].tellings.append(telling)
    else:
        occasions.append(Occasion([telling]))
