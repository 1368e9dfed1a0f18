"""The spans of a text that may name somebody: runs of capitalised words, cut at titles and between two persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.language.lexicon import Lexicon
from timeline.language.parse import Sentence, Word

_NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Spans with these labels name no actor ("the Civil Rights Act", "Route 9", "Oscars").
_BLOCKED = frozenset({"LAW", "WORK_OF_ART", "EVENT", "PRODUCT", "LANGUAGE", "DATE", "TIME", "MONEY"})
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


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly every longer word is capitalised, as in a headline: there, capitals mean nothing.

    A sentence with a full stop is none, however many names it has.
    """
    if sentence.words[-1].text == ".":
        return False
    longer = [w for w in sentence.words if len(w.text) > 3 and w.text[0].isalpha()]
    return len(longer) >= 4 and sum(w.text[0].isupper() for w in longer) >= 0.8 * len(longer)


def _is_name_word(word: Word, lex: Lexicon) -> bool:
    if not word.text[0].isupper() or (word.entity in _BLOCKED and not _is_called(word, lex)):
        return False
    return word.tag in {"NNP", "NNPS"} or (word.entity in _NAMING and word.pos not in {"DET", "PRON", "ADP", "CCONJ"})


def _is_called(word: Word, lex: Lexicon) -> bool:
    """Whether what the model takes for a product is a given name and a surname ("Vera Dolan", not "a Vera Dolan")."""
    if word.entity != "PRODUCT":
        return False
    here = word.sentence.words
    k = word.i - here[0].i
    first, last = (word, here[k + 1]) if word.entity_begins and k + 1 < len(here) else (here[k - 1], word)
    pair = first.entity_begins and first.entity == last.entity == "PRODUCT" and not last.entity_begins
    pair = pair and all(c.dep != "det" for c in last.children)
    return pair and lex.is_given_name(first.text) and {first.tag, last.tag} == {"NNP"}


def spans_of(sentence: Sentence, lex: Lexicon) -> list[NameSpan]:
    """Return the naming spans of a sentence."""
    spans: list[NameSpan] = []
    run: list[Word] = []
    for word in sentence.words:
        if not run and not word.text[0].isupper():
            continue
        if run and not _continues(run, word, lex):
            spans += _split(run, sentence, lex)
            run = []
        if run or _is_name_word(word, lex) or (word.text[0].isupper() and word.lower in lex.titles):
            run.append(word)
    return spans + (_split(run, sentence, lex) if run else [])


def _continues(run: list[Word], word: Word, lex: Lexicon) -> bool:
    last = run[-1]
    if word.lower in lex.suffixes and last.text[0].isupper():
        return True
    if word.text == "," or last.text == ",":
        return False
    if _is_name_word(word, lex) or (word.text[0].isupper() and word.lower in lex.titles and word.pos != "VERB"):
        if word.entity_begins and word.entity and last.entity and word.entity != last.entity:
            return last.lower in lex.titles
        return True
    inside = word.entity in {"ORG", "PERSON", "GPE", "FAC"} and not word.entity_begins and bool(last.entity)
    linking = word.lower in _INNER and word.entity != "PERSON" and not (word.dep == "prep" and word.head.pos == "VERB")
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
    return NameSpan(words, piece[start:k], label, head_of(words), sentence)


def head_of(words: Sequence[Word]) -> Word:
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
    one_org = (
        all(w.entity == "ORG" for w in piece[start:]) and len(rest) == 1 and piece[last].lower in lex.shared_titles
    )
    return start if one_org and last == start else last + 1
