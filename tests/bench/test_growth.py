"""The articles that memory is measured over differ in names and dates, and are extracted."""

from __future__ import annotations

from itertools import islice

from bench import growth


def test_no_two_articles_are_alike() -> None:
    texts = [article.text for article in islice(growth.articles(), 1_000)]
    assert len(set(texts)) == 1_000


def test_names_and_years_are_those_of_one_article() -> None:
    text = "Ada Holm met Ivo Holmes in May 2016."
    assert growth.renamed(text, {"Ada", "Holm"}, 21) == "Adafide Holmfide met Ivo Holmes in May 1995."


def test_what_is_held_is_measured_at_each_mark() -> None:
    first, second = growth.measure(growth.articles(), (16, 32))
    assert (first.articles, second.articles) == (16, 32)
    assert first.words < second.words
    assert second.claims > 0
    assert 50 < second.mebibytes < 4_000
