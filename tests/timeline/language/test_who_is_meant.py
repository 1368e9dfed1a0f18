"""Whom pronouns, plurals and single names mean, read from the table of a text's actors."""

import pytest

from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import find_people
from timeline.language.pipeline import parse
from timeline.model import ActorKind
from timeline.sources.body import paragraphs


def _meant(text: str, word: str) -> list[str]:
    """Return who the last mention of a word stands for; unnamed actors are left out."""
    parsed = next(parse([(text, paragraphs(text))]))
    people = find_people(parsed)
    resolve_pronouns(parsed, people)
    mention = people.mention_at([w for w in parsed.words if w.text == word][-1])
    return [e.name for e in (mention.entry, *mention.others) if e.named] if mention else []


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ('"I met Karl Lund. I was glad," Anna Berg said.', "I", ["Anna Berg"]),
        ('"We are early. I met Karl Lund," Anna Berg said, and Otto Weiss left.', "I", ["Anna Berg"]),
        ('Anna Berg said: "We were early.\n\n"I met Karl Lund in May."', "I", ["Anna Berg"]),
        ("Anna Berg said, \"He told me, 'I met Karl Lund in June.'\"", "I", []),
        ('Anna Berg said, "I told \'em, I met Karl Lund in June."', "I", ["Anna Berg"]),
        ('Otto Weiss was late. "I met Karl Lund in May. It rained."', "I", []),
        ('"It rained," Anna Berg said. "I met Karl Lund. I was glad," one of the guests said.', "I", []),
    ],
)
def test_who_speaks_may_be_told_behind_the_quotation(text: str, word: str, who: list[str]) -> None:
    assert _meant(text, word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        # Two side by side whom a pronoun means equally well; one who was told of since, and one of the other gender.
        ("Otto Weiss and Karl Lund argued. He left.", "He", []),
        ("Otto Weiss and Karl Lund argued. He called Anna Berg.", "He", []),
        ("Otto Weiss and Karl Lund argued. Lund rose. He left.", "He", ["Karl Lund"]),
        ("Anna Berg and Karl Lund argued. He left.", "He", ["Karl Lund"]),
        # Whom the words quoted name, hardly spoke them.
        ('Anna Berg spoke. Ida Holm sat. "I met Otto Weiss about Ida Holm," she said.', "she", ["Anna Berg"]),
        ('Anna Berg spoke. Ida Holm sat. "I met Otto Weiss about Ida Holm," she said.', "I", ["Anna Berg"]),
    ],
)
def test_a_pronoun_of_two_alike_means_nobody_and_a_speaker_is_not_named_by_the_words(
    text: str, word: str, who: list[str]
) -> None:
    assert _meant(text, word) == who


_BOTH = ["Anna Berg", "Karl Lund"]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Anna Berg and Karl Lund arrived. They met Otto Weiss.", "They", ["Anna Berg", "Karl Lund"]),
        ("Supporters of Anna Berg and Karl Lund arrived for their first meeting.", "their", []),
        ("Anna Berg and Karl Lund saw the farmers, who shouted as they passed.", "they", []),
        ("Anna Berg and Karl Lund liked both offers.", "both", []),
        ("Anna Berg and Karl Lund came. The two women met Otto Weiss.", "women", []),
        ("Otto Weiss met Karl Lund. The two men had lunch.", "men", ["Otto Weiss", "Karl Lund"]),
        ("Ida Holm left. Anna Berg was to dine with Karl Lund, and in May the two dined.", "two", _BOTH),
        ("Ida Holm left. Anna Berg was as old as Karl Lund, and in May the two dined.", "two", []),
        ("Otto Weiss met Karl Lund. At least two men were hurt.", "men", []),
        ("Minister Anna Berg and Minister Karl Lund met Otto Weiss. The two ministers left.", "ministers", _BOTH),
        (
            "Minister Anna Berg came. Minister Karl Lund left. Otto Weiss met Ida Holm. Two ministers left.",
            "ministers",
            [],
        ),
    ],
)
def test_a_plural_takes_up_a_real_pair_with_no_other_plural_nearer(text: str, word: str, who: list[str]) -> None:
    assert _meant(text, word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Otto Weiss criticized Karl Lund and his aides.", "his", ["Karl Lund"]),
        ("Otto Weiss praised Anna Berg and his aides.", "his", ["Otto Weiss"]),
        ("Otto Weiss called Karl Lund and sold his boat.", "his", ["Otto Weiss"]),
        ("Anna Weiss asked Ida Lund about her dinner.", "her", ["Ida Lund"]),
        ("Anna Weiss asked Karl Lund about her dinner.", "her", ["Anna Weiss"]),
        ("Anna Weiss told Ida Lund about her dinner.", "her", ["Anna Weiss"]),
    ],
)
def test_what_is_joined_to_a_name_or_asked_about_is_theirs(text: str, word: str, who: list[str]) -> None:
    assert _meant(text, word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Karl Lund and Anna Lund came. Lund met Otto Weiss.", "Lund", ["Lund"]),
        ("Karl Lund and Anna Lund came. Later Anna Lund spoke. Lund met Otto Weiss.", "Lund", ["Anna Lund"]),
        ("Karl Lund and Anna Berg came. Lund met Otto Weiss.", "Lund", ["Karl Lund"]),
        ("Karl Lund and his son, Ivan Lund, came. The younger Lund met Otto Weiss.", "Lund", ["Lund"]),
        ("Karl Lund won. Otto Weiss pulled a Karl Lund.", "Lund", []),
        ("Karl Lund won. Otto Weiss met a tired Karl Lund.", "Lund", ["Karl Lund"]),
        ("Karl Lund won. His son, Karl Jr., met Otto Weiss.", "Karl", ["Karl Jr."]),
        ("Karl Lund won. Karl Lund Jr. lost. Lund Jr. met Otto Weiss.", "Lund", ["Karl Lund Jr."]),
    ],
)
def test_a_name_of_two_is_nobodys_where_both_stand_together(text: str, word: str, who: list[str]) -> None:
    assert _meant(text, word) == who


@pytest.mark.parametrize(
    ("title", "text", "full"),
    [
        ("Anna Prince and the Lock", "Prince met Otto Weiss. Later Prince went home.", True),
        ("Anna Prince Jr. and the Lock", "Prince met Otto Weiss. Later Prince went home.", False),
        ("Anna Prince and the Lock", "Karl Prince met Otto Weiss. Later Prince went home.", False),
        ("Anna Prince Motors Inc. Sold", "Prince met Otto Weiss. Later Prince went home.", False),
    ],
)
def test_a_title_gives_a_surname_in_full(title: str, text: str, full: bool) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    mention = find_people(parsed, title).mention_at([w for w in parsed.words if w.text == "Prince"][-1])
    assert (mention is not None and mention.entry.name == "Anna Prince") == full


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("Officials of the Tarvian government met Anna Berg.", "government", "Tarvian government"),
        ("The Berg campaign hired Otto Weiss. Anna Berg is rich.", "campaign", "Berg campaign"),
        ("The Berg administration fell. Anna Berg left. Otto Weiss met the administration.", "administration", "Berg"),
        ("A new government was formed. Anna Berg left it.", "government", None),
    ],
)
def test_a_body_in_lower_case_is_named_by_whose_it_is(text: str, noun: str, who: str | None) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    mention = find_people(parsed).mention_at([w for w in parsed.words if w.text == noun][-1])
    assert (mention is not None and mention.entry.name.startswith(who)) if who else mention is None


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Ohio beat the others. In Ohio it rained.", "Ohio", ActorKind.ORG),
        ("Twitter was down. Karl Lund wrote on Twitter.", "Twitter", ActorKind.ORG),
        ("BoxWorks said no. BoxWorks told Karl Lund to go.", "BoxWorks", ActorKind.ORG),
        ("McBride said no. McBride told Karl Lund to go.", "McBride", ActorKind.PERSON),
        ("Halden met Karl Lund. Halden recalled the day.", "Halden", ActorKind.PERSON),
        ("God knows. God told Karl Lund to go.", "God", None),
    ],
)
def test_a_name_of_one_word_is_a_person_by_what_it_does(text: str, word: str, kind: ActorKind | None) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    mention = find_people(parsed).mention_at([w for w in parsed.words if w.text == word][-1])
    assert (mention.entry.kind if mention else None) == kind
