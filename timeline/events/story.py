"""On which day an actor's story stands: what is said or done without a date goes on with a day told of that actor.

News names the day once ("Roe said on Monday ...") and then quotes on. Only a day is carried, only along clauses that
the article itself tells in the simple past, and words that went through a channel of their own ("in a letter") are
another occasion (docs/decisions/0085).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.dates.readings import Reading
from timeline.dates.uncertain import UncertainDate
from timeline.events.dating import Dates
from timeline.events.repeats import is_on_an_occasion
from timeline.events.senses import words
from timeline.events.statement_values import SaidClause
from timeline.language.mentions import Entry, People
from timeline.language.parse import Parsed, Sentence, Word
from timeline.language.syntax import agents, grammatical_subject, objects_of
from timeline.model import ActorKind, DateReading, Status

#: How many sentences on a deed still goes on with the day, and words of somebody named; what is done "at the hearing"
#: does so however far on.
_NEAR, _FAR = 2, 6
#: Days up to which another date is where the story goes on, and no background.
_DAYS = 7
#: How a clause hangs on the one whose time it shares ("said it, adding that ...", "started by praising her").
_SHARING = frozenset({"advcl", "xcomp", "pcomp", "prep"})
_MEANS = frozenset({"by", "in", "while", "with"})
#: Marks of a clause that has another time than the one it hangs on.
_APART = frozenset({"after", "before", "since", "because", "if", "unless", "until", "though", "although"})
_CLAUSES = frozenset({"ROOT", "conj", "advcl"})
_PAST = frozenset({"VBD", "VBN"})
#: What opens a longer time than a day.
_THROUGHOUT = frozenset({"during", "throughout"})
#: By what words go through a medium.
_THROUGH = frozenset({"in", "on", "to", "with", "via", "during", "at"})
#: What stands before an occasion told already, and before a new one.
_THE, _A = frozenset({"the", "this", "that", "his", "her", "their", "its"}), frozenset({"a", "an", "another"})


@dataclass(frozen=True, slots=True)
class Story:
    """The days of the clauses that tell an actor's story, by the index of their verb."""

    days: dict[int, DateReading]

    @classmethod
    def of(cls, parsed: Parsed, people: People, dates: Dates, saids: Sequence[SaidClause]) -> Story:
        """Read the clauses of a document in order; a document without dates has no story."""
        return cls(_Reader(people, dates, saids).read(parsed) if dates.by_sentence else {})

    def day_of(self, verb: Word) -> DateReading | None:
        """Return the day of what a verb tells: that of its own clause, or of the one whose time it shares."""
        while (found := self.days.get(verb.i)) is None:
            if verb.dep not in _SHARING or verb.tag in {"VBD", "VBN", "VBZ", "VBP"} or _is_apart(verb):
                return None
            if verb.dep == "prep" and verb.lower not in _MEANS:
                return None
            verb = verb.head
        return found


@dataclass(frozen=True, slots=True)
class _Standing:
    """On which day an actor's story stands, since which sentence, and whether words set it and no deed."""

    day: DateReading
    sentence: int
    spoken: bool


class _Reader:
    """Goes through a document once."""

    def __init__(self, people: People, dates: Dates, saids: Sequence[SaidClause]) -> None:
        self.people, self.dates = people, dates
        self.sayings = {said.cue.i: said for said in saids}
        self.told = sorted((span.start, span.end) for said in saids for span in said.content)
        #: The day on which each actor's story stands, the last sentence that went on with it, and if words set it.
        self.standing: dict[Entry, _Standing] = {}

    def read(self, parsed: Parsed) -> dict[int, DateReading]:
        """Return the days of the clauses that have one."""
        days: dict[int, DateReading] = {}
        for sentence in parsed.sentences[min(self.dates.by_sentence) :]:
            self._turn_the_page(sentence)
            for verb in sentence.words:
                if verb.tag in _PAST and _is_simple_past(verb) and self._is_the_articles(verb):
                    day = self._day(verb, self.sayings.get(verb.i))
                    if day is not None:
                        days[verb.i] = day
        return days

    def _turn_the_page(self, sentence: Sentence) -> None:
        """End the stories that a heading, a mark of the clock, or a date of another time put behind."""
        if not any(w.pos in {"VERB", "AUX"} for w in sentence.words):
            self.standing.clear()
        readings = [r for _, r in self.dates.by_sentence.get(sentence.i, ()) if not self._is_told(r.span.start)]
        for actor, standing in list(self.standing.items()):
            if any(_is_another_day(r, standing.day.date) for r in readings):
                del self.standing[actor]

    def _is_told(self, at: int) -> bool:
        """Whether a place lies in words quoted or reported."""
        return any(start <= at < end for start, end in self.told)

    def _is_the_articles(self, verb: Word) -> bool:
        """Whether the article itself tells it as news, and nobody it quotes or reports."""
        if verb.i not in self.sayings and (verb.dep not in _CLAUSES or _is_apart(verb)):
            return False
        return not self._is_told(verb.start)

    def _day(self, verb: Word, said: SaidClause | None) -> DateReading | None:
        """Return the day of a clause, its own or the one that its actor's story stands on, and go on from there."""
        actors, number = self._actors(verb, said), verb.sentence.i
        own = self._own(verb, said)
        if not own and said is None and _is_of_no_day(verb):
            return None
        if own or (said is not None and said.channel is not None) or self._is_another_occasion(verb):
            shared = own[0] if len(own) == 1 and own[0].date.width and not self.dates.lies_ahead(own[0].date) else None
            for actor in actors:
                self.standing.pop(actor, None)
                if shared is not None and shared.date.is_day:
                    self.standing[actor] = _Standing(shared, number, said is not None)
            return shared
        for actor in (a for a in (*actors, *self._served_by(actors, said)) if a in self.standing):
            standing = self.standing[actor]
            reach = _FAR if said is not None and actor.named and actor in actors else _NEAR
            if said is not None and not standing.spoken and self.dates.is_old(standing.day.date):
                continue
            if number - standing.sentence <= reach or _occasion(verb, _THE):
                gone_on = _Standing(standing.day, number, standing.spoken)
                self.standing.update(dict.fromkeys((actor, *actors), gone_on))
                told = f"{standing.day.derivation}; carried on from what is told of {actor.name}"
                return replace(standing.day, derivation=told)
        return None

    def _is_another_occasion(self, verb: Word) -> bool:
        """Whether a clause tells of another time ("later"), of an occasion not told yet ("at a rally"), or of words
        that went through something ("in an interview", "on the Courier's podcast")."""
        if any(c.dep == "advmod" and c.lower in words().other_times for c in verb.children) or _occasion(verb, _A):
            return True
        once_more = verb.i not in self.sayings and any(c.lower == "again" for c in verb.children)
        if once_more or is_on_an_occasion(verb):
            return True
        phrases = (o for c in verb.children if c.dep == "prep" and c.lower in _THROUGH for o in objects_of(c))
        for word in phrases:
            mention = self.people.mention_at(word)
            if word.lemma.lower() in words().public or (mention is not None and mention.entry.press):
                return True
        return any(c.lower in _THROUGHOUT and c.i < verb.i and _is_an_age(c) for c in verb.children)

    def _served_by(self, speakers: Sequence[Entry], said: SaidClause | None) -> list[Entry]:
        """Return the organisations with a day whose office a speaker holds: it speaks for them."""
        of = {word for speaker in speakers for role in speaker.roles for word in role.modifiers} if said else set()
        organisations = (a for a in self.standing if of and a.kind is ActorKind.ORG and not a.place)
        return [a for a in organisations if a.name.lower().removeprefix("the ").split()[0] in of]

    def _own(self, verb: Word, said: SaidClause | None) -> list[DateReading]:
        if verb.sentence.i not in self.dates.by_sentence:
            return []
        if said is None:
            return self.dates.of_trigger(verb, Status.ASSERTED)
        date = self.dates.of_saying(verb, said.content)
        return [date] if date is not None else []

    def _actors(self, verb: Word, said: SaidClause | None) -> list[Entry]:
        words = [said.speaker, *said.others] if said is not None else [*grammatical_subject(verb), *agents(verb)]
        mentions = [self.people.mention_at(word) for word in words if word is not None]
        return [entry for m in mentions if m is not None for entry in (m.entry, *m.others)]


def _is_another_day(reading: Reading, day: UncertainDate) -> bool:
    """Whether an expression tells of past days that a day is none of; years and months are background."""
    date = reading.past
    return not reading.ahead and date is not None and 0 < (date.width or 0) <= _DAYS and not date.overlaps(day)


def _is_simple_past(verb: Word) -> bool:
    """Whether a verb stands in the simple past, active or passive, and is not negated."""
    if verb.pos != "VERB" or verb.tag not in _PAST:
        return False
    helpers = {c.dep: c for c in verb.children if c.dep in {"aux", "auxpass", "neg"}}
    if verb.tag == "VBD":
        return not helpers
    return set(helpers) == {"auxpass"} and helpers["auxpass"].tag == "VBD"


def _is_of_no_day(verb: Word) -> bool:
    """Whether a deed takes more than a day ("spent six days aboard", "began to win in the last week"), or tells what
    somebody came to be and no deed ("became the only one who had lied")."""
    if verb.lemma in words().becoming:
        return True
    inside = [c for v in (verb, *verb.children) if v is verb or v.dep == "xcomp" for c in v.children]
    told = [c for c in inside if c.dep in {"dobj", "npadvmod"}]
    told += [o for c in inside if c.dep == "prep" for o in objects_of(c)]
    return any(noun.lemma.lower() in words().spans or noun.lower == "days" for noun in told)


def _is_apart(verb: Word) -> bool:
    return any(c.dep in {"mark", "prep", "advmod"} and c.lower in _APART for c in verb.children if c.i < verb.i)


def _is_an_age(preposition: Word) -> bool:
    """Whether a phrase tells of many days ("during the primaries", "during his tenure", not "during the hearing")."""
    return any(o.tag == "NNS" or o.lemma.lower() in words().ages for o in objects_of(preposition))


def _occasion(verb: Word, determiners: frozenset[str]) -> bool:
    """Whether a clause names its occasion with one of these before it ("during the hearing")."""
    phrases = (c for c in verb.children if c.dep == "prep" and c.lower in {"at", "during"})
    return any(c.lower in determiners for phrase in phrases for o in objects_of(phrase) for c in o.children)
