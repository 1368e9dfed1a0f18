"""How far a denial goes: "never met him to discuss the budget" denies a purpose, not the meeting.

Only a denial has a scope: words said to deny ("denied meeting her to discuss it"), or words that say of a deed of the
past that it was not done ("we never met to discuss it"). What is not felt, known, wanted, possible or to come denies
no deed.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.senses import senses_of
from timeline.events.statement_clauses import infinitival
from timeline.events.statement_lexicon import lexicon
from timeline.events.statement_voice import is_gerund
from timeline.language.parse import Parsed, Word
from timeline.model import Span

_TOPICS = frozenset({"about", "regarding", "concerning", "on", "over", "as", "during", "for"})
#: What one does, or does not do, something on.
_REASONS = frozenset({"advice", "ground", "instruction", "order", "principle", "recommendation"})
_NEVER = frozenset({"never", "not", "n't", "n’t"})
#: Verbs that tell no deed, and those whose "for" says what is asked.
_STATES = frozenset(
    {
        "be",
        "have",
        "know",
        "think",
        "want",
        "need",
        "like",
        "see",
        "hear",
        "feel",
        "believe",
        "seem",
        "look",
        "remember",
    }
    | {"understand", "expect", "hope", "plan", "intend", "try", "care", "mean", "matter", "deserve", "get", "agree"}
)
_WANTING = frozenset({"ask", "call", "vote", "wait", "look", "hope", "account", "blame", "campaign", "run", "push"})
_KEEPING = frozenset({"have", "hold", "make"})


def denial_scope(parsed: Parsed, content: Sequence[Span], *, denies: bool) -> Span | None:
    """Return the words that limit a denial among words said: a purpose, a topic, a capacity; None without.

    `denies` tells that the saying itself is the denial ("denied meeting her").
    """
    for span in content:
        words = parsed.words_in(span)
        denied = _topmost(words) if denies else next((d for w in words if (d := _denied_by(w, span))), None)
        if denied is not None:
            limits = [w for child in _limits(denied, span) for w in child.subtree()]
            return _whole(limits, span)
    return None


def _topmost(words: Sequence[Word]) -> Word | None:
    """Return what is denied: the first verb or noun of the words that hangs on none of the others."""
    inside = {w.i for w in words}
    return next((w for w in words if w.head.i not in inside and w.pos in {"VERB", "AUX", "NOUN"}), None)


def _denied_by(word: Word, span: Span) -> Word | None:
    """Return the deed of the past that a negation denies and that is what the words say first of all."""
    if word.dep == "neg" and word.lower in _NEVER:
        verb = word.head
    elif word.lower == "no" and word.head.dep == "dobj" and word.head.head.lemma in _KEEPING:
        verb = word.head.head  # "had no talks with her about it"
    else:
        return None
    return verb if _is_past(verb) and _is_main(verb, span) else None


def _is_past(verb: Word) -> bool:
    """Whether a verb tells of the past: "met", "did not meet", "has never met"."""
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    perfect = any(c.lemma == "have" for c in helpers) and not any(c.tag == "MD" for c in helpers)
    return perfect or (verb.tag == "VBD" and not helpers) or any(c.tag == "VBD" and c.lemma == "do" for c in helpers)


def _is_main(verb: Word, within: Span) -> bool:
    """Whether a verb is what the words say first of all, and not in a clause below another verb of theirs."""
    above = (w for w in verb.ancestors() if w.pos in {"VERB", "AUX"})
    return not any(within.start <= w.start and w.end <= within.end for w in above)


def _limits(denied: Word, span: Span) -> list[Word]:
    """Return the phrases that limit a deed, or a contact told by a noun ("had no talks with her about it")."""
    if denied.pos == "NOUN":
        return _limits_of_noun(denied) if denied.lemma.lower() in senses_of("noun") else []
    objects = [c for c in denied.rights if c.dep in {"dobj", "prep", "dative"} and span.start <= c.start < span.end]
    nouns = [n for o in objects for n in ([o] if o.dep == "dobj" else o.children)]
    if denied.lemma in _KEEPING:
        return [c for n in nouns if n.lemma.lower() in senses_of("noun") for c in _limits_of_noun(n)]
    if denied.lemma in _STATES:
        return []
    topics = [c for c in objects if c.dep == "prep" and c.lower in _TOPICS and _is_limit(c)]
    found = topics if any(o not in topics for o in objects) else []  # "lied about it" leaves nothing undenied
    found += [c for c in denied.rights if c.dep in _aims(denied, objects) and infinitival(c)]
    return found + [c for n in nouns for c in _aims_of_noun(n)]


def _aims(verb: Word, objects: Sequence[Word]) -> frozenset[str]:
    """Return the links by which an infinitive tells what for; behind most verbs "to leave" is what is done itself."""
    said = verb.lemma.lower() in lexicon().verbs or verb.lemma.lower() in senses_of("verb") or is_gerund(verb)
    return frozenset({"advcl", "xcomp"}) if objects and said else frozenset({"advcl"})


def _limits_of_noun(noun: Word) -> list[Word]:
    topics = [c for c in noun.rights if c.dep == "prep" and c.lower in _TOPICS]
    behind = [c for p in noun.rights if p.dep == "prep" for n in p.children for c in n.rights if c.lower in _TOPICS]
    return [*topics, *(c for c in behind if c.dep == "prep"), *_aims_of_noun(noun)]


def _aims_of_noun(noun: Word) -> list[Word]:
    return [c for c in noun.rights if c.dep in {"acl", "relcl"} and infinitival(c)]


def _is_limit(preposition: Word) -> bool:
    """Whether a phrase limits what was not done: not why ("on the advice of his doctor"), how long or what for."""
    why = preposition.lower == "on" and any(c.lemma.lower() in _REASONS for c in preposition.children)
    long = preposition.lower == "for" and any(c.entity in {"DATE", "TIME"} for c in preposition.children)
    return not why and not long and not (preposition.lower == "for" and preposition.head.lemma in _WANTING)


def _whole(words: list[Word], within: Span) -> Span | None:
    """Return words as one stretch inside the content, or None for none."""
    inside = [w for w in words if within.start <= w.start and w.end <= within.end and w.dep != "punct"]
    return Span(min(w.start for w in inside), max(w.end for w in inside)) if inside else None
