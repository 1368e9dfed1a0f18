"""On whose word something is told: the speakers of the statements that tell it, nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.statement_status import status_of_saying
from timeline.events.statement_values import SaidClause
from timeline.language.lexicon import lexicon
from timeline.language.mentions import People, noun_phrase
from timeline.language.parse import Word
from timeline.language.syntax import agents, objects_of
from timeline.model import Stance, Status

#: Links between a verb of saying and what is no part of the words said.
_NOT_TOLD = frozenset({"nsubj", "nsubjpass", "dative", "agent", "conj", "npadvmod", "mark", "aux"})
_OCCASIONS = frozenset({"after", "before", "when", "while", "since"})
#: Who says a thing in one of these ways vouches for it.
_VOUCHING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.JUDGES})


def attribution(trigger: Word, saids: Sequence[SaidClause], people: People, text: str) -> tuple[str, ...]:
    """Return who says what a trigger tells: by name, else in the text's words; () is the article itself."""
    subjects = [*_speakers(trigger, saids)] or [*_subjects(trigger)]
    for word in trigger.sentence.words:
        if word.lower == "according":
            subjects += [source for to in word.children for source in objects_of(to)]
    names = (_said_by(subject, people, text) for subject in subjects)
    return tuple(dict.fromkeys(name for name in names if name))


def _speakers(trigger: Word, saids: Sequence[SaidClause]) -> Iterable[Word]:
    """Yield the speakers of the statements among whose words the trigger stands, the shortest first."""
    telling = [
        (sum(s.end - s.start for s in said.content), said)
        for said in saids
        if said.cue is not trigger and said.tells(trigger)
    ]
    above = [trigger, *trigger.ancestors()]
    for _, said in sorted(telling, key=lambda pair: pair[0]):
        below = next((w for w in above if w.head is said.cue and w is not said.cue), None)
        if below is not None and not _is_told(below, said.cue):
            continue
        if said.stance in _VOUCHING and said.speaker and status_of_saying(said) is Status.ASSERTED:
            yield from (said.speaker, *said.others)


def _subjects(trigger: Word) -> Iterable[Word]:
    """Yield the subjects of the sayings above a trigger."""
    below = trigger
    for up in trigger.ancestors():
        saying = up.lemma in lexicon().saying and up.lemma != "deny" and not any(c.dep == "neg" for c in up.children)
        if saying and _is_told(below, up):
            yield from agents(up)
        below = up


def _is_told(below: Word, saying: Word) -> bool:
    """Whether what hangs on a verb of saying is among the words said, and no part of the saying itself: its subject
    ("Roe, who met Lund, said"), its occasion ("said after meeting Lund"), another deed ("said so and met Lund")."""
    if below.dep in _NOT_TOLD or any(c.lower in _OCCASIONS and c.dep in {"mark", "advmod"} for c in below.children):
        return False
    if below.dep == "advcl":
        return below.i < saying.i and below.tag != "VBG"
    if below.dep == "prep":
        return below.lower in {"about", "of", "on"}
    return True


def _said_by(word: Word, people: People, text: str) -> str | None:
    """Return who says so by name, else in the text's words; a pronoun that nobody is known for names no one."""
    mention = people.mention_at(word)
    if mention is not None and mention.entry.named:
        return mention.entry.name
    if word.pos == "PRON" or (mention is not None and mention.form == "pronoun"):
        return None if mention is None or mention.entry.plural else mention.entry.name
    words = noun_phrase(word)
    return " ".join(text[words[0].start : words[-1].end].split())
