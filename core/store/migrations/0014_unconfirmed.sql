-- SPDX-License-Identifier: MIT
-- 0014 Unconfirmed: merge events that a restored centre may not have, and people whose erasure waits.
--
-- Why:     a desk that reads the centre again from the start, since that went back in time, goes on showing a merge that
--          nobody else has any more, unless it knows which events the reading brought. And whoever was erased while work
--          about them waited here must be found again when that work was answered for, whatever kind of work it was.
-- Centre:  none.
-- Never edit after release. A mistake is corrected by a later migration.

-- 0: the reading that is going on has not brought it yet.
ALTER TABLE merge_event ADD COLUMN is_confirmed INTEGER NOT NULL DEFAULT 1 CHECK (is_confirmed IN (0, 1));

CREATE INDEX person_to_erase ON person (id) WHERE is_removed = 1;
