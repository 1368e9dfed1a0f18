"""What claims leave behind while they are made, for whoever asks how they were read; extraction keeps nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from timeline.dates.readings import Reading
from timeline.events.occasions import Occasion, Telling
from timeline.events.status_words import Verdict
from timeline.language.mentions import Mention, People
from timeline.model import Span, Status


@dataclass(frozen=True, slots=True)
class Check:
    """One check behind a claim, and what it found."""

    name: str
    found: str


@dataclass(slots=True)
class Trace:
    """What was read on the way, and the checks behind each claim, by its id, in the order in which they were made."""

    people: People = field(default_factory=People)
    readings: list[Reading] = field(default_factory=list)
    checks: dict[str, list[Check]] = field(default_factory=lambda: defaultdict(list))
    #: Expressions that lie after publication beside what is told as done, and so date nothing.
    refused: set[Span] = field(default_factory=set)
    #: Where words begin that take up a contact on another day than it had, and so tell nothing.
    of_another_day: set[int] = field(default_factory=set)
    #: Where words of speech begin that tell of a call or a talk, and so of no statement.
    spoken: set[int] = field(default_factory=set)
    #: The tellings of contacts by their word, with the status that they have in the end.
    tellings: dict[int, Telling] = field(default_factory=dict)

    def status(self, claim: str, verdict: Verdict, status: Status) -> None:
        """Note what decided a status, and what came over it."""
        self._note(claim, "status", _decided(verdict, status))

    def occasion(self, claim: str, occasion: Occasion) -> None:
        """Note the words that tell of an occasion, each with its sides and its status, and why they are of one."""
        for telling in occasion.tellings:
            self.tellings.setdefault(telling.candidate.trigger.start, telling)
            candidate = telling.candidate
            sides = " | ".join(", ".join(map(_who, side)) or "nobody" for side in candidate.sides)
            told = _decided(candidate.verdict, telling.status)
            self._note(claim, f"“{candidate.trigger.text}”", f"{candidate.sense.rule}, {sides}; {told}")
        if len(occasion.tellings) > 1:
            self._note(claim, "one occasion", "; ".join(dict.fromkeys(map(_joined, occasion.tellings[1:]))))

    def _note(self, claim: str, name: str, found: str) -> None:
        self.checks[claim].append(Check(name, found))


def _who(mention: Mention) -> str:
    """Return whom a mention means, and how that is known where it is no name."""
    names = " and ".join(entry.name for entry in (mention.entry, *mention.others))
    return names if mention.form == "name" else f"{names} (“{mention.head.text}”: {mention.why})"


def _decided(verdict: Verdict, status: Status) -> str:
    return f"{status.value}: {reason(verdict, status)}"


def reason(verdict: Verdict, status: Status) -> str:
    """Return what decided a status; what came over the verdict is a date that lies ahead, or "allegedly"."""
    if status is verdict.status:
        return verdict.why
    over = "its date lies ahead" if status is Status.PLANNED else "told as claimed"
    return f"{over}; else {verdict.status.value}: {verdict.why}"


def _joined(telling: Telling) -> str:
    """Return why a telling is of an occasion told before."""
    if telling.candidate.taken_up is not None:
        return f"“{telling.candidate.trigger.text}” takes up what was told before"
    when = "no date of its own" if telling.date is None else f"agreeing date {telling.date.date.edtf}"
    return f"“{telling.candidate.trigger.text}” has the same people, a type that fits, {when}"
