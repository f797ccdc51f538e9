-- SPDX-License-Identifier: MIT
SELECT number, id, revision, fields
  FROM person
 WHERE number > :after AND (survivor IS NULL OR survivor = id)
 ORDER BY number
 LIMIT :limit
