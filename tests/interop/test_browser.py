"""In a real browser: TimelineJS shows the JSON made for it, and our own page runs no script and fits a telephone."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from graph.formats import ALL_FORMATS
from tests.interop.programs import browser, npm_package, run
from tests.timeline.formats.sample import affair
from timeline.model import Event

pytestmark = [pytest.mark.slow, pytest.mark.interop]

_TIMELINE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="{package}/dist/css/timeline.css">
<script src="{package}/dist/js/timeline.js"></script>
<div id="t" style="width: 1200px; height: 700px"></div>
<script>new TL.Timeline("t", {json}, {{font: null}});</script>
"""
_FRAME = """<!doctype html><meta charset="utf-8"><iframe src="{page}" width="{width}" height="2000"></iframe>
<script>onload = () => {{
  const page = document.querySelector("iframe").contentDocument.documentElement;
  document.title = `fits:${{page.scrollWidth <= page.clientWidth}}`;
}};</script>
"""


def _dom(page: Path) -> str:
    """Return the page as it stands after its scripts ran."""
    command = [browser(), "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    command += [f"--user-data-dir={page.parent / 'profile'}", "--virtual-time-budget=8000", "--window-size=1220,720"]
    return run([*command, "--dump-dom", page.as_uri()], page.parent)


def _begins(event: Event) -> bool:
    return event.date is not None and event.date.date.earliest is not None


def test_timelinejs_shows_every_event_that_has_a_beginning(tmp_path: Path) -> None:
    package = npm_package("@knight-lab/timelinejs", "3.9.11")
    json = ALL_FORMATS["timelinejs"].write(affair()).decode().replace("<", "\\u003c")
    page = tmp_path / "timeline.html"
    page.write_text(_TIMELINE.format(package=package.as_uri(), json=json), encoding="utf-8")
    dom = _dom(page)
    assert set(re.findall(r'id="(e-[0-9a-f]+)-marker"', dom)) == {
        event.id for event in affair().events if _begins(event)
    }
    text = html.unescape(re.sub(r"<[^>]+>", "", dom))
    for event in affair().events:
        assert " ".join(event.title.split()) in " ".join(text.split())
        assert all(citation.sha256 in text for citation in event.citations)
    assert "<script>alert" not in dom
    assert "<b>bold" not in dom


def test_our_page_opens_from_a_file_and_is_not_wider_than_a_telephone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(ALL_FORMATS["html"].write(affair()))
    dom = _dom(page)
    assert dom.count('<li class="ev"') == sum(event.status == "asserted" for event in affair().events)
    assert "<script" not in dom
    for width in (360, 768, 1180):
        frame = tmp_path / f"frame-{width}.html"
        frame.write_text(_FRAME.format(page=page.as_uri(), width=width), encoding="utf-8")
        assert "<title>fits:true</title>" in _dom(frame), width


def test_the_picture_opens_from_a_file(tmp_path: Path) -> None:
    picture = tmp_path / "contacts.svg"
    picture.write_bytes(ALL_FORMATS["svg"].write(affair()))
    dom = _dom(picture)
    assert "parsererror" not in dom
    assert dom.count("<g id=") == len(re.findall(rb"<g id=", picture.read_bytes()))
