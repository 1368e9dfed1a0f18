"""One write transaction of a SQLite store: the statements behind `writing.Transaction`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import batched, count
from typing import Any

from graph.identity.actors import names_of, union
from graph.identity.events import Telling
from graph.identity.folding import folded_text
from graph.store.base import Judgement
from graph.store.encoding import decode_actor, decode_claim, decode_voice, encode_actor, encode_voice
from graph.store.sqlite_rows import HEAD, INSERT_VERSION, event_row, extraction_of, head_of, judgements_of, version_row
from graph.store.writing import WRONG, NewEvent, NewVersion, forms_of, standing_voices
from timeline.model import Actor, Extraction, Voice

#: SQLite takes up to 32766 parameters in one statement.
_MANY = 10_000
_WRONG_CLAIMS = """SELECT subject FROM judgement_subject s JOIN judgement j ON j.id = s.judgement
    WHERE j.verdict = ? AND j.undone_at IS NULL"""


class SqliteTransaction:
    """The statements of one transaction that its maker has begun and will end."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def known(self, articles: Collection[str]) -> dict[str, str]:
        """Return the stored versions of articles."""
        return dict(self._among("SELECT id, article FROM version WHERE article", articles))

    def stored(self, version: str) -> Extraction | None:
        """Return a stored version with its claims."""
        return extraction_of(self._db, version)

    def owners(self, claims: Collection[str]) -> dict[str, str]:
        """Return the versions of stored claims."""
        return dict(self._among("SELECT c.id, v.id FROM claim c JOIN version v ON v.n = c.version WHERE c.id", claims))

    def drop(self, versions: Sequence[str]) -> tuple[set[str], set[str]]:
        """Remove versions, the events they are cited by, and forms that no claim uses any more."""
        numbers = [row[0] for row in self._among("SELECT n FROM version WHERE id", versions)]
        blocks = {row[0] for row in self._among("SELECT DISTINCT block FROM claim WHERE version", numbers)}
        forms = list(
            self._among(
                """SELECT DISTINCT f.n, f.actor FROM claim c JOIN claim_form cf ON cf.claim = c.n
                JOIN form f ON f.n = cf.form WHERE c.version""",
                numbers,
            )
        )
        self._delete_events(
            row[0] for row in list(self._among("SELECT event FROM event_version WHERE version", numbers))
        )
        self._db.executemany("DELETE FROM version WHERE n = ?", [(n,) for n in numbers])
        self._db.executemany(
            "DELETE FROM form WHERE n = ? AND NOT EXISTS (SELECT 1 FROM claim_form WHERE form = form.n)",
            [(n,) for n, _ in forms],
        )
        return blocks, {actor for _, actor in forms}

    def add(self, versions: Sequence[NewVersion]) -> None:
        """Add versions, forms and claims."""
        news = list(zip(self._next("version"), versions, strict=False))
        self._db.executemany(INSERT_VERSION, [version_row(number, new) for number, new in news])
        claims = [(number, place, entry) for number, new in news for place, entry in enumerate(new.claims)]
        numbered = [(n, *rest) for n, rest in zip(self._next("claim"), claims, strict=False)]
        self._db.executemany(
            "INSERT INTO claim (n, id, version, position, block, body) VALUES (?, ?, ?, ?, ?, ?)",
            [(n, entry.claim.id, version, place, entry.block, entry.body) for n, version, place, entry in numbered],
        )
        self._db.executemany(
            "INSERT INTO voice VALUES (?, ?, ?)",
            [(n, voice.claim_id, encode_voice(voice)) for n, _, _, entry in numbered for voice in entry.voices],
        )
        used = [(n, encode_actor(form), form) for n, _, _, entry in numbered for form in forms_of(entry.claim)]
        self._add_forms({body: form for _, body, form in used})
        forms = dict(self._among("SELECT body, n FROM form WHERE body", {body for _, body, _ in used}))
        self._db.executemany("INSERT INTO claim_form VALUES (?, ?)", [(n, forms[body]) for n, body, _ in used])

    def told_in(self, articles: Collection[str]) -> set[str]:
        """Return the blocks of the claims of articles."""
        blocks = "SELECT DISTINCT c.block FROM claim c JOIN version v ON v.n = c.version WHERE v.article"
        return {row[0] for row in self._among(blocks, articles)}

    def tellings(self, blocks: Collection[str]) -> list[tuple[str, Telling]]:
        """Return the standing claims of blocks."""
        rows = list(
            self._among(
                f"""SELECT c.block, c.id, c.body, {HEAD} FROM claim c JOIN version v ON v.n = c.version
                WHERE NOT EXISTS (SELECT 1 FROM version w WHERE w.article = v.article AND w.revised > v.day)
                AND c.block""",  # noqa: S608
                blocks,
            )
        )
        heard: dict[str, list[Voice]] = {row[1]: [] for row in rows}
        told_in = "SELECT c.id, s.body FROM voice s JOIN claim c ON c.n = s.claim WHERE c.id"
        for claim, body in self._among(told_in, list(heard)):
            heard[claim].append(decode_voice(body))
        wrong = self.wrong({*heard, *(voice.claim_id for voices in heard.values() for voice in voices)})
        return [
            (block, Telling(head_of(head), decode_claim(body), standing_voices(heard[claim], wrong)))
            for block, claim, body, *head in rows
            if claim not in wrong
        ]

    def wrong(self, claims: Collection[str]) -> set[str]:
        """Return the claims that stand judged wrong."""
        if self._db.execute("SELECT NOT EXISTS (SELECT 1 FROM judgement)").fetchone()[0]:
            return set()
        return {row[0] for row in self._among(f"{_WRONG_CLAIMS} AND subject", claims, WRONG)}

    def blocks(self, claims: Collection[str]) -> set[str]:
        """Return the blocks of stored claims."""
        told_in = "SELECT c.block FROM voice s JOIN claim c ON c.n = s.claim WHERE s.statement"
        own = self._among("SELECT block FROM claim WHERE id", claims)
        return {row[0] for row in (*own, *self._among(told_in, claims))}

    def events(self, blocks: Collection[str]) -> dict[str, str]:
        """Return the stored events of blocks."""
        return dict(self._among("SELECT id, body FROM event WHERE block", blocks))

    def mark(self, event: NewEvent) -> str:
        """Compare by the whole event."""
        return event.body

    def replace(self, gone: Sequence[str], new: Sequence[NewEvent]) -> None:
        """Remove events and add others."""
        self._delete_events(row[0] for row in list(self._among("SELECT n FROM event WHERE id", gone)))
        numbered = list(zip(self._next("event"), new, strict=False))
        self._db.executemany(
            """INSERT INTO event (n, id, block, ord, type, contact, status, edtf, low, high, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [event_row(n, entry) for n, entry in numbered],
        )
        self._db.executemany(
            "INSERT INTO event_index (rowid, words) VALUES (?, ?)", [(n, entry.words) for n, entry in numbered]
        )
        self._db.executemany(
            "INSERT INTO event_actor SELECT n, ?, ? FROM actor WHERE id = ?",
            [(entry.order, n, part.actor.id) for n, entry in numbered for part in entry.event.participants],
        )
        cited = {(n, c.version) for n, entry in numbered for c in entry.event.citations}
        versions = dict(self._among("SELECT id, n FROM version WHERE id", {version for _, version in cited}))
        self._db.executemany("INSERT INTO event_version VALUES (?, ?)", [(versions[v], n) for n, v in sorted(cited)])

    def refresh(self, actors: Collection[str]) -> None:
        """Make the one view of actors anew where it differs."""
        forms: dict[str, list[Actor]] = {actor: [] for actor in actors}
        for actor, body in self._among("SELECT actor, body FROM form WHERE actor", actors):
            forms[actor].append(decode_actor(body))
        known = {row[1]: row for row in self._among("SELECT n, id, body FROM actor WHERE id", actors)}
        views = {actor: union(called) for actor, called in forms.items() if called}
        bodies = {actor: encode_actor(view) for actor, view in views.items()}
        stale = [known[actor][0] for actor in known if bodies.get(actor) != known[actor][2]]
        self._db.executemany("DELETE FROM actor_index WHERE rowid = ?", [(n,) for n in stale])
        unused = [known[actor][0] for actor in known if actor not in views]
        self._db.executemany("DELETE FROM actor WHERE n = ?", [(n,) for n in unused])
        numbers = self._next("actor")
        rows = []
        for actor in sorted(views):
            if actor not in known or known[actor][2] != bodies[actor]:
                n = known[actor][0] if actor in known else next(numbers)
                rows.append((n, views[actor], bodies[actor]))
        self._db.executemany(
            """INSERT INTO actor (n, id, named, body) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET named = excluded.named, body = excluded.body""",
            [(n, view.id, view.named, body) for n, view, body in rows],
        )
        self._db.executemany(
            "INSERT INTO actor_index (rowid, words) VALUES (?, ?)",
            [(n, folded_text(names_of(view))) for n, view, _ in rows if view.named],
        )

    def judgement(self, judgement_id: str) -> Judgement | None:
        """Return a stored judgement."""
        return next(iter(judgements_of(self._db, judgement_id)), None)

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement, or mark a stored one undone."""
        undone = judgement.undone_at.isoformat() if judgement.undone_at else None
        self._db.execute(
            """INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET undone_at = excluded.undone_at""",
            (judgement.id, judgement.verdict, judgement.author, judgement.reason, judgement.at.isoformat(), undone),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO judgement_subject VALUES (?, ?, ?)",
            [(judgement.id, place, subject) for place, subject in enumerate(judgement.subjects)],
        )

    def log(self, kind: str, subjects: Sequence[str], at: datetime) -> None:
        """Add to the log of changes."""
        rows = [(at.isoformat(), kind, subject) for subject in subjects]
        self._db.executemany("INSERT INTO change (at, kind, subject) VALUES (?, ?, ?)", rows)

    def _among(self, sql: str, values: Collection[Any], *first: Any) -> Iterator[tuple[Any, ...]]:
        """Run a query that ends in a column, for rows in which it is one of the values."""
        for some in batched(values, _MANY):
            yield from self._db.execute(f"{sql} IN ({', '.join('?' * len(some))})", (*first, *some))

    def _next(self, table: str) -> Iterator[int]:
        (last,) = self._db.execute(f"SELECT coalesce(max(n), 0) FROM {table}").fetchone()  # noqa: S608
        return count(last + 1)

    def _delete_events(self, numbers: Iterable[int]) -> None:
        rows = [(n,) for n in numbers]
        self._db.executemany("DELETE FROM event_index WHERE rowid = ?", rows)
        self._db.executemany("DELETE FROM event WHERE n = ?", rows)

    def _add_forms(self, forms: dict[str, Actor]) -> None:
        rows = [(body, form.id) for body, form in sorted(forms.items())]
        self._db.executemany("INSERT OR IGNORE INTO form (body, actor) VALUES (?, ?)", rows)
