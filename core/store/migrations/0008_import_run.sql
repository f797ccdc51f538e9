-- SPDX-License-Identifier: MIT
-- 0008 Import runs: how far a file of people has been brought in.
--
-- Why:     an import that was cut off goes on where it was, and brings nobody in twice.
-- How:     the row of a file is written in the transaction of the people it tells of.
-- Centre:  none.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE import_run (
    digest           BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32), -- of the file, and how it is read
    rows             INTEGER NOT NULL,          -- done, from the first
    imported         INTEGER NOT NULL,
    updated          INTEGER NOT NULL,
    unchanged        INTEGER NOT NULL,
    rejected         INTEGER NOT NULL,
    rejected_bytes   INTEGER NOT NULL,          -- of the file of rejected rows, when these rows were done
    duplicates       INTEGER NOT NULL,
    duplicate_bytes  INTEGER NOT NULL,          -- of the file of possible duplicates
    finished_at      INTEGER                    -- UTC milliseconds; NULL while there are more rows
) STRICT, WITHOUT ROWID;
