"""On which day an actor's story stands: what is said or done without a date goes on with a day told of that actor.

News names the day once ("Roe said on Monday ...") and then quotes on. Only a day is carried, only along clauses that
the article itself tells in the simple past, and words that went through a channel of their own ("in a letter") are
another occasion (docs/decisions/0085).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.dating import Dates
from timeline.events.statement_values import SaidClause
from timeline.language.mentions import Entry, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import agents, grammatical_subject, objects_of
from timeline.model import ActorKind, DateReading, Status

#: How many sentences on a deed still goes on with the day; so does however far on what somebody named says, or what is
#: done "at the hearing".
_NEAR = 2
#: How a clause hangs on the one whose time it shares ("said it, adding that ...", "started by praising her").
_SHARING = frozenset({"advcl", "xcomp", "pcomp", "prep"})
_MEANS = frozenset({"by", "in", "while", "with"})
#: Marks of a clause that has another time than the one it hangs on.
_APART = frozenset({"after", "before", "since", "because", "if", "unless", "until", "though", "although"})
_CLAUSES = frozenset({"ROOT", "conj", "advcl"})
#: What stands before an occasion told already, and before a new one.
_THE, _A = frozenset({"the", "this", "that", "his", "her", "their", "its"}), frozenset({"a", "an", "another"})
#: Adverbs that put a clause at another time, or at many.
_OTHER_TIMES = frozenset(
    {"later", "earlier", "previously", "recently", "once", "already", "afterwards", "afterward", "subsequently"}
    | {
        "eventually",
        "originally",
        "initially",
        "formerly",
        "always",
        "often",
        "rarely",
        "seldom",
        "sometimes",
        "usually",
    }
    | {"frequently", "repeatedly", "regularly", "long", "since", "ago", "before", "when"}
)


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


class _Reader:
    """Goes through a document once."""

    def __init__(self, people: People, dates: Dates, saids: Sequence[SaidClause]) -> None:
        self.people, self.dates = people, dates
        self.sayings = {said.cue.i: said for said in saids}
        self.told = sorted((span.start, span.end) for said in saids for span in said.content)
        #: The day on which each actor's story stands, and the last sentence that went on with it.
        self.standing: dict[Entry, tuple[DateReading, int]] = {}

    def read(self, parsed: Parsed) -> dict[int, DateReading]:
        """Return the days of the clauses that have one."""
        days: dict[int, DateReading] = {}
        for sentence in parsed.sentences[min(self.dates.by_sentence) :]:
            for verb in sentence.words:
                if _is_simple_past(verb) and self._is_the_articles(verb):
                    day = self._day(verb, self.sayings.get(verb.i))
                    if day is not None:
                        days[verb.i] = day
        return days

    def _is_the_articles(self, verb: Word) -> bool:
        """Whether the article itself tells it as news, and nobody it quotes or reports."""
        if verb.i not in self.sayings and (verb.dep not in _CLAUSES or _is_apart(verb)):
            return False
        return not any(start <= verb.start < end for start, end in self.told)

    def _day(self, verb: Word, said: SaidClause | None) -> DateReading | None:
        """Return the day of a clause, its own or the one that its actor's story stands on, and go on from there."""
        actors, number = self._actors(verb, said), verb.sentence.i
        own = self._own(verb, said)
        if own or (said is not None and said.channel is not None) or _is_another_occasion(verb):
            shared = own[0] if len(own) == 1 and own[0].date.width and not self.dates.lies_ahead(own[0].date) else None
            for actor in actors:
                self.standing.pop(actor, None)
                if shared is not None and shared.date.is_day:
                    self.standing[actor] = shared, number
            return shared
        for actor in (a for a in (*actors, *self._served_by(actors, said)) if a in self.standing):
            day, last = self.standing[actor]
            if (
                number - last <= _NEAR
                or (said is not None and actor.named and actor in actors)
                or _occasion(verb, _THE)
            ):
                self.standing.update(dict.fromkeys((actor, *actors), (day, number)))
                return replace(day, derivation=f"{day.derivation}; carried on from what is told of {actor.name}")
        return None

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


def _is_simple_past(verb: Word) -> bool:
    """Whether a verb stands in the simple past, active or passive, and is not negated."""
    if verb.pos != "VERB" or verb.tag not in {"VBD", "VBN"}:
        return False
    helpers = {c.dep: c for c in verb.children if c.dep in {"aux", "auxpass", "neg"}}
    if verb.tag == "VBD":
        return not helpers
    return set(helpers) == {"auxpass"} and helpers["auxpass"].tag == "VBD"


def _is_apart(verb: Word) -> bool:
    return any(c.dep in {"mark", "prep", "advmod"} and c.lower in _APART for c in verb.children if c.i < verb.i)


def _is_another_occasion(verb: Word) -> bool:
    """Whether a clause says that it tells of another time ("later") or of an occasion not told yet ("at a rally")."""
    return any(c.dep == "advmod" and c.lower in _OTHER_TIMES for c in verb.children) or _occasion(verb, _A)


def _occasion(verb: Word, determiners: frozenset[str]) -> bool:
    """Whether a clause names its occasion with one of these before it ("during the hearing")."""
    phrases = (c for c in verb.children if c.dep == "prep" and c.lower in {"at", "during"})
    return any(c.lower in determiners for phrase in phrases for o in objects_of(phrase) for c in o.children)
