"""The errors as pages: an index of causes with their counts, and one page a sheet with every case in its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import pairwise

from tests.quality.errors.cases import Case, Passage, Sheet, details, told_whole, weight

_MARKS = {"gold": "as annotated", "ours": "as read", "both": "both"}
_KEY = f"<p class=key>{' '.join(f'<mark class={name}>{told}</mark>' for name, told in _MARKS.items())}</p>"


def index(sheets: Iterable[Sheet]) -> str:
    """Return the page of all causes."""
    return _framed("What goes wrong", "By corpus and cause; each leads to its cases.", map(_overview, sheets))


def _overview(sheet: Sheet) -> str:
    address = f"{sheet.name}.html"
    about = f"{sheet.about} In all: {told_whole(sheet)}."
    head = f"<h2><a href='{address}'>{escape(sheet.title)}</a></h2><p>{escape(about)}</p>"
    return f"{head}{_causes(sheet, address)}"


def page(sheet: Sheet) -> str:
    """Return the page of one sheet."""
    sections = (_section(number, cause, cases, sheet.unit) for number, (cause, cases) in enumerate(sheet.groups, 1))
    home = "<p><a href='index.html'>All causes</a></p>"
    return _framed(sheet.title, f"{sheet.about} In all: {told_whole(sheet)}.", [home, _KEY, _causes(sheet), *sections])


def _framed(title: str, about: str, parts: Iterable[str]) -> str:
    style = files("tests.quality.errors").joinpath("page.css").read_text(encoding="utf-8")
    head = f"<title>{escape(title)}</title><meta name=viewport content='width=device-width'><meta charset=utf-8>"
    body = "\n".join((f"<h1>{escape(title)}</h1><p>{escape(about)}</p>", *parts))
    return f"<!doctype html><html lang=en>{head}<style>{style}</style>{body}\n"


def _causes(sheet: Sheet, address: str = "") -> str:
    most = max((weight(cases) for _, cases in sheet.groups), default=1.0)
    rows = []
    for number, (cause, cases) in enumerate(sheet.groups, 1):
        bar = f"<span class=bar style='width:{100 * weight(cases) / most:.0f}%'></span>"
        link = f"<a href='{address}#g{number}'>{escape(cause)}</a>"
        rows.append(f"<tr><td>{_number(weight(cases))}<td>{len(cases)}<td>{link}{bar}")
    total = f"<tr><th>{_number(weight(sheet.cases))}<th>{len(sheet.cases)}<th>together"
    head = f"<tr><th>weight in {escape(sheet.unit)}<th>cases<th>cause"
    return f"<table class=causes>{head}{''.join(rows)}{total}</table>"


def _section(number: int, cause: str, cases: list[Case], unit: str) -> str:
    within = ", ".join(f"{escape(name)} {_number(weight(some))}" for name, some in details(cases))
    head = f"<h2 id=g{number}>{escape(cause)} <small>{_number(weight(cases))} {escape(unit)}</small></h2>"
    shown = "".join(_case(case) for _, some in details(cases) for case in some)
    return f"<section>{head}<p class=within>{within}</p>{shown}</section>"


def _case(case: Case) -> str:
    facts = _list(case.facts)
    passages = "".join(map(_passage, case.passages)) or "<p class=none>No sentence of the text holds it.</p>"
    told = f"{escape(case.told)} <small>{escape(case.document)} · {escape(case.detail)}</small>"
    return f"<article><h3>{told}</h3>{facts}{passages}</article>\n"


def _passage(passage: Passage) -> str:
    parse = f"<details><summary>parse</summary><pre>{escape(passage.parse)}</pre></details>"
    return f"<blockquote>{''.join(_marked(passage))}</blockquote>{_list(passage.lines)}{parse}"


def _list(lines: Iterable[tuple[str, str]]) -> str:
    inside = "".join(f"<dt>{escape(name)}<dd>{escape(value)}" for name, value in lines)
    return f"<dl>{inside}</dl>" if inside else ""


def _marked(passage: Passage) -> Iterator[str]:
    """Yield the text in stretches, each marked by what covers it."""
    edges = sorted({0, len(passage.text), *(at for mark in passage.marks for at in mark[:2])})
    for start, end in pairwise(edges):
        kinds = {kind for low, high, kind in passage.marks if low <= start and end <= high}
        name = "both" if len(kinds) > 1 else next(iter(kinds), "")
        text = escape(passage.text[start:end])
        yield f"<mark class={name}>{text}</mark>" if name else text


def _number(value: float) -> str:
    return f"{value:.0f}" if value == round(value) else f"{value:.1f}"
