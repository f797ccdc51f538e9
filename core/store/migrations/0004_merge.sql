-- SPDX-License-Identifier: MIT
-- 0004 Merge: records found to be one person, and the way back.
--
-- Why:     a merge must be undone exactly, in any order, and mean the same on every desk; so it is an event, and the
--          records themselves stay as they are.
-- Centre:  core/central/migrations/0004_merge.sql is the twin of this file.
-- Never edit after release. A mistake is corrected by a later migration.

-- Every event this desk knows, its own and others'. Only ever added to.
CREATE TABLE merge_event (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind          TEXT    NOT NULL,
    order_number  INTEGER NOT NULL CHECK (order_number > 0),
    payload       BLOB    NOT NULL                        -- JSON, see core/domain/merge_event.h
) STRICT;

CREATE INDEX merge_event_by_order ON merge_event (order_number);

-- Which records an event is about.
CREATE TABLE merge_event_record (
    record  BLOB NOT NULL CHECK (length(record) = 16),
    event   BLOB NOT NULL REFERENCES merge_event (id),
    PRIMARY KEY (record, event)
) STRICT, WITHOUT ROWID;

-- Worked out from the events: who is shown for a record. Only records that are one person with another, the one that
-- is shown included.
CREATE TABLE merged_record (
    record    BLOB NOT NULL PRIMARY KEY CHECK (length(record) = 16),
    survivor  BLOB NOT NULL CHECK (length(survivor) = 16)
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_record_by_survivor ON merged_record (survivor);

-- Worked out from the events: whose an interaction is, where a person said so after an un-merge.
CREATE TABLE interaction_assignment (
    interaction   BLOB    NOT NULL PRIMARY KEY CHECK (length(interaction) = 16),
    person        BLOB    NOT NULL CHECK (length(person) = 16),
    order_number  INTEGER NOT NULL,
    event         BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX interaction_assignment_by_person ON interaction_assignment (person);

-- As merged_record, for the row as it stands: `fields` of a survivor are those of all its records, with its own in
-- `centre_fields`; what is absorbed keeps its own fields and is not in the search index.
ALTER TABLE person ADD COLUMN survivor BLOB CHECK (survivor IS NULL OR length(survivor) = 16);
