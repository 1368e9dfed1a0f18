"""The date of an occurrence: the expression that belongs to its own trigger, never that of the saying around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.dates.readings import Preposition, Reading
from timeline.dates.uncertain import UncertainDate
from timeline.events.anchors import is_at_distance
from timeline.events.repeats import count_of, is_another
from timeline.events.senses import senses
from timeline.language.lexicon import lexicon
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import governing_clause
from timeline.model import DateReading, Publication, Span, Status

#: Prepositions whose date is a subject or a term and no time of what happens ("asked about May", "until Friday").
_NOT_WHEN = frozenset({"about", "regarding", "concerning", "over", "until", "till"})
#: Verbs of a clause at a noun that tell when it was ("a letter dated May 4", "the talks, which were held in May").
_BEING = frozenset(
    {"date", "hold", "take", "occur", "happen", "schedule", "plan", "set", "write", "send", "make", "convene", "begin"}
)
#: Adverbs that say no more than that it has happened by now.
_BEFORE_NOW = frozenset({"already", "previously", "recently"})
#: How a bound is told in a derivation.
_ORDER = {Preposition.BEFORE: "before", Preposition.AFTER: "after"}
#: What is not told as done is dated by the words behind it: those before tell when it was planned, or asked for.
_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "xcomp", "csubj", "pcomp"})
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
            if words and (reading.past or reading.future or reading.date) and not _is_dateline(words):
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
            (way, reading)
            for head, reading in readings
            if (way := _way(trigger, head, reading)) is not None
            and not (status in _AHEAD and way.steps and reading.span.end < trigger.start)
        ]
        if not found:
            return []
        apart = self._told_apart(trigger, status)
        if len(apart) > 1:
            return apart
        found.sort(key=lambda pair: (pair[0].steps, abs(pair[1].span.start - trigger.start)))
        dated = [d for way, reading in found if (d := self._date(reading, status, way.bound)) is not None]
        joined = trigger.tag == "NNS" and all(way.steps == found[0][0].steps for way, _ in found)
        return dated if joined else dated[:1]

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
                return [dated] if dated is not None else []
        return []

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
            if dated is not None and reading.preposition is Preposition.WITHIN:
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

    def _date(self, reading: Reading, status: Status, bound: Preposition = Preposition.WITHIN) -> DateReading | None:
        if reading.expression.timex_value == "PAST_REF" and status is Status.ASSERTED:
            return self._before_publication(reading.expression.text, reading.span)
        if reading.expression.timex_type in {"DURATION", "SET"} or reading.expression.timex_value.endswith("_REF"):
            return None
        ahead = status in _AHEAD
        meant = reading.future if reading.ahead else reading.past
        date = reading.date if ahead else (meant or reading.date)
        if date is None:
            return None
        date = _bounded(_bounded(date, reading.preposition), bound)
        words, derivation, stated = reading.expression.text, reading.derivation, reading.stated
        if bound is not Preposition.WITHIN:
            derivation, stated = f"{derivation}; told as {_ORDER[bound]} it", None
        return DateReading(date, words, reading.span, derivation, stated)

    def lies_ahead(self, date: UncertainDate) -> bool:
        """Whether a date is wholly after the publication."""
        day = self.publication.day
        return day is not None and date.earliest is not None and date.earliest > day


#: Prepositions of time: what they govern says when ("during the 2016 campaign").
_WHEN = frozenset({"in", "on", "at", "during", "before", "after", "since", "throughout", "around", "by", "following"})


def _is_while(verb: Word) -> bool:
    """Whether a clause tells of the same time ("while she was in Bonn that day, she met him")."""
    return any(c.dep in {"mark", "advmod"} and c.lower in {"while", "when", "as"} for c in verb.children)


def _behind_aside(preposition: Word) -> Word | None:
    """Return the verb of the sentence around an aside, where a phrase behind its closing comma was hung on the aside's
    verb ("she met Roe, who runs the office, for an hour on Friday")."""
    clause = preposition.head
    words, first = preposition.sentence.words, preposition.sentence.words[0].i
    before = words[preposition.i - first - 1] if preposition.i > first else preposition
    inside = clause.dep in {"relcl", "acl", "appos"} and clause.head.i < clause.i < before.i
    opened = inside and any(w.text == "," for w in words[clause.head.i - first : clause.i - first])
    return governing_clause(clause.head) if opened and before.text == "," else None


def _tells_which(trigger: Word, head: Word) -> bool:
    """Whether an expression only tells which thing is meant ("discussed the 2016 election with her")."""
    noun = head.head
    if head.dep not in {"nummod", "compound", "amod", "nmod", "poss"} or noun.pos not in {"NOUN", "PROPN"}:
        return False
    while noun.dep in {"compound", "nmod"} and noun.head.pos in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun is trigger:
        return False
    return noun.dep in {"dobj", "nsubj", "nsubjpass", "attr"} or (noun.dep == "pobj" and noun.head.lower not in _WHEN)


def _goes_on(trigger: Word) -> bool:
    """Whether a trigger goes on with a story: its clause is told by the article itself, in the simple past, and of no
    time of its own ("they met again", "they met several times")."""
    if is_another(trigger) or count_of(trigger) is not None or is_at_distance(trigger):
        return False
    verb = trigger if trigger.pos == "VERB" else governing_clause(trigger)
    while verb.dep in {"xcomp", "conj"} and verb.head.pos in {"VERB", "AUX"} and verb.tag != "VBD":
        verb = verb.head
    if verb.tag != "VBD" or verb.dep not in {"ROOT", "conj", "advcl"}:
        return False
    helped = any(c.dep in {"aux", "neg"} and c.lower != "did" for c in verb.children)
    return not helped and not any(up.lemma in lexicon().saying for up in verb.ancestors())


def _sets_scene(head: Word) -> bool:
    """Whether an expression tells when something was done, and not when it was said."""
    verb = governing_clause(head)
    past = verb.tag == "VBD" or any(c.dep == "auxpass" and c.tag == "VBD" for c in verb.children)
    return past and verb.pos == "VERB" and verb.lemma not in lexicon().saying and verb.dep in {"ROOT", "conj"}


#: How far into a sentence the dash of a dateline may stand, in words.
_DATELINE = 16
_DASHES = frozenset({"—", "–", "--", "-"})


def _is_dateline(words: list[Word]) -> bool:
    """Whether an expression is of a dateline ("ALDREN, March 2 (Wire) — ..."): the day of writing, not of the deed."""
    opening = words[0].sentence.words[:_DATELINE]
    dash = next((w for w in opening if w.text in _DASHES and w.i > words[-1].i), None)
    if dash is None or not opening[0].text.isupper() or len(opening[0].text) < 3:
        return False
    before = [w for w in opening if w.i < words[0].i]
    return all(w.pos in {"PROPN", "PUNCT", "NOUN", "X", "ADJ"} or w.text.isupper() for w in before)


def _bounded(date: UncertainDate, preposition: Preposition) -> UncertainDate:
    match preposition:
        case Preposition.AFTER if date.earliest is not None:
            return UncertainDate.between(date.earliest, None)
        case Preposition.BEFORE if date.latest is not None and date.latest > dt.date.min:
            return UncertainDate.between(None, date.latest)
    return date


@dataclass(frozen=True, slots=True)
class _Way:
    """How an expression is reached from a trigger: steps in the parse, and whether the occasion lies before it
    ("resigned on Monday after a meeting") or after it."""

    steps: int
    bound: Preposition = Preposition.WITHIN


def _way(trigger: Word, head: Word, reading: Reading) -> _Way | None:
    """Return the way from a trigger to an expression; None where the expression belongs to something else."""
    if _is_when(trigger, reading):
        return _Way(0)
    if _tells_which(trigger, head):
        return None
    if _opens(head) and trigger.sentence.root is not trigger:
        return _up(trigger, trigger.sentence.root)
    governor = _torn_off(head) or head
    while governor.head is not governor and governor.pos not in {"VERB", "AUX"} and governor is not trigger:
        governor = governor.head
        if governor.dep == "prep" and (around := _behind_aside(governor)) is not None:
            governor = around
            break
        if governor.lower in _NOT_WHEN or (governor is not trigger and ("noun", governor.lemma.lower()) in senses()):
            return None
    if governor.head is trigger and governor.dep in {"acl", "relcl"} and governor.lemma in _BEING:
        return _Way(0)
    if governor.head is trigger and governor.dep == "advcl" and _is_while(governor):
        return _Way(1)
    if governor is trigger or (_opens(head) and trigger.sentence.root is trigger):
        return _Way(0)
    return _up(trigger, governor)


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


def _is_when(trigger: Word, reading: Reading) -> bool:
    """Whether the trigger's clause is the "when ..." right behind the expression ("on May 4, when they dined")."""
    when = next((c for c in trigger.children if c.lower == "when" and c.i < trigger.i), None)
    if when is None or when.start < reading.span.end:
        return False
    return all(w.pos == "PUNCT" for w in trigger.sentence.words if reading.span.end <= w.start < when.start)


def _torn_off(head: Word) -> Word | None:
    """Return the noun of a fronted phrase that the expression stands right behind, where the parser hung it on the
    verb ("Following the report Wednesday night, they called")."""
    verb, first = head.head, min(w.i for w in head.subtree())
    if head.dep != "npadvmod" or (verb.pos in {"VERB", "AUX"} and verb.dep != "prep" and first >= verb.i):
        return None
    before = next((w for w in head.sentence.words if w.i == first - 1), None)
    inside = before is not None and before.dep == "pobj" and before.head is head.sentence.words[0]
    return before if inside else None


def _opens(head: Word) -> bool:
    """Whether an expression opens the sentence ("On May 4, ..."): it belongs to the sentence, however it is parsed."""
    words = head.sentence.words
    return head.head.dep == "prep" and head.head is words[0] and any(w.text == "," for w in words[2:6])


def _up(trigger: Word, governor: Word) -> _Way | None:
    """Go up from the trigger to the verb that the expression modifies."""
    steps, word, bound = 0, trigger, Preposition.WITHIN
    while word.head is not word:
        clause = word.dep in _CLAUSES and word.pos in {"VERB", "AUX"}
        if word.dep in {"relcl", "acl"} and clause:
            return None
        bound = _order(word) or bound
        word = word.head
        steps += 1
        if word.lemma in lexicon().saying and clause:
            return None
        if word is governor:
            return _Way(steps, bound) if steps <= 4 else None
    return None


def _order(word: Word) -> Preposition | None:
    """Return on which side of the date above a phrase or clause puts what it tells of."""
    marks = (
        [word] if word.dep == "prep" else [c for c in word.children if c.dep == "mark"] if word.dep == "advcl" else []
    )
    for mark in marks:
        if mark.lower in {"after", "following"}:
            return Preposition.BEFORE
        if mark.lower == "before":
            return Preposition.AFTER
    return None
