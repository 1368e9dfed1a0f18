"""Finding names: the spans of text that may name an actor, and what kind each form is, decided once per document.

Surnames alone come out of the model as firms, towns or nothing, and neighbouring names as one; so every form of a
name collects votes over the whole document (labels, titles, given names, verbs of human action, "the X") before any
mention is read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from timeline.language.headline import title_names
from timeline.language.lexicon import Lexicon, lexicon
from timeline.language.parse import Parsed, Sentence, Word

_NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Spans with these labels name no actor ("the Civil Rights Act", "Route 9", "Oscars").
_BLOCKED = frozenset({"LAW", "WORK_OF_ART", "EVENT", "PRODUCT", "LANGUAGE", "DATE", "TIME", "MONEY"})
#: Kinds of names whose bearers act.
_ACTING = frozenset({"person", "org"})
#: Labels of places that are no states or towns.
_PLACES = frozenset({"LOC", "FAC"})
#: A spelling that names hardly anybody: digits, ".com", a capital inside ("BoxWorks", not "McBride", "DeLong").
_MADE_UP = re.compile(r"\d|\.[a-z]{2,3}$|(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^La)(?<!^Le)(?<!^Du)(?<!^Di)(?<=[a-z]{2})[A-Z]")
_INNER = frozenset({"of", "for", "and", "&", "the", "on", "in", "to"})
#: What stands behind an office that is not held yet.
_ELECT = frozenset({"elect", "designate"})


@dataclass(eq=False, slots=True)
class NameSpan:
    """One naming span: `words` without titles, `titles` before it; `head` governs it in the parse."""

    words: list[Word]
    titles: list[Word]
    label: str
    head: Word
    sentence: Sentence

    @property
    def form(self) -> tuple[str, ...]:
        """Return the words of the name."""
        return tuple(w.text for w in self.words)


@dataclass(eq=False, slots=True)
class Names:
    """All naming spans of a document and the kind of every form: "person", "org", "place", "norp" or ""."""

    spans: list[NameSpan] = field(default_factory=list)
    kinds: dict[tuple[str, ...], str] = field(default_factory=dict)
    #: Given name and surname of those whom only the title names in full.
    of_title: list[tuple[str, str]] = field(default_factory=list)


def find_names(parsed: Parsed, title: str = "") -> Names:
    """Return the document's names; its title may give surnames in full."""
    lex = lexicon()
    names = Names()
    headlines = {sentence.i for sentence in parsed.sentences if _is_title_case(sentence)}
    for sentence in parsed.sentences:
        if sentence.i not in headlines:
            names.spans += _spans(sentence, lex)
    _decide(names, lex, business=any(_takes_up_a_firm(w, lex) for w in parsed.words))
    _add_of_title(names, title, parsed, lex)
    _unglue_titles(names, lex)
    _unglue_epithets(names, parsed, lex)
    covered = {w.i for span in names.spans for w in (*span.titles, *span.words)}
    known_forms = _known_forms(names)
    for sentence in parsed.sentences:
        known = _known_spans(sentence, known_forms, names)
        if sentence.i in headlines:
            names.spans += known
        else:
            names.spans += [s for s in known if s.label == "PERSON" and not covered & {w.i for w in s.words}]
    names.spans.sort(key=lambda s: s.words[0].i)
    return names


def _add_of_title(names: Names, title: str, parsed: Parsed, lex: Lexicon) -> None:
    """Add the full names of the title for surnames that are nobody else's and no other kind of name."""
    words = (w for sentence in parsed.sentences if not _is_title_case(sentence) for w in sentence.words)
    surnames = {form[-1] for form, kind in names.kinds.items() if kind == "person" and len(form) > 1}
    for first, last in title_names(title, words, lex):
        if not {first, last} & surnames and names.kinds.get((last,), "person") == "person":
            names.of_title.append((first, last))
            names.kinds[first, last] = "person"


def _is_title_case(sentence: Sentence) -> bool:
    """Whether nearly every longer word is capitalised, as in a headline: there, capitals mean nothing.

    A sentence with a full stop is none, however many names it has.
    """
    if sentence.words[-1].text == ".":
        return False
    longer = [w for w in sentence.words if len(w.text) > 3 and w.text[0].isalpha()]
    return len(longer) >= 4 and sum(w.text[0].isupper() for w in longer) >= 0.8 * len(longer)


def _is_name_word(word: Word) -> bool:
    if not word.text[0].isupper() or word.entity in _BLOCKED:
        return False
    return word.tag in {"NNP", "NNPS"} or (word.entity in _NAMING and word.pos not in {"DET", "PRON", "ADP", "CCONJ"})


def _spans(sentence: Sentence, lex: Lexicon) -> list[NameSpan]:
    spans: list[NameSpan] = []
    run: list[Word] = []
    for word in sentence.words:
        if not run and not word.text[0].isupper():
            continue
        if run and not _continues(run, word, lex):
            spans += _split(run, sentence, lex)
            run = []
        if run or _is_name_word(word) or (word.text[0].isupper() and word.lower in lex.titles):
            run.append(word)
    return spans + (_split(run, sentence, lex) if run else [])


def _continues(run: list[Word], word: Word, lex: Lexicon) -> bool:
    last = run[-1]
    if word.lower in lex.suffixes and last.text[0].isupper():
        return True
    if word.text == "," or last.text == ",":
        return False
    if _is_name_word(word) or (word.text[0].isupper() and word.lower in lex.titles and word.pos != "VERB"):
        if word.entity_begins and word.entity and last.entity and word.entity != last.entity:
            return last.lower in lex.titles
        return True
    inside = word.entity in {"ORG", "PERSON", "GPE", "FAC"} and not word.entity_begins and bool(last.entity)
    linking = word.lower in _INNER and word.entity != "PERSON"
    hyphen = "-" in {word.text, last.text} and last.end == word.start
    if inside and (linking or word.lower in lex.particles or hyphen):
        return True
    return word.lower in lex.particles and last.entity == "PERSON" and word.entity == "PERSON"


def _split(run: list[Word], sentence: Sentence, lex: Lexicon) -> list[NameSpan]:
    """Cut a run into names: at a title inside it, and at "and" between two persons."""
    while run and not run[-1].text[0].isalnum():
        run = run[:-1]
    while run and (run[-1].lower in _INNER or run[-1].lower in lex.particles) and run[-1].text[0].islower():
        run = run[:-1]
    pieces: list[list[Word]] = [[]]
    for k, word in enumerate(run):
        begins = word.entity_begins and word.entity == "PERSON" and pieces[-1] and run[k - 1].entity == "PERSON"
        if begins and run[k - 1].lower not in lex.titles:
            pieces.append([])
        if word.lower == "and" and (word.entity == "PERSON" or run[k - 1].entity == "PERSON"):
            pieces.append([])
            continue
        pieces[-1].append(word)
    return [span for piece in pieces if piece for span in [_strip_titles(piece, sentence, lex)] if span]


def _strip_titles(piece: list[Word], sentence: Sentence, lex: Lexicon) -> NameSpan | None:
    if len(piece) == 1 and piece[0].lower in _ELECT:
        return None
    start = 1 if piece[0].lower == "the" else 0
    k = _after_office(piece, sentence, lex) or _name_begins(piece, start, lex)
    words = piece[k:]
    if not words:
        return None
    labels = [w.entity for w in words if w.entity in _NAMING]
    label = max(labels, key=labels.count, default="")
    return NameSpan(words, piece[start:k], label, _head(words), sentence)


def _head(words: Sequence[Word]) -> Word:
    """Return the word of a name that governs the others: the first whose governor stands outside."""
    inside = {w.i for w in words}
    return next((w for w in words if w.head.i not in inside), words[-1])


def _after_office(piece: list[Word], sentence: Sentence, lex: Lexicon) -> int:
    """Return where the name begins behind the rest of an office ("Chief of [Staff Ann Roe]", "President-[Elect Roe]"),
    0 where there is none."""
    at = piece[0].i - sentence.words[0].i
    before = sentence.words[max(0, at - 2) : at]
    if len(before) < 2 or len(piece) < 2 or not (before[0].lower in lex.titles or before[0].lower in lex.roles):
        return 0
    if before[1].text == "-" and piece[0].lower in _ELECT:
        return 1
    if before[1].lower != "of":
        return 0
    begins = (k for k in range(1, len(piece) - 1) if lex.is_given_name(piece[k].text))
    return next(begins, 0) or next(
        (k for k, w in enumerate(piece) if k and w.entity == "PERSON" and w.entity_begins), 0
    )


def _name_begins(piece: list[Word], start: int, lex: Lexicon) -> int:
    """Return where the name proper begins: after the last title ("CNN Chief Executive Jane Roe"), unless what
    follows shows that the title belongs to an organisation's name ("General Motors", "National Press Club")."""
    last = max((k for k, w in enumerate(piece) if w.lower in lex.titles), default=-1)
    rest = piece[last + 1 :]
    if rest and rest[0].text == "-":
        return start
    if last < 0 or (not rest and not all(w.lower in lex.titles for w in piece[start:])):
        return start
    if not rest or lex.is_given_name(rest[0].text):
        return last + 1
    inner = any(w.lower in _INNER for w in piece[start:])
    if rest[-1].lower in lex.org_heads or inner:
        return start
    one_org = all(w.entity == "ORG" for w in piece[start:]) and len(rest) == 1 and "." not in piece[last].text
    return start if one_org and last == start else last + 1


def _unglue_titles(names: Names, lex: Lexicon) -> None:
    """Read "General Sessions" as title and surname once the document knows the surname."""
    for span in names.spans:
        k = 0
        while k < len(span.words) - 1 and span.words[k].lower in lex.titles:
            k += 1
        rest = span.form[k:]
        if k and names.kinds.get(rest) == "person":
            span.titles, span.words = [*span.titles, *span.words[:k]], span.words[k:]


def _unglue_epithets(names: Names, parsed: Parsed, lex: Lexicon) -> None:
    """Read "Billionaire Ann Roe" as what she is and her name, once the document has the name without it."""
    people = {form for form, kind in names.kinds.items() if kind == "person"}
    surnames = {form[-1] for form in people if len(form) > 1 and lex.is_given_name(form[0])}
    common = {w.text for w in parsed.words if w.text.islower()}
    for span in names.spans:
        first, rest = span.words[0].lower, span.form[1:]
        if names.kinds.get(span.form) != "person" or not rest or lex.is_given_name(first) or first in lex.particles:
            continue
        in_full = len(rest) > 1 and lex.is_given_name(rest[0])
        known = rest in people if in_full else len(rest) == 1 and rest[0] in surnames
        if (in_full and first in lex.roles) or (known and (first in lex.epithets or first in common)):
            span.titles = [*span.titles, span.words[0]] if first in lex.roles else span.titles
            span.words = span.words[1:]
            names.kinds.setdefault(rest, "person")


def _known_forms(names: Names) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the names of persons and organisations, and the persons' surnames, each with its label, by their first
    words; the longest first."""
    labels = {form: "PERSON" if kind == "person" else "ORG" for form, kind in names.kinds.items() if kind in _ACTING}
    persons = [form for form, label in labels.items() if label == "PERSON"]
    labels |= {(form[-1],): "PERSON" for form in persons if len(form[-1]) > 2}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for form in sorted(labels, key=len, reverse=True):
        by_first[form[0]].append((form, labels[form]))
    return by_first


def _known_spans(
    sentence: Sentence, known: Mapping[str, list[tuple[tuple[str, ...], str]]], names: Names
) -> list[NameSpan]:
    """Find the names that the document knows, whole or by surname: all a headline gives, or the tagger missed."""
    out, end, words = list[NameSpan](), 0, sentence.words
    for i, word in enumerate(words):
        if i < end or word.text not in known:
            continue
        for form, label in known[word.text]:
            part = words[i : i + len(form)]
            if tuple(w.text for w in part) == form:
                out.append(NameSpan(part, [], label, _head(part), sentence))
                names.kinds.setdefault(form, "person")
                end = i + len(form)
                break
    return out


def _decide(names: Names, lex: Lexicon, *, business: bool) -> None:
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for span in names.spans:
        _vote(span, votes[span.form], lex)
        for firm, title in pairwise(span.titles):
            votes[(firm.text,)]["firm"] += title.lower in lex.firms["owned"] and firm.lower not in lex.titles
    for form, tally in votes.items():
        tally["firm"] += business and not tally["personal"]
        names.kinds[form] = _kind(form, tally, lex)
    people = {form[-1] for form, kind in names.kinds.items() if kind == "person" and len(form) > 1}
    people |= {form[-2] for form in names.kinds if len(form) > 2 and form[-1].lower() in lex.suffixes}
    _decide_states(names)
    for form, tally in votes.items():
        if len(form) == 1 and form[0] in people:
            place = tally["in"] >= 2 and tally["in"] > tally["person"]
            names.kinds[form] = "place" if place else "person"
        elif len(form) > 1 and form[-1] in people and form[0].lower() in lex.particles:
            names.kinds[form] = "person"


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


def _takes_up_a_firm(word: Word, lex: Lexicon) -> bool:
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
    if best in {"org", "place"} and not upper and tally["acts"] * 4 >= tally[best] - tally["in"]:
        return "person" if tally["acts"] and tally["in"] <= tally["acts"] else best
    return best
