"""Finding names: the spans of text that may name an actor, and what kind each form is, decided once per document.

Surnames alone come out of the model as firms, towns or nothing, and neighbouring names as one; so every form of a
name collects votes over the whole document (labels, titles, given names, verbs of human action, "the X") before any
mention is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.language.acronyms import spell_out
from timeline.language.headline import title_names
from timeline.language.lexicon import Lexicon, lexicon
from timeline.language.name_spans import Names, NameSpan, head_of, is_title_case, spans_of
from timeline.language.name_votes import decide, takes_up_a_firm
from timeline.language.parse import Parsed, Sentence, Word

__all__ = ["NameSpan", "Names", "find_names"]

#: Kinds of names whose bearers act.
_ACTING = frozenset({"person", "org"})


def find_names(parsed: Parsed, title: str = "") -> Names:
    """Return the document's names; its title may give surnames in full."""
    lex = lexicon()
    names = Names()
    headlines = {sentence.i for sentence in parsed.sentences if is_title_case(sentence)}
    for sentence in parsed.sentences:
        if sentence.i not in headlines:
            names.spans += spans_of(sentence, lex)
    decide(names, lex, business=takes_up_a_firm(parsed.words, lex))
    if title:
        _add_of_title(names, title, (w for s in parsed.sentences if s.i not in headlines for w in s.words), lex)
    _part_people(names)
    _unglue_titles(names, lex)
    _unglue_epithets(names, parsed, lex)
    spell_out(names, parsed)
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


def _add_of_title(names: Names, title: str, words: Iterable[Word], lex: Lexicon) -> None:
    """Add the full names of the title for surnames in these words that are nobody else's and no other kind of name."""
    surnames = {form[-1] for form, kind in names.kinds.items() if kind == "person" and len(form) > 1}
    for first, last in title_names(title, words, lex):
        if not {first, last} & surnames and names.kinds.get((last,), "person") == "person":
            names.of_title.append((first, last))
            names.kinds[first, last] = "person"


def _part_people(names: Names) -> None:
    """Read "Trent and Moss" as two names once the document knows each as a person."""
    parted: list[NameSpan] = []
    for span in names.spans:
        at = next((k for k, word in enumerate(span.words) if word.lower == "and"), 0)
        halves = [half for half in (span.words[:at], span.words[at + 1 :]) if half]
        if at and all(names.kinds.get(tuple(w.text for w in half)) == "person" for half in halves):
            names.kinds.pop(span.form, None)
            titles = [span.titles, []]
            parted += [NameSpan(h, t, "", head_of(h), span.sentence) for h, t in zip(halves, titles, strict=True)]
        else:
            parted.append(span)
    names.spans = parted


def _unglue_titles(names: Names, lex: Lexicon) -> None:
    """Read "General Sessions" as title and surname once the document knows the surname."""
    for span in names.spans:
        k = 0
        while k < len(span.words) - 1 and span.words[k].lower in lex.titles:
            k += 1
        if k and names.kinds.get(span.form[k:]) == "person":
            span.titles, span.words = [*span.titles, *span.words[:k]], span.words[k:]


def _unglue_epithets(names: Names, parsed: Parsed, lex: Lexicon) -> None:
    """Read "Billionaire Ann Roe" as what she is and her name, once the document has the name without it."""
    people = {form for form, kind in names.kinds.items() if kind == "person"}
    surnames = {form[-1] for form in people if len(form) > 1 and lex.is_given_name(form[0])}
    common = {w.text for w in parsed.words if w.text.islower()}
    for span in names.spans:
        if len(span.words) == 1 or names.kinds.get(span.form) != "person":
            continue
        first, rest = span.words[0].lower, span.form[1:]
        if lex.is_given_name(first) or first in lex.particles:
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
                out.append(NameSpan(part, [], label, head_of(part), sentence))
                names.kinds.setdefault(form, "person")
                end = i + len(form)
                break
    return out
