"""Who does a deed told in a clause without a subject of its own: the noun that governs it, or nobody if that is unsure.

"Blamed Roe for leaking the memo": Roe leaked it. Nobody is said to have killed or stolen unless the clause says who.
"""

from __future__ import annotations

from timeline.events.action_classes import lexicon
from timeline.language.mentions import People
from timeline.language.parse import Word
from timeline.language.syntax import agents, grammatical_subject, is_passive

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: A gerund behind one of these tells what somebody is blamed, thanked or punished for.
_FOR = frozenset({"for", "of", "over", "about"})
#: Between a verb and whom it judges: "lashed out at Roe".
_AT = frozenset({"at", "on", "to", "with", "against"})


def doers(verb: Word, people: People) -> list[Word] | None:
    """Return the words in the agent's place of a verb, None if the sentence leaves open whose deed it is."""
    if _bare_participle(verb) is not None:
        return []
    own = _has_subject(verb)
    if verb.lemma in lexicon().grave and not is_passive(verb) and not own:
        return None
    if own:
        return agents(verb)
    gerund = _gerund_above(verb)
    if gerund is not None:
        return _judged(verb, gerund, people)
    return None if _nearer(verb, people) else agents(verb)


def sufferer(verb: Word) -> list[Word]:
    """Return the name that a participle without a verb stands behind: "Captain Roe, killed in May"."""
    name = _bare_participle(verb)
    return [name] if name is not None else []


def _has_subject(verb: Word) -> bool:
    if any(c.dep in _SUBJECTS for c in verb.children):
        return True
    return verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"} and _has_subject(verb.head)


def _gerund_above(verb: Word) -> Word | None:
    """Return the gerund behind a preposition that a verb is, or hangs on: "for having failed to investigate"."""
    while verb.dep in {"xcomp", "conj"} and verb.head.pos == "VERB" and not _has_subject(verb):
        verb = verb.head
    gerund = verb.tag == "VBG" or any(c.dep in {"aux", "auxpass"} and c.tag == "VBG" for c in verb.children)
    return verb if gerund and verb.dep == "pcomp" and not _has_subject(verb) else None


def _bare_participle(verb: Word) -> Word | None:
    """Return the name before a comma and a participle that the parse takes for the next verb of the sentence."""
    likely = verb.tag == "VBN" or (verb.tag == "VBD" and verb.lemma in lexicon().grave)
    if not likely or verb.dep not in {"conj", "advcl", "dep"}:
        return None
    words = verb.sentence.words
    before = [w for w in words if w.i < verb.i][-2:]
    named = len(before) == 2 and before[1].text == "," and before[0].pos == "PROPN"
    free = not any(c.dep in {"dobj", *_SUBJECTS, "aux", "auxpass"} for c in verb.children)
    return before[0] if named and free else None


def _judged(verb: Word, gerund: Word, people: People) -> list[Word] | None:
    """Read a gerund behind a preposition: "praised Roe for saving it" is Roe's deed, not the praiser's."""
    preposition = gerund.head
    if preposition.lower not in _FOR:
        return agents(verb)
    if preposition.head.pos == "PROPN" and people.mention_at(preposition.head) is not None:
        return [preposition.head]
    above = next((w for w in preposition.ancestors() if w.pos in {"VERB", "AUX"}), None)
    if above is None:
        return None
    if is_passive(above):
        return grammatical_subject(above)
    hit = _done_to(above, preposition, people)
    if hit:
        return [hit[-1]] if above.lemma in lexicon().judging else None
    return agents(verb)


def _done_to(verb: Word, before: Word, people: People) -> list[Word]:
    """Return whom a verb is about: its object, or an actor behind "at", "on" and their like."""
    found = [c for c in verb.children if c.dep in {"dobj", "dative"} and c.i < before.i]
    if found:
        return found
    phrases = [c for c in verb.children if c.dep == "prep" and c.lower in _AT and c.i < before.i]
    return [o for p in phrases for o in p.children if o.dep == "pobj" and people.mention_at(o) is not None]


def _nearer(verb: Word, people: People) -> bool:
    """Whether an actor stands between a gerund without a comma and the verb above: "met Roe carrying a gun"."""
    above = verb.head
    if verb.tag != "VBG" or verb.dep != "advcl" or above.i > verb.i:
        return False
    between = [w for w in verb.sentence.words if above.i < w.i < verb.i]
    parted = any(w.text in {",", "—", "–"} for w in between[-1:])
    return not parted and any(people.mention_at(w) is not None for w in between if w.dep in {"dobj", "pobj"})
