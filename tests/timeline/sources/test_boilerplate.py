import pytest

from timeline.sources.boilerplate import Role, Rule, appeal, plain, role, rules

EXAMPLES = [(rule, example) for rule in rules() for example in rule.examples]
COUNTER_EXAMPLES = [(rule, example) for rule in rules() for example in rule.counter_examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_a_rule_takes_its_examples(rule: Rule, example: str) -> None:
    assert rule.takes(plain(example))
    assert role(plain(example)) not in (Role.PROSE, Role.SHORT)


@pytest.mark.parametrize(("rule", "example"), COUNTER_EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_no_rule_takes_a_counter_example(rule: Rule, example: str) -> None:
    assert [other.name for other in rules() if other.takes(plain(example))] == [], rule.name


def test_every_rule_has_examples_and_counter_examples() -> None:
    assert [rule.name for rule in rules() if not rule.examples or not rule.counter_examples] == []
    assert len({rule.name for rule in rules()}) == len(rules())


def test_a_rule_for_a_line_leaves_long_paragraphs() -> None:
    long = "Watch the exchange " + "between the minister and the envoy " * 10 + "below:"
    assert role(long) is not Role.FURNITURE


@pytest.mark.parametrize(
    "words",
    [
        "If you value our reporting, please become a member today.",
        "Our journalism is free for all because members like you pay for it. Will you join us? Make a gift today.",
        "We can only do this with your support. Subscribe now for unlimited access.",
    ],
)
def test_an_appeal_pleads(words: str) -> None:
    assert appeal(plain(words)) >= 4


@pytest.mark.parametrize(
    "words",
    [
        "The union's members asked the minister for a contribution to the fund, and she refused it.",
        "“We ask our readers for donations,” the publisher told the committee, “because you give us nothing.”",
        "The committee's members met the editor, who said that readers had cancelled subscriptions after the report.",
        "''We need your support, and our members need it,'' the union's president told the minister on Tuesday.",
    ],
)
def test_prose_about_members_and_readers_does_not_plead(words: str) -> None:
    assert appeal(plain(words)) < 4
