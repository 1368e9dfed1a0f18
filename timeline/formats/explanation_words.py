"""The parts of an explanation in words, the same as text and on the page."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.explaining import ReadActor, ReadClaim, ReadCue, ReadDate, ReadMention, ReadNothing, ReadSense
from timeline.formats.characters import one_line
from timeline.model import Evidence


def timex_words(seen: ReadDate) -> str:
    """Return the TIMEX3 type and value."""
    return f"TIMEX3 {seen.expression.timex_type} {seen.expression.timex_value}"


def edtf_words(seen: ReadDate) -> str:
    """Return the EDTF string, or why there is none."""
    date = seen.expression.date
    if date is not None:
        return date.edtf
    return "how long or how often" if seen.expression.timex_type in {"DURATION", "SET"} else "no days known"


def rule_words(seen: ReadDate) -> str:
    """Return the rule and what it counted from."""
    anchor = seen.expression.anchor
    return f"rule {seen.expression.rule}" + (f", counted from: {anchor}" if anchor else ", counted from nothing")


def actor_words(read: ReadActor) -> str:
    """Return what an actor is: kind, roles, and what keeps it from taking part."""
    parts = ["place" if read.place else read.actor.kind.value]
    parts += [] if read.actor.named else ["unnamed"]
    parts += ["news media, takes part in no contact"] if read.press else []
    return ", ".join([*parts, *read.actor.roles])


def mention_words(mention: ReadMention) -> str:
    """Return what kind of mention it is, and how it is known who is meant."""
    others = f", together with {', '.join(mention.others)}" if mention.others else ""
    return f"{mention.form}: {mention.why}{others}"


def sides_words(sense: ReadSense) -> list[str]:
    """Return who was found on each side; nothing where a guard came first."""
    pairs = zip(sense.slots, sense.sides, strict=False)
    return [f"{' or '.join(slots)}: {', '.join(side) or 'nobody'}" for slots, side in pairs]


def outcome_words(read: ReadSense | ReadCue) -> str:
    """Return the check that stopped a word of contact or of speech, or what decided its status."""
    return read.why if read.status is not None else f"stopped: {read.why}"


def nothing_words(left: Iterable[ReadNothing]) -> dict[str, list[ReadNothing]]:
    """Return what was not read, by the reason."""
    out: dict[str, list[ReadNothing]] = {}
    for read in left:
        out.setdefault(read.why, []).append(read)
    return out


def claim_words(read: ReadClaim) -> list[tuple[str, str]]:
    """Return how a claim was read, as names and values."""
    claim = read.claim
    out = [(check.name, check.found) for check in read.checks]
    out += [("speaker", f"“{one_line(read.speaker.text)}”, {mention_words(read.speaker)}")] if read.speaker else []
    out += _date_words(read)
    out += [("place", claim.place)] if claim.place else []
    out += [("times told", claim.count)] if claim.count else []
    if claim.statement is not None:
        spoken = claim.statement
        out.append(("statement", f"{spoken.stance.value}, {'quoted' if spoken.direct else 'reported'}"))
        out += [("through", spoken.channel)] if spoken.channel else []
        out += [("as far as", spoken.scope)] if spoken.scope else []
    out.append(("confidence", f"{claim.confidence.value:.2f}: {claim.confidence.detail or 'no reasons given'}"))
    return out


def _date_words(read: ReadClaim) -> list[tuple[str, str]]:
    """Return where a date came from, or which expressions beside the claim it was not."""
    date, by = read.claim.date, read.dated_by
    if date is None:
        left = "; ".join(f"“{text}” {why}" for text, why in read.left)
        return [("date", f"none: {left}" if left else "none in its words")]
    source = f"“{date.words}”, {rule_words(by)}" if by is not None else f"“{date.words}”, an adverb"
    stated = [("words alone", date.stated.edtf)] if date.stated is not None else []
    return [("date", f"{date.date.edtf}: {date.derivation}"), ("read from", source), *stated]


def evidence_words(evidence: Evidence) -> str:
    """Return the rule that read a piece of evidence, where it stands and on whose word it is told."""
    said = ", ".join(evidence.attributed_to)
    told = f"according to {said}" if said else "told by the article itself"
    return f"rule {evidence.rule}, characters {evidence.span.start} to {evidence.span.end}, {told}"
