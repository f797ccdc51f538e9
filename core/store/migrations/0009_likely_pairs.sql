-- SPDX-License-Identifier: MIT
-- 0009 Likely pairs: two people who may be one, waiting for somebody to look at them.
--
-- Why:     what an import, a pull from the centre or a search for duplicates found is there at the next review, without
--          comparing everybody again.
-- How:     ids alone; what was decided of a pair stays with the merge events. Each desk has its own.
-- Centre:  none.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE likely_pair (
    number       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- in the order they were found; never reused
    first        BLOB    NOT NULL REFERENCES person (id) ON DELETE CASCADE, -- the smaller id
    second       BLOB    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    millionths   INTEGER NOT NULL,                           -- how likely it was when it was found
    UNIQUE (first, second)
) STRICT;

CREATE INDEX likely_pair_by_second ON likely_pair (second);
CREATE INDEX likely_pair_by_likelihood ON likely_pair (millionths);
