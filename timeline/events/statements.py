"""Who said what, through which channel: verbs, nouns and phrases of speech with their words and speakers.

Cues are found by lemma first, so that most of a text costs one look-up a word; quotations go to the cue beside them,
everything else follows from the parse of the cue's own clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.statement_clauses import Content, reported
from timeline.events.statement_lexicon import Frame, Lexicon, VerbClass, lexicon
from timeline.events.statement_phrases import according, channel, dialogue, noun
from timeline.events.statement_quotes import Quoted, attach
from timeline.events.statement_speakers import antecedent, mention_span, passive, speaker_of
from timeline.events.statement_values import Mention, People, Polarity, SaidClause
from timeline.language.parse import Parsed, Word
from timeline.language.quotations import find_quotations, quotation_at
from timeline.model import Actor, Span, Statement, Trigger

__all__ = ["Mention", "People", "Polarity", "SaidClause", "find_statements", "statement_of"]

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


def find_statements(parsed: Parsed, people: People | None = None) -> list[SaidClause]:
    """Return the acts of saying of a text, in the order of their cues; with `people`, speakers become actors."""
    words = lexicon()
    quotations = find_quotations(parsed.text, parsed.paragraphs)
    verbs = _verb_cues(parsed, words)
    outside = [w for w in verbs if quotation_at(quotations, w.start) is None]
    quoting = [w for w in outside if any(Frame.QUOTE in of.frames for of in words.verbs[w.lemma.lower()])]
    quoted = attach(parsed, quotations, quoting)
    found = [said for cue in verbs if (said := _said(parsed, cue, quoted, words)) is not None]
    found += _other_cues(parsed, words)
    found += dialogue(parsed)
    if people is not None:
        found = [_with_actor(said, people) for said in found]
    return sorted(found, key=lambda said: said.cue.i)


def statement_of(said: SaidClause, actor: Actor | None, text: str) -> Statement:
    """Return the statement that a said clause makes, with the actor that its speaker is."""
    cue = Trigger(said.cue_span, said.cue_span.of(text))
    words = " ... ".join(span.of(text) for span in said.content)
    return Statement(actor, said.speaker_span, cue, said.content, words, said.direct, said.channel)


def _with_actor(said: SaidClause, people: People) -> SaidClause:
    mention = people.mention_at(said.speaker) if said.speaker is not None else None
    return replace(said, actor=mention.actor) if mention is not None else said


def _verb_cues(parsed: Parsed, words: Lexicon) -> list[Word]:
    return [w for w in parsed.words if w.lemma.lower() in words.verbs and w.pos in {"VERB", "AUX"}]


def _other_cues(parsed: Parsed, words: Lexicon) -> list[SaidClause]:
    found: list[SaidClause | None] = []
    for word in parsed.words:
        if word.lower == "according":
            found.append(according(word))
        elif word.pos == "NOUN" and word.lemma.lower() in words.nouns:
            found.append(noun(word, words.nouns[word.lemma.lower()]))
    return [said for said in found if said is not None]


def _said(parsed: Parsed, cue: Word, quoted: Quoted, words: Lexicon) -> SaidClause | None:
    speaker = speaker_of(cue)
    classes = _fitting(cue, words.verbs[cue.lemma.lower()], speaker, words)
    if not classes:
        return None
    direct = quoted.spans(cue)
    content = reported(cue, classes) if not direct else _quotation(direct, classes)
    if content is None:
        return None
    through, addressee = channel(cue, words, parsed.text)
    if Frame.ADDRESSEE in content.of.frames and addressee is None:
        addressee = _object_addressee(cue, content)
        through = through or (mention_span(addressee).of(parsed.text) if addressee is not None else None)
    return SaidClause(
        cue=cue,
        cue_span=_cue_span(cue, content.of),
        speaker=antecedent(speaker) if speaker is not None else None,
        speaker_span=mention_span(speaker) if speaker is not None else None,
        content=content.spans,
        direct=bool(direct),
        polarity=content.of.polarity,
        rule=content.rule,
        channel=through,
        addressee=addressee,
        negated=any(c.dep == "neg" or c.lower in _NEGATIONS for c in cue.children if c.i < cue.i),
    )


def _fitting(cue: Word, classes: tuple[VerbClass, ...], speaker: Word | None, words: Lexicon) -> tuple[VerbClass, ...]:
    """Return the classes whose particle is there and, for documents, whose subject is one."""
    particles = {c.lower for c in cue.children if c.dep == "prt"}
    return tuple(
        of
        for of in classes
        if (not of.particle or of.particle in particles)
        and (not of.documents or (speaker is not None and antecedent(speaker).lemma.lower() in words.documents))
    )


def _quotation(spans: Sequence[Span], classes: tuple[VerbClass, ...]) -> Content:
    of = next((c for c in classes if Frame.QUOTE in c.frames), classes[0])
    return Content(tuple(spans), frozenset(), of, f"{of.name}:quote")


def _object_addressee(cue: Word, content: Content) -> Word | None:
    for child in cue.children:
        outside = child.i not in content.words
        if (
            outside
            and (child.dep in {"dobj", "dative"} or (child.dep == "nsubjpass" and passive(cue)))
            and child.i not in content.words
        ):
            return antecedent(child)
    return None


def _cue_span(cue: Word, of: VerbClass) -> Span:
    particle = next((c for c in cue.children if of.particle and c.lower == of.particle and c.i == cue.i + 1), None)
    return Span(cue.start, particle.end if particle is not None else cue.end)
