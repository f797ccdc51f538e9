-- SPDX-License-Identifier: MIT
SELECT number, previous, hash, record
  FROM audit
 WHERE number > :after
 ORDER BY number
 LIMIT :limit
