"""The page of an explanation: whole in itself, everything escaped, every link leading somewhere on it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.making import article
from timeline.explaining import Explanation, explain
from timeline.formats.explanation_page import write
from timeline.model import Article

PLAIN = (
    "Ada Holm met Ivo Brandt, the envoy, on Friday. He called the two-year talks off.\n\n"
    "“I never wrote to him,” Holm said.\r\n\r\nThe two will meet next week."
)
ATTACK = (
    '<script>alert(1)</script> Ada Holm met "Ivo" O\'Brandt & <b>Karl</b> Lund on <i>Friday</i>.\n\n'
    "Ann <img src=x onerror=alert(2)> Roe wrote to Karl Lund in May </a></p></div><style>*{}</style>.\n\n"
    "</title><svg onload=alert(3)> &lt;script&gt; Ann Roe said: \x00 “]]> --> javascript:alert(4)” in June."
)


class _Page(HTMLParser):
    def __init__(self, explanation: Explanation) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.feed(write(explanation).decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def _attacked() -> Article:
    of = article(ATTACK, source='"><script>alert(5)</script>')
    return replace(of, title="</h1><script>alert(6)</script>", url="javascript:alert(7)")


@pytest.fixture(
    scope="module", params=[article(PLAIN), _attacked(), article("", key="k")], ids=["plain", "attack", "no"]
)
def explanation(request: pytest.FixtureRequest) -> Explanation:
    return explain(request.param)


def test_every_element_is_closed_and_every_id_is_there_once(explanation: Explanation) -> None:
    page = _Page(explanation)
    assert page.open == []
    assert len(set(page.values("id"))) == len(page.values("id"))


def test_every_link_leads_somewhere_on_the_page(explanation: Explanation) -> None:
    page = _Page(explanation)
    inside = {link[1:] for link in page.values("href") if link.startswith("#")}
    assert inside <= set(page.values("id"))
    assert not [link for link in page.values("href") if not link.startswith("#")]


def test_it_loads_and_runs_nothing(explanation: Explanation) -> None:
    page, written = _Page(explanation), write(explanation)
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "base", "form", "i"})
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert not re.search(rb"@import|url\((?!#)", written)
    assert b"default-src 'none'" in written


def test_the_whole_text_is_there_as_it_is(explanation: Explanation) -> None:
    shown = "".join("".join(_Page(explanation).text).split())
    for line in explanation.article.text.replace("\x00", "\ufffd").splitlines():
        plain = "".join(line.split())
        letters = re.sub(r"\d+", "", plain)
        assert letters in re.sub(r"\d+(?:,\d+)*", "", shown)


def test_every_claim_date_actor_and_sense_has_its_row(explanation: Explanation) -> None:
    ids = set(_Page(explanation).values("id"))
    wanted = {"c": explanation.extraction.claims, "d": explanation.dates, "a": explanation.actors}
    wanted |= {"s": explanation.senses, "w": explanation.cues, "u": explanation.undated, "n": explanation.unknown}
    assert {f"{letter}{n}" for letter, seen in wanted.items() for n in range(1, len(seen) + 1)} <= ids


def test_words_that_carry_a_claim_are_yellow_and_those_of_none_are_not() -> None:
    written = write(explain(article("Ada Holm met Ivo Brandt. Ada Holm met the deadline."))).decode()
    assert re.search(r'<a class="k-claim a" id="p9" href="#c1"[^>]*><mark>met</mark><sup>1</sup></a>', written)
    assert re.search(r'<a class="k-word" id="p34" href="#s\d"[^>]*>met</a>', written)


def test_a_word_of_speech_leads_to_its_statement_or_names_what_stopped_it() -> None:
    written = write(explain(article("Ada Holm said that it leaked. Her report was short."))).decode()
    assert re.search(r'<tr id="w1">.*say:clause.*told as said: <a href="#c1">claim 1</a></td></tr>', written)
    assert re.search(r'<tr id="w2">.*noun of speech.*stopped: no words stand with it as what is said</td>', written)
    assert '<a class="k-word" id="p34" href="#w2"' in written


def test_what_could_have_been_read_and_was_not_is_listed_by_reason() -> None:
    written = write(explain(article("He left at night. We spoke on Fox News Sunday."))).decode()
    assert re.search(r'<li><span id="n1"><a [^>]*href="#p0">“He”</a></span> nobody near before it fits', written)
    assert re.search(r'<li><span id="u2"><a [^>]*>“Sunday”</a></span> part of a name that dates nothing</li>', written)
    assert re.search(r'<a class="k-none" id="p0" href="#n1"[^>]*>He</a>', written)


def test_a_claim_shows_rule_derivation_and_whose_word_it_is() -> None:
    written = write(explain(article("Ada Holm said she met Ivo Brandt in September."))).decode()
    assert "rule contacts.verb.meet, characters 0 to 46, according to Ada Holm" in written
    assert "2016-09: month named, past tense, published 2017-03-02" in written
    assert "0.90: contacts.verb.meet; told as a fact; lowered: told in a subordinate clause" in written


def test_a_claim_shows_its_checks_and_leads_to_and_from_its_date() -> None:
    written = write(
        explain(article("Ada Holm met Ivo Brandt in September. Holm refused to say that she wept."))
    ).decode()
    assert "<dt>“met”</dt><dd>contacts.verb.meet, Ada Holm | Ivo Brandt; asserted: told as a fact</dd>" in written
    assert "<dt>status</dt><dd>denied: refused ... to say</dd>" in written
    assert "<dt>read from</dt><dd>“September”, rule month, counted from: published 2017-03-02</dd>" in written
    assert re.search(r'<tr id="d1">.*<a href="#c1">claim 1</a></td></tr>', written)


def test_an_address_that_may_be_followed_is_a_link() -> None:
    of = replace(article("Ada Holm ate."), url="https://courier.example/a?b=1&c=2")
    assert '<a href="https://courier.example/a?b=1&amp;c=2" rel="noreferrer">Courier</a>' in write(explain(of)).decode()
