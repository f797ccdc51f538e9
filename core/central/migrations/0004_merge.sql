-- SPDX-License-Identifier: MIT
-- 0004 Merge: records found to be one person, and the way back.
--
-- Why:   a merge must be undone exactly, in any order, and mean the same on every desk; so it is an event, and the
--        records themselves stay as they are.
-- Desk:  core/store/migrations/0004_merge.sql is the twin of this file.
-- Never edit after release. A mistake is corrected by a later migration.

-- Append-only. The erasure of a record empties what the event kept of its fields, and nothing else changes one.
CREATE TABLE reeve.merge_event (
    id            uuid   NOT NULL PRIMARY KEY,
    kind          text   NOT NULL
        CHECK (kind IN ('people_merged', 'people_unmerged', 'fields_chosen', 'item_assigned', 'pair_decided')),
    order_number  bigint NOT NULL CHECK (order_number BETWEEN 1 AND 4503599627370496),
    record        uuid   NOT NULL,                       -- the survivor, or whoever it is about
    other         uuid   CHECK (other <> record),        -- the absorbed one, or the other one of the pair
    merge         uuid,                                  -- the merge that is undone, or was
    payload       jsonb  NOT NULL,                       -- core/domain/merge_event.h
    agent         text   NOT NULL,
    device        uuid   NOT NULL,
    entry         uuid   NOT NULL,
    received_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX merge_event_by_record ON reeve.merge_event (record);
CREATE INDEX merge_event_by_other ON reeve.merge_event (other) WHERE other IS NOT NULL;
CREATE INDEX merge_event_by_merge ON reeve.merge_event (merge) WHERE merge IS NOT NULL;

-- Worked out from the events: who is shown for a record. Only records that are one person with another, the one that
-- is shown included.
CREATE TABLE reeve.same_person (
    record    uuid NOT NULL PRIMARY KEY,
    survivor  uuid NOT NULL
);

CREATE INDEX same_person_by_survivor ON reeve.same_person (survivor);

-- Worked out from the events: whose an interaction is, where a person said so after an un-merge.
CREATE TABLE reeve.interaction_assignment (
    interaction   uuid   NOT NULL PRIMARY KEY,
    person        uuid   NOT NULL,
    order_number  bigint NOT NULL,
    event         uuid   NOT NULL
);

CREATE INDEX interaction_assignment_by_person ON reeve.interaction_assignment (person);

ALTER TABLE reeve.merge_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE reeve.same_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE reeve.interaction_assignment ENABLE ROW LEVEL SECURITY;
