"""One error as the pages show it: its cause, what was annotated, what was read, and the sentences with their parse."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from tests.quality.errors.documents import Document
from timeline.language.parse import Sentence, Word
from timeline.model import Span

type Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Passage:
    """A sentence with words marked in it, what is known there, and its parse."""

    text: str
    #: What is marked, from and to within the text: "gold" as annotated, "ours" as read.
    marks: tuple[tuple[int, int, str], ...]
    lines: Lines
    parse: str


@dataclass(frozen=True)
class Case:
    """One error; `detail` is the rule or check within its cause."""

    cause: str
    detail: str
    weight: float
    document: str
    told: str
    facts: Lines
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """The errors of one kind on one corpus: a page."""

    name: str
    title: str
    about: str
    #: What a weight counts: "ties", "expressions", "statements".
    unit: str
    cases: list[Case] = field(default_factory=list)
    #: What the errors are of: how much is annotated, found, right.
    whole: Counter[str] = field(default_factory=Counter)

    @property
    def groups(self) -> list[tuple[str, list[Case]]]:
        """Return the cases by cause, the heaviest first."""
        return _ranked(self.cases, lambda case: case.cause)


def told_whole(sheet: Sheet) -> str:
    """Return what the errors are of."""
    return ", ".join(f"{name} {number:.0f}" for name, number in sheet.whole.items())


def merged(cases: Iterable[Case]) -> list[Case]:
    """Return cases with those of one contact and one cause as one."""
    found: dict[tuple[object, ...], Case] = {}
    for case in cases:
        key = (case.cause, case.detail, case.document, case.facts, case.passages)
        first = found.get(key)
        told = f"{first.told}; {case.told}" if first else case.told
        found[key] = replace(case, told=told, weight=case.weight + (first.weight if first else 0.0))
    return list(found.values())


def details(cases: list[Case]) -> list[tuple[str, list[Case]]]:
    """Return the cases of a cause by rule or check, the heaviest first."""
    return _ranked(cases, lambda case: case.detail)


def weight(cases: Iterable[Case]) -> float:
    """Return what cases weigh together."""
    return sum(case.weight for case in cases)


def _ranked(cases: list[Case], key: Callable[[Case], str]) -> list[tuple[str, list[Case]]]:
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[key(case)].append(case)
    return sorted(groups.items(), key=lambda group: (-weight(group[1]), group[0]))


def passage(
    document: Document, sentence: Sentence, gold: Iterable[Span] = (), ours: Iterable[Span] = (), lines: Lines = ()
) -> Passage:
    """Return a sentence as the pages show it, with spans of the text marked."""
    whole = sentence.span
    spans = [*((span, "gold") for span in gold), *((span, "ours") for span in ours)]
    marks = sorted(
        (max(s.start, whole.start) - whole.start, min(s.end, whole.end) - whole.start, kind)
        for s, kind in spans
        if s.overlaps(whole)
    )
    return Passage(whole.of(document.article.text), tuple(marks), lines, tree(sentence))


def tree(sentence: Sentence) -> str:
    """Lay a parse out: every word below its governor, with its tag and relation."""
    lines: list[str] = []

    def below(word: Word, depth: int) -> None:
        lines.append(f"{'  ' * depth}{word.text}  {word.dep} {word.tag}{f' {word.entity}' if word.entity else ''}")
        for child in sorted(word.children, key=lambda c: c.i):
            below(child, depth + 1)

    for root in (w for w in sentence.words if w.head is w):
        below(root, 0)
    return "\n".join(lines)
