"""Republished and lightly edited stories are one source."""

from __future__ import annotations

from graph.identity.origins import Origin, independent, likeness, sketch

STORY = " ".join(f"word{number} of the long story" for number in range(200))
OTHER = " ".join(f"thing{number} in another account" for number in range(200))


def origin(key: str, text: str, source: str | None = None, article: str | None = None) -> Origin:
    return Origin(article or key, f"v-{key}", key if source is None else source, sketch(text))


def test_equal_words_are_alike_whatever_case_and_punctuation() -> None:
    assert likeness(sketch(STORY), sketch(STORY.upper().replace(" ", ", "))) == 1.0


def test_a_lightly_edited_story_is_alike_and_another_is_not() -> None:
    edited = STORY.replace("word7 of the long story", "")
    assert likeness(sketch(STORY), sketch(edited)) > 0.9
    assert likeness(sketch(STORY), sketch(OTHER)) == 0.0


def test_the_likeness_of_half_a_text_is_near_its_true_value() -> None:
    assert abs(likeness(sketch(STORY), sketch(STORY[: len(STORY) // 2])) - 0.5) < 0.1


def test_short_and_empty_texts_have_sketches() -> None:
    assert likeness(sketch("We met."), sketch("we met")) == 1.0
    assert likeness(sketch(""), sketch("we met")) == 0.0


def test_republished_stories_count_once() -> None:
    assert independent([origin("a", STORY), origin("b", STORY + " The end."), origin("c", OTHER)]) == 2


def test_one_source_and_versions_of_one_article_count_once() -> None:
    assert independent([origin("a", STORY, "Post"), origin("b", OTHER, "post")]) == 1
    assert independent([origin("a", STORY, "", "art"), origin("b", OTHER, "", "art")]) == 1


def test_unknown_sources_are_not_one() -> None:
    assert independent([origin("a", STORY, ""), origin("b", OTHER, "")]) == 2
    assert independent([]) == 0
