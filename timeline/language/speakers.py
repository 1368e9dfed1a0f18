"""Who speaks in the quotation a sentence stands in, so that "I" and "we" in it are known.

The subject of a verb of saying outside the marks: in the sentence itself, in the one where its quotation ends ("“I met
him. I was glad,” she said"), or the one that spoke before in the same paragraph, or in the paragraph before if the
quotation runs on.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.language.lexicon import lexicon
from timeline.language.mentions import Entry, People
from timeline.language.parse import Parsed, Sentence, Word
from timeline.language.quotations import Quotation, quotation_at, quotations_of
from timeline.language.syntax import grammatical_subject
from timeline.model import ActorKind

#: Words in single marks behind a comma or colon, as a quotation gives another's words; marks inside words end nothing.
_INNER = re.compile(r"""(?<=[,:]\s)['‘](?:(?<=\w)['’](?=\w)|[^'‘’"“”\n]){2,400}['’]""")
#: Who a subject is that is no mention yet, as a pronoun ahead of the reading.
Early = Callable[[Word, Sentence], Entry | None]


class Speakers:
    """Tells who speaks, sentence by sentence, in reading order."""

    def __init__(self, parsed: Parsed, people: People, quoted: frozenset[int]) -> None:
        self.parsed, self.people, self.quoted = parsed, people, quoted
        self.quotations = [q for q in quotations_of(parsed) if not q.single]
        self.inner = [range(*m.span()) for m in _INNER.finditer(parsed.text)]
        #: The paragraph of who spoke last, and who.
        self.last: tuple[int, Entry] | None = None

    def of(self, sentence: Sentence, early: Early) -> Entry | None:
        """Return who speaks in a sentence's quotation, if that is known and a person."""
        told, speaker = self._cue(sentence, early)
        if told:
            self.last = (sentence.paragraph, speaker) if speaker is not None else None
            return speaker
        if not all(w.i in self.quoted for w in sentence.words if w.pos != "PUNCT"):
            return None
        quotation = quotation_at(self.quotations, sentence.words[len(sentence.words) // 2].start)
        told, ahead = self._ahead(sentence, quotation, early) if quotation is not None else (False, None)
        if told:
            return ahead
        runs_on = int(quotation is not None and quotation.continued)
        if self.last is not None and sentence.paragraph - self.last[0] <= runs_on:
            self.last = (sentence.paragraph, self.last[1])
            return self.last[1]
        return None

    def is_retold(self, word: Word) -> bool:
        """Whether a word stands in a quotation inside another, so that somebody else says it."""
        return any(word.start in place for place in self.inner)

    def _ahead(self, sentence: Sentence, quotation: Quotation, early: Early) -> tuple[bool, Entry | None]:
        """Return whether a later sentence of the same quotation has a cue, and who speaks by it."""
        for later in self.parsed.sentences[sentence.i + 1 :]:
            if later.words[0].start >= quotation.span.end:
                break
            told, speaker = self._cue(later, early)
            if told:
                return True, speaker
        return False, None

    def _cue(self, sentence: Sentence, early: Early) -> tuple[bool, Entry | None]:
        """Return whether somebody says something outside the marks, and who."""
        told, saying = False, lexicon().saying
        for word in sentence.words:
            if word.lemma not in saying or word.i in self.quoted:
                continue
            for subject in grammatical_subject(word):
                told = told or subject.head is word
                mention = self.people.mention_at(subject)
                entry = mention.entry if mention else early(subject, sentence)
                if entry is not None and entry.kind is ActorKind.PERSON:
                    return True, entry
        return told, None
