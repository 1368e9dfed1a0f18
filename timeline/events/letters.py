"""Letters told over several sentences: "Roe wrote an email on Monday. The message, sent to Lund, called it a joke".

A noun of something written tells who sent it, who got it, or neither; a definite one ("the email", "her letter") goes
on with the last letter told near by, unless it names another sender. What the mentions tell together is the letter's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.events.candidates import Candidate
from timeline.events.guards import GUARDS
from timeline.events.participants import distinct
from timeline.events.senses import Sense, senses_of
from timeline.events.slots import Slots
from timeline.events.status import status_of
from timeline.events.status_words import Verdict
from timeline.events.unreached import unreached
from timeline.language.mentions import Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import agents, grammatical_subject, is_passive
from timeline.model import ClaimType, Status

#: How many sentences behind its last mention a letter goes on, and the only one, or one that its sender's name marks.
_NEAR, _FAR = 2, 8
#: Mentions that tell nothing of what was.
_OPEN = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_DEFINITE = frozenset({"the", "that", "this"})
#: Nouns of one letter at a time, and those that may be said of any kind.
_KINDS = frozenset({"e-mail", "email", "letter", "memo", "memorandum", "message", "note", "telegram"})
_ANY = frozenset({"message", "note"})
_ELECTRONIC = frozenset({"e-mail", "email"})
_SENDING = frozenset(
    {"address", "deliver", "direct", "fire", "forward", "send", "write", "sign", "author", "draft", "pen"}
)
_PASSING = frozenset({"forward", "leak", "pass", "relay", "release"})
_RECEIVING = frozenset({"get", "obtain", "receive"})
_ANSWERING = frozenset({"answer", "reply", "respond"})
#: Verbs of what somebody finds in a letter of another's, or of what stands there.
_READING = frozenset(
    {"appear", "discover", "find", "hear", "include", "learn", "lie", "notice", "read", "see", "spot", "stand"}
)
_THROUGH = frozenset({"by", "in", "via"})


@dataclass(eq=False, slots=True)
class _Mention:
    """One noun of a letter, and who is told there to have sent and got it."""

    noun: Word
    sense: Sense
    verdict: Verdict
    senders: list[Mention]
    recipients: list[Mention]
    told: Candidate | None = None

    @property
    def trigger(self) -> Word:
        """Return the word that tells it: the verb, where that was read as a letter already."""
        return self.told.trigger if self.told is not None else self.noun

    @property
    def kind(self) -> str:
        """Return what it is, by whatever name."""
        return "email" if self.noun.lemma.lower() in _ELECTRONIC else self.noun.lemma.lower()


@dataclass(eq=False, slots=True)
class _Letter:
    """The mentions of one letter, in text order."""

    mentions: list[_Mention] = field(default_factory=list)

    @property
    def senders(self) -> list[Mention]:
        return _once(m for mention in self.mentions for m in mention.senders)

    @property
    def recipients(self) -> list[Mention]:
        sent = {id(m.entry) for m in self.senders}
        return [m for m in _once(m for one in self.mentions for m in one.recipients) if id(m.entry) not in sent]

    def goes_on(self, mention: _Mention, *, only: bool) -> bool:
        """Whether a mention can be of this letter, which may be the only one so far."""
        last, mine = self.mentions[-1], {id(m.entry) for m in self.senders}
        theirs = {id(m.entry) for m in mention.senders}
        apart = mention.noun.sentence.i - last.noun.sentence.i
        owned = any(c.dep == "poss" for c in mention.noun.children)
        kinds = {one.kind for one in self.mentions}
        alike = mention.kind in kinds or mention.kind in _ANY or bool(kinds & _ANY)
        also = any(c.lower in {"also", "too"} for c in mention.noun.head.children)
        same = also or not mine or not theirs or bool(mine & theirs)
        return alike and same and 0 < apart <= (_FAR if only or (owned and mine & theirs) else _NEAR)


def with_letters(parsed: Parsed, people: People, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates with those that the mentions of a letter tell together, in text order."""
    known = {c.trigger.i: c for c in candidates if c.type is ClaimType.CORRESPONDENCE}
    letters: list[_Letter] = []
    for mention in _mentions(parsed, people, known):
        if _is_taken_up(mention.noun):
            told_so_far = [one for one in letters if one.senders or one.recipients]
            goes_on = bool(letters) and letters[-1].goes_on(mention, only=told_so_far in ([], letters[-1:]))
            if goes_on and mention.verdict.status in _OPEN:
                continue  # what is to come of it, or may
            if goes_on:
                letters[-1].mentions.append(mention)
                continue
        if mention.senders or mention.recipients or not _is_definite(mention.noun):
            letters.append(_Letter([mention]))
    told = [c for letter in letters for c in _told(letter, parsed)]
    replaced = {c.trigger.i for c in told}
    kept = [c for c in candidates if c.trigger.i not in replaced]
    return sorted([*kept, *told], key=lambda c: c.trigger.i)


def _told(letter: _Letter, parsed: Parsed) -> list[Candidate]:
    """Return a candidate for each mention that tells of a letter less than all of them do."""
    first, *others = letter.mentions
    sides = [letter.senders, letter.recipients]
    everyone = distinct(sides)
    real = all(m.verdict.status is Status.ASSERTED for m in letter.mentions)
    if not all(sides) or not real or not any(e.named for e in everyone) or (first.told is not None and not others):
        return []
    told = Candidate(first.trigger, first.sense, sides, first.verdict, everyone)
    again = [Candidate(m.trigger, m.sense, sides, m.verdict, everyone, taken_up=told) for m in others]
    again = [c for c, m in zip(again, others, strict=True) if m.senders or m.recipients]
    return [] if any(unreached(c, parsed) for c in (told, *again)) else [told, *again]


def _mentions(parsed: Parsed, people: People, known: dict[int, Candidate]) -> Iterator[_Mention]:
    """Yield the nouns of single letters, in text order."""
    nouns = senses_of("noun")
    for word in parsed.words:
        if not _is_one_letter(word):
            continue
        sense = nouns[word.lemma.lower()][0]
        slots = Slots(word, sense, people)
        if not all(GUARDS[name](slots) for name in sense.guards):
            continue
        senders, recipients = _sent_by(word, slots), _sent_to(word, slots)
        told = known.get(word.i) or (known.get(word.head.i) if word.dep in {"dobj", "nsubjpass"} else None)
        if told is not None and not told.sense.joint and len(told.sides) == 2:
            received = "from" in told.sense.sides[-1]
            senders, recipients = (told.sides[1], told.sides[0]) if received else (told.sides[0], told.sides[1])
        yield _Mention(word, sense, told.verdict if told else status_of(word), senders, recipients, told)


def _is_one_letter(noun: Word) -> bool:
    """Whether a noun means one thing written, and not one that somebody passes on, or got from a third."""
    single = noun.pos == "NOUN" and noun.tag == "NN" and noun.lemma.lower() in _KINDS and noun.dep != "compound"
    return single and not (noun.dep in {"dobj", "nsubjpass"} and noun.head.lemma in _PASSING)


def _sent_by(noun: Word, slots: Slots) -> list[Mention]:
    """Return who is told at a noun to have sent it."""
    verb = noun.head
    own = [c for c in noun.children if c.dep == "poss"]
    if noun.dep in {"dobj", "nsubjpass"} and verb.lemma in _SENDING:
        own += agents(verb)
    if noun.dep == "pobj" and verb.lower in _THROUGH and _is_telling(verb.head):
        own += grammatical_subject(verb.head)
    own += [
        w
        for c in noun.children
        if c.dep in {"relcl", "acl"} and c.lemma in _SENDING
        for w in agents(c)
        if w is not noun
    ]
    return _once([*slots.mentions(own), *slots.side(("from", "by"))])


def _sent_to(noun: Word, slots: Slots) -> list[Mention]:
    """Return who is told at a noun to have got it."""
    verb = noun.head
    own: list[Word] = []
    if noun.dep == "dobj" and verb.lemma in _RECEIVING:
        own += agents(verb)
    if noun.dep == "pobj" and verb.lower == "to" and verb.head.lemma in _ANSWERING:
        own += agents(verb.head)
    return _once([*slots.mentions(own), *slots.side(("to",))])


def _is_telling(verb: Word) -> bool:
    return verb.pos == "VERB" and verb.lemma not in _READING and not is_passive(verb)


def _is_taken_up(noun: Word) -> bool:
    """Whether a noun points back to a letter, and nothing at it tells that it is another."""
    which = [c for c in noun.children if c.i < noun.i and c.dep in {"amod", "compound", "nmod", "nummod"}]
    return not which and _is_definite(noun)


def _is_definite(noun: Word) -> bool:
    return any(c.dep == "poss" or c.lower in _DEFINITE for c in noun.children if c.i < noun.i)


def _once(mentions: Sequence[Mention] | Iterator[Mention]) -> list[Mention]:
    return list({id(m.entry): m for m in mentions}.values())
