"""Whether a verb of speech is active or passive, also as a bare participle, and who acts in a passive."""

from __future__ import annotations

from timeline.language.parse import Word

#: A finite verb's tags.
FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: Labels of subjects.
ANY_SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: Verbs by which a question is put to somebody.
ASKING = frozenset({"ask", "press", "question", "quiz"})
_WHEN = frozenset({"when", "if", "once", "as", "though", "although", "unless"})


def passive(verb: Word) -> bool:
    """Whether a verb is in the passive, a bare participle ("asked by reporters", "Asked whether") included; "she's
    said it was old" is not."""
    if has_said(verb):
        return False
    if any(c.dep in {"nsubjpass", "auxpass"} for c in verb.children) or in_passing(verb):
        return True
    bare = not any(c.dep in {"nsubj", "aux"} for c in verb.children)
    if bare and verb.dep == "advcl" and verb.tag in {"VBN", "VBD"} and any(c.lower in _WHEN for c in verb.lefts):
        return True
    return verb.tag == "VBN" and bare and verb.dep in {"acl", "advcl", "relcl", "ccomp", "ROOT", "prep", "pcomp"}


def has_said(verb: Word) -> bool:
    """Whether the parse took "has" for "is": "she's said it was old"."""
    short = any(c.dep == "auxpass" and c.lower in {"'s", "’s"} for c in verb.children)
    return short and any(c.dep in {"ccomp", "dobj"} and c.i > verb.i for c in verb.children)


def is_gerund(verb: Word) -> bool:
    """Whether a verb is a form in -ing without a tense: "saying", "having said", "being told"."""
    if verb.tag == "VBG":
        return True
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"} and c.i < verb.i]
    return verb.tag in {"VBN", "VBD"} and bool(helpers) and helpers[0].tag == "VBG"


def in_passing(verb: Word) -> bool:
    """Whether a question is put to the one named before its comma: "Brandt, asked whether it was safe, said"."""
    return verb.lemma in ASKING and asked_before(verb) is not None and resumes(verb) is not None


def asked_before(verb: Word) -> Word | None:
    """Return who is named right before the comma that a verb stands behind."""
    words = verb.sentence.words
    place = verb.i - words[0].i - 1
    while place >= 0 and words[place].pos == "ADV":
        place -= 1
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
    return subject if place >= 0 and words[place].text == "," else None


def resumes(verb: Word) -> Word | None:
    """Return the finite verb behind the next comma that the sentence goes on with, without a subject."""
    words = verb.sentence.words
    for place in range(verb.i - words[0].i + 1, len(words) - 1):
        if words[place].text == "," and words[place + 1].tag in FINITE and not has_subject(words[place + 1]):
            return words[place + 1]
    return None


def agent(verb: Word) -> Word | None:
    """Return who acts in a passive: the noun behind "by"."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def has_subject(verb: Word) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep in ANY_SUBJECT for c in verb.children)
