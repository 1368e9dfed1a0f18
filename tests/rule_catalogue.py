"""The catalogue of rules, made from the data files with their examples and counter-examples; `make docs` writes it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parents[1]
_EVENTS = ROOT / "timeline/events/data"
_HEAD = """# The rules

All senses, classes and words that the extraction knows, as its data files have them, each with sentences in which it
must find something (+) and must not (-); the tests run every one. `make docs` writes this page anew. The head of each
file explains its fields. A claim cites its rule by these names, and `whomet extract --explain` shows which applied.
What the rules make of the words, and what they cannot do, is told in [what is found](extraction.md).
"""
type Entry = Mapping[str, Any]
type Lines = Iterator[str]


def catalogue() -> str:
    """Return the page."""
    parts = [_contacts(), _status(), _verbs(), _nouns(), _sayings(), _actions(), _periods()]
    page = "\n".join([_HEAD, *(line for part in parts for line in part)])
    return re.sub(r"\n{3,}", "\n\n", page).rstrip() + "\n"


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _contacts() -> Lines:
    data = _read(_EVENTS / "contacts.toml")
    yield from _title(
        "Contacts", "contacts.toml", "Words that put actors in touch; the sides are those of the contact."
    )
    for pos in ("verb", "noun"):
        for sense in data[pos]:
            weak = sense.get("tier") == "weak"
            yield from _entry(f"{'words' if weak else 'contacts'}.{pos}.{sense['lemmas'][0]}")
            yield f"{sense['type']}; sides: `{sense['sides']}`"
            yield from _facts(sense, drop=("lemmas", "type", "sides", "examples", "counter"))
            yield from _words("words", sense["lemmas"])
            found = (f"{text} ({', '.join(names)})" for text, *names in sense["examples"])
            yield from _sentences(found, sense["counter"])


def _status() -> Lines:
    told = "Words above a contact that decide whether it is told as real."
    yield from _title("Status", "status.toml", told)
    yield from _status_classes(_read(_EVENTS / "status.toml"))


def _sayings() -> Lines:
    told = "Words above a verb of speech that decide whether it was said at all."
    yield from _title("Status of a statement", "speech_status.toml", told)
    yield from _status_classes(_read(_EVENTS / "speech_status.toml"))


def _status_classes(data: Mapping[str, Entry]) -> Lines:
    for name, kind in data.items():
        yield from _entry(name)
        for part, words in kind.items():
            if part != "examples":
                yield from _words(part, words)
        yield from _sentences((f"{text} ({', '.join(rest)})" for text, *rest in kind["examples"]), ())


def _verbs() -> Lines:
    told = "What may carry the words said (frames), and what the saying does to them (stance)."
    yield from _title("Verbs of speech", "speech_verbs.toml", told)
    for kind in _read(_EVENTS / "speech_verbs.toml")["verbs"]:
        yield from _entry(kind["class"])
        yield f"{kind['stance']}; frames: {', '.join(kind['frames'])}"
        yield from _facts(kind, drop=("class", "lemmas", "frames", "stance", "examples", "refused"))
        yield from _words("words", kind["lemmas"])
        yield from _sentences(map(_said, kind["examples"]), kind["refused"])


def _nouns() -> Lines:
    told = "Nouns of speech: what follows them is what is said, whose they are says it."
    yield from _title("Nouns of speech", "speech_nouns.toml", told)
    for kind in _read(_EVENTS / "speech_nouns.toml")["nouns"]:
        yield from _entry(kind["lemmas"][0])
        yield kind["stance"]
        yield from _facts(kind, drop=("lemmas", "stance", "examples", "refused"))
        yield from _words("words", kind["lemmas"])
        yield from _sentences(map(_said, kind["examples"]), kind["refused"])


def _said(example: Entry) -> str:
    who = example.get("speaker") or "nobody named"
    return f"{example['text']} ({who} {example['cue']}: {' ... '.join(example['content'])})"


def _actions() -> Lines:
    data = _read(_EVENTS / "actions.toml")
    told = "What actors do besides; any other verb is an action only where a date stands in its sentence."
    yield from _title("Other deeds", "actions.toml", told)
    for kind in data["class"]:
        yield from _entry(f"{kind['type']}: {kind['name']}")
        yield from _facts(kind, drop=("type", "name", "verbs", "nouns", "examples", "counters"))
        for part in ("verbs", "nouns"):
            yield from _words(part, kind.get(part, ()))
        yield from _deeds(kind)
    yield from _entry("action: any other deed")
    yield from _words("nouns", data["action"]["nouns"])
    yield from _words("never verbs", data["action"]["not_verbs"])
    yield from _deeds(data["action"])
    yield from _entry("words that the classes ask for")
    yield from _words("offices", data["offices"])
    yield from _words("light verbs", data["light_verbs"])


def _deeds(kind: Entry) -> Lines:
    found = (f"{one['text']} ({_parts(one)})" for one in kind.get("examples", ()))
    yield from _sentences(found, (f"{one['text']} ({one['trigger']})" for one in kind.get("counters", ())))


def _parts(example: Entry) -> str:
    sides = (example.get("agents", ()), example.get("patients", ()))
    agents, patients = (", ".join(side) or "-" for side in sides)
    return f"{agents}, {example['trigger']}, {patients}"


def _periods() -> Lines:
    told = "What a calendar of the public record adds to the words; a period follows a rule or has its days by year."
    yield from _title("Named periods", "periods.toml", told, "timeline/dates/periods.toml")
    for period in _read(ROOT / "timeline/dates/periods.toml")["period"]:
        yield from _entry(period["id"])
        yield f"{period['kind']}; source: {period['source']}"
        yield from _words("names", period["names"])
        if period.get("dates"):
            yield from _words("days", (f"{year}: {days}" for year, days in period["dates"].items()))
        yield from _sentences(period["examples"], period["counter"])


def _title(title: str, file: str, told: str, path: str = "") -> Lines:
    yield f"\n## {title}\n"
    yield f"{told} From [{file}](../{path or f'timeline/events/data/{file}'}).\n"


def _entry(name: str) -> Lines:
    yield f"\n### {name}\n"


def _facts(entry: Entry, *, drop: Iterable[str]) -> Lines:
    """Yield the other fields of an entry, by the names that the head of its file explains."""
    left = {key: value for key, value in entry.items() if key not in drop and key != "tier"}
    if left:
        yield "; ".join(f"{key.replace('_', ' ')}: {_value(value)}" for key, value in left.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _words(name: str, words: Iterable[str]) -> Lines:
    listed = ", ".join(words)
    if listed:
        yield f"\n{name}: {_plain(listed)}"


def _sentences(found: Iterable[str], refused: Iterable[str]) -> Lines:
    lines = [*(f"- \\+ {_plain(text)}" for text in found), *(f"- \\- {_plain(text)}" for text in refused)]
    if lines:
        yield ""
        yield from lines


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return " ".join("".join(f"\\{c}" if c in "\\`*_[]<>|" else c for c in text).split())


if __name__ == "__main__":
    click.echo(catalogue(), nl=False)
