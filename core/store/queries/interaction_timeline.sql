-- SPDX-License-Identifier: MIT
-- Of one person: of every record merged into them, what was assigned to them, and not what was assigned away.
  WITH records (record) AS (
           SELECT :person
            UNION
           SELECT other.record
             FROM merged_record AS mine
             JOIN merged_record AS other ON other.survivor = mine.survivor
            WHERE mine.record = :person),
       lines (id) AS (
           SELECT i.id
             FROM (SELECT i.id, i.started_at
                     FROM records AS r
                     JOIN interaction AS i ON i.person = r.record
                    WHERE NOT EXISTS (SELECT 1 FROM interaction_assignment WHERE interaction = i.id)
                    UNION ALL
                   SELECT i.id, i.started_at
                     FROM records AS r
                     JOIN interaction_assignment AS a ON a.person = r.record
                     JOIN interaction AS i ON i.id = a.interaction) AS i
            ORDER BY i.started_at DESC, i.id DESC
            LIMIT :limit)
SELECT i.id, i.channel, i.direction, i.started_at, i.ended_at, i.disposition, i.agent, i.is_sent,
       i.reasons,
       (SELECT substr(text, 1, 300) FROM note WHERE interaction = i.id ORDER BY written_at, id LIMIT 1),
       (SELECT count(*) FROM note WHERE interaction = i.id),
       (SELECT count(*) FROM restricted_mark WHERE interaction = i.id)
  FROM lines
  JOIN interaction AS i ON i.id = lines.id
 ORDER BY i.started_at DESC, i.id DESC
