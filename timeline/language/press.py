"""Who is of the press, by what the text shows of them anywhere: words to them are no contact.

A trade beside the name ("Morning Hour hosts Ann Roe and Karl Lund"), a show that bears it ("the Ann Roe Show"), an
interview that another gives them ("told Roe in an interview"), the air over which they are told something ("told Roe
on Radio Nord"), or that somebody known by a surname only does nothing but ask. Who holds an office is what that says.
"""

from __future__ import annotations

from collections import Counter

from timeline.language.entries import Entry, Mention, People
from timeline.language.lexicon import Lexicon
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import agents, grammatical_subject, is_passive, objects_of
from timeline.model import ActorKind

#: What is broadcast; what one has as its host.
_SHOWS = frozenset({"show", "podcast", "hour", "tonight", "newscast", "newshour", "broadcast", "programme"})
_HOSTED = _SHOWS | {"debate", "program", "radio", "channel"}
_HOSTING = frozenset({"host", "anchor", "moderate", "co-host", "cohost", "co-anchor"})
_ASKING = frozenset({"ask", "question", "quiz", "press", "grill", "interject", "wonder"})
_TALKING = frozenset({"speak", "talk", "chat", "sit"})
_SITTING = frozenset({"sit", "give", "grant", "do"})
_DURING = frozenset({"in", "during", "for", "of"})
_QUOTES = frozenset({'"', "“", "``", "‘", "'"})


class PressReader:
    """Marks the actors of a document that are of the press."""

    def __init__(self, people: People, parsed: Parsed, lex: Lexicon) -> None:
        self.people, self.parsed, self.lex = people, parsed, lex
        self.named = [m for m in people.mentions if m.form == "name" and m.entry.kind is ActorKind.PERSON]
        self.often = Counter(id(m.entry) for m in people.mentions)

    def fill(self) -> None:
        """Mark them."""
        for mention in self.named:
            if self._is_outlet(mention) or self._has_trade(mention) or self._hosts(mention.head):
                self._mark(mention.entry)
        for show in [m for m in self.named if m.head.lower in _SHOWS]:
            self._mark_bearers(show)
        for word in self.parsed.words:
            if word.lemma.lower() == "interview" and word.pos == "NOUN":
                self._read_interview(word)
            elif word.lemma == "tell" and self._is_on_air(word):
                self._mark_each([c for c in word.children if c.dep in {"dobj", "dative"}])
            elif word.lemma == "interview" and word.pos == "VERB" and self._is_on_air(word):
                self._mark_each(agents(word))
            elif word.lemma in _TALKING and word.pos == "VERB" and self._is_on_air(word):
                self._mark_each([o for c in word.children if c.lower == "with" for o in objects_of(c)])
        self._mark_askers()

    def _mark(self, entry: Entry) -> None:
        entry.press = entry.press or not self._is_in_office(entry)

    def _mark_each(self, words: list[Word]) -> None:
        for word in words:
            mention = self.people.mention_at(word)
            if mention is not None and mention.entry.named and mention.entry.kind is ActorKind.PERSON:
                self._mark(mention.entry)

    def _is_in_office(self, entry: Entry) -> bool:
        """Whether somebody has a role that is none of the press."""
        return any(not self._is_trade(role.noun) and role.noun not in self.lex.writers for role in entry.roles)

    def _is_trade(self, word: str) -> bool:
        return word.removeprefix("co-") in self.lex.press_trades

    def _is_outlet(self, mention: Mention) -> bool:
        """Whether a "person" is a paper ("the Orlando Courier")."""
        before = self._before(mention)
        return self.lex.is_outlet(mention.head.lower) and before is not None and before.lower == "the"

    def _before(self, mention: Mention) -> Word | None:
        words = mention.head.sentence.words
        return next((w for w in reversed(words) if w.end <= mention.span.start), None)

    def _has_trade(self, mention: Mention) -> bool:
        """Whether a trade stands right before a name, or before the first of those joined."""
        first = mention if mention.head.dep != "conj" else self.people.mention_at(mention.head.head) or mention
        before = self._before(first)
        if before is None or not self._is_trade(before.lemma.lower()):
            return False
        return before.pos != "VERB" or (first.head.dep == "nsubj" and first.head.head is before)

    def _hosts(self, name: Word) -> bool:
        """Read "Roe, who hosts a show", "Roe moderated the debate"."""
        clauses = [c for c in name.children if c.dep == "relcl"]
        clauses += [name.head] if name.dep == "nsubj" else []
        for verb in clauses:
            now = verb.tag == "VBZ" or verb.lemma == "moderate"
            if verb.lemma in _HOSTING and now and any(c.dep == "dobj" and c.lemma in _HOSTED for c in verb.children):
                return True
        return False

    def _mark_bearers(self, show: Mention) -> None:
        """Mark a show, and who is known by the surname that it bears ("the Ann Roe Show")."""
        words = show.span.of(self.parsed.text).split()
        if len(words) < 3 or not self.lex.is_given_name(words[-3]):
            return
        show.entry.press = True
        for mention in self.named:
            if mention.head.text == words[-2]:
                self._mark(mention.entry)

    def _read_interview(self, noun: Word) -> None:
        """Read who gives an interview to whom: the subject to the one behind "with" or "to", or to the one told; or who
        asks whom in one."""
        verb = next((w for w in noun.ancestors() if w.pos in {"VERB", "AUX"}), None)
        if verb is None or is_passive(verb) or (noun.dep == "pobj" and noun.head.lower not in _DURING):
            return
        if noun.dep == "dobj" and verb.lemma not in _SITTING:
            return
        subjects = [w for w in grammatical_subject(verb) if w.tag == "PRP" or self.people.mention_at(w) is not None]
        if subjects and verb.lemma in _ASKING and self._asks(noun, verb, subjects[0]):
            self._mark_each(subjects)
        elif subjects:
            self._mark_each([w for w in self._given(noun, verb) if self._is_rarer(w, subjects[0])])

    def _given(self, noun: Word, verb: Word) -> list[Word]:
        """Return to whom an interview is given ("in an interview with Roe", "told Roe in an interview")."""
        behind = [c for c in noun.children if c.dep == "prep" and c.lower in {"with", "to"}]
        behind += [c for c in verb.children if c.dep in {"prep", "dative"} and c.lower == "to" and noun.dep == "dobj"]
        told = [c for c in verb.children if c.dep == "dobj" and verb.lemma == "tell"]
        return [*(o for c in behind for o in objects_of(c)), *told]

    def _asks(self, noun: Word, verb: Word, subject: Word) -> bool:
        """Whether the subject is the one who asks in an interview, and does not only wonder in it."""
        whom = self._given(noun, verb) or [c for c in verb.children if c.dep == "dobj"]
        mention = self.people.mention_at(subject)
        free = mention is not None and not self._is_in_office(mention.entry)
        return free and bool(whom) and self._is_rarer(subject, whom[0])

    def _is_rarer(self, one: Word, other: Word) -> bool:
        """Whether the text is not more about one than about the other; nobody is known yet by a pronoun."""
        first, second = self.people.mention_at(one), self.people.mention_at(other)
        if first is None or (second is not None and (not second.entry.named or second.entry is first.entry)):
            return False
        others = [m.entry for m in self.named if m.entry is not first.entry] if second is None else [second.entry]
        return any(self.often[id(first.entry)] <= self.often[id(entry)] for entry in others)

    def _is_on_air(self, verb: Word) -> bool:
        """Whether somebody is told or asked a thing on a station or a show ("told her on Radio Nord", "on “Morning
        Hour”", "interviewed her for the Courier")."""
        words = verb.sentence.words
        near = {"on", "for"} if verb.lemma == "interview" else {"on"}
        for on in (c for c in verb.children if c.dep == "prep" and c.lower in near):
            at = on.i - words[0].i + 1
            if at < len(words) and (words[at].text in _QUOTES or any(self._airs(o) for o in objects_of(on))):
                return True
        return False

    def _airs(self, thing: Word) -> bool:
        mention = self.people.mention_at(thing)
        return thing.lemma.lower() in _SHOWS or (mention is not None and mention.entry.press and mention.entry.named)

    def _mark_askers(self) -> None:
        """Mark who is known by a surname only and is told only to ask somebody with a full name, or be told by them."""
        alone: dict[int, list[Mention]] = {}
        for mention in (m for m in self.named if m.entry.local and not m.entry.roles):
            alone.setdefault(id(mention.entry), []).append(mention)
        for key, mentions in alone.items():
            asks = any(m.head.dep == "nsubj" for m in mentions)
            if asks and self.often[key] == len(mentions) and all(self._asks_or_is_told(m.head) for m in mentions):
                self._mark(mentions[0].entry)

    def _asks_or_is_told(self, name: Word) -> bool:
        verb = name.head
        asks = name.dep == "nsubj" and verb.lemma in _ASKING
        if not asks and (name.dep not in {"dobj", "dative"} or verb.lemma != "tell"):
            return False
        others = (self.people.mention_at(c) for c in verb.children if c.dep == ("dobj" if asks else "nsubj"))
        return all(m is not None and m.entry.named and not m.entry.local for m in others)
