"""A quote as HTML, escaped, with the word that carries the claim marked."""

from __future__ import annotations

from html import escape

from timeline.model import Evidence


def marked_quote(evidence: Evidence) -> str:
    """Return the quote; a trigger that stands outside it is not marked."""
    trigger, start = evidence.trigger, evidence.span.start
    if trigger is None or not start <= trigger.span.start < trigger.span.end <= evidence.span.end:
        return escape(evidence.quote)
    low, high = trigger.span.start - start, trigger.span.end - start
    before, word, after = evidence.quote[:low], evidence.quote[low:high], evidence.quote[high:]
    return f"{escape(before)}<mark>{escape(word)}</mark>{escape(after)}"
