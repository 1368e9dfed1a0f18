"""Who does what in a parse: one `subjects(verb)`, `objects(verb)` and `obliques(verb, ...)` for every rule.

They see through control, raising, participles, relatives, passives, conjunct predicates and light verbs, and repair
what the parser is known to get wrong there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from timeline.language.parse import Word

RELATIVES = frozenset({"who", "whom", "which", "that"})
_ADDRESSED = frozenset({"you", "i", "we"})
#: Verbs whose object is the understood subject of the infinitive after them ("asked her to meet").
OBJECT_CONTROL = frozenset(
    {"ask", "tell", "urge", "order", "direct", "instruct", "invite", "allow", "force", "persuade", "encourage", "want"}
    | {
        "permit",
        "require",
        "advise",
        "request",
        "help",
        "enable",
        "expect",
        "send",
        "dispatch",
        "prompt",
        "lead",
        "beg",
    }
    | {"pressure", "push", "press", "convince", "get", "see", "hear", "watch", "let", "make", "have", "find", "catch"}
    | {
        "show",
        "picture",
        "call",
        "command",
        "warn",
        "remind",
        "assign",
        "task",
        "choose",
        "select",
        "appoint",
        "name",
        "nominate",
        "elect",
        "hire",
        "need",
        "like",
    }
)


#: Verbs that tell what another did, behind "for" or "of" ("thanked her for meeting him", "accused him of lying").
_HOLDING_TO = {
    "for": frozenset(
        {
            "blame",
            "blast",
            "castigate",
            "chide",
            "commend",
            "condemn",
            "congratulate",
            "credit",
            "criticise",
            "criticize",
        }
        | {"denounce", "excoriate", "fault", "forgive", "hail", "lambaste", "laud", "mock", "pan", "praise", "rebuke"}
        | {"reprimand", "ridicule", "scold", "slam", "thank", "upbraid", "admonish", "applaud", "attack", "rap"}
    ),
    "of": frozenset({"accuse", "suspect", "convict", "acquit"}),
}
#: Verbs that call upon somebody by a preposition ("called on her to resign").
_URGING = frozenset({"call", "appeal", "prevail", "rely", "lean", "press"})
_URGED = frozenset({"on", "upon", "to", "for"})


def is_passive(verb: Word) -> bool:
    """Whether the verb is passive, also as a bare participle, or joined to one that is ("was tried and jailed")."""
    if any(c.dep in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    if verb.tag != "VBN" or any(c.dep in {"aux", "nsubj"} for c in verb.children):
        return False
    return verb.dep in {"acl", "advcl"} or (verb.dep == "conj" and is_passive(verb.head))


def grammatical_subject(verb: Word, depth: int = 0) -> list[Word]:
    """Return the subject a reader understands, own or inherited; relatives are replaced by their antecedent."""
    own = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass", "csubj"} and c.dep != "csubj"]
    if own:
        return [_antecedent(_first_of_two(own, verb), verb)]
    if depth > 8 or verb.head is verb:
        return []
    return _inherited(verb, depth + 1)


def _first_of_two(subjects: list[Word], verb: Word) -> Word:
    """Return the subject: of two before the verb, not the relative that is its object ("who Roe had lunch with"), nor
    the one who is addressed ("Senator Roe, you met him")."""
    before = [s for s in subjects if s.i < verb.i]
    two = len(before) == 2 and (before[0].lower in RELATIVES or before[1].lower in _ADDRESSED)
    return before[1] if two else subjects[0]


def _antecedent(word: Word, verb: Word) -> Word:
    """Replace a relative pronoun by the noun its clause stands at."""
    if word.lower in RELATIVES and word.tag in {"WP", "WDT"}:
        clause = verb
        while clause.dep in {"conj", "xcomp"} and clause.head is not clause:
            clause = clause.head
        if clause.dep == "relcl":
            return _told_to_be(clause.head)
    return word


def _told_to_be(noun: Word) -> Word:
    """Return who is told to be the one, or one of those, of whom a clause tells more ("Roe is one of the aides who met
    her"), or the noun."""
    of = noun.head
    one = of.head if noun.dep == "pobj" and of.lower == "of" and of.head.lower == "one" else None
    told = one if one is not None else of if noun.dep == "pobj" and of.lower == "among" else noun
    while told.dep == "conj" and told.head.pos in {"NOUN", "PROPN"}:
        told = told.head
    if told.dep == "appos" and one is not None:
        return told.head
    copula = told.head
    is_so = told.dep in {"attr", "prep"} and copula.lemma == "be" and not any(c.dep == "neg" for c in copula.children)
    subjects = [c for c in copula.children if c.dep == "nsubj" and c.i < copula.i] if is_so else []
    named = [c for c in subjects if c.pos == "PROPN" or (c.tag == "PRP" and c.lower != "it")]
    return named[0] if named and noun.pos == "NOUN" else noun


def _inherited(verb: Word, depth: int) -> list[Word]:
    head = verb.head
    match verb.dep:
        case "conj" if head.pos in {"VERB", "AUX"}:
            return grammatical_subject(head, depth)
        case "xcomp" | "ccomp" if head.pos in {"VERB", "AUX", "ADJ"}:
            return _controller(verb, head, depth)
        case "advcl" | "dep" | "parataxis" if head.pos in {"VERB", "AUX"}:
            return grammatical_subject(head, depth)
        case "appos" if verb.tag == "VBG" and head.pos == "PROPN":
            return [head]
        case "acl":
            return _of_noun(verb, head, depth)
        case "relcl":
            return [head]
        case "pcomp" | "prep":
            return (held_to(head) if verb.tag == "VBG" else []) or _of_adjunct(head, depth)
        case "pobj" | "dobj" if verb.tag == "VBG":
            return grammatical_subject(head, depth) if head.pos in {"VERB", "AUX"} else _of_adjunct(head, depth)
        case "acomp" | "oprd" | "aux":
            return grammatical_subject(head, depth)
    return []


def _controller(verb: Word, head: Word, depth: int) -> list[Word]:
    objects = [c for c in head.children if c.dep in {"dobj", "dative"} and c.i < verb.i and c.pos != "ADP"]
    if head.lemma in _URGING and not objects:
        urged = [
            o for c in head.children if c.dep == "prep" and c.lower in _URGED for o in objects_of(c) if o.i < verb.i
        ]
        if urged:
            return [urged[-1]]
    if objects and head.lemma in OBJECT_CONTROL:
        return [objects[-1]]
    if is_passive(head) or head.pos != "VERB" or verb.dep == "xcomp" or verb.tag == "VBG":
        return grammatical_subject(head, depth)
    return []


def held_to(mark: Word) -> list[Word]:
    """Return who is thanked or blamed for what stands behind a preposition."""
    above = mark.head if mark.head.dep != "dobj" else mark.head.head
    if above.lemma not in _HOLDING_TO.get(mark.lower, ()):
        return []
    if is_passive(above):
        return grammatical_subject(above)
    return [c for c in above.children if c.dep == "dobj" and c.i < mark.i][-1:]


def _of_noun(verb: Word, noun: Word, depth: int) -> list[Word]:
    """Return the subject of a participle or infinitive at a noun: the noun, or who has the plan to meet."""
    if verb.tag in {"VBG", "VBN"}:
        return [noun]
    owners = [c for c in noun.children if c.dep == "poss"]
    if owners:
        return [owners[0]]
    if noun.dep in {"dobj", "attr", "pobj"}:
        return _of_adjunct(noun, depth)
    return []


def _of_adjunct(word: Word, depth: int) -> list[Word]:
    """Climb from a prepositional phrase to the clause it belongs to and return that clause's subject."""
    for up in word.ancestors():
        if up.pos in {"VERB", "AUX"}:
            return grammatical_subject(up, depth) if depth < 8 else []
        owners = [c for c in up.children if c.dep == "poss" and c is not word]
        if owners and up.pos == "NOUN":
            return [owners[0]]
    if word.pos in {"VERB", "AUX"}:
        return grammatical_subject(word, depth)
    return []


def agents(verb: Word) -> list[Word]:
    """Return who does it: the subject, or what "by" names in a passive."""
    if not is_passive(verb):
        return grammatical_subject(verb)
    by = (c for c in verb.children if c.dep == "agent" or (c.dep == "prep" and c.lower == "by"))
    return [p for c in by for p in (*objects_of(c), *_repeated(c))]


def objects_of(preposition: Word) -> list[Word]:
    """Return a preposition's objects."""
    return [c for c in preposition.children if c.dep in {"pobj", "pcomp"}]


def objects(verb: Word) -> list[Word]:
    """Return whom it is done to: the object, the subject of a passive, or the antecedent of a relative clause."""
    if is_passive(verb):
        return grammatical_subject(verb)
    own = [c for c in verb.children if c.dep in {"dobj", "dative"} and c.pos != "ADP"]
    if own:
        return [_antecedent(w, verb) for w in own]
    if verb.dep == "relcl" and any(c.dep == "nsubj" and c.lower not in RELATIVES for c in verb.children):
        placed = any(c.dep == "advmod" and (c.tag == "WRB" or c.lower.endswith("where")) for c in verb.children)
        owned = any(g.lower == "whose" for c in verb.children if c.dep == "nsubj" for g in c.children)
        return [] if placed or owned else [verb.head]
    # Of two "subjects", the one behind the verb is what the parser should have called its object.
    late = [
        c for c in verb.children if c.dep in {"nsubj", "attr", "oprd"} and c.i > verb.i and c.pos in {"PROPN", "PRON"}
    ]
    if late and any(c.dep == "nsubj" and c.i < verb.i for c in verb.children):
        return late
    return []


def obliques(word: Word, prepositions: Collection[str], is_closed: Callable[[Word], bool]) -> list[Word]:
    """Return the objects of prepositions that belong to a verb or noun, also where the parser hung the phrase on
    something between ("spoke by phone with her", "held talks in Bonn with them")."""
    found: list[Word] = []
    end = _end_of_clause(word)
    todo = [(c, 0) for c in word.children if c.i < end and (c.i > word.i or c.dep in {"prep", "dative"})]
    while todo:
        child, depth = todo.pop(0)
        if child.dep in {"prep", "dative", "agent"} and child.pos in {"ADP", "SCONJ", "VERB"}:
            if child.lower in prepositions:
                found += [_antecedent(p, word) for p in (*objects_of(child), *_repeated(child))]
                found += _stranded(child, word)
                todo += [(c, depth + 1) for c in child.children if c.dep == "prep"]
                of = [o for o in objects_of(child) if child.lower == "of" and not is_closed(o)]
                todo += [(c, depth + 1) for o in of for c in o.children if c.dep == "prep"]
                continue
            todo += [(c, depth + 1) for c in child.children if child.lower != "according"]
        elif child.dep == "acl" and child.pos == "NOUN" and not is_closed(child):
            todo += [(c, depth + 1) for c in child.children if c.i > child.i]  # "at an oversight hearing before"
        elif depth < 4 and child.dep in {"dobj", "pobj", "npadvmod", "advmod", "prt", "attr", "conj", "acomp"}:
            if child.pos in {"VERB", "AUX"} or (is_closed(child) and depth > 0):
                continue
            todo += [(c, depth + 1) for c in child.children if c.i > child.i]
    return found


def _end_of_clause(verb: Word) -> float:
    """Return where another clause begins that leaves out this verb ("met Roe on Monday, and on Friday with Lund")."""
    conjunct = max((c.i for c in verb.children if c.dep == "conj"), default=-1)
    return next((c.i for c in verb.children if c.dep == "cc" and verb.i < c.i and conjunct < c.i), float("inf"))


def _repeated(preposition: Word) -> list[Word]:
    """Return whom the same preposition names again ("to Roe and to Lund", "not by Roe but by Lund"), but not elsewhere
    or on another day."""
    joined = [c for c in preposition.children if c.dep == "conj"]
    joined += [c for but in preposition.children if but.dep == "cc" for c in but.children]
    again = [c for c in joined if c.lower == preposition.lower]
    inner = [o for c in (preposition, *again) for o in objects_of(c)]
    apart = any(g.dep == "prep" for o in inner for g in o.children) or any(c.dep == "prep" for c in again)
    return [] if apart else [o for c in again for o in objects_of(c)]


def _stranded(preposition: Word, verb: Word) -> list[Word]:
    """Return the antecedent of "whom he spoke with" and "the man he met with"."""
    if objects_of(preposition):
        return []
    clause = verb
    while clause.dep in {"xcomp", "conj", "advcl"} and clause.head is not clause:
        clause = clause.head
    return [clause.head] if clause.dep == "relcl" else []


def governing_clause(word: Word) -> Word:
    """Return the nearest verb above a word (or the root)."""
    last = word
    for up in word.ancestors():
        last = up
        if up.pos in {"VERB", "AUX"}:
            return up
    return last


def conjuncts(word: Word) -> list[Word]:
    """Return the words coordinated with a word after it, in order ("A, B and C")."""
    out: list[Word] = []
    todo = [c for c in word.children if c.dep == "conj"]
    while todo:
        near = todo.pop(0)
        out.append(near)
        todo += [c for c in near.children if c.dep == "conj"]
    return out
