-- SPDX-License-Identifier: MIT
-- The last entry that the centre has answered for.
SELECT sequence
  FROM outbox
 WHERE state <> 0 AND sent_transaction > 0
 ORDER BY sequence DESC
 LIMIT 1
