"""Who is meant: names, bare surnames, titles, role nouns and pronouns, by the contacts they lead to."""

import pytest

from timeline.extract import extract
from timeline.language.mentions import find_people
from timeline.language.pipeline import parse
from timeline.model import CONTACT_TYPES, ActorKind, Article
from timeline.sources.body import paragraphs


def _who(text: str) -> list[set[str]]:
    claims = [c for c in extract(Article("sample", text)).claims if c.type in CONTACT_TYPES]
    return [{p.actor.name for p in c.participants if p.actor.named} for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg, the mayor, was late. Berg met Karl Lund.", {"Anna Berg", "Karl Lund"}),
        ("Karl Lund, the Swiss ambassador, came. Anna Berg met the Swiss ambassador.", {"Anna Berg", "Karl Lund"}),
        ("Mayor met Swiss envoy\n\nMayor Anna Berg met Karl Lund, the Swiss envoy.", {"Anna Berg", "Karl Lund"}),
        ("Anna Berg arrived late. She met Karl Lund.", {"Anna Berg", "Karl Lund"}),
        ("Before he left the city, Karl Lund met Anna Berg.", {"Anna Berg", "Karl Lund"}),
        ("Committeewoman Anna Berg met Karl Lund.", {"Anna Berg", "Karl Lund"}),
        ("Councillor Anna Berg met Coroner Karl Lund.", {"Anna Berg", "Karl Lund"}),
        ("Novelist Anna Berg met Prosecutor Karl Lund.", {"Anna Berg", "Karl Lund"}),
        ("Singer Anna Berg met Undersecretary Lund.", {"Anna Berg", "Lund"}),
        ("Singer Motors held talks with Anna Berg in May.", {"Anna Berg", "Singer Motors"}),
        ("Karl Lund met Vera Dolan for an hour.", {"Karl Lund", "Vera Dolan"}),
        ("General Marston met Karl Lund.", {"Marston", "Karl Lund"}),
        ("President Stein flew to Bonn. Anna Berg met the Norwegian president.", {"Anna Berg"}),
        (
            'Anna Berg spoke. Olga Stein was not charged. "I met Karl Lund, who praised Olga Stein," she said.',
            {"Anna Berg", "Karl Lund"},
        ),
        (
            "The Hale Select Committee on Bonn met. The Select Committee sat. The committee questioned Karl Lund.",
            {"Hale Select Committee", "Karl Lund"},
        ),
        ("Burke and Hale both spoke. Burke was late. Burke met Hale in May.", {"Burke", "Hale"}),
        ("The council praised Governor Sessions. At noon, Anna Berg met Sessions.", {"Anna Berg", "Sessions"}),
        ("Halden Motors COO Anna Berg met CFO Karl Lund.", {"Anna Berg", "Karl Lund"}),
        ("The CFO Council met Karl Lund.", {"CFO Council", "Karl Lund"}),
        ('"I met Karl Lund in May," Anna Berg said.', {"Anna Berg", "Karl Lund"}),
        ("Karl Lund, who met Anna Berg in May, resigned.", {"Anna Berg", "Karl Lund"}),
        (
            "Halden held talks with Orlan Corp. in May. Halden Motors Inc. sells vans.",
            {"Halden Motors Inc.", "Orlan Corp."},
        ),
    ],
)
def test_a_contact_names_whom_the_text_means(text: str, expected: set[str]) -> None:
    assert _who(text) == [expected]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Burke and Hale both reacted to the report. They said that Hale resigned. Burke was late.", ["Burke", "Hale"]),
        ("The council held talks with Governor Sessions. At noon, Governor Sessions left the hall.", ["Sessions"]),
        (
            "That day, Berg called Blerim Krasni, a Soviet-born U.S. lobbyist, from Bonn. Krasni told the panel so.",
            ["Berg", "Blerim Krasni", "Bonn", "U.S."],
        ),
        ("General Motors met the council. At the meeting, General Motors said little.", ["General Motors"]),
    ],
)
def test_a_name_ends_where_another_begins(text: str, names: list[str]) -> None:
    people = find_people(next(iter(parse([(text, paragraphs(text))]))))
    assert sorted(e.name for e in people.entries if e.named) == names


def test_a_surname_of_two_is_nobodys_until_something_tells_them_apart() -> None:
    text = "Clara Lund and Karl Lund are cousins. Anna Berg arrived in the evening.\n\nLund met Anna Berg."
    assert _who(text) == [{"Lund", "Anna Berg"}]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "Clara Lund and Karl Lund are cousins. Anna Berg arrived in the evening.\n\nMrs. Lund met Anna Berg."
    assert _who(text) == [{"Clara Lund", "Anna Berg"}]


def test_a_new_paragraph_takes_up_who_the_text_is_about() -> None:
    text = (
        "Karl Lund likes to be early. Lund was born in Oslo. Lund is rich.\n\n"
        "Lund wrote to Erik Dahl. The mayor, Erik Dahl, thanked him.\n\n"
        "He had lunch with Anna Berg."
    )
    assert {"Karl Lund", "Anna Berg"} in _who(text)


def test_nationalities_in_the_plural_are_a_group_without_a_name() -> None:
    assert _who("Anna Berg met the Norwegians.") == [{"Anna Berg"}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Finance Committee heard Anna Berg. Then the committee questioned Karl Lund.", "Finance Committee"),
        ("Halden Motors Inc. sold vans. The company met Anna Berg in Oslo.", "Halden Motors Inc"),
        ("Halden Motors Inc. sold vans. A company met Anna Berg in Oslo.", None),
        ("The Finance Committee heard Anna Berg. Then the court heard Karl Lund.", None),
        # By the end of its name, and with its last word written small.
        (
            "The Senate Finance Committee met. The Finance Committee rose. The committee heard Karl Lund.",
            "Senate Finance Committee",
        ),
        ("Karl Lund testified before the House Harbour committee.", "House Harbour committee"),
        (
            "Karl Lund wrote to the Senate Select Committee on Shipping. The Senate shipping committee heard him.",
            "Senate Select Committee on Shipping",
        ),
        ("Karl Lund leads the campaign committee in Oslo.", None),
        ("Karl Lund leads a committee of the Senate.", None),
    ],
)
def test_a_noun_takes_up_the_organisation_whose_name_it_ends(text: str, who: str | None) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    people = find_people(parsed)
    noun = [w for w in parsed.words if w.lower in {"committee", "company", "court"}][-1]
    mention = people.mention_at(noun)
    assert (mention.entry.name.rstrip(".") if mention else None) == who


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fibrex opened a mill on Monday. The company sells pumps.", ActorKind.ORG),
        ("The shares of Fibrex rose. Fibrex sued Karl Lund.", ActorKind.ORG),
        ("Fibrex opened a mill. Fibrex CFO Anna Berg resigned.", ActorKind.ORG),
        ("Karl Lund acquired Fibrex. Fibrex dismissed Anna Berg.", ActorKind.ORG),
        ("Fibrex's customers wait. Fibrex recalled its vans.", ActorKind.ORG),
        ("Fibrex opened a mill on Monday.", ActorKind.PERSON),
        ("Mr. Fibrex opened a mill on Monday. The company sells pumps.", ActorKind.PERSON),
        ("Karl Fibrex opened a mill. Fibrex left the company.", ActorKind.PERSON),
        ("Fibrex opened a mill. The company sells pumps. Fibrex married in May.", ActorKind.PERSON),
        ("Fibrex's lawyer opened a mill. The company sells pumps.", ActorKind.PERSON),
    ],
)
def test_a_word_of_its_own_is_a_firm_where_something_shows_it(text: str, kind: ActorKind) -> None:
    parsed = next(parse([(text, paragraphs(text))]))
    kinds = {entry.kind for entry in find_people(parsed).entries if "Fibrex" in entry.name}
    assert kinds == {kind}
