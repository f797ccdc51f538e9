-- SPDX-License-Identifier: MIT
-- 0012 Duplicate search: whether everybody has still to be compared with everybody.
--
-- Why:     people who came all at once, with a first load, are not compared one by one: a search among everybody does it
--          afterwards, and must not be forgotten when the desk is switched off before it ends.
-- How:     asked for in the transaction that ends a first load; done in the one that keeps what a search found, which
--          began after it was asked for. A desk that is in use and of which nothing waits has hardly ever searched.
-- Centre:  none.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE duplicate_search (
    only_row  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    asked     INTEGER NOT NULL CHECK (asked >= 0),   -- how often a search was asked for
    done      INTEGER NOT NULL CHECK (done BETWEEN 0 AND asked)
) STRICT;

INSERT INTO duplicate_search (only_row, asked, done)
SELECT 1, EXISTS (SELECT 1 FROM desk WHERE is_first_load_done = 1) AND NOT EXISTS (SELECT 1 FROM likely_pair), 0;
