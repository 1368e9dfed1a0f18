"""Organisations that stand without a name of their own: "the Tarvian government", "the committee" named before."""

from __future__ import annotations

from collections import Counter, defaultdict

from timeline.language.entries import Entry, Mention, People, fold_name
from timeline.language.lexicon import Lexicon
from timeline.language.parse import Parsed, Word
from timeline.language.phrases import noun_phrase
from timeline.language.syntax import conjuncts
from timeline.model import ActorKind, Span

#: How many paragraphs back the last of several bodies of a kind may have been named, and the only one.
_NEAR = 2
_FAR = 12
#: What is said before a body.
_HEARD = frozenset({"testimony", "hearing"})
#: Bodies whose name often ends in a small letter.
#: Before what a noun for a body means that body rather than a time or a trade ("in the campaign").
_DEALING = frozenset({"to", "with", "from", "by", "between", "for", "against"})
#: How often a firm must be named, and how much oftener than any other, to be the one that "the company" means.
_OFTEN, _OFTENER = 3, 2
#: Nouns of bodies that often mean a time instead.
_OF_TIMES = frozenset({"campaign", "party"})
_WRITTEN_SMALL = frozenset({"committee", "subcommittee"})


class BodyReader:
    """Finds what organisations nouns in lower case mean."""

    def __init__(self, people: People, parsed: Parsed, lex: Lexicon) -> None:
        self.people, self.parsed, self.lex = people, parsed, lex
        self.told = self._learn()
        self.named = [m for m in people.mentions if m.entry.kind is ActorKind.ORG and not m.entry.place]

    def fill(self) -> None:
        """Read the nouns in order: what is taken up may be taken up again."""
        public, again, adjectives = self.lex.public_bodies, self.lex.org_nouns, self.lex.body_adjectives
        for word in self.parsed.words:
            if word.lower in adjectives:
                self._read_adjective(word)
            if word.tag != "NN" or word.pos != "NOUN":
                continue
            if not (word.lower in public or word.lower in _WRITTEN_SMALL or word.lemma.lower() in again):
                continue
            if self.people.mention_at(word) is not None:
                continue
            mention = self._of_a_state(word) or self._with_its_task(word) or self._again(word)
            if mention is not None:
                self.people.add(mention, [word])
                self.named.append(mention)

    def _read_adjective(self, word: Word) -> None:
        """Let "congressional" mean Congress before what is said there."""
        name = self.lex.body_adjectives[word.lower]
        if word.head.lemma.lower() not in _HEARD or self.people.mention_at(word) is not None:
            return
        entry = self._known(name) or self._new(name)
        self.people.add(Mention(word, Span(word.start, word.end), entry, "name", why="the body before whom"), [word])

    def _of_a_state(self, word: Word) -> Mention | None:
        """Return the government, administration or campaign that a name before it tells."""
        if word.lower not in self.lex.public_bodies:
            return None
        before = [c for c in word.children if c.dep in {"compound", "amod", "nmod"} and c.i < word.i]
        owner = next((c for c in before if self._names(c)), None)
        if owner is None:
            return None
        span = Span(owner.subtree()[0].start, word.end)
        entry = self._named(" ".join(span.of(self.parsed.text).split()))
        return Mention(word, span, entry, "name", why="whose it is stands before it")

    def _with_its_task(self, word: Word) -> Mention | None:
        """Return the committee that words before it name, written small itself ("the House budget committee")."""
        if word.lower not in _WRITTEN_SMALL:
            return None
        words = [w for w in noun_phrase(word) if w.i < word.i]
        first = next((w for w in words if w.text[0].isupper() and w.pos == "PROPN"), None)
        if first is None:
            return None
        span = Span(first.start, word.end)
        told = {w.lower for w in words if w.i >= first.i}
        longer = (m for m in self.named if _ends_in(m.entry, _WRITTEN_SMALL))
        same = next((m.entry for m in longer if told <= {w.lower for w in m.head.subtree()}), None)
        entry = same or self._named(" ".join(span.of(self.parsed.text).split()))
        return Mention(word, span, entry, "name", why="what it is for stands before it")

    def _known(self, name: str) -> Entry | None:
        known = (e for e in self.people.entries if e.kind is ActorKind.ORG and fold_name(e.name) == fold_name(name))
        return next(known, None)

    def _named(self, name: str) -> Entry:
        """Return the organisation of a name, made at its first sight."""
        return self._known(name) or self._new(name)

    def _names(self, word: Word) -> bool:
        """Whether a word before a body tells whose it is."""
        mention = self.people.mention_at(word)
        person = mention is not None and mention.form == "name" and mention.entry.kind is ActorKind.PERSON
        nation = word.lower in self.lex.nationalities or word.entity == "NORP"
        return person or (word.text[0].isupper() and nation)

    def _new(self, name: str) -> Entry:
        entry = Entry(name, ActorKind.ORG)
        entry.forms.setdefault(name)
        self.people.entries.append(entry)
        return entry

    def _again(self, word: Word) -> Mention | None:
        """Return the body of this kind that was named last, if near, or the only one of the text."""
        kinds = self.lex.org_nouns.get(word.lemma.lower())
        if kinds is None or not _is_the(word):
            return None
        so_called = self.told[word.lemma.lower()]
        past = [m for m in self.named if m.head.i < word.i]
        before = [m for m in past if id(m.entry) in so_called or _ends_in(m.entry, kinds)]
        before = before or self._the_firm(word, past)
        if not before or (word.lower in _OF_TIMES and not _deals(word)):
            return None
        last = before[-1]
        if _is_joined(last, before):
            return None
        only = len({id(m.entry) for m in before}) == 1
        if word.sentence.paragraph - last.head.sentence.paragraph > (_FAR if only else _NEAR):
            return None
        return Mention(word, Span(word.start, word.end), last.entry, "role", why="the last body of this kind named")

    def _learn(self) -> dict[str, set[int]]:
        """Return what bodies are called by a noun beside their name ("the watchdog group Open Ports", "Orlan, a
        company")."""
        told = defaultdict[str, set[int]](set)
        for mention in self.people.mentions:
            if mention.entry.kind is ActorKind.ORG and not mention.entry.place:
                for noun in _beside(mention):
                    told[noun.lemma.lower()].add(id(mention.entry))
        return told

    def _the_firm(self, word: Word, past: list[Mention]) -> list[Mention]:
        """Return where the firm was named that the text is about, for "the company": the only one, or one named much
        oftener than any other."""
        if word.lower not in self.lex.firms["nouns"]:
            return []
        ends = self.lex.org_nouns["company"]
        other = self.lex.org_heads - ends
        firms = [m for m in past if not m.entry.press and not _ends_in(m.entry, other)]
        often = Counter(id(m.entry) for m in firms).most_common(2)
        if not often or (len(often) > 1 and often[0][1] < max(_OFTEN, _OFTENER * often[1][1])):
            return []
        return [m for m in firms if id(m.entry) == often[0][0]]


def _is_joined(last: Mention, others: list[Mention]) -> bool:
    """Whether two that fit were named last, side by side."""
    top = last.head.head if last.head.dep == "conj" else last.head
    heads = {w.i for w in (top, *conjuncts(top))} - {last.head.i}
    return any(m.head.i in heads and m.entry is not last.entry for m in others)


def _beside(mention: Mention) -> list[Word]:
    """Return the nouns in the singular that say what a name is: before it, in apposition, or behind "is"."""
    head = mention.head
    near = [c for c in head.children if c.dep in {"compound", "nmod", "appos"}]
    near += [head.head] if head.dep == "appos" else []
    is_one = head.dep == "nsubj" and head.head.lemma == "be" and not any(c.dep == "neg" for c in head.head.children)
    near += [c for c in head.head.children if c.dep == "attr"] if is_one else []
    return [w for w in near if w.tag == "NN" and w.text.islower()]


def _deals(word: Word) -> bool:
    """Whether a noun stands where a body acts or is dealt with: "told the campaign", not "in the campaign"."""
    return word.dep in {"nsubj", "nsubjpass", "dobj", "dative", "agent"} or word.head.lower in _DEALING


def _is_the(word: Word) -> bool:
    """Whether a noun stands with "the" or "that" alone: "the committee", not "the finance committee"."""
    marks = [c for c in word.children if c.i < word.i]
    return len(marks) == 1 and marks[0].lower in {"the", "that", "this"}


def _ends_in(entry: Entry, kinds: frozenset[str]) -> bool:
    return any(w.lower().rstrip(".") in kinds for form in (entry.name, *entry.forms) for w in form.split())
