"""Who says so without a verb: "according to", nouns of speech ("her claim that"), and lines of a dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.events.statement_clauses import spans_of
from timeline.events.statement_lexicon import Lexicon, NounClass, lexicon, senses
from timeline.events.statement_speakers import mention_span, phrase, speaker_of
from timeline.events.statement_values import SaidClause
from timeline.events.statement_voice import passive
from timeline.language.parse import Parsed, Word
from timeline.model import Span, Stance

#: Verbs whose object is what their subject says.
_GIVING = frozenset({"make", "issue", "give", "offer", "repeat", "renew", "voice", "raise", "release", "level", "post"})


def according(word: Word) -> SaidClause | None:
    """Read "according to X": the words are the rest of its sentence, or the clause it stands in."""
    to = next((c for c in word.children if c.lower == "to"), None)
    source = next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
    content: tuple[Span, ...] = ()
    if source is not None:
        own = {w.i for w in word.subtree()}
        words = [w for w in _clause_of(word).subtree() if w.i not in own and w.sentence is word.sentence]
        content = spans_of(words)
    if to is None or source is None or not content:
        return _according_on_sight(word)
    cue_span = Span(word.start, to.end)
    return SaidClause(word, cue_span, source, mention_span(source), content, False, Stance.ASSERTS, "according to")


def _according_on_sight(word: Word) -> SaidClause | None:
    """Read "according to X" at an end of its sentence by its commas, where the parse makes nothing of it."""
    words = word.sentence.words
    place = word.i - words[0].i
    if place + 2 >= len(words) or words[place + 1].lower != "to":
        return None
    comma = next((k for k, w in enumerate(words) if k > place and w.text == ","), None)
    end = comma if comma is not None else len(words) - 1
    nouns = [w for w in words[place + 2 : end] if w.pos in {"NOUN", "PROPN", "PRON"}]
    if place == 0:
        told = words[end + 1 :] if comma is not None else []
    else:
        told = words[: place - 1] if words[place - 1].text == "," and comma is None else []
    content = spans_of(told)
    if not nouns or len(told) < 3 or not content:
        return None
    cue, source = Span(word.start, words[place + 1].end), Span(words[place + 2].start, nouns[-1].end)
    return SaidClause(word, cue, nouns[-1], source, content, False, Stance.ASSERTS, "according to")


def _clause_of(word: Word) -> Word:
    """Return the verb whose clause a source stands beside: up to the sentence's root."""
    clause = word
    for ancestor in word.ancestors():
        clause = ancestor
        told = ancestor.dep in {"relcl", "parataxis"} or (ancestor.dep == "ccomp" and _is_said(ancestor.head))
        if told and ancestor.pos in {"VERB", "AUX"}:
            break
    return clause


def _is_said(verb: Word) -> bool:
    return bool(senses(verb))


def noun(word: Word, classes: tuple[NounClass, ...]) -> SaidClause | None:
    """Read a noun of speech with its words: "his claim that ...", "her call for ..."."""
    owner = _owner(word)
    for of in classes:
        words, rule = _said_by_noun(word, of, owned=owner is not None)
        content = spans_of(words)
        if content:
            span = mention_span(owner) if owner is not None else None
            return SaidClause(word, Span(word.start, word.end), owner, span, content, False, of.stance, f"noun:{rule}")
    return None


def _owner(word: Word) -> Word | None:
    owner = next((c for c in word.children if c.dep == "poss"), None)
    if owner is not None:
        return owner
    for child in word.children:
        if child.dep in {"prep", "agent"} and child.lower in {"by", "from"}:
            return next((c for c in child.children if c.dep == "pobj"), None)
    return _giver(word)


def _giver(word: Word) -> Word | None:
    """Return who makes a promise or repeats a claim: the subject of the verb that the noun completes."""
    verb = word.head
    if word.dep != "dobj" or verb.lemma.lower() not in _GIVING or passive(verb):
        return None
    return speaker_of(verb)


def _said_by_noun(word: Word, of: NounClass, *, owned: bool) -> tuple[list[Word], str]:
    for child in word.children:
        if child.i < word.i:
            continue
        that = next((c for c in child.children if c.dep in {"mark", "nsubj"} and c.i < child.i), None)
        if (
            of.clause
            and child.dep in {"acl", "ccomp"}
            and that is not None
            and any(c.lower == "that" and c.dep == "mark" for c in child.children)
        ):
            return child.subtree(), "clause"
        if of.infinitive and owned and child.dep in {"acl", "xcomp"} and any(c.tag == "TO" for c in child.children):
            return child.subtree(), "infinitive"
        if owned and child.dep == "prep" and child.lower in of.prepositions:
            return [w for w in child.subtree() if w.i > child.i], "preposition"
    return [], ""


_LINE = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z(][\w.’'()-]*){0,3}|[QA]): +(?=\S)")


def dialogue(parsed: Parsed) -> Iterator[SaidClause]:
    """Read lines such as "BRANDT: We will rebuild." where a text has several, and "Brandt: “We will.”"; the colon is
    the cue."""
    lines = [(span, match) for span in parsed.paragraphs if (match := _LINE.match(parsed.text, span.start, span.end))]
    names = Counter(match[1] for _, match in lines)
    capital = sum(match[1].isupper() for _, match in lines)
    exchange = len(names) > 1 and sum(count > 1 for count in names.values()) > 1
    for span, match in lines:
        quoted = parsed.text[match.end()] in '"“«' and parsed.text[span.start : span.end].rstrip()[-1] in '"”»'
        if not (quoted or (match[1].isupper() and capital > 1) or (exchange and names[match[1]] > 1)):
            continue
        words = parsed.words_in(Span(match.start(1), match.end(1) + 1))
        if len(words) < 2 or words[-1].text != ":" or match.end() >= span.end:
            continue
        head, colon = words[-2], words[-1]
        if quoted and not match[1].isupper() and (head.pos != "PROPN" or head.lemma.lower() in lexicon().verbs):
            continue
        yield _line(head, colon, Span(match.start(1), match.end(1)), Span(match.end(), span.end))


def _line(head: Word, colon: Word, name: Span, said: Span) -> SaidClause:
    cue = Span(colon.start, colon.end)
    return SaidClause(colon, cue, head, name, (said,), True, Stance.ASSERTS, "dialogue")


def channel(cue: Word, said: Sequence[Span], lexicon: Lexicon, text: str) -> tuple[str | None, Word | None]:
    """Return through what or to whom a cue says it, in words, and the head of the one spoken to; none of the words said
    is either."""

    def told(word: Word) -> bool:
        return any(span.start <= word.start < span.end for span in said)

    addressee = next((c for c in cue.children if c.dep == "dative" and c.pos != "ADP" and not told(c)), None)
    for child in cue.children:
        if child.dep not in {"prep", "dative"} or child.lower not in lexicon.channel_prepositions:
            continue
        inner = next((c for c in child.children if c.dep == "pobj"), None)
        if inner is None or told(inner):
            continue
        if inner.lemma.lower() in lexicon.channels:
            return phrase(inner).of(text), addressee or _spoken_to(inner)
        if child.lower == "to":
            return phrase(inner).of(text), inner
    return (phrase(addressee).of(text), addressee) if addressee is not None else (None, None)


def _spoken_to(noun: Word) -> Word | None:
    """Return the receiver named behind a channel: "a statement to the Courier"."""
    for child in noun.children:
        if child.dep == "prep" and child.lower in {"to", "with"}:
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None
