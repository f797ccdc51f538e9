-- SPDX-License-Identifier: MIT
SELECT id, text, written_at
  FROM note
 WHERE interaction = :interaction
 ORDER BY written_at, id
