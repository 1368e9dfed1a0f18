"""The matcher: senses over the parse, giving candidate contacts with the mentions that take part.

It fills a sense's slots by grammar (`language.syntax`), expands each filler to the actors it stands for, and lets the
guards of the sense speak; status, dates and occasions are decided later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.events.senses import Sense, senses
from timeline.events.status import Verdict, status_of
from timeline.language.mentions import Entry, Mention, People
from timeline.language.parse import Parsed, Word
from timeline.language.syntax import agents, conjuncts, grammatical_subject, is_passive, objects, objects_of, obliques
from timeline.model import ActorKind, ClaimType, Status

#: What is written to somebody by its very nature; the others below are only where they are sent.
_WRITINGS = frozenset(
    {"letter", "email", "e-mail", "mail", "message", "note", "memo", "memorandum", "telegram", "petition"}
)
_MISSIVES = frozenset(
    {"letter", "email", "e-mail", "mail", "message", "note", "memo", "memorandum", "telegram", "cable", "fax", "text"}
    | {"copy"}
    | {
        "invitation",
        "draft",
        "outline",
        "list",
        "link",
        "article",
        "response",
        "reply",
        "answer",
        "document",
        "request",
    }
    | {"voicemail", "correspondence", "missive", "card", "petition", "resume", "it", "file", "report", "information"}
    | {"question", "word", "congratulation", "greeting", "apology", "proposal", "summary", "material", "data", "datum"}
    | {
        "biography",
        "photo",
        "photograph",
        "picture",
        "video",
        "paper",
        "transcript",
        "plan",
        "agenda",
        "point",
        "version",
    }
)
#: What is said to somebody who is there.
_TO_SOMEBODY = frozenset({"tell", "ask", "offer", "urge", "warn", "assure", "promise", "inform", "press", "thank"})
#: Possessives that may stand before whom they mean ("in their call, Roe and Lund agreed").
_THEIRS = frozenset({"their", "his", "her", "its"})
#: Prepositions that name everybody who took part.
_AMONG = ("between", "among")
#: Verbs by whose subject one is at an occasion.
_GOING = frozenset({"attend", "join", "host"})
#: Verbs under which a nominal contact belongs to their subject ("had a meeting", "asked for a meeting").
_LIGHT = frozenset(
    {"announce", "give", "play"}
    | {
        "have",
        "hold",
        "attend",
        "take",
        "make",
        "get",
        "request",
        "seek",
        "schedule",
        "arrange",
        "cancel",
        "plan",
        "set",
    }
    | {"conduct", "convene", "host", "join", "leave", "enter", "begin", "open", "resume", "finish", "end", "conclude"}
    | {"start", "continue", "pay", "enjoy", "want", "demand", "refuse", "decline", "propose", "offer", "deny", "do"}
    | {"receive", "write", "send", "return", "initiate", "postpone", "organize", "place", "accept", "secure", "share"}
    | {
        "maintain",
        "break",
        "avoid",
        "skip",
        "miss",
        "engage",
        "participate",
        "recall",
        "disclose",
        "describe",
        "discuss",
    }
)
_TALKS = frozenset(
    {"talk", "negotiation", "summit", "discussion", "consultation", "negotiate", "confer", "meet", "meeting"}
)
#: Talk that is a call when it goes by one of the wires.
_SPOKEN = frozenset({"talk", "speak", "chat", "conversation", "discussion", "converse", "consult", "confer", "discuss"})
_WIRES = frozenset({"telephone", "phone", "video", "videolink", "skype", "zoom", "teleconference", "videoconference"})
_ADJUNCTS = frozenset(
    {"in", "at", "during", "after", "following", "before", "by", "with", "from", "through", "via", "over"}
)


@dataclass(eq=False, slots=True)
class Candidate:
    """One telling of a contact: its trigger, its sense, the mentions of each side, and how real it is told."""

    trigger: Word
    sense: Sense
    sides: list[list[Mention]]
    verdict: Verdict
    entries: list[Entry] = field(default_factory=list)

    @property
    def type(self) -> ClaimType:
        """Return the type: that of the sense, but talk by telephone is a call."""
        spoken = self.sense.type is ClaimType.MEETING and self.trigger.lemma.lower() in _SPOKEN
        return ClaimType.CALL if spoken and _by_telephone(self.trigger) else self.sense.type

    def apart(self) -> list[Candidate]:
        """Return a candidate for each on the second side, who were not there together."""
        first, *rest = self.sides
        others = [mention for side in rest for mention in side]
        if len(others) < 2 or not first:
            return [self]
        sides = [[first, [other]] for other in others]
        return [Candidate(self.trigger, self.sense, each, self.verdict, _distinct(each)) for each in sides]

    def roles(self) -> dict[int, str]:
        """Return the role of every entry (by identity), from the side it stands on."""
        out: dict[int, str] = {}
        for number, side in enumerate(self.sides):
            name = self.sense.roles[min(number, len(self.sense.roles) - 1)] if self.sense.roles else ""
            for mention in side:
                for entry in (mention.entry, *mention.others):
                    out.setdefault(id(entry), name or _default_role(self.sense, number))
        return out


def _by_telephone(trigger: Word) -> bool:
    """Whether a phrase at the trigger or its verb names a telephone or a screen as the means."""
    for word in (trigger, trigger.head):
        for child in word.children:
            means = child.dep in {"prep", "amod", "compound"} and child.lower in _WIRES
            if means or (child.dep == "prep" and any(w.lower in _WIRES for w in child.subtree()[:5])):
                return True
    return False


def _counted(word: Word) -> list[Word]:
    """Return what a quantity is of ("dozens of messages")."""
    return [o for c in word.children if c.dep == "prep" and c.lower == "of" for o in objects_of(c)]


def _is_once(verb: Word) -> bool:
    """Whether a verb of words can tell of one occasion: not what somebody does for years ("has advised him")."""
    perfect = verb.tag == "VBN" and any(c.dep == "aux" and c.lower in {"has", "have"} for c in verb.children)
    return verb.tag not in {"VBZ", "VBP"} and not (perfect and verb.lemma == "advise")


def _is_thing(sides: list[list[Mention]]) -> bool:
    """Whether what stands where a person is asked for is none ("hosted the reception at the library")."""
    return any(m.entry.kind is ActorKind.ORG for m in sides[-1])


def _default_role(sense: Sense, side: int) -> str:
    if sense.type is ClaimType.CORRESPONDENCE and not sense.joint:
        received = "from" in sense.sides[-1]
        return "sender" if (side == 0) != received else "recipient"
    return "participant"


def find_contacts(parsed: Parsed, people: People) -> list[Candidate]:
    """Return the candidate contacts of a document in text order."""
    index, out = senses(), []
    for word in parsed.words:
        pos = "verb" if word.pos == "VERB" else "noun" if word.pos in {"NOUN", "PROPN"} else ""
        for sense in index.get((pos, word.lemma.lower()), ()) if pos else ():
            candidate = _Match(word, sense, people).candidate()
            if candidate is not None:
                out += candidate.apart() if sense.each else [candidate]
                break
    return out


class _Match:
    def __init__(self, trigger: Word, sense: Sense, people: People) -> None:
        self.trigger, self.sense, self.people = trigger, sense, people
        #: Whether the holders are only the subject of the clause around ("after the meeting, they spoke").
        self.adjunct = False

    def candidate(self) -> Candidate | None:
        """Return the contact told here, or None."""
        if not self._guarded():
            return None
        sides = [self._side(slots) for slots in self.sense.sides]
        if self.adjunct and not sides[-1]:
            sides[-1] = self._spoken_to(sides[0])
        if not self._complete(sides):
            return None
        if self._answered(sides):
            sides = [self._side(("from",)), self._side(("holder",))]
        if self.sense.weak:
            sides = [[m for m in side if m.entry.named] for side in sides]
            if not self._complete(sides) or not _is_once(self.trigger):
                return None
        entries = _distinct(sides)
        if self.sense.weak and not all(e.kind is ActorKind.PERSON for e in entries):
            return None
        if not any(e.named for e in entries) or (self.sense.person_object and _is_thing(sides)):
            return None
        verdict = status_of(self.trigger)
        if verdict.status is Status.DENIED and self._denies_a_subject():
            return None
        return Candidate(self.trigger, self.sense, sides, verdict, entries)

    def _denies_a_subject(self) -> bool:
        """Whether what is denied is a subject of talk and not the talk ("denied discussing the lease with her")."""
        spoke = self.trigger.lemma.lower() == "discuss" and any(c.dep == "dobj" for c in self.trigger.children)
        about = self.trigger.lemma.lower() in {"talk", "speak"} and any(
            c.dep == "prep" and c.lower in {"about", "of"} for c in self.trigger.children
        )
        return spoke or about

    def _complete(self, sides: list[list[Mention]]) -> bool:
        count = len(_distinct(sides))
        filled = [side for side in sides if side]
        if self.sense.single and filled:
            return bool(sides[0])
        if count < 2:
            return False
        if self.sense.all_sides:
            return all(sides[1:])
        if len(filled) == len(sides):
            return True
        if self._answered(sides) or len(_distinct([self._side(_AMONG)])) > 1:
            return True
        return self._joint(sides) and not self.adjunct and len(_distinct(filled)) > 1

    def _answered(self, sides: list[list[Mention]]) -> bool:
        """Whether holder and sender of something written both stand on its first side ("he answered a letter from her",
        "he has a letter from her")."""
        sent = self.sense.pos == "noun" and self.sense.type is ClaimType.CORRESPONDENCE and not sides[-1]
        return sent and bool(self._side(("from",))) and bool(self._side(("holder",)))

    def _joint(self, sides: list[list[Mention]]) -> bool:
        """Whether one side in the plural is enough ("they met"); of some senses only with a word that says so."""
        if not self.sense.joint or not self.sense.joint_with:
            return self.sense.joint
        near = [w for c in self.trigger.children if c.dep in {"prep", "advmod", "dobj"} for w in c.subtree()[:6]]
        pair = any(m.form != "name" and m.others for m in sides[0])
        return pair or any(w.lower in self.sense.joint_with for w in near)

    def _side(self, slots: tuple[str, ...]) -> list[Mention]:
        prepositions = [s for s in slots if s not in {"agent", "object", "holder", "dative"}]
        words: list[Word] = []
        if "agent" in slots:
            words += agents(self.trigger)
        if "object" in slots:
            words += objects(self.trigger)
        if "dative" in slots:
            words += [c for c in self.trigger.children if c.dep == "dative" and c.pos != "ADP"]
            words += [w for w in objects(self.trigger) if w.lemma.lower() not in _MISSIVES][:1]
        if "holder" in slots:
            words += self._holders() or self._attending()
        if prepositions:
            words += obliques(self.trigger, prepositions, self._is_closed)
            words += [] if words else self._of_light_verb(prepositions)
        return list(self._mentions(words))

    def _of_light_verb(self, prepositions: list[str]) -> list[Word]:
        """Return what the parser hung on the verb of "held a session with her", "gave testimony before them"."""
        verb = self.trigger.head
        if self.sense.pos != "noun" or self.trigger.dep != "dobj" or verb.lemma not in _LIGHT:
            return []
        return obliques(verb, prepositions, self._is_closed)

    def _is_closed(self, word: Word) -> bool:
        """Whether what hangs below a word is its own: an actor's, or another contact's ("before a meeting with")."""
        return self._is_actor(word) or (word is not self.trigger and ("noun", word.lemma.lower()) in senses())

    def _is_actor(self, word: Word) -> bool:
        return self.people.mention_at(word) is not None

    def _mentions(self, words: list[Word]) -> Iterator[Mention]:
        seen: set[int] = set()
        for word in words:
            for mention in expand(word, self.people):
                if id(mention.entry) not in seen and self._takes_part(mention):
                    seen.add(id(mention.entry))
                    yield mention

    def _takes_part(self, mention: Mention) -> bool:
        entry = mention.entry
        if entry.press:
            return False
        if entry.place:
            return self.trigger.lemma.lower() in _TALKS
        return True

    def _holders(self) -> list[Word]:
        """Return whose meeting, call or letter a noun is."""
        noun = self.trigger
        words = [
            c for c in noun.children if c.dep == "poss" or (c.dep in {"compound", "nmod", "amod"} and self._is_actor(c))
        ]
        if words and not (words[0].lower in _THEIRS and self.people.mention_at(words[0]) is None):
            return words
        top = noun
        while top.dep == "conj" and top.head is not top and top.head.pos in {"NOUN", "PROPN"}:
            top = top.head
        head = top.head
        if top.dep in {"dobj", "nsubjpass", "attr"} and head.pos in {"VERB", "AUX"} and head.lemma in _LIGHT:
            return agents(head) if top.dep != "attr" else []
        if top.dep == "pobj" and head.dep in {"prep", "pcomp"}:
            self.adjunct = True
            return self._adjunct_holders(head)
        return []

    def _spoken_to(self, holders: list[Mention]) -> list[Mention]:
        """Return to whom somebody spoke at an occasion ("in a call on Monday, she offered him the post")."""
        verb = self.trigger.head.head
        together = any(c.lower == "with" for c in verb.children) or any(
            c.lower == "with" for o in verb.children if o.dep == "dobj" for c in o.children
        )
        known = verb.lemma in _TO_SOMEBODY or together
        if self.trigger.head.lower not in {"in", "during", "at"} or not known or is_passive(verb):
            return []
        told = {id(m.entry) for m in holders}
        words = [c for c in verb.children if c.dep in {"dobj", "dative"} and c.pos != "ADP"]
        words += obliques(verb, ("with",), self._is_closed)
        found = self._mentions(words)
        return [m for m in found if m.entry.kind is ActorKind.PERSON and id(m.entry) not in told]

    def _attending(self) -> list[Word]:
        """Return who went, by a clause at the noun ("a dinner attended by her", "the meeting, which he attended")."""
        clauses = [c for c in self.trigger.children if c.dep in {"acl", "relcl"} and c.lemma in _GOING]
        return [w for clause in clauses for w in agents(clause)]

    def _adjunct_holders(self, preposition: Word) -> list[Word]:
        """Return the subject of the clause a noun is an adjunct of ("after a meeting with her, he said")."""
        governor = preposition.head
        if preposition.lower in _ADJUNCTS | {"for", "to", "into"} and governor.pos in {"VERB", "AUX"}:
            return grammatical_subject(governor)
        if governor.pos == "NOUN" and any(c.dep == "poss" for c in governor.children):
            return [c for c in governor.children if c.dep == "poss"]
        if governor.pos == "NOUN" and governor.dep in {"dobj", "pobj"}:
            up = governor.head
            return grammatical_subject(up) if up.pos == "VERB" else []
        return []

    def _guarded(self) -> bool:
        trigger, sense = self.trigger, self.sense
        if sense.particles and not any(
            c.lower in sense.particles for c in trigger.children if c.dep in {"prt", "advmod", "prep"}
        ):
            return False
        if trigger.lemma.lower() in sense.plain_only_plural and trigger.tag == "NN":
            return any(c.dep == "prep" and c.lower in {"with", "between"} for c in trigger.children)
        return all(_GUARDS[name](self) for name in sense.guards)

    def naming(self) -> bool:
        """Refuse "called her a liar", "called on her", "called for"."""
        named = any(c.dep == "dobj" for c in self.trigger.children)
        for child in self.trigger.children:
            if child.dep == "oprd" and not named and self._is_actor(child):
                continue  # the parser's mistake for a plain object
            if child.dep in {"oprd", "ccomp", "acomp", "attr"} or (child.dep == "xcomp" and child.pos != "VERB"):
                return False
            close = child.i == self.trigger.i + 1 or child.lower == "as"
            if (
                close
                and child.dep in {"prep", "prt"}
                and child.lower in {"on", "for", "upon", "out", "off", "into", "as"}
            ):
                return False
            if child.dep == "punct" and child.text == '"' and child.i > self.trigger.i:
                return False
        found = objects(self.trigger)
        nouns = [w for w in self.trigger.children if w.dep == "dobj"]
        if is_passive(self.trigger) and not agents(self.trigger):
            return False
        return len(nouns) <= 1 and not any(w.i > self.trigger.i and _is_described(w) for w in found)

    def missive(self) -> bool:
        """Ask that something written is sent; "wrote to him" has its own."""
        carried = objects(self.trigger) if not is_passive(self.trigger) else grammatical_subject(self.trigger)
        missives = _WRITINGS if self.trigger.lemma == "address" else _MISSIVES
        things = [w for o in carried for w in (o, *_counted(o)) if w.lemma.lower() in missives]
        if things:
            return True
        return self.trigger.lemma == "write" and not any(w.dep == "dobj" and w.pos == "NOUN" for w in carried)

    def person_to(self) -> bool:
        """Ask for a person after "to"."""
        found = obliques(self.trigger, ("to",), self._is_actor)
        mentions = [m for w in found for m in expand(w, self.people)]
        return any(m.entry.kind is ActorKind.PERSON and m.entry.named for m in mentions)

    def body(self) -> bool:
        """Ask for a body or judge after "before"."""
        found = obliques(self.trigger, ("before",), self._is_actor)
        mentions = [m for w in found for m in expand(w, self.people)]
        judges = {"judge", "justice", "magistrate"}
        return any(
            (m.entry.kind is ActorKind.ORG and not m.entry.place) or m.head.lemma.lower() in judges for m in mentions
        )

    def person_agent(self) -> bool:
        """Ask for a person on both sides."""
        words = agents(self.trigger) + objects(self.trigger)
        mentions = [m for w in words for m in expand(w, self.people)]
        return len(mentions) > 1 and all(m.entry.kind is not ActorKind.ORG for m in mentions)

    def questioned(self) -> bool:
        """Ask for an office, a police, a panel: an interview with a person alone is one with the press."""
        mentions = [m for slots in self.sense.sides for m in self._side(slots)]
        return any(m.entry.kind is not ActorKind.PERSON for m in mentions)

    def real_call(self) -> bool:
        """Refuse "calls to resign", "a call for calm", a close call."""
        for child in self.trigger.children:
            if child.dep in {"acl", "relcl"} and any(c.dep == "aux" and c.lower == "to" for c in child.children):
                return False
            if child.dep == "prep" and child.lower == "for":
                return False
            if child.dep == "amod" and child.lower in {"close", "tough", "judgment", "final"}:
                return False
        return True


_GUARDS = {
    "naming": _Match.naming,
    "missive": _Match.missive,
    "person_to": _Match.person_to,
    "body": _Match.body,
    "person_agent": _Match.person_agent,
    "real_call": _Match.real_call,
    "questioned": _Match.questioned,
}


def _is_described(word: Word) -> bool:
    """Whether an object is followed by what it is called ("called Roe reckless", parsed as one noun phrase); an
    apposition behind a comma only says who it is."""
    if any(c.dep == "punct" and c.i == word.i + 1 for c in word.children):
        return False
    return any(c.dep in {"appos", "amod", "acomp"} and c.i > word.i and c.i - word.i <= 3 for c in word.children)


def _distinct(sides: list[list[Mention]]) -> list[Entry]:
    entries: dict[int, Entry] = {}
    for side in sides:
        for mention in side:
            for entry in (mention.entry, *mention.others):
                entries.setdefault(id(entry), entry)
    return list(entries.values())


def expand(word: Word, people: People) -> list[Mention]:
    """Return the mentions a slot's filler stands for: itself or its apposition, its conjuncts, what it includes."""
    out: list[Mention] = []
    for part in [word, *conjuncts(word)]:
        out += _glued(part, people)
        own = people.mention_at(part)
        named = _apposed(part, people) if own is None or not own.entry.named else None
        if named is not None:
            out += named
        elif own is not None:
            out.append(own)
        out += _included(part, people)
    return out


def _glued(word: Word, people: People) -> list[Mention]:
    """Return whom the parser took for a part of the next name ("met with Roe and Sen. Ann Lee")."""
    joined = (c for c in word.children if c.dep in {"nmod", "compound"} and any(g.dep == "cc" for g in c.children))
    found = (people.mention_at(c) for c in joined)
    own = people.mention_at(word)
    return [m for m in found if m is not None and m.entry.named and (own is None or m.entry is not own.entry)]


def _apposed(word: Word, people: People) -> list[Mention] | None:
    for child in word.children:
        if child.dep == "appos":
            mention = people.mention_at(child)
            if mention is not None and mention.entry.named:
                return [m for w in [child, *conjuncts(child)] if (m := people.mention_at(w)) is not None]
    return None


def _included(word: Word, people: People) -> list[Mention]:
    """Return whom "including", "such as" or "a group of" adds."""
    out: list[Mention] = []
    for child in word.children:
        if child.dep != "prep":
            continue
        listed = child.lower in {"including", "like"} or (
            child.lower == "as" and any(c.lower == "such" for c in child.children)
        )
        grouped = child.lower == "of" and word.lemma.lower() in {
            "group",
            "delegation",
            "team",
            "member",
            "pair",
            "number",
        }
        if listed or grouped:
            for inner in objects_of(child):
                for part in [inner, *conjuncts(inner)]:
                    mention = people.mention_at(part)
                    if mention is not None and (listed or mention.entry.kind is ActorKind.PERSON):
                        out.append(mention)
    return out
