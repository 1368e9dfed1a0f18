-- What a whomet store holds, for SQLite. Claims, events and forms of actors are kept whole as JSON (`encoding.py`);
-- the columns beside them are what they are found and ordered by. `ord` is an order as `paging.py` writes it.

CREATE TABLE version (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    ord TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    published TEXT,
    revised TEXT,
    -- The day of this version: revised, else published, else nothing.
    day TEXT NOT NULL,
    found TEXT NOT NULL,
    found_detail TEXT NOT NULL,
    language TEXT NOT NULL,
    sketch BLOB NOT NULL,
    credits TEXT NOT NULL,
    claims INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX version_article ON version (article);
CREATE INDEX version_sha256 ON version (sha256);

CREATE TABLE actor (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    named INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE actor_index USING fts5 (words, tokenize = 'ascii', detail = none);

CREATE TABLE form (
    n INTEGER PRIMARY KEY,
    body TEXT NOT NULL UNIQUE,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX form_actor ON form (actor);

CREATE TABLE claim (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
    position INTEGER NOT NULL,
    block TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX claim_version ON claim (version, position);
CREATE INDEX claim_block ON claim (block);

-- The statements in whose words a claim is told, each with the word of its speaker on it (`encode_voice`).
CREATE TABLE voice (
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    statement TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (claim, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_statement ON voice (statement);

CREATE TABLE claim_form (
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    form INTEGER NOT NULL REFERENCES form,
    PRIMARY KEY (claim, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_form_form ON claim_form (form);

CREATE TABLE event (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    block TEXT NOT NULL,
    ord TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    contact INTEGER NOT NULL,
    status TEXT NOT NULL,
    edtf TEXT,
    low TEXT NOT NULL,
    high TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX event_block ON event (block);
CREATE INDEX event_contact ON event (contact, ord);
CREATE VIRTUAL TABLE event_index USING fts5 (words, tokenize = 'ascii', detail = none);

CREATE TABLE event_actor (
    actor INTEGER NOT NULL REFERENCES actor,
    ord TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    PRIMARY KEY (actor, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actor_event ON event_actor (event, actor);

CREATE TABLE event_version (
    version INTEGER NOT NULL REFERENCES version,
    event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    PRIMARY KEY (version, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_version_event ON event_version (event);

CREATE TABLE judgement (
    id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE TABLE judgement_subject (
    judgement TEXT NOT NULL REFERENCES judgement,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (judgement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_subject_subject ON judgement_subject (subject);

CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;
