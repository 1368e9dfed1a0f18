"""Repairs of a parse, where the model is known to go wrong in the same way again and again.

A phrase in front of the clause swallows its subject: in "At the request of Lund, Roe met ..." the model makes Roe an
apposition of Lund, and the verb has no subject. A name behind "to" is taken for a verb ("reached out to Graff"), a verb
behind its subject for a participle ("Roe called Lund"), a noun in -ing for a verb ("during the hearing"), a surname for
the word that it is as well ("candidate Price"), a list of names for an apposition ("Roe, Lund and Graff"), what is done
in a time for a part of it ("spent the morning meeting with Lund"); a name is coordinated with the verb in place of the
name before it, and the verb that tells of a quotation hangs below it. Here they become again what they are, for every
rule that reads on.
"""

from __future__ import annotations

from timeline.language.gapping import part_gaps
from timeline.language.lexicon import lexicon
from timeline.language.listings import join_listed
from timeline.language.name_spans import is_title_case
from timeline.language.parse import Parsed, Sentence, Word, attach
from timeline.language.quotations import quoted_words

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
#: What no noun has.
_OF_VERBS = _SUBJECTS | {"aux", "auxpass", "dobj", "neg", "xcomp"}
_FRONTED = frozenset({"prep", "agent", "pcomp"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl"})
#: Words that begin a phrase, and that the model may take for the beginning of a clause.
_MARKS = frozenset({"after", "before", "since", "until", "during", "in", "at", "on"})
_NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
#: Labels that a surname gets which is a word as well.
_THINGS = frozenset({"PRODUCT", "WORK_OF_ART"})
#: Labels of what cannot be joined with a person.
_NOBODY = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
#: What the model makes of a second clause without a subject.
_LATER = frozenset({"conj", "dep", "ccomp", "advcl"})
_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
#: How far into a sentence the dash of a dateline may stand, in words.
_DATELINE = 16
_SHORTEST_PLACE = 3
_DASHES = frozenset({"—", "–", "--", "-"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: What one spends doing something.
_TIMES = frozenset({"day", "morning", "afternoon", "evening", "night", "weekend", "week", "month", "hour", "time"})


def repair(parsed: Parsed) -> None:
    """Mend what is known to be wrong; a repaired parse stays as it is."""
    persons = {w.text for w in parsed.words if w.entity == "PERSON" and w.pos == "PROPN"}
    plain = {w.text for w in parsed.words if w.text.islower()}
    named = {w.text for w in parsed.words if w.pos == "PROPN" and w.text.istitle() and w.lower not in plain}
    for word in parsed.words:
        _mend(word, persons, named)
    for word in parsed.words:
        _rehang(word)
    _give_back_subjects(parsed)
    quoted = quoted_words(parsed)
    for word in parsed.words:
        if word.dep == "ccomp" and word.tag in _FINITE and word.i not in quoted and word.head.i in quoted:
            _put_above(word)
    part_gaps(parsed)
    begins = {paragraph.start for paragraph in parsed.paragraphs}
    for sentence in parsed.sentences:
        if sentence.words[0].start in begins:
            _part_dateline(sentence)
        join_listed(sentence)


def _mend(word: Word, persons: set[str], named: set[str]) -> None:
    """Make a word what it is: a name, a noun, the verb of its sentence, one of a list."""
    if word.tag == "VB" and word.text in persons and word.pos == "VERB":
        _make_name(word)
    elif word.dep == "acl" and word.tag == "VBN":
        _make_predicate(word)
    elif word.tag == "VBG" and word.dep in _NOMINAL and any(c.dep == "det" for c in word.children):
        word.pos, word.tag, word.lemma = "NOUN", "NN", word.lower
    elif word.tag == "VBZ" and word.dep in _NOMINAL and not any(c.dep in _OF_VERBS for c in word.children):
        word.pos, word.tag = "NOUN", "NNS"  # "online rumours that she left were shared"
    elif word.pos in {"NOUN", "VERB"} and word.text in named and not is_title_case(word.sentence):
        word.pos, word.tag, word.lemma = "PROPN", "NNP", word.text
        word.entity = "" if word.entity in _THINGS else word.entity
    elif word.dep == "mark" and word.children:
        _give_object(word)
    elif word.dep == "appos" and _is_listed(word):
        word.dep = "conj"
    elif word.dep == "dobj" and word.head.lemma == "spend":
        _spend(word)
    elif word.dep == "oprd" and word.head.lemma == "call" and word.head.tag != "VBN":
        _make_object(word)


def _make_object(called: Word) -> None:
    """Make somebody called what the model took for what somebody is called ("Roe called a neighbour, Ada Lund")."""
    someone = any(c.dep in {"dobj", "nsubj"} and c.i > called.head.i for w in (called, called.head) for c in w.children)
    if not someone:
        called.dep = "dobj"


def _rehang(word: Word) -> None:
    """Hang a word where it belongs."""
    if word.dep == "auxpass" and word.lower == "'s" and word.head.lower == "had":
        _make_perfect(word)
    if word.dep == "appos" and word.head.dep == "nsubj" and word.head.i > word.head.head.i:
        _give_phrase(word)
    if word.dep == "conj" and word.entity == "PERSON" and word.head.entity in _NOBODY:
        _put_before_verb(word)
    elif word.dep == "conj" and word.pos == "PROPN" and word.head.pos == "VERB":
        _put_beside_name(word)
    elif word.pos == "NOUN" and word.head.pos in {"PROPN", "VERB"} and word.dep in {"conj", "dobj"}:
        _put_beside_telling(word)
    elif word.dep in {"nmod", "compound"} and word.pos == "PROPN":
        _part_from_name(word)


def _part_dateline(sentence: Sentence) -> None:
    """Take a dateline ("OSLO, March 3 - Roe met") off the clause behind it, and give that its subject."""
    words, verb = sentence.words, sentence.root
    dashes = [w for w in words[:_DATELINE] if w.text in _DASHES]
    if len(dashes) != 1 or len(words[0].text) < _SHORTEST_PLACE or not words[0].text.isupper() or verb.i < dashes[0].i:
        return
    dateline = [w for w in words if w.i < dashes[0].i]
    if words[0].entity != "GPE" and not any(w.entity == "DATE" or w.text == "(" for w in dateline):
        return
    for place in [c for c in verb.children if c.dep in _SUBJECTS and c.i < dashes[0].i]:
        place.dep = "npadvmod"
        behind = [w for w in place.subtree() if w.i > dashes[0].i and w.head.i < dashes[0].i and w.pos in _NAMING]
        if behind and not any(c.dep in _SUBJECTS for c in verb.children):
            attach(behind[0], verb, _subject_label(verb))


def _give_object(mark: Word) -> None:
    """Hang on the noun before it what the model took for the beginning of a clause, though it has an object ("after her
    testimony [before the board] failed")."""
    at = mark.i - mark.sentence.words[0].i
    noun = mark.sentence.words[at - 1] if at else None
    if noun is not None and noun.pos == "NOUN" and any(c.dep == "pobj" for c in mark.children):
        attach(mark, noun, "prep")


def _is_listed(name: Word) -> bool:
    """Whether a person is no apposition but the second of a list ("Roe, Lund and Berg met")."""
    joined = [c for c in name.children if c.dep == "conj"]
    return bool(joined) and all(w.entity == "PERSON" and w.pos == "PROPN" for w in (name.head, name, *joined))


def _put_above(teller: Word) -> None:
    """Put the verb that tells of a quotation above it, where the model put it below ("“We are tired,” Roe wrote")."""
    said = teller.head
    if said.dep != "ROOT" or not any(c.dep in _SUBJECTS for c in teller.children):
        return
    said.children.remove(teller)
    teller.head, teller.dep = teller, "ROOT"
    said.head, said.dep = teller, "ccomp"
    teller.children = sorted([*teller.children, said], key=lambda w: w.i)


def _spend(noun: Word) -> None:
    """Make a time and what was done in it of "spent the [morning meeting] with Roe", "the [afternoon playing golf]"."""
    parts, spend = [c for c in noun.children if c.dep == "compound"], noun.head
    time = next((c for c in parts if c.lemma in _TIMES), None)
    doing = next((w for w in (*parts, noun) if w is not time and w.lower.endswith("ing")), None)
    if time is None or doing is None or doing.i != time.i + 1:
        return
    for child in [c for c in noun.children if c.i < time.i]:
        attach(child, time, child.dep)
    attach(time, spend, "dobj")
    if doing is not noun:
        attach(doing, spend, "xcomp")
        attach(noun, doing, "dobj")
    for phrase in [c for c in spend.children if c.dep == "prep" and c.i == noun.i + 1]:
        attach(phrase, doing, "prep")
    doing.dep, doing.pos, doing.tag, doing.lemma = "xcomp", "VERB", "VBG", _infinitive(doing.lower)


def _infinitive(gerund: str) -> str:
    """Return the verb of a gerund: one of what people are known to do, however it is spelled, or the stem."""
    stem = gerund.removesuffix("ing")
    return next((form for form in (stem + "e", stem[:-1], stem) if form in lexicon().human_verbs), stem)


def _make_name(word: Word) -> None:
    """Make a "verb" behind "to" the name that it is elsewhere in the text."""
    before = [c for c in word.children if c.dep == "aux" and c.lower == "to" and c.i == word.i - 1]
    if not before or word.head is word:
        return
    word.pos, word.tag, word.lemma = "PROPN", "NNP", word.text
    if word.dep == "poss":
        return
    to, head = before[0], word.head
    for child in [c for c in word.children if c is not to and c.dep != "case"]:
        attach(child, head, child.dep)
    attach(to, head, "prep")
    to.pos, to.tag = "ADP", "IN"
    attach(word, to, "pobj")


def _make_predicate(verb: Word) -> None:
    """Make a "participle" right behind the name that heads its sentence the verb of it."""
    name, words = verb.head, verb.sentence.words
    finite = any(c.tag in _FINITE for c in name.children)
    whom = any(c.i > verb.i and c.pos in {"PROPN", "PRON"} for c in verb.children)
    if name.dep != "ROOT" or name.pos != "PROPN" or finite or not whom or words[verb.i - words[0].i - 1] is not name:
        return
    for child in [c for c in name.children if c.i > verb.i or (c.i < name.i and c.dep in _FRONTED | {"advcl"})]:
        attach(child, verb, child.dep)
    name.children.remove(verb)
    verb.head, verb.dep, verb.tag = verb, "ROOT", "VBD"
    name.head, name.dep = verb, "nsubj"
    verb.children = sorted([*verb.children, name], key=lambda w: w.i)
    for child in verb.children:
        child.dep = "dobj" if child.dep == "oprd" and child.pos in {"PROPN", "PRON"} else child.dep


def _make_perfect(auxiliary: Word) -> None:
    """Read "he's had" as "he has had"."""
    auxiliary.dep, auxiliary.lemma = "aux", "have"
    for child in auxiliary.head.children:
        child.dep = "nsubj" if child.dep == "nsubjpass" else child.dep


def _give_phrase(apposition: Word) -> None:
    """Give what somebody is the phrase right behind it ("wrote Roe, runner-up to Lund"), which hung on the verb."""
    verb, end = apposition.head.head, apposition.subtree()[-1].i
    for phrase in [c for c in verb.children if c.dep == "prep" and c.lower in {"to", "for", "of"} and c.i == end + 1]:
        attach(phrase, apposition, "prep")


def _put_before_verb(name: Word) -> None:
    """Give a verb its subject, where the model joined that to a date or a place ("met Roe on Monday and Lund left")."""
    words = name.sentence.words
    verb = next((w for w in words if w.i == name.subtree()[-1].i + 1), None)
    if verb is None or verb.pos != "VERB" or not _is_finite(verb) or verb.dep not in _LATER:
        return
    if not any(c.dep in _SUBJECTS | {"mark"} for c in verb.children):
        for joint in [c for c in name.head.children if c.dep == "cc" and c.i < name.i]:
            attach(joint, verb.head, "cc")
        attach(name, verb, _subject_label(verb))
        verb.dep = "conj"


def _put_beside_telling(noun: Word) -> None:
    """Hang what tells something on the noun that tells another thing, where the model joined it to somebody or to the
    verb in that: "her claim that [she never met Roe and his testimony] that Lund did"."""
    clauses = [w for w in (noun.head, *noun.head.ancestors()) if w.dep in {"acl", "relcl"} and w.head.pos == "NOUN"]
    joined = noun.dep == "conj" or any(w.dep == "dobj" and w is not noun for w in noun.head.children if w.i < noun.i)
    if not clauses or not joined or noun.lemma.lower() in lexicon().roles | lexicon().collectives:
        return
    first = clauses[0].head
    owned = all(any(c.dep == "poss" for c in n.children) for n in (first, noun))
    if any(_is_content(c) for c in noun.children) or (owned and any(c.dep == "prep" for c in noun.children)):
        for joint in [c for c in noun.head.children if c.dep == "cc" and c.i < noun.i]:
            attach(joint, first, "cc")
        attach(noun, first, "conj")


def _is_content(clause: Word) -> bool:
    """Whether a clause at a noun says what that tells ("testimony that she left")."""
    that = any(c.lower == "that" and c.dep in {"mark", "dobj"} for c in clause.children)
    return clause.dep in {"acl", "relcl"} and that and any(c.dep in _SUBJECTS for c in clause.children)


def _put_beside_name(word: Word) -> None:
    """Hang a name that the model coordinated with the verb on the name before it ("met Senator Lund and Mayor Roe")."""
    first, words = word.subtree()[0], word.sentence.words
    k = first.i - words[0].i - 1
    if (
        k < 1
        or words[k].dep != "cc"
        or words[k].head is not word.head
        or any(c.dep in _SUBJECTS for c in word.children)
    ):
        return
    before = words[k - 2] if words[k - 1].text == "," else words[k - 1]
    if before.pos == "PROPN" and before.i > word.head.i and before.dep in _NOMINAL | {"conj"}:
        attach(words[k], before, "cc")
        attach(word, before, "conj")


def _part_from_name(word: Word) -> None:
    """Make two of "between Roe and Soviet leader Karl Lund", where the first was made a part of the second's name; the
    first may have an office with a name in it ("Director of Parks Ann Roe and Mayor Karl Lund")."""
    offices = [o for c in word.children if c.lower == "of" for o in c.children if o.pos == "PROPN"]
    joined = next((c for w in (word, *offices) for c in w.children if c.dep == "cc" and c.lower == "and"), None)
    top = word.head
    while top.dep in {"nmod", "compound"} and top.head.pos == "PROPN":
        top = top.head
    if joined is None or top.entity != "PERSON" or top.i < word.i or top.head is top or _is_of_family(word, joined):
        return
    label, above = top.dep, top.head
    for child in [c for c in word.children if c.dep == "conj"]:
        attach(child, top, "compound")
    attach(word, above, label)
    for child in [c for c in top.children if c.i < word.i]:
        attach(child, word, child.dep)
    attach(top, word, "conj")


def _is_of_family(word: Word, joined: Word) -> bool:
    """Whether a given name is joined to another before the surname of both ("Ann and Karl Lund")."""
    after = word.sentence.words[joined.i - word.sentence.words[0].i + 1]
    alone = not any(c.dep == "compound" for c in word.children)
    return (
        alone
        and lexicon().is_given_name(word.text)
        and after.entity == "PERSON"
        and after.lower not in lexicon().titles
    )


def _give_back_subjects(parsed: Parsed) -> None:
    """Give verbs back the subject that a phrase before them swallowed."""
    for verb in parsed.words:
        if verb.pos in {"VERB", "AUX"} and verb.dep in _CLAUSES and _is_finite(verb):
            subjects = [c for c in verb.children if c.dep in _SUBJECTS]
            if not subjects:
                _give_back(verb, [c for c in verb.children if c.dep in _FRONTED and c.i < verb.i])
            elif len(subjects) == 1:
                _unmark(verb, subjects[0])
            elif len(subjects) == 2:
                _unmark_body(verb, *subjects)


def _is_finite(verb: Word) -> bool:
    return verb.tag in _FINITE or any(c.tag in _FINITE for c in verb.children if c.dep in {"aux", "auxpass"})


def _give_back(verb: Word, fronted: list[Word]) -> None:
    for phrase in fronted:
        swallowed = _swallowed(phrase, verb)
        if swallowed is not None:
            attach(swallowed, verb, _subject_label(verb))
            return


def _unmark(verb: Word, subject: Word) -> None:
    """Make a phrase of "After her talks with Lund, Roe flew", where the talks were made the subject."""
    marks = [c for c in verb.children if c.dep == "mark" and c.lower in _MARKS and c.i < subject.i]
    swallowed = _swallowed(subject, verb) if marks and subject.i < verb.i else None
    if swallowed is not None:
        attach(subject, marks[-1], "pobj")
        marks[-1].dep = "prep"
        attach(swallowed, verb, _subject_label(verb))


def _unmark_body(verb: Word, first: Word, second: Word) -> None:
    """Make a phrase of "her appearance before the panel lasted hours", where the panel was made a second subject."""
    words = verb.sentence.words
    mark = next((c for c in verb.children if c.dep == "mark" and c.lower in {"before", "after"}), None)
    if mark is None or words[mark.i - words[0].i - 1] is not first.subtree()[-1] or second.subtree()[0].i != mark.i + 1:
        return
    attach(second, mark, "pobj")
    attach(mark, first, "prep")
    mark.pos = "ADP"


def _swallowed(phrase: Word, verb: Word) -> Word | None:
    """Return the first name behind a comma in a phrase that reaches up to the verb, if the rest of it hangs below."""
    words = verb.sentence.words
    inside = phrase.subtree()
    for word in inside:
        listed = word.dep == "conj" and word.entity == word.head.entity == "GPE"
        if word.dep in {"appos", "conj"} and word.pos in {"PROPN", "PRON"} and word.head.i < word.i and not listed:
            below = word.subtree()
            before = words[below[0].i - words[0].i - 1]
            if before.text == "," and below[-1] is inside[-1] and _reaches(below[-1], verb):
                return word
    return None


def _reaches(last: Word, verb: Word) -> bool:
    """Whether nothing but a comma, adverbs and auxiliaries stand between a word and a verb."""
    between = [w for w in verb.sentence.words if last.i < w.i < verb.i]
    return all(w.head is verb and (w.text == "," or w.pos in {"ADV", "AUX", "PART"}) for w in between)


def _subject_label(verb: Word) -> str:
    return "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj"
