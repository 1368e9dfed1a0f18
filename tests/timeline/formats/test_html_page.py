"""The page: whole in itself, everything escaped, each mark leading to its row."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.making import contact
from tests.timeline.formats.sample import affair, of_one
from timeline.formats import ExportData
from timeline.formats.html_page import MOST_DRAWN, write

_VOID = {"meta"}


class _Page(HTMLParser):
    """Collect elements, ids and links, and hold that every element is closed."""

    def __init__(self, data: ExportData) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.feed(write(data).decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag == "a":
                self.links.append(value or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_every_element_is_closed_and_every_id_is_there_once() -> None:
    page = _Page(affair())
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)


def test_it_loads_and_runs_nothing() -> None:
    page = _Page(affair())
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "base", "form"})
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert not re.search(rb"@import|url\((?!#)", write(affair()))
    assert b"default-src 'none'" in write(affair())


def test_what_the_sources_bring_stays_text() -> None:
    page = _Page(affair())
    text = "".join(page.text)
    assert "<script>alert('1')</script>" in text
    assert "=1+1 <b>bold</b>" in text
    assert not [link for link in page.links if not link.startswith(("#", "http://", "https://"))]


def test_each_dated_event_has_a_mark_that_leads_to_its_row() -> None:
    page = _Page(affair())
    dated = [event for event in affair().events if event.date is not None]
    assert {f"#{event.id}" for event in dated} <= set(page.links)
    assert {event.id for event in affair().events} <= set(page.ids)


def test_what_is_not_asserted_has_its_own_section_after_the_rest() -> None:
    written = write(affair()).decode()
    listed, _, apart = written.partition('id="h-un"')
    for event in affair().events:
        where, other = (listed, apart) if event.status == "asserted" else (apart, listed)
        assert f'id="{event.id}"' in where
        assert f'id="{event.id}"' not in other


def test_the_words_of_the_source_and_our_reading_stand_together() -> None:
    written = write(affair()).decode()
    assert '<span class="says">“on 12 March”</span>' in written
    assert "read as 2031-03-12" in written


def test_the_actor_is_named_in_all_forms() -> None:
    assert "Also written A. Brenn, Brenn" in "".join(_Page(of_one()).text)


def test_a_quote_is_marked_where_its_trigger_stands() -> None:
    assert "<mark>Before</mark> 3 February 2031 Brenn had met the firm." in write(affair()).decode()


def test_a_page_without_dates_has_no_drawing() -> None:
    undated = ExportData("t", tuple(event for event in affair().events if event.date is None))
    page = _Page(undated)
    assert "h-tl" not in page.ids
    assert "date not known" in "".join(page.text)


def test_too_many_events_to_draw_are_listed_all_the_same() -> None:
    events = tuple(contact("Ada Brenn", "Ben Corvel", edtf="2031", key=str(one)) for one in range(MOST_DRAWN + 1))
    page = _Page(ExportData("t", events))
    assert "h-tl" not in page.ids
    assert f"{MOST_DRAWN + 1} events are too many to draw" in "".join(page.text)
    assert {event.id for event in events} <= set(page.ids)
