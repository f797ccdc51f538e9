-- SPDX-License-Identifier: MIT
-- 0002 Lighter commits: fewer pages for each change.
--
-- Why:     every page that a commit changes is sealed and written once more. An interaction changed eight of them in
--          0001 and changes five now: its own row, its note, its outbox entry and two indexes over that.
-- Centre:  no twin; what is sent stays the same.
-- Never edit after release. A mistake is corrected by a later migration.

-- Reasons come and go with their interaction, in its order: codes between line feeds, which no code holds.
ALTER TABLE interaction ADD COLUMN reasons TEXT NOT NULL DEFAULT '';

UPDATE interaction
   SET reasons = (SELECT group_concat(code, char(10))
                    FROM (SELECT code FROM interaction_reason WHERE interaction = interaction.id ORDER BY position))
 WHERE id IN (SELECT interaction FROM interaction_reason);

DROP TABLE interaction_reason;

-- What waits is few: counted when it is asked for, through an index that knows whose it is. It was three: two indexes
-- and a row of counts.
DROP TRIGGER outbox_added;
DROP TRIGGER outbox_answered;
DROP TRIGGER outbox_purged;
DROP TRIGGER outbox_numbered;
DROP INDEX outbox_waiting;
DROP INDEX outbox_waiting_of;
CREATE INDEX outbox_waiting ON outbox (sequence, aggregate, person) WHERE state = 0;
CREATE INDEX outbox_refused ON outbox (state) WHERE state >= 3;

-- The last number that was given out and whose entry is gone: no number is used again.
CREATE TABLE outbox_purged (
    only_row       INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    last_sequence  INTEGER NOT NULL
) STRICT;

INSERT INTO outbox_purged (only_row, last_sequence)
SELECT 1, last_sequence
  FROM outbox_tally
 WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE sequence = last_sequence)
 UNION ALL
SELECT 1, 0
  FROM outbox_tally
 WHERE EXISTS (SELECT 1 FROM outbox WHERE sequence = last_sequence);

DROP TABLE outbox_tally;

CREATE VIEW outbox_end (last_sequence) AS
SELECT max(last_sequence, coalesce((SELECT max(sequence) FROM outbox), 0))
  FROM outbox_purged;

CREATE TRIGGER outbox_numbered BEFORE INSERT ON outbox
WHEN NEW.sequence <> (SELECT last_sequence + 1 FROM outbox_end) OR NEW.state <> 0
BEGIN
    SELECT RAISE(ABORT, 'outbox entries are numbered without gaps and begin by waiting');
END;

CREATE TRIGGER outbox_gone AFTER DELETE ON outbox
WHEN OLD.sequence > (SELECT last_sequence FROM outbox_purged)
BEGIN
    UPDATE outbox_purged SET last_sequence = OLD.sequence;
END;
