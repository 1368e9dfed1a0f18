"""Surnames that a text uses long before it names somebody of that name in full: they are somebody else's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from timeline.language.lexicon import Lexicon
from timeline.language.name_spans import NameSpan, is_title_case
from timeline.language.parse import Word

#: How often a surname stands alone before its first full name, and how much oftener than that in all.
_EARLY, _OFTENER = 2, 2
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}


def others_surnames(spans: Sequence[NameSpan], lex: Lexicon) -> frozenset[str]:
    """Return in lower case the surnames of these persons' names that belong to nobody named in full: "Roe met ... he
    said. Roe ... His wife, Ida Roe, came" is not about her. Headlines come before the full name without harm."""
    full: dict[str, list[NameSpan]] = defaultdict(list)
    alone: dict[str, list[NameSpan]] = defaultdict(list)
    for span in spans:
        word = span.words[-1].lower
        if len(span.words) > 1:
            full[word].append(span)
        elif not is_title_case(span.sentence):
            alone[word].append(span)
    return frozenset(word for word, named in full.items() if _is_others(named, alone[word], lex))


def _is_others(named: Sequence[NameSpan], alone: Sequence[NameSpan], lex: Lexicon) -> bool:
    paragraph = named[0].sentence.paragraph
    early = [s for s in alone if 0 < s.sentence.paragraph < paragraph]
    one = len({s.words[0].lower for s in named}) == 1
    if not one or len(early) < _EARLY or len(alone) < _OFTENER * len(named):
        return False
    gender = lex.gender_of_name(named[0].words[0].text)
    told = Counter(g for s in alone if (g := _gender(s, lex)))
    return not gender or told.total() - told[gender] > max(1, told[gender])


def _gender(span: NameSpan, lex: Lexicon) -> str:
    """Return the gender that a title or the next pronoun gives to who acts."""
    titles = {t.lower for t in span.titles}
    if titles & lex.male_titles:
        return "m"
    if titles & lex.female_titles:
        return "f"
    return _next_gender(span.head) if span.head.dep in {"nsubj", "nsubjpass"} else ""


def _next_gender(head: Word) -> str:
    return next((_GENDERS[w.lower] for w in head.sentence.words if w.i > head.i and w.lower in _GENDERS), "")
