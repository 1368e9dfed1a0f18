"""A telling of a contact: who is on which side, in which role, and of what type it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events.participants import distinct
from timeline.events.senses import Sense, words
from timeline.events.status_words import Verdict
from timeline.language.mentions import Entry, Mention
from timeline.language.parse import Word
from timeline.model import ActorKind, ClaimType


@dataclass(eq=False, slots=True)
class Candidate:
    """One telling of a contact: its trigger, its sense, the mentions of each side, and how real it is told."""

    trigger: Word
    sense: Sense
    sides: list[list[Mention]]
    verdict: Verdict
    entries: list[Entry] = field(default_factory=list)
    #: Of whom the trigger is left out ("and Lund on Tuesday"): their time, place and means stand below this word.
    gap: Word | None = None
    #: The telling that a noun takes up ("the meeting"), so that both are of one occasion.
    taken_up: Candidate | None = None

    @property
    def type(self) -> ClaimType:
        """Return the type: that of the sense, but talk by telephone is a call, and "told him by e-mail" a letter."""
        told = self.sense.weak and self.sense.pos == "verb"
        spoken = self.sense.type is ClaimType.MEETING and (told or self.trigger.lemma.lower() in words().spoken)
        if spoken and told and _by_letter(self.trigger):
            return ClaimType.CORRESPONDENCE
        return ClaimType.CALL if spoken and self._by_telephone() else self.sense.type

    @property
    def told_at(self) -> Word:
        """Return the word at which time, place and means stand."""
        return self.gap or self.trigger

    def _by_telephone(self) -> bool:
        met = any(c.lower == "in" and any(o.lower == "person" for o in c.children) for c in self.told_at.children)
        return not met and _by_telephone(self.trigger if self.gap is None else self.gap)

    @property
    def vague(self) -> bool:
        """Whether it tells of talk, and not by what means."""
        return self.sense.weak or self.trigger.lemma.lower() in words().spoken

    @property
    def by_any_means(self) -> bool:
        """Whether it tells that they were in touch, and not how."""
        return self.trigger.lemma.lower() in words().anyhow

    def apart(self) -> list[Candidate]:
        """Return a candidate for each on the second side, who were not there together."""
        first, *rest = self.sides
        others = [mention for side in rest for mention in side]
        if len(others) < 2 or not first:
            return [self]
        sides = [[first, [other]] for other in others]
        return [Candidate(self.trigger, self.sense, each, self.verdict, distinct(each)) for each in sides]

    def roles(self) -> dict[int, str]:
        """Return the role of every entry (by identity), from the side it stands on."""
        out: dict[int, str] = {}
        for number, side in enumerate(self.sides):
            name = self.sense.roles[min(number, len(self.sense.roles) - 1)] if self.sense.roles else ""
            for mention in side:
                for entry in (mention.entry, *mention.others):
                    role = "body" if name == "witness" and entry.kind is ActorKind.ORG else name
                    out.setdefault(id(entry), role or _default_role(self.sense, number))
        return out


def _by_telephone(trigger: Word) -> bool:
    """Whether a phrase at the trigger or its verb names a telephone or a screen as the means."""
    for word in (trigger, trigger.head):
        for child in word.children:
            means = child.dep in {"prep", "amod", "compound"} and child.lower in words().wires
            if means or (child.dep == "prep" and any(w.lower in words().wires for w in child.subtree()[:5])):
                return True
    return False


def _by_letter(verb: Word) -> bool:
    """Read "told her by e-mail"."""
    means = [o for c in verb.children if c.dep in {"prep", "agent"} and c.lower in {"by", "via"} for o in c.children]
    return any(o.lemma.lower() in words().writings for o in means)


def _default_role(sense: Sense, side: int) -> str:
    if sense.type is ClaimType.CORRESPONDENCE and not sense.joint:
        received = "from" in sense.sides[-1]
        return "sender" if (side == 0) != received else "recipient"
    return "participant"
