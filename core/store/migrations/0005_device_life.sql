-- SPDX-License-Identifier: MIT
-- 0005 Device life: what a desk was told about itself, what it writes down about itself, and what was decided elsewhere.
--
-- Why:     a wipe order is believed for its signature only, so the desk must know the council's key from the start; and
--          what was done offline is chained here, before anybody else has seen it.
-- Centre:  core/central/migrations/0003_device_life.sql is the twin of this file.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE desk_life (
    only_row             INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    council_signing_key  BLOB    NOT NULL,                -- empty until told once; never changed after that
    order_floor          INTEGER NOT NULL,                -- wipe orders up to this number are void; never lowered
    news_seen            INTEGER NOT NULL                 -- number of the last entry_news of the centre stored here
) STRICT;

INSERT INTO desk_life VALUES (1, x'', 0, 0);

-- What somebody at the centre decided about an entry of ours, in their words.
CREATE TABLE entry_decision (
    entry       BLOB    NOT NULL PRIMARY KEY CHECK (length(entry) = 16),
    words       TEXT    NOT NULL,
    decided_by  TEXT    NOT NULL,
    decided_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which value of a conflict was kept, and by whom: shown after it was decided.
CREATE TABLE conflict_decision (
    conflict    BLOB    NOT NULL PRIMARY KEY CHECK (length(conflict) = 16),
    kept_ours   INTEGER NOT NULL CHECK (kept_ours IN (0, 1)),
    decided_by  TEXT    NOT NULL,
    decided_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The audit of this desk: numbered 1, 2, 3 … without gaps, each record chained to the one before it.
CREATE TABLE audit (
    number    INTEGER NOT NULL PRIMARY KEY,
    previous  BLOB    NOT NULL,                           -- hash of the one before; empty for the first
    hash      BLOB    NOT NULL CHECK (length(hash) = 32), -- SHA-256 of `previous` and `record`
    record    BLOB    NOT NULL                            -- JSON; core/store/audit_trail.h
) STRICT;

CREATE TABLE audit_head (
    only_row      INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    number        INTEGER NOT NULL,
    hash          BLOB    NOT NULL,
    delivered_to  INTEGER NOT NULL                        -- the centre has it up to this number
) STRICT;

INSERT INTO audit_head VALUES (1, 0, x'', 0);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN NEW.number <> (SELECT number + 1 FROM audit_head) OR NEW.previous <> (SELECT hash FROM audit_head)
BEGIN
    SELECT RAISE(ABORT, 'an audit record follows the last one');
END;

CREATE TRIGGER audit_added AFTER INSERT ON audit
BEGIN
    UPDATE audit_head SET number = NEW.number, hash = NEW.hash;
END;
