-- SPDX-License-Identifier: MIT
-- Edits the centre has not answered for, and those it applied in a revision that this desk has not seen yet.
SELECT o.aggregate, o.state, o.revision, o.payload
  FROM outbox AS o INDEXED BY outbox_person_edit
  JOIN person AS p ON p.id = o.aggregate
 WHERE o.kind = 'person_edited'
   AND (o.state = 0 OR (o.state IN (1, 2) AND o.revision > p.revision))
 ORDER BY o.sequence
