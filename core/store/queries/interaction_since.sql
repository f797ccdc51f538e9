-- SPDX-License-Identifier: MIT
-- Of one person, the records merged into them included, and whatever was later assigned away: interactions that began
-- since then, or were logged since then (a letter of last week; ids are UUIDv7), or got a note or a flag since then.
  WITH records (record) AS (
           SELECT :person
            UNION
           SELECT other.record
             FROM merged_record AS mine
             JOIN merged_record AS other ON other.survivor = mine.survivor
            WHERE mine.record = :person)
SELECT i.id, i.started_at,
       (SELECT substr(text, 1, 300)
          FROM note
         WHERE interaction = i.id
         ORDER BY written_at < :since, written_at, id
         LIMIT 1),
       a.person
  FROM records AS r
  JOIN interaction AS i ON i.person = r.record
  LEFT JOIN interaction_assignment AS a ON a.interaction = i.id
 WHERE i.started_at >= :since
    OR (i.id >= :since_id AND substr(hex(i.id), 13, 1) = '7')
    OR EXISTS (SELECT 1 FROM note WHERE interaction = i.id AND written_at >= :since)
    OR EXISTS (SELECT 1 FROM restricted_mark WHERE interaction = i.id AND noted_at >= :since)
 ORDER BY i.started_at, i.id
