"""How sure a claim is: cues of how it is told, each of which raises or lowers the odds that it is right.

The cues and their weights stand in `data/confidence.toml`. A contact's value is the share of ties like it that are
right, a statement's the share of statements like it whose words and speaker are; both were measured on annotated
articles (docs/decisions/0090). The detail names every cue that holds, so that a reader sees what was weighed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timeline.events.occasions import Occasion
from timeline.events.statement_values import SaidClause
from timeline.language.lexicon import read
from timeline.language.mentions import Entry, Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.quotations import quoted_words
from timeline.model import Evidence, Score, Status

#: Classes of `speech_verbs.toml` that only say that something was said.
_PLAIN = frozenset({"say", "tell", "write", "continue"})
_BELOW = frozenset({"ccomp", "relcl", "advcl", "acl"})
_LONG, _SHORT = 40, 30


@dataclass(frozen=True, slots=True)
class Cue:
    """Something about how a claim is told: its words in a detail, and what it adds to the log-odds."""

    name: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The cues of one kind of claim."""

    base: float
    cues: dict[str, Cue]

    def score(self, about: str, held: Iterable[str]) -> Score:
        """Return the score of a claim for which these cues hold; `about` opens the detail."""
        cues = [self.cues[name] for name in held]
        value = 1 / (1 + math.exp(-self.base - sum(cue.weight for cue in cues)))
        raising = ", ".join(cue.words for cue in cues if cue.weight >= 0)
        lowering = ", ".join(cue.words for cue in cues if cue.weight < 0)
        parts = [about, f"raised: {raising}" if raising else "", f"lowered: {lowering}" if lowering else ""]
        return Score(round(value, 2), "; ".join(part for part in parts if part))


@lru_cache(maxsize=1)
def scales() -> dict[str, Scale]:
    """Return the scales of `data/confidence.toml` by kind of claim."""
    data = read("timeline.events", "confidence.toml")
    return {
        kind: Scale(rows["base"], {row["name"]: Cue(row["name"], row["words"], row["weight"]) for row in rows["cues"]})
        for kind, rows in data.items()
    }


def statement_score(said: SaidClause, status: Status, *, known: bool) -> Score:
    """Return how sure it is that somebody said these words; `known` is whether an actor stands for the speaker."""
    of, _, frame = said.rule.partition(":")
    cues = {
        "direct": said.direct,
        **{name: frame == name for name in ("infinitive", "object", "preposition", "whole")},
        "noun": of == "noun",
        "plain": of in _PLAIN,
        "speakerless": said.speaker_span is None,
        "unknown": said.speaker_span is not None and not known,
        "unreal": status is not Status.ASSERTED,
        "short": sum(span.end - span.start for span in said.content) < _SHORT,
    }
    return scales()["statement"].score(said.rule, _holding(cues))


class Surroundings:
    """A document, as far as it tells how sure its contacts are."""

    def __init__(self, parsed: Parsed, people: People) -> None:
        self.parsed, self.people = parsed, people

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return quoted_words(self.parsed)

    @cached_property
    def _namings(self) -> dict[int, list[Word]]:
        """Return where each entry (by identity) stands by name."""
        found: dict[int, list[Word]] = defaultdict(list)
        for mention in self.people.mentions:
            if mention.form == "name":
                found[id(mention.entry)].append(mention.head)
        return found

    def contact_score(self, occasion: Occasion, evidence: Sequence[Evidence]) -> Score:
        """Return how sure it is that two who are said to have taken part in an occasion did, as it is told."""
        first = occasion.first
        candidate, trigger = first.candidate, first.candidate.trigger
        named = list(occasion.actors.values())
        cues = {
            "planned": first.status is Status.PLANNED,
            "denied": first.status is Status.DENIED,
            "hypothetical": first.status is Status.HYPOTHETICAL,
            "words": candidate.sense.weak,
            "quoted": trigger.i in self._quoted,
            "subordinate": _is_subordinate(trigger),
            "pronoun": any(_only_pronouns(occasion, entry) for entry in named),
            "far": any(self._is_far(mention) for side in candidate.sides for mention in side),
            "attributed": all(one.attributed_to for one in evidence),
            "long": len(trigger.sentence.words) > _LONG,
            "undated": occasion.date is None,
            "retold": len(occasion.tellings) > 1,
            "several": len(named) > 2,
        }
        about = f"{candidate.sense.rule}; {candidate.verdict.why}"
        return scales()["contact"].score(about, _holding(cues))

    def _is_far(self, mention: Mention) -> bool:
        """Whether a mention that is no name means somebody whose name does not stand before it in the sentence."""
        if mention.form == "name":
            return False
        meant = (entry for entry in (mention.entry, *mention.others) if entry.named)
        return any(not self._is_named_near(entry, mention.head) for entry in meant)

    def _is_named_near(self, entry: Entry, at: Word) -> bool:
        return any(name.sentence is at.sentence and name.i < at.i for name in self._namings.get(id(entry), ()))


def _holding(cues: dict[str, bool]) -> list[str]:
    return [name for name, holds in cues.items() if holds]


def _is_subordinate(trigger: Word) -> bool:
    """Whether a trigger stands below another verb's clause."""
    return trigger.dep == "xcomp" or any(word.dep in _BELOW for word in (trigger, *trigger.ancestors()))


def _only_pronouns(occasion: Occasion, entry: Entry) -> bool:
    """Whether nothing but pronouns for one alone says that somebody took part."""
    standing = [
        m for t in occasion.tellings for side in t.candidate.sides for m in side if entry in (m.entry, *m.others)
    ]
    return bool(standing) and all(m.form == "pronoun" and not m.others for m in standing)
