-- SPDX-License-Identifier: MIT
-- 0007 Notes are found by their words.
--
-- Why:     "who was it who rang about the fox?" – the handler remembers what was said, and not by whom.
-- How:     note_search holds one row for each interaction with notes or reasons, numbered by when it began, so that the
--          newest are found first. A commit must not pay for it: what this desk logs is taken in later, and is known by
--          its number in the outbox (covered_sequence says how far that has come); what comes from the centre, and what
--          was here before, waits in note_to_index. Whoever searches takes in first what is missing.
-- Rules:   what a restricted item says is never here: it stands in no note.
--          An interaction that goes leaves its number in note_search_gone, and goes from note_search with the next
--          step; it is not found from that moment on. (A trigger may not write to note_search: our connections trust no
--          schema.)
-- Centre:  knows nothing of it.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE VIRTUAL TABLE note_search USING fts5 (
    notes, reasons, columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO note_search (note_search, rank) VALUES ('pgsz', 4000);

CREATE TABLE note_search_row (
    number       INTEGER NOT NULL PRIMARY KEY,       -- of note_search: start in milliseconds, times 16384, and a count
    interaction  BLOB    NOT NULL UNIQUE CHECK (length(interaction) = 16)
) STRICT;

CREATE TABLE note_search_gone (
    number  INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE note_to_index (
    interaction  BLOB NOT NULL PRIMARY KEY CHECK (length(interaction) = 16)
) STRICT, WITHOUT ROWID;

INSERT INTO note_to_index (interaction)
SELECT id FROM interaction;

CREATE TABLE note_search_state (
    only_row          INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    covered_sequence  INTEGER NOT NULL               -- of the outbox: what was logged here up to it is in, or waits
) STRICT;

INSERT INTO note_search_state (only_row, covered_sequence)
SELECT 1, last_sequence FROM outbox_end;

CREATE TRIGGER interaction_unsearched AFTER DELETE ON interaction
BEGIN
    INSERT OR IGNORE INTO note_search_gone (number) SELECT number FROM note_search_row WHERE interaction = OLD.id;
    DELETE FROM note_search_row WHERE interaction = OLD.id;
    DELETE FROM note_to_index WHERE interaction = OLD.id;
END;

-- An entry that is purged before it was looked at: its interaction is to be looked at still.
CREATE TRIGGER outbox_gone_unsearched AFTER DELETE ON outbox
WHEN OLD.kind IN ('interaction_logged', 'note_added')
     AND OLD.sequence > (SELECT covered_sequence FROM note_search_state)
BEGIN
    INSERT OR IGNORE INTO note_to_index (interaction) VALUES (OLD.aggregate);
END;
