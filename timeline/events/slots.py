"""The slots of a sense, filled by grammar: agent, object, holder, and what stands behind prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.attendance import clauses_of_going
from timeline.events.participants import expand, is_left_out, with_them
from timeline.events.reached import beyond_the_object
from timeline.events.senses import Sense, senses, words
from timeline.events.status_nouns import answering
from timeline.events.writings import authors, owners, passed_between, recipients
from timeline.language.gapping import ORPHAN
from timeline.language.lexicon import lexicon
from timeline.language.mentions import Mention, People
from timeline.language.parse import Word
from timeline.language.syntax import (
    RELATIVES,
    agents,
    conjuncts,
    grammatical_subject,
    held_to,
    is_passive,
    objects,
    objects_of,
    obliques,
)
from timeline.model import ActorKind, ClaimType

#: Possessives that may stand before whom they mean ("in their call, Roe and Lund agreed").
_THEIRS = frozenset({"their", "his", "her", "its"})
#: Prepositions behind which the body of its people stands.
_FOR_WHOM = frozenset({"of", "from", "for", "on", "with", "at"})
#: Slots that no preposition fills.
_PLACES = frozenset({"agent", "object", "holder", "dative", "owner", "purpose", "guest", "at_home", "next_to"})
#: Types of contact that are named after the body they are with ("an FBI interview" is none of them).
_BEFORE_BODIES = frozenset({ClaimType.HEARING, ClaimType.CORRESPONDENCE})
#: Verbs by which somebody speaks at the hearing that is their object ("told a Senate hearing").
_HEARD_BY = frozenset({"address", "give", "tell"})
#: What several occasions are counted by.
_SERIES = frozenset({"couple", "day", "dozen", "flurry", "hour", "round", "series", "set", "string"})
#: Verbs that have a "to" of their own ("referred in a letter to her age").
_POINTING = frozenset({"allude", "appeal", "commit", "devote", "draw", "lead", "point", "refer", "relate", "turn"})
_ADJUNCTS = frozenset(
    {"in", "at", "during", "after", "following", "before", "by", "with", "from", "through", "via", "over"}
)


class Slots:
    """The slots of one sense at one trigger."""

    def __init__(self, trigger: Word, sense: Sense, people: People) -> None:
        self.trigger, self.sense, self.people = trigger, sense, people
        #: Whether the holders are only the subject of the clause around ("after the meeting, they spoke").
        self.adjunct = False

    def side(self, slots: tuple[str, ...]) -> list[Mention]:
        """Return who fills any of some slots, each actor once."""
        prepositions = [s for s in slots if s not in _PLACES]
        found: list[Word] = []
        if "agent" in slots:
            found += agents(self.trigger)
        if "object" in slots:
            whom = objects(self.trigger)
            found += [*whom, *with_them(self.trigger, [w for w in whom if self.is_actor(w)])]
        if "dative" in slots:
            found += [c for c in self.trigger.children if c.dep == "dative" and c.pos != "ADP"]
            found += [w for w in objects(self.trigger) if self._is_somebody(w)][:1] or self._glued_recipient()
        if "holder" in slots:
            found += self._all_holders()
        found += beyond_the_object(self.trigger, slots)
        if prepositions:
            found += [o for w in obliques(self.trigger, prepositions, self.is_closed) for o in owners(w)]
            found += self._told_by_clauses(prepositions) + self._copied(prepositions)
            if not any(map(self.is_actor, found)):
                found += self._of_light_verb(prepositions) or self._far_off(prepositions)
            found += [] if found else self._torn_off(prepositions)
        return list(self.mentions(found))

    def _told_by_clauses(self, prepositions: list[str]) -> list[Word]:
        """Return who wrote, and who got, something written, by a clause at it."""
        if self.sense.pos != "noun" or self.sense.type is not ClaimType.CORRESPONDENCE:
            return []
        wrote = authors(self.trigger) if "from" in prepositions else []
        return wrote + (recipients(self.trigger, self.is_closed) if "to" in prepositions else [])

    def _copied(self, prepositions: list[str]) -> list[Word]:
        """Return who got a copy of what was sent ("emailed her, copying Roe", "wrote to her and copied Roe on it")."""
        if self.sense.type is not ClaimType.CORRESPONDENCE or "to" not in prepositions:
            return []
        copies = [c for c in self.trigger.children if c.dep in {"advcl", "conj"} and c.lemma == "copy"]
        inside = [o for c in copies for p in c.children if p.dep == "prep" and p.lower == "in" for o in objects_of(p)]
        sent = self.trigger.head if self.trigger.dep == "relcl" else self.trigger
        above = sent.head.head if sent.dep == "pobj" and sent.head.lower in {"on", "in"} else sent
        on_it = objects(above) if above.lemma == "copy" and is_passive(above) else []
        return [o for clause in copies for o in objects(clause)] + inside + on_it

    def _far_off(self, prepositions: list[str]) -> list[Word]:
        """Return whom the last phrase of a verb names that the parser hung on something within its object ("sent
        papers on trade and defence to Roe", "discussed the idea of moving to Bonn with her")."""
        wanted = {"to"} if self.sense.type is ClaimType.CORRESPONDENCE else {"with"}
        if self.sense.pos != "verb" or self.trigger.lemma.lower() not in words().carrying:
            return []
        behind = [w for w in self.trigger.subtree() if w.i > self.trigger.i and w.dep in {"prep", "dative"}]
        near = [w for w in behind if w.lower in wanted & set(prepositions) and self._belongs_here(w)]
        found = [o for w in near[-1:] for o in objects_of(w)]
        return [o for o in found if (m := self.people.mention_at(o)) and m.entry.kind is ActorKind.PERSON]

    def _torn_off(self, prepositions: list[str]) -> list[Word]:
        """Return what stands right behind a noun, or behind its date, and the parser hung further up ("criticised them
        in an email Friday to Roe", "talks resumed between Roe and Lund")."""
        if self.sense.pos == "noun" and self.trigger.dep == "dobj":
            return passed_between(self.trigger, prepositions) if self.sense.type is ClaimType.CORRESPONDENCE else []
        if self.sense.pos != "noun" or self.trigger.dep not in {"pobj", "nsubj", "nsubjpass"}:
            return []
        if self.trigger.dep != "pobj":
            aside = [c for c in self.trigger.head.children if c.dep == "prep" and c.lower == "between"]
            met = self.sense.joint and "between" in prepositions  # an exchange may be one on a stage
            return [o for c in aside if met for o in objects_of(c)]
        near = {"to", "from"} if self.sense.type is ClaimType.CORRESPONDENCE else {"with", "between"}
        behind = (w for w in self.trigger.sentence.words if w.i > self.trigger.i and w.entity != "DATE")
        first = next(behind, None)
        if first is None or first.lower not in near & set(prepositions) or first.head not in self.trigger.ancestors():
            return []
        return [] if first.head.lemma in _POINTING else objects_of(first)

    def _belongs_here(self, preposition: Word) -> bool:
        """Whether nothing between a phrase and the verb, neither an actor nor a clause, has a better claim to it."""
        for up in preposition.ancestors():
            if up is self.trigger:
                return True
            complete = up.tag == "VBG" and any(c.i < preposition.i and c.dep in {"prep", "dobj"} for c in up.children)
            if (up.pos in {"VERB", "AUX"} and not complete) or self.people.mention_at(up) is not None:
                return False
        return False

    def _is_somebody(self, word: Word) -> bool:
        """Whether a person, and nothing written, stands there ("wrote Roe that ...")."""
        mention = self.people.mention_at(word)
        told = any(c.dep == "ccomp" and c.i > word.i for c in self.trigger.children)
        person = mention is not None and (mention.entry.kind is not ActorKind.ORG or (told and mention.entry.named))
        work = any(c.dep == "poss" or c.lower == "the" for c in word.children if word.pos == "PROPN")
        return person and not work and word.lemma.lower() not in words().missives

    def _glued_recipient(self) -> list[Word]:
        """Return whom the parser took for a part of what is sent ("sent Roe polling data")."""
        sent = [o for o in objects(self.trigger) if o.lemma.lower() in words().missives]
        before = [c for o in sent for c in o.children if c.dep in {"compound", "nmod"}]
        glued = [*before, *(g for c in before for g in c.children if g.dep == "compound")]
        first = [c for c in glued if (m := self.people.mention_at(c)) is not None and m.head is c]
        names = [c for c in first if self._is_somebody(c) and not any(g.dep == "case" for g in c.children)]
        return [c for c in names if c.subtree()[0].i == self.trigger.i + 1][:1]

    def _of_light_verb(self, prepositions: list[str]) -> list[Word]:
        """Return what the parser hung on the verb of "held a session with her", "gave testimony before them"."""
        if self.sense.pos != "noun":
            return []
        above = [self.trigger.head] if self.trigger.dep == "dobj" else []
        verbs = [v for v in (*above, *self._had()) if v.lemma in words().light]
        before = [c for v in verbs for c in v.children if v.i < c.i < self.trigger.i and "to" in prepositions]
        given = [c for c in before if c.dep in {"dative", "dobj"} and c.pos != "ADP"]
        return given + [w for verb in verbs for w in obliques(verb, prepositions, self.is_closed)]

    def _had(self) -> list[Word]:
        """Return the verbs of clauses that tell who had it ("two meetings she had with him")."""
        clauses = [c for c in self.trigger.children if c.dep in {"relcl", "acl"} and c.lemma in {"have", "hold"}]
        return [c for c in clauses if not any(o.dep == "dobj" and o.lower not in RELATIVES for o in c.children)]

    def is_closed(self, word: Word) -> bool:
        """Whether what hangs below a word is its own: an actor's, or another contact's ("before a meeting with")."""
        mention = self.people.mention_at(word)
        group = mention is not None and not mention.entry.named and mention.entry.kind is not ActorKind.PERSON
        return (
            (mention is not None and not group)
            or word.lemma.lower() in words().ties
            or (word is not self.trigger and self._is_another_contact(word))
        )

    def _is_another_contact(self, word: Word) -> bool:
        """Whether a noun tells of a contact of its own; who testifies at a hearing does so before its body."""
        found = senses().get(("noun", word.lemma.lower()), ())
        here = self.sense.type is ClaimType.HEARING and self.sense.pos == "verb"
        return bool(found) and not (here and found[0].type is ClaimType.HEARING)

    def is_actor(self, word: Word) -> bool:
        """Whether an actor stands at a word."""
        return self.people.mention_at(word) is not None

    def mentions(self, found: list[Word]) -> Iterator[Mention]:
        """Yield whom some words stand for, each actor that can take part once."""
        seen: set[int] = set()
        for word in found:
            for mention in map(self._speaking_for, expand(word, self.people)):
                if id(mention.entry) not in seen and self._takes_part(mention) and not is_left_out(mention):
                    seen.add(id(mention.entry))
                    yield mention

    def _speaking_for(self, mention: Mention) -> Mention:
        """Return the body in whose name its people ask ("FBI agents", "members of the panel"), or the mention."""
        if mention.entry.named or not (self.sense.type is ClaimType.HEARING or "interview" in self.sense.lemmas):
            return mention
        head = mention.head
        if head.lemma.lower() not in words().askers:
            return mention
        inner = [c for c in head.children if c.dep == "compound"]
        inner += [o for c in head.children if c.dep == "prep" and c.lower in _FOR_WHOM for o in objects_of(c)]
        found = (self.people.mention_at(w) for w in inner)
        bodies = [m for m in found if m is not None and m.entry.named and m.entry.kind is ActorKind.ORG]
        bodies = bodies or ([] if head.children else self._asked_before(head))
        return next((m for m in bodies if not m.entry.place and not m.entry.press), mention)

    def _asked_before(self, askers: Word) -> list[Mention]:
        """Return the body that did the same in the sentence before ("The committee interviewed Roe. Then investigators
        interviewed Lund")."""
        before = askers.sentence.previous
        if before is None or before.paragraph != askers.sentence.paragraph:
            return []
        asked = (w for w in before.words if w.lemma in self.sense.lemmas and w.pos == "VERB")
        mentions = (self.people.mention_at(a) for verb in asked for a in agents(verb))
        return [m for m in mentions if m is not None and m.entry.named and m.entry.kind is ActorKind.ORG]

    def _takes_part(self, mention: Mention) -> bool:
        entry = mention.entry
        if entry.press or entry.name.lower() in words().platforms:
            return False
        if entry.place:
            return self.trigger.lemma.lower() in words().talks
        return True

    def _holders(self) -> list[Word]:
        """Return whose meeting, call or letter a noun is."""
        noun = self.trigger
        own = [c for c in noun.children if c.dep == "poss" or self._is_one_of_them(c)]
        if own and not (own[0].lower in _THEIRS and self.people.mention_at(own[0]) is None):
            return [*own, *self._heard(own)]
        top = noun
        while top.dep == "conj" and top.head is not top and top.head.pos in {"NOUN", "PROPN"}:
            top = top.head
        several = top.head.head if top.dep == "pobj" and top.head.lower == "of" else top
        if several.lemma in _SERIES and several.head.lemma != "give":
            top = several  # "held a round of talks"
        head = top.head
        if (
            top.dep in {"dobj", "nsubjpass", "attr", ORPHAN}
            and head.pos in {"VERB", "AUX"}
            and head.lemma in words().light
        ):
            return agents(head) if top.dep != "attr" else []
        if top.dep == "pobj" and head.dep in {"prep", "pcomp"}:
            holders = self._adjunct_holders(head)
            self.adjunct = not self._is_shared(own, head, holders)
            return holders
        return []

    def _heard(self, own: list[Word]) -> list[Word]:
        """Return who speaks at a hearing of a body ("at a Finance Committee hearing, she said", "gave Senate
        testimony")."""
        preposition = self.trigger.head
        if self.trigger.dep == "dobj" and self.sense.type is ClaimType.HEARING and preposition.lemma in _HEARD_BY:
            return agents(preposition)
        at = self.trigger.dep == "pobj" and preposition.lower in {"at", "during", "in"}
        bodies = all((m := self.people.mention_at(w)) and m.entry.kind is ActorKind.ORG for w in own)
        asked = self.sense.type is ClaimType.HEARING and at and bodies
        return self._adjunct_holders(preposition) if asked else []

    def _is_shared(self, own: list[Word], preposition: Word, holders: list[Word]) -> bool:
        """Whether an adjunct tells of its clause's subjects among themselves ("in their call, Roe and Lund agreed",
        "they stayed in contact")."""
        mentions = (self.people.mention_at(h) for h in holders)
        if preposition.head.lemma in _BRINGING | _INVITING and self.trigger.lemma.lower() in words().meals:
            return not any(c.lower == "with" for c in self.trigger.children)
        several = any(conjuncts(h) for h in holders) or any(m.others for m in mentions if m is not None)
        if not several or any(c.lower == "with" for c in self.trigger.children):
            return False
        verb = preposition.head
        tells_it = ("verb", verb.lemma.lower()) in senses()  # "during their call, they discussed": it is told by that
        theirs = any(o.lower == "their" for o in own) and verb.tag == "VBD" and not tells_it
        staying = preposition.lower == "in" and preposition.head.lemma in words().staying
        return theirs or (staying and self.trigger.lemma in {"contact", "touch"})

    def _is_one_of_them(self, modifier: Word) -> bool:
        """Whether a name before the noun took part ("the Roe meeting"), and is not where it was ("Elm House talks")."""
        mention = self.people.mention_at(modifier) if modifier.dep in {"compound", "nmod", "amod"} else None
        return mention is not None and (mention.entry.kind is not ActorKind.ORG or self.sense.type in _BEFORE_BODIES)

    def spoken_to(self, holders: list[Mention]) -> list[Mention]:
        """Return to whom somebody spoke at an occasion ("in a call on Monday, she offered him the post")."""
        verb = self.trigger.head.head
        together = any(c.lower == "with" for c in verb.children) or any(
            c.lower == "with" for o in verb.children if o.dep == "dobj" for c in o.children
        )
        known = verb.lemma in words().to_somebody or together
        if self.trigger.head.lower not in {"in", "during", "at"} or not known or is_passive(verb):
            return []
        told = {id(m.entry) for m in holders}
        spoken = [c for c in verb.children if c.dep in {"dobj", "dative"} and c.pos != "ADP"]
        spoken += obliques(verb, ("with",), self.is_closed)
        return [m for m in self.mentions(spoken) if m.entry.kind is ActorKind.PERSON and id(m.entry) not in told]

    def _all_holders(self) -> list[Word]:
        """Return whose it is, and who went, by a clause at the noun ("a dinner attended by her", "talks they had")."""
        went = [w for clause in (*clauses_of_going(self.trigger), *self._had()) for w in agents(clause)]
        holders = self._holders()
        if went and self.adjunct:
            self.adjunct = False
            holders = holders if self.trigger.head.lower in {"at", "during"} else []
        return [*holders, *went]

    def _sent(self, preposition: Word, verb: Word) -> list[Word]:
        """Return who was sent or brought to it ("sent her to Bonn for a meeting with him")."""
        went = [c for c in verb.children if c.dep == "dobj" and self.is_actor(c)]
        if preposition.lower not in {"for", "to", "into"} or is_passive(verb) or not went:
            return []
        along = grammatical_subject(verb) if verb.lemma in _BRINGING | _INVITING else []
        return [*along, *went] if verb.lemma in _SENDING | _BRINGING | _INVITING else []

    def _adjunct_holders(self, preposition: Word) -> list[Word]:
        """Return the subject of the clause a noun is an adjunct of ("after a meeting with her, he said")."""
        governor = preposition.head
        if preposition.lower == "from" and self.sense.type is ClaimType.CORRESPONDENCE:
            return []  # who lives by letters is not whom they were sent to
        if answering(self.trigger) is not None and recipients(self.trigger, self.is_closed):
            return []  # who replies to what went to another had no part in it
        if preposition.lower == "before" and self.sense.type is ClaimType.HEARING:
            return []  # who speaks before a hearing need not be heard there
        if preposition.lower == "of" and governor.lemma in words().airing:
            return []  # who made it known had no part in it
        if preposition.lower == "over" and self.trigger.lemma not in words().meals and self.trigger.tag != "NNS":
            return []  # what they were questioned or quarrelled about
        if preposition.lower == "in" and self.sense.type is ClaimType.CORRESPONDENCE and is_passive(governor):
            return [
                c for by in governor.children if by.dep == "agent" for c in by.children
            ]  # "was praised in a letter"
        present = preposition.lower == "on" and governor.lemma in {"be", "sit", "listen"}
        if (preposition.lower in _ADJUNCTS | {"for", "to", "into"} or present) and governor.pos in {"VERB", "AUX"}:
            held = held_to(preposition)
            if held:
                return [] if _is_the(self.trigger) else held
            return self._sent(preposition, governor) or grammatical_subject(governor)
        if governor.pos == "NOUN" and any(c.dep == "poss" for c in governor.children):
            return [c for c in governor.children if c.dep == "poss"]
        if governor.pos == "NOUN" and governor.dep in {"dobj", "pobj"}:
            up = governor.head
            return grammatical_subject(up) if up.pos == "VERB" else self._writer(preposition)
        return []

    def _writer(self, preposition: Word) -> list[Word]:
        """Return who asks or says in a letter, though its phrase hangs on what is asked for ("asked for the return of
        the papers in a letter to Roe")."""
        verb = next((w for w in preposition.ancestors() if w.pos in {"VERB", "AUX"}), None)
        told = verb is not None and (verb.lemma in lexicon().saying or verb.lemma in words().to_somebody)
        letter = self.sense.type is ClaimType.CORRESPONDENCE and preposition.lower == "in"
        return grammatical_subject(verb) if letter and told and verb is not None else []


def _is_the(noun: Word) -> bool:
    return any(c.dep == "det" and c.lower != "a" for c in noun.children)


#: Verbs whose object goes to the meeting, and those whose subject goes along.
_SENDING, _BRINGING = frozenset({"send", "dispatch"}), frozenset({"bring", "take"})
_INVITING = frozenset({"invite", "treat"})
