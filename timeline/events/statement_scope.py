"""How far a denial goes: "never met him to discuss the budget" denies a purpose, not the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language.parse import Parsed, Word
from timeline.model import Span

_TOPICS = frozenset({"about", "regarding", "concerning", "on", "over", "as", "during", "for"})
#: What one does, or does not do, something on.
_REASONS = frozenset({"advice", "ground", "instruction", "order", "principle", "recommendation"})
_NEVER = frozenset({"never", "not", "n't", "n’t"})


def denial_scope(parsed: Parsed, content: Sequence[Span]) -> Span | None:
    """Return the words that limit the first denial among words said: a purpose, a topic, a capacity; None without."""
    for span in content:
        for word in parsed.words_in(span):
            if word.dep == "neg" and word.lower in _NEVER and _is_main(word.head, span):
                limits = [w for child in _limits(word.head) for w in child.subtree()]
                return _whole(limits, span)
    return None


def _is_main(verb: Word, within: Span) -> bool:
    """Whether a verb is what the words say first of all, and not in a clause below another verb of theirs."""
    above = (w for w in verb.ancestors() if w.pos in {"VERB", "AUX"})
    return not any(within.start <= w.start and w.end <= within.end for w in above)


def _limits(verb: Word) -> list[Word]:
    found = [c for c in verb.rights if c.dep == "prep" and c.lower in _TOPICS and not _is_why(c)]
    aims = {"advcl", "xcomp"} if any(c.dep in {"dobj", "prep"} for c in verb.rights) else {"advcl"}  # "want to leave"
    found += [c for c in verb.rights if c.dep in aims and any(w.tag == "TO" for w in c.lefts)]
    objects = [c for c in verb.rights if c.dep in {"dobj", "prep"}]
    nouns = [n for o in objects for n in ([o] if o.dep == "dobj" else o.children)]
    found += [c for n in nouns for c in n.rights if c.dep == "prep" and c.lower in _TOPICS]
    found += [c for n in nouns for c in n.rights if c.dep in {"acl", "relcl"} and any(w.tag == "TO" for w in c.lefts)]
    return found


def _is_why(preposition: Word) -> bool:
    """Whether a phrase tells why something was not done, and limits nothing ("on the advice of his doctor")."""
    return preposition.lower == "on" and any(c.lemma.lower() in _REASONS for c in preposition.children)


def _whole(words: list[Word], within: Span) -> Span | None:
    """Return words as one stretch inside the content, or None for none."""
    inside = [w for w in words if within.start <= w.start and w.end <= within.end and w.dep != "punct"]
    return Span(min(w.start for w in inside), max(w.end for w in inside)) if inside else None
