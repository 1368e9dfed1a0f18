"""The date of an occurrence: the expression that belongs to its own trigger, never that of the saying around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.dates.datelines import is_dateline
from timeline.dates.narration import LONG_AGO
from timeline.dates.readings import Preposition, Reading
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import about
from timeline.events.anchors import is_at_distance
from timeline.events.repeats import count_of, is_another, is_on_an_occasion
from timeline.events.senses import senses, words
from timeline.events.status_words import classes
from timeline.events.undating import is_compared
from timeline.events.ways import Way, way_to
from timeline.language.lexicon import lexicon
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import governing_clause, objects_of
from timeline.model import DateReading, Publication, Span, Status

#: Adverbs that say no more than that it has happened by now.
_BEFORE_NOW = frozenset({"already", "previously", "recently"})
#: How a bound is told in a derivation.
_ORDER = {Preposition.BEFORE: "before", Preposition.AFTER: "after"}
_HERE = Way(0)
#: What stands before an occasion that was not told yet.
_NEW = frozenset({"a", "an", "another", "earlier", "those"})
#: Days from which on a date is that of an age, and not of the deed told next.
_WIDE = 367
#: Days for which what was done is news.
_NEWS = 10
#: What is not told as done is dated by the words behind it: those before tell when it was planned, or asked for.
_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
#: Words that tell one occasion from the next within a sentence ("once in July and again in September").
NEXT = frozenset({"once", "again", "second", "first", "third", "another", "then", "later"})


@dataclass(frozen=True, slots=True)
class Dates:
    """The temporal expressions of a document, ready to be asked for the date of a trigger."""

    publication: Publication
    by_sentence: dict[int, tuple[tuple[Word, Reading], ...]]

    @classmethod
    def of(cls, parsed: Parsed, readings: list[Reading], publication: Publication) -> Dates:
        """Index readings by sentence, each with the word that heads it."""
        index: dict[int, list[tuple[Word, Reading]]] = {}
        for reading in readings:
            words = parsed.words_in(reading.span)
            dated = words and (reading.past or reading.future or reading.date)
            if dated and not is_dateline(words) and not is_compared(words):
                own = {w.i for w in words}
                head = next((w for w in words if w.head.i not in own or w.head is w), words[-1])
                index.setdefault(head.sentence.i, []).append((head, reading))
        return cls(publication, {k: tuple(v) for k, v in index.items()})

    def of_saying(self, cue: Word, said: Sequence[Span] = ()) -> DateReading | None:
        """Return when something was said: a date at the cue, or at the occasion it was said on ("at the hearing in
        May"); what only names a source ("according to") has no date of its own but one that stands inside it."""
        readings = [
            (head, reading)
            for head, reading in self.by_sentence.get(cue.sentence.i, ())
            if not any(span.overlaps(reading.span) for span in said)
        ]
        if cue.pos != "VERB" or cue.lower == "according":
            below = {w.i for w in cue.subtree()}
            dated = (self._date(reading, Status.ASSERTED) for head, reading in readings if head.i in below)
            return next((d for d in dated if d is not None), None)
        found = [d for d in self.of_trigger(cue, Status.ASSERTED) if not any(_inside(d, span) for span in said)]
        occasions = (self._date(r, Status.ASSERTED) for head, r in readings if _at_occasion(cue, head))
        return next(iter(found), None) or next((d for d in occasions if d is not None), None)

    def below(self, word: Word, status: Status) -> list[DateReading]:
        """Return the first date that hangs below a word."""
        inside = {w.i for w in word.subtree()}
        readings = self.by_sentence.get(word.sentence.i, ())
        dated = (self._date(reading, status) for head, reading in readings if head.i in inside)
        return [d for d in dated if d is not None][:1]

    def of_contact(self, trigger: Word, status: Status) -> list[DateReading]:
        """Return the dates of a contact: those of its trigger, else that of the story it goes on with, else what an
        adverb leaves ("already")."""
        found = self.of_trigger(trigger, status)
        if found or status is not Status.ASSERTED:
            return found
        return self._scene(trigger) or self._already(trigger)

    def of_trigger(self, trigger: Word, status: Status) -> list[DateReading]:
        """Return the dates of the occasions a trigger tells of: none, one, or one for each occasion told apart."""
        readings = self.by_sentence.get(trigger.sentence.i, ())
        found = [
            (way, head, reading)
            for head, reading in readings
            if (way := way_to(trigger, head, reading)) is not None
            and not (status in _AHEAD and way.steps and reading.span.end < trigger.start and not _is_scheduled(head))
        ]
        if status is Status.ASSERTED:
            found = [one for one in found if not _is_of_the_plan(one[1])] or found
        if not found:
            return []
        apart = self._told_apart(trigger, status)
        if len(apart) > 1:
            return apart
        found.sort(key=lambda one: (one[0].steps, abs(one[2].span.start - trigger.start)))
        listed = self._listed(found[0][1], status, readings) if found[0][0].bound is Preposition.WITHIN else []
        if listed:
            return listed
        first = [one for one in found if one[0].steps == found[0][0].steps]
        near = [d for way, _, reading in first if (d := self._date(reading, status, way)) is not None]
        if trigger.tag == "NNS" and len(first) == len(found):
            return near
        dated = near or [d for way, _, reading in found if (d := self._date(reading, status, way)) is not None]
        return [_within(dated[0], dated[1:])] if dated else []

    def _listed(self, head: Word, status: Status, readings: Sequence[tuple[Word, Reading]]) -> list[DateReading]:
        """Return the dates of a list ("in May, July and August"), each of an occasion of its own; days that follow one
        another are told as their days ("on May 4 and 5")."""
        first = _first_of_list(head)
        inside = [(h, r) for h, r in readings if _first_of_list(h) is first and r.preposition is Preposition.WITHIN]
        dated = [d for _, reading in inside if (d := self._date(reading, status)) is not None and d.date.width]
        both = any(c.dep == "cc" and c.lower == "and" for h, _ in inside for c in h.children)
        return _with_days_joined(dated) if both and len(dated) > 1 else []

    def _before_publication(self, words: str, span: Span) -> DateReading | None:
        """Return what "recently" and "already" say: on or before the day of publication."""
        day = self.publication.day
        if day is None:
            return None
        return DateReading(UncertainDate.between(None, day), words, span, f"before publication on {day.isoformat()}")

    def _already(self, trigger: Word) -> list[DateReading]:
        verb = trigger if trigger.pos == "VERB" else governing_clause(trigger)
        for word in verb.children:
            if word.dep == "advmod" and word.lower in _BEFORE_NOW:
                dated = self._before_publication(word.text, Span(word.start, word.end))
                return [self._before_the_story(verb, dated)] if dated is not None else []
        return []

    def _before_the_story(self, verb: Word, dated: DateReading) -> DateReading:
        """Return what had been by a day of long ago ("On May 4, 2011, he rang her. He had previously met her") as
        before that day; what is news had been by publication."""
        before = verb.sentence.previous
        had = any(c.dep == "aux" and c.lower in {"had", "'d"} for c in verb.children)
        if not had or before is None or verb.sentence.paragraph - before.paragraph > 1:
            return dated
        for head, reading in reversed(self.by_sentence.get(before.i, ())):
            day = self._date(reading, Status.ASSERTED) if _sets_scene(head) else None
            if day is not None and day.date.is_day and reading.preposition is Preposition.WITHIN:
                told = f"before what the sentence before tells of: {day.derivation}"
                until = UncertainDate.between(None, day.date.latest)
                return replace(dated, date=until, derivation=told) if self._is_long_ago(day.date) else dated
        return dated

    def _is_long_ago(self, date: UncertainDate) -> bool:
        day = self.publication.day
        return day is not None and date.latest is not None and (day - date.latest).days > LONG_AGO

    def _scene(self, trigger: Word) -> list[DateReading]:
        """Return the date of the story that a trigger without one goes on with: that of the deed told in the sentence
        before. Farther back a date is as often another's (docs/decisions/0082)."""
        if not _goes_on(trigger):
            return []
        before = trigger.sentence.previous
        if before is None or trigger.sentence.paragraph - before.paragraph > 1:
            return []
        for head, reading in reversed(self.by_sentence.get(before.i, ())):
            dated = self._date(reading, Status.ASSERTED) if _sets_scene(head) else None
            near = dated is not None and (dated.date.width or _WIDE) < _WIDE
            if dated is not None and near and reading.preposition is Preposition.WITHIN:
                return [replace(dated, derivation=f"{dated.derivation}; carried on from the sentence before")]
        return []

    def _told_apart(self, trigger: Word, status: Status) -> list[DateReading]:
        words = [w for w in trigger.sentence.words if w.i > trigger.i]
        marks = [w.i for w in words if w.lower in NEXT]
        if not any(w.lower in {"twice", "times", "once"} for w in words):
            return self._again(trigger, status, set(marks))
        if len(marks) < 2:
            return []
        segments: dict[int, DateReading] = {}
        for head, reading in self.by_sentence.get(trigger.sentence.i, ()):
            before = [m for m in marks if m < head.i]
            dated = self._date(reading, status) if before else None
            if dated is not None and before[-1] not in segments and dated.date.latest and dated.date.earliest:
                segments[before[-1]] = dated
        return list(segments.values())

    def _again(self, trigger: Word, status: Status, marks: set[int]) -> list[DateReading]:
        """Return the dates of "in September and again in November": coordinated, the later ones marked."""
        out: list[DateReading] = []
        for head, reading in self.by_sentence.get(trigger.sentence.i, ()):
            phrase = head.head
            marked = any(c.i in marks for c in (*phrase.children, *phrase.head.children))
            joined = phrase.dep == "conj" and phrase.head.head is trigger and marked
            if joined or (phrase.head is trigger and phrase.dep == "prep"):
                dated = self._date(reading, status)
                out += [dated] if dated is not None else []
        return out if any(m > trigger.i for m in marks) else []

    def _date(self, reading: Reading, status: Status, way: Way = _HERE) -> DateReading | None:
        if reading.expression.timex_value == "PAST_REF" and status is Status.ASSERTED:
            return self._before_publication(reading.expression.text, reading.span)
        if reading.expression.timex_type in {"DURATION", "SET"} or reading.expression.timex_value.endswith("_REF"):
            return None
        if reading.is_time_of_day and self._is_of_publication(reading):
            return None  # "at noon": nobody said of which day
        ahead = status in _AHEAD
        meant = reading.future if reading.ahead else reading.past
        date = reading.date if ahead else (meant or reading.date)
        if date is None:
            return None
        words, derivation, stated = reading.expression.text, reading.derivation, reading.stated
        if way.soon:
            date, derivation, stated = about(date), f"{derivation}; told as soon {_ORDER[way.bound]} it", None
        elif way.bound is not Preposition.WITHIN:
            date = _bounded(date, way.bound)
            derivation, stated = f"{derivation}; told as {_ORDER[way.bound]} it", None
        elif not way.then:
            date = _bounded(date, reading.preposition)
        return DateReading(date, words, reading.span, derivation, stated)

    def _is_of_publication(self, reading: Reading) -> bool:
        """Whether an hour has the day of publication for want of any other."""
        day, date = self.publication.day, reading.date
        counted = (reading.expression.anchor or "").startswith("day told")
        return counted and day is not None and date is not None and date.is_day and date.earliest == day

    def is_old(self, date: UncertainDate) -> bool:
        """Whether a date is of longer ago than what is news on the day of publication."""
        day = self.publication.day
        return day is None or date.latest is None or (day - date.latest).days > _NEWS

    def lies_ahead(self, date: UncertainDate) -> bool:
        """Whether a date is wholly after the publication."""
        day = self.publication.day
        return day is not None and date.earliest is not None and date.earliest > day


def _within(date: DateReading, others: Iterable[DateReading]) -> DateReading:
    """Return the narrowest of a date and what lies within it ("yesterday, at this year's fair")."""
    inner = [o for o in others if o.date.width is not None and date.date.contains(o.date)]
    return min([date, *inner], key=lambda d: float("inf") if d.date.width is None else d.date.width)


#: Participles that tell when something was to be ("the talks, planned for May 3, took place on June 7").
_PLANNED = frozenset({"plan", "schedule", "set", "slate", "expect", "book"})
#: What somebody is, or was, at the time that is told ("was scheduled to", "was due to").
_DUE = frozenset({"schedule", "set", "slate", "expect", "due", "suppose"})


def _is_of_the_plan(head: Word) -> bool:
    verb = governing_clause(head)
    return verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in _PLANNED


def _is_scheduled(head: Word) -> bool:
    """Whether an expression before a plan tells when it was to be, and not when it was made ("On May 3, she was
    scheduled to testify")."""
    verb = governing_clause(head)
    due = verb if verb.lemma != "be" else next((c for c in verb.children if c.dep == "acomp"), verb)
    standing = due.lemma in _DUE and (due is not verb or any(c.lemma == "be" for c in verb.children))
    return standing and head.i < due.i


def _goes_on(trigger: Word) -> bool:
    """Whether a trigger goes on with a story: its clause is told by the article itself, in the simple past, and of no
    time of its own ("they met again", "they met several times")."""
    if is_another(trigger) or is_on_an_occasion(trigger) or count_of(trigger) is not None or is_at_distance(trigger):
        return False
    verb = trigger if trigger.pos == "VERB" else governing_clause(trigger)
    while verb.dep in {"xcomp", "conj"} and verb.head.pos in {"VERB", "AUX"} and verb.tag != "VBD":
        verb = verb.head
    if verb.tag != "VBD" or verb.dep not in {"ROOT", "conj", "advcl"} or _is_at_another_time(verb):
        return False
    helped = any(c.dep in {"aux", "neg"} and c.lower != "did" for c in verb.children)
    return not helped and not any(up.lemma in lexicon().saying for up in verb.ancestors())


def _is_at_another_time(verb: Word) -> bool:
    """Whether a clause says that it was at another time than what is told before ("as a student, she met him")."""
    if any(c.dep in {"advmod", "npadvmod"} and c.lower in words().other_times for c in verb.children):
        return True
    return any(c.i < verb.i and (_opens_another_time(c) or _is_as(c)) for c in verb.children)


def _opens_another_time(phrase: Word) -> bool:
    """Whether a fronted phrase or clause tells of an age or of an occasion not told before ("during her tenure")."""
    if phrase.dep == "advcl":
        return any(c.lower in {"before", "when", "until", "since"} for c in phrase.children)
    told = (o for o in objects_of(phrase) if phrase.dep == "prep" and o.pos == "NOUN")
    return any(o.lemma.lower() in words().ages or any(c.lower in _NEW for c in o.children) for o in told)


def _is_as(phrase: Word) -> bool:
    return phrase.lower == "as" and phrase.dep == "prep"


def _sets_scene(head: Word) -> bool:
    """Whether an expression tells when something was done, and not when it was said."""
    verb = governing_clause(head)
    past = verb.tag == "VBD" or any(c.dep == "auxpass" and c.tag == "VBD" for c in verb.children)
    told = verb.lemma not in lexicon().saying and verb.lemma not in words().ends and not _only_plans(verb)
    return past and verb.pos == "VERB" and told and verb.dep in {"ROOT", "conj"}


def _only_plans(verb: Word) -> bool:
    """Whether a clause tells only that a contact was planned or asked for: when it came about is another matter."""
    ahead = [c for c in verb.children if c.dep in {"xcomp", "ccomp"}]
    done = any(c.dep == "conj" and c.tag == "VBD" for up in (verb, *ahead) for c in up.children)
    at_once = verb.lemma == "ask" and verb.tag == "VBD"  # "asked to speak with her. At that meeting ..."
    if done or at_once or verb.lemma not in classes().plan_verbs | classes().unreal_verbs:
        return False
    met = any(("verb", c.lemma) in senses() for c in ahead)
    return met or any(c.dep == "dobj" and ("noun", c.lemma.lower()) in senses() for c in verb.children)


#: How the parser hangs the later dates of a list on the first, or a second day on its month ("April 11 and 12").
_LISTED = frozenset({"conj", "appos", "nummod"})


def _first_of_list(head: Word) -> Word:
    """Return the first of the expressions that one stands in a list with ("May, July and August")."""
    while head.dep in _LISTED and head.head.pos in {"PROPN", "NOUN", "NUM"}:
        head = head.head
    return head


def _with_days_joined(dated: Sequence[DateReading]) -> list[DateReading]:
    """Join days that follow one another; nothing is left where a date is not wholly behind the one before."""
    out = list(dated[:1])
    for one in dated[1:]:
        last, first = out[-1].date.latest, one.date.earliest
        if last is None or first is None or last >= first:
            return []
        if (first - last).days == 1 and one.date.is_day:
            days = UncertainDate.between(out[-1].date.earliest, one.date.latest)
            out[-1] = replace(out[-1], date=days, derivation=f"{out[-1].derivation}; with “{one.words}” behind it")
        else:
            out.append(one)
    return out


def _bounded(date: UncertainDate, preposition: Preposition) -> UncertainDate:
    match preposition:
        case Preposition.AFTER if date.earliest is not None:
            return UncertainDate.between(date.earliest, None)
        case Preposition.BEFORE if date.latest is not None and date.latest > dt.date.min:
            return UncertainDate.between(None, date.latest)
    return date


def _inside(date: DateReading, span: Span) -> bool:
    return date.span is not None and date.span.overlaps(span)


def _at_occasion(cue: Word, head: Word) -> bool:
    """Whether an expression dates the occasion on which something was said ("denied it at the hearing in May")."""
    way = [head, *head.ancestors()]
    below = next((w for w in way if w.head is cue), None)
    nouns = [w for w in way if w.pos == "NOUN" and ("noun", w.lemma.lower()) in senses()]
    return (
        bool(nouns)
        and below is not None
        and below.dep == "prep"
        and below.lower in {"in", "at", "during"}
        and (nouns[0].head is below)
    )
