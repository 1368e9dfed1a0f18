"""Clauses whose verb is left out: "met Roe on Monday and Lund on Tuesday", "spoke with Roe by phone and with Lund in
person".

The model hangs the second name on whatever is near: the first date, the first place, the verb. Here it becomes an
`orphan` of the verb (the word of Universal Dependencies for what a clause without its verb leaves), and its own time,
place or means hangs below it. Two that share one time ("met Roe and Lund on Tuesday") are not parted.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language.lexicon import lexicon
from timeline.language.parse import Parsed, Word, attach
from timeline.language.syntax import objects_of

#: The label of a name whose verb is left out.
ORPHAN = "orphan"
_JOINTS = frozenset({"and", "but", "or", ";"})
_WHOM = frozenset({"with", "to"})
_WHEN = frozenset({"on", "in", "at", "during", "for", "around", "until", "since", "from"})
_WHERE = frozenset({"in", "at"})
_TIMES = frozenset({"DATE", "TIME"})
_MEANS = frozenset({"by", "over", "via", "through"})
_WIRES = frozenset({"phone", "telephone", "video", "email", "e-mail", "letter", "skype", "zoom", "videolink"})
_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
#: What may stand between the verb and the first time, place or means, beside the parts of names.
_BEFORE = _PARTS | {"ADP", "CCONJ", "PUNCT"}
#: How many words may tell who the second is ("and Lund, the mayor of Bonn, on Tuesday").
_ASIDE = 8


@dataclass(frozen=True, slots=True)
class _Adjuncts:
    """Phrases of time, place or means, one right behind the other: their words, and what they tell."""

    words: list[Word]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is left of a clause: who, and when, where or how."""

    joint: Word
    #: What was done, where it is another thing ("had dinner with Roe on Monday and lunch with Lund on Tuesday").
    deed: Word | None
    head: Word
    preposition: Word | None
    adjuncts: _Adjuncts


def part_gaps(parsed: Parsed) -> None:
    """Hang whom a left-out verb has on the verb that is meant."""
    for sentence in parsed.sentences:
        words = sentence.words
        if not any(w.pos == "VERB" for w in words):
            continue
        begin = 0
        for at, word in enumerate(words):
            if (word.lower in _JOINTS or word.text == ",") and at > begin:
                gap = _gap(words, at)
                verb = _left_out(words, begin, at, gap) if gap is not None else None
                if gap is not None and verb is not None:
                    _hang(gap, verb)
                    begin = at


def _gap(words: list[Word], at: int) -> _Gap | None:
    """Read what stands behind a comma or "and" as whom and when, or when and whom."""
    begin = at + 1
    while begin < len(words) and (words[begin].lower in _JOINTS or words[begin].text == ","):
        begin += 1
    joint = next((w for w in reversed(words[at:begin]) if w.lower in _JOINTS), words[at])
    before = _adjuncts(words, begin)
    first = begin + len(before.words)
    first += bool(before.words) and first < len(words) and words[first].text == ","
    deed = _deed(words, first)
    first += 0 if deed is None else deed.i - words[first].i + 1
    preposition = words[first] if first < len(words) and words[first].lower in _WHOM else None
    first += preposition is not None
    phrase = _phrase(words, first)
    head = _head(phrase)
    if head is None:
        return None
    end = _behind_aside(words, first + len(phrase))
    after = _adjuncts(words, end)
    found = _Adjuncts(before.words + after.words, before.kinds | after.kinds)
    rest = words[end + len(after.words) :]
    ends = not rest or rest[0].pos in (
        {"PUNCT", "CCONJ"} if before.words else {"PUNCT", "CCONJ", "ADP", "PART", "SCONJ"}
    )
    return _Gap(joint, deed, head, preposition, found) if found.words and ends else None


def _deed(words: list[Word], at: int) -> Word | None:
    """Return the noun that stands at a place, if "with" stands behind it."""
    phrase = _phrase(words, at)
    behind = words[at + len(phrase) : at + len(phrase) + 1]
    return phrase[-1] if phrase and phrase[-1].pos == "NOUN" and behind and behind[0].lower == "with" else None


def _phrase(words: list[Word], begin: int) -> list[Word]:
    """Return the words of a name or an office from a place on."""
    end = begin
    while end < len(words) and words[end].pos in _PARTS and words[end].entity not in _TIMES:
        end += 1
    return words[begin:end]


def _head(phrase: list[Word]) -> Word | None:
    """Return the head of a phrase that means somebody and is no subject of its own."""
    inside = set(map(id, phrase))
    outer = [w for w in phrase if id(w.head) not in inside and w.head is not w]
    if len(outer) != 1 or outer[0].dep in {"nsubj", "nsubjpass", "poss"} or phrase[-1].pos == "PART":
        return None
    head, lex = outer[0], lexicon()
    office = head.pos == "NOUN" and (head.lemma.lower() in lex.roles or head.lower in lex.collectives)
    named = head.pos == "PROPN" and head.entity in {"PERSON", "ORG", "NORP", ""}
    return head if office or named else None


def _behind_aside(words: list[Word], at: int) -> int:
    """Return where an aside behind a name ends ("Lund, the mayor of Bonn, on Tuesday"), if one is there."""
    if at >= len(words) or words[at].text != ",":
        return at
    closing = next((k for k in range(at + 1, min(at + _ASIDE, len(words))) if words[k].text == ","), at)
    plain = all(w.pos in _PARTS | {"ADP"} and w.entity not in _TIMES for w in words[at + 1 : closing])
    return closing + 1 if closing > at + 1 and plain else at


def _adjuncts(words: list[Word], at: int) -> _Adjuncts:
    """Return the phrases of time, place and means that begin at a place, one behind the other."""
    begin, kinds = at, set()
    while (found := _adjunct(words, at)) is not None:
        at, kind = found
        kinds.add(kind)
    return _Adjuncts(words[begin:at], frozenset(kinds))


def _adjunct(words: list[Word], at: int) -> tuple[int, str] | None:
    """Return where a phrase of time, place or means ends that begins at a place, and what it tells."""
    first = words[at] if at < len(words) else None
    if first is None:
        return None
    if first.entity in _TIMES:
        return _end_of_time(words, at), "time"
    if first.pos not in {"ADP", "SCONJ"} or first.lower not in _WHEN | _WHERE | _MEANS:
        return None
    begin = at + 1
    while begin < len(words) and words[begin].pos in {"DET", "ADJ"} and words[begin].entity not in _TIMES:
        begin += 1
    if first.lower in _WHEN and begin < len(words) and words[begin].entity in _TIMES:
        return _end_of_time(words, begin), "length" if first.lower == "for" else "time"
    thing = _phrase(words, at + 1)
    told = {w.lower for w in thing}
    if thing and (told & _WIRES if first.lower in _MEANS else told == {"person"}):
        return at + 1 + len(thing), "means"
    return (at + 1 + len(thing), "place") if thing and first.lower in _WHERE else None


def _end_of_time(words: list[Word], at: int) -> int:
    while at < len(words) and words[at].entity in _TIMES:
        at += 1
    return at


def _left_out(words: list[Word], begin: int, at: int, gap: _Gap) -> Word | None:
    """Return the verb that a gap leaves out: whom it has is told before, with a time, place or means of the same kind
    or behind the same preposition."""
    fronted = gap.adjuncts.words[0].i < gap.head.i
    if fronted and gap.adjuncts.words[0].pos != "ADP" and gap.joint.text == ",":
        return None  # "a son, 26-year-old Lund"
    own = next((k for k in range(begin, at) if k + len((a := _adjuncts(words, k)).words) == at and a.words), at)
    verb = next((w for w in reversed(words[:own]) if w.pos == "VERB" and w.dep not in {"prep", "amod"}), None)
    if verb is None or (own == at and not fronted) or any(_holds(w, verb) for w in (gap.joint, gap.deed, gap.head)):
        return None
    between = [w for w in words[:own] if w.i > verb.i]
    if own < at and words[at - 1].entity == gap.head.entity == "ORG":
        return None  # "in the House and Senate in May"
    whom = [w for w in between if w.pos in {"PROPN", "NOUN", "PRON"} and w.dep not in {"compound", "poss"}]
    if not whom or any(w.pos not in _BEFORE for w in between) or all(w.entity == "GPE" for w in whom):
        return None
    again = gap.preposition is not None and any(w.lower == gap.preposition.lower for w in between)
    told = range(at) if fronted else (own,)
    alike = gap.adjuncts.kinds & {kind for k in told for kind in _adjuncts(words, k).kinds}
    if fronted or gap.deed is not None:
        return verb if alike - {"place"} and (gap.deed is None or _has_done(verb)) else None
    return verb if again or (gap.preposition is None and alike) else None


def _holds(word: Word | None, verb: Word) -> bool:
    """Whether a word cannot be hung on a verb: it stands above it."""
    return word is not None and (word.head is word or verb in word.subtree())


def _has_done(verb: Word) -> bool:
    return any(c.dep == "dobj" and c.pos == "NOUN" for c in verb.children)


def _hang(gap: _Gap, verb: Word) -> None:
    if gap.joint.dep == "cc":
        attach(gap.joint, verb, "cc")
    if gap.deed is None or gap.preposition is None:
        attach(gap.head, verb, ORPHAN)
        if gap.preposition is not None:
            attach(gap.preposition, gap.head, "case")
        _hang_adjuncts(gap.adjuncts, gap.head)
    else:
        attach(gap.deed, verb, ORPHAN)
        attach(gap.preposition, gap.deed, "prep")
        attach(gap.head, gap.preposition, "pobj")
        _hang_adjuncts(gap.adjuncts, gap.deed)


def _hang_adjuncts(adjuncts: _Adjuncts, on: Word) -> None:
    """Hang times, places and means on whom or what they are told of."""
    inside, last = set(map(id, adjuncts.words)), None
    for word in adjuncts.words:
        if word.pos in {"ADP", "SCONJ"}:
            last = word
        if id(word.head) in inside or word.head is word or on in word.subtree():
            continue
        if last is not None and last is not word and word.pos in {"PROPN", "NOUN"} and not objects_of(last):
            attach(word, last, "pobj")
        else:
            attach(word, on, "prep" if word is last else word.dep)
