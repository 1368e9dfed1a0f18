"""The catalogue of rules, made from the data files and the grammar of dates, each rule with its sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.rule_catalogue.dates import dates
from tests.rule_catalogue.lists import WordFile, word_file
from tests.rule_catalogue.markdown import Entry, Lines, facts, head, listed, sentences, title

ROOT = Path(__file__).parents[2]
_DATA = "timeline/events/data"
_EVENTS = ROOT / _DATA
_HEAD = """# The rules

All senses, classes and words that the extraction knows, as its data files have them, each with sentences in which
it must find something (+) and must not (-), and the forms of dates that it reads, each with its value; the tests
run every one. Words that have no sentence beside them stand in sentences in the tests that are named with their
file; `=` joins them with what they stand for. `make docs` writes this page anew. The head of each file explains its
fields. A claim cites its rule by these names, and `whomet extract --explain` shows which applied. What the rules
make of the words, and what they cannot do, is told in [what is found](extraction.md).
"""
_WORDS = (
    WordFile(
        "Words beside a contact",
        f"{_DATA}/contact_words.toml",
        "What the rules for contacts ask for beside a word of contact, as lemmas; "
        "[the tests of contacts](../tests/timeline/events/test_contacts.py) show it in sentences.",
    ),
    WordFile(
        "Through what something is said",
        f"{_DATA}/speech_channels.toml",
        "Channels, those spoken to, and documents that say something themselves; "
        "[the tests of statements](../tests/timeline/events/test_statements.py) show it in sentences.",
    ),
    WordFile(
        "Who is a person",
        "timeline/language/data/people.toml",
        "Titles, offices, kin, organisations, given names; "
        "[the tests of mentions](../tests/timeline/language/test_mentions.py) show it in sentences.",
        frozenset({"roles.spellings", "organisations.again"}),
    ),
    WordFile(
        "Places",
        "timeline/language/data/places.toml",
        "States with their nationalities and seats of government, so that “the Russian ambassador” and “Russia’s "
        "ambassador” name one office; [the tests of mentions](../tests/timeline/language/test_mentions.py) show it.",
        frozenset({"regions", "states"}),
    ),
    WordFile(
        "Lemmas mended",
        "timeline/language/data/lemmas.toml",
        "Lemmas that the model’s suffix rules get wrong, with what they should be.",
    ),
    WordFile(
        "Words of dates",
        "timeline/dates/vocabulary.toml",
        "The words that the grammar of dates is made of, by sense: forms, and what they mean.",
    ),
    WordFile(
        "Words that look ahead",
        "timeline/dates/tense.toml",
        "What makes a date without a year lie ahead (+: ahead, -: not ahead).",
    ),
    WordFile(
        "Names that date nothing",
        "timeline/dates/names.toml",
        "Names and phrases made of words of the calendar (+: no date, -: a date).",
    ),
    WordFile(
        "Whose election it was",
        "timeline/dates/contests.toml",
        "What tells the president's election or inauguration (+), which the calendar holds, from another's (-).",
    ),
)


def catalogue() -> str:
    """Return the page."""
    events = [
        _contacts(),
        _status(),
        _verbs(),
        _other_senses(),
        _nouns(),
        _sayings(),
        _actions(),
        dates(),
        _periods(),
        _contests(),
    ]
    parts = [*events, *(word_file(ROOT, file) for file in _WORDS), _confidence(), _boilerplate(), _outlets()]
    page = "\n".join([_HEAD, *(line for part in parts for line in part)])
    return re.sub(r"\n{3,}", "\n\n", page).rstrip() + "\n"


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _contacts() -> Lines:
    data = _read(_EVENTS / "contacts.toml")
    yield from title(
        "Contacts",
        "timeline/events/data/contacts.toml",
        "Words that put actors in touch; the sides are those of the contact.",
    )
    for pos in ("verb", "noun"):
        for sense in data[pos]:
            weak = sense.get("tier") == "weak"
            yield from head(f"{'words' if weak else 'contacts'}.{pos}.{sense['lemmas'][0]}")
            yield f"{sense['type']}; sides: `{sense['sides']}`"
            yield from facts(sense, drop=("lemmas", "type", "sides", "examples", "counter"))
            yield from listed("words", sense["lemmas"])
            found = (f"{text} ({', '.join(names)})" for text, *names in sense["examples"])
            yield from sentences(found, sense["counter"])


def _status() -> Lines:
    told = "Words above a contact that decide whether it is told as real."
    yield from title("Status", f"{_DATA}/status.toml", told)
    yield from _status_classes(_read(_EVENTS / "status.toml"))


def _sayings() -> Lines:
    told = "Words above a verb of speech that decide whether it was said at all."
    yield from title("Status of a statement", f"{_DATA}/speech_status.toml", told)
    yield from _status_classes(_read(_EVENTS / "speech_status.toml"))


def _status_classes(data: Mapping[str, Entry]) -> Lines:
    for name, kind in data.items():
        yield from head(name)
        for part, words in kind.items():
            if part != "examples":
                yield from listed(part, words)
        yield from sentences((f"{text} ({', '.join(rest)})" for text, *rest in kind["examples"]), ())


def _verbs() -> Lines:
    told = "What may carry the words said (frames), and what the saying does to them (stance)."
    yield from title("Verbs of speech", f"{_DATA}/speech_verbs.toml", told)
    for kind in _read(_EVENTS / "speech_verbs.toml")["verbs"]:
        yield from head(kind["class"])
        yield f"{kind['stance']}; frames: {', '.join(kind['frames'])}"
        yield from facts(kind, drop=("class", "lemmas", "frames", "stance", "examples", "refused"))
        yield from listed("words", kind["lemmas"])
        yield from sentences(map(_said, kind["examples"]), kind["refused"])


def _other_senses() -> Lines:
    data = _read(_EVENTS / "speech_senses.toml")
    told = "Verbs of speech in another sense, told by who does it and to what; who can say something besides people."
    yield from title("Verbs of speech in other senses", f"{_DATA}/speech_senses.toml", told)
    for name, words in data["speakers"].items():
        yield from listed(f"speakers: {name}", words)
    for sense in data["senses"]:
        yield from head(sense["name"])
        yield from facts(sense, drop=("name", "verbs", "frames", "by", "nouns", "refused", "kept"))
        for part in ("frames", "verbs", "by", "nouns"):
            yield from listed(part, sense.get(part, ()))
        yield from sentences((f"{text} ({cue})" for text, cue in sense["kept"]), sense["refused"])


def _nouns() -> Lines:
    told = "Nouns of speech: what follows them is what is said, whose they are says it."
    yield from title("Nouns of speech", f"{_DATA}/speech_nouns.toml", told)
    for kind in _read(_EVENTS / "speech_nouns.toml")["nouns"]:
        yield from head(kind["lemmas"][0])
        yield kind["stance"]
        yield from facts(kind, drop=("lemmas", "stance", "examples", "refused"))
        yield from listed("words", kind["lemmas"])
        yield from sentences(map(_said, kind["examples"]), kind["refused"])


def _said(example: Entry) -> str:
    who = example.get("speaker") or "nobody named"
    return f"{example['text']} ({who} {example['cue']}: {' ... '.join(example['content'])})"


def _actions() -> Lines:
    data = _read(_EVENTS / "actions.toml")
    told = "What actors do besides; any other verb is an action only where a date stands in its sentence."
    yield from title("Other deeds", f"{_DATA}/actions.toml", told)
    for kind in data["class"]:
        yield from head(f"{kind['type']}: {kind['name']}")
        yield from facts(kind, drop=("type", "name", "verbs", "nouns", "examples", "counters"))
        for part in ("verbs", "nouns"):
            yield from listed(part, kind.get(part, ()))
        yield from _deeds(kind)
    yield from head("action: any other deed")
    yield from listed("nouns", data["action"]["nouns"])
    yield from listed("never verbs", data["action"]["not_verbs"])
    yield from _deeds(data["action"])
    yield from head("words that the classes ask for")
    for name, words in data.items():
        if isinstance(words, list) and name != "class":
            yield from listed(name.replace("_", " "), words)


def _deeds(kind: Entry) -> Lines:
    found = (f"{one['text']} ({_parts(one)})" for one in kind.get("examples", ()))
    yield from sentences(found, (f"{one['text']} ({one['trigger']})" for one in kind.get("counters", ())))


def _parts(example: Entry) -> str:
    sides = (example.get("agents", ()), example.get("patients", ()))
    agents, patients = (", ".join(side) or "-" for side in sides)
    return f"{agents}, {example['trigger']}, {patients}"


def _periods() -> Lines:
    told = "What a calendar of the public record adds to the words; a period follows a rule or has its days by year."
    yield from title("Named periods", "timeline/dates/periods.toml", told)
    for period in _read(ROOT / "timeline/dates/periods.toml")["period"]:
        yield from head(period["id"])
        yield f"{period['kind']}; source: {period['source']}"
        yield from listed("names", period["names"])
        if period.get("dates"):
            yield from listed("days", (f"{year}: {days}" for year, days in period["dates"].items()))
        yield from sentences(period["examples"], period["counter"])


def _contests() -> Lines:
    path = "timeline/dates/contests.toml"
    told = "Whether a bare election or inauguration is the president's, which has a day (+), or another's (-)."
    yield from title("Whose election", path, told)
    data = _read(ROOT / path)
    for name in ("bare", "stood", "office", "country"):
        yield from listed(name, data[name])
    yield from sentences(data["examples"], data["counter"])


def _confidence() -> Lines:
    told = "What raises or lowers how sure a claim is, in log-odds (+: the cue holds, -: it does not)."
    yield from title("Confidence", f"{_DATA}/confidence.toml", told)
    for kind, scale in _read(_EVENTS / "confidence.toml").items():
        for cue in scale["cues"]:
            yield from head(f"{kind}: {cue['name']}")
            yield f"{cue['words']}; weight: {cue['weight']}"
            yield from sentences([cue["example"]], [cue["counter"]])


def _boilerplate() -> Lines:
    path = "timeline/sources/boilerplate.toml"
    told = "What stands in a text beside the article and is left out (+), and what is not (-)."
    yield from title("What is not the article", path, told)
    data = _read(ROOT / path)
    for rule in data["rule"]:
        yield from head(rule["name"])
        yield from facts(rule, drop=("name", "patterns", "examples", "counter_examples"))
        yield f"\n{len(rule['patterns'])} patterns: [the file](../{path})"
        yield from sentences(rule["examples"], rule["counter_examples"])
    yield from head("appeals to readers")
    yield f"{len(data['pitch'])} groups of patterns, each of which weighs against a paragraph: [the file](../{path})"


def _outlets() -> Lines:
    path = "graph/identity/data/outlets.toml"
    data = _read(ROOT / path)
    told = "Whose story it is, as bylines, datelines and sign-offs write it (-: nobody is credited)."
    yield from title("Credits", path, told)
    yield from listed("agencies", (f"{short} = {name}" for short, name in data["agencies"].items()))
    yield from listed("nobody", data["nobody"]["names"])
    credited = [one for one in data["examples"] if one["credits"]]
    found = (f"{one.get('byline', '')} {one['text']} ({', '.join(one['credits'])})" for one in credited)
    yield from sentences(found, (one["text"] for one in data["examples"] if not one["credits"]))
