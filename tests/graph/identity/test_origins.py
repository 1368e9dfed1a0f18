"""Republished and lightly edited stories are one source."""

from __future__ import annotations

from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity.origins import COPIED, Origin, independent, share, sketch

STORY = " ".join(f"word{number} of the long story" for number in range(200))
OTHER = " ".join(f"thing{number} in another account" for number in range(200))


def origin(
    key: str,
    text: str,
    source: str | None = None,
    article: str | None = None,
    by: tuple[str, ...] = (),
    relies_on: tuple[str, ...] = (),
) -> Origin:
    of = article or key
    return Origin(of, f"v-{key}", key if source is None else source, sketch(text), by, relies_on)


def test_equal_words_are_alike_whatever_case_and_punctuation() -> None:
    assert share(sketch(STORY), sketch(STORY.upper().replace(" ", ", "))) == 1.0


def test_a_lightly_edited_story_is_alike_and_another_is_not() -> None:
    edited = STORY.replace("word7 of the long story", "")
    assert share(sketch(STORY), sketch(edited)) > 0.9
    assert share(sketch(STORY), sketch(OTHER)) == 0.0


def test_a_cut_story_is_alike_to_the_whole_one_and_to_one_with_paragraphs_of_its_own() -> None:
    half = STORY[: len(STORY) // 2]
    assert share(sketch(STORY), sketch(half)) > 0.9
    assert share(sketch(half + OTHER), sketch(STORY)) > 0.4
    assert abs(share(sketch(STORY), sketch(half + OTHER[: len(STORY) // 2])) - 0.5) < 0.1
    assert share(sketch(STORY[: len(STORY) // 8]), sketch(STORY + OTHER + OTHER.replace("thing", "item"))) > 0.8


def test_short_and_empty_texts_have_sketches() -> None:
    assert share(sketch("We met."), sketch("we met")) == 1.0
    assert share(sketch(""), sketch("we met")) == 0.0


def test_a_line_that_stands_in_a_story_too_makes_it_no_copy() -> None:
    line = "word7 of the long story word8"
    assert share(sketch(line), sketch(STORY)) < COPIED


def test_republished_stories_count_once() -> None:
    assert independent([origin("a", STORY), origin("b", STORY + " The end."), origin("c", OTHER)]) == 2


def test_one_source_and_versions_of_one_article_count_once() -> None:
    assert independent([origin("a", STORY, "Post"), origin("b", OTHER, "post")]) == 1
    assert independent([origin("a", STORY, "", "art"), origin("b", OTHER, "", "art")]) == 1


def test_unknown_sources_are_not_one() -> None:
    assert independent([origin("a", STORY, ""), origin("b", OTHER, "")]) == 2
    assert independent([]) == 0


def test_a_cut_story_counts_once_whichever_comes_first() -> None:
    cut, longer = origin("a", STORY[: len(STORY) // 3]), origin("b", STORY + " " + OTHER)
    for order in permutations([cut, longer, origin("c", OTHER.replace("thing", "item"))]):
        assert independent(order) == 2


def test_a_story_by_an_agency_is_the_agencys() -> None:
    wire, paper = origin("a", STORY, "The Northern Wire"), origin("b", OTHER, "Gazette", by=("northern wire",))
    assert independent([wire, paper]) == 1
    assert independent([origin("a", STORY, "", by=("northern wire",)), paper]) == 1
    assert independent([origin("a", STORY, "", by=("ann roe",)), paper]) == 2


def test_what_is_told_on_anothers_word_alone_is_the_others() -> None:
    courier, gazette = origin("a", STORY, "The Courier"), origin("b", OTHER, "Gazette", relies_on=("Courier",))
    assert independent([courier, gazette]) == 1
    third = origin("c", OTHER.replace("thing", "item"), "Valley Weekly", relies_on=("the Courier", "two people"))
    assert independent([gazette, third]) == 1


def test_papers_that_quote_the_same_officials_are_two_sources() -> None:
    one, two = (origin(key, text, relies_on=("officials",)) for key, text in (("a", STORY), ("b", OTHER)))
    assert independent([one, two]) == 2


SOURCES = ("", "Post", "The Wire", "Wire")
FOUND = st.builds(
    origin,
    st.sampled_from("abcdef"),
    st.sampled_from([STORY, STORY[:900], OTHER, OTHER[300:], STORY + OTHER, "We met.", ""]),
    st.sampled_from(SOURCES),
    st.sampled_from([None, "one", "two"]),
    st.sampled_from([(), ("wire",), ("ann roe", "post")]),
    st.sampled_from([(), ("the Post",), ("officials",), ("officials", "Daily News")]),
)


@given(st.lists(FOUND, max_size=6, unique_by=lambda one: one.version), st.randoms())
@settings(deadline=None)  # the first example reads the data files
def test_the_count_does_not_depend_on_the_order(origins: list[Origin], random: Random) -> None:
    shuffled = list(origins)
    random.shuffle(shuffled)
    assert independent(shuffled) == independent(origins) <= len(origins)
