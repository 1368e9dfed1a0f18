"""What kind a form of name is, decided once per document by votes: labels, titles, given names, verbs of human action,
what shows a firm, "the X".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise

from timeline.language.lexicon import Lexicon
from timeline.language.name_spans import Names, NameSpan
from timeline.language.parse import Word

#: Labels of places that are no states or towns.
_PLACES = frozenset({"LOC", "FAC"})
#: How many labels of a firm one deed of a person outweighs, from the second on.
_PERSONAL = 12
#: A spelling that names hardly anybody: digits, ".com", a capital inside ("BoxWorks", not "McBride", "DeLong").
_MADE_UP = re.compile(r"\d|\.[a-z]{2,3}$|(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^La)(?<!^Le)(?<!^Du)(?<!^Di)(?<=[a-z]{2})[A-Z]")


def decide(names: Names, lex: Lexicon, *, business: bool) -> None:
    """Decide the kind of every form; `business` if the text takes a firm up by a noun for one."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for span in names.spans:
        _vote(span, votes[span.form], lex)
        for firm, title in pairwise(span.titles):
            votes[(firm.text,)]["firm"] += title.lower in lex.firms["owned"] and firm.lower not in lex.titles
    for form, tally in votes.items():
        tally["firm"] += business and not tally["personal"]
        names.kinds[form] = _kind(form, tally, lex)
    for form, tally in votes.items():
        if names.kinds[form] == "org" and len(form) > 1 and _is_of_a_person(form, tally, votes, lex):
            names.kinds[form] = "person"
    people = {form[-1] for form, kind in names.kinds.items() if kind == "person" and len(form) > 1}
    people |= {form[-2] for form in names.kinds if len(form) > 2 and form[-1].lower() in lex.suffixes}
    _decide_states(names)
    for form, tally in votes.items():
        if len(form) == 1 and form[0] in people:
            place = tally["in"] >= 2 and tally["in"] > tally["person"]
            names.kinds[form] = "place" if place else "person"
        elif len(form) > 1 and form[-1] in people and form[0].lower() in lex.particles:
            names.kinds[form] = "person"


def _is_of_a_person(
    form: tuple[str, ...], tally: Counter[str], votes: Mapping[tuple[str, ...], Counter[str]], lex: Lexicon
) -> bool:
    """Whether what was taken for a firm is told to be somebody by a noun behind it, and ends with a person's surname
    ("Rinat Lund, a lobbyist")."""
    alone = votes.get((form[-1],), Counter())
    return bool(tally["described"]) and alone["person"] > alone["org"] and form[-1].lower() not in lex.org_heads


def _decide_states(names: Names) -> None:
    """Take for a state what has its own adjective in the text ("Estonia" beside "Estonian")."""
    seen = {word for form in names.kinds for word in form}
    for form in names.kinds:
        stem = form[0]
        if len(form) == 1 and stem.endswith("a") and {stem + "n", stem[:-1] + "ian"} & seen:
            names.kinds[form] = "place"


def _vote(span: NameSpan, tally: Counter[str], lex: Lexicon) -> None:
    label = {"PERSON": "person", "ORG": "org", "GPE": "place", "NORP": "norp"}.get(span.label)
    if label:
        tally[label] += 2
    first, last, head = span.words[0], span.words[-1], span.head
    if any(t.lower not in lex.weak_titles for t in span.titles):
        tally["person"] += 4
        tally["personal"] += 1
    if len(span.words) > 1 and lex.is_given_name(first.text):
        tally["person"] += 3
    if last.lower in lex.suffixes:
        tally["person"] += 5
    above = head.head
    if head.dep == "appos" and above.tag == "NN" and above.lemma.lower() in lex.kin | lex.relations | lex.titles:
        tally["person"] += 4
    if any(
        c.dep == "relcl" and any(g.lower in {"who", "whom", "whose"} for g in c.subtree()[:3]) for c in head.children
    ):
        tally["person"] += 3
    if any(c.dep == "compound" and c.text[0].islower() and c.lemma in lex.roles for c in head.children):
        tally["person"] += 3
    tally["described"] += any(c.dep == "appos" and c.tag == "NN" and c.lemma in lex.roles for c in head.children)
    if len(span.words) == 1:
        _vote_one_word(head, tally, lex)
    elif not label:
        _vote_unlabelled(head, tally, lex)


def _vote_unlabelled(head: Word, tally: Counter[str], lex: Lexicon) -> None:
    """Take a name of several words that the model has no label for as what its neighbours say."""
    above = head.head
    if head.dep == "conj" and above.entity == "PERSON":
        tally["person"] += 2
    if head.dep in {"nsubj", "dobj", "dative"} and above.lemma in lex.human_verbs:
        tally["person"] += 2
    if head.dep == "pobj" and above.lower == "with" and above.head.lemma in lex.human_verbs:
        tally["person"] += 2


def _vote_one_word(head: Word, tally: Counter[str], lex: Lexicon) -> None:
    verb = head.head
    if head.entity in _PLACES:
        tally["place"] += 2
    if head.dep == "conj" and verb.entity == "PERSON":
        tally["person"] += 2
    if head.dep == "nsubj" and verb.pos == "VERB":
        human = verb.lemma in lex.human_verbs
        tally["person"] += 2 if human else 1
        tally["human"] += human
        tally["personal"] += human and verb.lemma not in lex.firms["says"]
        tally["acts"] += 1
    if head.dep in {"dobj", "dative"} and verb.lemma in lex.human_verbs:
        tally["person"] += 1
        tally["human"] += 1
        tally["personal"] += 1
        tally["acts"] += 1
    if head.dep == "poss" and (verb.lemma in lex.roles or verb.lower in lex.belongings):
        tally["person"] += 2
        tally["human"] += 1
        tally["personal"] += 1
        tally["acts"] += 1
    tally["personal"] += head.entity == "PERSON"
    _vote_against(head, tally)
    tally["firm"] += _is_a_firms(head, lex)


def _vote_against(head: Word, tally: Counter[str]) -> None:
    """Count what shows that a word of its own names no person."""
    if any(c.dep == "det" for c in head.children):
        tally["org"] += 2
        tally["plural"] += head.tag == "NNPS"
    if len(head.text) <= 5 and head.text.isupper():
        tally["org"] += 2
    if _MADE_UP.search(head.text):
        tally["org"] += 4
    if head.dep == "pobj" and head.head.lower in {"in", "from", "at", "near", "outside"}:
        tally["in"] += 1
        tally["place"] += 1


def takes_up_a_firm(word: Word, lex: Lexicon) -> bool:
    """Whether a word takes up a firm that the text is about ("the company")."""
    return word.lower in lex.firms["nouns"] and any(c.lower == "the" for c in word.children)


def _is_a_firms(head: Word, lex: Lexicon) -> bool:
    """Whether a name stands where only a firm's does ("Orlan shares", "Orlan's customers", "Orlan manufactures")."""
    match head.dep:
        case "poss" | "compound":
            return head.head.lemma.lower() in lex.firms["owned"]
        case "pobj":
            return head.head.lower == "of" and head.head.head.lemma in lex.firms["owned"]
        case "nsubj":
            return head.head.lemma in lex.firms["does"]
        case "dobj" | "nsubjpass":
            return head.head.lemma in lex.firms["undergoes"]
    return False


def _kind(form: tuple[str, ...], tally: Counter[str], lex: Lexicon) -> str:
    lower = [w.lower() for w in form]
    if len(form) == 1 and lower[0] in lex.nationalities:
        return "norp" if tally["norp"] or tally["place"] == 0 else "place"
    if len(form) == 1 and (lower[0] in lex.sites or (lower[0] in lex.press_words and tally["org"])):
        return "org"
    if lower[-1] in lex.org_heads and not (tally["person"] > 3 and len(form) == 2 and lex.is_given_name(form[0])):
        return "org"
    if len(form) == 1 and lower[0].endswith("s") and (tally["norp"] or lower[0][:-1] in lex.nationalities):
        return "norp"
    best = max(("person", "org", "place", "norp"), key=lambda k: (tally[k], k == "person"))
    if not tally[best]:
        return ""
    return best if len(form) > 1 else _kind_of_one(form[0], best, tally, lex)


def _kind_of_one(word: str, best: str, tally: Counter[str], lex: Lexicon) -> str:
    """Return what a name of one word is: bare surnames are often labelled as firms, towns or peoples."""
    lower = word.lower()
    if lower in lex.no_names or (best == "person" and tally["plural"]):
        return ""
    if best == "norp" and tally["human"] and not lower.endswith(("s", "ans", "ese")):
        return "person"
    if best == "place" and (lower in lex.regions or not tally["human"]):
        return best
    if best == "org" and tally["firm"]:
        return best
    upper = word.isupper() and len(word) > 1
    if best == "org" and not upper and tally["personal"] > 1 and tally["personal"] * _PERSONAL >= tally["org"]:
        return "person"
    if best in {"org", "place"} and not upper and tally["acts"] * 4 >= tally[best] - tally["in"]:
        return "person" if tally["acts"] and tally["in"] <= tally["acts"] else best
    return best
