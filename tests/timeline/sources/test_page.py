import datetime as dt
import time

import pytest

from tests.timeline.sources.making import FRENCH, article, page, problem
from timeline.model import Found
from timeline.sources import ReadOptions, paragraphs, read_html
from timeline.sources.problem import ProblemKind

DAY = dt.date(2017, 3, 2)
LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", '
    '"@graph": [{"@type": "NewsArticle", "datePublished": "2017-03-02T09:00:00Z"}]}</script>'
)


def test_a_page_becomes_its_article() -> None:
    head = (
        '<meta property="og:site_name" content="Brask Times"><meta name="author" content="Ada Moll">'
        '<link rel="canonical" href="https://brask.example/talks">'
    )
    read = article(read_html(page(head).encode()))
    assert (read.id, read.url) == ("https://brask.example/talks", "https://brask.example/talks")
    assert (read.title, read.source, read.byline) == ("Minister meets envoy", "Brask Times", "Ada Moll")
    assert [span.of(read.text) for span in paragraphs(read.text)] == [
        "Minister meets envoy",
        "The minister of trade met the ambassador of Norland in Brask on Tuesday, her office said.",
        "They spoke for an hour about the harbour treaty. “It was a good talk,” the minister said on Wednesday.",
    ]
    assert "<" not in read.text


@pytest.mark.parametrize(
    ("head", "body", "detail"),
    [
        (
            '<meta property="article:published_time" content="2017-03-02T23:00:00-05:00">',
            "",
            "meta article:published_time",
        ),
        ('<meta name="date" content="2 March 2017">', "", "meta date"),
        (LD, "", "JSON-LD datePublished"),
        ("", '<span itemprop="datePublished" content="2017-03-02"></span>', "itemprop datePublished"),
        ("", '<article><time datetime="2017-03-02T09:00">Thursday</time></article>', "time"),
        ('<link rel="canonical" href="https://brask.example/2017/03/02/talks">', "", "address 2017/03/02"),
        ('<meta name="date" content="soon">' + LD, "", "JSON-LD datePublished"),
        (f'<meta property="article:modified_time" content="2017-04-01">{LD}', "", "JSON-LD datePublished"),
    ],
)
def test_the_page_tells_its_day_and_how(head: str, body: str, detail: str) -> None:
    published = article(read_html(page(head, body).encode())).published
    assert (published.day, published.found) == (DAY, Found.PAGE)
    assert published.detail.startswith(detail)


@pytest.mark.parametrize(
    ("head", "revised"),
    [
        ('<meta property="article:modified_time" content="2017-03-04T10:00:00Z">', dt.date(2017, 3, 4)),
        (LD.replace("09:00:00Z", '09:00:00Z", "dateModified": "2017-03-05'), dt.date(2017, 3, 5)),
        ('<meta property="article:modified_time" content="soon">' + LD, None),
        (LD, None),
    ],
)
def test_the_page_tells_the_day_of_its_last_change(head: str, revised: dt.date | None) -> None:
    assert article(read_html(page(head).encode())).revised == revised


def test_a_page_without_a_day_has_none() -> None:
    assert article(read_html(page().encode())).published.found is Found.UNKNOWN


def test_what_is_given_outweighs_the_page() -> None:
    options = ReadOptions(published="2017-03-05", source="Courier", title="Talks", url="https://c.example/1", id="n1")
    read = article(read_html(page(LD).encode(), options))
    assert (read.published.day, read.published.found) == (dt.date(2017, 3, 5), Found.GIVEN)
    assert (read.source, read.title, read.url, read.id) == ("Courier", "Talks", "https://c.example/1", "n1")
    assert read.text.startswith("Talks\n\n")


def test_a_canonical_address_that_is_none_is_left_aside() -> None:
    assert article(read_html(page('<link rel="canonical" href="javascript:alert(1)">').encode())).url is None


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_pages_come_in_many_encodings(encoding: str) -> None:
    markup = page().replace("utf-8", encoding)
    assert "“It was a good talk,”" in article(read_html(markup.encode(encoding))).text


P = b"<p>The minister of trade met the ambassador of Norland in Brask on Tuesday.</p>"
BOMBS = {
    "elements": P * 100_000,
    "depth": b"<div>" * 400_000,
    "attributes": b"<a " + b" ".join(b"a%d=1" % i for i in range(500_000)) + b">x</a>",
    "attributes of many": (b"<p " + b" ".join(b"a%d=1" % i for i in range(240)) + b">x</p>") * 4000,
    "angles": b"<html><p>" + b"<" * 2_000_000,
    "comments": b"<html>" + b"<!--" * 2_000_000,
    "nothing": b"<html><body></body></html>",
    "script": b"<html><script>" + b"met(him);" * 500_000 + b"</script></html>",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_page_made_to_choke_its_reader_ends_quickly(bomb: str) -> None:
    begun = time.process_time()
    read = read_html(BOMBS[bomb], name="bomb.html")
    assert time.process_time() - begun < 8
    assert str(read).startswith("bomb.html: ")
    assert read.kind in (ProblemKind.MARKUP, ProblemKind.EMPTY)


def test_entities_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "aaaaaaaaaa">{entities}]>' + page(body="<p>&a11;</p>")
    assert len(article(read_html(bomb.encode())).text) < 1000


def test_a_foreign_page_is_refused() -> None:
    markup = f"<html><body><article><p>{FRENCH}</p><p>{FRENCH}</p></article></body></html>"
    assert "looks French" in problem(read_html(markup.encode(), name="le.html"), ProblemKind.LANGUAGE)


def test_a_page_over_the_limit_is_refused() -> None:
    options = ReadOptions(max_bytes=100)
    assert "larger than 100 bytes" in problem(read_html(page().encode(), options), ProblemKind.TOO_LARGE)


@pytest.mark.parametrize(
    "odd", ["&#12;", "&#1;", "&#x1B;", "&#27;", "&#0;", "&#xffff;", "\f", "\x1b", "\x01", "\x7f", "\ufffe"]
)
def test_a_control_character_does_not_hide_the_article(odd: str) -> None:
    for markup in (page().replace("Brask", f"Brask{odd}"), page(head=f"<meta name='description' content='a{odd}b'>")):
        assert "met the ambassador of Norland in Brask" in article(read_html(markup)).text


@pytest.mark.parametrize("fine", ["&#233;", "&#xE9;", "é"])
def test_other_character_references_stay(fine: str) -> None:
    assert "Braské" in article(read_html(page().replace("Brask", f"Brask{fine}"))).text


HIDING = ["hidden", 'style="display:none"', 'style="color: red; Visibility: HIDDEN"']


@pytest.mark.parametrize("how", HIDING)
def test_what_no_reader_sees_is_no_article(how: str) -> None:
    secret = f"<p {how}>The minister of trade met Karl Lund in secret at the old mill on Friday, nobody said.</p>"
    marked = page("").replace("</p>", f"</p>{secret}", 1)
    read = article(read_html(marked.encode()))
    assert "Norland" in read.text
    assert "Karl Lund" not in read.text


@pytest.mark.parametrize("how", HIDING)
def test_an_article_that_a_script_would_show_is_read(how: str) -> None:
    marked = page("").replace("<article>", f"<article {how}>")
    assert "Norland" in article(read_html(marked.encode())).text


def test_a_caption_is_a_paragraph_where_it_stands() -> None:
    figure = '<figure><img src="a.jpg"><figcaption>Carla Munt greets Ivo Brandt at the fair.</figcaption></figure>'
    lines = article(read_html(page("").replace("</p>", f"</p>{figure}", 1).encode())).text.split("\n\n")
    assert lines[2:3] == ["Carla Munt greets Ivo Brandt at the fair."]
