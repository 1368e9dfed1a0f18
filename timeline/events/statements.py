"""Who said what, through which channel: verbs, nouns and phrases of speech with their words and speakers.

Cues are found by lemma first, so that most of a text costs one look-up a word; quotations go to the cue beside them,
everything else follows from the parse of the cue's own clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.statement_clauses import plural_for_verb, spans_of
from timeline.events.statement_frames import Content, reported
from timeline.events.statement_lexicon import Frame, Lexicon, VerbClass, lexicon, senses
from timeline.events.statement_phrases import according, channel, dialogue, noun
from timeline.events.statement_quotes import Quoted, attach
from timeline.events.statement_scope import denial_scope
from timeline.events.statement_senses import in_other_sense
from timeline.events.statement_speakers import antecedent, mention_span, speakers_beside
from timeline.events.statement_status import is_negated, verdict_of_saying
from timeline.events.statement_values import SaidClause, SeenCue
from timeline.events.statement_voice import passive
from timeline.language.parse import Parsed, Word
from timeline.language.quotations import Quotation, quotation_at, quotations_of
from timeline.model import COUNTED_STATUSES, Actor, Span, Stance, Statement, Trigger

__all__ = ["SaidClause", "Stance", "find_statements", "look", "statement_of"]

#: Why a word of speech tells no statement, where it may be any such word.
_QUOTED, _NO_WORDS = "it stands in a quotation, whose words are another's", "no words stand with it as what is said"

_DATELINE = re.compile(
    r"(?=[A-Z]{3})[A-Z][A-Z.'’ -]+(?:, [A-Z][\w.]*(?: \d{1,2})?){0,2}(?: ?\([^)]{2,30}\))?\s*(?:—|–|--|-)\s+"
)


def find_statements(parsed: Parsed) -> list[SaidClause]:
    """Return the acts of saying of a text, in the order of their cues."""
    return [seen.said for seen in look(parsed) if seen.said is not None]


def look(parsed: Parsed) -> list[SeenCue]:
    """Return what became of every word of speech of a text, in text order."""
    words, quotations = lexicon(), quotations_of(parsed)
    cues = _verb_cues(parsed, words)
    seen = [SeenCue(w, None, why) for w in cues if (why := _refused(w, quotations))]
    stopped = {one.cue.i for one in seen}
    verbs = [w for w in cues if w.i not in stopped]
    quoting = [w for w in verbs if any(Frame.QUOTE in of.frames for of in senses(w))]
    quoted = attach(parsed, quotations, quoting)
    seen += [_said(parsed, cue, quoted, words) for cue in verbs]
    seen += _other_cues(parsed, words, quotations)
    seen += [SeenCue(said.cue, said) for said in dialogue(parsed)]
    seen = [_bracketed(parsed, one, one.said) if one.said is not None else one for one in seen]
    seen = [_checked(one, _lacking(parsed, one.said)) if one.said is not None else one for one in seen]
    found = [one.said for one in seen if one.said is not None]
    seen = [_checked(one, _of_another(one.said, found)) if one.said is not None else one for one in seen]
    return sorted(seen, key=lambda one: one.cue.i)


def _of_another(said: SaidClause, found: Sequence[SaidClause]) -> str:
    """Return that a saying only belongs to another one, or nothing."""
    through = "it is through what another statement goes" if _is_channel(said, found) else ""
    return _denies_a_source(said, found) or through


def _checked(seen: SeenCue, stopped_by: str) -> SeenCue:
    return SeenCue(seen.cue, None, stopped_by) if stopped_by else seen


def _lacking(parsed: Parsed, said: SaidClause) -> str:
    """Return what a statement lacks, or nothing."""
    if not any(_says_something(parsed.words_in(span)) for span in said.content):
        return "what is said has no word of its own"
    verdict = verdict_of_saying(said)
    if said.speaker is None and verdict.status not in COUNTED_STATUSES:
        return f"nobody says it, and it is {verdict.status.value} ({verdict.why})"
    return ""


def _denies_a_source(said: SaidClause, found: Sequence[SaidClause]) -> str:
    """Return that a negated saying is about another one, if it is: "never cited a source for his claim that" denies no
    claim."""
    inside = (o.cue for o in found if o is not said and o.cue.pos == "NOUN")
    denies = said.negated and any(s.start <= cue.start < s.end for cue in inside for s in said.content)
    return "it is denied of another statement" if denies else ""


def _bracketed(parsed: Parsed, seen: SeenCue, said: SaidClause) -> SeenCue:
    """Cut what a saying in brackets is told to say to the words in them; it is stopped if nothing is left."""
    around = _brackets(said.cue)
    if around is None or not any(span.start <= around.start or span.end > around.end for span in said.content):
        return seen
    words = [w for span in said.content for w in parsed.words_in(span) if around.start < w.start < around.end]
    spans = spans_of(words)
    if not spans:
        return SeenCue(seen.cue, None, "nothing is said in its brackets")
    return SeenCue(seen.cue, replace(said, content=spans, scope=None))


def _brackets(cue: Word) -> Span | None:
    """Return the brackets that a cue stands between in its sentence, up to the sentence's end if they do not close."""
    words = cue.sentence.words
    opened = next((w for w in reversed(words) if w.i < cue.i and w.text in {"(", ")"}), None)
    if opened is None or opened.text == ")":
        return None
    closed = next((w for w in words if w.i > cue.i and w.text == ")"), None)
    return Span(opened.start, closed.start if closed is not None else words[-1].end)


def _is_channel(said: SaidClause, found: Sequence[SaidClause]) -> bool:
    """Whether a noun of speech is only through what another saying goes: "says in a statement that"."""
    above = said.cue.head.head if said.cue.dep == "pobj" else None
    return said.cue.pos == "NOUN" and any(o.cue is above and o.channel for o in found)


def _without_dateline(parsed: Parsed, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Cut the place and agency that open an article off what is said: "OSLO (AP) — The dam is safe"."""
    opening = next((p for p in parsed.paragraphs if p.start == spans[0].start), None)
    found = _DATELINE.match(parsed.text, opening.start, opening.end) if opening is not None else None
    if found is None or found.end() >= spans[0].end:
        return spans
    return (Span(found.end(), spans[0].end), *spans[1:])


def _says_something(words: list[Word]) -> bool:
    """Whether a content has a word of its own: a relative "that" alone is none."""
    return any(w.pos not in {"PRON", "DET", "PUNCT", "SCONJ", "PART"} for w in words)


def statement_of(
    said: SaidClause, actor: Actor | None, text: str, *, scope: str | None = None, asker: str | None = None
) -> Statement:
    """Return the statement that a said clause makes, with the actor that its speaker is, how far its denial goes, and
    whose question it answers."""
    cue = Trigger(said.cue_span, said.cue_span.of(text))
    words = " ... ".join(span.of(text) for span in said.content)
    through = said.channel or asker
    return Statement(actor, said.speaker_span, cue, said.content, words, said.direct, through, said.stance, scope)


def _verb_cues(parsed: Parsed, words: Lexicon) -> list[Word]:
    verbs = (w for w in parsed.words if w.pos in {"VERB", "AUX"} and w.lemma.lower() in words.verbs)
    return [w for w in verbs if senses(w)]


def _refused(verb: Word, quotations: Sequence[Quotation]) -> str:
    """Return why a verb of speech is not looked at, or nothing."""
    if verb.dep == "amod" or _is_idiom(verb):
        return "nothing is said by it here"
    return _QUOTED if quotation_at(quotations, verb.start) is not None else ""


def _is_idiom(verb: Word) -> bool:
    """Whether nothing is said by a verb of speech: "within hailing distance", "assured of winning", "claims" a noun."""
    distance = verb.lemma == "hail" and any(c.lower == "distance" for c in verb.children)
    of = [p for c in verb.children if c.dep == "prep" and c.lower == "of" for p in c.children]
    assured = verb.lemma == "assure" and passive(verb) and any(p.tag == "VBG" for p in of)
    return distance or assured or plural_for_verb(verb)


def _other_cues(parsed: Parsed, words: Lexicon, quotations: Sequence[Quotation]) -> Iterator[SeenCue]:
    for word in parsed.words:
        of = words.nouns.get(word.lemma.lower()) if word.pos == "NOUN" else None
        source = word.lower == "according"
        if of is None and not source:
            continue
        if quotation_at(quotations, word.start) is not None:
            yield SeenCue(word, None, _QUOTED)
            continue
        said = noun(word, of) if of is not None and not source else according(word)
        yield SeenCue(word, said, "" if said is not None else _NO_WORDS)


def _said(parsed: Parsed, cue: Word, quoted: Quoted, words: Lexicon) -> SeenCue:
    speaker = quoted.speaker_of(cue)
    classes = _fitting(senses(cue), speaker, words)
    if not classes:
        return SeenCue(cue, None, "only documents say so, and its subject is none")
    content, direct = _content(cue, classes, quoted, spoken=speaker is not None)
    if content is None:
        return SeenCue(cue, None, _NO_WORDS)
    if direct and (speaker is None or quoted.inside(speaker)) and not passive(cue):
        speaker = quoted.speaker_beside(cue) or speaker
    if not direct and in_other_sense(cue, content.rule, speaker):
        return SeenCue(cue, None, "it is used in another sense")
    return SeenCue(cue, _said_clause(parsed, cue, speaker, content, direct=direct))


def _said_clause(parsed: Parsed, cue: Word, speaker: Word | None, content: Content, *, direct: bool) -> SaidClause:
    through, addressee = channel(cue, content.spans, lexicon(), parsed.text)
    if Frame.ADDRESSEE in content.of.frames and addressee is None:
        addressee = _object_addressee(cue, content, speaker)
        through = through or (mention_span(addressee).of(parsed.text) if addressee is not None else None)
    negated = is_negated(cue, content.spans)
    return SaidClause(
        cue=cue,
        cue_span=_cue_span(cue, content.of),
        speaker=antecedent(speaker) if speaker is not None else None,
        speaker_span=mention_span(speaker) if speaker is not None else None,
        content=content.spans,
        direct=direct,
        stance=content.of.stance,
        rule=content.rule,
        channel=through,
        addressee=addressee,
        scope=denial_scope(parsed, content.spans, denies=content.of.stance is Stance.DENIES and not negated),
        negated=negated,
        others=tuple(speakers_beside(speaker)) if speaker is not None else (),
    )


def _content(cue: Word, classes: tuple[VerbClass, ...], quoted: Quoted, *, spoken: bool) -> tuple[Content | None, bool]:
    """Return what a cue says, and whether all of it is quoted."""
    of = next((c for c in classes if Frame.QUOTE in c.frames), None)
    content = reported(cue, classes) if of is None or cue.i not in quoted.of_cue else None
    if content is not None:
        spans = _without_dateline(quoted.parsed, content.spans)
        content = replace(content, spans=quoted.mended(spans, cue))
    if of is None:
        return content, False
    if content is not None and Frame.CLAUSE in content.of.frames:
        quoted.carry_on(cue, max(cue.end, content.spans[-1].end))
    elif content is None and spoken and cue.i not in quoted.of_cue:
        quoted.carry_on(cue, cue.end)
    quotations = quoted.spans(cue)
    block = quoted.block(cue) if spoken and content is None and not quotations else None
    if block is not None:
        quotations = [block]
    before = quoted.interrupted(cue) if content is None else None
    if before is not None:
        return Content((before, *quotations), frozenset(), of, f"{of.name}:quote"), False
    if content is not None:
        return replace(content, spans=(*content.spans, *quotations)), False
    lead = quoted.led_in(cue)
    if lead is not None:
        return Content((lead, *quotations), frozenset(), of, f"{of.name}:quote"), False
    return (Content(tuple(quotations), frozenset(), of, f"{of.name}:quote"), True) if quotations else (None, False)


def _fitting(classes: tuple[VerbClass, ...], speaker: Word | None, words: Lexicon) -> tuple[VerbClass, ...]:
    """Return the classes that, if they are for documents, have one for a subject."""
    document = speaker is not None and antecedent(speaker).lemma.lower() in words.documents
    return tuple(of for of in classes if not of.documents or document)


def _object_addressee(cue: Word, content: Content, speaker: Word | None) -> Word | None:
    """Return who is told: the object of a verb of telling, if it can hear ("told the crowd", not "told the story")."""
    for child in cue.children:
        told = any(span.start <= child.start < span.end for span in content.spans)
        heard = child.dep in {"dobj", "dative"} or (child.dep == "nsubjpass" and passive(cue))
        if heard and not told and child is not speaker and child.lemma.lower() not in lexicon().told:
            return antecedent(child)
    return None


def _cue_span(cue: Word, of: VerbClass) -> Span:
    particle = next((c for c in cue.children if of.particle and c.lower == of.particle and c.i == cue.i + 1), None)
    return Span(cue.start, particle.end if particle is not None else cue.end)
