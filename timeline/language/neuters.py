"""What "it" and "its" mean where they take up an organisation: the subject of the clause above, or of the sentence
before; what else they may mean is left alone."""

from __future__ import annotations

from timeline.language.lexicon import Lexicon
from timeline.language.mentions import Entry, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import governing_clause, grammatical_subject, is_passive
from timeline.model import ActorKind

NEUTERS = frozenset({"it", "its"})
#: Verbs of which "it" is often the empty subject ("it seems that").
_EMPTY = frozenset(
    {"appear", "be", "become", "come", "cost", "happen", "help", "hurt", "look", "matter", "rain", "remain", "seem"}
    | {"snow", "sound", "take", "turn", "follow", "emerge", "occur"}
)
#: What bodies do beside what people do by words.
_BODILY = frozenset(
    {"accept", "accuse", "approach", "contact", "consult", "demand", "hire", "host", "invite", "interview", "issue"}
    | {"negotiate", "order", "question", "reject", "release", "request", "send", "sue", "subpoena", "submit", "summon"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINED = frozenset({"advcl", "conj", "ccomp", "acl", "relcl", "xcomp"})


class Neuters:
    """Finds the organisation that a neuter pronoun takes up."""

    def __init__(self, parsed: Parsed, people: People, lex: Lexicon) -> None:
        self.parsed, self.people, self.lex = parsed, people, lex

    def meant(self, word: Word) -> Entry | None:
        """Return the organisation, None where it is unclear or something else."""
        if word.dep == "poss":
            return self._of_possessive(word)
        if word.dep not in _SUBJECTS or self._is_empty(word.head):
            return None
        return self._above(word.head) if word.head.dep in _JOINED else self._before(word.head)

    def _is_empty(self, verb: Word) -> bool:
        """Whether "it" only fills the place of a subject ("it was said that", "it is clear")."""
        said = is_passive(verb) and any(c.dep in {"ccomp", "xcomp", "csubj"} for c in verb.children)
        return verb.pos != "VERB" or verb.lemma in _EMPTY or said

    def _above(self, verb: Word) -> Entry | None:
        """Return the subject of the clause above: of what is said, anything; else what people do."""
        above = verb.head
        if above.pos not in {"VERB", "AUX"}:
            return None
        said = verb.dep == "ccomp" and (above.lemma in self.lex.saying or above.lemma in self.lex.human_verbs)
        return self._subject(above) if said or self._is_done_by_bodies(verb) else None

    def _before(self, verb: Word) -> Entry | None:
        """Return the subject of the sentence before, for what only people or their bodies do."""
        at = verb.sentence.i - 1
        before = self.parsed.sentences[at] if at >= 0 else None
        if verb.head is not verb or not self._is_done_by_bodies(verb) or before is None:
            return None
        return self._subject(before.root) if before.paragraph == verb.sentence.paragraph else None

    def _is_done_by_bodies(self, verb: Word) -> bool:
        known = verb.lemma in self.lex.human_verbs or verb.lemma in self.lex.saying or verb.lemma in _BODILY
        return known and not is_passive(verb)

    def _of_possessive(self, word: Word) -> Entry | None:
        """Return the subject of the clause in which something is its own, if no other body stands between."""
        clause = governing_clause(word)
        subject = next(iter(grammatical_subject(clause)), None)
        if subject is None or subject.i > word.i:
            return None
        between = (self.people.mention_at(w) for w in word.sentence.words if subject.i < w.i < word.i)
        found = self._subject(clause)
        rivals = [m for m in between if m is not None and m.entry.kind is ActorKind.ORG and m.entry is not found]
        return found if not any(not m.entry.place for m in rivals) else None

    def _subject(self, verb: Word) -> Entry | None:
        """Return the one organisation that is the subject of a clause."""
        words = grammatical_subject(verb)
        if len(words) != 1 or any(c.dep == "conj" for c in words[0].children):
            return None
        mention = self.people.mention_at(words[0])
        entry = mention.entry if mention is not None and not mention.others else None
        return entry if entry is not None and entry.kind is ActorKind.ORG and entry.named else None
