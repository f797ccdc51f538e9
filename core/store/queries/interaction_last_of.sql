-- SPDX-License-Identifier: MIT
-- Of one person, the records merged into them included.
SELECT started_at, disposition
  FROM interaction
 WHERE person IN (SELECT :person
                   UNION
                  SELECT other.record
                    FROM merged_record AS mine
                    JOIN merged_record AS other ON other.survivor = mine.survivor
                   WHERE mine.record = :person)
 ORDER BY started_at DESC
 LIMIT 1
