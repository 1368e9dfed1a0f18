"""Tokens of the language of dates: a text's words with their senses, in runs that may hold an expression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.dates.proper import is_borne, is_month_of_name, is_numbered, is_weekday_of_name, names_borne, neighbour
from timeline.dates.vocabulary import AGES, KNOWN, NAMES, Entry, Senses, scan
from timeline.language.parse import Parsed, Word

#: Tokens that an expression may have before the word that carries it.
_LONGEST = 10
#: Glue that begins no expression, but for the second day of a pair (", 25").
_INSIDE = frozenset({"of", "to", "in", "on", "from", "between", "until", "during", "than", ".", "-", "/", ":", "s"})
_MARKS = frozenset("-/:'’‘")
_MONEY = frozenset("$£€#")
#: What comes out on its weekday, week by week ("the Sunday shows").
_REGULAR = frozenset({"show", "paper", "newspaper", "edition", "magazine", "school", "program", "programme", "brunch"})
#: Words that the vocabulary knows as calendar words only when they are nouns.
_NOUNS = frozenset({"NOUN", "PROPN"})


class Token:
    """One atom in the text; `word` is the parsed word it belongs to, None for a text without a parse."""

    __slots__ = ("end", "lower", "senses", "start", "text", "word")

    def __init__(self, text: str, start: int, senses: Senses, word: Word | None) -> None:
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = start + len(text)
        self.senses = senses
        self.word = word

    def __repr__(self) -> str:
        return f"<{self.text} {'|'.join(self.senses)}>"


class Run:
    """A maximal row of tokens that the vocabulary knows; reading beyond its end gives None."""

    __slots__ = ("_lowers", "_reach", "_senses", "_size", "readings", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        #: What the sets of rules have read, by set and place.
        self.readings: dict[tuple[int, int], object] = {}
        self._senses = [token.senses for token in tokens]
        self._lowers = [token.lower for token in tokens]
        self._size = len(tokens)
        self._reach = _reach(tokens)

    def __len__(self) -> int:
        return self._size

    def get(self, at: int, sense: str) -> Any:
        """Return the value of a sense of the token there, or None."""
        return self._senses[at].get(sense) if 0 <= at < self._size else None

    def next_start(self, at: int) -> int:
        """Return the next place from which a word that can carry an expression is in reach, or the end."""
        while at < len(self.tokens) and not self._reach[at]:
            at += 1
        return at

    def may_begin(self, at: int, names: frozenset[str]) -> bool:
        """Whether the token there has one of these senses, or is one of these glue words."""
        return 0 <= at < self._size and not self._senses[at].names.isdisjoint(names)

    def word(self, at: int, *forms: str) -> bool:
        """Whether one of these words stands there."""
        return 0 <= at < self._size and self._lowers[at] in forms

    def row(self, at: int, forms: tuple[str, ...]) -> bool:
        """Whether these words stand there one behind another."""
        return tuple(self._lowers[at : at + len(forms)]) == forms

    def glued(self, at: int) -> bool:
        """Whether the token there follows the one before without a space."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def parsed(self, at: int) -> Word | None:
        """Return the parsed word of the token there, if there is one."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else None


def _reach(tokens: list[Token]) -> list[bool]:
    """Tell for each token whether it can begin an expression: a core word follows in it or soon after."""
    out = [False] * len(tokens)
    left = 0
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        left = _LONGEST if token.senses.core or _is_joined(tokens, at) else left - 1
        out[at] = left > 0 and token.senses.names.isdisjoint(_INSIDE)
    return out


def _is_joined(tokens: list[Token], at: int) -> bool:
    """Whether figures are joined to others by a mark, or to an apostrophe ("3/4/98", "'98")."""
    if at + 1 >= len(tokens) or tokens[at].end != tokens[at + 1].start or "figures" not in tokens[at + 1].senses:
        return False
    return tokens[at].lower in _MARKS


def runs(parsed: Parsed) -> Iterator[Run]:
    """Yield the runs of a text that hold a word that can carry an expression."""
    row: list[tuple[Word, Entry]] = []
    core = False  # whether a word can carry an expression, or a mark can make one of figures
    known = KNOWN.get
    paragraph = -1
    named_until, borne = -1, names_borne(parsed.words)
    for word in parsed.words:
        lower = word.lower
        if lower in NAMES and (length := _name_length(word)):
            named_until = word.i + length
        named = word.i < named_until or is_borne(word, borne)
        entry = None if named else known(lower) or (None if lower.isalpha() else scan(lower))
        if entry is None and not row:
            continue
        if entry is not None and (not row or word.sentence.paragraph == paragraph):
            row.append((word, entry))
            paragraph = word.sentence.paragraph
            core = core or entry.core or lower in _MARKS
            continue
        if core:
            yield _run(row)
        row, core = [], False
        if entry is not None:
            row, core, paragraph = [(word, entry)], entry.core or lower in _MARKS, word.sentence.paragraph
    if core:
        yield _run(row)


def _name_length(word: Word) -> int:
    """Return how many words the name of a programme has that begins there, or 0."""
    words = word.sentence.words
    at = word.i - words[0].i
    for name in NAMES[word.lower]:
        found = words[at : at + len(name)]
        if found[-1].lower != name[-1]:  # as of most: "the" begins some
            continue
        if tuple(w.lower for w in found) == name and all(w.text[0].isupper() for w in found):
            return len(name)
    return 0


def _run(row: list[tuple[Word, Entry]]) -> Run:
    tokens: list[Token] = []
    for word, entry in row:
        for atom in entry.atoms:
            token = Token(word.text[atom.start : atom.end], word.start + atom.start, atom.senses, word)
            token.senses = _likely(token, word)
            tokens.append(token)
    return Run(tokens)


def _likely(token: Token, word: Word) -> Senses:
    """Leave out the senses that the parse or the spelling speaks against."""
    senses = token.senses
    if "month" in senses and (not token.text[0].isupper() or word.tag == "MD" or _is_name(word)):
        return _without(senses, "month")
    if "weekday" in senses and (not token.text[0].isupper() or _is_any(word) or is_weekday_of_name(word)):
        return _without(senses, "weekday")
    if "season" in senses and (word.pos not in _NOUNS or _is_downfall(word) or is_month_of_name(word)):
        return _without(senses, "season")
    if "figures" in senses and (_is_money(word) or ("year" in senses and is_numbered(word))):
        return _without(senses, "number", "day", "year", "short_year")
    return senses


def _is_name(word: Word) -> bool:
    """Whether a month is a person's name ("Jan Kov"), an event's ("the March for Peace"), or part of "Mar-a-Lago"."""
    after, second = neighbour(word, 1), neighbour(word, 2)
    if after is None:
        return False
    if (
        is_month_of_name(word)
        or (word.entity == "PERSON" and not word.entity_begins)
        or (word.lower == "may" and after.tag == "VB")
    ):
        return True
    if word.lower == "jan" and after.tag == "NNP" and after.text.istitle():
        return True
    before = {w.lower for step in (-1, -2) if (w := neighbour(word, step))}
    last = neighbour(word, -1)
    quoted = last is not None and last.tag == "``"
    if (
        (quoted or before & {"the", "a"})
        and after.lower in {"for", "of"}
        and second is not None
        and second.text[0].isalpha()
    ):
        return second.lower not in {"last", "this", "next", "that"}
    if word.entity == after.entity == "PERSON" and not after.entity_begins:
        return True
    return after.text == "-" and after.start == word.end and second is not None and second.lower == "a"


def _is_any(word: Word) -> bool:
    """Whether a weekday is any such day ("on a Tuesday", "another Friday"), or a show's or a paper's."""
    if word.dep in {"compound", "nmod"} and word.head.lemma.lower() in _REGULAR:
        return True
    before, second = neighbour(word, -1), neighbour(word, -2)
    if before is not None and before.pos == "ADJ" and second is not None:
        before = second
    return (
        before is not None and before.lower in {"a", "an", "another"} and word.dep not in {"compound", "nmod", "poss"}
    )


def _is_downfall(word: Word) -> bool:
    """Whether "the fall of" somebody or "the summer of love" is meant and no season: no year follows."""
    of, year, noun = neighbour(word, 1), neighbour(word, 2), neighbour(word, 3)
    if of is None or of.lower != "of" or year is None:
        return False
    in_year = _is_number(year) or (noun is not None and noun.lower in {"year", "same", "following", "previous"})
    return not in_year


def _is_number(word: Word) -> bool:
    known = KNOWN.get(word.lower)
    return word.text[-1].isdigit() or (known is not None and not {"number", "which"}.isdisjoint(known.atoms[0].senses))


def is_capitalised(run: Run, start: int, end: int) -> bool:
    """Whether both words are written as a name is ("This Week"), in a sentence that is no headline."""
    first, last = run.tokens[start], run.tokens[end]
    if first.word is None or not first.text[0].isupper() or not last.text[0].isupper():
        return False
    words = [w for w in first.word.sentence.words if w.text.isalpha() and len(w.text) > 3]
    return sum(w.text[0].isupper() for w in words) < 0.7 * len(words)


def is_of_an_age(run: Run, at: int) -> bool:
    """Whether "today" or "tomorrow" is a name's ("Radio Today") or an age ("today's youth", "women of tomorrow")."""
    word = run.parsed(at)
    if word is None:
        return False
    before = neighbour(word, -1)
    if before is not None and before.pos == "PROPN" and is_capitalised(run, at, at):
        return True
    if word.dep == "poss":
        return word.head.lemma.lower() in AGES
    return word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma.lower() in AGES


def _is_money(word: Word) -> bool:
    words = word.sentence.words
    at = word.i - words[0].i
    if at > 0 and words[at - 1].text[-1] in _MONEY:
        return True
    return at + 1 < len(words) and words[at + 1].text in {"%", "percent"}


def _without(senses: Senses, *names: str) -> Senses:
    return type(senses)({name: value for name, value in senses.items() if name not in names})


def run_of(text: str) -> Run | None:
    """Return a whole string as one run, or None when it holds a word the vocabulary does not know."""
    tokens: list[Token] = []
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        entry = scan(piece.lower()) if len(piece.lower()) == len(piece) else None
        if entry is None:
            return None
        tokens.extend(Token(piece[a.start : a.end], at + a.start, a.senses, None) for a in entry.atoms)
        at += len(piece)
    return Run(tokens) if tokens else None
