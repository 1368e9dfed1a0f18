"""The labels of words that follow from their form, tag and dependency: part of speech and lemma.

The model's attribute ruler and lemmatizer see nothing else, and try all they have on every word, which is a fifth of
the time of a parse. Here the ruler is asked once for all words of a tag and dependency, and apart for the forms that
its rules name; the lemmatizer once for a form. Where a rule of several words may begin ("there is", "gonna"), both
read the whole paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.language.lexicon import read

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: The components that a parse leaves out, as this module asks them.
LABELLERS = ("attribute_ruler", "lemmatizer")
_ALIKE = ["ORTH", "TAG", "DEP"]
#: Numbers of spaCy's: form (or 0 for any), tag, dependency.
Kind = tuple[int, int, int]


class Labels(NamedTuple):
    """How a word is read."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str


class _Ruling(NamedTuple):
    """What the ruler says of a word."""

    #: Whether one of its rules of several words may begin there.
    begins: bool
    #: Empty where it leaves that to the lemmatizer.
    lemma: str
    #: The others in numbers of spaCy's.
    pos: int
    morph: int
    tag: int
    dep: int


class Labeller:
    """Asks the ruler and the lemmatizer of a model."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in LABELLERS)
        patterns = [pattern for rule in self._ruler.patterns for pattern in rule["patterns"]]
        self._beginnings = Matcher(nlp.vocab)
        self._beginnings.add("several", [pattern[:1] for pattern in patterns if len(pattern) > 1])
        self._forms, self._shapes = _named(word["LOWER"] for pattern in patterns for word in pattern if "LOWER" in word)
        self._rulings: dict[Kind, _Ruling] = {}

    def read(self, doc: Doc, known: dict[Kind, Labels]) -> list[Labels]:
        """Return the labels of a paragraph's words; `known` are those of words read before, and grows."""
        kinds: list[Kind] = [tuple(row) for row in doc.to_array(_ALIKE).tolist()]
        for i, kind in enumerate(kinds):
            if kind not in known:
                ruling = self._ruling(doc[i])
                if ruling.begins:
                    return [_labels(word, word.lemma_) for word in self._lemmatizer(self._ruler(doc))]
                known[kind] = self._labels(doc[i], ruling)
        return [known[kind] for kind in kinds]

    def _ruling(self, word: Token) -> _Ruling:
        named = word.is_space or word.lower_ in self._forms or self._shapes.search(word.lower_)
        kind = (word.lower if named else 0, word.tag, word.dep)
        ruling = self._rulings.get(kind)
        if ruling is None:
            ruling = self._rulings[kind] = self._rule(word)
        return ruling

    def _rule(self, word: Token) -> _Ruling:
        """Ask the ruler of a word alone."""
        from spacy.tokens import Doc

        alone = Doc(self._vocab, words=[word.text])
        alone[0].tag, alone[0].dep = word.tag, word.dep
        begins = bool(self._beginnings(alone, allow_missing=True))
        ruled = self._ruler(alone)[0]
        return _Ruling(begins, ruled.lemma_, ruled.pos, ruled.morph.key, ruled.tag, ruled.dep)

    def _labels(self, word: Token, ruling: _Ruling) -> Labels:
        """Write a ruling into a word, as the ruler would, and ask the lemmatizer where it says nothing of the lemma."""
        word.pos, word.tag, word.dep = ruling.pos, ruling.tag, ruling.dep
        word.set_morph(ruling.morph)
        return _labels(word, ruling.lemma or self._lemmatizer.lemmatize(word)[0])


def _named(conditions: Iterable[Any]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the forms that rules name, and a pattern of the others."""
    forms, shapes = set[str](), list[str]()
    for condition in conditions:
        match condition:
            case {"REGEX": shape}:
                shapes.append(shape)
            case dict():
                forms.update(*condition.values())
            case form:
                forms.add(form)
    return frozenset(forms), re.compile("|".join(shapes))


def _labels(word: Token, lemma: str) -> Labels:
    pos = word.pos_
    if pos == "VERB":
        lemma = _repaired_lemmas().get(lemma, lemma)
    return Labels(word.text, word.lower_, lemma, pos, word.tag_, word.dep_)


@lru_cache(maxsize=1)
def _repaired_lemmas() -> dict[str, str]:
    """Return the lemmas the model gets wrong, with what they should be."""
    lemmas: dict[str, str] = read("timeline.language", "lemmas.toml")["verbs"]
    return lemmas
