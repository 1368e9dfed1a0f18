"""Whose words they are: the subject of a verb of speech wherever the sentence keeps it, and its noun phrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.events.statement_gerunds import behind_deed, can_say, document_before, governor, heard, reproached, speaks
from timeline.events.statement_lexicon import Frame, lexicon, senses
from timeline.events.statement_voice import (
    ANY_SUBJECT,
    ASKING,
    FINITE,
    agent,
    asked_before,
    has_said,
    has_subject,
    passive,
    resumes,
)
from timeline.language.parse import Word
from timeline.language.syntax import OBJECT_CONTROL, conjuncts
from timeline.model import Span

_SUBJECTS = frozenset({"nsubj"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
#: Subjects that say nothing themselves.
_MUTE = frozenset({"it", "that", "this", "there", "these", "those"})
#: Pronouns by which a speaker speaks of himself in words reported: "said she was sorry and promised".
_PERSONAL = frozenset({"he", "she", "they"})
_CLOSING = frozenset({'"', "''", "”", "’"})
_FAR = 12
#: Parts of a noun phrase that its mention leaves out: clauses, and what stands behind a comma.
_OUTSIDE = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "preconj", "advmod", "parataxis", "dep", "ccomp"}
)


def speaker_of(cue: Word, inside: Callable[[Word], bool] = lambda _: False) -> Word | None:
    """Return the head of the phrase that says it, following coordination, control, participles and relatives.

    `inside` tells which words are quoted: what a quotation holds is no speaker of a cue outside it.
    """
    if passive(cue):
        return agent(cue)
    other = _put_before(cue)
    if other is not None:
        return other
    verb = _above(cue) if cue.tag == "VBG" and cue.dep in {"advcl", "conj", "dep"} else _told_beside(cue)
    for _ in range(_FAR):
        wanted = _SUBJECTS if verb is cue and not has_said(cue) else ANY_SUBJECT
        own = [c for c in verb.children if c.dep in wanted and _is_name(c) and not inside(c)]
        if own:
            empty = verb is not cue and own[0].lower == "it" and verb.lemma == "be"  # "it is hard to say"
            return None if empty else min(own, key=lambda w: abs(w.i - verb.i))
        found = _torn_away(verb, cue, inside)
        if found is not None:
            return found
        keeper = verb.head if verb is not cue and inside(verb) else _keeper(verb)
        if keeper is None or keeper is verb:
            return _torn_off(cue) or _misplaced(cue) if verb is cue else _spoke_before(cue, inside)
        named = keeper.pos in {"NOUN", "PROPN", "PRON"} or (verb.dep == "acl" and keeper is verb.head)
        if named and not inside(keeper):
            return keeper
        verb = keeper
    return None


def _put_before(cue: Word) -> Word | None:
    """Return who is named right before a cue in another part: an issuer, one heard saying it, one asked in passing."""
    asked = next((w for w in cue.sentence.words if w.i < cue.i and w.lemma in ASKING and resumes(w) is cue), None)
    return document_before(cue) or heard(cue) or (asked_before(asked) if asked is not None else None)


def _torn_away(verb: Word, cue: Word, inside: Callable[[Word], bool]) -> Word | None:
    """Return a subject that the parse put into a quotation or an object before, or an infinitive's governor has."""
    outside = _outside(verb, inside) if verb is cue else None
    if outside is not None:
        return outside
    swallowed = _swallowed(verb)
    return swallowed if swallowed is not None and not inside(swallowed) else _controller(verb)


def speakers_beside(speaker: Word) -> list[Word]:
    """Return those who say it together with a speaker: "Brandt and Lund pledged"."""
    if speaker.dep not in ANY_SUBJECT and speaker.dep not in {"pobj", "relcl"}:
        return []
    joined = {c.lower for w in [speaker, *conjuncts(speaker)] for c in w.children if c.dep == "cc"}
    return conjuncts(speaker) if joined and joined <= {"and", "nor"} else []


def _outside(cue: Word, inside: Callable[[Word], bool]) -> Word | None:
    """Return who stands between a quotation and a cue whose subject the parse looks for in the quotation."""
    quoted = [c for c in cue.children if c.dep in ANY_SUBJECT and c.i < cue.i and inside(c)]
    words = [w for c in quoted for w in c.subtree() if w.i < cue.i and not inside(w)]
    return next((w for w in words if w.pos in {"NOUN", "PROPN", "PRON"} and inside(w.head)), None)


def _spoke_before(cue: Word, inside: Callable[[Word], bool]) -> Word | None:
    """Return the subject of the last finite verb before an infinitive or participle that the parse hung on the words
    said: "...," Brandt said, going on to say that."""
    if cue.tag not in {"VB", "VBG"} or not inside(cue.head.head):
        return None
    for verb in reversed([w for w in cue.sentence.words if w.i < cue.i and w.tag in FINITE and not inside(w)]):
        subject = next((c for c in verb.children if c.dep in ANY_SUBJECT and not inside(c)), None)
        if subject is not None and subject.lower not in _MUTE:
            return subject
    return None


def _is_name(word: Word) -> bool:
    """Whether a subject is no verb: a name that the tagger took for one has a capital."""
    return word.pos != "VERB" or (word.text[0].isupper() and word.tag != "VBG" and not word.children)


def _told_beside(cue: Word) -> Word:
    """Return the verb whose subject a cue joined to a reported clause takes: "said it was old and noted", where the
    tense or a subject that cannot speak shows that the clause's own verb is not what the cue goes on from, and "said
    she was sorry and promised", where the clause's own subject is the speaker again."""
    head = cue.head
    if cue.dep != "conj" or head.pos not in {"VERB", "AUX"} or head.dep not in {"ccomp", "conj"} or has_subject(cue):
        return cue
    subject = next((c for c in head.children if c.dep in ANY_SUBJECT), None)
    if subject is not None and subject.lower in _PERSONAL:
        return next((a for a in head.ancestors() if a.tag in {*FINITE, "VBN"} and senses(a)), cue)
    above = next((a for a in head.ancestors() if a.tag == cue.tag and a.tag in FINITE and senses(a)), None)
    mute = subject is not None and (subject.lower in _MUTE or subject.dep == "expl")
    compound = head.tag not in FINITE or any(c.dep == "aux" for c in head.children)
    return above if above is not None and (compound or mute) else cue


def _controller(verb: Word) -> Word | None:
    """Return whom an infinitive's governor makes or asks to say it: "asked her to condemn", "forced him to admit"."""
    head = verb.head
    if verb.tag == "VBG" and verb.dep == "pcomp" and head.lower in {"for", "of"}:
        return reproached(head)
    infinitive = verb.tag == "VB" and any(c.tag == "TO" and c.i < verb.i for c in verb.children)
    if not infinitive or verb.dep not in {"xcomp", "ccomp", "advcl"} or passive(head):
        return None
    if head.lemma.lower() not in OBJECT_CONTROL | {"urge", "compel", "oblige", "challenge"}:
        return None
    objects = [c for c in head.children if c.dep in {"dobj", "dative"} and head.i < c.i < verb.i and c.pos != "ADP"]
    return objects[-1] if objects else None


def _torn_off(cue: Word) -> Word | None:
    """Return the subject that a parse took for something else: the phrase right before a finite verb."""
    words = cue.sentence.words
    place = cue.i - words[0].i - 1
    if cue.tag not in FINITE or cue.dep not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return None
    dateline = next((c for c in cue.children if c.dep == "npadvmod" and c.text.isupper() and c.i < cue.i), None)
    named = next((c for c in dateline.children if c.dep == "appos"), None) if dateline is not None else None
    if named is not None:
        return named
    aside = next((c for c in cue.children if c.dep == "npadvmod" and c.pos == "PROPN" and c.i < cue.i), None)
    if aside is not None and not aside.text.isupper() and aside.entity not in {"DATE", "TIME"}:
        return aside  # "Brandt, when pressed, said"
    while place >= 0 and words[place].pos in {"ADV", "AUX"}:
        place -= 1
    noun = words[place] if place >= 0 else cue
    fits = noun.pos in {"NOUN", "PROPN", "PRON"} and noun.entity not in {"DATE", "TIME"} and noun is not cue
    return noun if fits and noun.dep not in {"pobj", "poss"} else None


def _misplaced(cue: Word) -> Word | None:
    """Return the subject that the parse hung on an auxiliary ("have in the past said"), on a participle or a verb
    before ("majorities going to the polls say", "smiled, then said"), or beside the sentence."""
    before = [c for c in cue.children if c.i < cue.i]
    then = any(c.lower == "then" for c in before)
    for child in before:
        if child.dep == "intj" and child.text[0].isupper() and child.i + 1 == cue.i:
            return child
        if child.dep == "aux" or (child.dep == "ccomp" and (child.tag == "VBG" or then)):
            own = next((c for c in child.children if c.dep in ANY_SUBJECT), None)
            if own is not None:
                return own
    beside = [w for w in cue.sentence.words if w.head is w and w.i < cue.i and w.pos in {"NOUN", "PROPN"}]
    named = next((c for w in beside for c in w.children if c.dep == "appos" and c.pos == "PROPN"), None)
    return named or (beside[0] if beside else None)


def antecedent(word: Word) -> Word:
    """Return the noun that a relative pronoun stands for; any other word is its own."""
    if word.lower in _RELATIVE and word.tag in {"WP", "WDT", "IN", "DT"}:
        clause = next((a for a in word.ancestors() if a.dep == "relcl"), None)
        if clause is not None and clause.head.i < word.i:
            return clause.head
    return word


def phrase(head: Word) -> Span:
    """Return the noun phrase of a head without its clauses and appositions."""
    words = [head]
    for child in head.children:
        if child.dep not in _OUTSIDE and not (child.i > head.i and child.dep == "prep" and _apart(head, child)):
            words += child.subtree()
    ordered = sorted(words, key=lambda w: w.i)
    while ordered[-1].dep == "cc":
        ordered.pop()  # "the guests in the hall and" whom the parse hangs elsewhere
    return Span(ordered[0].start, ordered[-1].end)


def mention_span(word: Word) -> Span:
    """Return the span of a speaker's mention; a relative pronoun's reaches from its antecedent to it."""
    noun = antecedent(word)
    span = phrase(noun)
    if noun is word or word.end <= span.end:
        return span
    return Span(span.start, word.end)


def _swallowed(verb: Word) -> Word | None:
    """Return the subject that the parse joined to the object before: "broke the news and an aide, X, confirmed"."""
    if verb.dep != "conj" or verb.head.pos != "VERB":
        return None
    words = verb.sentence.words
    place = verb.i - words[0].i - 1
    while place >= 0 and (words[place].text == "," or words[place].pos in {"AUX", "ADV"}):
        place -= 1
    last = words[place].i if place >= 0 else -1
    nouns = [w for w in words if w.dep == "conj" and w.pos in {"NOUN", "PROPN"} and verb.head.i < w.i <= last]
    return next((n for n in nouns if max(w.i for w in n.subtree() if w.text != ",") == last), None)


def _above(cue: Word) -> Word:
    """Return the verb whose subject a participle behind a comma takes: the sentence's own, across what it reports."""
    first = min((c for c in cue.children if c.i < cue.i), key=lambda w: w.i, default=cue)
    words = cue.sentence.words
    place = min(first.i, cue.i) - words[0].i
    while place > 1 and words[place - 1].text in _CLOSING:
        place -= 1
    if place == 0 or words[place - 1].text != ",":
        return cue
    told = next((c for c in cue.children if c.dep == "dobj"), None)
    if told is not None and Frame.ADDRESSEE in _frames(cue) and told.lemma.lower() not in lexicon().addressees:
        return cue  # "said the mayor calmed the room, telling the guests that": the nearer one speaks
    verb = cue
    for ancestor in cue.ancestors():
        if ancestor.pos in {"VERB", "AUX"} and ancestor.i < cue.i:
            verb = ancestor
    return verb


def _frames(cue: Word) -> set[Frame]:
    return {frame for of in senses(cue) for frame in of.frames}


def _keeper(verb: Word) -> Word | None:
    """Return the word that keeps the subject of a verb without one: its governor, or the noun it describes."""
    if verb.dep == "prep" and verb.head.pos == "NOUN" and (verb.lower == "in" or not speaks(verb.head)):
        return behind_deed(verb.head)
    if verb.dep in {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "parataxis"}:
        return verb.head
    if verb.dep == "advmod" and verb.pos in {"ADP", "SCONJ", "ADV"}:
        return verb.head  # "aside from saying", "stopped short of calling"
    if verb.dep == "ccomp" and verb.tag in {"VBG", "VB"}:
        return verb.head
    if verb.dep == "acl" and verb.tag == "VBG":
        return verb.head if can_say(verb.head) else governor(verb.head)
    if verb.dep == "acomp":
        return verb.head
    if verb.dep in {"acl", "relcl"} and any(c.tag == "TO" for c in verb.children):
        owner = next((c for c in verb.head.children if c.dep == "poss"), None)
        return owner or governor(verb.head)  # "took the chance to say", "her chance to say"
    return None


def beside(words: Sequence[Word], cue: Word) -> Word | None:
    """Return the head of the noun phrase among words right before or behind a cue, where the parse gives no subject."""
    nouns = [w for w in words if w.pos in {"PROPN", "NOUN", "PRON"} and w.dep not in {"compound", "poss", "npadvmod"}]
    before = [w for w in nouns if w.i < cue.i]
    return before[-1] if before else next((w for w in nouns if w.i > cue.i), None)


def _apart(head: Word, child: Word) -> bool:
    """Whether a comma stands between a noun and what follows it."""
    return any(c.dep == "punct" and head.i < c.i < child.i for c in head.children)
