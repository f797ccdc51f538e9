-- SPDX-License-Identifier: MIT
-- Of one person, the records merged into them included, and whatever was later assigned away: interactions that began
-- after a merge, or were logged after it (a letter of last week; ids are UUIDv7), or got a note or a flag after it.
-- What this desk did itself has its number in the outbox, before the merge or after it, if the merge is its own as
-- well; so has what was noted as part of a call, with the call. For anything else its time counts, from :since on.
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
  LEFT JOIN outbox AS merge ON merge.id = :merge
  LEFT JOIN outbox AS logged ON logged.id = i.id
  LEFT JOIN interaction_assignment AS a ON a.interaction = i.id
 WHERE coalesce(logged.sequence > merge.sequence,
                i.started_at >= :since OR (i.id >= :since_id AND substr(hex(i.id), 13, 1) = '7'))
    OR EXISTS (SELECT 1
                 FROM (SELECT id, written_at AS at FROM note WHERE interaction = i.id
                        UNION ALL
                       SELECT id, noted_at FROM restricted_mark WHERE interaction = i.id) AS part
                 LEFT JOIN outbox AS added ON added.id = part.id
                WHERE coalesce(coalesce(added.sequence, iif(part.at <= logged.device_time, logged.sequence, NULL))
                                   > merge.sequence,
                               part.at >= :since))
 ORDER BY i.started_at, i.id
