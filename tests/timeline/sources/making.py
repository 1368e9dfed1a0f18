"""Texts and pages of an invented country for the tests of what reads them."""

from __future__ import annotations

from timeline.model import Article
from timeline.sources.problem import Problem, ProblemKind

TEXT = """Minister meets envoy of Norland

The minister of trade met the ambassador of Norland in Brask on Tuesday, her office said.

They spoke for an hour about the harbour treaty. “It was a good talk,” the minister said.
"""
FRENCH = (
    "Le ministre du commerce a rencontré mardi à Brask l'ambassadeur de Norlande, selon un communiqué publié par la "
    "présidence. Ils ont parlé pendant une heure du traité qui avait été signé il y a deux ans.\n"
)


def page(head: str = "", body: str = "") -> str:
    """Make a page with the article, more for its head, and more for the end of its body."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Minister meets envoy</title>{head}
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Minister meets envoy</h1>
<p>The minister of trade met the ambassador of Norland in Brask on Tuesday, her office said.</p>
<p>They spoke for an hour about the harbour treaty. “It was a good talk,” the minister said on Wednesday.</p>
</article>{body}<footer>© 2017 Brask Times</footer></body></html>"""


def article(read: Article | Problem) -> Article:
    """Return what was read, which must be an article."""
    assert isinstance(read, Article), read
    return read


def problem(read: Article | Problem, kind: ProblemKind) -> str:
    """Return the message of what was read, which must be a problem of that kind."""
    assert isinstance(read, Problem), read
    assert read.kind is kind, read
    return str(read)
