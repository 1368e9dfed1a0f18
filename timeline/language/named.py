"""Names to actors: full names first, then bare surnames, short names and acronyms that mean one of them."""

from __future__ import annotations

from collections import Counter

from timeline.language.entries import Entry, Mention, People, fold_name
from timeline.language.lexicon import Lexicon
from timeline.language.names import Names, NameSpan
from timeline.language.offices import role_of_titles
from timeline.language.strangers import others_surnames
from timeline.model import ActorKind, Span

#: How much oftener than another of the name somebody is named whom the text is about.
_MUCH_MORE = 3
#: What tells two of one name apart by age, so that neither is meant by what else is known.
_AGES = frozenset({"younger", "elder", "older", "senior", "junior"})
#: What is often named by the end of its name alone.
_BODIES = frozenset({"committee", "subcommittee", "commission", "court", "council", "tribunal"})


class NameTable:
    """Groups the naming spans into entries."""

    def __init__(self, people: People, names: Names, lex: Lexicon) -> None:
        self.people, self.names, self.lex = people, names, lex
        self._kinds = {id(span): names.kinds.get(span.form, "") for span in names.spans}
        self.persons: dict[tuple[str, str, str], Entry] = {}
        self.by_surname: dict[str, list[Entry]] = {}
        self.by_first: dict[str, list[Entry]] = {}
        self.orgs: dict[str, Entry] = {}
        self.recent: dict[str, tuple[Entry, int]] = {}
        #: Where every full name stands first, and how often an actor was named up to now.
        self.begins: dict[int, int] = {}
        #: Kings and popes, by title and name.
        self.crowned: dict[tuple[str, str], Entry] = {}
        #: Surnames that belong to nobody named in full.
        self.apart: frozenset[str] = frozenset()
        self.named: Counter[int] = Counter()
        #: Surnames of two who were last named side by side ("Karl Roe and Ann Roe").
        self.together: set[str] = set()
        #: How often each word stands alone as a name.
        self.alone = Counter(span.form[0].lower() for span in names.spans if len(span.words) == 1)

    def fill(self) -> None:
        """Full names first, wherever they stand, then those of the title alone; then every span in reading order."""
        people = [span for span in self.names.spans if self.kind(span) == "person"]
        self.apart = others_surnames(people, self.lex)
        for span in sorted(people, key=self.has_particle):
            if not self.is_bare(span) and not self.is_crowned(span):
                self.begins.setdefault(id(self.full(span)), span.words[0].i)
        self.headline()
        for span in self.names.spans:
            entry = self.entry(span)
            if entry is not None:
                self.record(entry, span)
        self._join_organisations()

    def headline(self) -> None:
        """Make actors of those whom only the title names in full."""
        for first, last in self.names.of_title:
            if last.lower() not in self.by_surname and self.names.kinds.get((last,)) == "person":
                self.person((self.in_full(first), last.lower(), ""), f"{first} {last}")

    def kind(self, span: NameSpan) -> str:
        """Return the kind decided for the form."""
        return self._kinds[id(span)]

    def core(self, span: NameSpan) -> list[str]:
        """Return the words of a person's name without initials in the middle and suffixes."""
        words = [w.text for w in span.words if w.lower not in self.lex.suffixes and w.text not in {",", "."}]
        middle = [w for w in words[1:-1] if len(w.rstrip(".")) > 1]
        return [words[0], *middle, words[-1]] if len(words) > 1 else words or [span.words[0].text]

    def has_particle(self, span: NameSpan) -> bool:
        """Whether a name begins with a particle ("De Roe"), so that it may be a surname."""
        first = span.form[0].lower()
        return first in self.lex.particles and not self.lex.is_given_name(first)

    def is_bare(self, span: NameSpan) -> bool:
        """Whether a person's name is a surname or first name alone."""
        core = self.core(span)
        return len(core) == 1 or (self.has_particle(span) and core[-1].lower() in self.by_surname)

    def suffix(self, span: NameSpan) -> str:
        """Return "jr", "sr", "iii" or ""."""
        last = span.words[-1].lower
        return last.rstrip(".") if last in self.lex.suffixes else ""

    def full(self, span: NameSpan) -> Entry:
        """Return the entry of a full name, made at its first sight."""
        core = self.core(span)
        key = (self.in_full(core[0]), core[-1].lower(), self.suffix(span))
        entry = self.persons.get(key) or self.by_initial(key)
        if entry is None:
            entry = self.person(key, _shown(span))
        elif len(_shown(span)) > len(entry.name):
            entry.name = _shown(span)
        return entry

    def person(self, key: tuple[str, str, str], name: str) -> Entry:
        """Make the actor of a full name."""
        first, *rest = name.split()
        paper = not self.lex.is_given_name(first) and any(self.lex.is_outlet(word.lower()) for word in (first, *rest))
        entry = Entry(name, ActorKind.PERSON, gender=self.lex.gender_of_name(first), press=paper)
        self.persons[key] = entry
        self.people.entries.append(entry)
        self.by_surname.setdefault(key[1], []).append(entry)
        self.by_first.setdefault(key[0], []).append(entry)
        return entry

    def in_full(self, first: str) -> str:
        """Return a given name in lower case and in full ("mike" is "michael")."""
        return self.lex.short_names.get(first.lower(), first.lower())

    def by_initial(self, key: tuple[str, str, str]) -> Entry | None:
        """Return the only one of a surname whose given name begins with an initial ("J. Roe" is "James Roe")."""
        first, surname, suffix = key
        if len(first.rstrip(".")) > 1:
            return None
        fits = [e for (f, s, x), e in self.persons.items() if (s, x) == (surname, suffix) and f[0] == first[0]]
        return fits[0] if len(fits) == 1 else None

    def entry(self, span: NameSpan) -> Entry | None:
        """Return whom or what a span names; None for what is no actor."""
        kind = self.kind(span)
        if kind == "person" and _is_one_like(span):
            return None
        if kind == "person" and self.is_crowned(span):
            return self.crowned_one(span)
        if kind == "person":
            return self.one_word(span) if self.is_bare(span) else self.full(span)
        if kind == "org" or (kind == "place" and span.words[0].text[0].isupper()):
            return self.organisation(span, place=kind == "place")
        if kind == "norp" and span.head.tag in {"NNPS", "NNS"} and span.head.dep not in {"compound", "amod"}:
            return self.group(span)
        return None

    def is_crowned(self, span: NameSpan) -> bool:
        """Whether a title of the throne makes a name whole ("King Hussein", "Pope John Paul II")."""
        title = span.titles[-1].lower if span.titles else ""
        return title in self.lex.thrones and (title == "pope" or self.is_bare(span) or bool(self.suffix(span)))

    def crowned_one(self, span: NameSpan) -> Entry:
        """Return the one of a title and name, who is nobody of that surname; somebody named at more length may be."""
        title, core = span.titles[-1], self.core(span)
        key = title.lower, core[0].lower()
        longer = [e for (first, *_), e in self.persons.items() if first == key[1] and _has(e, key[0])]
        entry = self.crowned.get(key) or (longer[0] if len(longer) == 1 else None)
        if entry is None:
            name = f"{title.text} {_shown(span)}"
            entry = Entry(name, ActorKind.PERSON, local=True, gender=self.title_gender(span))
            self.people.entries.append(entry)
            self.by_surname.setdefault(core[-1].lower(), []).append(entry)
        self.crowned[key] = entry
        return entry

    def one_word(self, span: NameSpan) -> Entry:
        """Return the holder of a bare surname or first name, or an actor of its own."""
        word = self.core(span)[-1].lower()
        gender = self.title_gender(span)
        holders = [e for e in self.by_surname.get(word, []) if not gender or e.gender in {"", gender}]
        suffix = self.suffix(span)
        if suffix:
            holders = [e for key, e in self.persons.items() if key[2] == suffix and word in key[:2]]
        if word in self.apart and not (gender and holders):
            return self.own(word, span, gender)
        if not holders and not suffix:
            holders = self.by_first.get(self.in_full(word), []) if not span.titles else []
        if len(holders) == 1:
            return holders[0]
        one = self.one_of(holders, word, span) if len(holders) > 1 and not gender else None
        return one or self.own(word, span, gender)

    def one_of(self, holders: list[Entry], word: str, span: NameSpan) -> Entry | None:
        """Return which of several bearers a bare name means: who was named in full in the paragraph, who carries the
        title, the only one known so far, or the one whom the text is about."""
        if word in self.together or any(c.lower in _AGES for c in span.head.children):
            return None
        near = self.recent.get(word)
        if near and near[0] in holders and span.sentence.paragraph <= near[1]:
            return near[0]
        titled = self.by_title(span, holders)
        if titled:
            return titled
        known = [e for e in holders if self.begins.get(id(e), 0) < span.words[0].i]
        first, second, *_ = sorted(holders, key=lambda e: -self.named[id(e)])
        often = self.named[id(first)] >= _MUCH_MORE * max(1, self.named[id(second)])
        one = known[0] if len(known) == 1 else first if often else None
        return None if one is None or self.alone[one.name.split()[0].lower()] > 1 else one

    def by_title(self, span: NameSpan, holders: list[Entry]) -> Entry | None:
        """Return the one holder who carries this span's title elsewhere."""
        titles = {t.lower.rstrip(".") for t in span.titles} - {"mr", "mrs", "ms"}
        nouns = {self.lex.long_titles.get(title, title) for title in titles}
        fits = [e for e in holders if nouns & {role.noun for role in e.roles}]
        return fits[0] if nouns and len(fits) == 1 else None

    def own(self, word: str, span: NameSpan, gender: str) -> Entry:
        """Return the actor that only a bare name names."""
        shared = word in self.by_surname and word not in self.apart
        key = (word, gender if shared else "", self.suffix(span))
        entry = self.persons.get(key)
        if entry is None:
            press = word in self.lex.press_words and not span.titles
            entry = Entry(_shown(span), ActorKind.PERSON, local=True, gender=gender, press=press)
            self.persons[key] = entry
            self.people.entries.append(entry)
        return entry

    def title_gender(self, span: NameSpan) -> str:
        """Return the gender a title tells."""
        lower = {t.lower for t in span.titles}
        male, female = lower & self.lex.male_titles, lower & self.lex.female_titles
        return "m" if male and not female else "f" if female and not male else ""

    def organisation(self, span: NameSpan, *, place: bool) -> Entry:
        """Return the entry of an organisation or place."""
        name = _shown(span)
        key = fold_name(name)
        entry = self.orgs.get(key)
        if entry is None:
            press = any(self.lex.is_outlet(w.lower) for w in span.words)
            entry = Entry(name, ActorKind.ORG, place=place, press=press)
            self.orgs[key] = entry
            self.people.entries.append(entry)
        return entry

    def group(self, span: NameSpan) -> Entry:
        """Return the unnamed group that a nationality or party in the plural stands for."""
        return self.orgs.setdefault("group " + span.form[-1].lower(), self._new_group(_shown(span)))

    def _new_group(self, name: str) -> Entry:
        entry = Entry(name, ActorKind.GROUP, named=False, plural=True)
        self.people.entries.append(entry)
        return entry

    def record(self, entry: Entry, span: NameSpan) -> None:
        """Add the mention and what its titles tell."""
        words = span.words
        where = Span(words[0].start, words[-1].end)
        entry.forms.setdefault(_shown(span))
        self.named[id(entry)] += 1
        if entry.kind is ActorKind.PERSON:
            entry.gender = entry.gender or self.title_gender(span)
            if self.is_crowned(span) or (not self.is_bare(span) and not self.is_kin(span)):
                self.note(entry, span)
        role = role_of_titles(span.titles, span.head, self.lex) if span.titles else None
        if role is not None:
            entry.roles.setdefault(role)
        self.people.add(Mention(span.head, where, entry, "name", why=self.why(entry, span)), words)

    def note(self, entry: Entry, span: NameSpan) -> None:
        """Remember who of a surname was named last in full, and whether side by side with another."""
        word = self.core(span)[-1].lower()
        joined = self.people.mention_at(span.head.head) if span.head.dep == "conj" else None
        beside = joined is not None and joined.entry is not entry and joined.entry in self.by_surname.get(word, [])
        (self.together.add if beside else self.together.discard)(word)
        self.recent[word] = (entry, span.sentence.paragraph)

    def is_kin(self, span: NameSpan) -> bool:
        """Whether somebody is named only as another's relative ("his father, Karl Roe")."""
        head = span.head
        beside = [head.head] if head.dep == "appos" else [c for c in head.children if c.dep in {"compound", "appos"}]
        return any(w.lemma.lower() in self.lex.kin for w in beside)

    def why(self, entry: Entry, span: NameSpan) -> str:
        """Return how a name is known to mean an actor."""
        if entry.kind is not ActorKind.PERSON or self.kind(span) != "person":
            return "the name itself"
        core = self.core(span)
        if self.is_crowned(span):
            return "the title and the name"
        if not self.is_bare(span):
            short = self.in_full(core[0]) != core[0].lower() or len(core[0].rstrip(".")) == 1
            return "short for the full name" if short and entry.name != _shown(span) else "the full name"
        bearers = self.by_surname.get(core[-1].lower(), [])
        if entry.local:
            others = any(bearer is not entry for bearer in bearers)
            return "a name that others bear, and none of them fits for sure" if others else "the only name given here"
        if entry not in bearers:
            return "the first name of a full name"
        return "the surname of a full name" if len(bearers) == 1 else "the surname of several, and this one fits best"

    def _join_organisations(self) -> None:
        """Let "FBI" be the "Federal Bureau of Investigation", and "Roe" be "Roe Motors Inc.", where the document has
        both, and only one that fits."""
        spelled = {
            "".join(w[0] for w in entry.name.split() if w[0].isupper()): entry
            for entry in self.orgs.values()
            if len(entry.name.split()) > 2
        }
        mistaken = [e for e in self.persons.values() if e.local and not e.gender and not e.roles]
        longer = {id(e): spelled.get(e.name) or self._in_full(e) for e in (*self.orgs.values(), *mistaken)}
        for mention in self.people.mentions:
            long = longer.get(id(mention.entry))
            if long is not None and mention.entry is not long:
                long.forms.setdefault(mention.entry.name)
                mention.entry, mention.why = long, "short for a name given in full"
        used = {id(m.entry) for m in self.people.mentions}
        self.people.entries = [e for e in self.people.entries if id(e) in used]

    def _in_full(self, entry: Entry) -> Entry | None:
        """Return the company whose full name begins with a short one, or the committee or court that ends in it."""
        return self._body_in_full(entry) or self._company_in_full(entry)

    def _body_in_full(self, entry: Entry) -> Entry | None:
        """Return the only committee or court whose name ends in a shorter one ("the Finance Committee")."""
        short = entry.name.split()
        if len(short) < 2 or entry.press or short[-1].lower() not in _BODIES:
            return None
        fits = [e for e in self.orgs.values() if len(e.name.split()) > len(short) and e.name.endswith(" " + entry.name)]
        return fits[0] if len(fits) == 1 and fits[0].named else None

    def _company_in_full(self, entry: Entry) -> Entry | None:
        """Return the company whose full name begins with a short one."""
        short, ends = entry.name.split(), self.lex.org_nouns["company"]
        fits = [
            e
            for e in self.orgs.values()
            if e.named
            and e.name.startswith(entry.name)
            and (words := e.name.split())[: len(short)] == short
            and len(words) > len(short)
            and (words[-1].lower().rstrip(".") in ends or self._is_of_two(entry, e))
        ]
        return fits[0] if len(fits) == 1 and not entry.press else None

    def _is_of_two(self, short: Entry, long: Entry) -> bool:
        """Whether a firm that is named more than once has a name of two words of its own, of which the first is the
        short one ("Orlan Tessel", but not "Harbour Ministry", "Senate Democrats")."""
        first, *rest = long.name.split()
        other = self.lex.org_heads | self.lex.press_words | self.lex.nationalities.keys() | self.lex.no_names
        own = (
            short.kind is ActorKind.ORG
            and not short.place
            and not first.isupper()
            and len(rest) == 1
            and rest[0].isalpha()
        )
        return own and self.named[id(long)] > 1 and not other & {first.lower(), rest[0].lower()}


def _has(entry: Entry, noun: str) -> bool:
    return any(role.noun == noun for role in entry.roles)


def _is_one_like(span: NameSpan) -> bool:
    """Whether a name stands for what its bearer is known for ("pulled a Karl Roe", not "a tired Karl Roe")."""
    first = span.words[0].i
    marked = any(c.dep == "det" and c.lower in {"a", "an"} and c.i == first - 1 for c in span.head.children)
    told = any(c.dep in {"relcl", "acl", "appos"} for c in span.head.children)
    return marked and len(span.words) > 1 and not span.titles and not told


def _shown(span: NameSpan) -> str:
    """Return the name as it stands, with single spaces."""
    out = span.words[0].text
    for before, word in zip(span.words, span.words[1:], strict=False):
        out += word.text if before.end == word.start else " " + word.text
    return out
