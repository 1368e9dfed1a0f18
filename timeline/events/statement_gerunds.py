"""Who says what a gerund tells: "blamed her for saying", "an account of her saying", "issued a note saying"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.statement_lexicon import lexicon
from timeline.events.statement_voice import passive
from timeline.language.lexicon import lexicon as words_about_people
from timeline.language.parse import Word

#: Verbs whose object did what stands behind "for" or "of".
_REPROACHING = frozenset(
    {"accuse", "suspect", "blame", "criticize", "criticise", "fault", "praise", "thank", "attack", "slam", "blast"}
    | {"mock", "condemn", "rip", "chide", "scold", "rebuke", "assail", "denounce", "applaud", "hail", "commend", "sue"}
    | {"forgive", "ridicule", "chastise", "lambaste", "berate", "hammer", "knock", "admonish"}
)
#: What is given to whoever did what stands behind "for".
_GIVEN = frozenset({"credit", "praise", "blame", "thanks", "criticism", "flak", "applause"})
#: Verbs whose object is heard or told of as saying something.
_HEARING = frozenset(
    {"recall", "remember", "describe", "hear", "see", "watch", "catch", "show", "film", "record", "picture"}
)
#: Verbs whose subject says what the document says that is their object.
_ISSUING = frozenset({"issue", "release", "put", "publish", "write", "send", "circulate", "deliver", "post", "make"})


def heard(cue: Word) -> Word | None:
    """Return who is heard or told of as saying it: "recalled Weiss saying", "an account of Weiss telling them"."""
    words = cue.sentence.words
    noun = words[cue.i - words[0].i - 1] if cue.i > words[0].i else cue
    if cue.tag != "VBG" or noun.pos != "PROPN" or noun.entity in {"DATE", "TIME", "GPE", "LOC"}:
        return None
    heard = noun.dep in {"dobj", "nsubj"} and noun.head.lemma in _HEARING
    return noun if heard or (noun.dep == "pobj" and noun.head.lower in {"of", "with"}) else None


def document_before(cue: Word) -> Word | None:
    """Return the document that a participle right behind it gives the words of: "a letter asking whether"."""
    words = cue.sentence.words
    place = cue.i - words[0].i
    if cue.tag != "VBG" or place == 0 or words[place - 1].pos != "NOUN":
        return None
    noun = words[place - 1]
    if noun.lemma.lower() not in lexicon().documents | lexicon().nouns.keys():
        return None
    return (_issuer(noun) if noun.dep == "dobj" and noun.head.lemma in _ISSUING else None) or noun


def _issuer(document: Word) -> Word | None:
    """Return who issued a document: "the mayor put out a statement saying"."""
    return next((c for c in document.head.children if c.dep == "nsubj" and c.tag not in {"WP", "WDT"}), None)


def reproached(preposition: Word) -> Word | None:
    """Return who is blamed for saying it, or accused of it: the object before the preposition."""
    verb = preposition.head
    if passive(verb):
        return None
    told = next((c for c in verb.children if c.dep == "dobj" and verb.i < c.i < preposition.i), None)
    if told is not None and told.lemma in _GIVEN:
        return _receiver((told, verb))
    court = verb.lemma == "take" and any(
        o.lower == "court" for c in verb.children if c.lower == "to" for o in c.children
    )
    return told if court or verb.lemma.lower() in _REPROACHING else None


def _receiver(words: Sequence[Word]) -> Word | None:
    """Return to whom something is given by a verb, or by the noun for it: "gave him credit", "criticism of him"."""
    for child in (c for w in words for c in w.children):
        if child.dep == "dative" and child.pos != "ADP":
            return child
        if child.dep in {"dative", "prep"} and child.lower in {"to", "of"}:
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def behind_deed(noun: Word) -> Word:
    """Return the word that keeps the subject of a gerund at a noun for a deed: whose it is ("her habit of saying"), who
    gets it ("gave him credit for saying"), or who does it ("makes no apology for saying")."""
    owner, verb = next((c for c in noun.children if c.dep == "poss"), None), governor(noun)
    if owner is not None or verb is None:
        return owner or noun
    receiver = _receiver((noun, verb)) if noun.lemma in _GIVEN else None
    return receiver or verb


def speaks(noun: Word) -> bool:
    """Whether a noun means somebody, or a document, who may be the one that says it."""
    known = lexicon().documents | words_about_people().roles | words_about_people().collectives
    bare = noun.tag == "NN" and not any(c.dep in {"det", "amod"} for c in noun.children)  # "in addition to saying"
    named = noun.text[0].isupper() or noun.entity != "" or noun.lemma.lower() in known
    return named or (noun.dep == "pobj" and not bare)


def can_say(noun: Word) -> bool:
    """Whether a noun that a participle describes says it itself: a subject, a name, a document."""
    if noun.dep not in {"dobj", "pobj"} or noun.pos not in {"NOUN", "VERB"} or noun.text[0].isupper():
        return True
    return noun.lemma.lower() in lexicon().documents


def governor(noun: Word) -> Word | None:
    """Return the nearest verb above a noun."""
    return next((a for a in noun.ancestors() if a.pos in {"VERB", "AUX"}), None)
