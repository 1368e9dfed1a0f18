"""Role nouns: what they tell of named actors, and whom they take up again ("the ambassador", "the committee")."""

from __future__ import annotations

from timeline.language.entries import Entry, Mention, People
from timeline.language.lexicon import Lexicon
from timeline.language.offices import compatible, has_role, is_foreign, is_left, role_at
from timeline.language.parse import Parsed, Word
from timeline.language.phrases import noun_phrase
from timeline.language.successions import Successions
from timeline.model import ActorKind, Span

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "my", "our"})
_PRONOUNS = frozenset({"his", "her", "their", "its", "my", "our", "whose"})
_INDEFINITE = frozenset({"a", "an", "any", "no", "every", "each", "another", "some", "which", "what", "whatever"})
#: How a name hangs that the parser found no place for.
_LOOSE = frozenset({"appos", "npadvmod", "dep"})


class RoleReader:
    """Reads role nouns: what they tell of named actors, and whom they take up again."""

    def __init__(self, people: People, parsed: Parsed, lex: Lexicon) -> None:
        self.people, self.parsed, self.lex = people, parsed, lex

    def fill(self) -> None:
        """Learn every role first, then resolve the definite role nouns, then name the unnamed."""
        for mention in list(self.people.mentions):
            if mention.entry.kind is ActorKind.PERSON and self._of_the_press(mention.head):
                mention.entry.press = True
        nouns = [w for w in self.parsed.words if w.pos in {"NOUN", "PROPN"} and self._is_role(w)]
        self.successions = Successions(self.people, self.parsed, self.lex)
        free = [w for w in nouns if self.people.mention_at(w) is None and not self._learn(w)]
        groups: dict[str, Entry] = {}
        for word in free:
            words = noun_phrase(word)
            span = Span(words[0].start, words[-1].end)
            holder = self._holder(word)
            entry = holder or self._unnamed(word, span, groups)
            why = "the one known here by this role" if holder else "nobody known here by name fits"
            self.people.add(Mention(word, span, entry, "role", why=why), [word])

    def _of_the_press(self, head: Word) -> bool:
        """Whether a name stands with its outlet or trade ("the Courier's Ann Roe", "Ann Roe of the Courier", "Moderator
        Ann Roe", "hosts Ann Roe and Karl Lund")."""
        first = head if head.dep != "conj" else head.head
        trades = [c for c in first.children if c.dep in {"compound", "nmod", "amod"}]
        if any(c.lemma.lower() in self.lex.press_roles for c in trades):
            return True
        near = [c for c in head.children if c.dep in {"poss", "nmod", "compound"}]
        near += [p for c in head.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"]
        outlets = (w for n in near if n.dep == "poss" for w in n.subtree())
        found = (self.people.mention_at(w) for w in near)
        named = any(m.entry.press and m.entry.kind is ActorKind.ORG for m in found if m is not None)
        return named or any(w.pos == "PROPN" and self.lex.is_outlet(w.lower) for w in outlets)

    def _is_role(self, word: Word) -> bool:
        if word.lower == "elect":
            return any(c.dep == "compound" and c.lemma.lower() in self.lex.roles for c in word.children)
        if word.dep == "compound" and word.head.lower == "elect":
            return False
        known = word.lemma.lower() in self.lex.roles or word.lower in self.lex.roles
        return known or word.lower in self.lex.collectives

    def _learn(self, word: Word) -> bool:
        """Give a role to the name it stands with; True if the noun is no mention of its own."""
        named = self._named_beside(word)
        if named is None:
            return False
        named.entry.roles.setdefault(role_at(word, self.lex))
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
        behind = self._named_behind(word) or self._named_next(word)
        if behind is not None:
            return behind
        if word.dep == "attr" and word.head.lemma == "be" and not any(c.dep == "neg" for c in word.head.children):
            subject = next((c for c in word.head.children if c.dep == "nsubj"), None)
            found = self.people.mention_at(subject) if subject else None
            if found and found.form == "name" and found.entry.kind is ActorKind.PERSON:
                found.entry.roles.setdefault(role_at(word, self.lex))
        return None

    def _named_next(self, word: Word) -> Mention | None:
        """Return the name right behind an office that the parser hung on something else ("Roe and minister Lund")."""
        at = word.i - word.sentence.words[0].i + 1
        after = word.sentence.words[at : at + 1]
        found = self.people.mention_at(after[0]) if after and word.tag == "NN" else None
        if found is None or found.span.start != after[0].start or found.entry.kind is not ActorKind.PERSON:
            return None
        loose = found.head.dep in _LOOSE and not any(c.dep == "case" for c in found.head.children)
        return found if loose and found.form == "name" else None

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
                    return found if not self._is_titled(of, found) else None
        return None

    def _is_titled(self, of: Word, name: Mention) -> bool:
        """Whether what stands before a name is his own: "the widow of Admiral Roe", "the family of teacher Ann Roe"."""
        between = [w for w in of.sentence.words if of.i < w.i and w.start < name.span.start]
        return any(w.lower in self.lex.titles | self.lex.roles for w in between)

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
        wanted = role_at(word, self.lex)
        if self._is_of_somebody(word):
            return None
        if not self._is_definite(word):
            # "Minister met Kestrian ambassador": headlines leave the article out; then every modifier must fit.
            marked = any(c.dep in {"det", "nummod", "poss"} for c in word.children)
            acts = word.dep not in {"attr", "oprd"} and word.head.lower != "as"
            bare = word.tag in {"NN", "NNP"} and wanted.modifiers and acts and not marked
            fits = [e for e in self.people.entries if e.named and has_role(e, wanted, self.lex)] if bare else []
            return fits[0] if len(fits) == 1 else None
        fits = [
            e
            for e in self.people.entries
            if e.named and e.roles and any(compatible(r, wanted, self.lex) for r in e.roles)
        ]
        fits = ([e for e in fits if has_role(e, wanted, self.lex)] if wanted.modifiers else []) or fits
        fits = self.successions.holders(word, fits, wanted)
        left = any(is_left(e.roles, wanted, self.lex) for e in fits)
        alone = wanted.noun in self.lex.common_roles
        if left and any(self._is_beside(word, e) for e in fits):
            return None
        foreign = not wanted.modifiers and any(is_foreign(e.roles, wanted, self.lex) for e in fits)
        if len(fits) > 1 or left or alone or foreign:
            fits = self._nearest(word, fits, alone=alone)
        return fits[0] if len(fits) == 1 else None

    def _is_of_somebody(self, word: Word) -> bool:
        """Whether a noun means somebody's own: whose is known only once the pronouns are."""
        owners = {c.lower for c in word.children if c.dep == "poss"}
        if word.lemma.lower() in self.lex.kin:
            return bool(owners) or any(c.dep == "prep" and c.lower == "of" for c in word.children)
        return word.lemma.lower() in self.lex.relations and bool(owners & _PRONOUNS)

    def _is_definite(self, word: Word) -> bool:
        marks = [c for c in word.children if c.dep in {"det", "poss"}]
        told = [c for c in word.children if c.dep == "relcl"]
        if any(c.lower in _INDEFINITE for c in marks) or any(not _behind_comma(c) for c in told):
            return False
        after = [w for w in word.sentence.words if w.i == word.i + 1]
        titled = word.text[0].isupper() and not any(w.pos == "PROPN" for w in after)
        return titled or any(c.lower in _DEFINITE or c.dep == "poss" for c in marks)

    def _nearest(self, word: Word, fits: list[Entry], *, alone: bool) -> list[Entry]:
        """Return the one named last before the word, if that is near; `alone` if nobody else may have been named
        since, as of a role that many have."""
        for mention in sorted(self.people.mentions, key=lambda m: -m.head.i):
            before = mention.form == "name" and mention.head.i < word.i
            if before and alone and mention.entry.kind is ActorKind.PERSON and mention.entry not in fits:
                return []
            if before and mention.entry in fits:
                if self._are_together(mention, fits):
                    return []
                gap = word.sentence.paragraph - mention.head.sentence.paragraph
                return [mention.entry] if gap <= 2 else []
        return []

    def _is_beside(self, word: Word, entry: Entry) -> bool:
        """Whether somebody is named in the sentence of a word or the one before, in one paragraph."""
        near = [m.head.sentence for m in self.people.mentions if m.form == "name" and m.entry is entry]
        here = word.sentence
        return any(s.paragraph == here.paragraph and here.i - s.i in {0, 1} for s in near)

    def _are_together(self, mention: Mention, fits: list[Entry]) -> bool:
        """Whether another who fits is named in the same sentence ("minister Roe and minister Lund")."""
        near = [m for m in self.people.mentions if m.form == "name" and m.head.sentence is mention.head.sentence]
        return any(m.entry in fits and m.entry is not mention.entry for m in near)

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


def _behind_comma(clause: Word) -> bool:
    """Whether a relative clause only adds something: "the envoy, who left", not "the envoy whom they sent"."""
    first = clause.subtree()[0]
    before = [w for w in clause.sentence.words if w.i == first.i - 1]
    return any(w.text in {",", "-", "--", "–", "—", "("} for w in before)
