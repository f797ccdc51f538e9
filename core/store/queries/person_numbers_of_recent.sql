-- SPDX-License-Identifier: MIT
-- Whom the newest interactions are about, by their numbers in the index of people. Ids rise with the time they were
-- made (UUIDv7).
SELECT DISTINCT p.number
  FROM (SELECT person
          FROM interaction
         WHERE person IS NOT NULL
         ORDER BY id DESC
         LIMIT :newest) AS i
  LEFT JOIN merged_record AS m ON m.record = i.person
  JOIN person AS p ON p.id = coalesce(m.survivor, i.person)
