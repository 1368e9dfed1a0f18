"""The guards of a sense: checks by name that its data ask for, beyond who stands where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from timeline.events import manners, tribunals
from timeline.events.on_air import is_on_stage
from timeline.events.participants import expand
from timeline.events.senses import senses, words
from timeline.events.slots import Slots
from timeline.events.writings import passed_between
from timeline.language.parse import Word
from timeline.language.syntax import agents, conjuncts, grammatical_subject, is_passive, objects, objects_of
from timeline.model import ActorKind

#: Whom somebody calls so, he calls forth ("called her onto the stage").
_TO_A_SPOT = frozenset({"onto", "into", "forward", "up"})


#: How the parser hangs a particle on its verb.
_PARTICLES = frozenset({"prt", "advmod", "prep"})


def _naming(at: Slots) -> bool:
    """Refuse "called her a liar", "called on her", "called for"."""
    named = any(c.dep == "dobj" for c in at.trigger.children)
    behind = [c for c in at.trigger.children if c.i > at.trigger.i and c.pos in {"NOUN", "PROPN", "PRON"}]
    if len([c for c in behind if c.dep in {"dobj", "nsubj", "dative", "nmod"}]) > 1:
        return False
    for child in at.trigger.children:
        if child.dep == "oprd" and not named and at.is_actor(child):
            continue  # the parser's mistake for a plain object
        if child.dep in {"oprd", "ccomp", "acomp", "attr"} or (child.dep == "xcomp" and child.pos != "VERB"):
            return False
        if child.dep == "prt" and child.lower == "out":
            return False  # "called her out"
        close = child.i == at.trigger.i + 1 or child.lower == "as"
        if close and child.dep in {"prep", "prt"} and child.lower in {"on", "for", "upon", "out", "off", "into", "as"}:
            return False
        if child.dep == "prep" and child.lower == "by" and any(o.lemma == "name" for o in child.children):
            return False
        if child.dep == "punct" and child.text == '"' and child.i > at.trigger.i:
            return False
    if any(c.dep == "prep" and c.lower in _TO_A_SPOT for c in at.trigger.children):
        return False
    found = objects(at.trigger)
    if any(_is_named_so(w) for w in found if w.i > at.trigger.i):
        return False
    nouns = [w for w in at.trigger.children if w.dep == "dobj"]
    if is_passive(at.trigger) and not agents(at.trigger):
        return False
    return len(nouns) <= 1 and not any(w.i > at.trigger.i and _is_described(w) for w in found)


def _missive(at: Slots) -> bool:
    """Ask that something written is sent; "wrote to him" has its own."""
    if at.trigger.lemma == "write" and any(
        c.lower in {"off", "out"} and c.dep in _PARTICLES for c in at.trigger.children
    ):
        return False  # "wrote her off", "out of her will"
    carried = objects(at.trigger) if not is_passive(at.trigger) else grammatical_subject(at.trigger)
    missives = words().writings if at.trigger.lemma == "address" else words().missives
    carried = [w for o in carried for w in (o, *conjuncts(o))] if not is_passive(at.trigger) else carried
    things = [w for o in carried for w in (o, *_counted(o)) if w.lemma.lower() in missives and not _is_signal(w)]
    if things and "from" in at.sense.sides[-1] and any(passed_between(o, ("to",)) for o in things):
        return False  # "obtained a memo from Roe to Lund"
    if things and at.trigger.lemma == "submit" and all(w.tag == "NNS" and w.lemma.lower() in _MAILS for w in things):
        return False  # what was written to others
    if things:
        return any(w.lower != "it" for w in things) or not _between_bodies(at)
    if any(c.dep == "prep" and c.lower == "under" for c in at.trigger.children):
        return False  # a pen name
    return at.trigger.lemma == "write" and not any(w.dep == "dobj" and w.pos == "NOUN" for w in carried)


#: What is handed in as papers, where there are many.
_MAILS = frozenset({"e-mail", "email", "message", "text"})


def _is_signal(word: Word) -> bool:
    """Whether a message is what deeds or words tell everybody ("sent them a clear message")."""
    described = any(c.dep == "amod" and c.lower in words().signals for c in word.children)
    return word.lemma.lower() in {"message", "word"} and described


def _no_signal(at: Slots) -> bool:
    """Refuse "a clear message to Roe", and "Lund notes", which the parser takes for a noun."""
    verb_like = at.trigger.lower == "notes" and at.trigger.dep == "ROOT"
    return not verb_like and not _is_signal(at.trigger)


def _host(at: Slots) -> bool:
    """Ask for somebody who comes: a name, or one person ("received all the delegates" tells of votes)."""
    if at.trigger.lemma != "receive":
        return True
    mentions = [m for w in objects(at.trigger) for m in expand(w, at.people)]
    return any(m.entry.named or m.head.tag != "NNS" for m in mentions)


def _beside(at: Slots) -> bool:
    """Refuse those who join somebody in what they say or want ("joined her in condemning it")."""
    ins = [c for c in at.trigger.children if c.dep == "prep" and c.lower == "in"]
    lists = [c for c in at.trigger.children if c.dep == "prep" and c.lower == "on"]
    if any(o.lemma.lower() in words().lists for c in lists for o in objects_of(c)):
        return False
    return not any(o.tag == "VBG" or o.lemma.lower() in words().causes for c in ins for o in objects_of(c))


def _between_bodies(at: Slots) -> bool:
    """Whether only bodies stand on both sides ("the Senate sent it to the governor's office": a bill)."""
    mentions = [m for slots in at.sense.sides for m in at.side(slots)]
    return all(m.entry.kind is ActorKind.ORG for m in mentions)


def _person_to(at: Slots) -> bool:
    """Ask for a person after "to"."""
    return any(m.entry.kind is ActorKind.PERSON and m.entry.named for m in at.side(("to",)))


def _person_on(at: Slots) -> bool:
    """Ask for a person after "on"."""
    return any(m.entry.kind is ActorKind.PERSON and m.entry.named for m in at.side(("on",)))


def _no_match(at: Slots) -> bool:
    """Refuse players who "met in the final", and who "met her halfway"."""
    if any(c.lower in {"halfway", "half"} for c in at.trigger.children):
        return False
    places = [o for c in at.trigger.children if c.dep == "prep" and c.lower == "in" for o in objects_of(c)]
    if any(o.lower in words().rivers for w in agents(at.trigger) for o in (w, w.head)):
        return False
    return not any(o.lemma.lower() in words().matches or o.lower in words().matches for o in places)


def _no_account(at: Slots) -> bool:
    """Refuse "called her to account", "to order", which the parser may take for an infinitive."""
    behind = [w for w in at.trigger.sentence.words if w.i > at.trigger.i]
    return not any(a.lower == "to" and b.lower in words().called_to for a, b in pairwise(behind))


def _not_against(at: Slots) -> bool:
    """Refuse "briefed against her"."""
    return not (is_passive(at.trigger) and any(w.lower == "against" for w in at.trigger.children))


def _not_posted(at: Slots) -> bool:
    """Refuse what is told on a platform, or in something written that is a contact by itself ("told her on Twitter",
    "told her in an e-mail")."""
    ways = [(c.lower, o) for c in at.trigger.children if c.dep == "prep" for o in objects_of(c)]
    platform = any(o.lower in words().open_platforms for _, o in ways)
    return not platform and not any(by == "in" and o.lemma.lower() in words().writings | {"text"} for by, o in ways)


def _nothing_met(at: Slots) -> bool:
    """Refuse two who "met every test", "met with an accident"."""
    near = [at.trigger, *(c for c in at.trigger.children if c.dep == "prep" and c.lower == "with")]
    met = [c for w in near for c in w.children if c.dep in {"dobj", "pobj"}]
    return not any(c.lemma.lower() in words().met_things for c in met)


def _said_to(at: Slots) -> bool:
    """Ask for a telling in the past, and for a person behind the "to" of the verb or of what was said."""
    near = [at.trigger, *(c for c in at.trigger.children if c.dep == "dobj")]
    tos = [c for w in near for c in w.children if c.dep in {"prep", "dative"} and c.lower == "to"]
    own = [o for to in tos for o in objects_of(to)]
    mentions = [m for w in own for m in expand(w, at.people)]
    named = any(m.entry.kind is ActorKind.PERSON and m.entry.named for m in mentions)
    return named and at.trigger.tag in {"VBD", "VBN", "VBG"}


def _news(at: Slots) -> bool:
    """Ask for what somebody learned: "of", "about" or that something is so."""
    near = [c for c in at.trigger.children if c.i > at.trigger.i]
    return any(c.dep == "ccomp" or (c.dep == "prep" and c.lower in {"about", "of"}) for c in near)


def _hands(at: Slots) -> bool:
    """Ask for hands that are shaken."""
    return any(o.lemma == "hand" for o in objects(at.trigger))


def _requests(at: Slots) -> bool:
    """Ask for a request or complaint that a body gets."""
    asked = any(o.lemma.lower() in {"complaint", "petition", "request"} for o in objects(at.trigger))
    return asked and all(m.entry.kind is ActorKind.ORG for m in at.side(("with",)))


def _questions(at: Slots) -> bool:
    """Ask for questions that are put."""
    return any(o.lemma == "question" for o in objects(at.trigger))


def _in_touch(at: Slots) -> bool:
    """Ask for "in touch", of those who are ("put them in touch" tells of others)."""
    near = at.trigger.head
    return at.trigger.dep == "pobj" and near.lower == "in" and near.head.lemma in words().staying


def _person_agent(at: Slots) -> bool:
    """Ask for a person on both sides."""
    words = agents(at.trigger) + objects(at.trigger)
    mentions = [m for w in words for m in expand(w, at.people)]
    return len(mentions) > 1 and all(m.entry.kind is not ActorKind.ORG for m in mentions)


def _no_request(at: Slots) -> bool:
    """Refuse "asked her for a meeting": what is asked for has not been."""
    wanted = [o for c in at.trigger.children if c.dep == "prep" and c.lower == "for" for o in objects_of(c)]
    return not any(("noun", o.lemma.lower()) in senses() for o in wanted)


def _questioned(at: Slots) -> bool:
    """Ask for an office, a police, a panel: an interview with a person alone is one with the press, and so is one with
    a firm ("she said in an interview with Lund Online")."""
    mentions = [m for slots in at.sense.sides for m in at.side(slots)]
    asked = [m for m in mentions if m.entry.kind is not ActorKind.PERSON]
    if at.adjunct and all(m.entry.kind is ActorKind.ORG for m in asked):
        asked = [m for m in asked if words().inquirers & {w.lower() for w in m.entry.name.split()}]
    return bool(asked)


def _bodily(at: Slots) -> bool:
    """Ask for a spot or a manner: whom somebody merely "has embraced", he supports."""
    verb = at.trigger
    if any(c.dep == "aux" and c.lemma == "have" for c in verb.children):
        return False
    spots = [o for c in verb.children if c.dep == "prep" and c.lower in _SPOTS for o in objects_of(c)]
    return any(not o.text.isdigit() for o in spots) or any(c.lower in _WARMLY for c in verb.children)


def _off_stage(at: Slots) -> bool:
    """Refuse what is done before a crowd ("hugged her on stage")."""
    return not is_on_stage(at.trigger)


def _at_table(at: Slots) -> bool:
    """Ask that somebody is given a place beside who gives it ("put her on his right")."""
    mine = {id(m.entry) for w in agents(at.trigger) for m in expand(w, at.people)}
    hands = [w for w in at.trigger.subtree() if w.lower in _HANDS and w.dep == "pobj" and w.head.lower in {"on", "at"}]
    owners = (at.people.mention_at(c) for hand in hands for c in hand.children if c.dep == "poss")
    return any(id(m.entry) in mine for m in owners if m is not None)


_HANDS = frozenset({"right", "left", "side"})
_SPOTS = frozenset({"at", "on", "outside", "backstage", "aboard"})
_WARMLY = frozenset({"warmly", "briefly", "tearfully", "publicly", "backstage", "onstage"})


def _real_call(at: Slots) -> bool:
    """Refuse "calls to resign", "a call for calm", a close call."""
    for child in at.trigger.children:
        if child.dep in {"acl", "relcl"} and any(c.dep == "aux" and c.lower == "to" for c in child.children):
            return False
        if child.dep == "prep" and child.lower == "for":
            return False
        if child.dep == "amod" and child.lower in {"close", "tough", "judgment", "final"}:
            return False
    return True


def _is_described(word: Word) -> bool:
    """Whether an object is followed by what it is called ("called Roe reckless", parsed as one noun phrase); an
    apposition behind a comma only says who it is."""
    if any(c.dep == "punct" and c.i == word.i + 1 for c in word.children):
        return False
    return any(
        c.dep in {"appos", "amod", "acomp", "dobj"} and c.i > word.i and c.i - word.i <= 3 for c in word.children
    )


#: How many words behind whom it names a quoted name may begin ("calling him, among other things, 'a bore'").
_NEAR = 6
_QUOTES = frozenset({'"', "'", "''", "``", "“", "‘"})


def _is_named_so(word: Word) -> bool:
    """Whether what somebody is called stands further behind: quoted, "by another name", or as a second apposition."""
    behind = [w for w in word.sentence.words if w.i > word.i]
    pairs = list(pairwise(behind))
    if any(mark.text in _QUOTES and (w.pos == "DET" or w.tag == "PRP$") for mark, w in pairs[:_NEAR]):
        return True
    by = {w.i for w in behind if w.lower == "by"}
    if any(w.lower in {"name", "names"} and by & set(range(w.i - 3, w.i)) for w in behind):
        return True
    listed = [w for comma, w in pairs if comma.text == "," and w.lower in {"a", "an"}]
    return len(listed) > 1 and not any(w.dep == "cc" and listed[0].i < w.i < listed[-1].i for w in behind)


def _counted(word: Word) -> list[Word]:
    """Return what a quantity is of ("dozens of messages")."""
    return [o for c in word.children if c.dep == "prep" and c.lower == "of" for o in objects_of(c)]


def _no_object(at: Slots) -> bool:
    """Refuse what is gathered ("gathered signatures")."""
    return not any(c.dep == "dobj" for c in at.trigger.children)


def _by_wire(at: Slots) -> bool:
    """Ask for a phone by which somebody is reached ("got on the phone with her")."""
    through = [o for c in at.trigger.children if c.dep in {"prep", "agent"} for o in objects_of(c)]
    return any(o.lemma.lower() in words().wires for o in through)


def _video(at: Slots) -> bool:
    """Ask for a conference by video or telephone."""
    return any(c.dep in {"compound", "amod"} and c.lower in words().wires for c in at.trigger.children)


GUARDS: Mapping[str, Callable[[Slots], bool]] = {
    "naming": _naming,
    "missive": _missive,
    "person_to": _person_to,
    "person_on": _person_on,
    "body": tribunals.before_a_body,
    "court": tribunals.in_court,
    "said_to": _said_to,
    "panel": tribunals.told_a_panel,
    "heard_before": tribunals.heard_before,
    "tribunal": tribunals.before_a_tribunal,
    "evidence": tribunals.of_evidence,
    "at_hearing": tribunals.at_a_hearing,
    "requests": _requests,
    "questions": _questions,
    "in_touch": _in_touch,
    "hands": _hands,
    "news": _news,
    "no_match": _no_match,
    "no_account": _no_account,
    "not_against": _not_against,
    "not_posted": _not_posted,
    "no_signal": _no_signal,
    "host": _host,
    "beside": _beside,
    "nothing_met": _nothing_met,
    "person_agent": _person_agent,
    "no_request": _no_request,
    "questioned": _questioned,
    "real_call": _real_call,
    "bodily": _bodily,
    "along": manners.along,
    "time_spent": manners.time_spent,
    "in_person": manners.in_person,
    "pact": manners.pact,
    "paths": manners.paths,
    "off_stage": _off_stage,
    "at_table": _at_table,
    "no_object": _no_object,
    "by_wire": _by_wire,
    "video": _video,
}
