"""An actor of a document as it grows while the document is read, and the places where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.ids import stable_id
from timeline.language.parse import Word
from timeline.model import Actor, ActorKind, Span


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
