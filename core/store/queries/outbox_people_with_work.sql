-- SPDX-License-Identifier: MIT
-- Whose erasure has to wait until their work is sent.
SELECT aggregate
  FROM outbox
 WHERE state = 0
 UNION
SELECT person
  FROM outbox
 WHERE state = 0 AND person IS NOT NULL
