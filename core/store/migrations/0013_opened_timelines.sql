-- SPDX-License-Identifier: MIT
-- 0013 Opened timelines: whose timeline stays on this desk, and from when on.
--
-- Why:     a timeline stays for a period from the day its person was opened here. Without that day all that was older
--          than the period went with the next tidying up, and somebody who was open a minute ago could not be read once
--          the network was gone.
-- How:     a row for each record that is the person, written whenever somebody is opened.
-- Centre:  reeve.desk_interest: whose timelines a desk is told about.
-- Never edit after release. A mistake is corrected by a later migration.

CREATE TABLE opened_timeline (
    person     BLOB    NOT NULL PRIMARY KEY CHECK (length(person) = 16), -- no reference: a record may not be on this desk
    opened_at  INTEGER NOT NULL                                          -- by the centre's clock
) STRICT, WITHOUT ROWID;
