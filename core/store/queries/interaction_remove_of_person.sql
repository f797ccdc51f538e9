-- SPDX-License-Identifier: MIT
-- What was assigned away is somebody else's, and what was assigned to them is theirs.
DELETE FROM interaction
 WHERE is_sent = 1
   AND id IN (SELECT i.id
                FROM interaction AS i
               WHERE i.person = :person
                 AND NOT EXISTS (SELECT 1 FROM interaction_assignment WHERE interaction = i.id)
               UNION
              SELECT interaction
                FROM interaction_assignment
               WHERE person = :person)
