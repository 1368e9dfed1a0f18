"""What the rules for statements hand on: who said what, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language.parse import Word
from timeline.model import Span, Stance


@dataclass(frozen=True, slots=True, eq=False)
class SaidClause:
    """One act of saying: the cue, the head word of the speaker, and where the words said stand.

    Content spans are in text order, leave out cue and speaker, and include quotation marks and "that".
    """

    cue: Word
    #: The cue with its particle ("pointed out", "according to").
    cue_span: Span
    #: The head of the speaker's noun phrase, behind a relative pronoun its antecedent; None when left unsaid.
    speaker: Word | None
    #: The noun phrase as it stands, up to and with the relative pronoun if there is one.
    speaker_span: Span | None
    content: tuple[Span, ...]
    #: Whether all of the words are quoted.
    direct: bool
    stance: Stance
    rule: str
    #: Through what or to whom, in the text's words ("a statement to the Courier", "reporters").
    channel: str | None = None
    addressee: Word | None = None
    #: Whether the text says that it was not said ("did not say that").
    negated: bool = False
    #: Who says it together with the speaker ("Brandt and Lund pledged").
    others: tuple[Word, ...] = ()
    #: The words that limit a denial among what is said ("to discuss the budget").
    scope: Span | None = None

    def tells(self, word: Word) -> bool:
        """Whether a word is among those said."""
        return any(span.start <= word.start < span.end for span in self.content)


@dataclass(frozen=True, slots=True, eq=False)
class SeenCue:
    """What became of one word of speech: what is said by it, or the check that stopped it."""

    cue: Word
    said: SaidClause | None
    stopped_by: str = ""
