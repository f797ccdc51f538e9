-- SPDX-License-Identifier: MIT
SELECT id, person, field, ours, theirs, our_agent, their_agent, raised_at, decided_at
  FROM field_conflict
 WHERE person = :person AND decided_at IS NULL
 ORDER BY raised_at DESC, id DESC
