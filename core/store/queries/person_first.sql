-- SPDX-License-Identifier: MIT
SELECT fields
  FROM person
 WHERE is_removed = 0
 ORDER BY number
 LIMIT 1
