-- SPDX-License-Identifier: MIT
-- 0003 Search: people are found in memory, mistyped too; here stands the index they are found in.
--
-- Why:     words compared as they stand find one mistyped caller in three; the index in memory finds all but a few,
--          and ten times sooner.
-- How:     search_state says which people the stored index knows: all with a number up to covered_number, as they were
--          at the change covered_change. Whoever has a higher number is new, and whoever is in person_change after that
--          was changed: they are read from person and added in memory. An index that is missing, of another format or
--          unreadable is built from person alone.
-- Centre:  knows nothing of it.
-- Never edit after release. A mistake is corrected by a later migration.

DROP TABLE person_search;

CREATE TABLE search_state (
    only_row        INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    segment         INTEGER NOT NULL,                -- in search_chunk; 0 while there is none
    bytes           INTEGER NOT NULL,                -- of all its chunks
    covered_number  INTEGER NOT NULL,
    covered_change  INTEGER NOT NULL,
    highest_number  INTEGER NOT NULL                 -- of people who are gone: no number is given out twice
) STRICT;

INSERT INTO search_state (only_row, segment, bytes, covered_number, covered_change, highest_number)
VALUES (1, 0, 0, 0, 0, 0);

-- The index as it is in memory (core/matching/search/segment.h), in pieces small enough that storing one holds nobody up.
CREATE TABLE search_chunk (
    segment  INTEGER NOT NULL,
    part     INTEGER NOT NULL,
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (segment, part)
) STRICT;

-- People changed since the index was stored. New people are known by their number and need no row.
CREATE TABLE person_change (
    position  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    number    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER person_changed AFTER UPDATE OF fields ON person
BEGIN
    INSERT INTO person_change (number) VALUES (NEW.number);
END;

CREATE TRIGGER person_gone AFTER DELETE ON person
BEGIN
    INSERT INTO person_change (number) VALUES (OLD.number);
    UPDATE search_state SET highest_number = max(highest_number, OLD.number);
END;
