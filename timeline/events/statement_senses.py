"""Whether a verb of speech stands in another sense, told by who does it and to what: "the firm recalled the toy"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.events.statement_lexicon import lexicon as of_speech
from timeline.events.statement_speakers import antecedent
from timeline.language.lexicon import lexicon, read
from timeline.language.parse import Word

_PERSONAL = frozenset({"him", "her", "them", "me", "us", "you", "whom", "who"})
_POINTING = frozenset({"that", "this", "which", "what", "these"})
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class OtherSense:
    """One other sense of some verbs; `data/speech_senses.toml` explains the fields."""

    verbs: frozenset[str]
    frames: frozenset[str]
    unable: bool
    person: bool
    by: frozenset[str]
    nouns: frozenset[str]
    without: frozenset[str]
    behind: frozenset[str]

    def holds(self, cue: Word, frame: str, speaker: Word | None) -> bool:
        """Whether a cue that carries its words by a frame has this sense."""
        if cue.lemma.lower() not in self.verbs or (self.frames and frame not in self.frames):
            return False
        objects = [c for c in cue.children if c.dep == "dobj"]
        follows = {c.lower for w in [cue, *objects] for c in w.rights if c.dep in {"prep", "dative"}}
        return (
            (not self.unable or (speaker is not None and not can_speak(speaker) and not _quotes(cue)))
            and (not self.by or (speaker is not None and antecedent(speaker).lemma.lower() in self.by))
            and (not self.nouns or any(c.lemma.lower() in self.nouns for c in objects))
            and (not self.person or any(is_person(c) for c in objects))
            and not self.without & follows
            and (not self.behind or bool(self.behind & follows))
        )


def in_other_sense(cue: Word, rule: str, speaker: Word | None) -> bool:
    """Whether a cue says nothing, read by the rule that found its words ("report:object")."""
    frame = rule.rpartition(":")[2]
    return any(sense.holds(cue, frame, speaker) for sense in _senses())


def can_speak(word: Word) -> bool:
    """Whether a subject can say something: a name, a person, a body, a document; no other thing."""
    noun = antecedent(word)
    lemma = noun.lemma.lower()
    if word.lower == "who":
        return True  # whatever the parse takes for its noun
    if noun.pos in {"PRON", "DET"} or noun.tag in {"WDT", "WP", "DT"}:
        return noun.lower not in _POINTING
    if noun.pos != "NOUN" or (noun.entity and noun.entity not in _TIMES) or _has_capital(noun):
        return True
    return is_people(lemma) or lemma in of_speech().documents or lemma in _speakers()["able"] or _is_known(lemma)


def is_person(noun: Word) -> bool:
    """Whether an object is a person or people: by name, pronoun or noun."""
    if noun.pos == "PROPN":
        bare = not any(c.dep == "det" for c in noun.children)
        return noun.entity == "PERSON" or (noun.entity == "ORG" and bare)  # a surname alone is often taken for a firm
    return noun.lower in _PERSONAL if noun.pos == "PRON" else noun.pos == "NOUN" and is_people(noun.lemma.lower())


def is_people(lemma: str) -> bool:
    """Whether a noun means people: a role, people together, or such an ending ("builder", "chemist")."""
    words = lexicon()
    ending = lemma.endswith(tuple(_speakers()["endings"])) and lemma not in _speakers()["things"] and len(lemma) > 4
    return lemma in words.roles | words.collectives | _speakers()["people"] or ending


def _is_known(lemma: str) -> bool:
    """Whether a noun means a body or a medium."""
    words = lexicon()
    return lemma in words.org_heads | words.public_bodies | words.press_roles | words.firms["nouns"]


def _has_capital(noun: Word) -> bool:
    return noun.text[0].isupper() and noun is not noun.sentence.words[0]


def _quotes(cue: Word) -> bool:
    """Whether words behind a cue are quoted: a thing above it is then a slip of the parse."""
    return any(w.tag in {"``", "''"} for w in cue.subtree() if w.i > cue.i)


def entries() -> list[dict[str, Any]]:
    """Return the senses as the file gives them, with sentences that are refused and kept."""
    found: list[dict[str, Any]] = read("timeline.events", "speech_senses.toml")["senses"]
    return found


@lru_cache(maxsize=1)
def _speakers() -> dict[str, frozenset[str]]:
    data = read("timeline.events", "speech_senses.toml")["speakers"]
    return {name: frozenset(words) for name, words in data.items()}


@lru_cache(maxsize=1)
def _senses() -> tuple[OtherSense, ...]:
    return tuple(
        OtherSense(
            verbs=frozenset(entry["verbs"]),
            frames=frozenset(entry.get("frames", ())),
            unable=entry.get("unable", False),
            person=entry.get("person", False),
            by=frozenset(entry.get("by", ())),
            nouns=frozenset(entry.get("nouns", ())),
            without=frozenset(entry.get("without", ())),
            behind=frozenset(entry.get("behind", ())),
        )
        for entry in entries()
    )
