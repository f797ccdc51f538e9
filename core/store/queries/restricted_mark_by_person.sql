-- SPDX-License-Identifier: MIT
-- Of one person: of every record merged into them. An item goes where its interaction was assigned to, unless it is
-- about somebody else; one of an interaction that was noted without a person is about nobody else.
  WITH records (record) AS (
           SELECT :person
            UNION
           SELECT other.record
             FROM merged_record AS mine
             JOIN merged_record AS other ON other.survivor = mine.survivor
            WHERE mine.record = :person)
SELECT m.id, m.interaction, m.person, m.is_criminal_offence, m.noted_at
  FROM records AS r
  JOIN restricted_mark AS m ON m.person = r.record
 WHERE NOT EXISTS (SELECT 1
                     FROM interaction_assignment AS a
                     JOIN interaction AS i ON i.id = a.interaction
                    WHERE a.interaction = m.interaction AND i.person = m.person)
 UNION ALL
SELECT m.id, m.interaction, m.person, m.is_criminal_offence, m.noted_at
  FROM records AS r
  JOIN interaction_assignment AS a ON a.person = r.record
  JOIN interaction AS i ON i.id = a.interaction
  JOIN restricted_mark AS m ON m.interaction = i.id AND m.person IS i.person
 ORDER BY 5 DESC, 1 DESC
