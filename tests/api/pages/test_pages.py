"""Every page is sound HTML without script or inline style, links only to what exists, and has a JSON twin."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import Any
from urllib.parse import quote, urljoin

import lxml.html
import pytest
from flask.testing import FlaskClient

from api.headers import CONTENT_POLICY
from api.pages.addresses import web_address
from graph.store.base import Store
from tests.api.archive import EVIL, evil_article


def page(client: FlaskClient, address: str, status: int = 200) -> Any:
    answer = client.get(address)
    assert answer.status_code == status, answer.text[:500]
    assert answer.content_type == "text/html; charset=utf-8"
    return lxml.html.fromstring(answer.text)


@pytest.fixture
def addresses(store: Store) -> list[str]:
    """Give the addresses of all pages, some with parameters."""
    ada, bo = store.resolve_actor("Ada Lorne").id, store.resolve_actor("Bo Kestrel").id
    found = ["/", "/search?q=lorne", "/search?q=Ada+Lorne,+Bo+Kestrel", "/actors", "/actors?q=bo", "/events"]
    found += ["/events?kind=contacts&status=denied&since=2015&until=2017", "/articles", "/add", f"/actors/{ada}"]
    found += [f"/actors/{bo}?kind=statements", f"/meetings?a={ada}&b={bo}", "/actors/Ada%20Lorne?since=2017"]
    found += [f"/events/{event.id}" for event in store.events().items]
    found += [f"/articles/{info.article.version}" for info in store.articles().items]
    return found


def test_a_page_is_sound(client: FlaskClient, addresses: list[str]) -> None:
    for address in addresses:
        tree = page(client, address)
        assert len(tree.xpath("//h1")) == 1, address
        assert tree.get("lang") == "en"
        assert tree.xpath("string(//title)").endswith(" · whomet")
        ids = Counter(tree.xpath("//@id"))
        assert [one for one, count in ids.items() if count > 1] == [], address
        assert not tree.xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]"), address
        for control in tree.xpath("//input[not(@type='hidden')] | //textarea | //select"):
            named = control.xpath("ancestor::label") or tree.xpath(f"//label[@for='{control.get('id')}']")
            assert named, address
        assert all(table.xpath("caption") for table in tree.xpath("//table"))
        levels = [int(node.tag[1]) for node in tree.xpath("//h1 | //h2 | //h3 | //h4")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), address
        for target in tree.xpath("//a/@href[starts-with(., '#')]"):
            assert target[1:] in ids, (address, target)


def test_every_link_leads_somewhere(client: FlaskClient) -> None:
    todo, done = ["/"], set()
    while todo:
        address = todo.pop()
        if address in done:
            continue
        done.add(address)
        answer = client.get(address, buffered=True)
        assert answer.status_code == 200, address
        if not answer.content_type.startswith("text/html"):
            continue
        tree = lxml.html.fromstring(answer.text)
        for link in tree.xpath("//a/@href | //link/@href | //*[local-name()='a']/@href"):
            assert not re.match(r"(?i)\s*(javascript|data|vbscript):", link)
            if link.startswith(("/", "?")):
                todo.append(urljoin(address, link).partition("#")[0])
    assert len(done) > 60


def test_every_page_has_a_json_twin(client: FlaskClient, addresses: list[str]) -> None:
    for address in addresses:
        twins = page(client, address).xpath("//link[@rel='alternate'][@type='application/json']/@href")
        if address == "/add":
            assert twins == []
            continue
        (twin,) = twins
        answer = client.get(twin)
        assert (answer.status_code, answer.mimetype) == (200, "application/json"), twin
        assert isinstance(answer.get_json(), dict)


@pytest.mark.parametrize("path", ["/", "/actors", "/nowhere", "/api/v1/events", "/api/v1/nowhere", "/static/style.css"])
def test_every_answer_ties_the_browsers_hands(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    assert headers["Content-Security-Policy"] == CONTENT_POLICY
    assert "default-src 'none'" in CONTENT_POLICY
    assert "frame-ancestors 'none'" in CONTENT_POLICY
    assert "unsafe" not in CONTENT_POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_nothing_an_article_says_becomes_markup(client: FlaskClient, store: Store, addresses: list[str]) -> None:
    evil = store.find_actors("script")[0]
    assert evil.name == EVIL
    shown = [
        *addresses,
        f"/actors/{evil.id}",
        "/search?q=" + quote(EVIL),
        f"/articles/{quote(evil_article().id, safe='')}",
    ]
    for address in shown:
        text = client.get(address).text
        assert "<script" not in text, address
        assert "<img" not in text, address
        assert "<svg onload" not in text, address
        assert "javascript:" not in text, address
        assert "onmouseover='" not in text, address
        assert "49" not in re.findall(r"in (\d+) July", text)
    article = page(client, f"/articles/{evil_article().version}")
    assert EVIL in article.text_content()
    assert "{{ 7 * 7 }}" in article.text_content()


@pytest.mark.parametrize("wrong", [EVIL, '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"])
def test_nothing_an_address_says_becomes_markup(client: FlaskClient, wrong: str) -> None:
    for address in (f"/actors/{quote(wrong, safe='')}", f"/events?since={quote(wrong)}", f"/search?q={quote(wrong)}"):
        text = client.get(address).text
        assert wrong not in text.replace("{{ 7 * 7 }}", "") or "{" in wrong
        assert "<img" not in text
        assert "<script" not in text


@pytest.mark.parametrize(
    ("url", "becomes"),
    [
        ("https://courier.example/a?b=1#c", True),
        ("HTTP://courier.example/", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//courier.example/a", False),
        ("https:///nohost", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, becomes: bool) -> None:
    assert (web_address(url) == url) == (becomes or url is None)


def test_an_empty_store_says_how_to_begin(empty: FlaskClient) -> None:
    tree = page(empty, "/")
    assert "Nothing here yet" in tree.text_content()
    assert tree.xpath("//form[@action='/add'][@method='post']//textarea[@name='text']")
    for address in ("/actors", "/events", "/articles", "/search?q=x"):
        page(empty, address)


def test_an_actor_page_shows_words_reading_quote_and_citation(client: FlaskClient) -> None:
    text = page(client, "/actors/Ada%20Lorne").text_content()
    for words in ("Ada Lorne", "read as 2016-05", "met Bo Kestrel in May 2016", "Courier, 2 Mar 2017", "Denied"):
        assert words in text


def test_what_is_not_asserted_stands_apart_and_is_not_counted(client: FlaskClient) -> None:
    tree = page(client, "/actors/Ada%20Lorne")
    (denied,) = tree.xpath("//*[contains(@class, 'claim c-d')]")
    assert "Dee Marsh" in denied.text_content()
    assert not tree.xpath("//li[contains(@class, 'ev')][contains(., 'Denied')]")
    (row,) = tree.xpath("//table//tr[contains(., 'Dee Marsh')]")
    assert row.xpath("string(td[1])") == "0"


def test_every_mark_of_a_timeline_has_a_name_and_a_target_on_the_page(client: FlaskClient) -> None:
    tree = page(client, "/actors/Ada%20Lorne")
    marks = tree.xpath("//figure//a[starts-with(@class, 'm')]")
    assert len(marks) == 2
    ids = set(tree.xpath("//@id"))
    for mark in marks:
        assert mark.xpath("string(title)")
        assert mark.get("href")[1:] in ids


def test_a_pair_is_told_in_time_order_with_its_quotes(client: FlaskClient) -> None:
    tree = page(client, "/meetings?a=Bo Kestrel&b=Ada Lorne")
    assert [node.text_content() for node in tree.xpath("//h1")] == ["Bo Kestrel and Ada Lorne"]
    assert "Bo Kestrel met Ada Lorne in 2016" in tree.text_content()
    assert page(client, "/meetings?a=Bo Kestrel", 422) is not None


def test_two_names_in_the_search_lead_to_their_page(client: FlaskClient) -> None:
    tree = page(client, "/search?q=Ada Lorne and Kestrel")
    assert [link for link in tree.xpath("//a/@href") if link.startswith("/meetings?a=")]


def test_an_event_page_derives_its_date_from_every_source(client: FlaskClient, store: Store) -> None:
    event = next(event for event in store.events().items if event.articles == 2)
    tree = page(client, f"/events/{event.id}")
    assert len(tree.xpath("//figure[contains(@class, 'derive')]//*[@class='bar']")) == 2
    assert "an aide" in tree.text_content()


def test_an_article_page_marks_its_evidence(client: FlaskClient, store: Store) -> None:
    tree = page(client, "/articles/pier-1")
    article = store.article("pier-1")
    shown = tree.xpath("string((//div[@class='para'])[1]/p)")
    assert re.sub(r"\d+$", "", shown.replace("1", "", 0)).startswith(article.text[:20])
    assert "".join(tree.xpath("//div[@class='para']/p//mark/text()")) == article.text
    assert tree.xpath("//aside[@id='n1']//a[starts-with(@href, '/events/')]")


def test_pasted_text_and_files_are_added_with_what_became_of_each(empty: FlaskClient) -> None:
    form = {
        "text": "Ada Lorne met Bo Kestrel in Aldhaven on 4 May 2016.",
        "source": "Courier",
        "published": "2016-05-06",
    }
    answer = empty.post("/add", data=form)
    assert answer.status_code == 201
    link = lxml.html.fromstring(answer.text).xpath("//main//a[starts-with(@href, '/articles/')]/@href")[0]
    assert "Courier" in page(empty, link).text_content()
    files = [
        (b"Bo Kestrel met Dee Marsh on 5 May 2016 in the harbour.", "talk.txt"),
        (b"\x00\x01\x02\xff" * 50, "photo.txt"),
    ]
    sent = {"file": [(BytesIO(data), name) for data, name in files]}
    mixed = empty.post("/add", data=sent, content_type="multipart/form-data")
    assert mixed.status_code == 207
    assert "photo.txt" in mixed.text
    assert "not read" in mixed.text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 422),
        ({"text": "   "}, 422),
        ({"text": "Ada met Bo.", "published": "someday"}, 422),
        ({"text": "x" * 30_000}, 413),
        ({"text": "Ada met Bo.", "url": "javascript:alert(1)"}, 422),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(empty: FlaskClient, form: dict[str, str], status: int) -> None:
    answer = empty.post("/add", data=form)
    assert answer.status_code == status
    assert answer.content_type.startswith("text/html")
    assert empty.get("/api/v1/articles").get_json()["articles"] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/actors/Nobody", 404),
        ("/events/none", 404),
        ("/articles/none", 404),
        ("/meetings", 422),
        ("/search", 422),
        ("/events?since=soon", 422),
        ("/events?status=maybe", 422),
    ],
)
def test_an_error_is_a_page_with_a_way_on(client: FlaskClient, address: str, status: int) -> None:
    tree = page(client, address, status)
    assert tree.xpath("//main//a[@href='/']")
