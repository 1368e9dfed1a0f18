"""From what the rules found to claims: evidence with its exact words, who says so, place, count, and a stable id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.events.actions import Found, find_actions
from timeline.events.attribution import attribution
from timeline.events.candidates import Candidate
from timeline.events.confidence import Surroundings, statement_score
from timeline.events.corrections import with_corrections
from timeline.events.dating import Dates
from timeline.events.matcher import find_contacts
from timeline.events.occasions import Occasion, Telling, join_anchored
from timeline.events.places import place_of
from timeline.events.recalls import with_recalls
from timeline.events.repeats import count_of
from timeline.events.statement_status import verdict_of_saying
from timeline.events.statement_values import SaidClause
from timeline.events.statements import find_statements, statement_of
from timeline.events.status import status_of
from timeline.events.status_words import Verdict
from timeline.events.story import Story
from timeline.events.tracing import Trace
from timeline.ids import stable_id
from timeline.language.mentions import Mention, People
from timeline.language.parse import Parsed, Word
from timeline.model import (
    Actor,
    ActorKind,
    Article,
    Claim,
    ClaimType,
    DateReading,
    Evidence,
    Participant,
    Score,
    Span,
    Stance,
    Status,
    Trigger,
)

#: Helpers of a verb that tell of what is past.
_PAST = frozenset({("aux", "had"), ("aux", "have"), ("aux", "has"), ("auxpass", "was"), ("auxpass", "were")})


def find_claims(
    article: Article, parsed: Parsed, people: People, dates: Dates, trace: Trace | None = None
) -> tuple[Claim, ...]:
    """Return all claims of an article in text order; the checks behind them are noted in a trace, if there is one."""
    maker = _Maker(article, parsed, people, dates, trace)
    # In this order: a word that tells of a contact is no cue and no deed, a cue no deed.
    contacts = list(maker.contacts())
    statements = list(maker.statements())
    used = {w.i for w in maker.triggers}
    actions = list(maker.actions(used))
    claims = {claim.id: claim for claim in [*contacts, *statements, *actions]}
    return tuple(sorted(claims.values(), key=lambda c: (c.evidence[0].span, c.id)))


class _Maker:
    def __init__(
        self, article: Article, parsed: Parsed, people: People, dates: Dates, trace: Trace | None = None
    ) -> None:
        self.article, self.parsed, self.people, self.dates, self.trace = article, parsed, people, dates, trace
        self.version = article.version  # a hash of the whole text
        self.saids = find_statements(parsed)
        self.surroundings = Surroundings(parsed, people)
        self.story = Story.of(parsed, people, dates, self.saids)
        self.triggers: list[Word] = []
        #: Words that tell of a call or a talk, and so are no cue of what somebody said ("called her on Monday to ...").
        self.spoken: set[int] = set()
        #: What decided the status of deeds, by their trigger; kept for a trace only.
        self.verdicts: dict[int, Verdict] = {}

    def contacts(self) -> Iterable[Claim]:
        """Yield the contacts, one claim an occasion."""
        tellings: list[Telling] = []
        found = with_corrections(self.parsed, find_contacts(self.parsed, self.people))
        for candidate in with_recalls(self.parsed, self.people, found):
            if self._is_of_another_day(candidate):
                if self.trace is not None:
                    self.trace.of_another_day.add(candidate.trigger.start)
                continue
            self.triggers.append(candidate.trigger)
            if not candidate.sense.weak and candidate.sense.type in {ClaimType.MEETING, ClaimType.CALL}:
                self.spoken.add(candidate.trigger.i)
            status = candidate.verdict.status
            told: list[DateReading | None] = [*self._dates(candidate)] or [None]
            for date in (None if d and self._contradicts(candidate.trigger, status, d) else d for d in told):
                real = Status.PLANNED if self._ahead(status, date) else status
                apart = len(told) > 1
                count = None if apart else count_of(candidate.told_at)
                tellings.append(Telling(candidate, real, date, count, apart))
        return [self._contact(occasion) for occasion in join_anchored(tellings)]

    def _dates(self, candidate: Candidate) -> list[DateReading]:
        status = candidate.verdict.status
        if candidate.gap is not None:
            return self.dates.below(candidate.gap, status)
        found = self.dates.of_contact(candidate.trigger, status)
        return found or self._as_planned(candidate.taken_up)

    def _is_of_another_day(self, candidate: Candidate) -> bool:
        """Whether a noun that takes up what was told has a day of its own that does not fit: then it is of others."""
        told = candidate.taken_up
        if told is None or told.verdict.status is not Status.ASSERTED:
            return False
        own, before = (self.dates.of_contact(c.trigger, c.verdict.status) for c in (candidate, told))
        here = candidate.trigger.sentence.span
        own = [d for d in own if d.span is not None and d.span.overlaps(here)]
        return bool(own and before) and not any(a.date.overlaps(b.date) for a in own for b in before)

    def _as_planned(self, plan: Candidate | None) -> list[DateReading]:
        """Return the past day of a plan that a noun tells was carried out."""
        if plan is None or plan.verdict.status is not Status.PLANNED:
            return []
        planned = self.dates.of_trigger(plan.trigger, plan.verdict.status)
        return [
            replace(d, derivation=f"{d.derivation}; as planned") for d in planned if not self.dates.lies_ahead(d.date)
        ]

    def _ahead(self, status: Status, date: DateReading | None) -> bool:
        return status is Status.ASSERTED and date is not None and self.dates.lies_ahead(date.date)

    def _contradicts(self, trigger: Word, status: Status, date: DateReading) -> bool:
        """Whether something told in the past is dated after the publication: then the date is another's."""
        helpers = {(c.dep, c.lower) for c in trigger.children}
        before = bool(helpers & _PAST)
        contradicts = (trigger.tag == "VBD" or before or _was_the_occasion(trigger)) and self._ahead(status, date)
        if contradicts and self.trace is not None and date.span is not None:
            self.trace.refused.add(date.span)
        return contradicts

    def _contact(self, occasion: Occasion) -> Claim:
        first = occasion.first
        roles: dict[int, str] = {}
        for telling in occasion.tellings:
            roles = {**telling.candidate.roles(), **roles}
        entries = {id(e): e for t in occasion.tellings for e in t.candidate.entries}
        people = [Participant(e.actor, roles.get(key, "participant")) for key, e in entries.items() if e.actor]
        evidence = [self._evidence(t.candidate.trigger, t.candidate.sense.rule) for t in occasion.tellings]
        own = [t for t in occasion.tellings if not t.wide] or occasion.tellings
        places = [p for t in own if (p := place_of(t.candidate.told_at, t.date if t.apart else None))]
        count = first.count if all(t.wide for t in occasion.tellings) else None
        score = self.surroundings.contact_score(occasion, evidence)
        named = [self._evidence(c.trigger, c.sense.rule) for t in occasion.tellings if (c := t.candidate.taken_up)]
        claim = self._claim(
            first.candidate.type, first.status, people, evidence, occasion.date, places[:1], count, score, named
        )
        if self.trace is not None:
            self.trace.occasion(claim.id, occasion)
        return claim

    def _claim(
        self,
        kind: ClaimType,
        status: Status,
        people: list[Participant],
        evidence: list[Evidence],
        date: DateReading | None,
        places: list[str],
        count: str | None,
        score: Score,
        naming: Iterable[Evidence] = (),
    ) -> Claim:
        date = None if self._ahead(status, date) else date
        unique = tuple(dict.fromkeys(sorted(evidence, key=lambda e: (e.span, e.trigger.span if e.trigger else e.span))))
        unique += tuple(e for e in naming if e not in unique)
        parts = tuple({p.actor.id: p for p in people}.values())
        trigger = unique[0].trigger
        edtf = date.date.edtf if date else None
        where = trigger.span.start if trigger else unique[0].span.start
        key = stable_id("c", self.version, kind, status, where, edtf, *(p.actor.id for p in parts))
        return Claim(key, kind, status, parts, unique, date, places[0] if places else None, count, None, score)

    def statements(self) -> Iterable[Claim]:
        """Yield what is said, by whom, through what."""
        asked: SaidClause | None = None
        for said in self.saids:
            if said.cue.i not in self.spoken:
                yield self._statement(said, asked if asked and self._answers(said, asked) else None)
                asked = said if said.stance is Stance.ASKS and said.addressee is not None else asked
            elif self.trace is not None:
                self.trace.spoken.add(said.cue.start)

    def _answers(self, said: SaidClause, asked: SaidClause) -> bool:
        """Whether a saying replies to a question put to its speaker in one of the two sentences before."""
        near = 0 < said.cue.sentence.i - asked.cue.sentence.i <= 3
        if not near or said.cue.lemma not in {"reply", "respond", "answer"} or said.speaker is None:
            return False
        mine, theirs = self.people.mention_at(said.speaker), self.people.mention_at(asked.addressee or asked.cue)
        return mine is not None and theirs is not None and mine.entry is theirs.entry

    def _statement(self, said: SaidClause, asked: SaidClause | None) -> Claim:
        actor, text, verdict = self._speaker(said), self.article.text, verdict_of_saying(said)
        status = verdict.status
        scope = said.scope.of(text) if said.scope is not None else None
        asker = asked.speaker_span.of(text) if asked is not None and asked.speaker_span else None
        statement = statement_of(said, actor, text, scope=scope, asker=asker)
        spans = [*said.content, said.cue_span, *([said.speaker_span] if said.speaker_span else [])]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        evidence = Evidence(span, span.of(text), Trigger(said.cue_span, said.cue_span.of(text)), said.rule)
        self.triggers.append(said.cue)
        known = said.speaker is not None and self.people.mention_at(said.speaker) is not None
        key = stable_id("c", self.version, "statement", said.cue_span.start, said.content[0].start)
        if self.trace is not None:
            self.trace.status(key, verdict, status)
        return Claim(
            key,
            ClaimType.STATEMENT,
            status,
            self._speakers(said, actor),
            (evidence,),
            self._when_said(said, asked, status),
            None,
            None,
            statement,
            statement_score(said, status, known=known),
        )

    def _when_said(self, said: SaidClause, asked: SaidClause | None, status: Status) -> DateReading | None:
        """Return the date at the cue, else that of the question, else the day on which the speaker's story stands."""
        date = self.dates.of_saying(said.cue, said.content)
        past = said.cue.tag == "VBD" or status in {Status.ASSERTED, Status.DENIED}
        if date is not None and past and self.dates.lies_ahead(date.date):
            date = None
        if date is None and asked is not None:
            date = _as_asked(self.dates.of_saying(asked.cue, asked.content))
        if date is None and status is Status.ASSERTED and said.cue.pos == "VERB":
            date = self.story.day_of(said.cue)
        return date

    def _speaker(self, said: SaidClause) -> Actor | None:
        """Return who says it: whom the mention means, else what the noun phrase itself names ("the ministry")."""
        mention = self.people.mention_at(said.speaker) if said.speaker is not None else None
        if mention is not None:
            return (
                None
                if mention.form == "pronoun" and said.direct and self._is_named_in(said, mention)
                else mention.actor
            )
        if said.speaker is None or said.speaker_span is None or said.speaker.pos not in {"NOUN", "PROPN"}:
            return None
        name = " ".join(said.speaker_span.of(self.article.text).split())
        return Actor(stable_id("a", ActorKind.GROUP, name.lower(), self.version), name, ActorKind.GROUP, named=False)

    def _is_named_in(self, said: SaidClause, mention: Mention) -> bool:
        """Whether somebody is named in the words quoted, and so did not say them."""
        words = (w for span in said.content for w in self.parsed.words_in(span))
        inside = (self.people.mention_at(w) for w in words)
        return any(m is not None and m.form == "name" and m.entry is mention.entry for m in inside)

    def _speakers(self, said: SaidClause, actor: Actor | None) -> tuple[Participant, ...]:
        """Return all who say it: the speaker, those beside it, and the others that a plural stands for."""
        mentions = [self.people.mention_at(w) for w in (said.speaker, *said.others) if w is not None]
        entries = [e for m in mentions if m is not None for e in (m.entry, *m.others)]
        actors = [a for a in (actor, *(e.actor for e in entries)) if a is not None]
        return tuple(Participant(a, "speaker") for a in {a.id: a for a in actors}.values())

    def actions(self, used: set[int]) -> Iterable[Claim]:
        """Yield other dated deeds of named actors."""
        dated = set(self.dates.by_sentence)
        found = find_actions(
            self.parsed,
            self.people,
            used,
            status=self._status_of_deed,
            dated=dated,
            going_on=self.story.days,
        )
        for deed in found:
            dates: list[DateReading | None] = [*self.dates.of_trigger(deed.trigger, deed.status)]
            if not dates and deed.status is Status.ASSERTED:
                dates = [self.story.days.get(deed.verb.i)]
            yield from (claim for date in dates or [None] if (claim := self._action(deed, date)) is not None)

    def _status_of_deed(self, word: Word) -> Status:
        verdict = status_of(word)
        if self.trace is not None:
            self.verdicts[word.i] = verdict
        return verdict.status

    def _action(self, deed: Found, date: DateReading | None) -> Claim | None:
        if date is not None and self._contradicts(deed.verb, deed.status, date):
            date = None
        if date is None and deed.needs_date:
            return None
        status = Status.PLANNED if self._ahead(deed.status, date) else deed.status
        people = [p for word in deed.agents if (p := self._participant(word, "agent"))]
        people += [p for word in deed.patients if (p := self._participant(word, "patient"))]
        if not any(p.actor.named for p in people):
            return None
        evidence = [self._evidence(deed.trigger, deed.rule)]
        claim = self._claim(deed.type, status, people, evidence, date, [], None, Score(0.7, deed.rule))
        if self.trace is not None:
            self.trace.status(claim.id, self.verdicts[deed.trigger.i], status)
        return claim

    def _participant(self, word: Word, role: str) -> Participant | None:
        mention = self.people.mention_at(word)
        actor: Actor | None = mention.actor if mention is not None else None
        return Participant(actor, role) if actor is not None else None

    def _evidence(self, word: Word, rule: str) -> Evidence:
        span = word.sentence.span
        trigger = Span(word.start, word.end)
        text = self.article.text
        said = attribution(word, self.saids, self.people, text)
        return Evidence(span, span.of(text), Trigger(trigger, trigger.of(text)), rule, said)


def _was_the_occasion(noun: Word) -> bool:
    """Whether something was done at it, and so it was ("At a dinner on May 5, she said ...")."""
    at = noun.head
    return noun.dep == "pobj" and at.lower in {"at", "in", "during", "after"} and at.head.tag == "VBD"


def _as_asked(date: DateReading | None) -> DateReading | None:
    return replace(date, derivation=f"{date.derivation}; when it was asked") if date is not None else None
