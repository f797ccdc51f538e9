-- SPDX-License-Identifier: MIT
SELECT sequence, aggregate
  FROM outbox
 WHERE sequence > :after
   AND sequence <= :upto
   AND kind IN ('interaction_logged', 'note_added')
 ORDER BY sequence
 LIMIT :limit
