"""Rows of a SQLite store as values of the domain, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from graph.identity.events import Head
from graph.store.base import Judgement
from graph.store.damage import reads
from graph.store.encoding import decode_claim
from graph.store.paging import version_order
from graph.store.writing import NewEvent, NewVersion
from timeline.model import CONTACT_TYPES, Article, Extraction, Found, Publication

#: The columns of an article version in the order of `article_of`.
ARTICLE = "article, text, source, url, title, byline, published, found, found_detail, language, revised"
#: The columns of its head in the order of `head_of`.
HEAD = "v.article, v.id, v.sha256, v.source, v.url, v.title, v.published, v.sketch, v.credits, v.revised"
INSERT_VERSION = """INSERT INTO version (n, id, article, ord, sha256, source, url, title, byline, published, revised,
    day, found, found_detail, language, sketch, credits, claims, text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


@reads("an article")
def article_of(row: Sequence[Any]) -> Article:
    """Read an article version from its columns."""
    key, text, source, url, title, byline, day, found, detail, language, revised = row
    publication = Publication(_day(day), Found(found), detail)
    return Article(key, text, source, url, title, byline, publication, language, _day(revised))


def version_row(number: int, new: NewVersion) -> tuple[Any, ...]:
    """Return the row of an article version."""
    article, head = new.extraction.article, new.head
    published = article.published
    return (
        number,
        head.version,
        article.id,
        version_order(article.id, head.version),
        head.sha256,
        article.source,
        article.url,
        article.title,
        article.byline,
        published.day.isoformat() if published.day else None,
        article.revised.isoformat() if article.revised else None,
        head.day.isoformat(),
        published.found,
        published.detail,
        article.language,
        head.sketch,
        json.dumps(head.credits),
        len(new.claims),
        article.text,
    )


@reads("an article")
def head_of(row: Sequence[Any]) -> Head:
    """Read the head of an article version from its columns, `HEAD`."""
    key, version, sha256, source, url, title, published, sketch, credited, revised = row
    known = tuple(json.loads(credited))
    return Head(key, version, sha256, source, url, title, _day(published), sketch, known, _day(revised))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def event_row(number: int, new: NewEvent) -> tuple[Any, ...]:
    """Return the row of an event."""
    event = new.event
    when = event.date.date if event.date else None
    low, high, *_ = event.sort_key
    return (
        number,
        event.id,
        new.block,
        new.order,
        event.type,
        event.type in CONTACT_TYPES,
        event.status,
        when.edtf if when else None,
        low.isoformat(),
        high.isoformat(),
        new.body,
    )


def extraction_of(database: sqlite3.Connection, version: str) -> Extraction | None:
    """Read an article version with its claims, in one statement, so that no writer comes between."""
    rows = database.execute(
        f"""SELECT c.body, {ARTICLE} FROM version v LEFT JOIN claim c ON c.version = v.n
        WHERE v.id = ? ORDER BY c.position""",  # noqa: S608
        (version,),
    ).fetchall()
    if not rows:
        return None
    claims = tuple(decode_claim(row[0]) for row in rows if row[0] is not None)
    return Extraction(article_of(rows[0][1:]), claims)


def judgements_of(database: sqlite3.Connection, judgement_id: str | None = None) -> list[Judgement]:
    """Read one judgement or all, in order of time, then id."""
    rows = database.execute(
        """SELECT id, verdict, author, reason, at, undone_at, subject
        FROM judgement LEFT JOIN judgement_subject ON judgement = id
        WHERE :id IS NULL OR id = :id ORDER BY id, position""",
        {"id": judgement_id},
    )
    subjects: dict[tuple[str, ...], list[str]] = {}
    for *judged, subject in rows:
        named = subjects.setdefault(tuple(judged), [])
        if subject is not None:
            named.append(subject)
    found = [_judgement(judged, tuple(named)) for judged, named in subjects.items()]
    return sorted(found, key=lambda judgement: (judgement.at, judgement.id))


@reads("a judgement")
def _judgement(row: tuple[Any, ...], subjects: tuple[str, ...]) -> Judgement:
    key, verdict, author, reason, at, undone = row
    undone_at = datetime.fromisoformat(undone) if undone else None
    return Judgement(key, verdict, subjects, author, reason, datetime.fromisoformat(at), undone_at)
