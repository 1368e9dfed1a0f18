"""The date of an occurrence: the expression that belongs to its own trigger, never that of the saying around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from timeline.dates.readings import Preposition, Reading
from timeline.dates.uncertain import UncertainDate
from timeline.events.senses import senses
from timeline.language.parse import Parsed, Word
from timeline.model import DateReading, Publication, Status

_SAYING = frozenset(
    {"say", "tell", "report", "announce", "write", "add", "state", "note", "tweet", "acknowledge", "admit", "confirm"}
    | {"claim", "argue", "recall", "insist", "deny", "declare", "testify", "disclose", "reveal", "publish"}
)
_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "xcomp", "csubj", "pcomp"})
#: Words that tell one occasion from the next within a sentence ("once in July and again in September").
_MARKERS = frozenset({"once", "again", "second", "first", "third", "another", "then", "later"})


@dataclass(frozen=True, slots=True)
class Dates:
    """The temporal expressions of a document, ready to be asked for the date of a trigger."""

    parsed: Parsed
    publication: Publication
    by_sentence: dict[int, tuple[tuple[Word, Reading], ...]]

    @classmethod
    def of(cls, parsed: Parsed, readings: list[Reading], publication: Publication) -> Dates:
        """Index readings by sentence, each with the word that heads it."""
        index: dict[int, list[tuple[Word, Reading]]] = {}
        for reading in readings:
            words = parsed.words_in(reading.span)
            if words and (reading.past or reading.future or reading.date):
                own = {w.i for w in words}
                head = next((w for w in words if w.head.i not in own or w.head is w), words[-1])
                index.setdefault(head.sentence.i, []).append((head, reading))
        return cls(parsed, publication, {k: tuple(v) for k, v in index.items()})

    def of_trigger(self, trigger: Word, status: Status) -> list[DateReading]:
        """Return the dates of the occasions a trigger tells of: none, one, or one for each occasion told apart."""
        found = [
            (cost, reading)
            for head, reading in self.by_sentence.get(trigger.sentence.i, ())
            if (cost := _cost(trigger, head)) is not None
        ]
        if not found:
            return []
        apart = self._told_apart(trigger, status)
        if len(apart) > 1:
            return apart
        found.sort(key=lambda pair: (pair[0], abs(pair[1].span.start - trigger.start)))
        dated = (self._date(reading, status) for _, reading in found)
        return [d for d in dated if d is not None][:1]

    def _told_apart(self, trigger: Word, status: Status) -> list[DateReading]:
        words = [w for w in trigger.sentence.words if w.i > trigger.i]
        if not any(w.lower in {"twice", "times"} or w.lower == "once" for w in words):
            return []
        marks = [w.i for w in words if w.lower in _MARKERS]
        if len(marks) < 2:
            return []
        segments: dict[int, DateReading] = {}
        for head, reading in self.by_sentence.get(trigger.sentence.i, ()):
            before = [m for m in marks if m < head.i]
            dated = self._date(reading, status) if before else None
            if dated is not None and before[-1] not in segments and dated.date.latest and dated.date.earliest:
                segments[before[-1]] = dated
        return list(segments.values())

    def _date(self, reading: Reading, status: Status) -> DateReading | None:
        if reading.expression.timex_type in {"DURATION", "SET"} or reading.expression.timex_value.endswith("_REF"):
            return None
        ahead = status in {Status.PLANNED, Status.HYPOTHETICAL}
        date = (reading.future if ahead else reading.past) or reading.date
        if date is None:
            return None
        date = _bounded(date, reading.preposition)
        words = reading.expression.text
        return DateReading(date, words, reading.span, reading.derivation, reading.stated)

    def lies_ahead(self, date: UncertainDate) -> bool:
        """Whether a date is wholly after the publication."""
        day = self.publication.day
        return day is not None and date.earliest is not None and date.earliest > day


def _bounded(date: UncertainDate, preposition: Preposition) -> UncertainDate:
    match preposition:
        case Preposition.AFTER if date.earliest is not None:
            return UncertainDate.between(date.earliest, None)
        case Preposition.BEFORE if date.latest is not None and date.latest > dt.date.min:
            return UncertainDate.between(None, date.latest)
    return date


def _cost(trigger: Word, head: Word) -> int | None:
    """Return how far an expression stands from a trigger in the parse; None where it belongs to something else."""
    governor = head
    while governor.head is not governor and governor.pos not in {"VERB", "AUX"} and governor is not trigger:
        governor = governor.head
        if governor is not trigger and ("noun", governor.lemma.lower()) in senses():
            return None
    if governor is trigger:
        return 0
    return _up(trigger, governor)


def _up(trigger: Word, governor: Word) -> int | None:
    """Count the way up from the trigger to the verb that the expression modifies."""
    steps, word = 0, trigger
    while word.head is not word:
        clause = word.dep in _CLAUSES and word.pos in {"VERB", "AUX"}
        word = word.head
        steps += 1
        if word is governor:
            blocked = (word.lemma in _SAYING and clause) or steps > 4
            return None if blocked else steps
        if word.lemma in _SAYING and clause:
            return None
    return None
