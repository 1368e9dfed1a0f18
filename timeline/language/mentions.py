"""The actors of a document and their mentions: names, role nouns resolved to names, unnamed people.

One table per document: an `Entry` gathers the forms, roles, gender and number of one actor; a `Mention` is one place
where it stands. Pronouns are added by `coreference`. A bare surname that several people share, and nothing tells
apart, is an actor of its own: abstaining is right where guessing may be wrong.
"""

from __future__ import annotations

from timeline.language.bodies import BodyReader
from timeline.language.entries import Entry, Mention, People, Role, fold_name
from timeline.language.lexicon import lexicon
from timeline.language.named import NameTable
from timeline.language.names import find_names
from timeline.language.parse import Parsed
from timeline.language.phrases import noun_phrase
from timeline.language.press import PressReader
from timeline.language.roles import RoleReader

__all__ = ["Entry", "Mention", "People", "Role", "find_people", "fold_name", "noun_phrase"]


def find_people(parsed: Parsed, title: str = "") -> People:
    """Return the named and unnamed actors of a document, without pronouns; its title may give surnames in full."""
    people, names, lex = People(), find_names(parsed, title), lexicon()
    NameTable(people, names, lex).fill()
    BodyReader(people, parsed, lex).fill()
    RoleReader(people, parsed, lex).fill()
    PressReader(people, parsed, lex).fill()
    return people
