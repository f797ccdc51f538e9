-- SPDX-License-Identifier: MIT
SELECT DISTINCT shown.id, shown.revision, shown.fields
  FROM relation AS r
  JOIN person AS own ON own.number = r.person
  JOIN person AS shown ON shown.id = coalesce(own.survivor, own.id)
 WHERE r.other = :other AND own.is_removed = 0 AND shown.is_removed = 0
 ORDER BY shown.number
 LIMIT :limit
