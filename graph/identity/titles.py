"""One plain line that names an event: "Ann Lee met Bob Ray", "Call between A, B and C", "Planned call between A and B".

It says no more than the words that tell of it: who "spoke" is not said to have met, who "contacted" not to have
written; what somebody did is given in the source's own words.

What did not surely take place is never told as if it had: a planned meeting reads "A to meet B", everything else
opens with Planned, Denied, Possible (hypothetical) or Alleged. "Denied" says that somebody denies it, not who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import ClaimType, Evidence, Participant, Statement, Status

_OPENING = {
    Status.ASSERTED: "",
    Status.PLANNED: "Planned",
    Status.DENIED: "Denied",
    Status.HYPOTHETICAL: "Possible",
    Status.ALLEGED: "Alleged",
}
_QUOTES = "\"“”‘’'`"
_MOST_NAMES = 6
_MOST_WORDS = 120
_LONGEST_PHRASE = 60
#: Triggers that tell of talk, by whatever means, and of being in touch somehow.
_TALK = frozenset(
    [
        "speak",
        "speaks",
        "speaking",
        "spoke",
        "spoken",
        "talk",
        "talks",
        "talked",
        "talking",
        "discuss",
        "discussed",
        "discussing",
        "discussion",
        "discussions",
        "conversation",
        "conversations",
        "chat",
        "chats",
        "chatted",
        "conversed",
        "consulted",
    ]
)
_TOUCH = frozenset(
    [
        "contact",
        "contacts",
        "contacted",
        "contacting",
        "communication",
        "communications",
        "communicated",
        "interaction",
        "interactions",
        "reach",
        "reached",
        "reaching",
        "exchange",
        "exchanges",
        "dealings",
    ]
)
#: What stands before a verb and belongs to it.
_HELPERS = re.compile(r"(?:\b(?:was|were|is|are|been|being|be|has|have|had|did|does|not|never|to|will)\s+){1,4}$")
_CLAUSE_END = re.compile(r"[,;:!?()–—]|\.\W*$|\s(?:that|which|who|because|while|after|before|but|and then)\s")


def title(
    kind: ClaimType,
    status: Status,
    participants: Sequence[Participant],
    statement: Statement | None,
    evidence: Sequence[Evidence],
    *,
    words_only: bool = False,
) -> str:
    """Return the title of an event from its participants (in the event's order) and the words that tell of it; with
    `words_only` nothing more is told than that one said something to the other, by whatever means."""
    if statement is not None:
        return _statement(status, participants, statement)
    triggers = [e.trigger.text for e in evidence if e.trigger]
    first = next(iter(triggers), "")
    if not participants:
        return _opened(status, first or kind.value.replace("_", " "))
    if words_only and kind is ClaimType.MEETING:
        return _opened(status, f"words {_between(_names(participants))} (“{first}”)")
    if kind in _CONTACTS:
        return _CONTACTS[kind](status, participants, {t.lower() for t in triggers})
    return _action(status, participants, next((_phrase(e) for e in evidence if e.trigger), ""))


def _meeting(status: Status, participants: Sequence[Participant], triggers: set[str]) -> str:
    names = _names(participants)
    if triggers and triggers <= _TALK:
        return _talk(status, names)
    if triggers and triggers <= _TALK | _TOUCH:
        return _opened(status, f"contact {_between(names)}")
    if len(names) == 2 and status is Status.ASSERTED:
        return f"{names[0]} met {names[1]}"
    if len(names) == 2 and status is Status.PLANNED:
        return f"{names[0]} to meet {names[1]}"
    return _opened(status, f"meeting of {_listed(names)}")


def _talk(status: Status, names: list[str]) -> str:
    if len(names) == 2 and status is Status.ASSERTED:
        return f"{names[0]} spoke with {names[1]}"
    if len(names) == 2 and status is Status.PLANNED:
        return f"{names[0]} to speak with {names[1]}"
    return _opened(status, f"talk {_between(names)}")


def _call(status: Status, participants: Sequence[Participant], _: set[str]) -> str:
    return _opened(status, f"call {_between(_names(participants))}")


def _correspondence(status: Status, participants: Sequence[Participant], triggers: set[str]) -> str:
    senders, recipients = _in_role(participants, "sender"), _in_role(participants, "recipient")
    if triggers and triggers <= _TOUCH:
        contacted = bool(senders and recipients) and status is Status.ASSERTED
        names = _names(participants)
        return (
            f"{_listed(senders)} contacted {_listed(recipients)}"
            if contacted
            else _opened(status, f"contact {_between(names)}")
        )
    if senders and recipients and status is Status.ASSERTED:
        return f"{_listed(senders)} wrote to {_listed(recipients)}"
    if senders and recipients:
        return _opened(status, f"letter from {_listed(senders)} to {_listed(recipients)}")
    return _opened(status, f"correspondence {_between(_names(participants))}")


def _hearing(status: Status, participants: Sequence[Participant], _: set[str]) -> str:
    bodies = _in_role(participants, "body") or _in_role(participants, "questioner")
    heard = _in_role(participants, "witness") or [name for name in _names(participants) if name not in bodies]
    if not bodies:
        return _opened(status, f"hearing of {_listed(heard)}")
    if not heard:
        return _opened(status, f"hearing before {_listed(bodies)}")
    if status is Status.ASSERTED:
        return f"{_listed(heard)} heard by {_listed(bodies)}"
    if status is Status.PLANNED:
        return f"{_listed(heard)} to be heard by {_listed(bodies)}"
    return _opened(status, f"hearing of {_listed(heard)} before {_listed(bodies)}")


_CONTACTS = {
    ClaimType.MEETING: _meeting,
    ClaimType.CALL: _call,
    ClaimType.CORRESPONDENCE: _correspondence,
    ClaimType.HEARING: _hearing,
}


def _statement(status: Status, participants: Sequence[Participant], statement: Statement) -> str:
    """Name the speaker with the cue, without which a denial reads as what it denies."""
    speakers = _in_role(participants, "speaker") or ([statement.speaker.name] if statement.speaker else [])
    words = " ".join(statement.words.split())
    said = f"“{_cut(words.strip(_QUOTES))}”" if statement.direct else _cut(words)
    who, cue = _listed(speakers) or "Somebody", statement.cue.text
    if status is not Status.ASSERTED:
        return f"{'Not' if status is Status.DENIED else 'Perhaps'} said by {who}: {said}"
    return f"{cue.capitalize()} {who}: {said}" if cue.lower().endswith(" to") else f"{who} {cue}: {said}"


def _action(status: Status, participants: Sequence[Participant], phrase: str) -> str:
    """Name who acted, or was acted on, with the source's own words for what was done."""
    patients = _in_role(participants, "patient")
    agents = [name for name in _names(participants) if name not in patients]
    who = _listed(agents or patients)
    line = f"{who}: “{phrase}”" if phrase else who
    opening = _OPENING[status]
    return f"{opening}: {line}" if opening else line


def _phrase(evidence: Evidence) -> str:
    """Return the words from the trigger on, with its helping verbs, up to the end of the clause or a few words."""
    assert evidence.trigger is not None
    quote, at = evidence.quote, evidence.trigger.span.start - evidence.span.start
    helpers = _HELPERS.search(quote[:at])
    begin = helpers.start() if helpers else at
    end = _CLAUSE_END.search(quote, at + len(evidence.trigger.text))
    words = " ".join(quote[begin : end.start() if end else len(quote)].split())
    return words.strip(_QUOTES) if len(words) <= _LONGEST_PHRASE else words[:_LONGEST_PHRASE].rsplit(" ", 1)[0] + " …"


def _opened(status: Status, words: str) -> str:
    line = f"{_OPENING[status]} {words}".strip()
    return line[0].upper() + line[1:]


def _between(names: list[str]) -> str:
    return f"between {_listed(names)}" if len(names) > 1 else f"with {names[0]}"


def _names(participants: Sequence[Participant]) -> list[str]:
    return list(dict.fromkeys(p.actor.name for p in participants))


def _in_role(participants: Sequence[Participant], role: str) -> list[str]:
    return list(dict.fromkeys(p.actor.name for p in participants if p.role == role))


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES:
        shown, rest = names[: _MOST_NAMES - 1], len(names) - _MOST_NAMES + 1
        return f"{', '.join(shown)} and {rest} others"
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _cut(words: str) -> str:
    if len(words) <= _MOST_WORDS:
        return words
    return words[:_MOST_WORDS].rsplit(" ", 1)[0] + " …"
