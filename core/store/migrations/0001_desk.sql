-- SPDX-License-Identifier: MIT
-- 0001 Desk: who this desk is, the people it knows, the work in hand, and the queue that carries changes to the centre.
--
-- Why:     everything on the call path is read from and written to these tables; nothing waits for the network.
-- Centre:  core/central/migrations/0001_*.sql is the twin of this file; ids and codes are the same on both sides.
-- Rules:   ids are UUIDs as 16 bytes in network order, so that they sort as they were made. Times are UTC milliseconds.
--          JSON is kept as the UTF-8 bytes it came in (BLOB): it is parsed by us, never by SQL.
--          Restricted content stands in outbox.payload until it is safe at the centre, and in draft.document; never in
--          a table that is shown from.
-- Never edit after release. A mistake is corrected by a later migration.

-- Who this desk is and how far it has come with the centre.
CREATE TABLE desk (
    only_row             INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    device               BLOB    NOT NULL CHECK (length(device) = 16),
    desk_name            TEXT    NOT NULL,
    central_uri          TEXT    NOT NULL,
    pool_user            TEXT    NOT NULL,
    pool_password        TEXT    NOT NULL,
    council_public_key   BLOB,
    incarnation          BLOB,
    epoch                BLOB,
    cursor_transaction   INTEGER NOT NULL,
    cursor_number        INTEGER NOT NULL,
    highest_transaction  INTEGER NOT NULL,
    is_first_load_done   INTEGER NOT NULL CHECK (is_first_load_done IN (0, 1)),
    first_load_after     BLOB,
    first_load_cursor    INTEGER NOT NULL,
    settled_horizon      INTEGER NOT NULL,
    skew                 INTEGER NOT NULL,                -- centre minus desk, milliseconds
    herd_spread_ms       INTEGER NOT NULL,
    last_sync_at         INTEGER,
    device_status        TEXT    NOT NULL
) STRICT;

-- Agents as the centre last described them, so that their roles hold offline.
CREATE TABLE agent (
    login         TEXT NOT NULL PRIMARY KEY,
    display_name  TEXT,
    roles         TEXT                                    -- codes between spaces; NULL while never told
) STRICT, WITHOUT ROWID;

CREATE TABLE agent_setting (
    agent  TEXT NOT NULL,
    name   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (agent, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE central_session (
    agent       TEXT    NOT NULL PRIMARY KEY,
    token       TEXT    NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The directory. `fields` is what this desk shows: the centre's state with our unanswered edits laid over it.
CREATE TABLE person (
    number         INTEGER NOT NULL PRIMARY KEY,          -- the row of person_search; means nothing outside this desk
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    revision       INTEGER NOT NULL CHECK (revision >= 0), -- the centre's; 0 while it has not seen the person
    external_id    TEXT,
    is_removed     INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)), -- erased; goes when its work is sent
    fields         BLOB    NOT NULL,
    centre_fields  BLOB                                   -- the centre's state alone; NULL while nothing lies over it
) STRICT;

CREATE INDEX person_by_external_id ON person (external_id) WHERE external_id IS NOT NULL;

-- Words a person is found by (core/matching/normalise.h), folded before they come here: the tokenizer only splits at
-- spaces. Without content: what is deleted is computed again from the person's fields. Without prefix indexes: they
-- make a first load a third longer, and a beginning of three letters is found in a few milliseconds without them; what
-- is shorter has words of its own.
CREATE VIRTUAL TABLE person_search USING fts5 (
    terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);

-- A first load writes one segment for each 32 MiB of index instead of each MiB, and they are merged later, a little
-- with each change: no commit waits for the whole. A record of 4,000 bytes and its header fit one page of 4,096 less
-- the 40 of its seal; the usual 4,050 would take a second page for each.
INSERT INTO person_search (person_search, rank) VALUES ('hashsize', 33554432);
INSERT INTO person_search (person_search, rank) VALUES ('automerge', 16);
INSERT INTO person_search (person_search, rank) VALUES ('crisismerge', 64);
INSERT INTO person_search (person_search, rank) VALUES ('pgsz', 4000);

CREATE TABLE interaction (
    id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    person         BLOB    CHECK (length(person) = 16),   -- no reference: the person may not be on this desk
    channel        TEXT    NOT NULL,
    direction      TEXT    NOT NULL,
    caller_number  TEXT    NOT NULL,
    started_at     INTEGER NOT NULL,
    ended_at       INTEGER,
    disposition    TEXT    NOT NULL,
    agent          TEXT    NOT NULL,
    is_sent        INTEGER NOT NULL CHECK (is_sent IN (0, 1)) -- the centre has it
) STRICT, WITHOUT ROWID;

CREATE INDEX interaction_by_person ON interaction (person, started_at) WHERE person IS NOT NULL;

CREATE TABLE interaction_reason (
    interaction  BLOB    NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    code         TEXT    NOT NULL,
    PRIMARY KEY (interaction, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
    interaction   BLOB NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
    id            BLOB NOT NULL CHECK (length(id) = 16),
    role          TEXT NOT NULL,
    person        BLOB,
    name_as_told  TEXT NOT NULL,
    PRIMARY KEY (interaction, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    interaction  BLOB    NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
    id           BLOB    NOT NULL CHECK (length(id) = 16),
    written_at   INTEGER NOT NULL,
    text         TEXT    NOT NULL,
    PRIMARY KEY (interaction, id)
) STRICT, WITHOUT ROWID;

-- That a restricted item exists. What it says is not here, and not its category either.
CREATE TABLE restricted_mark (
    id                   BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    interaction          BLOB    NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
    person               BLOB,
    is_criminal_offence  INTEGER NOT NULL CHECK (is_criminal_offence IN (0, 1)),
    noted_at             INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX restricted_mark_by_interaction ON restricted_mark (interaction);
CREATE INDEX restricted_mark_by_person ON restricted_mark (person) WHERE person IS NOT NULL;

-- Interactions in work, as they were last typed.
CREATE TABLE draft (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    agent         TEXT    NOT NULL,
    started_at    INTEGER NOT NULL,
    saved_at      INTEGER NOT NULL,
    discarded_at  INTEGER,
    note_text     TEXT    NOT NULL,
    document      BLOB    NOT NULL
) STRICT;

-- Changes on their way to the centre, numbered 1, 2, 3 … without gaps.
CREATE TABLE outbox (
    sequence          INTEGER NOT NULL PRIMARY KEY,
    id                BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    kind              TEXT    NOT NULL,
    aggregate         BLOB    NOT NULL CHECK (length(aggregate) = 16), -- order is kept within it
    person            BLOB,
    base_revision     INTEGER NOT NULL,
    agent             TEXT    NOT NULL,
    device_time       INTEGER NOT NULL,
    monotonic         INTEGER NOT NULL,
    skew              INTEGER NOT NULL,
    state             INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 5), -- as EntryState in outbox.h
    code              TEXT    NOT NULL DEFAULT '',
    revision          INTEGER NOT NULL DEFAULT 0,         -- the aggregate's, as the centre answered
    sent_transaction  INTEGER NOT NULL DEFAULT 0,
    dismissed_at      INTEGER,
    has_restricted    INTEGER NOT NULL CHECK (has_restricted IN (0, 1)), -- the payload holds restricted content
    content_hash      BLOB    NOT NULL,                   -- knows the same work again; empty where the payload does
    payload           BLOB    NOT NULL                    -- emptied when safe, where it holds restricted content
) STRICT;

CREATE INDEX outbox_waiting ON outbox (sequence) WHERE state = 0;
CREATE INDEX outbox_waiting_of ON outbox (aggregate, sequence) WHERE state = 0;
CREATE INDEX outbox_sent ON outbox (sent_transaction) WHERE state = 1;
CREATE INDEX outbox_attention ON outbox (sequence) WHERE state >= 3 AND dismissed_at IS NULL;
CREATE INDEX outbox_dismissed ON outbox (sent_transaction) WHERE state >= 4 AND dismissed_at IS NOT NULL;
CREATE INDEX outbox_person_edit ON outbox (aggregate, sequence) WHERE kind = 'person_edited';

-- How many entries there are in each state, so that the strip need not count 35 days of them, and the last number
-- given out, which outlives the entries that are purged.
CREATE TABLE outbox_tally (
    only_row       INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    last_sequence  INTEGER NOT NULL,
    waiting        INTEGER NOT NULL CHECK (waiting >= 0),
    sent           INTEGER NOT NULL CHECK (sent >= 0),
    safe           INTEGER NOT NULL CHECK (safe >= 0)
) STRICT;

INSERT INTO outbox_tally (only_row, last_sequence, waiting, sent, safe) VALUES (1, 0, 0, 0, 0);

CREATE TRIGGER outbox_numbered BEFORE INSERT ON outbox
WHEN NEW.sequence <> (SELECT last_sequence + 1 FROM outbox_tally) OR NEW.state <> 0
BEGIN
    SELECT RAISE(ABORT, 'outbox entries are numbered without gaps and begin by waiting');
END;

CREATE TRIGGER outbox_added AFTER INSERT ON outbox
BEGIN
    UPDATE outbox_tally SET last_sequence = NEW.sequence, waiting = waiting + 1;
END;

CREATE TRIGGER outbox_answered AFTER UPDATE OF state ON outbox
WHEN NEW.state <> OLD.state
BEGIN
    UPDATE outbox_tally
       SET waiting = waiting + (NEW.state = 0) - (OLD.state = 0),
           sent    = sent    + (NEW.state = 1) - (OLD.state = 1),
           safe    = safe    + (NEW.state = 2) - (OLD.state = 2);
END;

-- Restricted content is never kept once the centre has it for good: by whatever way an entry becomes safe.
CREATE TRIGGER outbox_safe AFTER UPDATE OF state ON outbox
WHEN NEW.state = 2 AND NEW.has_restricted = 1
BEGIN
    UPDATE outbox SET payload = x'' WHERE sequence = NEW.sequence;
END;

CREATE TRIGGER outbox_purged AFTER DELETE ON outbox
BEGIN
    UPDATE outbox_tally
       SET waiting = waiting - (OLD.state = 0),
           sent    = sent    - (OLD.state = 1),
           safe    = safe    - (OLD.state = 2);
END;

-- The same field of a person, changed twice; both values are kept until a person decides.
CREATE TABLE field_conflict (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    person        BLOB    NOT NULL CHECK (length(person) = 16),
    field         TEXT    NOT NULL,
    ours          BLOB    NOT NULL,                       -- a JSON array of one value
    theirs        BLOB    NOT NULL,
    our_agent     TEXT    NOT NULL,
    their_agent   TEXT    NOT NULL,
    raised_at     INTEGER NOT NULL,
    decided_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX field_conflict_open ON field_conflict (raised_at) WHERE decided_at IS NULL;
CREATE INDEX field_conflict_of_person ON field_conflict (person);
