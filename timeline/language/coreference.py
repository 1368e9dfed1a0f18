"""Pronouns, resolved once, in reading order.

A pronoun takes the most salient person before it that agrees in gender and is no other argument of the same verb;
a narrator's pronoun hardly ever means somebody whom only a quotation names. Behind a verb of saying it is who spoke
last, unless somebody else was the subject since. "They" needs a real coordination; "I" needs a cue whose subject is a
name in that sentence. What stays unclear stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from timeline.language.bonds import Bonds
from timeline.language.lexicon import lexicon
from timeline.language.mentions import Entry, Mention, People
from timeline.language.neuters import NEUTERS, Neuters
from timeline.language.parse import Parsed, Sentence, Word
from timeline.language.plurals import TOGETHER, Plurals, counted, gender_of
from timeline.language.pronouns import FEMALE, FIRST, MALE, PLURAL, is_pronoun
from timeline.language.quotations import quoted_words
from timeline.language.speakers import Speakers
from timeline.language.syntax import conjuncts, governing_clause, grammatical_subject
from timeline.model import ActorKind, Span

#: How the parser hangs a name that somebody is called by on the verb of "you".
_CALLED = frozenset({"npadvmod", "nsubj", "dep", "intj", "vocative"})
#: Verbs of speech beside those of the lexicon, for whose subject the last speaker is the likeliest.
_CUES = frozenset(
    {"argue", "ask", "call", "complain", "concede", "conclude", "contend", "describe", "emphasize", "joke", "predict"}
    | {"promise", "quip", "stress", "suggest", "urge", "vow", "warn", "wonder", "observe", "tweet", "allege", "caution"}
)
#: Verbs of putting questions to somebody, mostly about what is theirs.
_ASKING = frozenset({"ask", "question", "quiz", "press", "grill", "interview", "confront"})
#: How many paragraphs of quotation may stand between two sayings of one speaker.
_SPEAKS_ON = 2
#: A pair without a noun ("the two met").
_BARE_PAIRS = frozenset({"two", "pair", "duo"})
_PAIR_NOUNS = frozenset({"man", "woman", "leader", "president", "pair", "two", "duo", "side", "minister", "politician"})

_TWO = 2
#: How many sentences before it "the two" may be named.
_BACK = 2
_NEAR_TWO = "the only two named just before"


def resolve_pronouns(parsed: Parsed, people: People) -> None:
    """Add the mentions that pronouns are."""
    _Reader(parsed, people).read()


@dataclass(slots=True)
class _Seen:
    entry: Entry
    word: Word
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Meant:
    """Whom a pronoun means, and how that is known."""

    entry: Entry
    why: str


class _Reader:
    def __init__(self, parsed: Parsed, people: People) -> None:
        self.parsed, self.people = parsed, people
        self.seen: list[_Seen] = []
        self.told: Counter[int] = Counter()
        #: Whom the text told of most often, by identity, 0 for nobody; None while it is not counted.
        self.leader: int | None = None
        self.quoted = quoted_words(parsed)
        self.bonds = Bonds(people, lexicon())
        self.plurals = Plurals(parsed, people, self.quoted)
        self.neuters = Neuters(parsed, people, lexicon())
        self.speakers = Speakers(parsed, people, self.quoted)
        self.said: _Seen | None = None

    def read(self) -> None:
        """Walk the words in order, remembering persons and resolving pronouns."""
        mention_at, told = self.people.mention_at, list[Word]()
        for sentence in self.parsed.sentences:
            speaker = self.speakers.of(sentence, self._early)
            for word in sentence.words:
                if self.bonds.is_told_by(word):
                    self.bonds.read(word)
                    told.append(word)
                mention = mention_at(word)
                if mention is not None:
                    self._mentioned(word, mention)
                elif word.lower in _BARE_PAIRS and any(c.dep == "det" and c.lower == "the" for c in word.children):
                    self._add_all(word, self._near_two(word), _NEAR_TWO)
                elif word.lower in NEUTERS and (meant := self.neuters.meant(word)) is not None:
                    self._add(word, [meant], "the body that does what stands above it or before")
                elif is_pronoun(word):
                    self._pronoun(word, sentence, speaker)
        for word in told:
            self.bonds.read(word)  # what was told only later

    def _mentioned(self, word: Word, mention: Mention) -> None:
        if self._is_pair(word, mention):
            self._pair(word, mention)
        if mention.head is word and mention.entry.kind is ActorKind.PERSON and not _is_said_of(mention):
            self._see(_Seen(mention.entry, word, word.i in self.quoted))

    def _pronoun(self, word: Word, sentence: Sentence, speaker: Entry | None) -> None:
        quoted = word.i in self.quoted
        entries, why = list[Entry](), ""
        if word.lower in MALE or word.lower in FEMALE:
            found = self._third(word, sentence, speaker, quoted=quoted)
            entries, why = ([found.entry], found.why) if found else ([], "")
        elif word.lower in FIRST and quoted and speaker is not None and not self.speakers.is_retold(word):
            entries, why = [speaker], "who speaks in the quotation"
        elif word.lower in PLURAL and not quoted:
            entries, why = self.plurals.coordination(word), "those joined by “and” just before"
            if not entries and _is_together(word):
                entries, why = self._near_two(word), _NEAR_TWO
        elif word.lower == "you":
            entries, why = self._addressed(word, sentence), "who is addressed by name"
        self._add_all(word, entries, why)

    def _addressed(self, word: Word, sentence: Sentence) -> list[Entry]:
        """Return whom a name in front of "you" addresses ("Senator Roe, you met him")."""
        if word.dep != "nsubj":
            return []
        names = (self.people.mention_at(w) for w in word.head.children if w.i < word.i and w.dep in _CALLED)
        near = (self.people.mention_at(g) for w in word.head.children if w.dep == "nsubj" for g in w.children)
        commas = {w.start for w in sentence.words if w.text == "," and w.i < word.i}
        named = [m for m in (*names, *near) if m is not None and m.form == "name" and m.span.end in commas]
        return [m.entry for m in named if m.entry.kind is ActorKind.PERSON] if len(named) == 1 else []

    def _add_all(self, word: Word, entries: list[Entry], why: str) -> None:
        if entries:
            self._add(word, entries, why)
            self._see(_Seen(entries[0], word, word.i in self.quoted))

    def _see(self, seen: _Seen) -> None:
        self.seen.append(seen)
        self.told[id(seen.entry)] += 1
        self.leader = None
        if not seen.quoted and seen.entry.named and _speaks(seen.word) and not _is_told(seen.word):
            self.said = seen

    def _add(self, word: Word, entries: list[Entry], why: str) -> None:
        mention = Mention(word, Span(word.start, word.end), entries[0], "pronoun", tuple(entries[1:]), why)
        self.people.add(mention, [word])

    def _third(self, word: Word, sentence: Sentence, speaker: Entry | None, *, quoted: bool) -> _Meant | None:
        gender = "m" if word.lower in MALE else "f"
        owner = self._beside(word, gender)
        if owner is not None:
            return _Meant(owner, "whom it is joined to by “and”")
        asked = self._asked(word, gender)
        if asked is not None:
            return _Meant(asked, "who is asked about it")
        barred = {id(e) for e in self._coarguments(word)}
        if quoted and speaker is not None:
            barred.add(id(speaker))
        if not quoted and _speaks(word):
            barred |= self._named_in_quotation(sentence)
        last = None if quoted else self._last_speaker(word, gender, barred)
        if last is not None:
            last.gender = last.gender or gender
            return _Meant(last, "who spoke last")
        best: tuple[float, _Seen] | None = None
        for age, seen in enumerate(reversed(self.seen)):
            gap = sentence.i - seen.word.sentence.i
            if gap > 4 or sentence.paragraph - seen.word.sentence.paragraph > 1:
                break
            if id(seen.entry) in barred or seen.entry.gender not in {"", gender} or seen.entry.plural:
                continue
            if seen.quoted and not quoted:
                continue
            score = self._salience(seen, word, gap, age)
            if best is None or score > best[0]:
                best = score, seen
        ahead = self._cataphor(word, sentence, gender, barred)
        if ahead is not None and (best is None or best[0] < 3.0 or not _one_paragraph(best[1].word, word)):
            return _Meant(ahead, "the subject behind the phrase that opens the sentence")
        if best is None or self._is_beside_another(best[1], gender, barred):
            return None
        entry = best[1].entry
        entry.gender = entry.gender or gender
        return _Meant(entry, f"the likeliest before it that agrees (“{best[1].word.text}”)")

    def _named_in_quotation(self, sentence: Sentence) -> set[int]:
        """Return whom the words quoted in a sentence name, and who so hardly said them."""
        mentions = (self.people.mention_at(w) for w in sentence.words if w.i in self.quoted)
        return {id(m.entry) for m in mentions if m is not None and m.form == "name"}

    def _is_beside_another(self, seen: _Seen, gender: str, barred: set[int]) -> bool:
        """Whether another who agrees as well was named side by side with somebody ("Roe and Lund argued. He ..."), and
        neither was told of since."""
        if seen.word.tag.startswith("PRP") or not seen.entry.gender:
            return False
        top = seen.word.head if seen.word.dep == "conj" else seen.word
        mentions = (self.people.mention_at(w) for w in [top, *conjuncts(top)])
        beside = [m.entry for m in mentions if m is not None and m.form == "name" and m.entry is not seen.entry]
        return any(e.gender in {"", gender} and id(e) not in barred and e.kind is ActorKind.PERSON for e in beside)

    def _beside(self, word: Word, gender: str) -> Entry | None:
        """Return to whom a possessive is joined ("Roe and his aides")."""
        top = word.head
        joined = top.dep == "conj" and any(c.dep == "cc" and c.lower in {"and", "&"} for c in top.head.children)
        if word.dep != "poss" or not joined:
            return None
        mention = self.people.mention_at(top.head)
        person = mention is not None and mention.head is top.head and mention.entry.kind is ActorKind.PERSON
        if mention is None or not person or mention.others or _is_said_of(mention):
            return None
        return mention.entry if mention.entry.gender in {"", gender} else None

    def _asked(self, word: Word, gender: str) -> Entry | None:
        """Return who is asked about what is theirs ("asked Roe about her dinner")."""
        about = word.head.head
        verb = about.head
        if word.dep != "poss" or about.lower not in {"about", "over", "on"} or verb.lemma not in _ASKING:
            return None
        found = [m for c in verb.children if c.dep == "dobj" and (m := self.people.mention_at(c)) is not None]
        fits = [m.entry for m in found if m.entry.kind is ActorKind.PERSON and m.entry.gender in {"", gender}]
        return fits[0] if len(fits) == 1 else None

    def _last_speaker(self, word: Word, gender: str, barred: set[int]) -> Entry | None:
        """Return who spoke last, for the subject of a saying; None if somebody else acted since or long ago."""
        if self.said is None or not _speaks(word):
            return None
        entry, where = self.said.entry, self.said.word
        if id(entry) in barred or entry.gender not in {"", gender} or entry.plural:
            return None
        if self._is_beside_another(self.said, gender, barred):
            return None
        if word.sentence.paragraph - where.sentence.paragraph > _SPEAKS_ON:
            return None
        for seen in reversed(self.seen):
            if seen.word.i <= where.i:
                break
            other = seen.entry is not entry and seen.entry.gender in {"", gender} and not seen.entry.plural
            acts = seen.word.dep in {"nsubj", "nsubjpass"}
            near = _one_paragraph(seen.word, word) and not _one_paragraph(where, word)
            if other and (acts or near) and not seen.quoted and not _is_told(seen.word):
                return None
        return entry

    def _salience(self, seen: _Seen, word: Word, gap: int, age: int) -> float:
        score = 3.0 - gap * 1.1 - age * 0.12
        if seen.word.dep in {"nsubj", "nsubjpass"}:
            score += 1.0
            if seen.word.head.head is seen.word.head:
                score += 0.3
        if seen.word.dep in {"poss", "compound", "nmod"}:
            score -= 0.5 if seen.word.dep == "poss" else 1.5
        if gap == 0 and word.dep == "nsubj" and seen.word.dep == "nsubj":
            score += 0.4
        if word.dep == "poss" and gap == 0 and seen.word.i < word.i and seen.word.dep in {"nsubj", "nsubjpass"}:
            score += 0.4
        if gap == 0 and word.dep not in {"nsubj", "nsubjpass", "poss"}:
            score += 0.6
        if not _one_paragraph(seen.word, word):
            score += 1.5 * self._leads(seen.entry)  # a new paragraph takes up who the text is about
        if not seen.entry.named:
            score -= 0.6
        if not seen.entry.gender:
            score -= 0.4
        return score

    def _leads(self, entry: Entry) -> bool:
        """Whether an actor was told of more often than any other."""
        if self.leader is None:
            most, *rest = self.told.most_common(2)
            self.leader = most[0] if most[1] > (rest[0][1] if rest else 0) else 0
        return self.leader == id(entry)

    def _coarguments(self, word: Word) -> list[Entry]:
        """Return whom the pronoun can't be: the other arguments of its verb (a possessive may be any of them)."""
        if word.dep == "poss" or word.lower.endswith("self"):
            return []
        verb = word.head
        while (
            verb.dep in {"prep", "dative", "agent", "conj", "pobj"}
            and verb.pos not in {"VERB", "AUX"}
            and verb.head is not verb
        ):
            verb = verb.head
        if verb.pos not in {"VERB", "AUX"}:
            return []
        words = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass", "dobj", "dative"} and c is not word]
        if word.dep not in {"nsubj", "nsubjpass"}:
            words += grammatical_subject(verb)
        for child in verb.children:
            if child.dep in {"prep", "agent"}:
                words += [p for p in child.children if p.dep == "pobj" and p is not word]
        words += [c for w in list(words) for c in conjuncts(w)]
        return [m.entry for m in map(self.people.mention_at, words) if m is not None]

    def _cataphor(self, word: Word, sentence: Sentence, gender: str, barred: set[int]) -> Entry | None:
        """Return the subject after a fronted phrase the pronoun stands in ("In his speech, Roe said")."""
        root = sentence.root
        subject = next((c for c in root.children if c.dep in {"nsubj", "nsubjpass"} and c.i > word.i), None)
        mention = self.people.mention_at(subject) if subject is not None else None
        if mention is None or mention.entry.kind is not ActorKind.PERSON or mention.entry.gender not in {"", gender}:
            return None
        fronted = next((up for up in [word, *word.ancestors()] if up.head is root), None)
        if fronted is None or id(mention.entry) in barred:
            return None
        if fronted.dep not in {"prep", "advcl"} and not _is_by_the_time(fronted):
            return None
        return mention.entry

    def _early(self, subject: Word, sentence: Sentence) -> Entry | None:
        if subject.lower in {"he", "she"} and subject.i not in self.quoted:
            found = self._third(subject, sentence, None, quoted=False)
            return found.entry if found else None
        return None

    def _is_pair(self, word: Word, mention: Mention) -> bool:
        if mention.form != "role" or mention.entry.named or mention.head is not word or mention.others:
            return False
        return word.tag == "NNS" and bool(counted(word))

    def _pair(self, word: Word, mention: Mention) -> None:
        """Let "the two men" be the two persons named in the sentences before, "the three ministers" the three."""
        meant, why = self.plurals.holders(word, counted(word)), "the only ones known here by this role"
        near = self._near_pair(word)
        if near and meant and {id(e) for e in near} != {id(e) for e in meant}:
            return
        meant, why = (near, _NEAR_TWO) if near else (meant, why)
        if meant:
            mention.entry, mention.others, mention.why = meant[0], tuple(meant[1:]), why

    def _near_pair(self, word: Word) -> list[Entry]:
        """Return the two just before whom a noun for such a pair can mean."""
        near = self._near_two(word) if counted(word) == _TWO and word.lemma.lower() in _PAIR_NOUNS else []
        gender = gender_of(word)
        return near if not gender or all(e.gender in {"", gender} for e in near) else []

    def _near_two(self, word: Word) -> list[Entry]:
        """Return the persons named in this sentence and the two before, if they are exactly two, or the only two of
        this sentence, if one of them does something with the other there."""
        seen = [s for s in self.seen if s.entry.named and word.sentence.i - s.word.sentence.i <= _BACK]
        here = [s for s in seen if s.word.sentence is word.sentence]
        near = {id(s.entry): s.entry for s in seen}
        alone = {id(s.entry): s.entry for s in here}
        if len(near) != _TWO and len(alone) == _TWO and _is_done_together(here[0].word, [s.word for s in here]):
            return [*alone.values()]
        return [*near.values()] if len(near) == _TWO else []


def _is_said_of(mention: Mention) -> bool:
    """Whether a noun only tells what somebody is or may be ("as president", "became a judge")."""
    word = mention.head
    as_such = word.dep == "pobj" and word.head.lower == "as"
    return not mention.entry.named and (as_such or word.dep in {"attr", "oprd"})


def _is_done_together(first: Word, named: list[Word]) -> bool:
    """Whether the one named first is the subject of what is done with another ("Roe was to speak with Lund")."""
    withs = [w for w in named if w.dep == "pobj" and w.head.lower == "with"]
    return any(first in grammatical_subject(governing_clause(w)) for w in withs)


def _is_together(word: Word) -> bool:
    """Whether "they" are the subject of what two do with each other."""
    return word.dep == "nsubj" and word.head.lemma in TOGETHER


def _speaks(word: Word) -> bool:
    """Whether a word is the subject of a verb of saying."""
    return word.dep == "nsubj" and _is_cue(word.head)


def _is_cue(verb: Word) -> bool:
    return verb.lemma in lexicon().saying or verb.lemma in _CUES


def _is_told(word: Word) -> bool:
    """Whether a word stands in a clause that somebody says, so that it is no actor of the text's own."""
    return any(a.dep == "ccomp" and _is_cue(a.head) for a in word.ancestors())


def _is_by_the_time(clause: Word) -> bool:
    """Whether a clause opens with "by the time", which the parser hangs on its verb."""
    first = next((c for c in clause.children if c.lower == "by" and c.i < clause.i), None)
    return first is not None and any(o.lower == "time" for o in first.children)


def _one_paragraph(one: Word, other: Word) -> bool:
    return one.sentence.paragraph == other.sentence.paragraph
