-- SPDX-License-Identifier: MIT
SELECT document, agent, note_text, saved_at, discarded_at
  FROM draft
 WHERE agent = :agent AND discarded_at IS NULL
 ORDER BY started_at, id
