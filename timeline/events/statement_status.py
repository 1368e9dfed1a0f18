"""Whether a saying was made: read from its cue up to what governs it, as far as that decides.

A cue in a tense of its own was said unless it is negated, future or conditional; an infinitive or a gerund is what its
governor makes of it ("refused to say", "went on to say", "instead of saying").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.events.statement_values import SaidClause
from timeline.events.statement_voice import FINITE, is_gerund
from timeline.events.status_beside import denying_words, supposed
from timeline.events.status_clauses import clause as of_clause
from timeline.events.status_reports import is_report, is_report_clause, reported
from timeline.events.status_words import Verdict
from timeline.language.lexicon import read
from timeline.language.parse import Word
from timeline.model import Span, Status

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "no", "cannot"})
_NOBODY = frozenset({"nobody", "none", "no-one", "neither", "nothing", "few"})
#: Behind "not", these take the negation off the saying: "not only said", "did not just say".
_BESIDES = frozenset({"only", "just", "merely", "simply"})
_LIGHT = frozenset({"make", "give", "issue", "offer", "have", "put", "release", "deliver", "voice", "do", "lodge"})
_MARKS = frozenset({'"', "``", "''"})
#: How such words hang on the verb.
_DECIDING = frozenset({"neg", "aux", "auxpass", "mark"})
_FAR = 8
_SAID = Verdict(Status.ASSERTED, "told as said")
#: What a link decides, or the word to go on from, or neither.
type _Step = tuple[Status | None, Word | None]


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: dict[str, Status]
    nouns: dict[str, Status]
    adjectives: dict[str, Status]
    modals: dict[str, Status]
    prepositions: frozenset[str]
    phrases: frozenset[str]
    marks: frozenset[str]
    subjects: frozenset[str]
    asking: frozenset[str]
    asking_nouns: frozenset[str]
    later: frozenset[str]
    reactions: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = read("timeline.events", "speech_status.toml")
    parts = {name: Status.ASSERTED if name == "made" else Status(name) for name in data}

    def table(field: str) -> dict[str, Status]:
        return {word: status for name, status in parts.items() for word in data[name].get(field, ())}

    return _Words(
        verbs=table("verbs"),
        nouns=table("nouns"),
        adjectives=table("adjectives"),
        modals=table("modals"),
        prepositions=frozenset(data["denied"]["prepositions"]),
        phrases=frozenset(data["denied"]["phrases"]),
        marks=frozenset(data["hypothetical"]["marks"]),
        subjects=frozenset(data["hypothetical"]["subjects"]),
        asking=frozenset(data["hypothetical"]["asking"]),
        asking_nouns=frozenset(data["hypothetical"]["asking_nouns"]),
        later=frozenset(data["made"]["later"]),
        reactions=frozenset(data["made"]["reactions"]),
    )


def status_of_saying(said: SaidClause) -> Status:
    """Return whether a saying was made, was not, is still to come, or is only thought of."""
    return verdict_of_saying(said).status


def verdict_of_saying(said: SaidClause) -> Verdict:
    """Return the status of a saying with the words that decided it."""
    cue = said.cue
    if cue.pos == "NOUN":
        return _of_noun(cue)
    if cue.pos not in {"VERB", "AUX"}:
        return _SAID
    return Verdict(Status.HYPOTHETICAL, "a question") if _asked(cue) else _of_verb(cue, said.content)


def is_negated(verb: Word, told: Sequence[Span] = ()) -> bool:
    """Whether a verb is negated: by "not" or "never" before it, or by a subject that is nobody; not by words told."""
    for child in verb.children:
        negation = child.dep == "neg" or child.lower in _NEGATIONS
        subject = child.dep in {"nsubj", "nsubjpass"} and child.i < verb.i
        if not (negation or subject) or _inside(child, told):
            continue
        if negation and (child.i < verb.i or (verb.lemma == "be" and child.dep == "neg")):
            behind = [w.lower for w in verb.sentence.words if child.i < w.i <= max(verb.i, child.i + 1)][:2]
            return not _BESIDES.intersection(behind)
        if subject and _is_nobody(child):
            return True
    return False


def _is_nobody(subject: Word) -> bool:
    if any(c.lower == "neither" for c in subject.children):
        return True
    no_one = subject.lower == "one" and any(c.lower == "no" for c in subject.children)
    return no_one or subject.lower in _NOBODY or any(c.lower == "no" and c.dep == "det" for c in subject.children)


def _asked(cue: Word) -> bool:
    """Whether the cue's own clause is a question: "Did he say so?", "Who said so?"."""
    if cue.sentence.words[-1].text != "?" or cue.dep not in {"ROOT", "conj"}:
        return False
    subject = next((c for c in cue.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i > cue.i:
        return False
    return subject.tag in {"WP", "WDT"} or any(c.dep in {"aux", "auxpass"} and c.i < subject.i for c in cue.children)


def _of_noun(noun: Word) -> Verdict:
    """Read a noun of speech: "no claim", "a possible announcement", "made no promise", "wants a promise"."""
    if any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return Verdict(Status.DENIED, f"no {noun.text}")
    for child in noun.children:
        if child.dep == "amod" and child.i < noun.i and child.lower in {"possible", "potential", "hypothetical"}:
            return Verdict(Status.HYPOTHETICAL, child.text)
    head = noun.head
    if noun.dep == "dobj" and head.pos == "VERB":
        if head.lemma.lower() in _LIGHT:
            return _of_verb(head)
        if head.lemma.lower() in {"want", "seek", "await", "demand", "solicit", "expect", "need"}:
            return Verdict(Status.HYPOTHETICAL, head.text)
    return _SAID


def _of_verb(cue: Word, told: Sequence[Span] = ()) -> Verdict:
    """Walk from a cue up; what is told itself decides nothing."""
    near = _around(cue)
    if near is not None:
        return near
    word, beside = cue, False
    for _ in range(_FAR):
        own = _at(word, cue, told)
        if own is not None:
            return _SAID if own is Status.DENIED and beside else _verdict(own, word)
        if word.head is word:
            return _verdict(_of_root(word), word)
        if _inside(word.head, told) or _in_other_marks(word, word.head):
            return _SAID
        verdict, onward = _link(word)
        asked = word.head.lemma.lower() in _words().asking and _is_infinitive(word)
        if beside and not asked and verdict in {Status.DENIED, Status.HYPOTHETICAL} and word.head.pos != "ADJ":
            verdict, onward = None, word.head if word.head.pos in {"VERB", "AUX"} else None
        if verdict is not None:
            return _verdict(verdict, word, word.head)
        if onward is None:
            return _SAID
        # "did not answer, saying that", "tried to calm them by saying that": said although the other was not done.
        beside = beside or (word.tag == "VBG" and word.dep in {"advcl", "pcomp"})
        word = onward
    return _SAID


def _verdict(status: Status, word: Word, above: Word | None = None) -> Verdict:
    """Return a status with the words at which it was decided; that something was said needs none."""
    if status is Status.ASSERTED:
        return _SAID
    words = [w.text for c in word.children if c.i < word.i and _decides(c) for w in c.subtree()] + [word.text]
    return Verdict(status, " ".join([above.text, "...", *words] if above else words))


def _decides(child: Word) -> bool:
    """Whether a word before a verb decides whether it is told as done."""
    return child.dep in _DECIDING or (child.dep in {"nsubj", "nsubjpass"} and _is_nobody(child))


def _around(cue: Word) -> Verdict | None:
    """Read the words around a cue: "at no time has she said", "suppose she said"."""
    before = [w.lower for w in cue.sentence.words if cue.i - 3 <= w.i < cue.i]
    if denying_words(cue, cue, before):
        return Verdict(Status.DENIED, " ".join(w.text for w in cue.sentence.words if cue.i - 3 <= w.i <= cue.i))
    supposing = supposed(cue)
    return Verdict(Status.HYPOTHETICAL, supposing.why) if supposing is not None else None


def _in_other_marks(one: Word, other: Word) -> bool:
    """Whether a quotation mark parts two words of a sentence, so that only one of them is quoted."""
    low, high = sorted((one.i, other.i))
    return sum(w.text in _MARKS for w in one.sentence.words if low < w.i < high) % 2 == 1


def _inside(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _of_root(word: Word) -> Status:
    """Read the verb of the sentence: an order or a headline's infinitive was not said."""
    bare = word.tag == "VB" and not any(c.dep in {"nsubj", "aux", "expl"} and c.tag != "TO" for c in word.children)
    to = any(c.tag == "TO" and c.i < word.i for c in word.children)
    if to:
        return Status.PLANNED
    return Status.HYPOTHETICAL if bare and word.sentence.words[0] is word else Status.ASSERTED


def _at(word: Word, cue: Word, told: Sequence[Span]) -> Status | None:
    """Read what stands at a verb itself: negation, modals, conditions, a subject that is anybody."""
    words = _words()
    if is_negated(word, told):
        if word is cue or _stands(word) is Status.ASSERTED:
            return Status.DENIED
        return Status.ASSERTED if _stands(word) is Status.DENIED else Status.DENIED
    for child in word.children:
        if child.i > word.i or child.dep not in _AT_VERB or _inside(child, told):
            continue
        if child.dep == "mark" and child.lower in words.marks:
            return Status.HYPOTHETICAL
        if child.dep in {"aux", "auxpass"} and child.lower in words.modals and child.tag == "MD":
            past = child.lower in {"would", "'d", "’d"} and (
                word.lemma.lower() in words.later or any(c.lower in words.later for c in word.children)
            )
            if past:
                return None
            reported = word.dep == "ccomp" and word.head.tag in {"VBD", "VBN"} and word.tag == "VB"
            foretold = reported and child.lower in {"would", "'d", "’d"}
            return Status.PLANNED if foretold else words.modals[child.lower]
        if child.dep in {"nsubj", "nsubjpass"} and child.lower in words.subjects:
            return Status.HYPOTHETICAL
    return None


#: How a word hangs on a verb that may make it unreal by itself.
_AT_VERB = frozenset({"mark", "aux", "auxpass", "nsubj", "nsubjpass"})


def _stands(word: Word) -> Status | None:
    return _words().verbs.get(word.lemma.lower())


def _link(word: Word) -> _Step:
    """Read the link from a verb to its governor: a verdict, or where to go on, or neither (it was said)."""
    head = word.head
    if _is_infinitive(word):
        return _infinitive(word, head)
    if word.dep == "relcl" and _words().subjects & {head.lower}:
        return Status.HYPOTHETICAL, None
    told = _told_of(word) if _own_tense(word) else None
    if told is not None:
        return told, None
    if word.dep == "pcomp" or head.pos in {"ADP", "SCONJ"}:
        return _behind_preposition(head)
    if is_gerund(word) and head.pos in {"VERB", "AUX"} and word.dep in {"xcomp", "ccomp", "dobj", "advcl"}:
        if _kept_from(word):
            return Status.DENIED, None
        verdict = _stands(head) if word.dep != "advcl" else None
        if verdict in {Status.DENIED, Status.HYPOTHETICAL}:
            return _turned(head, verdict), None
        return None, head
    if word.dep == "ccomp" and head.lemma.lower() == "deny" and word.i > head.i:
        return _turned(head, Status.DENIED), None
    if word.dep == "ccomp" and word.tag == "VB" and head.lemma.lower() in _words().verbs:
        verdict = _stands(head)
        return (verdict, None) if verdict is not Status.ASSERTED else (None, head)
    if word.dep == "conj" and head.pos in {"VERB", "AUX"} and not _own_tense(word):
        return None, head
    return None, None


def _told_of(clause: Word) -> Status | None:
    """Read a clause by a governor that makes it unreal: "hoped that she said", "it is untrue that she said"."""
    if clause.dep == "relcl":
        verdict = reported(clause.head) if is_report(clause.head) and is_report_clause(clause) else None
    else:
        verdict = of_clause(clause) if clause.dep in {"ccomp", "csubj", "acl", "advcl"} else None
    return verdict.status if verdict is not None and verdict.status is not Status.ASSERTED else None


def _kept_from(gerund: Word) -> bool:
    """Whether "instead of", "rather than" or "without" stands right before a gerund."""
    words = gerund.sentence.words
    place = gerund.i - words[0].i
    before = [w.lower for w in words[max(0, place - 2) : place]]
    return before[-1:] in (["than"], ["without"]) or before in (["instead", "of"], ["short", "of"])


def _own_tense(word: Word) -> bool:
    return word.tag in FINITE or any(c.dep == "nsubj" or (c.dep == "aux" and c.tag != "VBG") for c in word.children)


def _is_infinitive(word: Word) -> bool:
    return word.tag == "VB" and any(c.tag == "TO" and c.i < word.i for c in word.children)


def _infinitive(word: Word, head: Word) -> _Step:
    """Read "to say" behind a verb, an adjective or a noun."""
    if head is word:
        return Status.PLANNED, None
    if word.dep in {"csubj", "csubjpass"}:
        return Status.HYPOTHETICAL, None
    if head.pos in {"VERB", "AUX"}:
        return _behind_verb(word, head)
    if head.pos == "ADJ":
        return _complement(head, head.head)
    return _behind_noun(word, head) if head.pos in {"NOUN", "PROPN", "PRON"} else (None, None)


def _behind_verb(word: Word, verb: Word) -> _Step:
    """Read "seemed ready to say", "has to say", "is to say", "refused to say"."""
    lemma = verb.lemma.lower()
    if any(c.dep == "dobj" and c.i == word.i - 2 and c.lemma.lower() in _words().asking_nouns for c in verb.children):
        return Status.HYPOTHETICAL, None
    complement = next((c for c in verb.children if c.dep in {"acomp", "attr", "oprd"} and c.i < word.i), None)
    if lemma in {"be", "seem", "appear"} and complement is not None and complement.pos in {"ADJ", "NOUN"}:
        return _complement(complement, verb)
    if lemma == "have":
        yet = any(c.lower == "yet" for c in [*verb.children, *word.children])
        return (Status.DENIED, None) if yet else (None, verb)
    if lemma == "be":
        subject = next((c for c in verb.children if c.dep == "nsubj"), None)
        reacted = subject is not None and subject.lemma.lower() in _words().reactions
        return (None, verb) if reacted else (Status.PLANNED, None)
    going = lemma == "go" and verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in verb.children)
    missed = Status.PLANNED if going else _missed(verb)
    if missed is not None:
        return missed, None
    verdict = _words().verbs.get(lemma)
    placed = any(c.dep == "prep" and verb.i < c.i < word.i for c in verb.children)
    purpose = (lemma == "stop" and word.dep == "advcl") or (lemma == "appear" and placed)
    if verdict is None or verdict is Status.ASSERTED or purpose:
        return None, verb
    return _turned(verb, verdict), None


def _behind_noun(word: Word, noun: Word) -> _Step:
    """Read "the first to say", "took the chance to say", "an invitation to say"."""
    words, lemma, verb = _words(), noun.lemma.lower(), noun.head
    if any(words.adjectives.get(c.lower) is Status.ASSERTED for c in noun.children):
        return Status.ASSERTED, None
    if verb.pos == "VERB" and noun.dep == "dobj":
        missed = _missed(verb)
        if missed is not None:
            return missed, None
        if lemma not in words.nouns:
            return None, verb
    return words.nouns.get(lemma, Status.HYPOTHETICAL if word.dep in {"acl", "relcl"} else None), None


def _missed(verb: Word) -> Status | None:
    """Read "never missed a chance to say" and "took the opportunity to say"."""
    chance = any(c.dep == "dobj" and c.lemma.lower() in {"chance", "opportunity", "occasion"} for c in verb.children)
    if not chance:
        return None
    if verb.lemma.lower() in {"miss", "pass", "waste", "lose"}:
        return Status.ASSERTED if is_negated(verb) else Status.DENIED
    return Status.ASSERTED if verb.lemma.lower() in {"take", "use", "seize"} else Status.HYPOTHETICAL


def _complement(word: Word, verb: Word) -> _Step:
    """Read an adjective or a noun behind "be": "was quick to say", "it is hard to say"."""
    words = _words()
    table = words.adjectives if word.pos == "ADJ" else words.nouns
    verdict = table.get(word.lower, table.get(word.lemma.lower(), Status.HYPOTHETICAL))
    if any(c.lower in words.adjectives and words.adjectives[c.lower] is Status.ASSERTED for c in word.children):
        verdict = Status.ASSERTED
    if is_negated(verb) and verdict is Status.DENIED:
        return Status.ASSERTED, None
    if is_negated(verb) and verdict is Status.ASSERTED:
        return Status.DENIED, None
    return verdict, None


def _turned(head: Word, verdict: Status) -> Status:
    """Turn a governor's verdict round where the governor is negated: "did not refuse to say"."""
    if not is_negated(head):
        return verdict
    return Status.ASSERTED if verdict is Status.DENIED else Status.DENIED


def _behind_preposition(head: Word) -> _Step:
    """Read "without saying", "short of calling", "by saying"; a clause with a time of its own was said."""
    words = _words()
    if head.lower in words.prepositions or any(c.lower in words.prepositions for c in head.children):
        return Status.DENIED, None
    above = head.head
    if above.lower in words.prepositions or f"{above.lemma.lower()} {head.lower}" in words.phrases:
        return Status.DENIED, None
    if above.pos == "NOUN" and words.nouns.get(above.lemma.lower()) in {Status.HYPOTHETICAL, Status.DENIED}:
        return words.nouns[above.lemma.lower()], None
    if above.pos == "VERB":
        verdict = words.verbs.get(above.lemma.lower())
        if head.lower in {"from", "against"} and verdict is Status.DENIED:
            return _turned(above, Status.DENIED), None
        if head.lower == "of" and above.lemma.lower() in {"accuse", "suspect"}:
            return Status.ALLEGED, None
        if head.lower in {"by", "in"}:
            return None, above
    return None, None
