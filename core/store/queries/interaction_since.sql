-- SPDX-License-Identifier: MIT
-- Of one person, the records merged into them included, and whatever was later assigned away.
  WITH records (record) AS (
           SELECT :person
            UNION
           SELECT other.record
             FROM merged_record AS mine
             JOIN merged_record AS other ON other.survivor = mine.survivor
            WHERE mine.record = :person)
SELECT i.id, i.started_at,
       (SELECT substr(text, 1, 300) FROM note WHERE interaction = i.id ORDER BY written_at, id LIMIT 1),
       a.person
  FROM records AS r
  JOIN interaction AS i ON i.person = r.record AND i.started_at >= :since
  LEFT JOIN interaction_assignment AS a ON a.interaction = i.id
 ORDER BY i.started_at, i.id
