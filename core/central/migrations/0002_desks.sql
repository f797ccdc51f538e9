-- SPDX-License-Identifier: MIT
-- 0002 Desks: who may sign in, which desks there are, what they delivered and how far they may read.
--
-- Why:   a change is applied once, whatever is cut, repeated, reordered or restored; and every look at something
--        restricted leaves a trace that cannot be taken back.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE reeve.setting (
    name   text NOT NULL PRIMARY KEY,
    value  text NOT NULL
);

INSERT INTO reeve.setting VALUES
    ('session_days', '7'),          -- a session lasts this long after the last hello
    ('poll_ms', '3000'),
    ('herd_spread_ms', '0'),        -- 0: 10 ms for each desk, 5 s at least
    ('settled_by', 'auto');         -- archive, standby, both, flushed, or auto: what the server is set up for

-- People who may sign in. The role of the same name holds the password, or pg_hba says how else they prove it.
CREATE TABLE reeve.agent (
    name          text    NOT NULL PRIMARY KEY,
    display_name  text    NOT NULL,
    roles         text[]  NOT NULL
        CHECK (roles <@ ARRAY['handler', 'supervisor', 'dpo', 'safeguarding', 'lifeline', 'administrator']),
    is_active     boolean NOT NULL DEFAULT true,
    added_at      timestamptz NOT NULL DEFAULT now()
);

-- Which role may do what beyond the ordinary; the twin of core/domain/role.cpp.
CREATE TABLE reeve.role_right (
    role   text NOT NULL,
    may    text NOT NULL CHECK (may IN ('know_restricted', 'reveal_special_category', 'reveal_criminal_offence')),
    PRIMARY KEY (role, may)
);

INSERT INTO reeve.role_right VALUES
    ('supervisor', 'know_restricted'),
    ('dpo', 'know_restricted'),
    ('safeguarding', 'know_restricted'),
    ('lifeline', 'know_restricted'),
    ('supervisor', 'reveal_special_category'),
    ('dpo', 'reveal_special_category'),
    ('safeguarding', 'reveal_special_category'),
    ('lifeline', 'reveal_special_category'),
    ('dpo', 'reveal_criminal_offence'),
    ('safeguarding', 'reveal_criminal_offence');

CREATE TABLE reeve.device (
    id                    uuid    NOT NULL PRIMARY KEY,
    name                  text    NOT NULL,
    origin                uuid    NOT NULL,               -- the desk this one was found to be a copy of, else itself
    status                text    NOT NULL DEFAULT 'active'
        CHECK (status IN ('active', 'push_only', 'revoked', 'wipe')),
    incarnation           uuid    NOT NULL,               -- required at the next hello
    previous_incarnation  uuid,                           -- accepted as well until the newest was used:
    incarnation_used      boolean NOT NULL DEFAULT false, -- the answer that carried it may have been lost
    last_sequence         bigint  NOT NULL DEFAULT 0,
    waiting               bigint  NOT NULL DEFAULT 0,     -- as the desk last told
    needs_attention       bigint  NOT NULL DEFAULT 0,
    skew_ms               bigint  NOT NULL DEFAULT 0,     -- centre minus desk
    enrolled_by           text    NOT NULL,
    enrolled_at           timestamptz NOT NULL DEFAULT now(),
    last_seen_at          timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

CREATE TABLE reeve.session (
    token_sha256  bytea NOT NULL PRIMARY KEY,             -- the token itself is only at the desk
    agent         text  NOT NULL,
    origin        uuid  NOT NULL,                         -- of the device
    opened_at     timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL
);

-- A stretch of history that was not interrupted by a restore. The latest one counts.
CREATE TABLE reeve.epoch (
    number            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    epoch             uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    server            text NOT NULL,                      -- system identifier and timeline
    first_transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    reason            text NOT NULL,
    started_at        timestamptz NOT NULL DEFAULT now()
);

-- "Every transaction before `horizon` lies before `lsn` in the write-ahead log", noted now and then.
CREATE TABLE reeve.horizon_probe (
    horizon  xid8   NOT NULL,
    lsn      pg_lsn NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The ledger: every entry that was ever delivered, and what became of it.
CREATE TABLE reeve.sync_entry (
    entry           uuid     NOT NULL PRIMARY KEY,
    device          uuid     NOT NULL,
    sequence        bigint   NOT NULL,
    kind            text     NOT NULL,
    status          smallint NOT NULL,                    -- 1 applied, 3 conflict, 4 parked, 5 quarantined
    code            text,
    revision        bigint   NOT NULL DEFAULT 0,
    payload_sha256  bytea    NOT NULL,
    agent           text     NOT NULL,                    -- who made it
    delivered_by    text     NOT NULL,                    -- whose session delivered it
    device_time     timestamptz NOT NULL,
    monotonic_ms    bigint   NOT NULL,
    skew_ms         bigint   NOT NULL,
    xid             xid8     NOT NULL DEFAULT pg_current_xact_id(),
    received_at     timestamptz NOT NULL DEFAULT now()
);

-- What the centre could not take, with the very bytes that came.
CREATE TABLE reeve.quarantine (
    entry           uuid   NOT NULL,
    payload_sha256  bytea  NOT NULL,
    device          uuid   NOT NULL,
    sequence        bigint NOT NULL,
    kind            text   NOT NULL,
    state           text   NOT NULL CHECK (state IN ('parked', 'quarantined')),
    reason          text   NOT NULL,
    sqlstate        text,
    waits_for       uuid,                                 -- the record a parked entry needs
    base_revision   bigint NOT NULL,
    agent           text   NOT NULL,
    delivered_by    text   NOT NULL,
    device_time     timestamptz NOT NULL,
    payload         text,
    payload_bytes   bytea,                                -- instead, when it is not text
    received_at     timestamptz NOT NULL DEFAULT now(),
    resolved_at     timestamptz,
    PRIMARY KEY (entry, payload_sha256),
    CHECK (num_nonnulls(payload, payload_bytes) = 1)
);

CREATE INDEX quarantine_waiting ON reeve.quarantine (waits_for) WHERE state = 'parked' AND resolved_at IS NULL;

-- What desks follow, in the order (xid, n), never beyond the oldest transaction in flight. Disposable.
CREATE TABLE reeve.change_log (
    xid     xid8     NOT NULL DEFAULT pg_current_xact_id(),
    n       bigint   GENERATED ALWAYS AS IDENTITY,
    kind    smallint NOT NULL,                            -- 1 person, 2 interaction, 3 conflict
    pk      uuid     NOT NULL,
    person  uuid,
    PRIMARY KEY (xid, n)
);

-- Whose timelines a desk keeps up to date.
CREATE TABLE reeve.desk_interest (
    device  uuid NOT NULL,
    person  uuid NOT NULL,
    since   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (device, person)
);

-- Append-only. One hash chain for each desk, and one (the null UUID) for the centre itself.
CREATE TABLE reeve.audit (
    scope          uuid   NOT NULL,
    n              bigint NOT NULL,
    at             timestamptz NOT NULL,
    agent          text   NOT NULL,
    action         text   NOT NULL,
    subject        uuid,
    person         uuid,
    detail         jsonb  NOT NULL DEFAULT '{}',
    previous_hash  bytea  NOT NULL,
    hash           bytea  NOT NULL,
    PRIMARY KEY (scope, n)
);

CREATE TABLE reeve.audit_head (
    scope  uuid   NOT NULL PRIMARY KEY,
    n      bigint NOT NULL,
    hash   bytea  NOT NULL
);

-- Second line. The owner passes by row-level security, except where it is forced: restricted content is visible to
-- nobody, the owner included, but for the one item (or interaction) named by the setting reeve.reveal, which the
-- functions of the API set for one transaction after they have checked the role and written the audit.
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'reeve' LOOP
        EXECUTE format('ALTER TABLE reeve.%I ENABLE ROW LEVEL SECURITY', name);
    END LOOP;
END $$;

ALTER TABLE reeve.special_category_item FORCE ROW LEVEL SECURITY;
ALTER TABLE reeve.criminal_offence_item FORCE ROW LEVEL SECURITY;

CREATE POLICY write_down ON reeve.special_category_item FOR INSERT WITH CHECK (true);
CREATE POLICY write_down ON reeve.criminal_offence_item FOR INSERT WITH CHECK (true);
CREATE POLICY reveal ON reeve.special_category_item FOR SELECT
    USING (current_setting('reeve.reveal', true) IN (id::text, interaction::text));
CREATE POLICY reveal ON reeve.criminal_offence_item FOR SELECT
    USING (current_setting('reeve.reveal', true) IN (id::text, interaction::text));
