-- SPDX-License-Identifier: MIT
-- 0006 Put back: what tells a centre apart from itself at another time.
--
-- Why:   a machine that is put back to an earlier moment, while PgBouncer holds the connections, hands out the same
--        transactions and numbers again. A desk that has seen what was lost is to notice with its next call.
-- Desk:  nothing; a number is a number.
-- Never edit after release. A mistake is corrected by a later migration.

ALTER TABLE reeve.device ADD COLUMN deliveries bigint NOT NULL DEFAULT 0;   -- batches taken

-- The lower twenty bits of a position in the change log are random, so that nobody finds a position of a time that was
-- lost in the new log by accident.
ALTER TABLE reeve.change_log ALTER COLUMN n DROP IDENTITY;
CREATE SEQUENCE reeve.change_log_n_seq OWNED BY reeve.change_log.n;
ALTER TABLE reeve.change_log
    ALTER COLUMN n SET DEFAULT (nextval('reeve.change_log_n_seq') << 20) + floor(random() * 1048576)::bigint;
