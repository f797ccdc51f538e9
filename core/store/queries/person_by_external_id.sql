-- SPDX-License-Identifier: MIT
SELECT id
  FROM person
 WHERE external_id = :external_id
 ORDER BY number
 LIMIT 1
