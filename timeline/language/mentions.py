"""The actors of a document and their mentions: names, role nouns resolved to names, unnamed people.

One table per document: an `Entry` gathers the forms, roles, gender and number of one actor; a `Mention` is one place
where it stands. Pronouns are added by `coreference`. A bare surname that several people share, and nothing tells
apart, is an actor of its own: abstaining is right where guessing may be wrong.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from timeline.ids import stable_id
from timeline.language.lexicon import Lexicon, lexicon
from timeline.language.names import Names, NameSpan, find_names
from timeline.language.parse import Parsed, Word
from timeline.model import Actor, ActorKind, Span

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "my", "our"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun with the words that narrow it, states under one name ("ambassador", {"russia"})."""

    noun: str
    modifiers: frozenset[str]
    phrase: str
    #: Those of the modifiers that are names ("the Kentucky senator"): who is meant must be known by them.
    places: frozenset[str] = frozenset()


@dataclass(eq=False, slots=True)
class Entry:
    """One actor of the document, as it grows while the document is read."""

    name: str
    kind: ActorKind
    named: bool = True
    #: "m", "f" or "" for a person.
    gender: str = ""
    plural: bool = False
    #: A place that acts only where the sentence makes it act ("talks between Israel and Syria").
    place: bool = False
    #: News media: being told something by a person is no contact.
    press: bool = False
    #: Known here by one word only, so that other articles may mean somebody else.
    local: bool = False
    forms: dict[str, None] = field(default_factory=dict)
    roles: dict[Role, None] = field(default_factory=dict)
    actor: Actor | None = None


@dataclass(eq=False, slots=True)
class Mention:
    """One place where an actor stands: `head` governs the words in the parse."""

    head: Word
    span: Span
    entry: Entry
    #: "name", "role" or "pronoun".
    form: str
    #: The other actors of a plural ("they", "the two").
    others: tuple[Entry, ...] = ()
    #: How it is known who is meant, for whoever checks.
    why: str = ""

    @property
    def actor(self) -> Actor | None:
        """Return the actor, once the table is closed."""
        return self.entry.actor


@dataclass(eq=False, slots=True)
class People:
    """The document's actors; `mention_at` is what rules ask."""

    entries: list[Entry] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    _at: dict[int, Mention] = field(default_factory=dict)

    def mention_at(self, word: Word) -> Mention | None:
        """Return the mention whose head this word is, or that covers it."""
        return self._at.get(word.i)

    def add(self, mention: Mention, words: list[Word]) -> None:
        """Record a mention over its words; a word keeps its first mention."""
        self.mentions.append(mention)
        for word in words:
            self._at.setdefault(word.i, mention)

    def close(self, version: str) -> None:
        """Give every entry its `Actor`; `version` is the article version that local actors belong to."""
        for entry in self.entries:
            entry.actor = _actor(entry, version)


def find_people(parsed: Parsed) -> People:
    """Return the named and unnamed actors of a document, without pronouns."""
    people, names, lex = People(), find_names(parsed), lexicon()
    _Table(people, names, lex).fill()
    _Roles(people, parsed, lex).fill()
    return people


def fold_name(name: str) -> str:
    """Return the part of a name that identifies: lower case, no title case, initials or "the"."""
    words = [w for w in name.replace("’", "'").lower().split() if w != "the"]
    kept = [w for w in words if not (len(w.rstrip(".")) == 1 and len(words) > 2)]
    return " ".join(kept)


def _actor(entry: Entry, version: str) -> Actor:
    key = fold_name(entry.name)
    scope = version if entry.local or not entry.named else None
    identity = stable_id("a", entry.kind, key, scope) if scope else stable_id("a", entry.kind, key)
    aliases = tuple(sorted(f for f in entry.forms if f != entry.name))
    roles = tuple(dict.fromkeys(role.phrase for role in entry.roles))
    return Actor(identity, entry.name, entry.kind, entry.named, aliases, roles)


class _Table:
    """Groups the naming spans into entries."""

    def __init__(self, people: People, names: Names, lex: Lexicon) -> None:
        self.people, self.names, self.lex = people, names, lex
        self.persons: dict[tuple[str, str, str], Entry] = {}
        self.by_surname: dict[str, list[Entry]] = {}
        self.by_first: dict[str, list[Entry]] = {}
        self.orgs: dict[str, Entry] = {}
        self.recent: dict[str, tuple[Entry, int]] = {}

    def fill(self) -> None:
        """Full names first, wherever they stand; then every span in reading order."""
        for span in self.names.spans:
            if self.kind(span) == "person" and len(self.core(span)) > 1:
                self.full(span)
        for span in self.names.spans:
            entry = self.entry(span)
            if entry is not None:
                self.record(entry, span)
        self._join_organisations()

    def kind(self, span: NameSpan) -> str:
        """Return the kind decided for the form."""
        return self.names.kinds.get(span.form, "")

    def core(self, span: NameSpan) -> list[str]:
        """Return the words of a person's name without initials in the middle and suffixes."""
        words = [w.text for w in span.words if w.lower not in self.lex.suffixes and w.text not in {",", "."}]
        middle = [w for w in words[1:-1] if len(w.rstrip(".")) > 1]
        return [words[0], *middle, words[-1]] if len(words) > 1 else words or [span.words[0].text]

    def suffix(self, span: NameSpan) -> str:
        """Return "jr", "sr", "iii" or ""."""
        last = span.words[-1].lower
        return last.rstrip(".") if last in self.lex.suffixes else ""

    def full(self, span: NameSpan) -> Entry:
        """Return the entry of a full name, made at its first sight."""
        core = self.core(span)
        key = (core[0].lower(), core[-1].lower(), self.suffix(span))
        entry = self.persons.get(key)
        if entry is None:
            entry = Entry(_shown(span), ActorKind.PERSON, gender=self.lex.gender_of_name(core[0]))
            self.persons[key] = entry
            self.people.entries.append(entry)
            self.by_surname.setdefault(core[-1].lower(), []).append(entry)
            self.by_first.setdefault(core[0].lower(), []).append(entry)
        elif len(_shown(span)) > len(entry.name):
            entry.name = _shown(span)
        return entry

    def entry(self, span: NameSpan) -> Entry | None:
        """Return whom or what a span names; None for what is no actor."""
        kind = self.kind(span)
        if kind == "person":
            return self.full(span) if len(self.core(span)) > 1 else self.one_word(span)
        if kind == "org" or (kind == "place" and span.words[0].text[0].isupper()):
            return self.organisation(span, place=kind == "place")
        if kind == "norp" and span.head.tag in {"NNPS", "NNS"} and span.head.dep not in {"compound", "amod"}:
            return self.group(span)
        return None

    def one_word(self, span: NameSpan) -> Entry:
        """Return the holder of a bare surname or first name, or an actor of its own."""
        word = self.core(span)[0].lower()
        gender = self.title_gender(span)
        holders = [e for e in self.by_surname.get(word, []) if not gender or e.gender in {"", gender}]
        suffix = self.suffix(span)
        if suffix:
            holders = [e for key, e in self.persons.items() if key[1:] == (word, suffix)] or holders
        if not holders:
            holders = self.by_first.get(word, []) if not span.titles else []
        if len(holders) == 1:
            return holders[0]
        if len(holders) > 1 and not gender:
            near = self.recent.get(word)
            if near and near[0] in holders and span.sentence.paragraph - near[1] <= 0:
                return near[0]
            titled = self.by_title(span, holders)
            if titled:
                return titled
        return self.own(word, span, gender)

    def by_title(self, span: NameSpan, holders: list[Entry]) -> Entry | None:
        """Return the one holder who carries this span's title elsewhere."""
        nouns = {t.lower.rstrip(".") for t in span.titles} - {"mr", "mrs", "ms"}
        fits = [e for e in holders if nouns & {role.noun for role in e.roles}]
        return fits[0] if nouns and len(fits) == 1 else None

    def own(self, word: str, span: NameSpan, gender: str) -> Entry:
        """Return the actor that only a bare name names."""
        key = (word, gender if word in self.by_surname else "", "")
        entry = self.persons.get(key)
        if entry is None:
            press = word in self.lex.press_words
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
            press = any(w.lower in self.lex.press_words for w in span.words)
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
        if entry.kind is ActorKind.PERSON:
            entry.gender = entry.gender or self.title_gender(span)
            if len(self.core(span)) > 1:
                self.recent[self.core(span)[-1].lower()] = (entry, span.sentence.paragraph)
        if span.titles:
            phrase = " ".join(t.text for t in span.titles)
            noun = span.titles[-1].lower.rstrip(".")
            if noun not in {"mr", "mrs", "ms", "miss"}:
                entry.roles.setdefault(Role(noun, frozenset(t.lower for t in span.titles[:-1]), phrase))
        self.people.add(Mention(span.head, where, entry, "name", why=self.why(entry, span)), words)

    def why(self, entry: Entry, span: NameSpan) -> str:
        """Return how a name is known to mean an actor."""
        if entry.kind is not ActorKind.PERSON or self.kind(span) != "person":
            return "named"
        if len(self.core(span)) > 1:
            return "the full name"
        if entry.local:
            return "the only name given here, or one that several bear"
        by_surname = entry in self.by_surname.get(self.core(span)[0].lower(), [])
        return "the surname of a full name" if by_surname else "the first name of a full name"

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
        """Return the company whose full name begins with a short one."""
        short = entry.name.split()
        fits = [
            e
            for e in self.orgs.values()
            if e.named
            and (words := e.name.split())[: len(short)] == short
            and len(words) > len(short)
            and words[-1].lower().rstrip(".") in self.lex.org_nouns["company"]
        ]
        return fits[0] if len(fits) == 1 and not entry.press else None


def _shown(span: NameSpan) -> str:
    """Return the name as it stands, with single spaces."""
    out = span.words[0].text
    for before, word in zip(span.words, span.words[1:], strict=False):
        out += word.text if before.end == word.start else " " + word.text
    return out


class _Roles:
    """Reads role nouns: what they tell of named actors, and whom they take up again."""

    def __init__(self, people: People, parsed: Parsed, lex: Lexicon) -> None:
        self.people, self.parsed, self.lex = people, parsed, lex

    def fill(self) -> None:
        """Learn every role first, then resolve the definite role nouns, then name the unnamed."""
        for mention in list(self.people.mentions):
            if mention.entry.kind is ActorKind.PERSON and self._of_the_press(mention.head):
                mention.entry.press = True
        self._take_up_organisations()
        nouns = [w for w in self.parsed.words if w.pos in {"NOUN", "PROPN"} and self._is_role(w)]
        free = [w for w in nouns if self.people.mention_at(w) is None and not self._learn(w)]
        groups: dict[str, Entry] = {}
        for word in free:
            words = noun_phrase(word)
            span = Span(words[0].start, words[-1].end)
            holder = self._holder(word)
            entry = holder or self._unnamed(word, span, groups)
            why = "the one known here by this role" if holder else "nobody known here by name fits"
            self.people.add(Mention(word, span, entry, "role", why=why), [word])

    def _take_up_organisations(self) -> None:
        """Let "the committee" be the last organisation whose name ends so, and "the company" the last one that is a
        company by its name, if it was named in this paragraph or one of the two before."""
        named = [
            m for m in self.people.mentions if m.entry.kind is ActorKind.ORG and not m.entry.place and m.entry.named
        ]
        for word in self.parsed.words:
            kinds = self.lex.org_nouns.get(word.lemma.lower()) if word.pos == "NOUN" and word.tag == "NN" else None
            if kinds is None or self.people.mention_at(word) is not None or not _is_the(word):
                continue
            before = (m for m in reversed(named) if m.head.i < word.i)
            last = next((m for m in before if _ends_in(m.entry, kinds)), None)
            if last is not None and word.sentence.paragraph - last.head.sentence.paragraph <= 2:
                span = Span(word.start, word.end)
                self.people.add(Mention(word, span, last.entry, "role", why="the last body of this kind named"), [word])

    def _of_the_press(self, head: Word) -> bool:
        """Whether a name stands with its outlet ("the Courier's Ann Roe", "Ann Roe of the Courier")."""
        near = [c for c in head.children if c.dep in {"poss", "nmod", "compound"}]
        near += [p for c in head.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"]
        found = (self.people.mention_at(w) for w in near)
        return any(m.entry.press and m.entry.kind is ActorKind.ORG for m in found if m is not None)

    def _is_role(self, word: Word) -> bool:
        return (
            word.lemma.lower() in self.lex.roles or word.lower in self.lex.collectives or word.lower in self.lex.roles
        )

    def role(self, word: Word) -> Role:
        """Return a role noun with its modifiers."""
        words = [w for w in noun_phrase(word) if w.pos in {"ADJ", "NOUN", "PROPN"} and w.i < word.i]
        keys = frozenset(self.lex.nationalities.get(w.lower, w.lemma.lower()) for w in words)
        named = frozenset(w.lemma.lower() for w in words if w.pos == "PROPN" and w.entity in {"GPE", "LOC"})
        phrase = " ".join(w.text for w in noun_phrase(word) if w.i <= word.i and w.pos not in {"DET", "PRON"})
        return Role(word.lemma.lower(), keys, phrase, named)

    def _learn(self, word: Word) -> bool:
        """Give a role to the name it stands with; True if the noun is no mention of its own."""
        named = self._named_beside(word)
        if named is None:
            return False
        named.entry.roles.setdefault(self.role(word))
        named.entry.press = named.entry.press or word.lemma.lower() in self.lex.press_roles
        if named.entry.kind is ActorKind.PERSON and not named.entry.gender:
            named.entry.gender = self._gender(word)
        if word.dep in {"compound", "nmod", "amod"}:
            return True
        self.people.add(Mention(word, named.span, named.entry, "role", why="the name stands beside it"), [word])
        return True

    def _named_beside(self, word: Word) -> Mention | None:
        if word.dep in {"compound", "nmod", "amod", "appos"} or (word.dep == "conj" and word.head.dep == "appos"):
            near = word.head if word.dep != "conj" else word.head.head
            found = self.people.mention_at(near)
            if found and found.form == "name" and found.entry.kind is ActorKind.PERSON:
                return found
        for child in (*word.children, *self._torn_off(word)):
            found = self.people.mention_at(child) if child.dep == "appos" else None
            if found and found.form == "name" and found.entry.kind is ActorKind.PERSON and word.tag != "NNS":
                return found
        behind = self._named_behind(word)
        if behind is not None:
            return behind
        if word.dep == "attr" and word.head.lemma == "be" and not any(c.dep == "neg" for c in word.head.children):
            subject = next((c for c in word.head.children if c.dep == "nsubj"), None)
            found = self.people.mention_at(subject) if subject else None
            if found and found.form == "name" and found.entry.kind is ActorKind.PERSON:
                found.entry.roles.setdefault(self.role(word))
        return None

    def _named_behind(self, word: Word) -> Mention | None:
        """Return the name that ends an office of several words ("Director of National Intelligence Ann Roe")."""
        for of in (c for c in word.children if c.lower == "of" and c.i == word.i + 1):
            for inner in (o for o in of.children if o.dep == "pobj" and o.pos == "PROPN"):
                found = self.people.mention_at(inner)
                glued = (
                    found is not None
                    and found.span.start > of.end + 1
                    and not any(
                        w.lower in {"the", "a"} or w.text == "," for w in inner.subtree() if w.start < found.span.start
                    )
                )
                if found and glued and found.form == "name" and found.entry.kind is ActorKind.PERSON:
                    return found
        return None

    def _torn_off(self, word: Word) -> list[Word]:
        """Return the appositions that the parser hung on the wrong noun: "a spokesman for Roe, Karl Lund, said", "the
        head of the board, Karl Lund"; on a role noun they are right ("the aide to the mayor, Karl Lund")."""
        near = [c for c in word.children if c.dep == "prep" and c.i == word.i + 1]
        inner = [o for c in near for o in c.children if o.dep == "pobj" and not self._is_role(o)]
        return [c for o in inner for c in o.children if c.dep == "appos" and c.pos == "PROPN"]

    def _gender(self, word: Word) -> str:
        lemma = word.lemma.lower()
        return "m" if lemma in self.lex.male_roles else "f" if lemma in self.lex.female_roles else ""

    def _holder(self, word: Word) -> Entry | None:
        """Return the named person a definite singular role noun takes up, if exactly one fits (nearest before,
        where several have the role and the noun says nothing more)."""
        if word.tag in {"NNS", "NNPS"}:
            return None
        wanted = self.role(word)
        if not self._is_definite(word):
            # "Minister met Kestrian ambassador": headlines leave the article out; then every modifier must fit.
            marked = any(c.dep in {"det", "nummod", "poss"} for c in word.children)
            bare = word.tag == "NN" and wanted.modifiers and not marked
            fits = [e for e in self.people.entries if e.named and _has_role(e, wanted)] if bare else []
            return fits[0] if len(fits) == 1 else None
        fits = [e for e in self.people.entries if e.named and any(_compatible(r, wanted) for r in e.roles)]
        fits = ([e for e in fits if _has_role(e, wanted)] if wanted.modifiers else []) or fits
        if len(fits) > 1 or wanted.noun in self.lex.common_roles:
            fits = self._nearest(word, fits)
        return fits[0] if len(fits) == 1 else None

    def _is_definite(self, word: Word) -> bool:
        marks = [c for c in word.children if c.dep in {"det", "poss"}]
        return word.text[0].isupper() or any(c.lower in _DEFINITE or c.dep == "poss" for c in marks)

    def _nearest(self, word: Word, fits: list[Entry]) -> list[Entry]:
        """Return the one named last before the word, if that is near; of a role that many have, nobody else may have
        been named since."""
        common = word.lemma.lower() in self.lex.common_roles
        for mention in sorted(self.people.mentions, key=lambda m: -m.head.i):
            before = mention.form == "name" and mention.head.i < word.i
            if before and common and mention.entry.kind is ActorKind.PERSON and mention.entry not in fits:
                return []
            if before and mention.entry in fits:
                gap = word.sentence.paragraph - mention.head.sentence.paragraph
                return [mention.entry] if gap <= 2 else []
        return []

    def _unnamed(self, word: Word, span: Span, groups: dict[str, Entry]) -> Entry:
        text = " ".join(span.of(self.parsed.text).split()).strip("\"'“”‘’")
        plural = word.tag in {"NNS", "NNPS"} or word.lower in self.lex.collectives
        press = word.lemma.lower() in self.lex.press_roles or word.lower in self.lex.press_roles
        press = press or any(w.lower in self.lex.press_words for w in noun_phrase(word)[:-1])
        entry = groups.get(text.lower())
        if entry is None:
            kind = ActorKind.GROUP if plural else ActorKind.PERSON
            entry = Entry(text, kind, named=False, plural=plural, press=press, gender=self._gender(word))
            entry.forms.setdefault(text)
            groups[text.lower()] = entry
            self.people.entries.append(entry)
        return entry


def _is_the(word: Word) -> bool:
    """Whether a noun stands with "the" or "that" alone: "the committee", not "the finance committee"."""
    marks = [c for c in word.children if c.i < word.i]
    return len(marks) == 1 and marks[0].lower in {"the", "that", "this"}


def _ends_in(entry: Entry, kinds: frozenset[str]) -> bool:
    return any(w.lower().rstrip(".") in kinds for form in (entry.name, *entry.forms) for w in form.split())


def _has_role(entry: Entry, wanted: Role) -> bool:
    """Whether an actor is known to have the role with every modifier."""
    return any(r.noun == wanted.noun and wanted.modifiers <= r.modifiers for r in entry.roles)


def _compatible(role: Role, wanted: Role) -> bool:
    """Whether a known role can be what a later noun means: same noun, no word that contradicts."""
    if role.noun != wanted.noun or wanted.places - role.modifiers:
        return False
    return wanted.modifiers <= role.modifiers or not wanted.modifiers or not role.modifiers


def noun_phrase(word: Word) -> list[Word]:
    """Return the words of the phrase a noun heads, up to its relative clauses, appositions and conjuncts; of a phrase
    longer than any person writes, those nearest to the noun."""
    kept, todo = [word], deque([word])
    while todo and len(kept) < _LONGEST_PHRASE:
        parts = _phrase_parts(todo.popleft())
        kept += parts
        todo += (part for part in parts if part.dep != "prep")
    kept.sort(key=lambda w: w.i)
    return kept


_LONGEST_PHRASE = 100
_OUTSIDE = frozenset({"relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "preconj", "dep", "parataxis"})


def _phrase_parts(word: Word) -> list[Word]:
    """Return the parts of a phrase that hang on one of its words."""
    parts: list[Word] = []
    for child in word.children:
        if child.dep in _OUTSIDE:
            continue
        if child.dep == "prep":
            if child.lower in {"of", "for", "to", "from", "in"} and child.i == word.i + 1:
                parts += (child, *(inner for inner in child.children if inner.dep == "pobj"))
        elif child.i < word.i:
            parts.append(child)
    return parts
