-- SPDX-License-Identifier: MIT
-- Of one person: of every record merged into them, what was assigned to them, and not what was assigned away.
  WITH records (record) AS (
           SELECT :person
            UNION
           SELECT other.record
             FROM merged_record AS mine
             JOIN merged_record AS other ON other.survivor = mine.survivor
            WHERE mine.record = :person)
SELECT count(*), max(started_at)
  FROM (SELECT i.started_at
          FROM records AS r
          JOIN interaction AS i ON i.person = r.record
         WHERE NOT EXISTS (SELECT 1 FROM interaction_assignment WHERE interaction = i.id)
         UNION ALL
        SELECT i.started_at
          FROM records AS r
          JOIN interaction_assignment AS a ON a.person = r.record
          JOIN interaction AS i ON i.id = a.interaction)
