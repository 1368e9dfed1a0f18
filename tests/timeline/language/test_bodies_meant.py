"""Which organisation "it", "its", "the company" and letters in brackets mean, and when they mean none."""

import pytest

from timeline.language.coreference import resolve_pronouns
from timeline.language.mentions import find_people
from timeline.language.pipeline import parse
from timeline.sources.body import paragraphs


def _meant(text: str, word: str) -> str:
    """Return the name of what the last mention of a word stands for, "" for nothing named."""
    parsed = next(parse([(text, paragraphs(text))]))
    people = find_people(parsed)
    resolve_pronouns(parsed, people)
    mention = people.mention_at([w for w in parsed.words if w.text == word][-1])
    return mention.entry.name if mention is not None and mention.entry.named else ""


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("The Harbour Ministry said that it met Karl Lund on Monday.", "it", "Harbour Ministry"),
        ("Orlan Motors disclosed that it was approached by Tessel Corp. in May.", "it", "Orlan Motors"),
        ("The Finance Committee argued for weeks. It questioned Anna Berg on Tuesday.", "It", "Finance Committee"),
        ("The Port Authority objected in its letter to Mayor Anna Berg.", "its", "Port Authority"),
        # An empty "it", a thing, a person's saying, two that are possible.
        ("The Harbour Ministry said it was clear that Karl Lund had met Anna Berg.", "it", ""),
        ("The Harbour Ministry said it was reported that Karl Lund met Anna Berg.", "it", ""),
        ("The Harbour Ministry published a book. It was late.", "It", ""),
        ("Anna Berg said it met on Monday with Karl Lund.", "it", ""),
        ("The deal failed because it was sent late to Anna Berg.", "it", ""),
        ("The Harbour Ministry asked the Port Authority about its letter to Anna Berg.", "its", ""),
    ],
)
def test_it_is_the_body_that_is_the_subject_above_or_before(text: str, word: str, what: str) -> None:
    assert _meant(text, word) == what


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        (
            "Orlan makes ships. Orlan said in May it was late. Orlan paid. The company wrote to Anna Berg.",
            "company",
            "Orlan",
        ),
        ("The watchdog group Open Ports sued on Monday. The group met Anna Berg on Friday.", "group", "Open Ports"),
        (
            "The Berg campaign was late. Karl Lund told the campaign on Friday that he left.",
            "campaign",
            "Berg campaign",
        ),
        ("The Liberal Party lost. The party sent a letter to Anna Berg.", "party", "Liberal Party"),
        ("Orlan Corp. and Tessel Corp. were late. The company wrote a letter to Anna Berg.", "company", ""),
        ("A group of farmers came to the Harbour Union. The group met Anna Berg.", "group", ""),
        ("The Harbour Ministry praised the Senate. The company wrote a letter to Anna Berg.", "company", ""),
        ("The Liberal Party lost. Anna Berg met Karl Lund at the party.", "party", ""),
        ("The Berg campaign was late. Anna Berg met Karl Lund in the campaign.", "campaign", ""),
    ],
)
def test_a_noun_for_a_body_takes_up_the_one_that_fits(text: str, word: str, what: str) -> None:
    assert _meant(text, word) == what


_FULL = "Citizens for Open Ports in Halm"


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        (f"Karl Lund sued with {_FULL} (COPH). Anna Berg told COPH in May that she left.", "COPH", _FULL),
        ("The Federal Bureau of Harbours (FBH) sued. Anna Berg wrote to the FBH.", "FBH", "Federal Bureau of Harbours"),
        ("Anna Berg of Tarvia (TRV) met Karl Lund.", "TRV", "TRV"),
    ],
)
def test_letters_in_brackets_stand_for_the_name_before_them(text: str, word: str, what: str) -> None:
    assert _meant(text, word) == what


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        (
            "Shares of Orlan Mobil fell. Orlan Mobil lost in May. Orlan shares fell. They sold Orlan.",
            "Orlan",
            "Orlan Mobil",
        ),
        ("Senate Democrats sued. Senate Democrats lost. The Senate sat on Monday.", "Senate", "Senate"),
    ],
)
def test_a_firm_of_two_words_is_named_by_the_first(text: str, word: str, what: str) -> None:
    assert _meant(text, word) == what


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("King Hassan met Omar Hassan, the envoy, on Monday. The king left.", "king", "King Hassan"),
        ("King Hassan met Omar Hassan, the envoy, on Monday. Omar Hassan left.", "Hassan", "Omar Hassan"),
        ("Prince Karim came. Minister Ali Karim met the prince on Tuesday. Karim left.", "prince", "Prince Karim"),
        ("Pope John Paul II received Anna Berg in May. The pontiff gave her a letter.", "pontiff", "Pope John Paul II"),
        ("Kestria's King Rashid spoke with Olga Stein. The Kestrian monarch left.", "monarch", "King Rashid"),
        ("Prince Bandar bin Saud met Karl Lund in May. Prince Bandar left.", "Bandar", "Bandar bin Saud"),
        ("Rep. Peter Queen met Anna Berg on Monday. The queen left.", "queen", ""),
    ],
)
def test_a_title_of_the_throne_makes_a_name_whole(text: str, word: str, who: str) -> None:
    assert _meant(text, word) == who
