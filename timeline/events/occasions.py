"""Occasions: which tellings of a document are of one occurrence.

Tellings with the same actors, a fitting type and compatible dates are one, unless a telling says that it is of one
more (`repeats`). A wide or undated telling is further evidence for the nearest occasion that it fits, and for no other;
one of some of the people only, or of bare words, has to stand right behind it;
what is denied, planned or hypothetical never joins what is told as real.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.dates.uncertain import UncertainDate
from timeline.events.anchors import anchored
from timeline.events.candidates import Candidate
from timeline.events.repeats import is_another, is_at_another_time, is_later, is_numbered, is_on_an_occasion
from timeline.language.mentions import Entry
from timeline.model import ActorKind, ClaimType, DateReading, Status

#: Types that one occasion may be told under ("they spoke", "the call").
_LOOSE = frozenset({ClaimType.MEETING, ClaimType.CALL})


#: How many sentences behind an occasion it is still told of, without its people or its date.
_NEAR = 2
#: What ends a sentence, and no headline.
_ENDS = frozenset({".", "!", '"', ")"})


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
        """Whether it says of itself that it is one more ("they met again", "later she wrote", "his second call")."""
        trigger = self.candidate.trigger
        if is_another(trigger) or is_later(trigger):
            return True
        return self.undated and (is_numbered(trigger) or is_on_an_occasion(trigger))

    @property
    def undated(self) -> bool:
        """Whether it has no date, or one that is open on a side."""
        return self.date is None or self.date.date.width is None

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
        """Whether the types agree; where one does not tell by what means they were in touch, any means will do, and
        words told right behind a letter or a call were in it."""
        kinds = {other.candidate.type, *self.types}
        if len(kinds) == 1:
            return True
        if self._is_asked_at(other):
            return True
        if ClaimType.HEARING in kinds or other.count is not None:
            return False
        vague = other.candidate.vague or all(t.candidate.vague for t in self.tellings)
        if kinds <= _LOOSE:
            return vague
        anyhow = other.candidate.by_any_means or all(t.candidate.by_any_means for t in self.tellings)
        return (other.candidate.sense.weak or (vague and anyhow)) and self._is_near(other)

    def _is_near(self, other: Telling) -> bool:
        """Whether a telling stands right behind this occasion."""
        at = other.candidate.trigger
        return any(0 <= at.sentence.i - t.candidate.trigger.sentence.i <= _NEAR for t in self.tellings)

    def is_before(self, other: Telling) -> bool:
        """Whether it was told before a telling."""
        return all(t.candidate.trigger.i < other.candidate.trigger.i for t in self.tellings)

    def is_another(self, other: Telling) -> bool:
        """Whether a telling says that it is of one more than this."""
        if other.count is not None and any(t.count is None for t in self.tellings):
            return True
        if other.count is None and all(t.count is not None for t in self.tellings):
            return other.candidate.trigger.tag != "NNS"
        if other.undated and is_at_another_time(other.candidate.trigger):
            return True
        return other.another and self.is_before(other) and not any(t.another for t in self.tellings)

    def distance(self, other: Telling) -> tuple[bool, int]:
        """Return how far from this occasion a telling stands: what was told before it is nearer than what follows."""
        at = other.candidate.trigger.i
        return min((t.candidate.trigger.i > at, abs(t.candidate.trigger.i - at)) for t in self.tellings)

    @property
    def _all(self) -> set[int]:
        return {id(e) for t in self.tellings for e in t.candidate.entries}

    def _same_people(self, other: Telling) -> bool:
        """Whether it is the same named people, or some of them: two at the least, one of them named."""
        mine, theirs = self.actors.keys(), other.actors.keys()
        everyone = {id(e) for e in other.candidate.entries}
        if self._is_questioned_at(other):
            return bool(mine & theirs)
        if not mine & theirs or not (mine <= theirs or theirs <= mine):
            return False
        return len(self._all & everyone) > 1 or self._all == everyone

    def _is_questioned_at(self, other: Telling) -> bool:
        """Whether a telling right behind a hearing is of who asked there ("Roe testified before the panel. Lund
        questioned her"): it names no body of its own."""
        bodies = [e for e in other.actors.values() if e.kind is ActorKind.ORG]
        hearing = self.types == {ClaimType.HEARING} and other.candidate.type is ClaimType.HEARING
        return (hearing or self._is_asked_at(other)) and not bodies and other.undated and self._is_near(other)

    def _is_asked_at(self, other: Telling) -> bool:
        """Whether bare words right behind a hearing are a question to who was heard ("Roe testified before the panel.
        Senator Lund asked her whether ...")."""
        asked = other.candidate
        if self.types != {ClaimType.HEARING} or not asked.sense.weak or asked.trigger.lemma != "ask":
            return False
        requested = any(c.dep in {"xcomp", "prep"} and c.lower != "about" for c in asked.trigger.children)
        heard = {id(m.entry) for t in self.tellings for m in t.candidate.sides[0]}
        return not requested and self._is_near(other) and any(id(m.entry) in heard for m in asked.sides[-1])

    def fits(self, other: Telling) -> bool:
        """Whether a telling can be of this occasion."""
        if other.status is not self.first.status or not self._type_fits(other):
            return False
        if not self._is_taken_up(other) and (not self._same_people(other) or self._is_far(other)):
            return False
        date = self.date
        return date is None or other.date is None or _compatible(date.date, other.date.date)

    def _is_far(self, other: Telling) -> bool:
        """Whether nothing but its place would say that a telling is of this, and its place does not: of bare words to
        others, or of other people or bare words elsewhere."""
        mine, theirs, weak = self.actors.keys(), other.actors.keys(), other.candidate.sense.weak
        if any(_is_heading(t) for t in (other, *self.tellings)) or self._is_asked_at(other):
            return False
        elsewhere = (other.wide or self.date is None) and not self._is_near(other)
        return (weak and not theirs <= mine) or (elsewhere and (weak or theirs != mine))

    def _is_taken_up(self, other: Telling) -> bool:
        """Whether one of the two is told by a noun that takes up the other."""
        mine = [t.candidate for t in self.tellings]
        return other.candidate.taken_up in mine or any(c.taken_up is other.candidate for c in mine)


def _is_heading(telling: Telling) -> bool:
    """Whether it is told by a line of its own, which tells what the text below it does."""
    sentence = telling.candidate.trigger.sentence
    return sentence.paragraph == 0 and sentence.words[-1].text not in _ENDS


def _compatible(one: UncertainDate, other: UncertainDate) -> bool:
    return one.contains(other) or other.contains(one)


def join(tellings: list[Telling]) -> list[Occasion]:
    """Return the occasions of a document, in order of their first telling: of those dated narrowly, then of the rest,
    which are joined to what they may be of and tell only else of another."""
    occasions: list[Occasion] = []
    for telling in sorted(tellings, key=lambda t: t.wide):
        counted = _counted(telling, occasions)
        fitting = [o for o in occasions if o.fits(telling) and not o.is_another(telling)]
        for occasion in counted:
            occasion.tellings.append(telling)
        if counted:
            continue
        if fitting:
            min(fitting, key=lambda o: o.distance(telling)).tellings.append(telling)
        else:
            occasions.append(Occasion([telling]))
    occasions.sort(key=lambda o: min(t.candidate.trigger.i for t in o.tellings))
    return occasions


def _counted(telling: Telling, occasions: list[Occasion]) -> list[Occasion]:
    """Return the dated occasions that a count tells of together ("met twice"), if they are as many as it says."""
    if telling.count is None:
        return []
    dated = [o for o in occasions if o.fits(telling) and o.first.count is None and not o.first.wide]
    as_many = len(dated) == int(telling.count) if telling.count.isdigit() else len(dated) > 1
    return dated if as_many else []


def join_anchored(tellings: list[Telling]) -> list[Occasion]:
    """Return the occasions of a document, those without a date dated by the ones that they are told to be beside."""
    occasions = join(tellings)
    known = {t.candidate.trigger.i: o.date for o in occasions for t in o.tellings if o.date is not None}
    undated = [t for o in occasions if o.date is None and o.first.status is Status.ASSERTED for t in o.tellings]
    dates = {id(t): date for t in undated if (date := anchored(t.candidate.trigger, known)) is not None}
    if not dates:
        return occasions
    return join([replace(t, date=dates.get(id(t), t.date)) for t in tellings])
