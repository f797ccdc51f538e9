-- SPDX-License-Identifier: MIT
-- 0005 Import runs: how far a file of people has been brought in at the centre.
--
-- Why:   an import that was cut off goes on where it was, and brings nobody in twice.
-- How:   the row of a file is written in the transaction of the people it tells of.
-- Desk:  core/store/migrations/0008_import_run.sql is the twin of this file.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE reeve.import_run (
    digest           text   NOT NULL PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'), -- of the file, and how it is read
    rows             bigint NOT NULL,                    -- done, from the first
    imported         bigint NOT NULL,
    updated          bigint NOT NULL,
    unchanged        bigint NOT NULL,
    rejected         bigint NOT NULL,
    rejected_bytes   bigint NOT NULL,                    -- of the file of rejected rows, when these rows were done
    duplicates       bigint NOT NULL,
    duplicate_bytes  bigint NOT NULL,                    -- of the file of possible duplicates
    agent            text   NOT NULL,                    -- who did the last of them
    changed_at       timestamptz NOT NULL DEFAULT now(),
    finished_at      timestamptz                         -- none while there are more rows
);

ALTER TABLE reeve.import_run ENABLE ROW LEVEL SECURITY;
