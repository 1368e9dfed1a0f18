"""How an expression is reached from the trigger it may date: the way through the parse, or that there is none."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates.readings import Preposition, Reading
from timeline.events.senses import senses, words
from timeline.events.status_negation import is_negated
from timeline.language.gapping import ORPHAN
from timeline.language.lexicon import lexicon
from timeline.language.parse import Word
from timeline.language.syntax import governing_clause, objects_of

#: Prepositions whose date is a subject or a term and no time of what happens ("asked about May", "until Friday").
_NOT_WHEN = frozenset({"about", "regarding", "concerning", "over", "until", "till"})
#: Verbs of a clause at a noun that tell when it was ("a letter dated May 4", "the talks, which were held in May").
_BEING = frozenset(
    {"date", "hold", "take", "occur", "happen", "schedule", "plan", "set", "write", "send", "make", "convene", "begin"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "xcomp", "csubj", "pcomp"})

#: Marks of a clause whose deed has another time than the one it gives the reason for.
_APART = frozenset({"because", "unless"})

#: Prepositions by which a contact's noun dates another deed ("told her at the May 4 dinner", "called after it").
_ON_WHICH = frozenset({"in", "at", "on", "during"})
_BEHIND = frozenset({"after", "following", "since"})
#: Verbs by which somebody speaks before one ("told a hearing on Thursday").
_BEFORE_WHICH = frozenset({"address", "tell"})


@dataclass(frozen=True, slots=True)
class Way:
    """How an expression is reached from a trigger: steps in the parse, and whether the occasion lies before it
    ("resigned on Monday after a meeting") or after it, and then how soon."""

    steps: int
    bound: Preposition = Preposition.WITHIN
    soon: bool = False
    #: Whether a "when" says that it was then, whatever preposition stands before the expression.
    then: bool = False


def way_to(trigger: Word, head: Word, reading: Reading) -> Way | None:
    """Return the way from a trigger to an expression; None where the expression belongs to something else."""
    if _is_when(trigger, reading):
        return Way(0, then=True)
    if _is_excluded(head) or _is_parted(trigger, head) or _is_of_a_gap(trigger, head):
        return None
    clause = _set_in(trigger)
    if clause is not None and clause.head in _phrases(head):
        return Way(1)
    if _tells_which(trigger, head):
        return None
    if _opens(head) and trigger.sentence.root is not trigger:
        return _beside(_up(trigger, trigger.sentence.root, reading.preposition), head.head)
    governor, preposition = _governor(trigger, head)
    if governor is None:
        return None
    if governor.lemma in _BEING and (_is_clause_of(trigger, governor) or _stands_behind(trigger, governor)):
        return Way(0)
    if governor.head is trigger and governor.dep == "advcl" and _is_while(governor):
        return Way(1)
    if governor is trigger or (_opens(head) and trigger.sentence.root is trigger):
        return _beside(Way(0), preposition)
    if (behind := _behind_clause(trigger, governor)) is not None:
        governor, preposition = behind
        way = Way(0) if governor is trigger else _up(trigger, governor, Preposition.WITHIN, head)
        beside = _beside(way, preposition)
        return beside if beside is not None and beside.soon else None
    ahead = preposition is not None and preposition.lower == "before" and not _is_of_place(preposition)
    order = Preposition.BEFORE if ahead else reading.preposition
    return _beside(_up(trigger, governor, order, head), preposition)


def _is_of_a_gap(trigger: Word, head: Word) -> bool:
    """Whether an expression tells when another was met whose verb is left out ("and Lund on Tuesday")."""
    return any(w.dep == ORPHAN and w is not trigger for w in (head, *head.ancestors()))


def _is_parted(trigger: Word, head: Word) -> bool:
    """Whether a semicolon stands between an expression and a trigger behind it: it is the other clause's."""
    words = trigger.sentence.words
    between = words[head.i - words[0].i : max(0, trigger.i - words[0].i)]
    return any(w.text == ";" for w in between)


def _behind_clause(trigger: Word, clause: Word) -> tuple[Word, Word] | None:
    """Return the verb that a clause puts after or before itself, and its "after" ("right after meeting Roe on May 4,
    she called"), where the trigger stands outside it."""
    marks = [clause.head] if clause.dep == "pcomp" else [c for c in clause.children if c.dep == "mark"]
    order = next((m for m in marks if m.lower in {"after", "before", "following"}), None)
    if order is None or clause.dep not in {"pcomp", "advcl"} or clause in trigger.ancestors():
        return None
    return (order.head if clause.dep == "pcomp" else clause).head, order


def _governor(trigger: Word, head: Word) -> tuple[Word | None, Word | None]:
    """Return the verb an expression belongs to, or the trigger, and the preposition that its phrase hangs on; no verb
    where it is a subject, a term, or tells only which contact is meant."""
    word, last = _torn_off(head) or head, None
    while word.head is not word and (word.pos not in {"VERB", "AUX"} or _is_dated(word)) and word is not trigger:
        word = word.head
        if word is trigger:
            break
        if _describes(word):
            return None, None
        if word.dep == "prep" and (around := _behind_aside(word)) is not None:
            return around, None
        if (word.lower in _NOT_WHEN and not _lasts(word)) or (word.lower == "since" and _is_since_the_last(word)):
            return None, None
        if word.lower == "since" and trigger.tag == "VBD":
            return None, None  # "in power since 1994, he met her"
        if ("noun", word.lemma.lower()) in senses() and not _is_occasion(word):
            return None, None
        last = word if word.dep == "prep" else last
    return word, last


def _lasts(over: Word) -> bool:
    """Whether "over" tells when: "over the weekend", "over the past month"."""
    spans = words().spans | words().holidays
    return over.lower == "over" and any(o.lemma.lower() in spans for o in objects_of(over))


def _describes(noun: Word) -> bool:
    """Whether a noun behind a comma only says who or what is meant ("Roe, a speaker at the 2014 congress")."""
    return noun.dep == "appos" and noun.entity != "DATE" and noun.head.entity != "DATE" and noun.head.pos == "PROPN"


#: How many words before "since" tell what there was since then.
_NEAR = 6


def _is_clause_of(noun: Word, verb: Word) -> bool:
    return verb.head is noun and verb.dep in {"acl", "relcl"}


def _stands_behind(noun: Word, verb: Word) -> bool:
    """Whether a participle stands right behind a noun, or behind its comma ("in the letter, dated Monday")."""
    between = [w for w in noun.sentence.words if noun.i < w.i < verb.i]
    return verb.tag == "VBN" and verb.i > noun.i and verb.i - noun.i <= 2 and all(w.text == "," for w in between)


def _phrases(head: Word) -> list[Word]:
    """Return the nouns an expression stands in, itself among them."""
    out = [head]
    while out[-1].head is not out[-1] and out[-1].pos not in {"VERB", "AUX"}:
        out.append(out[-1].head)
    return out


def _is_dated(verb: Word) -> bool:
    """Whether a participle only tells when the occasion was that it stands at ("in an email dated May 4")."""
    return verb.dep == "acl" and verb.lemma in _BEING and verb.tag == "VBN" and _is_occasion(verb.head)


def _is_occasion(noun: Word) -> bool:
    """Whether a contact's noun tells on what occasion, or after or before what, something else was done."""
    preposition = noun.head
    if noun.dep == "dobj" and preposition.lemma in _BEFORE_WHICH:
        return True
    times = _ON_WHICH | _BEHIND | {"before"}
    return preposition.dep == "prep" and preposition.lower in times and preposition.head.pos in {"VERB", "AUX"}


def _beside(way: Way | None, preposition: Word | None) -> Way | None:
    """Bound a way by the preposition above the expression ("after the May 4 vote", "shortly after May 4")."""
    if way is None or preposition is None:
        return way
    bound = Preposition.AFTER if preposition.lower in _BEHIND else Preposition.BEFORE
    if (bound is Preposition.BEFORE and preposition.lower != "before") or _is_of_place(preposition):
        return way
    row, first = preposition.sentence.words, preposition.sentence.words[0].i
    soon = preposition.i > first and row[preposition.i - first - 1].lower in words().at_once
    return Way(way.steps, bound, soon) if way.bound in {Preposition.WITHIN, bound} else None


def _is_of_place(preposition: Word) -> bool:
    """Whether somebody stands before or behind a body or a person, and nothing before or after an occasion."""
    known = lexicon()
    return any(
        o.entity in {"ORG", "PERSON", "GPE"} or o.lemma.lower() in known.org_heads or o.lemma.lower() in known.roles
        for o in objects_of(preposition)
    )


def _set_in(trigger: Word) -> Word | None:
    """Return the clause around a trigger that tells what happened in, at or during the noun before it ("the visit in
    which they met", "Bonn, where they met")."""
    verb = trigger if trigger.pos in {"VERB", "AUX"} else governing_clause(trigger)
    while verb.dep in {"conj", "xcomp"} and verb.head.pos in {"VERB", "AUX"}:
        verb = verb.head
    if verb.dep not in {"relcl", "acl"} or any(c.dep == "aux" and c.lemma == "have" for c in verb.children):
        return None
    begins = [c for c in verb.children if c.i < verb.i]
    named = any(c.lower in {"where", "when"} for c in begins)
    which = any(c.lower in _ON_WHICH and any(o.lower == "which" for o in c.children) for c in begins)
    return verb if named or which else None


def _is_when(trigger: Word, reading: Reading) -> bool:
    """Whether the trigger's clause, or one that it is joined to, is the "when ..." right behind the expression ("on May
    4, when they dined")."""
    clause = trigger
    while clause.dep in {"conj", "xcomp"} and clause.head.pos in {"VERB", "AUX"}:
        clause = clause.head
    when = next((c for c in clause.children if c.lower == "when" and c.i < clause.i), None)
    if when is None or when.start < reading.span.end:
        return False
    return all(w.pos == "PUNCT" for w in trigger.sentence.words if reading.span.end <= w.start < when.start)


def _torn_off(head: Word) -> Word | None:
    """Return the noun of a fronted phrase that the expression stands right behind, where the parser hung it on the
    verb ("Following the report Wednesday night, they called")."""
    verb = head.head
    if head.dep != "npadvmod":
        return None
    first = head.subtree()[0].i
    if verb.pos in {"VERB", "AUX"} and verb.dep != "prep" and first >= verb.i:
        return None
    before = next((w for w in head.sentence.words if w.i == first - 1), None)
    inside = before is not None and before.dep == "pobj" and before.head is head.sentence.words[0]
    return before if inside else None


def _opens(head: Word) -> bool:
    """Whether an expression opens the sentence ("On May 4, ..."): it belongs to the sentence, however it is parsed."""
    words = head.sentence.words
    return head.head.dep == "prep" and head.head is words[0] and any(w.text == "," for w in words[2:6])


def _up(trigger: Word, governor: Word, order: Preposition, head: Word | None = None) -> Way | None:
    """Go up from the trigger to the verb that the expression modifies; `head` is its head where it does not open the
    sentence."""
    steps, word, bound = 0, trigger, Preposition.WITHIN
    inside = _set_in(trigger)
    later = head is not None and head.i > governor.i
    while word.head is not word:
        clause = word.dep in _CLAUSES and word.pos in {"VERB", "AUX"}
        moved = word is inside and governor.lemma in words().going_there
        if word.dep in {"relcl", "acl"} and clause and not moved:
            return None
        if word is trigger and order is not Preposition.BEFORE and _is_made_known(word):
            return None
        if later and _has_own_subject(word):
            return None
        if clause and any(c.dep == "mark" and c.lower in _APART for c in word.children):
            return None
        bound = _order(word) or (Preposition.BEFORE if clause and _had_been(word) else bound)
        word = word.head
        steps += 1
        if clause and not moved and (word.lemma in lexicon().saying or word.lemma in words().disclosing):
            return None
        if word is governor:
            return Way(steps, bound) if steps <= 4 else None
    return None


def _had_been(verb: Word) -> bool:
    """Whether a clause tells what had been by then ("on Monday she admitted she had sold it")."""
    return any(c.dep == "aux" and c.lower in {"had", "'d"} for c in verb.children)


def _has_own_subject(verb: Word) -> bool:
    """Whether a second verb has another subject than the first: a date behind the first is not for both ("Roe resigned
    on Monday, and Poe met Lund")."""
    return verb.dep == "conj" and verb.pos in {"VERB", "AUX"} and any(c.dep in _SUBJECTS for c in verb.children)


def _is_made_known(noun: Word) -> bool:
    """Whether a noun is what somebody reported, leaked, talked about or called off: that has a date of its own."""
    verb = noun.head
    if noun.pos != "NOUN":
        return False
    if noun.dep == "pobj" and verb.lower in words().topics:
        return verb.head.lemma not in words().going_there and verb.head.lemma not in words().light
    told = verb.lemma in words().disclosing or verb.lemma in words().undoing or verb.lemma in lexicon().saying
    told = told and verb.lemma not in _BEFORE_WHICH
    return noun.dep in {"dobj", "nsubjpass"} and told


def _order(word: Word) -> Preposition | None:
    """Return on which side of the date above a phrase or clause puts what it tells of."""
    marks = (
        [word] if word.dep == "prep" else [c for c in word.children if c.dep == "mark"] if word.dep == "advcl" else []
    )
    for mark in marks:
        if mark.lower in {"after", "following"}:
            return Preposition.BEFORE
        if mark.lower == "before":
            return Preposition.AFTER
    return None


#: Prepositions of time: what they govern says when ("during the 2016 campaign").
_WHEN = frozenset({"in", "on", "at", "during", "before", "after", "since", "throughout", "around", "by", "following"})


def _is_while(verb: Word) -> bool:
    """Whether a clause tells of the same time ("while she was in Bonn that day, she met him")."""
    marks = {c.lower for c in verb.children if c.dep in {"mark", "advmod"}}
    return bool(marks & {"while", "when"}) or ("as" in marks and verb.lemma not in {"do", "have"})


def _behind_aside(preposition: Word) -> Word | None:
    """Return the verb of the sentence around an aside, where a phrase behind its closing comma was hung on the aside's
    verb ("she met Roe, who runs the office, for an hour on Friday"); "who paid, on Friday, a fine" goes on."""
    clause, end = preposition.head, preposition.subtree()[-1].i
    while clause.dep in {"ccomp", "xcomp"} and clause.head.i < clause.i:
        clause = clause.head  # "Roe, who said that he left, on Friday"
    words, first = preposition.sentence.words, preposition.sentence.words[0].i
    before = words[preposition.i - first - 1] if preposition.i > first else preposition
    inside = clause.dep in {"relcl", "acl", "appos"} and clause.head.i < clause.i < before.i
    if not inside or any(w.i > end and w.pos != "PUNCT" for w in clause.head.subtree()):
        return None
    opened = {w.text for w in words[clause.head.i - first : clause.i - first]}
    return governing_clause(clause.head) if before.text in _CLOSING and opened & _OPENING else None


#: What opens an aside, and what closes it.
_OPENING = frozenset({",", "(", "-", "–", "—", "--"})
_CLOSING = _OPENING - {"("} | {")"}


def _is_since_the_last(since: Word) -> bool:
    """Whether it tells since when there was no other ("for the first time since 2011", "her only trip since May")."""
    row, at = since.sentence.words, since.i - since.sentence.words[0].i
    return any(
        w.lower in words().only or (w.tag == "JJS" and w.lower not in {"least", "most"})
        for w in row[max(0, at - _NEAR) : at]
    )


def _is_excluded(head: Word) -> bool:
    """Whether words around an expression say that it was not then ("not on May 3", "rather than in May", "did not meet
    on May 3 but on June 7")."""
    if _is_denied_for(head):
        return True
    row, first = head.sentence.words, head.sentence.words[0].i
    begin = min(w.i for w in head.subtree())
    before = [w.lower for w in row[max(0, begin - first - 3) : begin - first]]
    if before and before[-1] in _WHEN:
        before.pop()
    return before[-1:] == ["not"] or before[-2:] in (["rather", "than"], ["instead", "of"])


def _is_denied_for(head: Word) -> bool:
    """Whether a "not" at the verb holds for an expression, as "but" tells of another behind it."""
    phrase = next((w for w in (head, *head.ancestors()) if w.dep == "prep"), head)
    verb = phrase.head
    if verb.pos != "VERB" or not is_negated(verb):
        return False
    row = verb.sentence.words
    behind = row[max(w.i for w in head.subtree()) + 1 - row[0].i :][:2]
    return len(behind) > 1 and behind[0].lower == "but" and behind[1].lower in _WHEN


def _tells_which(trigger: Word, head: Word) -> bool:
    """Whether an expression only tells which thing is meant ("discussed the 2016 election with her")."""
    noun = head.head
    if head.dep not in {"nummod", "compound", "amod", "nmod", "poss"} or noun.pos not in {"NOUN", "PROPN"}:
        return False
    while noun.dep in {"compound", "nmod"} and noun.head.pos in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun is trigger:
        return False
    return noun.dep in {"dobj", "nsubj", "nsubjpass", "attr"} or (noun.dep == "pobj" and noun.head.lower not in _WHEN)
