-- SPDX-License-Identifier: MIT
-- 0003 Device life: what becomes of a desk after its enrolment, what a desk writes down about itself, and what somebody
-- at the centre decided about an entry.
--
-- Why:   a leaver's desk still delivers, a stolen one is wiped by an order that only the council can sign, and what the
--        centre could not take comes back to the person who wrote it.
-- Desk:  core/store/migrations/0005_device_life.sql is the twin of this file.
-- Never edit after release. A mistake is corrected by a later migration.

INSERT INTO reeve.setting VALUES
    ('least_reading_protocol', '2');    -- a desk that speaks an older one may deliver, and reads nothing

ALTER TABLE reeve.device
    ADD COLUMN protocol        integer NOT NULL DEFAULT 2,  -- as the desk last spoke it
    ADD COLUMN reeve_version   text    NOT NULL DEFAULT '', -- empty: of before this migration
    ADD COLUMN order_floor     bigint  NOT NULL DEFAULT 0,  -- wipe orders up to this number are void
    ADD COLUMN status_reason   text,
    ADD COLUMN status_by       text,
    ADD COLUMN status_at       timestamptz;

-- Orders to wipe a desk. The signature is the council's, made where the key is; the centre only hands it on.
CREATE TABLE reeve.wipe_order (
    device        uuid   NOT NULL,
    serial        bigint NOT NULL,
    statement     bytea  NOT NULL,                       -- what is signed; core/crypto/wipe_order.h
    signature     bytea  NOT NULL,
    ordered_by    text   NOT NULL,
    ordered_at    timestamptz NOT NULL DEFAULT now(),
    fetched_at    timestamptz,                           -- the desk first asked for it
    wiped_at      timestamptz,                           -- the desk says it is done
    unsent        bigint,                                -- entries that could not be delivered before
    withdrawn_at  timestamptz,
    PRIMARY KEY (device, serial)
);

-- What desks wrote down in their own chains, byte for byte. `device` delivered it: a copy goes on with the chain of the
-- desk it was copied from, so that one number may be there twice among desks of one origin.
CREATE TABLE reeve.desk_audit (
    device       uuid   NOT NULL,
    n            bigint NOT NULL,
    previous     bytea  NOT NULL,                        -- hash of the one before; empty for the first
    hash         bytea  NOT NULL,                        -- SHA-256 of `previous` and `record`
    record       text   NOT NULL,                        -- JSON; core/store/audit_trail.h
    action       text   GENERATED ALWAYS AS (record::jsonb ->> 'action') STORED,
    agent        text   GENERATED ALWAYS AS (record::jsonb ->> 'agent') STORED,
    person       uuid   GENERATED ALWAYS AS ((record::jsonb ->> 'person')::uuid) STORED,
    received_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (device, n, hash)
);

CREATE INDEX desk_audit_by_person ON reeve.desk_audit (person) WHERE person IS NOT NULL;

-- What somebody at the centre decided about a desk's entry. Numbers are given out one commit after the other, so that
-- a desk may ask for "everything after".
CREATE TABLE reeve.entry_news (
    n           bigint   NOT NULL PRIMARY KEY,
    origin      uuid     NOT NULL,                       -- of the device
    entry       uuid     NOT NULL,
    status      smallint NOT NULL,                       -- as in sync_entry
    code        text,
    words       text     NOT NULL DEFAULT '',
    revision    bigint   NOT NULL DEFAULT 0,
    xid         xid8     NOT NULL DEFAULT pg_current_xact_id(),
    decided_by  text     NOT NULL,
    decided_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX entry_news_by_origin ON reeve.entry_news (origin, n);

ALTER TABLE reeve.quarantine
    DROP CONSTRAINT quarantine_state_check,
    ADD CONSTRAINT quarantine_state_check CHECK (state IN ('parked', 'quarantined', 'rejected')),
    ADD COLUMN mended          text,                     -- instead of the payload, which stays as it came
    ADD COLUMN decided_by      text,
    ADD COLUMN decided_at      timestamptz,
    ADD COLUMN decision_words  text;

ALTER TABLE reeve.wipe_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE reeve.desk_audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE reeve.entry_news ENABLE ROW LEVEL SECURITY;
